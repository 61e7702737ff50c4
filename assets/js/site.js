// Makes pages calmer where scripts run; every page works without this file.
import {
  Accordion, Button, CharacterCount, ErrorSummary, NotificationBanner, SkipLink
} from "./govuk-frontend.min.js";

const COMPONENTS = [Accordion, Button, CharacterCount, ErrorSummary, NotificationBanner, SkipLink];

function start(root) {
  for (const Component of COMPONENTS) {
    const name = `[data-module="${Component.moduleName}"]`;
    for (const element of root.querySelectorAll(name)) {
      if (element.hasAttribute(`data-${Component.moduleName}-init`)) continue;
      try { new Component(element); } catch (problem) { console.info(problem.message); }
    }
  }
}

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
start(document);
document.addEventListener("htmx:load", (event) => start(event.detail.elt));

// A menu of the header closes when one goes elsewhere, and with Escape.
const openMenus = () => document.querySelectorAll("details.y-me[open]");
for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
});

// A choice that stands alone takes the ticks off the others of its group, and they off it.
document.addEventListener("change", ({ target }) => {
  if (!target.checked || !target.matches(".govuk-checkboxes__input")) return;
  const standsAlone = (one) => one.dataset.behaviour === "exclusive";
  for (const other of target.closest(".govuk-checkboxes").querySelectorAll("input")) {
    if (other !== target && (standsAlone(target) || standsAlone(other))) other.checked = false;
  }
});

// A table wider than its place tells on which side there is more of it.
function tellMore(place) {
  const right = place.scrollWidth - place.clientWidth - place.scrollLeft > 2, left = place.scrollLeft > 2;
  place.dataset.more = [left && "left", right && "right"].filter(Boolean).join(" ");
}
for (const place of document.querySelectorAll(".y-scroll")) {
  place.addEventListener("scroll", () => tellMore(place), { passive: true });
  new ResizeObserver(() => tellMore(place)).observe(place);
}

// On a phone the fields that narrow a list fold away under words that say what was chosen.
for (const fold of document.querySelectorAll("details[data-folds]")) {
  if (matchMedia("(max-width: 700px)").matches && !fold.querySelector(".govuk-error-message")) fold.open = false;
}

// A page for paper is printed with a button, which stands only where it works.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// The minutes that are left count down in words, by the server's clock.
for (const left of document.querySelectorAll("[data-until]")) {
  const late = Date.now() - Date.parse(left.dataset.now);
  const tell = () => {
    const minutes = Math.ceil((Date.parse(left.dataset.until) + late - Date.now()) / 60000);
    const words = minutes > 1 ? left.dataset.many.replace("#", minutes) : minutes > 0 ? left.dataset.one : left.dataset.over;
    if (left.textContent !== words) left.textContent = words;
  };
  setInterval(tell, 5000);
}

// Leaving a page with unsaved staff text asks first.
const unsaved = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form");
  if (!form) return;
  if (form.hasAttribute("data-guard")) unsaved.add(form);
});
document.addEventListener("submit", (event) => unsaved.delete(event.target));
// A form is saved once the keeping of its words has ended: else they would be kept anew after they were saved.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!form.hasAttribute("hx-post") || !form.classList.contains("htmx-request")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.waits) return;
    form.dataset.waits = "yes";
    const go = () => {
      delete form.dataset.waits;
      form.requestSubmit(event.submitter);
    };
    form.addEventListener("htmx:afterRequest", () => setTimeout(go), { once: true });
  },
  true,
);
// Nor does a keeping begin while the saving is under way: it would come after it.
const leaving = new Set();
document.addEventListener("submit", (event) => { if (!event.defaultPrevented) leaving.add(event.target); });
document.addEventListener("htmx:beforeRequest", (event) => { if (leaving.has(event.detail.elt)) event.preventDefault(); });
window.addEventListener("pageshow", () => leaving.clear());
// Words that the server keeps while they are typed are safe to leave.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) unsaved.delete(event.detail.elt);
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});

// What answered a sent form cannot be asked for again. On leaving it, its place in the history becomes the page of
// the form, so that Back shows the form, where the browser puts what was typed.
if (document.documentElement.hasAttribute("data-sent")) {
  const isOwn = document.querySelector("main form[method=post]:not([action])"); // such a form stands at its own address
  const isElsewhere = !isOwn && document.referrer.startsWith(`${location.origin}/`);
  const leave = () => history.replaceState(history.state, "", isElsewhere ? document.referrer : location.href);
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) leave(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && !link.target && !link.hasAttribute("download") && link.pathname + link.search !== location.pathname + location.search) leave();
  });
}

// A text is copied with one press; without scripts a click chooses all of it.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = words; }, 2500);
  });
}

// What a choice asks for more of opens with it; without scripts the refusal opens it.
for (const more of document.querySelectorAll("details[data-opened-by]")) {
  const asking = more.dataset.openedFor.split(" ");
  more.closest("form").addEventListener("change", (event) => {
    if (event.target.name === more.dataset.openedBy && asking.includes(event.target.value)) more.open = true;
  });
}

// On paper nobody opens what is folded: the tables of charts are printed open, and folded again afterwards.
const folded = () => document.querySelectorAll(".y-chart__table:not([open])");
addEventListener("beforeprint", () => {
  for (const table of folded()) { table.dataset.printed = ""; table.open = true; }
});
addEventListener("afterprint", () => {
  for (const table of document.querySelectorAll("[data-printed]")) { delete table.dataset.printed; table.open = false; }
});
