// What a reader has chosen, all of it in one frozen value, and that value as the part of an address behind "#". Pure.
//
// kept is null or one of {node}, {edge}, {pair: [a, b]}, {path: [a, b]}, {group}, {concept}, {listing: key} and
// {circle: node, split: day}. Addresses name nodes by their keys, which outlive the places of one picture; a group by
// its foremost member. Whatever an address says that this picture does not know is passed over.

import { dayOf, membersOf } from "./facts.js";
import { NO_FILTERS } from "./visible.js";

export const START = Object.freeze({
  kept: null, filters: NO_FILTERS, sizeBy: "papers", colourBy: "group", names: "name", dark: null, table: "", sort: "",
});
const SIZES = ["papers", "bridging"];
const COLOURS = ["group", "year"];
const NAMES = ["name", "alias"];
const TABLES = ["links", "nodes"];

export function createStore(start) {
  const listeners = [];
  let now = Object.freeze(start);
  return {
    now: () => now,
    subscribe: (listener) => { listeners.push(listener); },
    // `how` says where a change comes from; see address.js (silent, dragging) and panel.js (focus).
    change(part, how = {}) {
      const before = now;
      now = Object.freeze({ ...now, ...part });
      for (const listener of listeners) listener(now, before, how);
    },
  };
}

export function createCodec(model, facts, listings) {
  const placeOf = new Map(model.nodes.map((node) => [node.key, node.place]));
  const lineOf = new Map(model.edges.map((edge) => [`${edge.source} ${edge.target}`, edge.place]));
  const conceptKey = (concept) => `${concept.kind}:${concept.label}`;
  const conceptOf = new Map(model.concepts.map((concept, place) => [conceptKey(concept), place]));
  const classes = new Set(model.concepts.map((concept) => concept.kind));
  const roles = new Set(model.claims.map((claim) => claim.role));
  const keyOf = (place) => model.nodes[place].key;
  const groupKey = (group) => keyOf(membersOf(model, facts, group)[0]);

  function writeKept(kept) {
    if (!kept) return [];
    if (kept.node !== undefined) return [["node", [keyOf(kept.node)]]];
    if (kept.edge !== undefined) return [["link", [keyOf(model.edges[kept.edge].source), keyOf(model.edges[kept.edge].target)]]];
    if (kept.pair) return [["pair", kept.pair.map(keyOf)]];
    if (kept.path) return [["path", kept.path.map(keyOf)]];
    if (kept.group !== undefined) return [["group", [groupKey(kept.group)]]];
    if (kept.concept !== undefined) return [["about", [conceptKey(model.concepts[kept.concept])]]];
    if (kept.circle !== undefined) return [["circle", [keyOf(kept.circle), kept.split]]];
    return [["list", [kept.listing]]];
  }

  function readKept(said) {
    const node = (key) => placeOf.get(key);
    const known = (values, size) => values.length === size && new Set(values).size === size && !values.includes(undefined);
    const two = (keys) => { const places = keys.map(node); return known(places, 2) ? places : null; };
    const readers = {
      node: ([key]) => placeOf.has(key) && { node: node(key) },
      link: (keys) => { const line = (two(keys) || []).sort((a, b) => a - b).join(" "); return lineOf.has(line) && { edge: lineOf.get(line) }; },
      pair: (keys) => two(keys) && { pair: two(keys) },
      path: (keys) => two(keys) && { path: two(keys) },
      group: ([key]) => placeOf.has(key) && model.nodes[node(key)].group >= 0 && { group: model.nodes[node(key)].group },
      about: ([key]) => conceptOf.has(key) && { concept: conceptOf.get(key) },
      circle: ([key, split]) => placeOf.has(key) && dayOf(split) && { circle: node(key), split: dayOf(split) },
      list: ([key]) => listings.includes(key) && { listing: key },
    };
    for (const [name, read] of Object.entries(readers)) {
      const kept = said.has(name) && read(said.get(name));
      if (kept) return kept;
    }
    return null;
  }

  function writeFilters(filters) {
    const { from, to, strength, amount, group, around, stated, common } = filters;
    return [
      ["from", from ? [from] : []], ["to", to ? [to] : []], ["class", filters.classes], ["role", filters.roles],
      ["strength", strength ? [String(strength)] : []], ["amount", amount ? [String(amount)] : []],
      ["within", group >= 0 ? [groupKey(group)] : []], ["around", around >= 0 ? [keyOf(around)] : []],
      ["stated", stated ? ["1"] : []], ["common", common ? ["1"] : []],
    ];
  }

  function readFilters(said) {
    const first = (name) => (said.get(name) || [""])[0];
    const number = (name) => { const value = Number(first(name)); return Number.isFinite(value) && value > 0 ? value : 0; };
    const among = (name, all) => [...new Set(said.get(name) || [])].filter((value) => all.has(value)).sort();
    const within = placeOf.get(first("within"));
    return Object.freeze({
      from: dayOf(first("from")), to: dayOf(first("to")), classes: among("class", classes), roles: among("role", roles),
      strength: number("strength"), amount: number("amount"), group: within === undefined ? -1 : model.nodes[within].group,
      around: placeOf.get(first("around")) ?? -1, stated: first("stated") === "1", common: first("common") === "1",
    });
  }

  return {
    encode(state) {
      const chosen = (name, key) => [name, state[key] !== START[key] ? [String(state[key])] : []];
      const parts = [
        ...writeKept(state.kept), ...writeFilters(state.filters), chosen("size", "sizeBy"), chosen("colour", "colourBy"),
        chosen("names", "names"), ["dark", state.dark === null ? [] : [state.dark ? "1" : "0"]], chosen("table", "table"), chosen("sort", "sort"),
      ];
      return parts.filter(([, values]) => values.length)
        .map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`).join("&");
    },
    decode(text) {
      const said = read(text);
      const one = (name, all, start) => (all.includes((said.get(name) || [])[0]) ? said.get(name)[0] : start);
      const sort = (said.get("sort") || [""])[0];
      return {
        kept: readKept(said), filters: readFilters(said), sizeBy: one("size", SIZES, START.sizeBy),
        colourBy: one("colour", COLOURS, START.colourBy), names: one("names", NAMES, START.names),
        dark: { 0: false, 1: true }[one("dark", ["0", "1"], "")] ?? null, table: one("table", TABLES, ""),
        sort: /^-?[a-z]{1,12}$/.test(sort) ? sort : "",
      };
    },
  };
}

// "a=b,c&d=e" as a map of lists; what cannot be read is left out.
function read(text) {
  const said = new Map();
  for (const part of text.replace(/^#/, "").split("&")) {
    const cut = part.indexOf("=");
    if (cut < 1) continue;
    try {
      said.set(part.slice(0, cut), part.slice(cut + 1).split(",").map(decodeURIComponent));
    } catch {
      // A stranger's address: not ours, so it says nothing.
    }
  }
  return said;
}
