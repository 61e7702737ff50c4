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

// Words chosen in the comment can be added to the field that says what is covered.
const comment = document.querySelector("[data-maskable]");
const add = document.querySelector("[data-mask-add]");
const field = comment && document.getElementById(comment.dataset.maskable);

if (add && field) {
  let chosen = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || !selection.rangeCount || selection.isCollapsed) return;
    if (!comment.contains(selection.getRangeAt(0).commonAncestorContainer)) return;
    chosen = selection.toString().replace(/\s+/g, " ").trim(); // one passage, also over a change of line
    add.hidden = !chosen;
  });
  add.querySelector("button").addEventListener("click", () => {
    field.value = [field.value.trim(), chosen].filter(Boolean).join("\n");
    add.hidden = true;
    field.focus();
  });
}
