"use strict";
// Words and notes light each other up. A mark may have several pieces, and a note several marks.
const reader = {};

reader.all = (selector, root = document) => [...root.querySelectorAll(selector)];
reader.keys = (element) => (element.dataset.keys ?? "").split(" ").filter(Boolean);

reader.pieces = new Map(); // key of a mark -> its pieces in the text
for (const piece of reader.all(".m[data-k]")) {
  const { k } = piece.dataset;
  if (!reader.pieces.has(k)) reader.pieces.set(k, []);
  reader.pieces.get(k).push(piece);
}
reader.notes = new Map(); // key of a mark -> the notes that rest on it
for (const note of reader.all(".note"))
  for (const key of reader.keys(note)) {
    if (!reader.notes.has(key)) reader.notes.set(key, []);
    reader.notes.get(key).push(note);
  }
reader.same = new Map(); // number of an entity -> pieces of its mentions
for (const piece of reader.all(".m[data-e]")) {
  const { e } = piece.dataset;
  if (!reader.same.has(e)) reader.same.set(e, []);
  reader.same.get(e).push(piece);
}
reader.sentences = new Map(reader.all(".of").map((of) => [of.dataset.k, of]));

{
  const strip = document.getElementById("strip");
  let burning = [];
  let pinned = null;

  const put = (element, name) => {
    element.classList.add(name);
    burning.push([element, name]);
  };

  reader.dark = () => {
    for (const [element, name] of burning) element.classList.remove(name);
    burning = [];
    strip.hidden = true;
  };

  const say = (text) => {
    strip.textContent = text ?? "";
    strip.hidden = !text;
  };

  const lightFrom = (element) => {
    reader.dark();
    if (element.matches(".m")) {
      const { k, e } = element.dataset;
      for (const piece of reader.pieces.get(k)) put(piece, "lit");
      for (const other of reader.same.get(e) ?? []) if (other.dataset.k !== k) put(other, "same");
      for (const note of reader.notes.get(k) ?? []) put(note, "lit");
      const sentence = element.closest(".sentence");
      const of = sentence && reader.sentences.get(sentence.dataset.k);
      if (of) put(of, "near");
    } else {
      put(element, "lit");
      for (const key of reader.keys(element)) for (const piece of reader.pieces.get(key) ?? []) put(piece, "lit");
    }
    say(element.dataset.about);
  };

  /** Light up what belongs to a note, a mark or an entity, unless another one is held. */
  reader.light = (element) => {
    if (!pinned) lightFrom(element);
  };
  /** Put out what a passing pointer lit up. */
  reader.rest = () => {
    if (pinned) lightFrom(pinned);
    else reader.dark();
  };
  /** Hold an element's lights, or let go of them where there is none. */
  reader.pin = (element) => {
    pinned = element;
    reader.rest();
  };
  reader.pinned = () => pinned;
}
