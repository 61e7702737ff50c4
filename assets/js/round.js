// Words chosen in a passage go with the comment: the passage, and where in it they begin and end.
const form = document.getElementById("write");
const passage = form?.querySelector("[name=passage]");
const start = form?.querySelector("[name=start]");
const end = form?.querySelector("[name=end]");
const shown = form?.querySelector("[data-quote-shown]");

const length = (text) => Array.from(text).length; // the server counts letters, not code units

function show(words) {
  if (!shown) return;
  shown.hidden = !words;
  shown.querySelector("q").textContent = words;
}

function choose(box, range) {
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const skipped = length(box.textContent) - length(box.textContent.trimStart());
  const from = Math.max(length(before.toString()) - skipped, 0);
  passage.value = box.dataset.passage;
  start.value = String(from);
  end.value = String(from + length(range.toString()));
  show(range.toString());
}

if (passage && start && end) {
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const box = (node instanceof Element ? node : node.parentElement)?.closest("[data-passage]");
    if (box && range.toString().trim()) choose(box, range);
  });
  passage.addEventListener("change", () => {
    start.value = end.value = "";
    show("");
  });
}
