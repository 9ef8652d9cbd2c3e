"use strict";
// A page that is served knows a part of the network: neighbours who are not in it are asked of the server.
kg.more = (() => {
  const address = kg.data.more;
  const PATIENCE = 40000;
  const numbers = {}; // what statements, articles and actions are called -> their numbers on this page
  const NAMES = { statements: (one) => one.id, articles: (one) => one.id, actions: (one) => one.name };

  /** The numbers that some records have here; those that are new get one. */
  const numbered = (group, records) => {
    numbers[group] ??= new Map(kg.data[group].map((record, number) => [NAMES[group](record), number]));
    return records.map((record) => {
      const name = NAMES[group](record);
      if (!numbers[group].has(name)) numbers[group].set(name, kg.data[group].push(record) - 1);
      return numbers[group].get(name);
    });
  };
  /** Take in what the server told; the ids of the nodes that are new. */
  const add = (told) => {
    const articles = numbered("articles", told.articles);
    const actions = numbered("actions", told.actions);
    const here = ({ article, action, ...rest }) => ({ ...rest, article: articles[article], action: action < 0 ? -1 : actions[action] });
    const statements = numbered("statements", told.statements.map(here));
    const known = (sources = []) => sources.map((number) => statements[number]);
    const nodes = told.nodes.map((node) => ({
      ...node, statements: known(node.statements),
      roles: (node.roles ?? []).map((role) => ({ ...role, article: articles[role.article] })),
    }));
    const fresh = kg.learn(nodes, told.edges.map((edge) => ({ ...edge, sources: known(edge.sources) })));
    // Who was here before is told of anew: the counts are those of the graph as it is now.
    for (const node of nodes) kg.nodes.get(node.id).neighbours = node.neighbours ?? 0;
    kg.data.nodes.push(...fresh.nodes);
    kg.data.edges.push(...fresh.edges);
    kg.search.learn(fresh.nodes);
    kg.history.learn(fresh.nodes);
    kg.filters.refresh();
    kg.controls.grown();
    return fresh.nodes.map((node) => node.id);
  };

  /** Why there is no answer, as a sentence. */
  const reason = async (answer) => {
    const words = (await answer.text()).trim();
    const plain = (answer.headers.get("Content-Type") ?? "").startsWith("text/plain");
    return `The server answers: ${plain && words ? words.slice(0, 400) : `${answer.status} ${answer.statusText}`}`;
  };
  /** What the server says of the neighbours of an entity, by IRI or name; throws an Error for people to read. */
  const ask = async (about) => {
    let answer;
    try {
      answer = await fetch(`${address}about=${encodeURIComponent(about)}`, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ known: [...kg.nodes.keys()] }),
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (problem) {
      throw new Error(problem.name === "TimeoutError" ? `The server has not answered for ${PATIENCE / 1000} seconds. Try once more, or ask for less.`
        : "The server cannot be reached. If it was ended, start it again; then try once more.");
    }
    if (!answer.ok) throw new Error(await reason(answer));
    try {
      return await answer.json();
    } catch {
      throw new Error("The server's answer was cut off. Try once more.");
    }
  };

  /** Fetch neighbours of an entity; the ids of those who are new. */
  const around = async (id) => {
    const fresh = add(await ask(id));
    // What the server does not have any more is not offered again.
    if (!fresh.length) kg.nodes.get(id).neighbours = 0;
    return fresh;
  };
  /** Fetch whom a name means, with neighbours, and select the first; whether there is anybody. */
  const named = async (name) => {
    const told = await ask(name);
    const fresh = add(told);
    const id = told.about.find((one) => kg.nodes.has(one));
    if (id === undefined) return false;
    kg.scene.reveal([id, ...fresh]);
    kg.selectNode(id, true);
    return true;
  };
  /** How many neighbours of a node are only known to the server. */
  const beyond = (node) => {
    if (!address || !node.neighbours) return 0;
    const around = new Set(node.edges.flatMap((edge) => [edge.from, edge.to]));
    around.delete(node.id);
    return Math.max(0, node.neighbours - around.size);
  };
  return { around, named, beyond, add, can: Boolean(address), AT_ONCE: 30 };
})();
