// Typing a pile by keys alone: Ctrl and Enter saves the sheet. Every page works without this file.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest("form[data-saves-by-keys]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector(".govuk-button-group .govuk-button"));
});
// Enter in the field of a part goes on to its words.
document.addEventListener("keydown", (event) => {
  const part = event.target;
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || part.getAttribute("list") !== "parts") return;
  event.preventDefault();
  part.closest(".y-sheet").querySelector("textarea").focus();
});
// The next sheet begins at its first part: the banner of the saved one is heard, but does not take the keys.
document.querySelector("[autofocus]")?.focus();
