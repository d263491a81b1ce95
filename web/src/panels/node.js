// What is known of one node, whom it is linked to, and how its circle has changed.

import { addressNow } from "../address.js";
import { sparkline } from "../bars.js";
import { copyButton } from "../copying.js";
import { otherEnd, reasons } from "../data.js";
import { button, capital, counted, element, joined, link, many, words } from "../dom.js";
import { halves } from "../listings.js";
import { claims, concepts, edges, groupWord, groups, model, nodes, papers, terms } from "../model.js";
import { paperFacts, paperList, papersHead, said } from "../papers.js";
import { neighbours } from "../paths.js";
import { nodeQuery } from "../sparql.js";
import { ask, choose, facts, filter, keep, seenNow, store } from "../store.js";
import { against, strengthOf } from "./edge.js";

const otherName = (node) => (node.alias && node.alias !== node.name ? element("p", { class: "alias" }, words(node.alias)) : null);

function nodeTools(place) {
  const circle = facts.span && nodes[place].kind === "author";
  return element("div", { class: "tools" },
    button({ class: "tool", onclick: () => ask({ as: "pair", from: place }) }, "Compare with…"),
    button({ class: "tool", onclick: () => ask({ as: "path", from: place }) }, "Path to…"),
    circle ? button({ class: "tool", onclick: () => keep({ circle: place, split: splitOf() }) }, "Circle over time") : null,
    onlyAround(place), copyButton("Copy link", addressNow),
    model.queries.node ? copyButton("Copy SPARQL", () => nodeQuery(model, place)) : null);
}

// The local graph: this node and what is linked to it.
function onlyAround(place) {
  const on = store.now().filters.around === place;
  return button({ class: "tool", "aria-pressed": String(on), onclick: () => filter({ around: on ? -1 : place }) }, "Only its neighbourhood");
}

const splitOf = () => { const { filters } = store.now(); return filters.from && filters.from > facts.span[0] ? filters.from : halves(facts, filters)[1]; };

function groupFact(node) {
  const group = groups[node.group];
  return group ? element("p", { class: "fact" }, `${capital(groupWord)}: `,
    button({ class: "inline", onclick: () => keep({ group: node.group }) }, words(group.name)), ` (${group.size.toLocaleString("en")})`) : null;
}

// What a row says besides the name: how much is shared, or, of shared concepts, which: the rare ones before the common.
export function sharedIn(edge) {
  const labels = [...new Set(edge.claims.map(([claim]) => claims[claim].concept))]
    .sort((a, b) => concepts[a].support - concepts[b].support).map((place) => concepts[place].label);
  const rest = labels.length > 3 ? ` and ${labels.length - 3} more` : "";
  return labels.length ? element("small", {}, words(labels.slice(0, 3).join(", ")), rest) : null;
}

const about = (line) => (facts.shared[line] ? sharedIn(edges[line]) : edges[line].lift === null ? null : element("small", {}, against(edges[line])));

function linkedRows(place, lines) {
  const row = (line) => element("li", {}, button({ class: "row", onclick: () => keep({ edge: line }) },
    element("span", {}, words(nodes[otherEnd(edges[line], place)].label), about(line)),
    element("span", { class: "quiet" }, strengthOf(edges[line]))));
  return many("ul", lines, row);
}

function linkedTo(place) {
  const { edges: seen } = seenNow();
  const lines = nodes[place].edges.filter((line) => seen[line]).sort((a, b) => edges[b].weight - edges[a].weight || a - b);
  const hidden = nodes[place].edges.length - lines.length;
  const together = terms.link.startsWith("wrote");
  if (together) lines.sort((a, b) => reasons(edges[b]) - reasons(edges[a]) || edges[b].weight - edges[a].weight || a - b);
  return [
    element("h3", {}, together ? "Wrote with, strongest first" : "Linked to, strongest first"),
    linkedRows(place, lines),
    hidden ? element("p", { class: "quiet" }, `${counted(hidden, "link is", "links are")} hidden by filters.`) : null,
  ];
}

function identity(node) {
  return node.identity.length ? element("section", { class: "box" }, element("h3", {}, "Why these records are one"),
    element("ul", {}, node.identity.map((line) => element("li", {}, words(line))))) : null;
}

export function showNode(place) {
  const node = nodes[place];
  if (node.kind === "paper" && node.papers.length) return showPaper(place);
  const days = facts.daysOf(node.papers);
  const concept = concepts[node.concept];
  const kind = concept ? `${concept.kind}, in ${counted(concept.support, "paper", "papers")}${concept.common ? ", common" : ""}` : "";
  const seen = days.length ? `${days[0]}${days.length > 1 ? ` to ${days[days.length - 1]}` : ""}` : "";
  const told = concept ? (paper) => facts.claimsOfConcept[node.concept].map((claim) => claims[claim]).filter((claim) => claim.paper === paper) : undefined;
  return [
    element("h2", {}, words(node.name)), otherName(node),
    element("p", { class: "fact" }, joined([kind, counted(node.papers.length, "paper", "papers"), seen,
      node.bridging ? `bridging ${node.bridging}` : ""])),
    groupFact(node), sparkline(days), nodeTools(place), identity(node), linkedTo(place),
    node.papers.length ? [papersHead(node.papers.length), paperList(node.papers, told)] : null,
  ];
}

function showPaper(place) {
  const node = nodes[place];
  const paper = papers[node.papers[0]];
  return [
    element("h2", {}, link(paper.url, paper.title)), paperFacts(paper), groupFact(node), nodeTools(place),
    said(paper.claims.map((claim) => claims[claim])), identity(node), linkedTo(place),
  ];
}

const DATES = { type: "date", class: "date" };

// Whom somebody was linked to before a day and from it on: gained, kept, lost.
export function showCircle(place, split) {
  const { filters } = store.now();
  const { edges: seen } = seenNow();
  const [from, to] = [filters.from && filters.from < split ? filters.from : facts.span[0], filters.to || facts.span[1]];
  const sides = [...neighbours(model, seen, place)].map(([other, line]) => {
    const days = facts.daysOf(edges[line].papers);
    return { other, line, before: days.filter((day) => day >= from && day < split).length, after: days.filter((day) => day >= split && day <= to).length };
  });
  const day = element("input", { ...DATES, id: "split", value: split, min: facts.span[0], max: facts.span[1], required: "" });
  day.addEventListener("change", () => { if (day.checkValidity()) keep({ circle: place, split: day.value }, {}); });
  const part = (title, rows) => [
    element("h3", {}, `${title} · ${rows.length}`),
    rows.length ? many("ul", rows, (row) => element("li", {}, button({ class: "row", onclick: () => keep({ edge: row.line }) },
      words(nodes[row.other].label), element("span", { class: "quiet" }, `${row.before} → ${row.after}`)))) : element("p", { class: "quiet" }, "Nobody."),
  ];
  return [
    element("h2", {}, "The circle of ", words(nodes[place].name)),
    element("p", { class: "fact" }, `Papers together from ${from} to the day before ${split}, and from then to ${to}.`),
    element("p", { class: "field" }, element("label", { for: "split" }, "The later period begins on "), day),
    element("div", { class: "tools" }, button({ class: "tool", onclick: () => choose(place) }, `Back to the ${terms.node}`), copyButton("Copy link", addressNow)),
    part("Gained", sides.filter((row) => !row.before && row.after)),
    part("Kept", sides.filter((row) => row.before && row.after)),
    part("Lost", sides.filter((row) => row.before && !row.after)),
  ];
}
