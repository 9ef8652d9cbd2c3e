"use strict";
// Names as on a map: always large enough to read, the most connected first, none over another; nearer shows more.
kg.labels = (() => {
  const { scene } = kg;
  let placed = [];
  const FEW = 150; // among so many nodes, names give way to each other

  const clamp = (low, value, high) => Math.min(high, Math.max(low, value));
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const inLight = scene.lit;

  /** Where the name of a node may stand: below its symbol, else above or beside it, else askew. */
  const nodeLabels = (context, node, unit, shrunk = 1) => {
    const size = clamp(10.5, 13 * kg.flat.network.getScale(), 16) * unit * shrunk;
    const at = kg.flat.network.getPosition(node.id);
    context.font = `${node.rank < 6 ? 650 : 500} ${size}px ${scene.colours.sans}`;
    const width = Math.max(...node.lines.map((line) => context.measureText(line).width));
    const height = node.lines.length * size * 1.15;
    const gap = node.size + 4 * unit;
    const put = (x, top) => ({ node, size, x, left: x - width / 2, right: x + width / 2, top, bottom: top + height });
    const aside = gap + width / 2;
    const [low, high, askew] = [at.y + gap, at.y - gap - height, width / 2];
    // Beside the symbol and higher or lower; below and above it, to the left or right.
    const near = [-0.9, -0.1].flatMap((share) => [1, -1].map((side) => put(at.x + side * aside, at.y + share * height)));
    const over = [0.6, 1].flatMap((share) => [1, -1].flatMap((side) => [low, high].map((top) => put(at.x + side * share * askew, top))));
    return [put(at.x, low), put(at.x, high), put(at.x + aside, at.y - height / 2), put(at.x - aside, at.y - height / 2), ...near, ...over];
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
      const at = kg.flat.network.getPosition(edge.from);
      const reach = kg.nodes.get(edge.from).size + 34;
      return { x: at.x + reach, y: at.y - reach };
    }
    return kg.flat.network.body.edges[edge.id].edgeType.getPoint(share);
  };
  const short = (text) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);
  const edgeLabels = (context, edge, unit) => {
    const size = clamp(10, 11 * kg.flat.network.getScale(), 13) * unit;
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

  /** Boxes by the cells that they lie in, so that a new one is compared with few. */
  const room = (cell) => {
    const cells = new Map();
    const each = (box, act) => {
      for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x++)
        for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y++) if (act(x * 100003 + y)) return true;
      return false;
    };
    const full = (box) => each(box, (key) => cells.get(key)?.some((other) => meets(box, other)));
    const inTheWay = (box) => {
      const found = new Set();
      each(box, (key) => void cells.get(key)?.forEach((other) => meets(box, other) && found.add(other)));
      return [...found];
    };
    const leave = (box) => void each(box, (key) => void cells.set(key, cells.get(key).filter((other) => other !== box)));
    const take = (box) => void each(box, (key) => void (cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box])));
    return { full, take, leave, inTheWay };
  };

  /** Whether a box is on the canvas at all. */
  const window = (unit) => {
    const { x, y } = kg.flat.network.getViewPosition();
    const holder = kg.byId("canvas");
    const [half, tall] = [(holder.clientWidth / 2) * unit, (holder.clientHeight / 2) * unit];
    return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
  };

  const draw = (context) => {
    const unit = 1 / kg.flat.network.getScale();
    const seen = window(unit);
    // The library draws while nodes come and go: what it does not have yet has no place.
    const nodes = scene.seenNodes().filter((node) => kg.flat.network.body.nodes[node.id]).sort((a, b) => a.rank - b.rank);
    const taken = room(80 * unit);
    for (const node of nodes) {
      const { x, y } = kg.flat.network.getPosition(node.id);
      const half = node.size * 0.8;
      taken.take({ left: x - half, right: x + half, top: y - half, bottom: y + half });
    }
    const names = [];
    const placesOf = new Map();
    const put = (label, boxes) => {
      names.push(label);
      placesOf.set(label, boxes);
      taken.take(label);
    };
    /** A box for a name that has none, got by moving a name or two in its way to other places of their own. */
    const makeRoom = (boxes) => {
      for (const box of boxes) {
        const others = taken.inTheWay(box);
        if (others.length > 2 || !others.every((other) => placesOf.has(other))) continue;
        others.forEach(taken.leave);
        taken.take(box);
        const moved = [];
        for (const other of others) {
          const elsewhere = placesOf.get(other).find((one) => !taken.full(one));
          if (!elsewhere) break;
          taken.take(elsewhere);
          moved.push(elsewhere);
        }
        taken.leave(box);
        moved.forEach(taken.leave);
        if (moved.length === others.length) {
          others.forEach((other, i) => {
            names.splice(names.indexOf(other), 1);
            put(moved[i], placesOf.get(other));
          });
          return box;
        }
        others.forEach(taken.take);
      }
      return null;
    };
    for (const node of [...nodes].sort((a, b) => inLight("nodes", b.id) - inLight("nodes", a.id))) {
      const boxes = nodeLabels(context, node, unit);
      if (!meets(boxes[0], seen)) continue;
      const certain = node.id === scene.selected || (scene.light && inLight("nodes", node.id));
      const fitting = (among) => among.find((box) => !taken.full(box)) ?? (nodes.length <= FEW ? makeRoom(among) : null);
      // Rather a little smaller than not at all.
      const label = fitting(boxes) ?? (nodes.length <= FEW ? fitting(nodeLabels(context, node, unit, 0.88)) : null) ?? (certain ? boxes[0] : null);
      if (label) put(label, boxes);
    }
    const deeds = [];
    // From afar, and among hundreds, the words of edges would only be noise.
    const edges = unit > 2.2 && !scene.light ? [] : scene.seenEdges().filter((edge) => inLight("edges", edge.id) && kg.flat.network.body.edges[edge.id]);
    for (const edge of edges.sort((a, b) => b.width - a.width).slice(0, 600)) {
      const boxes = edgeLabels(context, edge, unit);
      const label = boxes.find((box) => meets(box, seen) && !taken.full(box)) ?? (edge.id === scene.selected ? boxes[0] : null);
      if (!label) continue;
      deeds.push(label);
      taken.take(label);
    }
    context.save();
    context.textAlign = "center";
    context.lineJoin = "round";
    deeds.forEach((label) => writeEdge(context, label));
    names.forEach((label) => {
      context.globalAlpha = inLight("nodes", label.node.id) ? 1 : 0.35;
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
