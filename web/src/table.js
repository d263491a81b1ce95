// The same as tables: every line and every node of the picture, for eyes, keyboards and screen readers.

import { reasons } from "./data.js";
import { byId, element, words } from "./dom.js";
import { keep } from "./keeping.js";
import { byImportance } from "./labels.js";
import { claims, concepts, edges, groups, linksByConcepts, nodes, papers } from "./model.js";

const ROWS_AT_ONCE = 400;

// `columns` are {head, value, number?}; `rows` are places; a row's first cell is a button that keeps the thing.
function makeTable(holder, columns, rows, act) {
  const body = element("tbody");
  const heads = columns.map((column, place) => element("th", { scope: "col" },
    element("button", { type: "button", onclick: () => sortBy(place) }, column.head)));
  let turn = 0;

  const cell = (column, row, place) => element("td", { class: column.number ? "number" : null },
    place === 0 ? element("button", { type: "button", onclick: () => act(row) }, words(String(column.value(row))))
      : words(String(column.value(row))));

  // In slices, so that thousands of rows never hold the page up.
  function fill(order) {
    const mine = ++turn;
    body.replaceChildren();
    const more = (from) => {
      if (mine !== turn) return;
      body.append(...order.slice(from, from + ROWS_AT_ONCE).map((row) =>
        element("tr", {}, columns.map((column, place) => cell(column, row, place)))));
      if (from + ROWS_AT_ONCE < order.length) setTimeout(more, 0, from + ROWS_AT_ONCE);
    };
    more(0);
  }

  function sortBy(place) {
    const head = heads[place];
    const falling = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : Boolean(columns[place].number);
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    const { value, number } = columns[place];
    const compare = number ? (a, b) => value(a) - value(b) : (a, b) => String(value(a)).localeCompare(String(value(b)));
    fill([...rows].sort((a, b) => (falling ? -compare(a, b) : compare(a, b)) || a - b));
  }

  holder.append(element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": holder.querySelector("h2").textContent },
    element("table", {}, element("thead", {}, element("tr", {}, heads)), body)));
  fill(rows);
}

export function startTables() {
  makeTable(byId("links-table"), [
    { head: "One", value: (place) => nodes[edges[place].source].name },
    { head: "Other", value: (place) => nodes[edges[place].target].name },
    { head: linksByConcepts ? "Shared" : "Papers", value: (place) => reasons(edges[place]), number: true },
    { head: "Strength", value: (place) => edges[place].weight, number: true },
    { head: "Why", value: (place) => whyInWords(edges[place]) },
  ], edges.map((edge) => edge.place), (place) => keep({ edge: place }, true));
  const makeNodes = () => makeTable(byId("nodes-table"), [
    { head: linksByConcepts ? "Paper" : "Author", value: (place) => nodes[place].name },
    ...(linksByConcepts ? [] : [{ head: "Papers", value: (place) => nodes[place].papers.length, number: true }]),
    { head: "Links", value: (place) => nodes[place].edges.length, number: true },
    { head: "Community", value: (place) => (groups[nodes[place].group] || { name: "" }).name },
  ], byImportance, (place) => keep({ node: place }, true));
  byId("nodes-table").addEventListener("toggle", makeNodes, { once: true });
}

function whyInWords(edge) {
  return (linksByConcepts ? edge.claims.map(([first]) => concepts[claims[first].concept].label) : edge.papers.map((paper) => papers[paper].title)).join("; ");
}
