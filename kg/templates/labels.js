"use strict";
// Names as on a map: always large enough to read, the most connected first, none over another; nearer shows more.
kg.labels = (() => {
  const { scene } = kg;
  let placed = [];

  const clamp = (low, value, high) => Math.min(high, Math.max(low, value));
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const inLight = (group, id) => !scene.light || scene.light[group].has(id);

  const nodeLabel = (context, node, unit) => {
    const size = clamp(11, 13 * scene.network.getScale(), 16) * unit;
    const at = scene.network.getPosition(node.id);
    context.font = `${node.rank < 6 ? 650 : 500} ${size}px ${scene.colours.sans}`;
    const width = Math.max(...node.lines.map((line) => context.measureText(line).width));
    const top = at.y + node.size + 4 * unit;
    return { node, size, x: at.x, left: at.x - width / 2, right: at.x + width / 2, top, bottom: top + node.lines.length * size * 1.15 };
  };
  const writeNode = (context, label, unit) => {
    context.font = `${label.node.rank < 6 ? 650 : 500} ${label.size}px ${scene.colours.sans}`;
    context.textBaseline = "top";
    context.lineWidth = 4 * unit;
    context.strokeStyle = scene.colours.paper;
    context.fillStyle = scene.colours.ink;
    label.node.lines.forEach((line, i) => {
      context.strokeText(line, label.x, label.top + i * label.size * 1.15);
      context.fillText(line, label.x, label.top + i * label.size * 1.15);
    });
  };

  const pointOn = (edge, share) => {
    if (edge.from === edge.to) {
      const at = scene.network.getPosition(edge.from);
      const reach = kg.nodes.get(edge.from).size + 34;
      return { x: at.x + reach, y: at.y - reach };
    }
    return scene.network.body.edges[edge.id].edgeType.getPoint(share);
  };
  const short = (text) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);
  const edgeLabels = (context, edge, unit) => {
    const size = clamp(10.5, 11 * scene.network.getScale(), 13) * unit;
    context.font = `${size}px ${scene.colours.sans}`;
    const half = context.measureText(short(edge.label)).width / 2 + 3 * unit;
    return [0.5, 0.4, 0.6, 0.32, 0.68].map((share) => {
      const { x, y } = pointOn(edge, share);
      return { edge, size, x, y, left: x - half, right: x + half, top: y - size * 0.62, bottom: y + size * 0.62 };
    });
  };
  const writeEdge = (context, label) => {
    const { left, top, right, bottom, edge } = label;
    context.font = `${label.size}px ${scene.colours.sans}`;
    context.textBaseline = "middle";
    context.fillStyle = scene.colours.paper;
    context.fillRect(left, top, right - left, bottom - top);
    context.fillStyle = edge.tier === "spoke about" ? scene.colours.muted : scene.stroke(edge.tier);
    context.fillText(short(edge.label), label.x, label.y);
  };

  const draw = (context) => {
    const unit = 1 / scene.network.getScale();
    const nodes = kg.data.nodes.map((node) => kg.nodes.get(node.id)).filter((node) => scene.visible(node.id));
    const edges = [...kg.edges.values()].filter((edge) => scene.edgeVisible(edge) && inLight("edges", edge.id) && scene.network.body.edges[edge.id]);
    const lit = (group) => (a, b) => inLight(group, b.id) - inLight(group, a.id);
    const names = [];
    for (const node of [...nodes].sort(lit("nodes"))) {
      const label = nodeLabel(context, node, unit);
      const certain = node.id === scene.selected || (scene.light && inLight("nodes", node.id));
      if (certain || !names.some((other) => meets(label, other))) names.push(label);
    }
    const symbols = nodes.map((node) => {
      const { x, y } = scene.network.getPosition(node.id);
      return { left: x - node.size, right: x + node.size, top: y - node.size, bottom: y + node.size };
    });
    const deeds = [];
    for (const edge of edges.sort((a, b) => b.width - a.width)) {
      const free = edgeLabels(context, edge, unit).find((label) => ![...names, ...symbols, ...deeds].some((other) => meets(label, other)));
      if (free) deeds.push(free);
      else if (edge.id === scene.selected) deeds.push(edgeLabels(context, edge, unit)[0]);
    }
    context.save();
    context.textAlign = "center";
    context.lineJoin = "round";
    deeds.forEach((label) => writeEdge(context, label));
    names.forEach((label) => {
      context.globalAlpha = inLight("nodes", label.node.id) ? 1 : 0.22;
      writeNode(context, label, unit);
    });
    context.restore();
    placed = [...names, ...deeds];
  };

  /** The node or edge whose name stands at a point of the canvas. */
  const at = ({ x, y }) => {
    const found = placed.find((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
    return found ? (found.edge ?? found.node).id : null;
  };

  return { draw, at, get placed() { return placed; } };
})();
