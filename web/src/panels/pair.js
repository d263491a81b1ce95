// Two nodes: whom they have in common, and the way from the one to the other.

import { button, counted, element, link, many, words } from "../dom.js";
import { edges, model, nodes, papers, terms } from "../model.js";
import { along, inCommon, lineBetween, shortest } from "../paths.js";
import { newestFirst, paperFacts } from "../papers.js";
import { choose, facts, keep, seenNow } from "../store.js";
import { isWeighed, pairTools, strengthOf } from "./edge.js";
import { sharedIn } from "./node.js";

const both = ([one, other], between) => [words(nodes[one].label), ` ${between} `, words(nodes[other].label)];
const strength = (line) => `${isWeighed(edges[line]) ? "strength " : ""}${strengthOf(edges[line])}`;

export function showPair(pair) {
  const shared = inCommon(model, seenNow().edges, pair);
  const line = lineBetween(model, ...pair);
  const direct = line === undefined ? element("p", { class: "fact" }, "No line of this picture joins them.")
    : element("p", { class: "fact" }, "Linked: ", button({ class: "inline", onclick: () => keep({ edge: line }) }, strength(line)));
  const row = ([node, first, second]) => element("li", {}, button({ class: "row", onclick: () => choose(node) },
    words(nodes[node].label), element("span", { class: "quiet" }, `${strength(first)} · ${strength(second)}`)));
  return [
    element("h2", {}, both(pair, "and")), direct,
    pairTools(pair, button({ class: "tool", onclick: () => keep({ path: pair }) }, "Path between them")),
    element("h3", {}, `In common · ${counted(shared.length, terms.node, terms.nodes)}`),
    shared.length ? many("ul", shared, row) : element("p", { class: "quiet" }, `Nobody and nothing of this picture is linked to both.`),
  ];
}

export function showPath(path) {
  const way = shortest(model, seenNow().edges, ...path);
  const head = element("h2", {}, both(path, "→"));
  const tools = pairTools(path, button({ class: "tool", onclick: () => keep({ pair: path }) }, "What they have in common"));
  if (!way) return [head, element("p", { class: "fact" }, "No way leads there over the lines shown."), tools];
  const passed = along(model, path[0], way);
  return [
    head, element("p", { class: "fact" }, `${counted(way.length, "step", "steps")}, the shortest by strength over the lines shown`), tools,
    element("ol", { class: "way" }, way.map((line, place) => step(line, passed[place], passed[place + 1]))),
  ];
}

// A step stands on its newest paper, or on what both ends share; the rest is a click away.
function step(line, from, to) {
  const edge = edges[line];
  const paper = papers[newestFirst(edge.papers)[0]];
  const why = edge.claims.length || !paper ? element("p", { class: "fact" }, sharedIn(edge))
    : [element("p", { class: "title" }, link(paper.url, paper.title)), paperFacts(paper)];
  return element("li", {},
    element("h3", {}, button({ class: "inline", onclick: () => choose(from) }, words(nodes[from].label)), " — ",
      button({ class: "inline", onclick: () => choose(to) }, words(nodes[to].label))),
    why, button({ class: "row", onclick: () => keep({ edge: line }) }, element("span", {}, "Why?"), element("span", { class: "quiet" }, strength(line))));
}
