"""`tensorlite.draw`: the graph of a result, the layers of a model, or the kernels of a plan."""

import html
import os
from pathlib import Path
from typing import Any

import tensorlite as tl

from ..errors import expected
from ..gate import gated, signature_of
from ..graph import Node, edge, orders
from ..kernels import files
from ..plan.compiled import Compiled
from ..plan.tables import count
from ..tensor import Leaf, Tensor
from ..utils._pytree import tree_map
from .layout import Graph
from .summaries import Calls, multiply_adds, tensors_in, unchanged

MOST = 400  # boxes of one drawing


class Drawing:
    """
    A graph as SVG; notebooks show it.

    Attributes
    ----------
    svg : str
        The whole, with every layer open up to the depth that was asked for.
    graph : Graph
        Its boxes and edges.
    """

    def __init__(self, graph, folded=()):
        self.graph, self._folded = graph, folded

    @property
    def svg(self):
        """The drawing."""
        return self.graph.svg()

    def save(self, path):
        """Write it to a file.

        Parameters
        ----------
        path : str or os.PathLike
            ``.svg``, or ``.html`` with layers that fold.

        Raises
        ------
        ValueError
            For another suffix.
        """
        suffix = Path(os.fspath(path)).suffix
        if suffix not in (".svg", ".html"):
            raise ValueError(expected("save", "a path that ends in .svg or .html", repr(suffix),
                                      "save('model.svg')"))  # fmt: skip
        text = self.svg if suffix == ".svg" else f"<!DOCTYPE html>\n{self._repr_html_()}"
        files.replace(path, text.encode(), durable=False)

    def _repr_html_(self):
        if not self._folded:
            return f'<div style="overflow-x: auto">{self.svg}</div>'
        first, *_ = self._folded
        return _foldable(first)

    def __repr__(self):
        return f"<Drawing of {len(self.graph.boxes)} boxes, {len(self.graph.edges)} edges>"


@gated
def draw(thing: Any, *args: Any, depth: int | None = None, **kwargs: Any) -> Drawing:
    """
    Draw the graph of a result, the layers of a model, or the kernels of a compiled function.

    Parameters
    ----------
    thing : Tensor, nn.Module or compiled function
        A tensor with a history: ops from its leaves to it. A module: its layers, for the inputs
        that follow. A compiled function: the kernels of its plan, the last that ran; a compiled
        module with inputs: its layers.
    *args, **kwargs
        Of a module: its inputs. Of a tensor: the module whose parameters it depends on, for their
        names.
    depth : int, optional
        Of a module: how many layers deep the drawing goes; all, if there is room.

    Returns
    -------
    Drawing
        Notebooks show it, layers fold there; `save(path)` writes ``.svg`` or ``.html``.

    Raises
    ------
    TypeError
        For anything else; for a module without the inputs that it needs.
    RuntimeError
        For a tensor without a history, or a function that has not run yet.

    Notes
    -----
    A module runs once, eagerly; its buffers and the generator are as before then. Edges tell the
    shapes that go along them, or the bytes in the case of a plan. The layout is our own: no
    other program is needed.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite import nn
    >>> net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
    >>> tl.draw(net, tl.ones(3, 4))
    <Drawing of 5 boxes, 4 edges>
    >>> "[3, 8]" in tl.draw(net, tl.ones(3, 4)).svg
    True
    """
    if isinstance(thing, Tensor):
        return Drawing(_of_result(thing, args))
    given = bool(args or kwargs)
    if isinstance(thing, Compiled) and isinstance(thing, tl.nn.Module) and given:
        thing = thing._function  # what it is made of, as without compile
    elif isinstance(thing, Compiled):
        if given:
            raise TypeError(expected("draw", "a compiled function alone, whose last call it shows",
                                     "inputs, too", "a call with them first"))  # fmt: skip
        return Drawing(_of_plan(thing))
    if isinstance(thing, tl.nn.Module):
        if not given and signature_of(thing.forward).parameters:
            wanted = "the inputs of a module"
            raise TypeError(expected("draw", wanted, "none", "draw(model, input)"))
        return _of_model(thing, args, kwargs, depth)
    raise TypeError(expected("draw", "a Tensor, an nn.Module or a compiled function",
                             type(thing).__name__, "draw(model, input)"))  # fmt: skip


# ------------------------------------------------------------------ results


def _of_result(tensor, modules):
    """The ops that a result depends on, and the leaves that these depend on."""
    if edge(tensor) is None or type(edge(tensor)) is Leaf:
        raise RuntimeError(
            expected("draw", "a tensor with a history", f"{tensor.spec} without one",
                     "requires_grad=True for what it is computed from")
        )  # fmt: skip
    names = {p._node: name for m in modules for name, p in m.named_parameters()}
    graph = Graph()
    graph.add("result", ["result", _shape(tensor.spec)], "result")
    node, index = edge(tensor)
    graph.join(node, "result", _shape(node.outputs[index]))
    stack, seen = [node], set()
    while stack and len(seen) < MOST:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        _op_box(graph, node)
        for place, spec in zip(node.edges, node.specs, strict=True):
            if place is None:
                continue
            if type(place) is Leaf:
                name = names.get(place, "leaf")
                graph.add(place, [name, _shape(place.spec)], "parameter")
                graph.join(place, node)
                continue
            graph.join(place[0], node, _shape(spec))
            _op_box(graph, place[0])
            stack.append(place[0])
    return graph


def _op_box(graph, node):
    graph.add(node, [node.title()], "op", node.describe())


def _shape(spec):
    return str(list(spec.shape))


# ------------------------------------------------------------------ plans


def _of_plan(compiled):
    """The kernels of the plan that ran last, and the memory that goes from one to another."""
    plans = compiled.at_hand()
    if not plans:
        raise RuntimeError(expected("draw", "a compiled function that has run", "no plan yet",
                                    "a call of it first"))  # fmt: skip
    graph, writers = Graph(), {}
    for number, step in enumerate(plans[0].steps, 1):
        work, launch = step.launch.work, step.launch
        shape = "x".join(map(str, work.shape)) if work is not None else f"{launch.items}"
        kind = "layer" if multiply_adds(launch) else "op"
        graph.add(number, [f"{number} {launch.label[:40]}", shape], kind, str(step.place))
        accesses = list(step.accesses())
        for region, reads, _ in accesses:
            if reads and region in writers:
                graph.join(writers[region], number, count(region.nbytes, "B"))
            elif reads and region.kind == "argument":
                graph.add(region, ["argument", count(region.nbytes, "B")], "input")
                graph.join(region, number)
        writers |= {region: number for region, _, writes in accesses if writes}
    return graph


# ------------------------------------------------------------------ models


class _Call:
    """A call of a module: what went in and out, and which ops were recorded in between."""

    def __init__(self, name, module, parent, first, taken):
        self.name, self.kind, self.parent, self.first = name, type(module).__name__, parent, first
        self.last, self.inputs, self.outputs, self.children = first, taken, [], []
        self.depth = 0 if parent is None else parent.depth + 1

    @property
    def label(self):
        return f"{self.name}: {self.kind}" if self.name else self.kind

    def inside(self, node):
        return self.first <= node.order < self.last


class _Following(Calls):
    """Notes a _Call for each call of a module, and who made which tensor."""

    def __init__(self, model):
        super().__init__(model)
        self.root: Any = None
        self.kept = []  # tensors, so that each id stays its own

    def entered(self, module, args):
        parent = self.stack[-1] if self.stack else None
        taken = list(tensors_in(args))
        self.kept += taken
        call = _Call(self.name_of(module), module, parent, next(orders), taken)
        if parent is None:
            self.root = call
        else:
            parent.children.append(call)
        return call

    def left(self, module, call, args, out):
        call.outputs, call.last = list(tensors_in(out)), next(orders)
        self.kept += call.outputs


def _of_model(model, args, kwargs, depth):
    following = _Following(model)
    args, kwargs = tree_map(_tracked, (args, kwargs))
    with unchanged(model), following, tl.enable_grad():
        model(*args, **kwargs)
    root = following.root
    deepest = _deepest(root)
    folded = []
    _collect(root, folded)
    if depth is None:
        depth = next(d for d in range(deepest, -1, -1) if d <= 1 or _size(root, d) <= 60)
    return Drawing(_expanded(root, max(1, depth)), folded)


def _tracked(x):
    """An input whose history shows; what cannot have one as it is."""
    if isinstance(x, Tensor) and x.is_floating_point():
        return x.detach().requires_grad_()
    return x


def _deepest(call):
    return max([call.depth, *map(_deepest, call.children)])


def _size(call, depth):
    if call.depth >= depth or not call.children:
        return 1
    return sum(_size(child, depth) for child in call.children)


def _collect(call, found):
    """A call and all below it that hold others, each with a drawing one layer deep."""
    if call.children or call.parent is None:
        found.append((call, _expanded(call, call.depth + 1)))
        call.folded = found[-1]
        for child in call.children:
            _collect(child, found)


def _expanded(root, depth):
    """The Graph of a call whose layers are open up to a depth."""
    graph, maker = Graph(), {}  # id of a tensor, or a node -> (box, shape)
    for number, x in enumerate(root.inputs):
        graph.add(("input", number), ["input", _shape(x.spec)], "input")
        maker[id(x)] = ("input", number)
        if edge(x) is not None:
            maker[_source(x)] = ("input", number)
    _lay(graph, root, root, depth, maker)
    for number, x in enumerate(root.outputs):
        graph.add(("result", number), ["result", _shape(x.spec)], "result")
        source: Any = maker.get(id(x), maker.get(_source(x)))
        if source is None and maker:  # what has no gradient leaves no graph
            graph.add("rest", ["..."], "op", "ops without gradients")
            source = "rest"
            graph.join(list(maker.values())[-1], "rest")
        if source is not None:
            graph.join(source, ("result", number), _shape(x.spec))
    return graph


def _source(x):
    place = edge(x)
    return place if place is None or type(place) is Leaf else place[0]


def _lay(graph, call, root, depth, maker):
    """Boxes of what a call has computed, in order: its layers, and ops of its own between them."""
    for child in call.children:
        _lay_ops(graph, call, child.inputs, maker)
        if child.children and child.depth < depth:
            _lay(graph, child, root, depth, maker)
            _lay_ops(graph, child, child.outputs, maker)
            continue
        sources = [(maker.get(id(x), maker.get(_source(x))), x) for x in child.inputs]
        shapes = ", ".join(_shape(x.spec) for x in child.outputs)
        graph.add(child, [_path(child, root), shapes], "layer")
        for source, x in sources:
            if source is not None:
                graph.join(source, child, _shape(x.spec))
        for x in child.outputs:
            maker[id(x)] = child
            if isinstance(_source(x), Node):
                maker[_source(x)] = child
    _lay_ops(graph, call, call.outputs, maker)


def _lay_ops(graph, call, wanted, maker):
    """Boxes of the ops of a call that lead to some tensors, up to what has a box already."""
    stack = [_source(x) for x in wanted if id(x) not in maker]
    found = []
    while stack:
        node = stack.pop()
        if isinstance(node, Node) and node not in maker and call.inside(node):
            maker[node] = node
            found.append(node)
            stack += [e[0] for e in node.edges if e is not None and type(e) is not Leaf]
    for node in found:
        _op_box(graph, node)
        for place, spec in zip(node.edges, node.specs, strict=True):
            key = place if place is None or type(place) is Leaf else place[0]
            if key in maker and key is not None:
                graph.join(maker[key], node, _shape(spec))


def _path(call, root):
    """The label of a call, with the names of the layers that it lies in."""
    names, parent = [], call.parent
    while parent is not None and parent is not root:
        names.append(parent.name)
        parent = parent.parent
    return ".".join([*reversed(names), call.label])


def _foldable(folded):
    """A call as HTML: its drawing, and below it those of its layers, each of which folds."""
    call, graph = folded
    inner = "".join(_foldable(child.folded) for child in call.children if child.children)
    opened = " open" if call.parent is None else ""
    return (
        f'<details{opened} style="margin-left: {1 if call.parent else 0}em">'
        f"<summary><code>{html.escape(call.label)}</code></summary>"
        f'<div style="overflow-x: auto">{graph.svg()}</div>{inner}</details>'
    )
