// What a page does by itself beyond htmx. Everything here also works without
// it, by one more click.
"use strict";

document.documentElement.classList.add("js");

(function () {
  const form = document.getElementById("jatuh");
  if (!form) return;
  const files = document.getElementById("berkas");
  const send = (list) => {
    if (!list || list.length === 0) return;
    files.files = list;
    form.requestSubmit();
  };
  files.addEventListener("change", () => { if (files.files.length > 0) form.requestSubmit(); });
  const over = (on) => form.classList.toggle("over", on);
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (e) => { e.preventDefault(); over(true); });
  }
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) over(false); });
  document.addEventListener("drop", (e) => { e.preventDefault(); over(false); send(e.dataTransfer.files); });
  document.addEventListener("paste", (e) => { if (e.clipboardData.files.length > 0) send(e.clipboardData.files); });
})();

// Buttons that print, and those that copy a passage with its source.
document.addEventListener("click", (e) => {
  if (e.target.closest("[data-print]")) window.print();
  const copy = e.target.closest("[data-copy]");
  if (copy) navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = copy.dataset.done; });
});

// What is folded on the screen is printed too.
window.addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details.folded")) d.open = true; });

// The queue of doubts by keyboard: Enter says it is right, S comes back to it
// later, anything else that is typed begins the correction.
(function () {
  const form = document.getElementById("putusan");
  if (!form) return;
  const value = document.getElementById("isian");
  const name = form.elements.oleh;
  if (!name.value) name.focus();
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    const field = e.target.closest("input, select, textarea, button, a, summary");
    if (field && field !== document.body) {
      if (e.key === "Escape") field.blur();
      return;
    }
    if (e.key === "Enter") {
      e.preventDefault();
      form.requestSubmit(document.getElementById("benar"));
    } else if (e.key === "s" || e.key === "S") {
      document.getElementById("nanti").click();
    } else if (e.key.length === 1 && value && value.select) {
      value.focus();
      value.select();
    }
  });
})();
