"use strict";
// What is selected stands in the address: back and forward work, and #about=Name can be sent to somebody.
kg.history = (() => {
  const labels = new Map();
  const learn = (nodes) => nodes.forEach((node) => labels.set(node.label, labels.has(node.label) ? null : node.id));
  learn(kg.data.nodes);

  const address = (id) => {
    if (id === null) return "";
    if (kg.edges.has(id)) return `#edge=${id}`;
    const { label } = kg.nodes.get(id);
    return `#about=${encodeURIComponent(labels.get(label) === id ? label : id)}`;
  };
  const named = (wanted) => {
    if (kg.nodes.has(wanted)) return wanted;
    const folded = wanted.trim().toLowerCase();
    const bears = (node) => [node.label, ...node.aliases].some((name) => name.toLowerCase() === folded);
    return kg.data.nodes.find(bears)?.id ?? null;
  };
  /** What the address asks for: a key and the words after it. */
  const asked = () => {
    const [key, value] = location.hash.slice(1).split(/=(.*)/s);
    try {
      return [key, decodeURIComponent(value ?? "")];
    } catch {
      return ["", ""];
    }
  };
  const meant = () => {
    const [key, wanted] = asked();
    if (key === "about") return named(wanted);
    return key === "edge" && kg.edges.has(wanted) ? wanted : null;
  };
  const keep = (id) => {
    const now = address(id);
    // Where history is closed to the page, as in a notebook, the page does without.
    try {
      if (meant() !== id) history.pushState(null, "", now || "#");
    } catch {
      return;
    }
  };
  const follow = () => {
    const id = meant();
    const [key, wanted] = asked();
    if (id === null && key === "about" && wanted && kg.more.can) return void kg.named(wanted);
    if (id === kg.scene.selected) return;
    if (id === null) kg.clear(false);
    else (kg.edges.has(id) ? kg.selectEdge : kg.selectNode)(id, true, false);
  };
  const start = () => {
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
    follow();
  };
  return { start, keep, learn, address };
})();
