// The queries behind the panel, with the things that it shows. Pure.

// An IRI that can leave its brackets would end up as part of the query.
const SAFE = /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/i;

// `query` binds its variables by a line "#values"; gives null when there is no query, or an IRI cannot stand in one.
function filled(query, variables, iris) {
  if (!query || !iris.every((iri) => SAFE.test(iri))) return null;
  const row = iris.map((iri) => `<${iri}>`).join(" ");
  const values = variables.length > 1 ? `VALUES (${variables.join(" ")}) { (${row}) }` : `VALUES ${variables[0]} { ${row} }`;
  const [before, ...rest] = query.split("#values");
  return rest.length ? `${before}${values}${rest.join("#values")}` : null;
}

export const nodeQuery = (model, place) => filled(model.queries.node, ["?node"], [model.nodes[place].iri]);

export function edgeQuery(model, one, other) {
  return filled(model.queries.edge, ["?one", "?other"], [model.nodes[one].iri, model.nodes[other].iri]);
}
