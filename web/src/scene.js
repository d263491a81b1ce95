// How things look, whichever painter draws them: colour by community, shape by kind, width by strength.

export const WIDTHS = [0.8, 1.8, 3.2];

export function faded(hex, alpha) {
  const part = (from) => parseInt(hex.slice(from, from + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${alpha})`;
}

export const colourOf = (node, colours) => colours.groups[node.group] || colours.other;

// Shapes of one area: a dot for people, a square for papers, a diamond for methods, a triangle for datasets …
const CORNERS = {
  paper: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  method: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
  model: [[-0.6, -1.2], [0.6, -1.2], [0.6, 1.2], [-0.6, 1.2]],
  dataset: [[0, -1.3], [1.25, 0.9], [-1.25, 0.9]],
  task: [[-0.6, -1.05], [0.6, -1.05], [1.2, 0], [0.6, 1.05], [-0.6, 1.05], [-1.2, 0]],
  metric: [[0, 1.3], [1.25, -0.9], [-1.25, -0.9]],
};

export function traceNode(context, { kind, x, y, radius }) {
  const corners = CORNERS[kind];
  if (!corners) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([across, down], place) => {
    if (place) context.lineTo(x + across * radius, y + down * radius);
    else context.moveTo(x + across * radius, y + down * radius);
  });
  context.closePath();
}

export function paintNode(context, node, colours) {
  context.fillStyle = colourOf(node, colours);
  context.strokeStyle = colours.background;
  context.lineWidth = 1.2;
  context.beginPath();
  traceNode(context, node);
  context.fill();
  context.stroke();
}

export function paintEdge(context, model, edge, colour, extra) {
  context.strokeStyle = colour;
  context.lineWidth = WIDTHS[edge.step] + extra;
  context.beginPath();
  context.moveTo(model.nodes[edge.source].x, model.nodes[edge.source].y);
  context.lineTo(model.nodes[edge.target].x, model.nodes[edge.target].y);
  context.stroke();
}
