"use strict";
// The stage for as many nodes as can be told apart: vis-network on a canvas, names by labels.js.
kg.flat = (() => {
  const { scene } = kg;
  let nodes, edges, network, holder;

  const visNode = (node) => ({ id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size, ...nodePaint(node) });
  const nodePaint = (node) => {
    const colour = scene.colours[node.kind];
    const chosen = node.id === scene.selected;
    return {
      id: node.id,
      hidden: !scene.visible(node.id),
      borderWidth: chosen ? 3 : 2,
      color: { background: scene.lit("nodes", node.id) ? colour : scene.faint(colour), border: chosen ? scene.colours.ink : scene.colours.paper },
    };
  };
  const visEdge = (edge) => {
    const { dashes } = kg.tiers.get(edge.tier);
    return {
      id: edge.id, from: edge.from, to: edge.to,
      dashes: dashes.length ? dashes : false,
      smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
      arrows: { to: { enabled: true, scaleFactor: edge.tier === "spoke about" ? 0.4 : 0.5 } },
      selfReference: { size: 22 + 40 * Math.abs(edge.bend), angle: Math.PI / 4 },
      ...edgePaint(edge),
    };
  };
  const edgePaint = (edge) => ({
    id: edge.id,
    hidden: !scene.edgeVisible(edge),
    width: (edge.tier === "spoke about" ? 0.7 : 1) * edge.width + (edge.id === scene.selected ? 2 : 0),
    color: { color: scene.stroke(edge.tier), opacity: scene.lit("edges", edge.id) ? 0.9 : 0.15 },
  });
  const paint = () => {
    nodes.update(nodes.getIds().map((id) => nodePaint(kg.nodes.get(id))));
    edges.update(edges.getIds().map((id) => edgePaint(kg.edges.get(id))));
  };
  const both = (edge) => scene.revealed.has(edge.from) && scene.revealed.has(edge.to);
  const update = () => {
    const gone = nodes.getIds().filter((id) => !scene.revealed.has(id));
    edges.remove(edges.getIds().filter((id) => !both(kg.edges.get(id))));
    nodes.remove(gone);
    const fresh = [...scene.revealed].filter((id) => !nodes.get(id)).map((id) => kg.nodes.get(id));
    nodes.add(fresh.map(visNode));
    const joined = new Set(fresh.flatMap((node) => node.edges).filter(both));
    edges.add([...joined].filter((edge) => !edges.get(edge.id)).map(visEdge));
    paint();
  };

  const motion = () => (scene.moves() ? { duration: 350, easingFunction: "easeInOutQuad" } : false);
  /** The whole network in view; at first, on a small screen, no farther away than names can be read. */
  const fit = (whole, animated = false) => {
    const boxes = scene.seenNodes().map(kg.places.box);
    if (!boxes.length || !holder.clientWidth) return;
    const reach = (pick, side) => boxes.reduce((best, box) => pick(best, box[side]), boxes[0][side]);
    const [left, top, right, bottom] = [reach(Math.min, 0), reach(Math.min, 1), reach(Math.max, 2), reach(Math.max, 3)];
    const scale = Math.min((holder.clientWidth - 36) / (right - left), (holder.clientHeight - 32) / (bottom - top), 1.5);
    const close = !whole && boxes.length <= 300 && scale < (scene.narrow() ? 0.55 : 0.35);
    const hub = kg.data.nodes.map((node) => kg.nodes.get(node.id)).find((node) => scene.visible(node.id));
    network.moveTo({
      position: close ? { x: hub.x, y: hub.y } : { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: close ? 0.7 : scale,
      animation: animated ? motion() : false,
    });
  };
  const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: motion() });
  const goTo = (id) => {
    const ends = kg.edges.has(id) ? [kg.edges.get(id).from, kg.edges.get(id).to] : [id];
    const at = ends.map((end) => kg.nodes.get(end));
    const scale = Math.max(network.getScale(), 0.9);
    const position = { x: (at[0].x + at.at(-1).x) / 2, y: (at[0].y + at.at(-1).y) / 2 };
    position.y += scene.covered() / 2 / scale;
    network.moveTo({ position, scale, animation: motion() });
  };

  const start = (where) => {
    holder = where;
    kg.places.find([...scene.revealed], scene.revealed);
    nodes = new vis.DataSet(scene.seenNodes().length ? [...scene.revealed].map((id) => visNode(kg.nodes.get(id))) : []);
    edges = new vis.DataSet([...kg.edges.values()].filter(both).map(visEdge));
    network = new vis.Network(holder, { nodes, edges }, {
      autoResize: true,
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: true, hoverConnectedEdges: false, selectable: true, selectConnectedEdges: false, tooltipDelay: 1e9, multiselect: false, hideEdgesOnDrag: scene.revealed.size > 400, keyboard: false },
      nodes: { chosen: false, borderWidthSelected: 2, shapeProperties: { borderRadius: 3 } },
      edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, endPointOffset: { to: 1 } },
    });
    network.on("hoverNode", (event) => scene.hover(event.node));
    network.on("hoverEdge", (event) => scene.hover(event.edge));
    network.on("blurNode", () => scene.hover(null));
    network.on("blurEdge", () => scene.hover(null));
    network.on("dragEnd", (event) => event.nodes.forEach((id) => Object.assign(kg.nodes.get(id), network.getPosition(id))));
    network.on("afterDrawing", kg.labels.draw);
    network.on("click", (event) => {
      const named = kg.labels.at(event.pointer.canvas);
      kg.choose(event.nodes[0] ?? named ?? event.edges[0] ?? null);
    });
  };
  const stop = () => network.destroy();
  return {
    start, stop, update, paint, fit, zoom, goTo,
    at: (node) => ({ x: node.x, y: node.y }),
    get network() { return network; },
  };
})();
