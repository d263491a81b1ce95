// What lies behind dots and lines: the axis of a picture whose places mean something, and the regions of communities.

import { toScreen } from "./camera.js";
import { mixed } from "./scene.js";

const REGION_WHOLE = 0.7; // of the window: a region up to this size is drawn in full …
const REGION_GONE = 1.5; // … and one beyond this no more, for the reader is inside it
const LEAST_REGION = 36; // px
const MARGIN = 6; // px around the outermost dots of a region
const MIXED = 0.2; // of the nodes in a region are its own: with fewer it is no region
const LEFT = 0.25; // of its own nodes are shown: with fewer, filters have taken the region too
const PURE = 0.6; // with as many or more it is drawn in full
const NAME_INK = 0.5; // of the ink in a region's name: its own colour alone would be too pale to read
const REGION_SIZE = 13;
const AXIS_SIZE = 11;
const MOST_GROUPS_NAMED = 24;

// The hull on the screen, a margin wider all around.
function outline(frame, group) {
  const corners = group.hull.map(([x, y]) => toScreen(frame.camera, frame.size, { x, y }));
  const mean = (axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  const [x, y] = [mean("x"), mean("y")];
  const points = corners.map((corner) => {
    const away = 1 + MARGIN / (Math.hypot(corner.x - x, corner.y - y) || 1);
    return { x: x + (corner.x - x) * away, y: y + (corner.y - y) * away };
  });
  const across = points.map(({ x }) => x);
  const down = points.map(({ y }) => y);
  return {
    points, left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down),
  };
}

// Whether (x, y) lies within a polygon of [x, y].
export function isWithin(corners, x, y) {
  let inside = false;
  corners.forEach(([ax, ay], place) => {
    const [bx, by] = corners[(place + 1) % corners.length];
    if ((ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

// For each community the share of its own among the nodes within its hull: where many lie in one place, none has it.
export function ownShares({ groups, nodes }) {
  return groups.map(({ hull }, group) => {
    const inside = hull.length > 2 ? nodes.filter(({ x, y }) => isWithin(hull, x, y)) : [];
    return inside.filter((node) => node.group === group).length / (inside.length || 1);
  });
}

// For each community the share of its nodes that filters leave.
export function leftShares({ groups, nodes }, visible) {
  const left = groups.map(() => 0);
  const all = groups.map(() => 0);
  for (const { group, place } of nodes) {
    if (group < 0) continue;
    all[group] += 1;
    left[group] += Number(!visible || visible.nodes[place]);
  }
  return left.map((number, group) => number / (all[group] || 1));
}

// How much of a region is drawn, 0 to 1: all from afar, nothing from within.
export function presence(box, size) {
  const share = Math.max((box.right - box.left) / size.width, (box.bottom - box.top) / size.height);
  if (Math.max(box.right - box.left, box.bottom - box.top) < LEAST_REGION) return 0;
  return Math.max(0, Math.min(1, (REGION_GONE - share) / (REGION_GONE - REGION_WHOLE)));
}

// The communities that are seen as regions: { group, place, opacity, fade, points, left, right, top, bottom }. Only those
// with a colour: in grey they would say nothing.
export function regionsOf(frame) {
  const { model, look, size, state } = frame;
  if (state.colourBy === "year") return [];
  return model.groups.map((group, place) => ({ group, place }))
    .filter(({ place }) => look.shares[place] > MIXED && look.left[place] >= LEFT && look.colours.groups[place])
    .map(({ group, place }) => ({ group, place, ...outline(frame, group) }))
    .map((region) => ({ ...region, opacity: presence(region, size), fade: look.left[region.place] * Math.min(1, look.shares[region.place] / PURE) }))
    .filter((region) => region.opacity > 0 && region.right > 0 && region.left < size.width && region.bottom > 0 && region.top < size.height);
}

// Round corners: a hull is where things are, not a border that somebody drew.
function traceRegion(trace, points) {
  const half = (a, b) => [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const last = points[points.length - 1];
  trace.moveTo(...half(last, points[0]));
  points.forEach((point, place) => {
    trace.quadraticCurveTo(point.x, point.y, ...half(point, points[(place + 1) % points.length]));
  });
  trace.closePath();
}

export function drawRegions(pen, frame) {
  for (const { place, points, opacity, fade } of regionsOf(frame)) {
    const colour = frame.look.colours.groups[place];
    pen.draw({ fill: colour, opacity: 0.11 * opacity * fade }, (trace) => traceRegion(trace, points));
    pen.draw({ stroke: colour, width: 1, opacity: 0.4 * opacity * fade }, (trace) => traceRegion(trace, points));
  }
}

// The names of regions with the boxes that they would take, best place first: what they are about, above or below them.
export function regionNames(frame, widthOf) {
  const style = { size: REGION_SIZE, weight: 600 };
  return regionsOf(frame).filter(({ opacity }) => opacity > 0.5).slice(0, MOST_GROUPS_NAMED).map((region) => {
    const label = region.group.about || region.group.name;
    const wide = widthOf(label, style);
    const high = REGION_SIZE + 4;
    const middle = (region.left + region.right) / 2;
    const box = (top) => ({ left: middle - wide / 2, right: middle + wide / 2, top, bottom: top + high });
    const boxes = [box(region.top - high), box(region.bottom), box((region.top + region.bottom - high) / 2)];
    const fill = mixed(frame.look.colours.groups[region.place], frame.look.colours.ink, NAME_INK);
    return { key: `group ${region.place}`, label, group: region.place, fill, ...style, boxes };
  });
}

// px at the left and at the bottom that the words of an axis take.
export const axisRoom = ({ axis }) => (axis ? { left: axis.lanes.length ? 110 : 0, bottom: 2 * AXIS_SIZE } : { left: 0, bottom: 0 });

const LANE_FROM = 8; // px

// Where the words of lanes are written: no other name may lie over them.
export function laneBoxes({ model, camera, size }) {
  return (model.axis ? model.axis.lanes : []).map(([at, text]) => {
    const middle = toScreen(camera, size, { x: 0, y: at }).y - AXIS_SIZE * 0.8;
    return { left: LANE_FROM, right: LANE_FROM + text.length * AXIS_SIZE * 0.6, top: middle - AXIS_SIZE / 2, bottom: middle + AXIS_SIZE / 2 };
  });
}

export function drawAxis(pen, { model, look, camera, size }) {
  if (!model.axis) return;
  const quiet = { stroke: look.colours.line, width: 1, opacity: 0.4 };
  const word = { size: AXIS_SIZE, fill: look.colours.quiet, halo: look.colours.background };
  let free = -Infinity; // px from which there is room for another word
  for (const [at, text] of model.axis.ticks) {
    const { x } = toScreen(camera, size, { x: at, y: 0 });
    if (x < 0 || x > size.width) continue;
    pen.draw(quiet, (trace) => { trace.moveTo(Math.round(x) + 0.5, 0); trace.lineTo(Math.round(x) + 0.5, size.height); });
    const wide = text.length * AXIS_SIZE * 0.6 + 12;
    if (x - wide / 2 < free) continue;
    free = x + wide / 2;
    pen.write(text, x, size.height - AXIS_SIZE, { ...word, align: "center" });
  }
  free = -Infinity;
  for (const [at, text] of model.axis.lanes) {
    const { y } = toScreen(camera, size, { x: 0, y: at });
    if (y < 0 || y > size.height - 2 * AXIS_SIZE) continue;
    pen.draw({ ...quiet, dash: [2, 4] }, (trace) => { trace.moveTo(0, Math.round(y) + 0.5); trace.lineTo(size.width, Math.round(y) + 0.5); });
    if (y - AXIS_SIZE < free) continue;
    free = y + AXIS_SIZE;
    pen.write(text, LANE_FROM, y - AXIS_SIZE * 0.8, word);
  }
}
