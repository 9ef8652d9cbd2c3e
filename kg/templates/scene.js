"use strict";
// What is on show: which nodes, in which colours, and what is in the light. Stages draw it.
kg.scene = (() => {
  const holder = kg.byId("canvas");
  const opening = kg.data.nodes.slice(0, kg.data.shown).map((node) => node.id);
  const revealed = new Set(opening);
  const { filters } = kg;
  let colours = {};
  let light = null; // null: everything; else the nodes and edges that are not faded
  let selected = null;
  let stage = null;

  const STROKES = { "own word": "own", narrated: "sure", negative: "negative", "spoke about": "spoken" };
  const stroke = (tier) => colours[STROKES[tier] ?? "unsure"];
  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const names = ["paper", "surface", "ink", "muted", "accent", "sure", "own", "unsure", "negative", "spoken", "sans", ...kg.data.kinds.map((k) => k.name)];
    colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  };
  const mixed = new Map();
  /** A colour nearly gone into the paper, yet opaque: lines do not show through a faded symbol. */
  const faint = (colour, share = 0.3) => {
    const key = `${colour}${colours.paper}${share}`;
    if (!mixed.has(key)) {
      const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
      const [from, to] = [parts(colour), parts(colours.paper)];
      mixed.set(key, `#${from.map((part, i) => Math.round(part * share + to[i] * (1 - share)).toString(16).padStart(2, "0")).join("")}`);
    }
    return mixed.get(key);
  };

  const visible = (id) => revealed.has(id) && filters.node(kg.nodes.get(id));
  const edgeVisible = (edge) => filters.edge(edge) && visible(edge.from) && visible(edge.to);
  const seenNodes = () => [...revealed].filter(visible).map((id) => kg.nodes.get(id));
  const seenEdges = () => [...kg.edges.values()].filter(edgeVisible);
  const lit = (group, id) => !light || light[group].has(id);

  /** A node with its neighbours, or an edge with its ends. */
  const lightOf = (id) => {
    const around = kg.edges.has(id) ? [kg.edges.get(id)] : kg.nodes.get(id).edges.filter(edgeVisible);
    const ends = around.flatMap((edge) => [edge.from, edge.to]);
    return { nodes: new Set(kg.nodes.has(id) ? [id, ...ends] : ends), edges: new Set(around.map((edge) => edge.id)) };
  };
  const select = (id) => {
    selected = id;
    light = id === null ? null : lightOf(id);
    stage.paint();
  };
  const hover = (id) => {
    holder.classList.toggle("pointing", id !== null);
    holder.style.cursor = id === null ? "" : "pointer";
    if (selected !== null) return;
    light = id === null ? null : lightOf(id);
    stage.paint();
  };

  const many = () => revealed.size > kg.data.large && Boolean(kg.webgl?.able());
  /** Draw what has changed, with the stage that suits how much there is. */
  const update = () => {
    if (selected !== null) light = lightOf(selected);
    const wanted = many() ? kg.webgl : kg.flat;
    if (stage !== wanted) {
      stage?.stop();
      holder.replaceChildren();
      stage = wanted;
      stage.start(holder);
      stage.fit(false);
    } else stage.update();
  };
  const reveal = (ids, near) => {
    const fresh = ids.filter((id) => !revealed.has(id));
    fresh.forEach((id) => revealed.add(id));
    if (!many()) kg.places.find(fresh, revealed, near);
    return fresh.length;
  };
  const hide = (ids) => ids.forEach((id) => revealed.delete(id));
  const only = (ids) => {
    revealed.clear();
    reveal(ids);
  };
  const bringBack = (id) => {
    reveal(kg.edges.has(id) ? [kg.edges.get(id).from, kg.edges.get(id).to] : [id]);
    filters.admit(id);
    update();
  };

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const start = () => {
    readColours();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      readColours();
      stage.paint();
    });
    update();
  };
  return {
    start, update, select, reveal, hide, only, bringBack, hover, visible, edgeVisible, seenNodes, seenEdges, lit, stroke, faint, revealed, opening,
    moves: () => !calm.matches,
    /** How many pixels of the canvas lie below the panel, as on a small screen. */
    covered: () => {
      const panel = kg.byId("panel").getBoundingClientRect();
      return matchMedia("(max-width: 820px)").matches && panel.height ? Math.max(0, holder.getBoundingClientRect().bottom - panel.top) : 0;
    },
    narrow: () => matchMedia("(max-width: 820px)").matches,
    fit: (whole, animated) => stage.fit(whole, animated),
    zoom: (factor) => stage.zoom(factor),
    goTo: (id) => stage.goTo(id),
    get stage() { return stage; },
    get colours() { return colours; },
    get light() { return light; },
    get selected() { return selected; },
  };
})();
