"""A layered drawing of a directed graph, as SVG: ranks, order within them, places, curves.

K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System
Structures", 1981: longest paths make the ranks, barycentres the order.
"""

import html
import itertools
from dataclasses import dataclass, field

CHARACTER, LINE, MARGIN = 6.6, 15, 9  # pixels: of text in 11 px monospace, and around it
BETWEEN, BELOW = 26, 44  # pixels between boxes of a rank, and between ranks
SWEEPS = 12
COLOURS = {  # fill and border, by kind
    "input": ("#e8f1fb", "#4878a8"),
    "parameter": ("#fdf3e1", "#c08a30"),
    "layer": ("#eef5ea", "#5b8c4a"),
    "op": ("#f4f4f4", "#8a8a8a"),
    "result": ("#fbeaea", "#b2484a"),
}


@dataclass
class Box:
    """
    A node.

    Attributes
    ----------
    lines : list of str
        Its text.
    kind : str
        A key of COLOURS.
    hint : str
        What shows when the mouse is over it.
    """

    lines: list[str]
    kind: str = "op"
    hint: str = ""
    rank: int = 0
    x: float = 0.0
    width: float = 0.0
    height: float = 0.0
    virtual: bool = False


@dataclass
class Graph:
    """Boxes by key, and edges (from, to) -> labels; an edge goes down."""

    boxes: dict = field(default_factory=dict)
    edges: dict = field(default_factory=dict)

    def add(self, key, lines, kind="op", hint=""):
        """Add a box, unless it is there."""
        return self.boxes.setdefault(key, Box(lines, kind, hint))

    def join(self, source, target, label=""):
        """Add an edge; one to itself is none."""
        if source != target:
            labels = self.edges.setdefault((source, target), [])
            if label and label not in labels:
                labels.append(label)

    def svg(self):
        """The drawing."""
        return _Layout(self).svg() if self.boxes else '<svg width="1" height="1"></svg>'


class _Layout:
    def __init__(self, graph):
        self.boxes = dict(graph.boxes)
        self.labels = {edge: ", ".join(labels) for edge, labels in graph.edges.items()}
        self.into = {key: [] for key in self.boxes}
        self.out = {key: [] for key in self.boxes}
        self.chains = {}  # edge -> keys on its way
        for source, target in self.labels:
            self.out[source].append(target)
            self.into[target].append(source)
        for box in self.boxes.values():
            box.width = 2 * MARGIN + CHARACTER * max(map(len, box.lines))
            box.height = LINE * len(box.lines) + MARGIN
        self._ranks()
        self._bend_long_edges()
        self.layers = self._order()
        self._spread()

    # ---- ranks

    def _ranks(self):
        """The longest path from a source; sources then come down to where they are used."""
        order = self._topological()
        for key in order:
            above = [self.boxes[k].rank for k in self.into[key]]
            self.boxes[key].rank = max(above, default=-1) + 1
        for key in reversed(order):
            if not self.into[key] and self.out[key]:
                self.boxes[key].rank = min(self.boxes[k].rank for k in self.out[key]) - 1

    def _topological(self):
        """Keys, each after those that lead to it; what lies on a cycle comes as it was added."""
        waiting = {key: len(sources) for key, sources in self.into.items()}
        order, ready, left = [], [k for k, n in waiting.items() if n == 0], list(waiting)
        while len(order) < len(waiting):
            if not ready:
                first = next(key for key in left if waiting[key] > 0)
                ready, waiting[first] = [first], 0
                for source in list(self.into[first]):
                    if source not in order:
                        self.into[first].remove(source)
                        self.out[source].remove(first)
            key = ready.pop(0)
            order.append(key)
            for target in self.out[key]:
                waiting[target] -= 1
                if waiting[target] == 0:
                    ready.append(target)
        return order

    def _bend_long_edges(self):
        for source, target in self.labels:
            way, before = [source], source
            for rank in range(self.boxes[source].rank + 1, self.boxes[target].rank):
                key = ("bend", source, target, rank)
                self.boxes[key] = Box([""], rank=rank, width=8, virtual=True)
                self.into[key], self.out[key] = [before], []
                self.out[before] = [key if k == target else k for k in self.out[before]]
                way.append(key)
                before = key
            if before is not source and target in self.boxes:
                self.out[before] = [target]
                self.into[target] = [before if k == source else k for k in self.into[target]]
            self.chains[source, target] = [*way, target]

    # ---- order and places

    def _order(self):
        layers = [[] for _ in range(1 + max(box.rank for box in self.boxes.values()))]
        for key, box in self.boxes.items():
            layers[box.rank].append(key)
        best, fewest = [list(layer) for layer in layers], self._crossings(layers)
        for sweep in range(SWEEPS):
            down = sweep % 2 == 0
            neighbours = self.into if down else self.out
            for number in range(1, len(layers)) if down else range(len(layers) - 2, -1, -1):
                other = layers[number - 1 if down else number + 1]
                at = {key: place for place, key in enumerate(other)}
                self._sort(layers[number], neighbours, at)
            crossings = self._crossings(layers)
            if crossings < fewest:
                best, fewest = [list(layer) for layer in layers], crossings
        return best

    @staticmethod
    def _sort(layer, neighbours, at):
        middles = {}
        for place, key in enumerate(layer):
            places = [at[k] for k in neighbours[key] if k in at]
            middles[key] = sum(places) / len(places) if places else place
        layer.sort(key=middles.__getitem__)

    def _crossings(self, layers):
        total = 0
        for layer, after in itertools.pairwise(layers):
            at = {key: place for place, key in enumerate(after)}
            ends = [sorted(at[k] for k in self.out[key] if k in at) for key in layer]
            flat = [end for row in ends for end in row]
            total += sum(a > b for i, a in enumerate(flat) for b in flat[i + 1 :])
        return total

    def _spread(self):
        """Boxes side by side, each as near to the mean of its neighbours as the others let it."""
        for layer in self.layers:
            self._apart(layer, [0.0] * len(layer))
        for sweep in range(SWEEPS):
            down = sweep % 2 == 0
            for layer in self.layers if down else reversed(self.layers):
                wanted = []
                for key in layer:
                    near = (self.into if down else self.out)[key] or (
                        self.out if down else self.into)[key]  # fmt: skip
                    places = [self.boxes[k].x for k in near]
                    wanted.append(sum(places) / len(places) if places else self.boxes[key].x)
                self._apart(layer, wanted)
        left = min(box.x - box.width / 2 for box in self.boxes.values())
        for box in self.boxes.values():
            box.x += 10 - left

    def _apart(self, layer, wanted):
        """Centres near the wanted ones: neighbours that would overlap form blocks, which move as
        one to the mean of what they want."""
        blocks = []  # [sum of wanted starts, count, keys' offsets]
        offset = 0.0
        for key, want in zip(layer, wanted, strict=True):
            half = self.boxes[key].width / 2
            blocks.append([want - half - offset, 1])
            offset += 2 * half + BETWEEN
            while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
                total, count = blocks.pop()
                blocks[-1][0] += total
                blocks[-1][1] += count
        starts = [total / count for total, count in blocks for _ in range(count)]
        offset = 0.0
        for key, start in zip(layer, starts, strict=True):
            box = self.boxes[key]
            box.x = start + offset + box.width / 2
            offset += box.width + BETWEEN

    # ---- text

    def svg(self):
        tops, y = [], 10.0
        for layer in self.layers:
            tops.append(y)
            y += max(self.boxes[key].height for key in layer) + BELOW
        width = max(box.x + box.width / 2 for box in self.boxes.values()) + 10
        paths = [self._edge(edge, label, tops) for edge, label in self.labels.items()]
        rects = [self._box(box, tops) for box in self.boxes.values() if not box.virtual]
        labels = max((len(label) for label in self.labels.values()), default=0) * CHARACTER / 2
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + labels:.0f}" '
            f'height="{y - BELOW + 10:.0f}" font-family="monospace" font-size="11">'
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
            'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#777"/></marker></defs>'
            f"{''.join(paths)}{''.join(rects)}</svg>"
        )

    def _edge(self, edge, label, tops):
        way = [self.boxes[key] for key in self.chains[edge]]
        first, last = way[0], way[-1]
        x, y = first.x, tops[first.rank] + first.height
        path, place = f"M{x:.1f} {y:.1f}", None
        for box in way[1:]:
            top = tops[box.rank]
            middle = (y + top) / 2
            path += f"C{x:.1f} {middle:.1f} {box.x:.1f} {middle:.1f} {box.x:.1f} {top:.1f}"
            share = 0.5 if len(self.out[edge[0]]) == 1 else 0.85  # where the curves are apart
            place = place or (x + share * (box.x - x) + 4, y + (0.3 + share / 2) * (top - y))
            x, y = box.x, top
            if box is not last:
                y = tops[box.rank + 1] - BELOW
                path += f"V{y:.1f}"
        text = ""
        if label and place is not None:
            text = (f'<text x="{place[0]:.1f}" y="{place[1]:.1f}" fill="#555" font-size="10">'
                    f"{html.escape(label)}</text>")  # fmt: skip
        return f'<path d="{path}" fill="none" stroke="#999" marker-end="url(#tip)"/>{text}'

    def _box(self, box, tops):
        fill, border = COLOURS[box.kind]
        left, top = box.x - box.width / 2, tops[box.rank]
        lines = "".join(
            f'<text x="{box.x:.1f}" y="{top + LINE * n - 1:.1f}" text-anchor="middle" '
            f'font-weight="{"bold" if n == 1 else "normal"}">{html.escape(line)}</text>'
            for n, line in enumerate(box.lines, 1)
        )
        hint = f"<title>{html.escape(box.hint)}</title>" if box.hint else ""
        return (f'<g>{hint}<rect x="{left:.1f}" y="{top:.1f}" width="{box.width:.1f}" '
                f'height="{box.height:.1f}" rx="5" fill="{fill}" stroke="{border}"/>{lines}</g>')
