// The picture: a painter draws dots and lines; camera, hands, what is lit, the names and the picking are ours.
//
// createMap(model, holder, { onHover, onPick, onMove }) gives
//   show({ visible, lit, dark, sizeBy, colourBy, names })  draws this state; what is left out stays as it was:
//     visible: { nodes, edges } | null   an array of true and false for each, by place
//     lit: { nodes, edges, first, single } | null   as lighting.js tells
//     sizeBy: "papers" | "bridging",  colourBy: "group" | "year",  names: "name" | "alias"
//   fit(), zoomBy(factor), panBy(x, y), reveal(place)   moves the camera
//   camera(), moveTo({ x, y, scale })                   tells and sets it
//   nodeAt(place), labels()                             what is where, px
//   years()                                             { first, last, colours } of colourBy "year", null without dates
//   svg(), png()                                        what is seen, with title and legend: a string; a promise of a Blob
// When the page is printed, the picture is there as lines and letters, in light colours.
// onMove() is called when the camera rests after a reader has moved it.
// A painter (painters/*.js) gives { paint(frame) }, where frame is
//   { model, look, state, camera, size, shows(kind, place), nameOf(place), moving, back(pen), front(pen) }
// and back and front draw, in px, what lies behind dots and lines and before them. Things are places in the model.

import { axisRoom, drawAxis, drawRegions, leftShares, ownShares, regionNames } from "./backdrop.js";
import { bounded, dotRadius, fitted, pannedBy, toModel, toScreen, zoomedAt } from "./camera.js";
import { saidOf } from "./data.js";
import { asBlob, asSvg, mapElement } from "./figure.js";
import { onGestures } from "./gestures.js";
import { dotGrid, lineGrid, nearestDot, nearestLine } from "./grid.js";
import { byImportance, FACES, measure, writeNames } from "./labels.js";
import { canvasPainter } from "./painters/canvas.js";
import { visPainter } from "./painters/vis.js";
import { followNames, lineNames, placeNames, shortened } from "./placing.js";
import { drawDots, drawLines, lookOf, widthOf, yearScale } from "./scene.js";

const REACH = 12; // px around a dot that still count as a hit
const LINE_REACH = 6;
const REST = 110; // ms without a move after which all is drawn again
const VEIL = 0.76;
const SOFT = 0.55; // lines between many lit things

export function createMap(model, holder, { onHover, onPick, onMove = () => {} }) {
  const { nodes, edges } = model;
  let state = { visible: null, lit: null, dark: false, sizeBy: "papers", colourBy: "group", names: "name" };
  const shares = ownShares(model);
  const lookNow = () => ({ ...lookOf(model, state), shares, left: leftShares(model, state.visible) });
  let look = lookNow();
  let camera = { x: 0, y: 0, scale: 1 };
  let size = { width: holder.clientWidth, height: holder.clientHeight };
  let names = []; // on the screen, with their boxes
  let chosen = false; // whether a reader has chosen what to look at
  let asked = 0; // the frame of the screen for which a painting is due
  let resting = 0; // the timer that ends a move
  const dots = dotGrid(nodes);
  let lines = null; // made when a line is first looked for
  const painter = (model.painter === "canvas" ? canvasPainter : visPainter)(model, holder, FACES);

  const shows = (kind, place) => !state.visible || Boolean(state.visible[kind][place]);

  const nameOf = (place) => (state.names === "alias" && nodes[place].alias ? shortened(nodes[place].alias) : nodes[place].label);

  function frameNow(moving) {
    const frame = { model, look, state, camera, size, shows, nameOf, moving };
    return { ...frame, back: (pen) => back(pen, frame), front: (pen) => front(pen, frame) };
  }

  function back(pen, frame) {
    drawRegions(pen, frame);
    drawAxis(pen, frame);
  }

  // A veil over all, then the lit things once more: what lies under it need not be drawn again.
  function front(pen, frame) {
    if (state.lit) drawLit(pen, frame);
    const others = state.lit ? lineNames(frame, (edge) => saidOf(model, edge), measure) : regionNames(frame, measure);
    names = frame.moving ? followNames(frame, names, others)
      : placeNames(frame, { order: byImportance, dots, measure, others });
    writeNames(pen, frame, names);
  }

  function drawLit(pen, frame) {
    const { lit } = state;
    pen.draw({ fill: look.colours.background, opacity: VEIL }, (trace) => {
      trace.moveTo(0, 0);
      trace.lineTo(size.width, 0);
      trace.lineTo(size.width, size.height);
      trace.lineTo(0, size.height);
      trace.closePath();
    });
    drawLines(pen, frame, lit.edges.filter((place) => shows("edges", place)), {
      opacity: lit.single ? 1 : SOFT, stroke: () => look.colours.ink, width: (place) => widthOf(edges[place]) + (lit.single ? 1 : 0.5),
    });
    drawDots(pen, frame, [...lit.nodes].filter((place) => shows("nodes", place)));
  }

  function paint() {
    cancelAnimationFrame(asked);
    asked = 0;
    if (!size.width || !size.height) return; // folded away: nothing can be drawn, and the next size asks anew
    painter.paint(frameNow(resting !== 0));
  }

  const ask = () => {
    if (!asked) asked = requestAnimationFrame(paint);
  };

  function rest() {
    clearTimeout(resting);
    resting = 0;
    paint();
    onMove();
  }

  // Paints at once what is due, in full.
  function settle() {
    if (resting) rest();
    else if (asked) paint();
  }

  // A reader moves: first what is quick to draw, and all of it when the hand rests.
  function move(next) {
    camera = next;
    chosen = true;
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
    ask();
  }

  function jump(next) {
    camera = next;
    clearTimeout(resting);
    resting = 0;
    ask();
  }

  function fit() {
    const seen = nodes.filter((node) => shows("nodes", node.place));
    jump(fitted(seen, size, axisRoom(model)));
    chosen = false;
  }

  function thingAt(at) {
    const { x, y } = toModel(camera, size, at);
    const radius = (node) => dotRadius(look.radii[node.place], camera.scale) / camera.scale;
    const most = nodes.reduce((value, node) => Math.max(value, radius(node)), 0);
    const node = nearestDot(dots, nodes, { x, y, reach: REACH / camera.scale, most, radius, open: (place) => shows("nodes", place) });
    if (node !== null) return { node };
    if (!lines) lines = lineGrid(nodes, edges);
    const edge = nearestLine(lines, nodes, edges, { x, y, reach: LINE_REACH / camera.scale, open: (place) => shows("edges", place) });
    return edge === null ? null : { edge };
  }

  // Brings a node into the picture when it is outside; never moves a picture that shows it already.
  function reveal(place) {
    const { x, y } = toScreen(camera, size, nodes[place]);
    if (x < 20 || y < 20 || x > size.width - 20 || y > size.height - 20) move({ ...camera, x: nodes[place].x, y: nodes[place].y });
  }

  const middle = () => ({ x: size.width / 2, y: size.height / 2 });

  onGestures(holder, {
    pan: (x, y) => move(pannedBy(camera, x, y)),
    zoom: (at, factor) => move(zoomedAt(camera, size, at, factor)),
    point: (at) => onHover(thingAt(at)),
    leave: () => onHover(null),
    pick: (at) => onPick(thingAt(at)),
  });

  // A window of another size shows all again, unless a reader has chosen what to look at.
  new ResizeObserver(() => {
    if (holder.clientWidth === size.width && holder.clientHeight === size.height) return;
    size = { width: holder.clientWidth, height: holder.clientHeight };
    if (chosen) ask();
    else fit();
  }).observe(holder);

  function settled() {
    settle();
    return frameNow(false);
  }

  let printed = null;
  window.addEventListener("beforeprint", () => {
    const now = [state, look];
    state = { ...state, dark: false };
    look = lookNow();
    printed = mapElement(frameNow(false), FACES);
    [state, look] = now;
    holder.firstElementChild.style.display = "none";
    holder.append(printed);
  });
  window.addEventListener("afterprint", () => {
    if (printed) printed.remove();
    holder.firstElementChild.style.display = "";
    paint();
  });

  return {
    show(next) {
      const before = state;
      state = { ...state, ...next };
      if (["visible", "dark", "sizeBy", "colourBy"].some((key) => state[key] !== before[key])) look = lookNow();
      ask();
    },
    fit,
    reveal,
    zoomBy: (factor) => move(zoomedAt(camera, size, middle(), factor)),
    panBy: (x, y) => move(pannedBy(camera, x, y)),
    camera: () => ({ ...camera }),
    moveTo: (next) => {
      chosen = true;
      jump({ ...camera, ...next, scale: bounded(next.scale || camera.scale) });
    },
    nodeAt: (place) => ({ ...toScreen(camera, size, nodes[place]), radius: dotRadius(look.radii[place], camera.scale) }),
    labels() {
      settle();
      return names.map((name) => ({ ...name }));
    },
    years() {
      const scale = yearScale(model, look.colours.years.length);
      return scale && { first: scale.first, last: scale.last, colours: look.colours.years };
    },
    svg: () => asSvg(settled(), FACES),
    png: () => asBlob(settled(), FACES),
  };
}
