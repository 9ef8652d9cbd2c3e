"use strict";
// What is on the canvas: which nodes, in which colours, and what is in the light.
kg.scene = (() => {
  const holder = kg.byId("canvas");
  const revealed = new Set(kg.data.nodes.slice(0, kg.data.shown).map((node) => node.id));
  const off = { kinds: new Set(), tiers: new Set() };
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let colours = {};
  let light = null; // null: everything; else the nodes and edges that are not faded
  let selected = null;
  let network = null;

  const STROKES = { "own word": "sure", narrated: "sure", negative: "negative", "spoke about": "spoken" };
  const stroke = (tier) => colours[STROKES[tier] ?? "unsure"];

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const names = ["paper", "surface", "ink", "muted", "accent", "sure", "unsure", "negative", "spoken", "sans", ...kg.data.kinds.map((k) => k.name)];
    colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  };

  /** A colour nearly gone into the paper, yet opaque: lines do not show through a faded symbol. */
  const faint = (colour) => {
    const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    const [from, to] = [parts(colour), parts(colours.paper)];
    return `rgb(${from.map((part, i) => Math.round(part * 0.2 + to[i] * 0.8)).join(",")})`;
  };

  const visible = (id) => revealed.has(id) && !off.kinds.has(kg.nodes.get(id).kind);
  const edgeVisible = (edge) => visible(edge.from) && visible(edge.to) && !off.tiers.has(edge.tier);

  const visNode = (node) => ({
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size, ...nodePaint(node),
  });
  const nodePaint = (node) => ({
    id: node.id,
    hidden: !visible(node.id),
    borderWidth: node.id === selected ? 3 : 2,
    color: { background: light && !light.nodes.has(node.id) ? faint(colours[node.kind]) : colours[node.kind], border: node.id === selected ? colours.ink : colours.paper },
  });
  const visEdge = (edge) => ({
    id: edge.id, from: edge.from, to: edge.to,
    dashes: kg.tiers.get(edge.tier).dashes.length ? kg.tiers.get(edge.tier).dashes : false,
    smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
    arrows: { to: { enabled: true, scaleFactor: edge.tier === "spoke about" ? 0.4 : 0.5 } },
    selfReference: { size: 22 + 40 * Math.abs(edge.bend), angle: Math.PI / 4 },
    ...edgePaint(edge),
  });
  const edgePaint = (edge) => ({
    id: edge.id,
    hidden: !edgeVisible(edge),
    width: (edge.tier === "spoke about" ? 0.7 : 1) * edge.width + (edge.id === selected ? 2 : 0),
    color: { color: stroke(edge.tier), opacity: light && !light.edges.has(edge.id) ? 0.1 : 0.9 },
  });

  const paint = () => {
    nodes.update([...revealed].map((id) => nodePaint(kg.nodes.get(id))));
    edges.update(edges.getIds().map((id) => edgePaint(kg.edges.get(id))));
  };

  /** A node with its neighbours, or an edge with its ends. */
  const lightOf = (id) => {
    const around = kg.edges.has(id) ? [kg.edges.get(id)] : kg.nodes.get(id).edges.filter(edgeVisible);
    const ends = around.flatMap((edge) => [edge.from, edge.to]);
    return { nodes: new Set(kg.nodes.has(id) ? [id, ...ends] : ends), edges: new Set(around.map((edge) => edge.id)) };
  };

  const select = (id) => {
    selected = id;
    light = id === null ? null : lightOf(id);
    paint();
  };
  const hover = (id) => {
    holder.classList.toggle("pointing", id !== null);
    holder.style.cursor = id === null ? "" : "pointer";
    if (selected !== null) return;
    light = id === null ? null : lightOf(id);
    paint();
  };

  const reveal = (ids) => {
    const fresh = ids.filter((id) => !revealed.has(id));
    // The data set draws at once, so a node is on the canvas before it counts as shown.
    nodes.add(fresh.map((id) => ({ ...visNode(kg.nodes.get(id)), hidden: false })));
    fresh.forEach((id) => revealed.add(id));
    const joined = new Set(fresh.flatMap((id) => kg.nodes.get(id).edges));
    edges.add([...joined].filter((edge) => revealed.has(edge.from) && revealed.has(edge.to) && !edges.get(edge.id)).map(visEdge));
    return fresh.length;
  };

  const toggle = (group, name) => {
    const now = !off[group].delete(name);
    if (now) off[group].add(name);
    if (selected !== null) light = lightOf(selected);
    paint();
    return now;
  };
  const bringBack = (id) => {
    const ends = kg.edges.has(id) ? [kg.edges.get(id).from, kg.edges.get(id).to] : [id];
    reveal(ends);
    ends.forEach((end) => off.kinds.delete(kg.nodes.get(end).kind));
    if (kg.edges.has(id)) off.tiers.delete(kg.edges.get(id).tier);
  };

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
  const narrow = () => matchMedia("(max-width: 820px)").matches;

  /** The whole network in view; on a small screen no farther away than names can be read. */
  const fit = (whole, animation = false) => {
    const boxes = [...revealed].filter(visible).map((id) => {
      const node = kg.nodes.get(id);
      const at = network.getPosition(id);
      const half = Math.max(node.size, 4 * Math.max(...node.lines.map((line) => line.length)));
      return [at.x - half, at.y - node.size, at.x + half, at.y + node.size + 15 * node.lines.length + 8];
    });
    if (!boxes.length || !holder.clientWidth) return;
    const edge = (pick, side) => boxes.reduce((best, box) => pick(best, box[side]), boxes[0][side]);
    const [left, top, right, bottom] = [edge(Math.min, 0), edge(Math.min, 1), edge(Math.max, 2), edge(Math.max, 3)];
    const scale = Math.min((holder.clientWidth - 36) / (right - left), (holder.clientHeight - 32) / (bottom - top), 1.5);
    const close = !whole && scale < 0.62;
    const hub = kg.data.nodes.find((node) => visible(node.id));
    network.moveTo({
      position: close ? network.getPosition(hub.id) : { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: close ? 0.75 : scale,
      animation,
    });
  };
  const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: motion() });
  const goTo = (id) => {
    const ends = kg.edges.has(id) ? [kg.edges.get(id).from, kg.edges.get(id).to] : [id];
    const at = ends.map((end) => network.getPosition(end));
    const scale = Math.max(network.getScale(), 0.9);
    const position = { x: (at[0].x + at.at(-1).x) / 2, y: (at[0].y + at.at(-1).y) / 2 };
    // On a small screen the panel covers the lower half.
    if (narrow()) position.y += holder.clientHeight / 4 / scale;
    network.moveTo({ position, scale, animation: motion() });
  };

  const start = () => {
    readColours();
    nodes.add([...revealed].map((id) => visNode(kg.nodes.get(id))));
    edges.add([...kg.edges.values()].filter((edge) => revealed.has(edge.from) && revealed.has(edge.to)).map(visEdge));
    network = new vis.Network(holder, { nodes, edges }, {
      autoResize: true,
      physics: false,
      layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: true, hoverConnectedEdges: false, selectable: true, selectConnectedEdges: false, tooltipDelay: 1e9, multiselect: false },
      nodes: { chosen: false, borderWidthSelected: 2, shapeProperties: { borderRadius: 3 } },
      edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, endPointOffset: { to: 1 } },
    });
    network.on("hoverNode", (event) => hover(event.node));
    network.on("hoverEdge", (event) => hover(event.edge));
    network.on("blurNode", () => hover(null));
    network.on("blurEdge", () => hover(null));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      readColours();
      paint();
    });
    fit(false);
    return network;
  };

  return {
    start, select, reveal, toggle, bringBack, fit, zoom, goTo, motion, narrow, visible, edgeVisible, stroke, revealed, off,
    get network() { return network; },
    get colours() { return colours; },
    get light() { return light; },
    get selected() { return selected; },
  };
})();
