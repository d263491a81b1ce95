// Finding names and topics by what a reader types: without case and marks, Hangul from its first syllables on. Pure.

// Decomposed, so that the first letters of a syllable find the whole: 김ㅁ and 김미 find 김민지.
export const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

// The better the smaller: the start of all, the start of a word, somewhere inside, all words in any order; null: not at all.
function rank(text, wanted, parts) {
  const at = text.indexOf(wanted);
  if (at === 0) return text.length === wanted.length ? 0 : 1;
  if (at > 0) return /[\p{L}\p{N}]/u.test(text[at - 1]) ? (startsWord(text, wanted) ? 2 : 3) : 2;
  return parts.length > 1 && parts.every((part) => text.includes(part)) ? 4 : null;
}

function startsWord(text, wanted) {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}

export function createFinder(model, facts) {
  const place = new Map(facts.foremost.map((node, order) => [node, order]));
  const names = model.nodes.map((node) => [...new Set([node.name, node.alias].filter(Boolean))].map(folded));
  const topics = model.concepts.map((concept) => [folded(concept.label)]);

  function matches(all, wanted, weight) {
    const parts = wanted.split(/\s+/);
    return all.map((texts, at) => ({ at, rank: best(texts.map((text) => rank(text, wanted, parts))) }))
      .filter((found) => found.rank !== null).sort((a, b) => a.rank - b.rank || weight(a.at) - weight(b.at) || a.at - b.at)
      .map((found) => found.at);
  }

  // Gives { nodes, concepts }, places in the model, the best first.
  return (typed) => {
    const wanted = folded(typed.trim());
    if (!wanted) return { nodes: [], concepts: [] };
    return {
      nodes: matches(names, wanted, (at) => place.get(at)),
      concepts: matches(topics, wanted, (at) => -model.concepts[at].support),
    };
  };
}

const best = (ranks) => ranks.reduce((least, one) => (one !== null && (least === null || one < least) ? one : least), null);
