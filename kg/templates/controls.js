"use strict";
// Around the canvas: legend, search and table.
kg.controls = (() => {
  const { element, words, byId } = kg;
  const legend = byId("legend");
  const input = byId("search");
  const found = byId("found");
  let choice = -1;

  const entry = (group, name, mark, text, number) =>
    element("button", { type: "button", "aria-pressed": "true", "data-group": group, "data-name": name,
      onclick: (event) => { kg.scene.toggle(group, name); pressed(); event.currentTarget.focus(); } },
    mark, text, element("small", {}, String(number)));

  /** Each entry says whether what it stands for is shown. */
  const pressed = () => {
    for (const button of legend.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(!kg.scene.off[button.dataset.group].has(button.dataset.name)));
  };

  const drawLegend = () => {
    const tally = (records, key) => records.reduce((seen, record) => seen.set(record[key], (seen.get(record[key]) ?? 0) + 1), new Map());
    const kinds = tally(kg.data.nodes, "kind");
    const tiers = tally(kg.data.edges, "tier");
    legend.append(
      ...kg.data.kinds.filter((kind) => kinds.has(kind.name)).map((kind) => entry("kinds", kind.name, kg.symbol(kind.name), kind.many, kinds.get(kind.name))),
      element("span", { class: "gap" }),
      ...kg.data.tiers.filter((tier) => tiers.has(tier.name)).map((tier) => {
        const button = entry("tiers", tier.name, kg.line(tier.name), tier.heading, tiers.get(tier.name));
        button.title = tier.meaning;
        return button;
      }));
  };

  const matches = (wanted) => {
    const rank = (node) => {
      const names = [node.label, ...node.aliases].map((name) => name.toLowerCase());
      if (names.some((name) => name.startsWith(wanted))) return 0;
      if (names.some((name) => name.includes(` ${wanted}`))) return 1;
      return names.some((name) => name.includes(wanted)) ? 2 : 3;
    };
    return kg.data.nodes.map((node) => [rank(node), node]).filter(([at]) => at < 3).sort((a, b) => a[0] - b[0]).slice(0, 8).map(([, node]) => node);
  };

  const choose = (index) => {
    const options = [...found.querySelectorAll("[role=option]")];
    choice = options.length ? (index + options.length) % options.length : -1;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === choice)));
    if (choice >= 0) {
      input.setAttribute("aria-activedescendant", options[choice].id);
      options[choice].scrollIntoView({ block: "nearest" });
    }
  };
  const close = () => {
    found.hidden = true;
    choice = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const open = () => {
    const wanted = input.value.trim().toLowerCase();
    if (!wanted) return close();
    const options = matches(wanted).map((node, i) =>
      element("li", { role: "option", id: `found-${i}`, "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => take(node.id) },
        kg.symbol(node.kind), words(node.label), element("small", {}, node.classes[0] ? words(node.classes[0]) : "")));
    found.replaceChildren(...(options.length ? options : [element("li", { class: "none" }, "Nothing by that name")]));
    found.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(0);
  };
  const take = (id) => {
    input.value = "";
    close();
    kg.selectNode(id, true);
  };

  const listen = () => {
    input.addEventListener("input", open);
    input.addEventListener("focus", open);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") choose(choice + 1);
      else if (event.key === "ArrowUp") choose(choice - 1);
      else if (event.key === "Enter") found.querySelector("[aria-selected=true]")?.click();
      else return;
      event.preventDefault();
    });
    byId("zoom-in").addEventListener("click", () => kg.scene.zoom(1.4));
    byId("zoom-out").addEventListener("click", () => kg.scene.zoom(1 / 1.4));
    byId("zoom-all").addEventListener("click", () => kg.scene.fit(true, kg.scene.motion()));
  };

  const fillTable = () => {
    const body = byId("table").querySelector("tbody");
    if (body.childElementCount) return;
    const says = (edge) => [...new Set(edge.sources.map((source) => source.speaker || "the article"))].join(", ");
    const cell = (...content) => element("td", {}, ...content);
    body.append(...kg.data.edges.map((edge) => element("tr", {},
      cell(words(kg.nodes.get(edge.from).label)),
      cell(element("button", { type: "button", onclick: () => kg.selectEdge(edge.id, true) }, words(edge.label))),
      cell(words(kg.nodes.get(edge.to).label)), cell(kg.tiers.get(edge.tier).heading),
      cell(words(says(edge))), cell(String(edge.sources.length)))));
  };

  const summary = () => {
    const shown = kg.scene.revealed.size;
    const all = kg.data.nodes.length;
    const articles = new Set(kg.data.edges.flatMap((edge) => edge.sources.map((source) => source.article || source.title)));
    byId("summary").textContent = [
      shown < all ? `Showing ${shown} of ${all.toLocaleString("en-GB")} people, bodies and things; search for the others` : kg.count(all, "person, body or thing", "people, bodies and things"),
      kg.count(kg.data.edges.length, "edge", "edges"), kg.count(articles.size, "article", "articles"),
    ].join(" · ");
  };

  const start = () => {
    drawLegend();
    listen();
    summary();
    byId("table").addEventListener("toggle", fillTable);
  };
  return { start, summary, pressed, close, get open() { return !found.hidden; } };
})();
