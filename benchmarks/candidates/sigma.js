// sigma 3 on graphology: WebGL, here in software.
import Graph from "graphology";
import Sigma from "sigma";

const { nodes, edges } = JSON.parse(document.getElementById("data").textContent);
const graph = new Graph({ type: "undirected" });
nodes.forEach(([x, y, size, label, color], place) => graph.addNode(place, { x, y: -y, size: size / 3, label, color }));
edges.forEach(([source, target, size]) => graph.addEdge(source, target, { size, color: "#C9CED6" }));
const options = { hideEdgesOnMove: location.hash === "#hide" };
const drawn = new Sigma(graph, document.getElementById("map"), options); // draws at once
drawn.refresh();
requestAnimationFrame(() => { window.painted = performance.now(); });
