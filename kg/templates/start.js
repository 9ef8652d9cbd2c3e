"use strict";
// Joins the parts. The functions on `kg` are also what tests and later pages drive.
kg.selectNode = (id, go = false, keep = true) => {
  kg.scene.bringBack(id);
  kg.scene.select(id);
  kg.controls.said();
  kg.table.changed();
  kg.panel.node(id);
  kg.keys.follow(id);
  if (go) kg.scene.goTo(id);
  if (keep) kg.history.keep(id);
};

kg.selectEdge = (id, go = false, keep = true) => {
  kg.scene.bringBack(id);
  kg.scene.select(id);
  kg.controls.said();
  kg.panel.edge(id);
  if (keep) kg.history.keep(id);
  if (!go) return;
  kg.scene.goTo(id);
  kg.byId("panel").focus({ preventScroll: true });
  if (kg.byId("table").contains(document.activeElement) || scrollY) scrollTo({ top: 0 });
};

kg.expand = (ids, around) => {
  kg.scene.reveal(ids, around);
  kg.selectNode(around, true);
};

/** Whom a name means that is not on this page; says so where that fails. */
kg.named = async (name) => {
  const clear = kg.panel.wait(`Looking for “${name}” in the whole graph …`);
  try {
    await kg.more.named(name);
  } catch (problem) {
    clear();
    kg.panel.problem(problem.message);
  }
};

kg.collapse = (ids, around) => {
  kg.scene.hide(ids);
  kg.selectNode(around);
};

kg.clear = (keep = true) => {
  kg.scene.select(null);
  kg.panel.rest();
  if (keep) kg.history.keep(null);
};

/** A click on the canvas: a node, an edge, or nothing. */
kg.choose = (id) => {
  if (id === null) kg.clear();
  else if (kg.edges.has(id)) kg.selectEdge(id);
  else kg.selectNode(id);
};

if (kg.nodes.size) {
  kg.scene.start();
  kg.controls.start();
  kg.search.start();
  kg.table.start();
  kg.save.start();
  kg.panel.rest();
  kg.keys.start();
  kg.history.start();
  addEventListener("resize", () => kg.scene.selected === null && kg.scene.fit(false));
} else {
  for (const id of ["empty", "panel", "legend", "table", "tools"]) kg.byId(id).hidden = id !== "empty";
  document.querySelector(".zoom").hidden = true;
  kg.byId("summary").textContent = "No entities, no edges";
}
