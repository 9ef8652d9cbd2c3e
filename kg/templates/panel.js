"use strict";
// Beside the canvas: who an entity is, or which sentences are behind an edge.
kg.panel = (() => {
  const { element, words, count } = kg;
  const panel = kg.byId("panel");
  const sentences = (edge) => count(edge.sources.length, "sentence", "sentences");
  const name = (id) => kg.nodes.get(id).label;

  const show = (...content) => {
    panel.classList.remove("resting");
    const close = element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => kg.clear() }, "×");
    panel.replaceChildren(close, ...content);
    panel.scrollTop = 0;
  };

  const rest = () => {
    panel.classList.add("resting");
    const rows = kg.data.nodes.slice(0, 8).map((node) =>
      element("li", {}, element("button", { type: "button", onclick: () => kg.selectNode(node.id, true) },
        kg.symbol(node.kind), element("span", { class: "grow" }, words(node.label)),
        element("small", {}, count(kg.nodes.get(node.id).edges.length, "edge", "edges")))));
    panel.replaceChildren(
      element("h2", {}, "Who did what, and who says so"),
      element("div", { class: "hints" },
        element("p", {}, "Every line stands for sentences in the articles. Select one to read them; select a symbol to see all that is said of it."),
        element("p", {}, "Drag to move, scroll or pinch to come nearer, Escape to start again.")),
      ...(rows.length ? [element("h3", {}, "Most connected"), element("ul", { class: "rows" }, ...rows)] : []));
  };

  const row = (edge, id) => {
    const outward = edge.from === id;
    const other = words(name(outward ? edge.to : edge.from));
    const deed = element("em", {}, words(edge.label));
    return element("li", {}, element("button", { type: "button", onclick: () => kg.selectEdge(edge.id, true) },
      element("span", { class: "grow" }, ...(outward ? [deed, " ", other] : [other, " ", deed, " ", element("em", {}, words(name(id)))])),
      element("small", {}, sentences(edge))));
  };

  const node = (id) => {
    const shown = kg.nodes.get(id);
    const groups = kg.data.tiers
      .map((tier) => [tier, shown.edges.filter((edge) => edge.tier === tier.name).sort((a, b) => (b.from === id) - (a.from === id))])
      .filter(([, edges]) => edges.length)
      .flatMap(([tier, edges]) => [
        element("h3", {}, kg.line(tier.name), tier.heading),
        element("ul", { class: "rows" }, ...edges.map((edge) => row(edge, id))),
      ]);
    const unseen = [...new Set(shown.edges.flatMap((edge) => [edge.from, edge.to]))].filter((other) => !kg.scene.revealed.has(other));
    const more = element("button", { type: "button", class: "more", onclick: () => kg.expand(unseen, id) },
      `Show ${count(unseen.length, "more neighbour", "more neighbours")}`);
    show(
      element("p", { class: "tag" }, kg.symbol(shown.kind), words([shown.kind, ...shown.classes].join(", ").replace("Organisation", "Body"))),
      element("h2", {}, words(shown.label)),
      shown.aliases.length ? element("p", { class: "quiet" }, "Also called ", ...shown.aliases.flatMap((alias, i) => [i ? ", " : "", words(alias)])) : "",
      ...groups, unseen.length ? more : "");
  };

  const source = (edge, from) => {
    const [before, trigger, after] = from.words;
    const quote = element("blockquote", {}, element("bdi", {}, before, trigger ? element("mark", {}, trigger) : "", after));
    return element("li", {}, quote, element("dl", {},
      element("dt", {}, "Says who"), element("dd", {}, from.speaker ? words(from.speaker) : "the article"),
      ...(edge.certainty ? [element("dt", {}, "Certainty"), element("dd", {}, words(edge.certainty))] : []),
      element("dt", {}, "Article"), element("dd", {}, kg.link(from.title, from.url)),
      ...(from.date ? [element("dt", {}, "Date"), element("dd", {}, kg.day(from.date))] : [])));
  };

  const edge = (id) => {
    const shown = kg.edges.get(id);
    const tier = kg.tiers.get(shown.tier);
    const end = (node) => element("button", { type: "button", onclick: () => kg.selectNode(node, true) }, words(name(node)));
    show(
      element("p", { class: "tag" }, kg.line(tier.name), tier.heading),
      element("h2", {}, end(shown.from), " ", element("em", {}, words(shown.label)), " ", end(shown.to)),
      element("p", { class: "quiet" }, tier.meaning),
      element("h3", {}, shown.sources.length ? sentences(shown) : "No sentence was kept for this edge"),
      element("ol", { class: "evidence" }, ...shown.sources.map((from) => source(shown, from))));
  };

  return { rest, node, edge };
})();
