"""How soon pictures appear, how smoothly they pan and how large they are, beside stock pyvis and others in one run.

usage: python benchmarks/painters.py [SIZE …] [--only NAME,…] [--candidates]

Synthetic co-authorship (seed 5): papers as cliques of two to six, most within communities of about sixty, some people
taken more often. Chromium without a GPU, a window of 1200 × 800, from disk. "paint" is from the start of the navigation
to the first frame with the picture in it; "fps" counts the frames of a continuous drag, two seconds at the zoom that
shows all, once the page has come to rest. ``--candidates`` also measures sigma and force-graph, fetched by npm into a
temporary folder.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from papergraph.query.networks import AuthorRow, Authorship, NetworkRows, PaperRow
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.drawing import Limits
from papergraph.views.model import ViewModel
from papergraph.views.page import html
from papergraph.views.painter import choose
from papergraph.views.palette import LIGHT, colour

SIZES = (100, 700, 3_500, 7_000)
EDGES_PER_NODE = 4.3
PACKAGES = ("sigma@3.0.3", "graphology@0.26.0", "graphology-types@0.24.8", "force-graph@1.52.0", "esbuild@0.28.2")
PATIENCE = 60  # seconds for a first paint

# Ours is painted when it can tell its names; a page of pyvis when its bar is gone and a frame has passed.
WATCH = """
  const bar = () => document.getElementById("loadingBar");
  const ours = () => window.papergraph && window.papergraph.labels().length;
  const pyvis = () => window.network && (!bar() || bar().style.display === "none");
  const tell = () => { window.paintedAt = window.painted || performance.now(); };
  const look = () => requestAnimationFrame(window.painted || ours() || pyvis() ? tell : look);
  requestAnimationFrame(look);
"""


# Until ten frames in a row come in time, at most 15 s: tables are built by then, and stock pyvis never gets there.
QUIET = """() => new Promise((done) => {
  const began = performance.now();
  let [before, calm] = [began, 0];
  const next = (now) => {
    calm = now - before < 40 ? calm + 1 : 0;
    before = now;
    if (calm > 10 || now - began > 15000) done();
    else requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})"""


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--only", default="")
    asked.add_argument("--candidates", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        scripts = bundles(folder) if options.candidates else {}
        program = shutil.which("chromium") or shutil.which("google-chrome")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        print("  nodes  edges  page                     MB   paint s     fps   paint x   fps x")
        for size in options.sizes:
            model = picture(size)
            ours = dict.fromkeys(("canvas", choose(model)))
            pages = {name: html(model, painter=name) for name in ours} | {"pyvis": stock(model)}
            pages |= {name: candidate(model, script) for name, script in scripts.items()}
            if "sigma" in pages:
                pages["sigma-hiding"] = pages["sigma"]
            chosen = {name: page for name, page in pages.items() if not options.only or name in options.only.split(",")}
            report(browser, folder, model, chosen)


def report(browser: Browser, folder: Path, model: ViewModel, pages: dict[str, str]) -> None:
    first: tuple[float, float] | None = None
    for name, page in pages.items():
        file = folder / f"{name.split(',')[0]}.html"
        file.write_text(page, encoding="utf-8")
        paint, fps = measured(browser, file.as_uri() + ("#hide" if name.endswith("-hiding") else ""))
        first = first or (paint, fps)
        shown = f"{paint:9.2f}" if paint < PATIENCE else f"   > {PATIENCE:4d}"
        print(
            f"{len(model.nodes):7,}{len(model.edges):7,}  {name:22}{len(page.encode()) / 1e6:6.2f} {shown} {fps:7.1f}"
            f" {paint / first[0]:8.1f} {fps / first[1] if first[1] else 0:8.2f}",
            flush=True,
        )


def measured(browser: Browser, address: str) -> tuple[float, float]:
    """Return the seconds to the first paint and the frames a second of a drag."""
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.add_init_script(WATCH)
    page.route("http*://**", lambda route: route.abort())
    try:
        page.goto(address, wait_until="commit")
        page.wait_for_function("() => window.paintedAt !== undefined", timeout=PATIENCE * 1e3)
        paint = page.evaluate("window.paintedAt") / 1e3
        page.evaluate(QUIET)
        return paint, frames(page)
    except TimeoutError:
        return float(PATIENCE), 0.0
    finally:
        page.close()


def frames(page: Page) -> float:
    """Drag back and forth for two seconds and count the frames of the screen."""
    area = next(
        (found for name in ("#map", "#mynetwork") if (found := page.locator(name)).count()), page.locator("body")
    )
    box = area.bounding_box()
    assert box is not None
    # Beside the picture's middle, where no dot would be taken along.
    x, y = box["x"] + 6, box["y"] + 6
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("""() => {
      window.framesSeen = 0;
      const count = () => { window.framesSeen += 1; requestAnimationFrame(count); };
      requestAnimationFrame(count);
    }""")
    began, turn, before = time.perf_counter(), 0, page.evaluate("window.framesSeen")
    while time.perf_counter() - began < 2:
        turn += 1
        page.mouse.move(x + abs(turn % 60 - 30) * 4, y + abs(turn % 40 - 20) * 4)
    seen = page.evaluate("window.framesSeen") - before
    took = time.perf_counter() - began
    page.mouse.up()
    return float(seen / took)


# ---------------------------------------------------------------------------------------------------------------------


def picture(nodes: int) -> ViewModel:
    """Return the picture of about so many authors, with room for all of them."""
    return coauthors_view(rows(nodes), title="Synthetic", limits=Limits(nodes=20_000, edges=60_000))


def rows(nodes: int) -> NetworkRows:
    chance = random.Random(5)
    groups = max(nodes // 60, 1)
    members = [list(range(start, nodes, groups)) for start in range(groups)]
    papers: list[list[int]] = []
    links: set[tuple[int, int]] = set()
    while len(links) < EDGES_PER_NODE * nodes:
        for _ in range(max(nodes // 50, 1)):
            own = chance.randrange(groups)
            paper: set[int] = set()
            for _ in range(chance.randint(2, 6)):
                group = own if chance.random() < 0.93 else chance.randrange(groups)
                # The first of a group write most.
                paper.add(members[group][int(len(members[group]) * chance.random() ** 1.3)])
            if len(paper) > 1:
                papers.append(sorted(paper))
                links.update(combinations(sorted(paper), 2))
    date = "{}-{:02d}-{:02d}"
    return NetworkRows(
        papers=tuple(
            PaperRow(
                iri=f"p/{number}",
                id=str(number),
                title=f"On the Guessing of Things, Part {number}",
                date=date.format(2018 + number % 8, 1 + number % 12, 1 + number % 28),
                url=None,
            )
            for number in range(len(papers))
        ),
        authors=tuple(AuthorRow(iri=f"a/{number}", name=name_of(number)) for number in range(nodes)),
        authorships=tuple(
            Authorship(author=f"a/{author}", paper=f"p/{number}")
            for number, paper in enumerate(papers)
            for author in paper
        ),
        concepts=(),
        links=(),
        evidence=(),
    )


def name_of(number: int) -> str:
    first = ("Ada", "Bo", "Chen", "Dee", "Eun-ji", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kim", "Lea", "Min-su")
    last = ("Aalto", "Byun", "Castro", "Dahl", "Ekström", "Fujita", "Goh", "Hwang", "Ito", "Jeon", "Kwon")
    return f"{first[number % 13]} {last[number // 13 % 11]} {number // 143 or ''}".strip()


def stock(model: ViewModel) -> str:
    """Return the page that pyvis makes by itself of the same nodes and edges: physics on, everything as it comes."""
    network = Network(cdn_resources="in_line")
    for place, node in enumerate(model.nodes):
        network.add_node(place, label=node.label)
    for edge in model.edges:
        network.add_edge(edge.source, edge.target)
    return str(network.generate_html(notebook=False))


def candidate(model: ViewModel, script: str) -> str:
    nodes = [[node.x, node.y, node.radius, node.label, colour(LIGHT, node.group)] for node in model.nodes]
    edges = [[edge.source, edge.target, (0.8, 1.8, 3.2)[edge.step]] for edge in model.edges]
    data = json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False, separators=(",", ":")).replace(
        "<", r"\u003c"
    )
    style = "html, body { margin: 0 } #map { width: 624px; height: 696px }"  # as large as the map of our page
    script = script.replace("</script", r"<\/script")
    return (
        f'<!doctype html><meta charset="utf-8"><style>{style}</style><div id="map"></div>'
        f'<script type="application/json" id="data">{data}</script><script>{script}</script>'
    )


def bundles(folder: Path) -> dict[str, str]:
    """Return the scripts of the candidates, bundled with their libraries."""
    here = Path(__file__).parent / "candidates"
    (folder / "package.json").write_text('{"private": true, "type": "module"}')
    subprocess.run(["npm", "install", "--silent", "--no-save", "--ignore-scripts", *PACKAGES], cwd=folder, check=True)
    made = {}
    for name in ("sigma", "force_graph"):
        (folder / f"{name}.js").write_text((here / f"{name}.js").read_text())
        command = ["npx", "esbuild", f"{name}.js", "--bundle", "--minify", "--format=iife", "--charset=utf8"]
        made[name] = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
        print(f"{name}: {len(made[name].encode()) / 1e3:.0f} kB of script", file=sys.stderr)
    return made


if __name__ == "__main__":
    main()
