// Nothing is kept on the visitor's device: Streamlit would remember the colour theme. It asks
// first whether it may store, and works without; so the answer is no.
Storage.prototype.setItem = () => {
  throw new DOMException("This page stores nothing.", "SecurityError");
};
