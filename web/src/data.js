// The model that Python wrote, unfolded: columns become objects, places become neighbours. Pure: no page is touched.
// Every field is told in papergraph/views/model.py; papergraph/views/payload.py writes what is read here.

const KEPT = [];

function column(table, name, size, missing) {
  return table[name] || new Array(size).fill(missing);
}

function readNodes({ nodes }, base, kinds) {
  const size = nodes.x.length;
  const key = nodes.key;
  const kind = column(nodes, "kind", size, 0);
  const name = column(nodes, "name", size, null);
  const alias = column(nodes, "alias", size, null);
  const concept = column(nodes, "concept", size, -1);
  const bridging = column(nodes, "bridging", size, 0);
  const labelFrom = column(nodes, "labelFrom", size, 0);
  const identity = column(nodes, "identity", size, KEPT);
  return nodes.x.map((x, place) => ({
    place, x, y: nodes.y[place], radius: nodes.radius[place], key: key[place], iri: iri(base, key[place]),
    kind: kinds[kind[place]], label: nodes.label[place], name: name[place] || nodes.label[place], alias: alias[place],
    group: nodes.group[place], papers: nodes.papers[place], concept: concept[place], bridging: bridging[place],
    labelFrom: labelFrom[place], identity: identity[place], edges: [],
  }));
}

// Keys of nodes leave out the base that they have in common.
function iri(base, key) {
  return /^[a-z][a-z0-9+.-]*:/i.test(key) ? key : base + key;
}

function readEdges({ edges }) {
  const size = edges.source.length;
  const faint = column(edges, "faint", size, 0);
  const lift = column(edges, "lift", size, null);
  const p = column(edges, "p", size, null);
  const count = column(edges, "count", size, 0);
  return edges.source.map((source, place) => ({
    place, source, target: edges.target[place], weight: edges.weight[place], step: edges.step[place],
    papers: edges.papers[place] || KEPT, claims: edges.claims[place] || KEPT,
    faint: Boolean(faint[place]), lift: lift[place], p: p[place], count: count[place],
  }));
}

// What Python made for the painter; places, names and sizes stand in the columns alone.
function readDrawn({ drawn }, nodes, edges) {
  if (!drawn) return null;
  const unfolded = ({ alike, each }, rest) => each.map((which, place) => ({ ...alike[which], ...rest(place) }));
  return {
    ...drawn,
    nodes: unfolded(drawn.nodes, (place) => ({ id: place, x: nodes[place].x, y: nodes[place].y, size: nodes[place].radius })),
    edges: unfolded(drawn.edges, (place) => ({ from: edges[place].source, to: edges[place].target })),
  };
}

export function readModel(written) {
  const nodes = readNodes(written, written.base, written.kinds);
  const edges = readEdges(written);
  for (const edge of edges) {
    nodes[edge.source].edges.push(edge.place);
    nodes[edge.target].edges.push(edge.place);
  }
  return {
    kind: written.kind, title: written.title, summary: written.summary, words: written.words, kinds: written.kinds,
    painter: written.painter, drawn: readDrawn(written, nodes, edges), palettes: written.palettes, axis: written.axis,
    queries: written.queries, sentences: written.sentences, nodes, edges,
    groups: written.groups.map(([name, about, size, hull]) => ({ name, about, size, hull })),
    papers: written.papers.map(([id, title, date, url, claims]) => ({ id, title, date, url, claims })),
    concepts: written.concepts.map(([label, kind, support, common]) => ({ label, kind, support, common: Boolean(common) })),
    claims: written.claims.map(([paper, concept, role, sentence, start, end, rule, mentions]) =>
      ({ paper, concept, role, sentence, start, end, rule, mentions })),
    listings: written.listings.map(({ rows, ...rest }) =>
      ({ ...rest, rows: rows.map(([cells, node, other]) => ({ cells, node, other })) })),
  };
}

export const otherEnd = (edge, node) => (edge.source === node ? edge.target : edge.source);

// Whether a line joins two papers that have concepts in common: other lines stand on papers, whatever is said of them.
export const shares = (model, edge) => edge.claims.length > 0 && edge.claims.every(([one, other]) =>
  one !== other && model.claims[one].concept === model.claims[other].concept);

// How many papers, or shared concepts, make a line; of those that list only some of what makes them, how many in all.
export const reasons = (edge) => edge.count || edge.claims.length || edge.papers.length;

// What a line says where it stands for one paper: what this does with the concept, or that a person wrote it; on an axis
// of days, what the later paper does. Null where a line has no such word.
export function roleOf(model, edge) {
  const [first, second] = edge.claims[0] || [];
  if (model.axis && second !== undefined) return model.claims[second].role;
  const kinds = [edge.source, edge.target].map((end) => model.nodes[end].kind);
  if (kinds[0] === kinds[1] || !kinds.includes("paper")) return null;
  if (kinds.includes("author")) return "wrote it";
  return first === undefined ? null : model.claims[first].role;
}

// The same in words, else how much makes the line.
export function saidOf(model, edge) {
  const number = reasons(edge);
  return roleOf(model, edge) || `${number.toLocaleString("en")} ${number === 1 ? model.words.reason : model.words.reasons}`;
}

// The names of both ends; with their kinds where a paper and what it introduces have one name.
export function endsOf(model, edge) {
  const ends = [model.nodes[edge.source], model.nodes[edge.target]];
  const alike = ends[0].label === ends[1].label && ends[0].kind !== ends[1].kind;
  return ends.map(({ label, kind }) => (alike ? `${label} (${kind})` : label));
}
