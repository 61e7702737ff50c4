// Makes pages calmer where scripts run; every page works without this file.
import {
  Accordion, Button, CharacterCount, ErrorSummary, NotificationBanner, Radios, SkipLink
} from "./govuk-frontend.min.js";

const COMPONENTS = [Accordion, Button, CharacterCount, ErrorSummary, NotificationBanner, Radios, SkipLink];

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

// Words chosen in a section fill the quote fields of the comment form.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const words = selection ? selection.toString().trim() : "";
  if (!words || words.length > 2000) return;
  const node = selection.anchorNode;
  const section = (node instanceof Element ? node : node?.parentElement)?.closest("[data-quote-section]");
  if (!section || !section.contains(selection.focusNode)) return;
  for (const form of document.querySelectorAll(`form[data-quote-for="${CSS.escape(section.dataset.quoteSection)}"]`)) {
    const quote = form.querySelector("[data-quote-text]");
    if (!quote) continue;
    quote.value = words;
    quote.dispatchEvent(new Event("input", { bubbles: true }));
    const passage = (node instanceof Element ? node : node.parentElement).closest("[data-passage]");
    const number = form.querySelector("[data-quote-passage]");
    if (passage && number) number.value = passage.dataset.passage;
  }
});

// Leaving a page with unsaved staff text asks first.
const unsaved = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form");
  if (!form) return;
  if (form.hasAttribute("data-guard")) unsaved.add(form);
});
document.addEventListener("submit", (event) => unsaved.delete(event.target));
// Words that the server keeps while they are typed are safe to leave.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) unsaved.delete(event.detail.elt);
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});
