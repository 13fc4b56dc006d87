// What Streamlit and the map call their own controls, said in the language of the page: the
// server puts the words into a <meta>, from the catalogue that all our messages come from.

const words = JSON.parse(document.querySelector("meta[name=zf-words]").content);
const NAMED = "[aria-label], [title], a[href='#stMain']";

function say(element) {
  for (const name of ["aria-label", "title"]) {
    const word = words[element.getAttribute(name)];
    if (word) element.setAttribute(name, word);
  }
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
