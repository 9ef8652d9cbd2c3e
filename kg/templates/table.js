"use strict";
// The edges on show as a table: for screen readers, and for who likes rows.
kg.table = (() => {
  const { element, words, byId, scene, filters } = kg;
  const PAGE = 200;
  const table = byId("table");
  const body = table.querySelector("tbody");

  const says = (edge) => [...new Set(filters.of(edge.sources).map((number) => kg.statement(number).speaker || "the article"))];
  const row = (edge) => {
    const cell = (...content) => element("td", {}, ...content);
    const end = (id) => element("button", { type: "button", onclick: () => kg.selectNode(id, true) }, words(kg.nodes.get(id).label));
    return element("tr", {}, cell(end(edge.from)),
      cell(element("button", { type: "button", onclick: () => kg.selectEdge(edge.id, true) }, words(edge.label))),
      cell(end(edge.to)), cell(kg.tiers.get(edge.tier).heading),
      cell(...says(edge).flatMap((who, i) => [i ? ", " : "", words(who)])), cell(String(filters.of(edge.sources).length)));
  };
  const fill = (from = 0) => {
    const edges = scene.seenEdges();
    if (!from) body.replaceChildren();
    body.append(...edges.slice(from, from + PAGE).map(row));
    const left = edges.length - body.childElementCount;
    byId("more-rows").hidden = left <= 0;
    byId("more-rows").textContent = `Show ${Math.min(left, PAGE)} more of ${left.toLocaleString("en-GB")}`;
  };
  const changed = () => {
    if (table.open) fill();
    else body.replaceChildren();
  };
  const start = () => {
    table.addEventListener("toggle", () => table.open && !body.childElementCount && fill());
    byId("more-rows").addEventListener("click", () => fill(body.childElementCount));
  };
  return { start, changed, says };
})();
