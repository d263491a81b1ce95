// What is lit on the picture with a thing that is kept or pointed at. Pure.

import { otherEnd } from "./data.js";
import { havingConcept, membersOf } from "./facts.js";
import { listingOf } from "./listings.js";
import { along, inCommon, lineBetween, neighbours, shortest } from "./paths.js";

const between = (model, members) => model.edges.filter((edge) => members.has(edge.source) && members.has(edge.target)).map((edge) => edge.place);
const lit = (nodes, edges, first, single = false) => ({ nodes: new Set(nodes), edges, first: new Set(first), single });
const ofMembers = (model, places, first = []) => lit(places, between(model, new Set(places)), first);

const LIGHTS = {
  node({ model, seen }, { node }) {
    const around = neighbours(model, seen.edges, node);
    return lit([node, ...around.keys()], [...around.values()], [node]);
  },
  edge({ model }, { edge }) {
    const ends = [model.edges[edge].source, model.edges[edge].target];
    return lit(ends, [edge], ends, true);
  },
  pair({ model, seen }, { pair }) {
    const shared = inCommon(model, seen.edges, pair);
    const direct = lineBetween(model, ...pair);
    const lines = shared.flatMap(([, first, second]) => [first, second]);
    return lit([...pair, ...shared.map(([node]) => node)], direct === undefined ? lines : [...lines, direct], pair);
  },
  path({ model, seen }, { path }) {
    const way = shortest(model, seen.edges, ...path);
    const nodes = way ? along(model, path[0], way) : path;
    return lit(nodes, way || [], nodes, true);
  },
  circle: (page, { circle }) => LIGHTS.node(page, { node: circle }),
  group: ({ model, facts }, { group }) => ofMembers(model, membersOf(model, facts, group)),
  concept({ model, facts }, { concept }) {
    const places = havingConcept(model, facts, concept).map(([place]) => place);
    return ofMembers(model, places, places.slice(0, 12));
  },
  listing({ model, facts, filters }, { listing }) {
    const rows = listingOf(model, facts, filters, listing).rows;
    const places = [...new Set(rows.flatMap((row) => [row.node, row.other]).filter((place) => place >= 0))];
    const pairs = rows.map((row) => (row.node >= 0 && row.other >= 0 ? lineBetween(model, row.node, row.other) : undefined));
    return places.length ? lit(places, pairs.filter((line) => line !== undefined), places.slice(0, 20)) : null;
  },
};

// `page` is { model, facts, seen, filters }; gives null when nothing is to be lit.
export function lighting(page, thing) {
  return thing ? LIGHTS[Object.keys(LIGHTS).find((name) => thing[name] !== undefined)](page, thing) : null;
}

// The neighbour that lies most in a direction, for whoever walks the picture by arrows; undefined when none does.
export function neighbourTowards({ model, seen }, from, [across, down]) {
  const start = model.nodes[from];
  let best;
  let most = 0.35; // cosine: what lies further aside is not "in that direction"
  for (const place of model.nodes[from].edges) {
    if (!seen.edges[place]) continue;
    const node = model.nodes[otherEnd(model.edges[place], from)];
    const [x, y] = [node.x - start.x, node.y - start.y];
    const far = Math.hypot(x, y) || 1;
    const towards = (x * across + y * down) / far - far / 1e5; // among equals the nearer
    if (towards > most) {
      most = towards;
      best = node.place;
    }
  }
  return best;
}
