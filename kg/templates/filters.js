"use strict";
// Which edges and nodes fit what the reader asked for: kind, standing, action, article, time.
kg.filters = (() => {
  const off = { kinds: new Set(), tiers: new Set() };
  const asked = { action: "", article: "", since: "", until: "" };
  let live = null; // the nodes that have something that fits; null: nothing was asked for

  const narrowed = () => Object.values(asked).some((value) => value !== "");
  const fits = (number) => {
    const statement = kg.data.statements[number];
    const { date } = kg.data.articles[statement.article];
    return (
      (asked.action === "" || statement.action === Number(asked.action)) &&
      (asked.article === "" || statement.article === Number(asked.article)) &&
      (asked.since === "" || date.slice(0, 10) >= asked.since) &&
      (asked.until === "" || (date !== "" && date.slice(0, 10) <= asked.until))
    );
  };
  /** The statements behind an edge or about a node, as far as they fit. */
  const of = (numbers) => (narrowed() ? numbers.filter(fits) : numbers);
  const edge = (one) => !off.tiers.has(one.tier) && (!narrowed() || one.sources.some(fits));
  const node = (one) => !off.kinds.has(one.kind) && (live === null || live.has(one.id));

  const refresh = () => {
    live = null;
    if (!narrowed()) return;
    live = new Set();
    for (const one of kg.edges.values()) if (one.sources.some(fits)) live.add(one.from).add(one.to);
    for (const one of kg.nodes.values()) if (one.statements.some(fits)) live.add(one.id);
  };
  const ask = (name, value) => {
    asked[name] = value;
    refresh();
  };
  const toggle = (group, name) => {
    const now = !off[group].delete(name);
    if (now) off[group].add(name);
    return now;
  };
  /** Let a node or edge be seen, whatever was filtered away. */
  const admit = (id) => {
    const one = kg.edges.get(id);
    const ends = one ? [one.from, one.to] : [id];
    ends.forEach((end) => off.kinds.delete(kg.nodes.get(end).kind));
    if (one) off.tiers.delete(one.tier);
    if ((one && !edge(one)) || !ends.every((end) => node(kg.nodes.get(end)))) {
      for (const name of Object.keys(asked)) asked[name] = "";
      refresh();
    }
  };
  /** The nodes that fit, those with most edges that fit first. */
  const best = (count) => {
    const degrees = new Map();
    for (const one of kg.edges.values())
      if (edge(one)) for (const end of [one.from, one.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    const found = kg.data.nodes.filter((one) => node(one)).map((one) => [degrees.get(one.id) ?? 0, one.id]);
    return found.sort((a, b) => b[0] - a[0]).slice(0, count).map(([, id]) => id);
  };
  return { off, asked, narrowed, of, edge, node, ask, toggle, admit, best, refresh };
})();
