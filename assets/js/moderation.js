// Keys for the moderators' queue, and masking by choosing words. Every page works without this file.
const queue = document.querySelector("[data-queue]");
const help = document.querySelector("[data-queue-help]");
const STORE = "moderation-keys";

function isOn() {
  try { return localStorage.getItem(STORE) !== "off"; } catch { return true; }
}

if (queue && help) {
  const button = help.querySelector("[data-queue-keys]");
  const show = () => { button.textContent = isOn() ? button.dataset.off : button.dataset.on; };
  help.hidden = false;
  show();
  button.addEventListener("click", () => {
    try { localStorage.setItem(STORE, isOn() ? "off" : "on"); } catch { /* the keys stay as they are */ }
    show();
  });

  // Only while the focus is inside the list, and never while something is being typed.
  queue.addEventListener("keydown", (event) => {
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("textarea, select, input:not([type=checkbox])")) return;
    const item = event.target.closest("li");
    if (!item) return;
    const act = {
      j: () => item.nextElementSibling?.focus(),
      k: () => item.previousElementSibling?.focus(),
      a: () => item.querySelector("button[data-key=a]")?.click(),
      h: () => {
        const details = item.querySelector("details[data-key=h]");
        if (!details) return;
        details.open = true;
        details.querySelector("input[type=radio]")?.focus();
      }
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  for (const item of queue.children) item.tabIndex = 0;
}

// Words chosen in the comment fill the form that covers them. Offsets count characters as the server does.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!selection || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = range.startContainer.parentElement?.closest("[data-maskable]");
  if (!start || !start.contains(range.endContainer)) return;
  const form = document.getElementById(start.dataset.maskable);
  if (!form) return;
  const before = place(start, range.startContainer, range.startOffset);
  const after = place(start, range.endContainer, range.endOffset);
  form.elements.start.value = before;
  form.elements.end.value = after;
  const told = document.querySelector(`[data-mask-chosen="${CSS.escape(form.id)}"]`);
  if (told) {
    told.hidden = false;
    told.textContent = `${told.dataset.words} ”${selection.toString()}”`;
  }
});

function place(root, node, offset) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text === node) return count + length(text.data.slice(0, offset));
    if (!text.parentElement.closest(".govuk-visually-hidden")) count += length(text.data);
  }
  return count;
}

function length(text) {
  return Array.from(text).length;
}
