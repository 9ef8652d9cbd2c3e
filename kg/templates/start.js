"use strict";
// Joins the parts. The functions on `kg` are also what tests and later pages drive.
kg.selectNode = (id, go = false) => {
  kg.scene.bringBack(id);
  kg.scene.select(id);
  kg.controls.pressed();
  kg.controls.summary();
  kg.panel.node(id);
  if (go) kg.scene.goTo(id);
};

kg.selectEdge = (id, go = false) => {
  kg.scene.bringBack(id);
  kg.scene.select(id);
  kg.controls.pressed();
  kg.controls.summary();
  kg.panel.edge(id);
  if (!go) return;
  kg.scene.goTo(id);
  kg.byId("panel").focus({ preventScroll: true });
  if (kg.byId("table").contains(document.activeElement) || scrollY) scrollTo({ top: 0 });
};

kg.expand = (ids, around) => {
  kg.scene.reveal(ids);
  kg.selectNode(around, true);
};

kg.clear = () => {
  kg.scene.select(null);
  kg.panel.rest();
};

if (kg.nodes.size) {
  const network = kg.scene.start();
  network.on("afterDrawing", kg.labels.draw);
  network.on("click", (event) => {
    const named = kg.labels.at(event.pointer.canvas);
    const id = event.nodes[0] ?? named ?? event.edges[0] ?? null;
    if (id === null) kg.clear();
    else if (kg.edges.has(id)) kg.selectEdge(id);
    else kg.selectNode(id);
  });
  kg.controls.start();
  kg.panel.rest();
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (kg.controls.open) kg.controls.close();
    else kg.clear();
  });
  addEventListener("resize", () => kg.scene.selected === null && kg.scene.fit(false));
  network.redraw();
} else {
  for (const id of ["empty", "panel", "legend", "table"]) kg.byId(id).hidden = id !== "empty";
  document.querySelector(".search").hidden = true;
  document.querySelector(".zoom").hidden = true;
  kg.byId("summary").textContent = "No entities, no edges";
}
