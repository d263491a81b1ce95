// The painter for large pictures: one 2D canvas, without a GPU. Lines and dots are drawn once for each place of the
// camera, into a layer. While the camera moves the layer is moved along, and dots alone are drawn where it does not reach;
// at rest it is drawn anew. So moving and pointing cost the same however much there is.

import { dotRadius, toScreen } from "../camera.js";
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
  let drawn = null; // the frame that the layer holds, and its px for one of the page

  function sized(one, { width, height }, ratio) {
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (one.width !== across || one.height !== down) [one.width, one.height] = [across, down];
  }

  function clear(one, { look, size }, ratio) {
    one.setTransform(ratio, 0, 0, ratio, 0, 0);
    one.fillStyle = look.colours.background;
    one.fillRect(0, 0, size.width, size.height);
  }

  const shown = (frame, kind) => model[kind].map((thing) => thing.place).filter((place) => frame.shows(kind, place));

  function drawLayer(frame, ratio) {
    sized(layer, frame.size, ratio);
    clear(behind, frame, ratio);
    frame.back(penBehind);
    const lines = shown(frame, "edges");
    drawLines(penBehind, frame, lines, { opacity: lineOpacity(lines.length) });
    drawDots(penBehind, frame, shown(frame, "nodes"));
    drawn = { frame, ratio };
  }

  // Where the layer stands now that the camera has moved.
  function layerBox({ camera, size }) {
    const then = drawn.frame.camera;
    const zoom = camera.scale / then.scale;
    const left = size.width / 2 + (then.x - camera.x) * camera.scale - (size.width / 2) * zoom;
    const top = size.height / 2 + (then.y - camera.y) * camera.scale - (size.height / 2) * zoom;
    return { left, top, width: size.width * zoom, height: size.height * zoom };
  }

  function drawBeside(frame, { left, top, width, height }) {
    const { camera, size, look } = frame;
    const outside = (place) => {
      const { x, y } = toScreen(camera, size, model.nodes[place]);
      const radius = dotRadius(look.radii[place], camera.scale);
      return x - radius < left || y - radius < top || x + radius > left + width || y + radius > top + height;
    };
    context.save();
    context.beginPath();
    context.rect(0, 0, size.width, size.height);
    context.rect(left, top, width, height);
    context.clip("evenodd");
    drawDots(pen, frame, shown(frame, "nodes").filter(outside));
    context.restore();
  }

  const holds = (frame, ratio) => drawn && drawn.ratio === ratio && drawn.frame.look === frame.look
    && drawn.frame.state.visible === frame.state.visible && drawn.frame.size === frame.size;

  return {
    paint(frame) {
      const ratio = window.devicePixelRatio || 1;
      const held = holds(frame, ratio);
      if (!held || (!frame.moving && drawn.frame.camera !== frame.camera)) drawLayer(frame, ratio);
      sized(canvas, frame.size, ratio);
      clear(context, frame, ratio);
      const box = layerBox(frame);
      context.drawImage(layer, box.left, box.top, box.width, box.height);
      if (drawn.frame.camera !== frame.camera) drawBeside(frame, box);
      frame.front(pen);
    },
  };
}
