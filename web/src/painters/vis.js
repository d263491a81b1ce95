// The painter for small pictures: vis-network draws the objects that pyvis built, and keeps the camera.
/* global vis */

import { colourOf, faded, WIDTHS } from "../scene.js";

const MANY = 1500; // lines: these are drawn fainter

export function visPainter(model, holder) {
  const { nodes, edges } = model;
  let scene = null;
  const listeners = { move: [], resize: [], click: [] };
  const tell = (kind, ...values) => listeners[kind].forEach((listener) => listener(...values));
  const drawn = { nodes: new vis.DataSet([]), edges: new vis.DataSet([]) };
  const network = new vis.Network(holder, drawn, model.drawn.options);
  network.on("afterDrawing", (context) => { if (scene) scene.after(context); });
  network.on("dragStart", () => tell("move"));
  network.on("zoom", () => tell("move"));
  network.on("resize", () => tell("resize"));
  network.on("click", (event) => tell("click", event.pointer.DOM.x, event.pointer.DOM.y));

  function styledNode(node) {
    const { label, ...built } = model.drawn.nodes[node.place]; // names are written by us
    const hidden = Boolean(scene.visible) && !scene.visible.nodes[node.place];
    return { ...built, hidden, color: { background: colourOf(node, scene.colours), border: scene.colours.background } };
  }

  function styledEdge(edge) {
    const hidden = Boolean(scene.visible) && !scene.visible.edges[edge.place];
    return { ...model.drawn.edges[edge.place], id: edge.place, width: WIDTHS[edge.step], dashes: edge.faint ? [4, 4] : false, hidden };
  }

  function restyle() {
    network.setOptions({ edges: { color: { color: faded(scene.colours.line, edges.length > MANY ? 0.42 : 0.55), inherit: false } } });
    drawn.nodes.update(nodes.map(styledNode));
    drawn.edges.update(edges.map(styledEdge));
  }

  return {
    canvas: holder.querySelector("canvas"),
    paint(next) {
      const changed = !scene || scene.visible !== next.visible || scene.colours !== next.colours;
      scene = next;
      if (changed) restyle();
      network.redraw();
    },
    camera: () => ({ ...network.getViewPosition(), scale: network.getScale() }),
    moveTo: ({ x, y, scale }) => network.moveTo({ position: { x, y }, scale, animation: false }),
    onMove: (listener) => listeners.move.push(listener),
    onResize: (listener) => listeners.resize.push(listener),
    onClick: (listener) => listeners.click.push(listener),
  };
}
