// The table of comments, and the list of those that wait for an answer: keys, ticking many with Shift, and how many are
// ticked. The pages work without this file.
const table = document.querySelector("[data-material]");
const keys = document.querySelector("[data-keys]");
const bar = document.querySelector("[data-bar]");
const told = document.querySelector("[data-told]");
const ROW = "tbody tr, [data-row]";
const STORE = "material-keys";

const rows = () => [...table.querySelectorAll(ROW)];
const box = (row) => row.querySelector("input[name=comments]");
const link = (row) => row.querySelector(".y-work__number a, [data-open]");
const boxes = () => [...table.querySelectorAll("input[name=comments]")];

function isOn() {
  try { return localStorage.getItem(STORE) !== "off"; } catch { return true; }
}

function tell(aloud) {
  if (!bar) return;
  const count = boxes().filter((one) => one.checked).length;
  const shown = bar.querySelector("[data-count]");
  const words = count === 0 ? shown.dataset.none : count === 1 ? shown.dataset.one : shown.dataset.many.replace("#", count);
  shown.hidden = false;
  shown.textContent = words;
  if (aloud) told.textContent = words;
}

// From the one that was ticked last to this one, all become as this one is.
let last = null;
function follow(one, many) {
  const all = boxes();
  if (many && last && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(one)].sort((a, b) => a - b);
    for (const other of all.slice(from, to + 1)) other.checked = one.checked;
  }
  last = one;
  tell(true);
}

const now = () => {
  const row = document.activeElement.closest?.(ROW);
  return table.contains(row ?? null) ? row : null;
};
function go(step) {
  const all = rows();
  const at = all.indexOf(now());
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  if (next) (box(next) || link(next)).focus();
}

const ACTS = {
  j: () => go(1),
  k: () => go(-1),
  o: () => now() && link(now()).click(),
  x: (event) => {
    const one = now() && box(now());
    if (!one) return;
    one.checked = !one.checked;
    follow(one, event.shiftKey);
  },
  d: () => {
    if (!bar) return;
    bar.open = true;
    (bar.querySelector("input:checked, input, select, button") || bar).focus();
  },
  a: () => {
    const together = bar?.querySelector("input[value=answer_begun], button[value=start]");
    if (!together) return;
    bar.open = true;
    if (together.type === "radio") together.click();
    together.focus();
  },
  "/": () => document.querySelector("#filter-words, .y-filters [name=words]")?.focus(),
  "?": () => { keys.open = !keys.open; keys.querySelector("summary").focus(); }
};

if (table && keys) {
  const button = keys.querySelector("[data-switch]");
  const show = () => { button.textContent = isOn() ? button.dataset.off : button.dataset.on; };
  keys.hidden = false;
  show();
  button.addEventListener("click", () => {
    try { localStorage.setItem(STORE, isOn() ? "off" : "on"); } catch { /* the keys stay as they are */ }
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("textarea, select, input:not([type=checkbox], [type=radio])")) return;
    const act = ACTS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}

if (table && bar) {
  table.addEventListener("click", (event) => {
    if (event.target.name === "comments") follow(event.target, event.shiftKey);
  });
  // Enter on a tick opens the comment: it must not send the form.
  table.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.name !== "comments") return;
    event.preventDefault();
    link(now()).click();
  });
  document.querySelector('a[href="#change"]')?.addEventListener("click", () => { bar.open = true; });
  tell(false);
}
