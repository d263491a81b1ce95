// A table that answers a question of its own; its rows open what they are about.

import { addressNow } from "../address.js";
import { copyButton, download } from "../copying.js";
import { csv, tabbed } from "../csv.js";
import { button, element, many, words } from "../dom.js";
import { listingOf, sinceWhen } from "../listings.js";
import { model } from "../model.js";
import { choose, facts, filter, keep, keepConcept, store } from "../store.js";

function opener(row) {
  if (row.node >= 0 && row.other >= 0) return () => keep({ pair: [row.node, row.other] });
  if (row.node >= 0) return () => choose(row.node);
  if (row.group >= 0) return () => keep({ group: row.group });
  return row.concept >= 0 ? () => keepConcept(row.concept) : null;
}

const written = (cell) => (typeof cell === "number" ? cell.toLocaleString("en", { maximumFractionDigits: 4 }) : String(cell));

function line(row) {
  const open = opener(row);
  return element("tr", {}, row.cells.map((cell, place) => element("td", { class: typeof cell === "number" ? "number" : null },
    place === 0 && open ? button({ class: "inline", onclick: open }, words(written(cell))) : words(written(cell)))));
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
  const rows = many("tbody", listing.rows, line, { first: 40 });
  return [
    element("h2", {}, words(listing.title)),
    element("p", { class: "fact" }, words(listing.note)), since(key),
    element("div", { class: "tools" },
      copyButton("Copy as table", () => tabbed(listing.columns, cells)),
      button({ class: "tool", onclick: () => download(`${key.replace(/[^a-z0-9-]/gi, "")}.csv`, "text/csv", csv(listing.columns, cells)) }, "CSV"),
      copyButton("Copy link", addressNow)),
    listing.rows.length ? element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": listing.title },
      element("table", {}, element("thead", {}, element("tr", {}, listing.columns.map((name) => element("th", { scope: "col" }, name)))), rows[0]))
      : element("p", { class: "quiet" }, "Nothing to list."),
    listing.rows.length ? rows.slice(1) : null,
  ];
}
