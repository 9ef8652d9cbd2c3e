"use strict";
// Around the canvas: legend, filters, how much is shown, zoom.
kg.controls = (() => {
  const { element, words, byId, count, scene, filters } = kg;
  const legend = byId("legend");
  const form = byId("filters");

  const entry = (group, name, mark, text, number) =>
    element("button", { type: "button", "aria-pressed": "true", "data-group": group, "data-name": name,
      onclick: (event) => { filters.toggle(group, name); changed(); event.currentTarget.focus(); } },
    mark, text, element("small", {}, String(number)));

  const drawLegend = () => {
    const tally = (records, key) => records.reduce((seen, record) => seen.set(record[key], (seen.get(record[key]) ?? 0) + 1), new Map());
    const kinds = tally(kg.data.nodes, "kind");
    const tiers = tally(kg.data.edges, "tier");
    legend.replaceChildren(
      ...kg.data.kinds.filter((kind) => kinds.has(kind.name)).map((kind) => entry("kinds", kind.name, kg.symbol(kind.name), kind.many, kinds.get(kind.name))),
      element("span", { class: "gap" }),
      ...kg.data.tiers.filter((tier) => tiers.has(tier.name)).map((tier) => {
        const button = entry("tiers", tier.name, kg.line(tier.name), tier.heading, tiers.get(tier.name));
        button.title = tier.meaning;
        return button;
      }));
  };

  const fillFilters = () => {
    const any = element("option", { value: "" }, "any");
    const option = (value, text) => { const made = element("option", { value }); made.textContent = text; return made; };
    const fill = (name, records, text) => {
      const ordered = records.map((record, number) => [text(record), String(number)]).sort((a, b) => a[0].localeCompare(b[0], "en"));
      form.elements[name].replaceChildren(any.cloneNode(true), ...ordered.map(([label, value]) => option(value, label.length > 70 ? `${label.slice(0, 69)}…` : label)));
      form.elements[name].closest("label").hidden = records.length < 2;
    };
    fill("action", kg.data.actions, (action) => action.label);
    fill("article", kg.data.articles, (article) => (article.date ? `${article.date.slice(0, 10)} · ${article.title}` : article.title));
  };
  const listen = () => {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      filters.ask(event.target.name, event.target.value);
      narrowed();
    });
    byId("no-filters").addEventListener("click", () => {
      for (const name of Object.keys(filters.asked)) filters.ask(name, "");
      narrowed();
    });
  };
  /** What fits may not be on show yet: bring as much of it as the page opens with. */
  const narrowed = () => {
    if (filters.narrowed()) scene.reveal(filters.best(Math.max(60, kg.data.shown)));
    else scene.only(scene.opening);
    if (scene.selected && !(kg.edges.has(scene.selected) ? scene.edgeVisible(kg.edges.get(scene.selected)) : scene.visible(scene.selected))) kg.clear();
    changed();
    scene.fit(true, true);
  };

  /** The page has come to know more. */
  const grown = () => {
    drawLegend();
    fillFilters();
    said();
  };

  /** Each control says what is shown now. */
  const changed = () => {
    scene.update();
    said();
    kg.table.changed();
    kg.panel[kg.edges.has(scene.selected) ? "edge" : scene.selected === null ? "rest" : "node"](scene.selected);
  };
  const said = () => {
    for (const button of legend.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(!filters.off[button.dataset.group].has(button.dataset.name)));
    for (const [name, value] of Object.entries(filters.asked)) form.elements[name].value = value;
    const set = Object.values(filters.asked).filter((value) => value !== "").length;
    byId("filter-count").textContent = set ? String(set) : "";
    byId("no-filters").hidden = !set;
    summary();
  };

  const summary = () => {
    const here = kg.data.nodes.length;
    const all = Math.max(here, kg.data.total?.nodes ?? 0);
    const every = Math.max(kg.data.edges.length, kg.data.total?.edges ?? 0);
    const shown = scene.seenNodes().length;
    const edges = scene.seenEdges().length;
    byId("summary").textContent = [
      shown < all ? `Showing ${shown.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} people, bodies and things` : count(all, "person, body or thing", "people, bodies and things"),
      edges < every ? `${edges.toLocaleString("en-GB")} of ${count(every, "edge", "edges")}` : count(edges, "edge", "edges"),
      here < all ? "" : count(kg.data.articles.length, "article", "articles"),
    ].filter(Boolean).join(" · ");
    byId("show-all").hidden = scene.revealed.size === here;
    byId("show-all").textContent = here < all ? `Show ${here.toLocaleString("en-GB")}` : "Show all";
    byId("show-fewer").hidden = scene.revealed.size <= scene.opening.length;
  };

  const start = () => {
    drawLegend();
    fillFilters();
    listen();
    said();
    byId("zoom-in").addEventListener("click", () => scene.zoom(1.4));
    byId("zoom-out").addEventListener("click", () => scene.zoom(1 / 1.4));
    byId("zoom-all").addEventListener("click", () => scene.fit(true, true));
    const amount = (ids) => () => {
      scene.only(ids);
      kg.clear();
      changed();
      scene.fit(true, true);
    };
    byId("show-all").addEventListener("click", amount(kg.data.nodes.map((node) => node.id)));
    byId("show-fewer").addEventListener("click", amount(scene.opening));
  };
  return { start, said, grown };
})();
