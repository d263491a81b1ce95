// The same as tables: every line and node of the picture, for eyes, keyboards and screen readers. They follow the filters.

import { copyButton, download } from "./copying.js";
import { csv, tabbed } from "./csv.js";
import { reasons } from "./data.js";
import { byId, button, capital, counted, element, numeral, words } from "./dom.js";
import { claims, concepts, edges, groupWord, groups, model, nodes, papers, terms } from "./model.js";
import { choose, facts, keep, seenNow, store } from "./store.js";

const ROWS = 200; // on one page of a table

const name = (place) => nodes[place].name;

function whyInWords(edge) {
  return (edge.claims.length ? [...new Set(edge.claims.map(([first]) => concepts[claims[first].concept].label))]
    : edge.papers.map((paper) => papers[paper].title)).join("; ");
}

// {key, head, value, number?, short?, long?}: what a column is called, in an address and on the page, and what stands in it.
const COLUMNS = {
  links: [
    { key: "one", head: "One", value: (place) => name(edges[place].source) },
    { key: "other", head: "Other", value: (place) => name(edges[place].target) },
    { key: "amount", head: capital(terms.reasons), value: (place) => reasons(edges[place]), number: true },
    { key: "strength", head: "Strength", value: (place) => edges[place].weight, number: true },
    ...(edges.some((edge) => edge.lift !== null) ? [{ key: "lift", head: "Lift", value: (place) => edges[place].lift ?? "", number: true }] : []),
    ...(facts.dashed ? [{ key: "stated", head: "Stated", value: (place) => (edges[place].faint ? "only mentioned" : "stated") }] : []),
    { key: "why", head: "Why", value: (place) => whyInWords(edges[place]), long: true },
  ],
  nodes: [
    { key: "name", head: capital(terms.node), value: name },
    ...(model.kinds.length > 1 ? [{ key: "kind", head: "Kind", value: (place) => nodes[place].kind }] : []),
    ...(nodes.some((node) => node.papers.length > 1) ? [{ key: "papers", head: "Papers", value: (place) => nodes[place].papers.length, number: true }] : []),
    { key: "links", head: "Links", value: (place) => nodes[place].edges.length, number: true },
    ...(facts.span ? [{ key: "first", head: "First seen", value: (place) => facts.firstSeen[place] || "", short: true }] : []),
    ...(facts.bridged ? [{ key: "bridging", head: "Bridging", value: (place) => nodes[place].bridging, number: true }] : []),
    { key: "group", head: capital(groupWord), value: (place) => (groups[nodes[place].group] || { name: "" }).name },
  ],
};
const ALL = { links: edges.map((edge) => edge.place), nodes: facts.foremost };
const THINGS = { links: ["link", "links"], nodes: [terms.node, terms.nodes] };
const OPENS = { links: (place) => keep({ edge: place }), nodes: (place) => choose(place) };

const alphabet = new Intl.Collator("en", { numeric: true });

// What the table holds, in its order: all of it, not only the page that one sees.
function rowsOf(which) {
  const shown = seenNow()[which === "links" ? "edges" : "nodes"];
  const rows = ALL[which].filter((place) => shown[place]);
  const { table, sort } = store.now();
  const column = table === which && COLUMNS[which].find(({ key }) => key === sort.replace("-", ""));
  if (!column) return rows;
  const { value, number } = column;
  const falling = sort.startsWith("-");
  const keyed = rows.map((place) => [value(place), place]);
  keyed.sort(([a, one], [b, other]) => (falling ? -1 : 1) * (number ? a - b : alphabet.compare(a, b)) || one - other);
  return keyed.map(([, place]) => place);
}

const heads = (which) => COLUMNS[which].map((column) => column.head);
const cells = (which) => rowsOf(which).map((place) => COLUMNS[which].map((column) => column.value(place)));
export const saveTable = (which) => download(`${model.kind}-${which}.csv`, "text/csv", csv(heads(which), cells(which)));

function makeTable(which) {
  const holder = byId(`${which}-table`);
  const columns = COLUMNS[which];
  const body = element("tbody");
  const place = element("span", { class: "count" });
  let from = 0;
  const turn = (by) => { from = Math.max(0, from + by); fill(); };
  const before = button({ class: "tool", onclick: () => turn(-ROWS) }, "Previous");
  const after = button({ class: "tool", onclick: () => turn(ROWS) }, "Next");
  const sorters = columns.map(({ key, head, number }) => element("th", { scope: "col", class: number ? "number" : null },
    button({ onclick: () => sortBy(key, number) }, head)));

  function sortBy(key, number) {
    const { table, sort } = store.now();
    const now = table === which ? sort : "";
    const next = now === key ? `-${key}` : now === `-${key}` ? key : number ? `-${key}` : key;
    from = 0;
    store.change({ table: which, sort: next });
  }

  const cell = (column, row, at) => element("td", { class: column.number ? "number" : column.short ? "short" : null },
    at === 0 ? button({ class: "inline", onclick: () => OPENS[which](row) }, words(String(column.value(row))))
      : words(column.number && column.value(row) !== "" ? numeral(column.value(row)) : String(column.value(row)), column.long ? "div" : "bdi"));

  function fill() {
    const rows = rowsOf(which);
    const { table, sort } = store.now();
    from = Math.min(from, Math.max(0, Math.ceil(rows.length / ROWS - 1) * ROWS));
    body.replaceChildren(...rows.slice(from, from + ROWS).map((row) => element("tr", {}, columns.map((column, at) => cell(column, row, at)))));
    columns.forEach(({ key }, at) => {
      const sorted = table === which && sort.replace("-", "") === key;
      if (sorted) sorters[at].setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else sorters[at].removeAttribute("aria-sort");
    });
    holder.querySelector("summary .count").textContent = rows.length < ALL[which].length
      ? `${rows.length.toLocaleString("en")} of ${ALL[which].length.toLocaleString("en")}` : rows.length.toLocaleString("en");
    const [first, last] = [from + 1, Math.min(from + ROWS, rows.length)].map((number) => number.toLocaleString("en"));
    place.textContent = rows.length ? `${first}–${last} of ${counted(rows.length, ...THINGS[which])}` : "Nothing is shown";
    before.disabled = from === 0;
    after.disabled = from + ROWS >= rows.length;
  }

  holder.append(
    element("div", { class: "tools" }, place, before, after, copyButton("Copy as table", () => tabbed(heads(which), cells(which))),
      button({ class: "tool", onclick: () => saveTable(which) }, "CSV")),
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": holder.querySelector("h2").textContent },
      element("table", {}, element("thead", {}, element("tr", {}, sorters)), body)));
  store.subscribe((now, old) => {
    if (now.filters !== old.filters || now.table !== old.table || now.sort !== old.sort) fill();
  });
  fill();
}

export function startTables() {
  makeTable("links");
  const nodesTable = byId("nodes-table");
  const open = () => { if (nodesTable.open && !nodesTable.querySelector("tbody")) makeTable("nodes"); };
  for (const which of ["links", "nodes"]) {
    byId(`${which}-table`).addEventListener("toggle", ({ target }) => {
      open();
      const { table } = store.now();
      if (target.open && which === "nodes" && table !== which) store.change({ table: which, sort: "" });
      if (!target.open && table === which) store.change({ table: "", sort: "" });
    });
  }
  const follow = ({ table }) => { if (table) byId(`${table}-table`).open = true; open(); };
  store.subscribe((now, before) => { if (now.table !== before.table) follow(now); });
  follow(store.now());
}
