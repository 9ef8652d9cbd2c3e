"use strict";
// What is on show as a file: SVG, PNG made of it, or the edges as CSV.
kg.save = (() => {
  const { scene, byId } = kg;
  const SPACE = "http://www.w3.org/2000/svg";

  const make = (tag, attributes, text) => {
    const made = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const SHAPES = {
    dot: (x, y, r) => make("circle", { cx: x, cy: y, r }),
    square: (x, y, r) => make("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: 2 }),
    triangle: (x, y, r) => make("path", { d: `M${x} ${y - r}L${x + r} ${y + r * 0.8}L${x - r} ${y + r * 0.8}z` }),
    diamond: (x, y, r) => make("path", { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z` }),
  };
  /** An edge as a curve from rim to rim with its arrow, and the point where its words stand. */
  const curve = (edge) => {
    const [from, to] = [edge.from, edge.to].map((id) => kg.nodes.get(id));
    const [a, b] = [from, to].map(scene.stage.at);
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy);
    if (length < 1) return { d: `M${a.x} ${a.y - from.size}c40 -60 60 20 ${from.size} ${from.size}`, x: a.x + 40, y: a.y - from.size - 24, arrow: "" };
    const via = { x: (a.x + b.x) / 2 + dy * edge.bend, y: (a.y + b.y) / 2 - dx * edge.bend };
    const away = Math.hypot(b.x - via.x, b.y - via.y);
    const [ux, uy] = [(b.x - via.x) / away, (b.y - via.y) / away];
    const tip = { x: b.x - ux * (to.size + 2), y: b.y - uy * (to.size + 2) };
    const back = (side) => `${tip.x - 9 * ux + side * 4 * uy} ${tip.y - 9 * uy - side * 4 * ux}`;
    return {
      d: `M${a.x} ${a.y}Q${via.x} ${via.y} ${tip.x - 6 * ux} ${tip.y - 6 * uy}`,
      arrow: `M${tip.x} ${tip.y}L${back(1)}L${back(-1)}z`,
      x: (a.x + 2 * via.x + b.x) / 4, y: (a.y + 2 * via.y + b.y) / 4,
    };
  };

  const svg = () => {
    const { colours } = scene;
    const nodes = scene.seenNodes();
    const edges = scene.seenEdges();
    const at = nodes.map(scene.stage.at);
    const reach = (pick, key) => at.reduce((best, point) => pick(best, point[key]), at[0]?.[key] ?? 0);
    const [left, top] = [reach(Math.min, "x") - 110, reach(Math.min, "y") - 60];
    const [width, height] = [reach(Math.max, "x") + 110 - left, reach(Math.max, "y") + 110 - top];
    const root = make("svg", { xmlns: SPACE, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "Arial, sans-serif" });
    root.append(make("title", {}, document.title), make("rect", { x: left, y: top, width, height, fill: colours.paper }));
    const named = new Set(nodes.length > 300 ? [...nodes].sort((a, b) => a.rank - b.rank).slice(0, 60) : nodes);
    for (const edge of edges) {
      const line = curve(edge);
      const stroke = scene.stroke(edge.tier);
      root.append(make("path", { d: line.d, fill: "none", stroke, "stroke-width": edge.width, "stroke-dasharray": kg.tiers.get(edge.tier).dashes.join(" ") || "none" }), make("path", { d: line.arrow, fill: stroke }));
      if (edges.length <= 250)
        root.append(make("text", { x: line.x, y: line.y, fill: stroke, "font-size": 11, "text-anchor": "middle", stroke: colours.paper, "stroke-width": 4, "paint-order": "stroke" }, edge.label.slice(0, 32)));
    }
    for (const node of nodes) {
      const { x, y } = scene.stage.at(node);
      const symbol = SHAPES[node.shape](x, y, node.size);
      symbol.setAttribute("fill", colours[node.kind]);
      root.append(symbol);
      if (!named.has(node)) continue;
      node.lines.forEach((line, i) => root.append(make("text", { x, y: y + node.size + 16 + 15 * i, fill: colours.ink, "font-size": 13, "text-anchor": "middle", stroke: colours.paper, "stroke-width": 4, "paint-order": "stroke" }, line)));
    }
    return { text: new XMLSerializer().serializeToString(root), width, height };
  };

  const png = async () => {
    const drawn = svg();
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.text)}`;
    await image.decode();
    const scale = Math.min(2, 8000 / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.ceil(drawn.width * scale), Math.ceil(drawn.height * scale)];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  /** One line for each sentence behind an edge on show. */
  const csv = () => {
    // A spreadsheet would take a cell that begins so for a formula.
    const cell = (value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
    const rows = [["who", "does what", "to whom or what", "standing", "says who", "certainty", "sentence", "article", "date", "address"]];
    for (const edge of scene.seenEdges()) {
      const start = [kg.nodes.get(edge.from).label, edge.label, kg.nodes.get(edge.to).label, kg.tiers.get(edge.tier).heading];
      const numbers = kg.filters.of(edge.sources);
      if (!numbers.length) rows.push([...start, "", "", "", "", "", ""]);
      for (const said of numbers.map(kg.statement)) {
        const article = kg.data.articles[said.article];
        rows.push([...start, said.speaker || "the article", said.certainty, said.words.map(([text]) => text).join(""), article.title, article.date, article.url]);
      }
    }
    return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  };

  const MADE = {
    png,
    svg: async () => new Blob([svg().text], { type: "image/svg+xml" }),
    csv: async () => new Blob([csv()], { type: "text/csv" }),
  };
  const save = async (kind) => {
    const name = document.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40) || "network";
    const address = URL.createObjectURL(await MADE[kind]());
    kg.element("a", { href: address, download: `${name}.${kind}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
  const start = () => {
    for (const button of byId("save").querySelectorAll("button"))
      button.addEventListener("click", () => {
        byId("save").open = false;
        save(button.dataset.kind);
      });
  };
  return { start, svg, csv, png };
})();
