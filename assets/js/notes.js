// Notes of an event on a phone: what is written is kept on the device until the server has it, however the network is.
// The page of a table's link has no field for the table, and one for a name that stays from note to note.
// Without this file the form sends each note in the ordinary way.
const form = document.querySelector("form[data-notes]");

function readable() {
  try { localStorage.setItem("notes:try", "1"); localStorage.removeItem("notes:try"); return true; } catch { return false; }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

if (form && readable()) {
  const place = `notes:${form.dataset.notes}`;
  const draft = `${place}:draft`;
  const said = document.getElementById("sending");
  const field = (name) => form.elements[name];
  const names = ["key", "table", "part", "text", "name"].filter((name) => field(name));
  const waiting = () => JSON.parse(localStorage.getItem(place) || "[]");
  const keep = (notes) => localStorage.setItem(place, JSON.stringify(notes));
  let sending = false;

  function tell() {
    const count = waiting().length;
    said.textContent = count === 0 ? form.dataset.saved : count === 1 ? form.dataset.one : form.dataset.many.replace("#", count);
  }

  function showTold(page) {
    const told = new DOMParser().parseFromString(page, "text/html").getElementById("told");
    if (told) document.getElementById("told").replaceWith(document.importNode(told, true));
  }

  // Whether the server took the note: it answers with this page again; anything else is not yet saved.
  async function send(note) {
    const body = new URLSearchParams({ ...note, csrfmiddlewaretoken: field("csrfmiddlewaretoken").value });
    const answer = await fetch(location.pathname, { method: "POST", body, credentials: "same-origin" });
    if (answer.ok && new URL(answer.url).pathname === location.pathname) { showTold(await answer.text()); return "saved"; }
    return answer.status === 422 ? "refused" : answer.status === 410 ? "over" : "later";
  }

  async function flush() {
    if (sending) return;
    sending = true;
    try {
      for (let notes = waiting(); notes.length; notes = waiting()) {
        const outcome = await send(notes[0]);
        if (outcome === "later") break;
        keep(waiting().filter((one) => one.key !== notes[0].key));
        if (outcome !== "saved") { back(notes[0], outcome); return; }
      }
      tell();
    } catch { tell(); } finally { sending = false; }
  }

  function back(note, outcome) {
    const typed = field("text").value;
    for (const name of names) if (name !== "text") field(name).value = note[name];
    field("text").value = typed ? `${note.text}\n\n${typed}` : note.text;
    said.textContent = form.dataset[outcome];
    field("text").focus();
  }

  // What an earlier try told of mistakes does not stand beside a note that goes on its way.
  function forgetMistakes() {
    const summary = document.querySelector(".govuk-error-summary");
    if (summary) document.title = document.title.replace(/^[^:]*: /, "");
    for (const told of [summary, ...form.querySelectorAll(".govuk-error-message")]) told?.remove();
    for (const kind of ["form-group", "select", "textarea", "input"])
      for (const marked of form.querySelectorAll(`.govuk-${kind}--error`)) marked.classList.remove(`govuk-${kind}--error`);
  }

  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "step") return; // the same words in another language
    const note = Object.fromEntries(names.map((name) => [name, field(name).value]));
    if (!note.text.trim() || note.table?.trim() === "" || !note.part) return; // the server tells what is missing
    event.preventDefault();
    event.stopPropagation();
    forgetMistakes();
    keep([...waiting(), note]);
    localStorage.removeItem(draft);
    field("text").value = "";
    field("key").value = newKey();
    document.getElementById("kept").textContent = "";
    field("text").focus();
    tell();
    flush();
  });
  // An emptied form has nothing to keep for later.
  form.addEventListener("htmx:beforeRequest", (event) => { if (!field("text").value.trim()) event.preventDefault(); });
  form.addEventListener("input", () => {
    if (!field("text").value.trim()) { localStorage.removeItem(draft); return; }
    localStorage.setItem(draft, JSON.stringify(Object.fromEntries(names.filter((name) => name !== "key").map((name) => [name, field(name).value]))));
    if (form.dataset.kept) document.getElementById("kept").textContent = form.dataset.kept;
  });

  // A closed page opens with what was being written, unless the server gave the form's words back.
  function reopen() {
    if (field("text").value) return;
    try {
      for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem(draft) || "{}")))
        if (names.includes(name) && !field(name).value) field(name).value = value;
    } catch { localStorage.removeItem(draft); }
  }
  reopen();
  window.addEventListener("online", flush);
  setInterval(() => { if (waiting().length) flush(); }, 15000);
  if (waiting().length) { tell(); flush(); }
}
