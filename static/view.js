// A part of the page that the server draws: HTML in, taps on `data-event` and what is typed
// into `data-search` out.
//
// The HTML is made by the server's own templates, which escape everything from packs. What
// had the focus keeps it (focus.js), and changes are announced in a live region that stays in
// place.

import "./focus.js";

const QUIET = 250; // milliseconds without a key before a search
const DWELL = 400; // milliseconds: who scrolls past does not look
const KEPT = 5; // taps, for a server that was told to run again before it could act on one
const views = new WeakMap();

export default function mount({ data, parentElement, setStateValue }) {
  const host = parentElement.querySelector(".zf-view") ?? parentElement;
  let view = views.get(host);
  if (!view) {
    const status = document.createElement("p");
    status.className = "zf-hidden";
    status.setAttribute("role", "status");
    const body = document.createElement("div");
    host.replaceChildren(status, body);
    view = { status, body, events: [] };
    views.set(host, view);
    body.addEventListener("click", (event) => {
      const target = event.target.closest("[data-event]");
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      view.send(target.dataset.event);
    });
    body.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-share]");
      if (button) navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {});
    });
    let waiting;
    body.addEventListener("input", ({ target }) => {
      if (!target.dataset.search) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => view.send(`${target.dataset.search}:${target.value.trim()}`), QUIET);
    });
  }
  view.send = (event) => {
    // Since the page was opened: the clock may be set back in between.
    const time = Math.max(performance.now(), (view.events.at(-1)?.[0] ?? 0) + 1);
    view.events = [...view.events, [time, event]].slice(-KEPT);
    setStateValue("events", view.events);
  };
  if (view.html !== data.html) {
    replace(view.body, data.html);
    const waiting = view.body.querySelector("[data-seen]");
    if (waiting) whenSeen(waiting, () => view.send("seen:"));
  }
  if (view.html === undefined) showPart(view.body);
  view.html = data.html;
  const said = data.status || view.body.querySelector("[data-status]")?.textContent || "";
  if (view.status.textContent !== said) view.status.textContent = said;
}

function replace(body, html) {
  const open = new Set([...body.querySelectorAll("details[open][data-key]")].map(key));
  body.innerHTML = html;
  for (const details of body.querySelectorAll("details[data-key]")) {
    details.open = open.has(key(details));
  }
  // Only a browser that has the phone's own sheet for sharing shows the button.
  for (const button of body.querySelectorAll("[data-share]")) button.hidden = !navigator.share;
}

// Say once that a part is on the screen, and stays there.
function whenSeen(part, say) {
  let timer;
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    clearTimeout(timer);
    if (!isIntersecting) return;
    timer = setTimeout(() => {
      observer.disconnect();
      say();
    }, DWELL);
  });
  observer.observe(part);
}

// The browser looks for the part that an address names before the part is there.
function showPart(body) {
  const id = location.hash.slice(1);
  if (id) body.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView();
}

function key(details) {
  return details.dataset.key;
}
