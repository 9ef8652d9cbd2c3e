"use strict";
// Beside the canvas: who an entity is and what is said of it, or which sentences are behind an edge.
kg.panel = (() => {
  const { element, words, count, scene, filters } = kg;
  const panel = kg.byId("panel");
  const statements = (number) => count(number, "statement", "statements");
  const name = (id) => kg.nodes.get(id).label;
  const open = (id, text) => element("button", { type: "button", class: "inline", onclick: () => kg.selectNode(id, true) }, words(text ?? name(id)));

  const show = (...content) => {
    panel.classList.remove("resting");
    const close = element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => kg.clear() }, "×");
    panel.replaceChildren(close, ...content.flat().filter((child) => child !== ""));
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
        element("p", {}, "Drag to move, scroll or pinch to come nearer, Escape to start again. With the keyboard: arrows go from symbol to symbol, Enter opens one, / searches.")),
      ...(rows.length ? [element("h3", {}, "Most connected"), element("ul", { class: "rows" }, ...rows)] : []));
  };

  const row = (edge, id) => {
    const outward = edge.from === id;
    const other = words(name(outward ? edge.to : edge.from));
    const deed = element("em", {}, words(edge.label));
    return element("li", {}, element("button", { type: "button", onclick: () => kg.selectEdge(edge.id, true) },
      element("span", { class: "grow" }, ...(outward ? [deed, " ", other] : [other, " ", deed, " ", element("em", {}, words(name(id)))])),
      element("small", {}, statements(filters.of(edge.sources).length))));
  };

  const PLAYS = { agent: "does it", coAgent: "does it too", theme: "what it is about", addressee: "told, asked or given it", topic: "topic", capacity: "as what", origin: "from where", goal: "to where", place: "where", instrument: "by which means", time: "when", deadline: "by when" };
  /** One statement: the sentence with its words marked, who says it, how sure, and where it stands. */
  const said = (number) => {
    const from = kg.statement(number);
    const article = kg.data.articles[from.article];
    const marked = from.words.map(([text, role]) =>
      role === "trigger" ? element("mark", { title: "what calls up the action" }, text)
        : role ? element("span", { class: "part", title: PLAYS[role] ?? "" }, text) : text);
    return element("li", {}, element("blockquote", {}, element("bdi", {}, ...marked)), element("dl", {},
      element("dt", {}, "Says who"), element("dd", {}, from.speaker ? (kg.nodes.has(from.speakerNode) ? open(from.speakerNode, from.speaker) : words(from.speaker)) : "the article"),
      ...(from.certainty ? [element("dt", {}, "Certainty"), element("dd", {}, words(from.certainty))] : []),
      ...(from.when ? [element("dt", {}, "When"), element("dd", {}, words(kg.day(from.when)))] : []),
      element("dt", {}, "Article"), element("dd", {}, kg.link(article.title, article.url)),
      ...(article.date ? [element("dt", {}, "Date"), element("dd", {}, words(kg.day(article.date)))] : [])));
  };

  /** The roles held, each once, with the articles that tell of it. */
  const roles = (held) => {
    const groups = new Map();
    for (const role of held) {
      const key = JSON.stringify([role.standing, role.label, role.body, role.start, role.end, role.speaker]);
      groups.set(key, [...(groups.get(key) ?? []), role]);
    }
    return [...groups.values()].map((same) => {
      const { standing, label, body, start, end, speaker, sentence } = same[0];
      const span = [start && `from ${kg.day(start)}`, end && `until ${kg.day(end)}`].filter(Boolean).join(" ");
      const titles = [...new Set(same.map((role) => kg.data.articles[role.article].title))];
      return element("li", { title: sentence }, standing ? element("em", {}, standing, " ") : "", words(label),
        body && !label.includes(body) ? [", ", words(body)] : "", span ? element("em", {}, ` ${span}`) : "",
        element("small", {}, speaker ? ["says ", words(speaker), ", in "] : "", words(titles[0]), titles.length > 1 ? ` and ${count(titles.length - 1, "other article", "other articles")}` : ""));
    });
  };

  /** Everything said of a node, by who says it: the article first, then those who say most. */
  const bySpeaker = (shown) => {
    const groups = new Map();
    for (const number of new Set([...shown.edges.flatMap((edge) => edge.sources), ...shown.statements])) {
      if (!filters.of([number]).length) continue;
      const { speaker } = kg.statement(number);
      groups.set(speaker, [...(groups.get(speaker) ?? []), number]);
    }
    const ordered = [...groups].sort((a, b) => (a[0] === "" ? -1 : b[0] === "" ? 1 : b[1].length - a[1].length));
    return ordered.map(([speaker, numbers]) => {
      const list = element("ol", { class: "evidence" });
      const made = element("details", { class: "speaker", ontoggle: () => list.childElementCount || list.append(...numbers.map(said)) },
        element("summary", {}, element("span", { class: "grow" }, speaker ? words(speaker) : "The articles themselves"), element("small", {}, statements(numbers.length))), list);
      return made;
    });
  };

  /** Where statements are that are too many for this page. */
  const remainder = (all = 0, here, ids) => (kg.more.can && all > here.length
    ? element("p", { class: "quiet" }, `These are the newest ${here.length} of ${statements(all)}. All are on the page of `,
      ...ids.flatMap((id, i) => [i ? " and of " : "", element("a", { href: `/entity?iri=${encodeURIComponent(id)}` }, words(name(id)))]), ".")
    : "");

  /** A button that asks the server for neighbours, and says where that fails. */
  const fetched = (id, unseen, beyond) => {
    const all = unseen.length + beyond;
    const now = unseen.length + Math.min(beyond, kg.more.AT_ONCE);
    const make = element("button", { type: "button", class: "more", "data-does": "Show", onclick: async () => {
      make.disabled = true;
      const clear = wait("Asking for neighbours …");
      try {
        const fresh = await kg.more.around(id);
        if (kg.scene.selected === id) kg.expand([...unseen, ...fresh], id);
      } catch (wrong) {
        clear();
        make.disabled = false;
        if (kg.scene.selected === id) problem(wrong.message);
      }
    } }, now < all ? `Show ${now} of ${count(all, "more neighbour", "more neighbours")}` : `Show ${count(all, "more neighbour", "more neighbours")}`);
    return make;
  };
  /** Say that something is awaited, until it is done: what is returned takes the words away. */
  const wait = (text) => {
    tell("waits", text);
    return () => panel.querySelector(".waits")?.remove();
  };
  const problem = (text) => tell("problem", text);
  const tell = (kind, text) => {
    panel.classList.remove("resting");
    panel.querySelectorAll(".waits, .problem").forEach((old) => old.remove());
    const note = element("p", { class: kind, role: kind === "problem" ? "alert" : "status" }, words(text));
    (panel.querySelector(".actions") ?? panel.querySelector("h2")).after(note);
  };

  const node = (id) => {
    const shown = kg.nodes.get(id);
    const edges = shown.edges.filter((edge) => !filters.narrowed() || filters.of(edge.sources).length);
    const groups = kg.data.tiers
      .map((tier) => [tier, edges.filter((edge) => edge.tier === tier.name).sort((a, b) => (b.from === id) - (a.from === id))])
      .filter(([, listed]) => listed.length)
      .flatMap(([tier, listed]) => [
        element("h3", {}, kg.line(tier.name), tier.heading),
        element("ul", { class: "rows" }, ...listed.map((edge) => row(edge, id))),
      ]);
    const around = [...new Set(shown.edges.flatMap((edge) => [edge.from, edge.to]))].filter((other) => other !== id);
    const unseen = around.filter((other) => !scene.revealed.has(other));
    const alone = around.filter((other) => scene.revealed.has(other) && kg.nodes.get(other).edges.every((edge) => [edge.from, edge.to].every((end) => end === id || end === other || !scene.revealed.has(end))));
    const button = (ids, verb, one, many, act) => (ids.length ? element("button", { type: "button", class: "more", "data-does": verb, onclick: () => act(ids, id) }, `${verb} ${count(ids.length, one, many)}`) : "");
    const beyond = kg.more.beyond(shown);
    const told = bySpeaker(shown);
    show(
      element("p", { class: "tag" }, kg.symbol(shown.kind), words([shown.kind, ...shown.classes].join(", ").replace("Organisation", "Body"))),
      element("h2", {}, words(shown.label)),
      shown.aliases.length ? element("p", { class: "quiet" }, "Also called ", ...shown.aliases.flatMap((alias, i) => [i ? ", " : "", words(alias)])) : "",
      shown.roles.length ? element("ul", { class: "roles", "aria-label": "Roles" }, ...roles(shown.roles)) : "",
      element("p", { class: "actions" },
        beyond ? fetched(id, unseen, beyond) : button(unseen, "Show", "more neighbour", "more neighbours", kg.expand),
        button(alone, "Hide", "neighbour linked to nobody else", "neighbours linked to nobody else", kg.collapse)),
      told.length ? [element("h3", {}, "What is said of it, and by whom"), ...told] : "",
      remainder(shown.told, shown.statements, [id]),
      ...groups);
  };

  const edge = (id) => {
    const shown = kg.edges.get(id);
    const tier = kg.tiers.get(shown.tier);
    const numbers = filters.of(shown.sources);
    show(
      element("p", { class: "tag" }, kg.line(tier.name), tier.heading),
      element("h2", {}, open(shown.from), " ", element("em", {}, words(shown.label)), " ", open(shown.to)),
      element("p", { class: "quiet" }, tier.meaning),
      element("h3", {}, numbers.length ? statements(numbers.length) : "No statement was kept for this edge"),
      element("ol", { class: "evidence" }, ...numbers.map(said)),
      remainder(shown.told, shown.sources, [shown.from, shown.to]));
  };

  return { rest, node, edge, wait, problem };
})();
