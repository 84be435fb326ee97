// What a page does by itself beyond htmx. Everything here also works without
// it, by one more click.
"use strict";

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

// Buttons that print.
for (const b of document.querySelectorAll("[data-print]")) {
  b.addEventListener("click", () => window.print());
}
