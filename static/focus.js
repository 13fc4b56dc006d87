// Who works with the keyboard never falls back to the top of the page.
//
// A tap often takes away the very thing that was tapped: a wish, a proposal, a whole page. The
// browser then forgets where one was. Here the place is remembered, and its successor gets the
// focus: the same control drawn anew, else its neighbour, else the heading of what came.

const PARTS = ".zf-board, .zf-view";
const CONTROLS = "a[href], button, input, summary";
const departures = new Map(); // path of a page -> the control by which it was left
let left = null;
let returning = false; // by the browser's own button

addEventListener("popstate", () => (returning = true));
addEventListener("click", () => (returning = false), true);
document.addEventListener("focusin", ({ target }) => {
  const part = target.closest(PARTS);
  if (!part) return;
  const like = controls(part).filter((other) => isLike(other, key(target), place(target)));
  left = {
    element: target,
    part,
    key: key(target),
    place: place(target),
    order: controls(part).indexOf(target),
    nth: like.indexOf(target),
    path: location.pathname,
    seen: target.matches(":focus-visible"),
  };
});

new MutationObserver(() => {
  if (!left || left.element.isConnected || document.activeElement !== document.body) return;
  const heir = left.path === location.pathname ? neighbour() : arrival();
  if (!heir) return; // not there yet: the next change asks again
  if (!heir.matches(CONTROLS)) heir.tabIndex = -1;
  // Who taps with a finger or a mouse did not ask the page to scroll.
  heir.focus({ preventScroll: !left.seen });
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] });

function neighbour() {
  const { part } = left;
  if (!part.isConnected) return isRunning() ? null : find(left.key) ?? heading();
  if (!left.element.matches(CONTROLS)) return part.querySelector(left.element.localName);
  const there = controls(part);
  const like = there.filter((other) => isLike(other, left.key, left.place));
  return (
    there.find((other) => key(other) === left.key && place(other) === left.place) ??
    like[Math.min(left.nth, like.length - 1)] ??
    part.querySelector("[data-refocus]") ??
    there.find((other) => key(other) === left.key) ??
    there[Math.min(left.order, there.length - 1)] ??
    before(part)
  );
}

function arrival() {
  if (isRunning()) return null;
  departures.set(left.path, left.key);
  const back = returning || left.key.startsWith("back:");
  return (back && find(departures.get(location.pathname))) || heading();
}

function heading() {
  return document.querySelector("#zf-result, .zf-view h1");
}

function find(wanted) {
  return controls(document).find((other) => wanted && key(other) === wanted && other.closest(PARTS));
}

function before(part) {
  return controls(document).findLast(
    (other) => other.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

function controls(root) {
  return [...root.querySelectorAll(CONTROLS)].filter((element) => element.checkVisibility());
}

function isLike(other, wanted, where) {
  return place(other) === where && key(other).split(":")[0] === wanted.split(":")[0];
}

function key({ dataset, id, parentElement, href }) {
  return dataset.event ?? dataset.name ?? (id || parentElement.dataset.key || href || "");
}

function place(element) {
  return element.parentElement.closest("ul, ol, p, div").className;
}

function isRunning() {
  return document.querySelector("[data-test-script-state=running]") !== null;
}
