// Which nodes and lines a reader's filters leave, and what they hide. Pure: (model, facts, filters) in, answers out.

import { otherEnd, reasons } from "./data.js";

export const NO_FILTERS = Object.freeze({
  from: null, to: null, // days, both included
  classes: [], roles: [], // none chosen: all
  strength: 0, amount: 0, // at least
  group: -1,
  around: -1, // a node: leaves it and what is linked to it
  stated: false, // leaves out lines that nothing but mentions make
  common: false, // shows the lines that nothing but common concepts make
});

const within = (day, { from, to }) => Boolean(day) && (!from || day >= from) && (!to || day <= to);

// What makes a line, as far as concepts go: its own claims, or those of its papers.
function* madeOf(model, facts, edge) {
  if (edge.claims.length) {
    for (const pair of edge.claims) yield pair.map((claim) => model.claims[claim]);
  } else {
    for (const paper of edge.papers) for (const claim of facts.claimsOfPaper[paper]) yield [model.claims[claim]];
  }
}

const ofClass = (model, told, classes) => !classes.length || told.some((claim) => classes.includes(model.concepts[claim.concept].kind));
const ofRole = (told, roles) => !roles.length || told.some((claim) => roles.includes(claim.role));

function byConcepts(model, facts, filters, edge) {
  const hidesCommon = facts.commonly && facts.shared[edge.place] && !filters.common;
  if (!filters.classes.length && !filters.roles.length && !hidesCommon) return "shown";
  let answer = "hidden";
  for (const told of madeOf(model, facts, edge)) {
    if (!ofClass(model, told, filters.classes) || !ofRole(told, filters.roles)) continue;
    if (!hidesCommon || !model.concepts[told[0].concept].common) return "shown";
    answer = "common";
  }
  return answer;
}

const around = (model, place) => (place < 0 ? null : new Set([place, ...model.nodes[place].edges.map((line) => otherEnd(model.edges[line], place))]));

// Gives { nodes, edges } as arrays of booleans over places, their `counts`, and `common`: the lines hidden for that alone.
export function visible(model, facts, filters) {
  const dated = filters.from || filters.to;
  const inTime = (papers) => !dated || !papers.length || papers.some((paper) => within(facts.days[paper], filters));
  const near = around(model, filters.around);
  const nodes = model.nodes.map((node) => (!near || near.has(node.place)) && (filters.group < 0 || node.group === filters.group) && inTime(node.papers));
  const common = [];
  const left = nodes.map(() => 0);
  const lost = nodes.map(() => 0);
  const edges = model.edges.map((edge) => {
    if (!nodes[edge.source] || !nodes[edge.target] || !inTime(edge.papers)) return false;
    let shown = edge.weight >= filters.strength && reasons(edge) >= filters.amount && !(filters.stated && edge.faint);
    if (shown) {
      const answer = byConcepts(model, facts, filters, edge);
      if (answer === "common") common.push(edge.place);
      shown = answer === "shown";
    }
    const counted = shown ? left : lost;
    counted[edge.source] += 1;
    counted[edge.target] += 1;
    return shown;
  });
  // Whoever lost every line to a filter goes with them; whoever had none to lose stays.
  lost.forEach((number, place) => { if (number && !left[place]) nodes[place] = false; });
  return { nodes, edges, common, counts: { nodes: count(nodes), edges: count(edges) } };
}

const count = (answers) => answers.reduce((sum, answer) => sum + answer, 0);

// How many lines each class of concepts, or each role, would leave, all other filters being as they are: [name, lines].
export function choices(model, facts, filters, facet) {
  const { edges } = visible(model, facts, { ...filters, [facet]: [] });
  const lines = new Map();
  for (const edge of model.edges) {
    const names = new Set();
    for (const told of madeOf(model, facts, edge)) {
      if (facet === "classes" && ofRole(told, filters.roles)) told.forEach((claim) => names.add(model.concepts[claim.concept].kind));
      if (facet === "roles" && ofClass(model, told, filters.classes)) told.forEach((claim) => names.add(claim.role));
    }
    for (const name of names) lines.set(name, (lines.get(name) || 0) + Number(edges[edge.place]));
  }
  for (const name of filters[facet]) if (!lines.has(name)) lines.set(name, 0);
  return [...lines].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

// The common concepts that hide lines, with how many: the most first.
export function hiding(model, lines) {
  const hidden = new Map();
  for (const place of lines) {
    for (const concept of new Set(model.edges[place].claims.map(([claim]) => model.claims[claim].concept))) {
      hidden.set(concept, (hidden.get(concept) || 0) + 1);
    }
  }
  return [...hidden].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
