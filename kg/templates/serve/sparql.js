"use strict";
// The editor for people: it asks this server and nobody else, and shows when an answer is not whole.
(() => {
  const root = document.getElementById("yasgui");
  const note = document.getElementById("limited");
  const endpoint = location.origin + location.pathname;
  // The other completers ask sites elsewhere.
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  Yasgui.Yasqe.defaults.createShareableLink = (yasqe) =>
    `${endpoint}?query=${encodeURIComponent(yasqe.getValue())}`;
  // The keyboard gets out of the editor again.
  Object.assign(Yasgui.Yasqe.defaults.extraKeys, { Tab: false, "Shift-Tab": false });
  const first = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n" +
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n\nSELECT ?who ?did ?what WHERE {\n  ?statement rdf:subject/skos:prefLabel ?who ;\n" +
    "    rdf:predicate/rdfs:label ?did ;\n    rdf:object/skos:prefLabel ?what .\n} LIMIT 50";
  Yasgui.Yasqe.defaults.value = first;
  Yasgui.Yasr.defaults.prefixes = JSON.parse(root.dataset.prefixes);
  // To sort and to filter, the table would take the words of an article for markup that has to be made harmless.
  const table = Yasgui.Yasr.plugins.table.prototype;
  const columns = table.getColumns;
  table.getColumns = function () {
    return columns.call(this).map((column, number) => {
      const render = column.render;
      const isShown = (type) => type && type !== "filter" && type !== "sort";
      if (number) column.render = (cell, type, ...rest) => (isShown(type) ? render(cell, type, ...rest) : cell.value || "");
      return column;
    });
  };
  const yasgui = new Yasgui(root, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
    copyEndpointOnNewTab: true,
    populateFromUrl: false,
    persistenceId: "kg",
  });
  const asked = new URLSearchParams(location.search).get("query");
  yasgui.on("queryResponse", (_, tab) => setTimeout(() => {
    const found = tab.getYasr().results;
    const headers = found && found.res && found.res.headers;
    const limit = headers && headers.get && headers.get(root.dataset.limited);
    note.hidden = !limit;
    note.textContent = limit
      ? `These are the first ${Number(limit).toLocaleString("en")} rows. There are more: add conditions, or LIMIT and OFFSET.`
      : "";
  }));
  if (asked) {
    const tab = yasgui.addTab(true, { name: "From a link" });
    tab.setQuery(asked);
    tab.query().catch(() => {});
    history.replaceState(null, "", location.pathname);
  }
  // YASGUI puts the keyboard into the editor; whoever goes by keyboard comes in at the top of the page.
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute("tabindex");
  window.yasgui = yasgui;
})();
