"use strict";
// Which marks a reader can point at, and how the keyboard goes through them and through the notes.
{
  const hidden = (kind) => document.body.classList.contains(`no-mark-${kind}`);
  const kinds = ["name", "description", "pronoun", "quote", "trigger"];

  /** Whether a mark is one to point at, as far as its kinds are shown. */
  const speaks = (piece) =>
    kinds.some((kind) => piece.classList.contains(kind) && !hidden(kind)) ||
    (piece.matches(".cue") && !hidden("quote")) || piece.matches(".role, .unread");

  /** The innermost mark around a place of the text, if any. */
  reader.markAt = (element) => {
    let piece = element.closest?.(".m");
    while (piece && !speaks(piece)) piece = piece.parentElement.closest(".m");
    return piece ?? null;
  };

  const rows = {
    marks: () => {
      const seen = new Set();
      return reader.all(".words .m").filter((piece) => speaks(piece) && !piece.matches(".sentence, .quote:not(.mention, .trigger)")
        && !seen.has(piece.dataset.k) && seen.add(piece.dataset.k));
    },
    notes: () => reader.all(".note").filter((note) => note.offsetParent !== null),
  };
  const stops = {}; // the one element of each row that Tab reaches

  const stop = (row, element) => {
    stops[row]?.setAttribute("tabindex", "-1");
    stops[row] = element;
    element?.setAttribute("tabindex", "0");
  };
  reader.stopsAnew = () => {
    for (const row of Object.keys(rows)) {
      const all = rows[row]();
      if (!all.includes(stops[row])) stop(row, all[0] ?? null);
    }
  };

  const rowOf = (element) => (element.matches(".m") ? "marks" : element.matches(".note") ? "notes" : null);

  reader.step = (from, by) => {
    const row = rowOf(from);
    const all = rows[row]();
    const to = all[all.indexOf(from) + by];
    if (to) reader.focus(to);
  };

  /** Go to a mark or a note. */
  reader.focus = (element) => {
    const row = rowOf(element);
    if (row) stop(row, element);
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  };

  /** From a mark to its first note that is shown, or from a note to its first words. */
  reader.across = (element) =>
    element.matches(".m")
      ? (reader.notes.get(element.dataset.k) ?? []).find((note) => note.offsetParent !== null)
      : reader.keys(element).map((key) => reader.pieces.get(key)?.[0]).find(Boolean);
}
