// The network as GEXF, for Gephi and the like: built as a document, so that no name can end up as markup.

const NAMESPACE = "http://www.gexf.net/1.2draft";
const VIZ = "http://www.gexf.net/1.2draft/viz";

const NODE_VALUES = [["kind", "string"], ["papers", "integer"], ["community", "string"], ["first", "string"], ["iri", "string"], ["alias", "string"]];
const EDGE_VALUES = [["reasons", "integer"], ["why", "string"]];

// `nodes` and `edges` are plain: {id, label, x, y, size, values}, {source, target, weight, values}. Signs that XML does
// not have are left out.
export function gexf({ title, nodes, edges }) {
  const page = document.implementation.createDocument(NAMESPACE, "gexf", null);
  const clean = (text) => String(text).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  const make = (parent, tag, attributes = {}, text = null, space = NAMESPACE) => {
    const made = page.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, clean(value));
    if (text !== null) made.textContent = clean(text);
    return parent.appendChild(made);
  };
  const root = page.documentElement;
  root.setAttribute("version", "1.2");
  make(make(root, "meta"), "description", {}, title);
  const graph = make(root, "graph", { defaultedgetype: "undirected", mode: "static" });
  const declare = (kind, values) => {
    const holder = make(graph, "attributes", { class: kind });
    for (const [name, type] of values) make(holder, "attribute", { id: name, title: name, type });
  };
  declare("node", NODE_VALUES);
  declare("edge", EDGE_VALUES);
  const say = (parent, all, values) => {
    const holder = make(parent, "attvalues");
    for (const [name] of all) if (values[name] !== null && values[name] !== undefined) make(holder, "attvalue", { for: name, value: values[name] });
  };
  const nodeHolder = make(graph, "nodes");
  for (const { id, label, x, y, size, values } of nodes) {
    const node = make(nodeHolder, "node", { id, label });
    say(node, NODE_VALUES, values);
    make(node, "viz:size", { value: size }, null, VIZ);
    make(node, "viz:position", { x, y: -y, z: 0 }, null, VIZ); // there y grows upwards
  }
  const edgeHolder = make(graph, "edges");
  edges.forEach(({ source, target, weight, values }, id) => say(make(edgeHolder, "edge", { id, source, target, weight }), EDGE_VALUES, values));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(page)}`;
}
