"use strict";
// Everything by keyboard: arrows go from symbol to symbol, Enter opens, the rest are shortcuts.
kg.keys = (() => {
  const { scene, byId, count } = kg;
  const holder = byId("canvas");
  let cursor = null;

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** The node that comes next in a direction: near, and not far off the line. */
  const next = ([x, y]) => {
    const nodes = scene.seenNodes();
    const now = cursor && scene.visible(cursor) ? kg.nodes.get(cursor) : null;
    if (!now) return nodes.sort((a, b) => a.rank - b.rank)[0];
    const here = scene.stage.at(now);
    let best = [Infinity, now];
    for (const node of nodes) {
      const at = scene.stage.at(node);
      const [across, down] = [at.x - here.x, at.y - here.y];
      const ahead = across * x + down * y;
      const aside = Math.abs(across * y - down * x);
      const cost = ahead + 2 * aside;
      if (ahead > 1 && aside < 3 * ahead && cost < best[0]) best = [cost, node];
    }
    return best[1];
  };
  const point = (node) => {
    if (!node) return;
    cursor = node.id;
    scene.select(cursor);
    scene.goTo(cursor);
    byId("said").textContent = `${node.label}, ${node.kind.toLowerCase().replace("organisation", "body")}, ${count(node.edges.filter(scene.edgeVisible).length, "edge", "edges")}`;
  };
  const onCanvas = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (WAYS[event.key]) point(next(WAYS[event.key]));
    else if (event.key === "Enter" || event.key === " ") {
      if (cursor === null) return;
      kg.selectNode(cursor);
      byId("panel").focus({ preventScroll: true });
    } else if (event.key === "+" || event.key === "=") scene.zoom(1.4);
    else if (event.key === "-") scene.zoom(1 / 1.4);
    else if (event.key === "0") scene.fit(true, true);
    else return;
    event.preventDefault();
  };
  const start = () => {
    holder.addEventListener("keydown", onCanvas);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        cursor = null;
        if (kg.search.open) kg.search.close();
        else kg.clear();
      } else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) {
        kg.search.focus();
        event.preventDefault();
      }
    });
  };
  return { start, follow: (id) => { cursor = kg.nodes.has(id) ? id : cursor; } };
})();
