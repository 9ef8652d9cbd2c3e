"use strict";
// Find an entity by any of its names; the list completes what is typed.
kg.search = (() => {
  const { element, words, byId } = kg;
  const input = byId("search");
  const found = byId("found");
  const names = [];
  const learn = (nodes) => void names.push(...nodes.map((node) => [node, [node.label, ...node.aliases].map((name) => name.toLowerCase())]));
  learn(kg.data.nodes);
  let choice = -1;

  const rank = (own, wanted) => {
    if (own.some((name) => name.startsWith(wanted))) return 0;
    if (own.some((name) => name.includes(` ${wanted}`))) return 1;
    return own.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  const matches = (wanted) => {
    const best = [[], [], []];
    for (const [node, own] of names) best[rank(own, wanted)]?.push(node);
    return best.flat().slice(0, 8);
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
    const whole = input.value.trim();
    if (kg.more.can && !matches(wanted).some((node) => node.label.toLowerCase() === wanted))
      options.push(element("li", { role: "option", id: "found-more", class: "beyond", "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => beyond(whole) },
        element("span", {}, "⌕"), element("span", {}, "Look for “", words(whole), "” in the whole graph")));
    found.replaceChildren(...(options.length ? options : [element("li", { class: "none" }, "Nothing by that name")]));
    found.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(0);
  };
  const beyond = async (name) => {
    input.value = "";
    close();
    await kg.named(name);
  };
  const take = (id) => {
    input.value = "";
    close();
    kg.selectNode(id, true);
  };
  const start = () => {
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
  };
  return { start, close, learn, focus: () => input.focus(), get open() { return !found.hidden; } };
})();
