"use strict";
// Text from articles reaches the page here and only as text: textContent, never markup.
window.kg = {};

kg.data = JSON.parse(document.getElementById("data").textContent);
// What is empty is not written into the data.
const whole = (node, rank) => ({ lines: [node.label], aliases: [], classes: [], roles: [], statements: [], ...node, rank, edges: [] });
kg.nodes = new Map();
kg.edges = new Map();
/** Let the page know nodes and edges; those it knows are left out. */
kg.learn = (nodes, edges) => {
  const fresh = nodes.filter((node) => !kg.nodes.has(node.id)).map((node, i) => whole(node, kg.nodes.size + i));
  for (const node of fresh) kg.nodes.set(node.id, node);
  const joined = edges.filter((edge) => !kg.edges.has(edge.id) && kg.nodes.has(edge.from) && kg.nodes.has(edge.to));
  for (const edge of joined) {
    kg.edges.set(edge.id, Object.assign(edge, { sources: edge.sources ?? [] }));
    kg.nodes.get(edge.from).edges.push(edge);
    if (edge.to !== edge.from) kg.nodes.get(edge.to).edges.push(edge);
  }
  return { nodes: fresh, edges: joined };
};
Object.assign(kg.data, kg.learn(kg.data.nodes, kg.data.edges));
kg.statement = (number) => kg.data.statements[number];
kg.tiers = new Map(kg.data.tiers.map((tier) => [tier.name, tier]));

kg.byId = (id) => document.getElementById(id);

/** An element with attributes of ours, handlers under `on…`, and children that are elements or text. */
kg.element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== ""));
  return made;
};

/** Somebody else's words, kept from turning the direction of ours. */
kg.words = (text) => {
  const made = document.createElement("bdi");
  made.textContent = text;
  return made;
};

/** A link where the address is one a browser may follow, else the bare words. */
kg.link = (text, address) => {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return kg.words(text);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return kg.words(text);
  return kg.element("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, kg.words(text));
};

kg.count = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/** 2025-01-16 as 16 January 2025; anything else as it stands. */
kg.day = (date) => {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(date);
  if (!found) return date;
  const months = "January February March April May June July August September October November December".split(" ");
  return `${Number(found[3])} ${months[Number(found[2]) - 1] ?? found[2]} ${found[1]}`;
};

const drawn = (size, width, name, tag, attributes) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, tag);
  for (const [key, value] of Object.entries({ width, height: size, viewBox: `0 0 ${width} ${size}`, class: name, "aria-hidden": "true" }))
    svg.setAttribute(key, value);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
  svg.append(shape);
  return svg;
};

/** The symbol of a kind of entity. */
kg.symbol = (kind) => {
  const paths = { Person: "M7 1a6 6 0 1 0 .01 0z", Organisation: "M2 2h10v10h-10z", Place: "M7 1l6.5 11.5h-13z", Thing: "M7 0l7 7-7 7-7-7z" };
  return drawn(14, 14, kind, "path", { d: paths[kind] });
};

/** The line of a tier. */
kg.line = (tier) =>
  drawn(10, 22, `tier ${tier.replace(" ", "-")}`, "line", { x1: 0, x2: 22, y1: 5, y2: 5, "stroke-dasharray": kg.tiers.get(tier).dashes.join(" ") });
