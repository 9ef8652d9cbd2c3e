"use strict";
// Where nodes stand that come to the page later: free of the others, as near as can be to a neighbour.
kg.places = (() => {
  const CELL = 30;
  const box = (node) => {
    const half = Math.max(node.size + 10, 5.3 * Math.max(...node.lines.map((line) => line.length)) + 8);
    return [node.x - half, node.y - node.size - 8, node.x + half, node.y + node.size + 10 + 20 * node.lines.length];
  };
  const cells = ([left, top, right, bottom]) => {
    const found = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) found.push(x * 100003 + y);
    return found;
  };

  /** Give each of some nodes a place, if it has none: beside the one who brought it, or else a neighbour. */
  const find = (ids, among, bringer) => {
    const homeless = ids.map((id) => kg.nodes.get(id)).filter((node) => node.x === undefined);
    if (!homeless.length) return;
    const taken = new Set();
    for (const id of among) {
      const node = kg.nodes.get(id);
      if (node.x !== undefined) cells(box(node)).forEach((cell) => taken.add(cell));
    }
    const reached = new Map();
    for (const node of homeless) {
      const around = node.edges.map((edge) => kg.nodes.get(edge.from === node.id ? edge.to : edge.from)).filter((other) => other.x !== undefined && among.has(other.id));
      const near = around.find((other) => other.id === bringer) ?? around[0];
      const at = near ?? { id: "", x: 0, y: 0 };
      // The next one beside the same neighbour need not try again what was taken.
      for (let step = reached.get(at.id) ?? 0; ; step++) {
        const radius = 90 + 14 * step ** 0.75;
        node.x = Math.round(at.x + radius * Math.cos(2.4 * step));
        node.y = Math.round(at.y + radius * Math.sin(2.4 * step));
        const wanted = cells(box(node));
        if (wanted.some((cell) => taken.has(cell))) continue;
        wanted.forEach((cell) => taken.add(cell));
        reached.set(at.id, step + 1);
        break;
      }
    }
  };
  return { find, box };
})();
