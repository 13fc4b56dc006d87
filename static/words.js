// What Streamlit and the map call their own controls, said in the language of the page: the
// server puts the words into a <meta>, from the catalogue that all our messages come from.
// What they forgot to name is named here.
//
// The links to the other languages stand above the page, and are drawn before a tap below them is
// acted upon: where they lead is said when one is followed.

const words = JSON.parse(document.querySelector("meta[name=zf-words]").content);
const MAP = ".deck-events-root";
const NAMED = `[aria-label], [title], a[href='#stMain'], ${MAP}, ${MAP} canvas[tabindex]`;

function say(element) {
  for (const name of ["aria-label", "title"]) {
    const word = words[element.getAttribute(name)];
    if (word) element.setAttribute(name, word);
  }
  if (element.matches(MAP)) {
    element.setAttribute("role", "application"); // arrows move it, + and - zoom
    element.setAttribute("aria-label", words.Map);
  }
  // The same keys once more: one stop of the Tab key is enough.
  if (element.matches("canvas")) element.tabIndex = -1;
  const word = element.matches("a[href='#stMain']") && words[element.textContent];
  if (word) element.textContent = word;
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const added of addedNodes) {
      const node = added.nodeType === Node.TEXT_NODE ? added.parentElement : added;
      if (!(node instanceof Element)) continue;
      if (node.matches(NAMED)) say(node);
      node.querySelectorAll(NAMED).forEach(say);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });
document.querySelectorAll(NAMED).forEach(say); // what was there before this script

document.addEventListener("click", ({ target }) => {
  const link = target.closest(".zf-topbar a[hreflang]");
  if (!link) return;
  const address = new URL(location.href);
  address.searchParams.set("lang", link.hreflang);
  link.href = address.pathname + address.search;
}, true);
