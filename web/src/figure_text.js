// The words of a picture that leaves the page. Pure.

// Breaks a text into lines of at most `wide` px as `measured(text, style)` tells them.
export function wrapped(text, style, wide, measured) {
  const lines = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines[lines.length - 1] && measured(longer, style) > wide) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

// When and from what: the days of the papers, and the day of the picture.
export function sourceLine(model, today) {
  const dates = model.papers.map((paper) => paper.date).filter(Boolean).sort();
  const period = dates.length ? `, ${dates[0]}${dates[0] === dates[dates.length - 1] ? "" : ` to ${dates[dates.length - 1]}`}` : "";
  const papers = `${model.papers.length.toLocaleString("en")} ${model.papers.length === 1 ? "paper" : "papers"}`;
  return `Source: ${papers}${period}. Drawn with papergraph on ${today}.`;
}
