// force-graph: its own canvas; positions are given and its engine is off.
import ForceGraph from "force-graph";

const { nodes, edges } = JSON.parse(document.getElementById("data").textContent);
const graph = new ForceGraph(document.getElementById("map"))
  .graphData({
    nodes: nodes.map(([x, y, size, label, color], id) => ({ id, x, y, fx: x, fy: y, val: (size / 4) ** 2, name: label, color })),
    links: edges.map(([source, target, width]) => ({ source, target, width })),
  })
  .nodeRelSize(4).nodeColor("color").linkWidth("width").linkColor(() => "rgba(138,148,163,0.4)")
  .cooldownTicks(0).warmupTicks(0).enableNodeDrag(false)
  .onRenderFramePost(() => { if (!window.painted) window.painted = performance.now(); });
graph.zoomToFit(0, 40);
