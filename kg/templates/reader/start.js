"use strict";
{
  if (matchMedia("(max-width: 820px)").matches) document.getElementById("people").open = false;

  const lamp = (target) => reader.markAt(target) ?? target.closest?.(".note, .who > summary, [data-go]") ?? null;

  document.addEventListener("pointerover", (event) => {
    const found = lamp(event.target);
    if (found) reader.light(found);
    else reader.rest();
  });
  document.addEventListener("pointerout", (event) => {
    if (!event.relatedTarget) reader.rest();
  });
  document.addEventListener("focusin", (event) => {
    const found = event.target.matches(".m") ? event.target : event.target.closest(".note, .who > summary, [data-go]");
    if (found) reader.pin(found);
    else reader.pin(null);
  });
  document.addEventListener("click", (event) => {
    const target = event.target;
    const toggle = target.closest(".toggle");
    if (toggle) {
      const off = toggle.getAttribute("aria-pressed") === "true";
      toggle.setAttribute("aria-pressed", String(!off));
      document.body.classList.toggle(`no-${toggle.dataset.hide}`, off);
      reader.stopsAnew();
      return;
    }
    const found = lamp(target);
    if (!found) return reader.pin(null);
    if (found.matches("summary")) return undefined;
    if (found.matches("[data-go]")) {
      const piece = reader.across(found);
      if (piece) reader.focus(piece);
      return undefined;
    }
    reader.focus(found);
    const other = reader.across(found);
    if (other) other.scrollIntoView({ block: "nearest" });
    return undefined;
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = event.target;
    if (event.key === "Escape") {
      reader.pin(null);
      at.blur?.();
      return;
    }
    if (!at.matches(".m, .note")) return;
    const steps = at.matches(".m") ? { ArrowLeft: -1, ArrowRight: 1 } : { ArrowUp: -1, ArrowDown: 1 };
    if (event.key in steps) reader.step(at, steps[event.key]);
    else if (event.key === "Enter") {
      const other = reader.across(at);
      if (other) reader.focus(other);
    } else return;
    event.preventDefault();
  });
  reader.stopsAnew();
}
