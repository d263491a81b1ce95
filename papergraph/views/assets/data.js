// What the page knows: the model that Python wrote, with neighbours indexed.

const data = JSON.parse(byId("data").textContent);
const nodes = data.graph.nodes.map((node, place) => ({
  place,
  x: node.x,
  y: node.y,
  radius: node.size,
  label: node.label,
  name: data.names[place] || node.label,
  group: data.groupOf[place],
  papers: data.papersOf[place],
  edges: [],
}));
const edges = data.graph.edges.map((edge, place) => ({
  place,
  source: edge.from,
  target: edge.to,
  width: edge.width,
  weight: data.weights[place],
  why: data.why[place],
}));
for (const edge of edges) {
  nodes[edge.source].edges.push(edge.place);
  nodes[edge.target].edges.push(edge.place);
}
const papers = data.papers.map(([id, title, date, url, claims]) => ({ id, title, date, url, claims }));
const claims = data.claims.map(([paper, concept, role, sentence, start, end]) =>
  ({ paper, concept, role, sentence, start, end }));
const concepts = data.concepts.map(([label, kind, support]) => ({ label, kind, support }));
const sharesConcepts = data.kind === "papers";

const otherEnd = (edge, node) => (edge.source === node ? edge.target : edge.source);

// How many papers, or shared concepts, make a line.
const reasons = (edge) => edge.why.length;
const reasonWords = [data.words.reason, data.words.reasons];
