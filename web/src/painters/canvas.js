// The painter for large pictures: one 2D canvas, without a GPU. Lines are drawn once for each place of the camera, into a
// layer of their own; while the camera moves that layer is moved along, and at rest it is drawn anew.

import { canvasPen } from "../pens.js";
import { drawDots, drawLines, lineOpacity } from "../scene.js";

export function canvasPainter(model, holder, faces) {
  const canvas = document.createElement("canvas");
  const layer = document.createElement("canvas");
  canvas.style.cssText = "position:absolute;inset:0;width:100%;height:100%";
  holder.append(canvas);
  const context = canvas.getContext("2d", { alpha: false });
  const behind = layer.getContext("2d", { alpha: false });
  const pen = canvasPen(context, faces);
  const penBehind = canvasPen(behind, faces);
  const places = { nodes: model.nodes.map((node) => node.place), edges: model.edges.map((edge) => edge.place) };
  let drawn = null; // what the layer holds: { camera, size, look, visible, ratio }

  function sized(one, { width, height }, ratio) {
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (one.width !== across || one.height !== down) [one.width, one.height] = [across, down];
  }

  function clear(one, { look, size }, ratio) {
    one.setTransform(ratio, 0, 0, ratio, 0, 0);
    one.fillStyle = look.colours.background;
    one.fillRect(0, 0, size.width, size.height);
  }

  const holds = ({ look, state, size }, ratio) => drawn && drawn.look === look && drawn.visible === state.visible
    && drawn.size.width === size.width && drawn.size.height === size.height && drawn.ratio === ratio;

  function drawLayer(frame, ratio) {
    sized(layer, frame.size, ratio);
    clear(behind, frame, ratio);
    frame.back(penBehind);
    const shown = places.edges.filter((place) => frame.shows("edges", place));
    drawLines(penBehind, frame, shown, { opacity: lineOpacity(shown.length) });
    drawn = { camera: frame.camera, size: frame.size, look: frame.look, visible: frame.state.visible, ratio };
  }

  // Puts the layer where the camera has moved to since.
  function putLayer({ camera, size }) {
    const zoom = camera.scale / drawn.camera.scale;
    const left = size.width / 2 + (drawn.camera.x - camera.x) * camera.scale - (size.width / 2) * zoom;
    const top = size.height / 2 + (drawn.camera.y - camera.y) * camera.scale - (size.height / 2) * zoom;
    context.drawImage(layer, left, top, size.width * zoom, size.height * zoom);
  }

  return {
    canvas,
    paint(frame) {
      const ratio = window.devicePixelRatio || 1;
      const { camera } = frame;
      const same = holds(frame, ratio);
      const there = same && drawn.camera.x === camera.x && drawn.camera.y === camera.y && drawn.camera.scale === camera.scale;
      if (!there && !(same && frame.moving)) drawLayer(frame, ratio);
      sized(canvas, frame.size, ratio);
      clear(context, frame, ratio);
      putLayer(frame);
      drawDots(pen, frame, places.nodes.filter((place) => frame.shows("nodes", place)));
      frame.front(pen);
    },
  };
}
