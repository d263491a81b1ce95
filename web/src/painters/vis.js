// The painter for small pictures: vis-network draws the objects that pyvis built. The camera is ours.
/* global vis */

import { dotRadius } from "../camera.js";
import { canvasPen } from "../pens.js";
import { dashOf, drawDots, faded, lineOpacity, widthOf } from "../scene.js";

export function visPainter(model, holder, faces) {
  const { nodes, edges } = model;
  let frame = null;
  let styled = null; // what the objects were last styled for
  let network = null;
  let drawn = null;
  let canvas = null;

  // It gets its objects with its first breath: handed over later they would be taken in a second time.
  function begin() {
    drawn = { nodes: new vis.DataSet(nodes.map(styledNode)), edges: new vis.DataSet(styledEdges()) };
    network = new vis.Network(holder, drawn, model.drawn.options);
    canvas = holder.querySelector("canvas");
    network.body.emitter.on("initRedraw", setCamera);
    network.on("beforeDrawing", (context) => inPixels(context, (pen) => {
      context.fillStyle = frame.look.colours.background;
      context.fillRect(0, 0, frame.size.width, frame.size.height);
      frame.back(pen);
    }));
    network.on("afterDrawing", (context) => inPixels(context, (pen) => frame.front(pen)));
  }

  // Whatever makes vis-network draw, it draws under our camera: dots and lines keep their px.
  function setCamera() {
    const { camera, size } = frame;
    const { view } = network.body;
    view.scale = camera.scale;
    view.translation = { x: size.width / 2 - camera.x * camera.scale, y: size.height / 2 - camera.y * camera.scale };
    for (const node of Object.values(network.body.nodes)) ({ x: node.x, y: node.y } = nodes[node.id]); // it cuts them to whole numbers
    for (const edge of Object.values(network.body.edges)) edge.options.width = widthOf(edges[edge.id]) / camera.scale;
  }

  function inPixels(context, draws) {
    const ratio = canvas.width / holder.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draws(canvasPen(context, faces));
    context.restore();
  }

  // Its own shapes have other corners and sizes than those that are drawn over them when they are lit.
  function drawsDot({ ctx, id }) {
    const radius = dotRadius(frame.look.radii[id], frame.camera.scale) / frame.camera.scale;
    return {
      drawNode: () => inPixels(ctx, (pen) => drawDots(pen, frame, [id])),
      nodeDimensions: { width: 2 * radius, height: 2 * radius },
    };
  }

  function styledNode(node) {
    return { ...model.drawn.nodes[node.place], hidden: !frame.shows("nodes", node.place), shape: "custom", ctxRenderer: drawsDot };
  }

  function styledEdges() {
    const opacity = lineOpacity(edges.filter((edge) => frame.shows("edges", edge.place)).length);
    return edges.map((edge) => ({
      ...model.drawn.edges[edge.place], id: edge.place, hidden: !frame.shows("edges", edge.place),
      dashes: edge.faint ? dashOf(edge) : false, color: { color: faded(frame.look.strokes[edge.place], opacity), inherit: false },
    }));
  }

  function restyle() {
    if (styled && styled.look === frame.look && styled.visible === frame.state.visible) return;
    styled = { look: frame.look, visible: frame.state.visible };
    if (network) {
      drawn.nodes.update(nodes.map(styledNode));
      drawn.edges.update(styledEdges());
    } else begin();
  }

  return {
    paint(next) {
      frame = next;
      restyle();
      network.renderer.dragging = frame.moving; // its own sign that lines may stay away
      network.redraw();
    },
  };
}
