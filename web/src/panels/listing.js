// A table that answers a question of its own; its rows open what they are about.

import { addressNow } from "../address.js";
import { copyButton, download } from "../copying.js";
import { csv, tabbed } from "../csv.js";
import { button, capital, element, joined, many, numeral, words } from "../dom.js";
import { dayOf } from "../facts.js";
import { listingOf, sinceWhen } from "../listings.js";
import { model } from "../model.js";
import { lineBetween } from "../paths.js";
import { choose, facts, filter, keep, keepConcept, store } from "../store.js";

function opener(row) {
  if (row.node >= 0 && row.other >= 0) {
    const between = lineBetween(model, row.node, row.other);
    return () => keep(between === undefined ? { pair: [row.node, row.other] } : { edge: between });
  }
  if (row.node >= 0) return () => choose(row.node);
  if (row.group >= 0) return () => keep({ group: row.group });
  return row.concept >= 0 ? () => keepConcept(row.concept) : null;
}

const written = (cell) => (typeof cell === "number" ? numeral(cell) : String(cell));

function line(row) {
  const open = opener(row);
  return element("tr", {}, row.cells.map((cell, place) => element("td", { class: typeof cell === "number" ? "number" : dayOf(cell) ? "short" : null },
    place === 0 && open ? button({ class: "inline", onclick: open }, words(written(cell))) : words(written(cell)))));
}

// What does not fit beside each other stands below each other: whom it is about, then each figure with its name.
function card(columns) {
  return (row) => {
    const open = opener(row);
    const heads = row.other >= 0 ? 2 : 1;
    const title = joined(row.cells.slice(0, heads).map((cell) => words(written(cell))), " — ");
    const rest = row.cells.map((cell, place) => [columns[place], cell]).slice(heads).filter(([, cell]) => cell !== "");
    const figures = rest.filter(([, cell]) => typeof cell === "number").map(([name, cell]) => `${name} ${written(cell)}`);
    return element("li", { class: "card" },
      element("p", { class: "title" }, open ? button({ class: "inline", onclick: open }, title) : title),
      figures.length ? element("p", { class: "fact" }, words(figures.join(" · "))) : null,
      rest.filter(([, cell]) => typeof cell !== "number").map(([name, cell]) => element("p", { class: "fact" }, words(name), ": ", words(cell))));
  };
}

const FITS = 4; // columns

function rowsOf({ title, columns, rows }) {
  if (!rows.length) return element("p", { class: "quiet" }, "Nothing to list.");
  if (columns.length > FITS) return many("ul", rows, card(columns), { first: 25, attributes: { class: "cards" } });
  const [body, ...more] = many("tbody", rows, line, { first: 40 });
  const heads = columns.map((name) => element("th", { scope: "col" }, words(capital(name))));
  const table = element("table", {}, element("thead", {}, element("tr", {}, heads)), body);
  return [element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table), ...more];
}

// A day to count from, for whoever does not want to brush.
function since(key) {
  if (key !== "new") return null;
  const day = element("input", { type: "date", class: "date", id: "since", value: sinceWhen(facts, store.now().filters), min: facts.span[0], max: facts.span[1], required: "" });
  day.addEventListener("change", () => { if (day.checkValidity()) filter({ from: day.value }, {}); });
  return element("p", { class: "field" }, element("label", { for: "since" }, "New since "), day);
}

export function showListing(key) {
  const listing = listingOf(model, facts, store.now().filters, key);
  const cells = listing.rows.map((row) => row.cells);
  return [
    element("h2", {}, words(listing.title)),
    element("p", { class: "fact" }, words(listing.note)), since(key),
    element("div", { class: "tools" },
      copyButton("Copy as table", () => tabbed(listing.columns, cells)),
      button({ class: "tool", onclick: () => download(`${key.replace(/[^a-z0-9-]/gi, "")}.csv`, "text/csv", csv(listing.columns, cells)) }, "CSV"),
      copyButton("Copy link", addressNow)),
    rowsOf(listing),
  ];
}
