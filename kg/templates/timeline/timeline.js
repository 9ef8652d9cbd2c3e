"use strict";
// Choosing among events by words, by who takes part and by the kind of truth; going from a dot to its event.
{
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const summary = byId("summary");
  const whole = summary.textContent;
  const events = all(".event").map((row) => ({
    row,
    dated: row.id.startsWith("e"),
    who: new Set(row.dataset.who.split(" ")),
    tier: row.dataset.tier,
    words: [...row.querySelectorAll("bdi, .verb, blockquote, .article")].map((part) => part.textContent).join(" ").toLocaleLowerCase("en"),
  }));
  const spots = new Map(all("[data-spot]").map((spot) => [spot.dataset.spot, spot]));
  const days = all(".day");
  const folds = all(".fold");
  const hidden = new Set(); // tiers

  const choose = () => {
    const words = byId("words").value.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
    const who = byId("who").value;
    const narrow = words.length > 0 || who !== "" || hidden.size > 0;
    let dated = 0;
    let others = 0;
    for (const event of events) {
      const fits = !hidden.has(event.tier) && (who === "" || event.who.has(who)) && words.every((word) => event.words.includes(word));
      event.row.hidden = !fits;
      spots.get(event.row.id)?.classList.toggle("off", !fits);
      if (fits) event.dated ? (dated += 1) : (others += 1);
    }
    for (const day of days) day.hidden = !day.querySelector(".event:not([hidden])");
    if (narrow) for (const fold of folds) fold.open = true;
    byId("none").hidden = dated + others > 0 || events.length === 0;
    summary.textContent = narrow ? `Showing ${dated} dated events and ${others} without a date, of: ${whole}` : whole;
  };

  const light = (id) => {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    byId(id)?.classList.add("lit");
    spots.get(id)?.classList.add("lit");
  };
  const open = (id) => {
    const row = byId(id);
    if (!row?.matches(".event")) return;
    row.querySelector("details").open = true;
    light(id);
    row.querySelector("summary").focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  byId("words").addEventListener("input", choose);
  byId("who").addEventListener("change", choose);
  for (const toggle of all(".toggle"))
    toggle.addEventListener("click", () => {
      const off = toggle.getAttribute("aria-pressed") === "true";
      toggle.setAttribute("aria-pressed", String(!off));
      if (off) hidden.add(toggle.dataset.tier);
      else hidden.delete(toggle.dataset.tier);
      choose();
    });
  for (const spot of spots.values())
    spot.addEventListener("click", (event) => {
      event.preventDefault();
      open(spot.dataset.spot);
    });
  const passing = (event) => {
    const row = event.target.closest?.(".event, .spot");
    if (row) light(row.dataset.spot ?? row.id);
  };
  document.addEventListener("pointerover", passing);
  document.addEventListener("focusin", passing);
  if (location.hash) open(location.hash.slice(1));
}
