// Cells over the plane, so that what is near a place is found without asking everything. Pure.

const MOST_CELLS = 160; // along one side

// `boxes` tells the plane's extent; about one thing in a cell.
function cellsFor(nodes) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (!nodes.length) [left, right, top, bottom] = [0, 0, 0, 0];
  const wide = Math.max(right - left, 1);
  const high = Math.max(bottom - top, 1);
  const cell = Math.max(Math.sqrt((wide * high) / Math.max(nodes.length, 1)), Math.max(wide, high) / MOST_CELLS, 1);
  const [columns, rows] = [Math.ceil(wide / cell) + 1, Math.ceil(high / cell) + 1];
  const within = (value, most) => Math.max(0, Math.min(most - 1, value));
  return {
    left, top, cell, columns, rows,
    column: (x) => within(Math.floor((x - left) / cell), columns),
    row: (y) => within(Math.floor((y - top) / cell), rows),
    held: Array.from({ length: columns * rows }),
  };
}

function put(cells, column, row, place) {
  const at = row * cells.columns + column;
  if (cells.held[at]) cells.held[at].push(place);
  else cells.held[at] = [place];
}

// Calls `told(place)` for what is held in the cells that the box touches; a thing may be told more than once.
export function within(cells, { left, right, top, bottom }, told) {
  const [first, last] = [cells.column(left), cells.column(right)];
  for (let row = cells.row(top); row <= cells.row(bottom); row++) {
    for (let column = first; column <= last; column++) {
      const held = cells.held[row * cells.columns + column];
      if (held) for (const place of held) told(place);
    }
  }
}

export function dotGrid(nodes) {
  const cells = cellsFor(nodes);
  for (const { place, x, y } of nodes) put(cells, cells.column(x), cells.row(y), place);
  return cells;
}

// Each line is held by every cell that it crosses.
export function lineGrid(nodes, edges) {
  const cells = cellsFor(nodes);
  for (const edge of edges) {
    const [a, b] = [nodes[edge.source], nodes[edge.target]];
    const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
    const slope = (lower.x - upper.x) / (lower.y - upper.y || 1);
    const last = cells.row(lower.y);
    for (let row = cells.row(upper.y); row <= last; row++) {
      // Where the line enters and leaves this row of cells.
      const from = Math.max(upper.y, cells.top + row * cells.cell);
      const to = Math.min(lower.y, cells.top + (row + 1) * cells.cell);
      const level = upper.y === lower.y;
      const enters = level ? upper.x : upper.x + (from - upper.y) * slope;
      const leaves = level ? lower.x : upper.x + (to - upper.y) * slope;
      const end = cells.column(Math.max(enters, leaves));
      for (let column = cells.column(Math.min(enters, leaves)); column <= end; column++) put(cells, column, row, edge.place);
    }
  }
  return cells;
}

const around = (x, y, reach) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });

// The dot whose rim is nearest to (x, y), if (x, y) is on it or within `reach` of its middle; `radius(node)` as drawn.
export function nearestDot(cells, nodes, { x, y, reach, most, radius, open }) {
  let best = null;
  let least = Infinity;
  within(cells, around(x, y, Math.max(reach, most)), (place) => {
    const node = nodes[place];
    const size = radius(node);
    const distance = Math.hypot(node.x - x, node.y - y) - size;
    if (distance > Math.max(reach - size, 0) || !open(place)) return;
    if (distance < least || (distance === least && place < best)) [best, least] = [place, distance];
  });
  return best;
}

export function distanceToLine(a, b, x, y) {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
  const along = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(a.x + along * (b.x - a.x) - x, a.y + along * (b.y - a.y) - y);
}

// The line nearest to (x, y) within `reach`; of lines that lie over one another the strongest, which comes first.
export function nearestLine(cells, nodes, edges, { x, y, reach, open }) {
  let best = null;
  let least = reach;
  within(cells, around(x, y, reach), (place) => {
    const edge = edges[place];
    const distance = distanceToLine(nodes[edge.source], nodes[edge.target], x, y);
    if (distance > least || !open(place)) return;
    if (distance < least || best === null || place < best) [best, least] = [place, distance];
  });
  return best;
}
