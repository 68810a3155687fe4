"""`tensorlite.summary`: the layers of a model, measured while it runs and as a plan."""

import contextlib
import html
from dataclasses import dataclass, field
from typing import Any

import tensorlite as tl

from ..errors import expected
from ..gate import gated, signature_of
from ..kernels import interpreters
from ..nn.lazy import LazyModuleMixin
from ..plan.compiled import Compiled
from ..plan.tables import Table, count
from ..plan.timing import shadow_times
from ..tensor import Tensor

TITLES = ("<layer", "<output", "parameters", "multiply-adds", "output bytes", "us", "% of time")


@dataclass
class Layer:
    """
    A module of a model, or a further call of it.

    Attributes
    ----------
    name : str
        By which its parent knows it; "" for the model.
    kind : str
        Its class.
    depth : int
        How many modules it lies in.
    output : str
        Shapes of its results.
    parameters, nbytes : int
        Numbers in it and all below; bytes of its results.
    multiply_adds : int
    seconds : float
        Of the kernels of a plan that belong to it and all below.
    again : bool
        Whether it was called before, so that its parameters count there.
    within : str or None
        The layer whose kernel computes this one, too.
    """

    name: str
    kind: str
    depth: int
    output: str = ""
    parameters: int = 0
    nbytes: int = 0
    multiply_adds: int = 0
    seconds: float = 0.0
    again: bool = False
    within: str | None = None
    done: bool = False
    parent: "Layer | None" = field(default=None, repr=False)

    @property
    def label(self):
        """Its class, with its name before it."""
        return f"{self.name}: {self.kind}" if self.name else self.kind

    @property
    def path(self):
        """The names of all modules that it lies in, and its own."""
        above = self.parent.path if self.parent is not None else ""
        return f"{above}.{self.name}" if above else self.name


class Summary:
    """
    The layers of a model; prints as a table, in notebooks as HTML.

    Attributes
    ----------
    layers : list of Layer
        In the order of their calls, each before those inside of it.
    parameters, trainable, buffers : int
        Numbers in the whole model.
    state_bytes : int
        Of parameters and buffers.
    multiply_adds : int
    seconds : float or None
        Of all kernels of a call without gradients; None if there is no plan.
    arena_bytes : int or None
        The temporary memory of that plan.
    nan : str or None
        The layer whose result has the first NaN or infinity, and what its input was like.
    error : Exception or None
        What the model raised, and `failed` the Layer that it raised it in.
    unmeasured : str or None
        Why there is no plan.
    """

    def __init__(self, model):
        self.layers, self.nan, self.error, self.failed = [], None, None, None
        self.seconds = self.arena_bytes = self.unmeasured = None
        found, buffers = list(model.parameters()), list(model.buffers())
        self.parameters = sum(p.numel() for p in found)
        self.trainable = sum(p.numel() for p in found if p.requires_grad)
        self.buffers = sum(b.numel() for b in buffers)
        self.state_bytes = sum(x.numel() * x.spec.dtype.itemsize for x in (*found, *buffers))

    @property
    def multiply_adds(self):
        """Of one call."""
        return sum(layer.multiply_adds for layer in self.layers if layer.depth == 0)

    def _rows(self):
        branches = _branches([layer.depth for layer in self.layers])
        for layer, branch in zip(self.layers, branches, strict=True):
            yield (branch + layer.label, *self._cells(layer))

    def _cells(self, layer):
        if layer is self.failed:
            return ("failed", "", "", "", "", "")
        parameters = "(again)" if layer.again else count(layer.parameters or None)
        told = [layer.output if layer.done else "", parameters]
        if self.seconds is None:
            return (*told, "", count(layer.nbytes or None, "B"), "", "")
        if layer.within is not None and not layer.seconds:
            times = (f"in {layer.within}", "")
        else:
            share = 100 * layer.seconds / (self.seconds or 1.0)
            times = (f"{1e6 * layer.seconds:.1f}", f"{share:.0f}")
        return (*told, count(layer.multiply_adds or None), count(layer.nbytes, "B"), *times)

    @property
    def table(self):
        """The layers as a Table."""
        return Table(TITLES, list(self._rows()))

    @property
    def notes(self):
        """Totals, and what went wrong."""
        state = count(self.state_bytes, "B")
        lines = [f"{self.parameters:,} parameters, {self.trainable:,} of them trainable, "
                 f"{self.buffers:,} numbers in buffers: {state}"]  # fmt: skip
        if self.seconds is not None:
            lines.append(
                f"one call without gradients: {count(self.multiply_adds)} multiply-adds, "
                f"{1e6 * self.seconds:.1f} us in kernels, "
                f"{count(self.arena_bytes, 'B')} of temporary memory"
            )
        if self.unmeasured is not None:
            lines.append(f"not measured: {self.unmeasured}")
        if self.nan is not None:
            lines.append(self.nan)
        if self.error is not None:
            where = self.failed.path or "the model itself" if self.failed else "the model"
            kind = f" ({self.failed.kind})" if self.failed else ""
            lines.append(f"stopped in {where}{kind}: {type(self.error).__name__}: {self.error}")
        return lines

    def __str__(self):
        return f"{self.table}\n\n" + "\n".join(self.notes)

    __repr__ = __str__

    def _repr_html_(self):
        notes = "".join(f"<li>{html.escape(note)}</li>" for note in self.notes)
        return f"{self.table._repr_html_()}<ul>{notes}</ul>"

    def __rich__(self):
        from rich.console import Group
        from rich.text import Text

        return Group(self.table, Text("\n".join(self.notes)))


def _branches(depths):
    """What stands before each name of a tree, given in order with its depth."""
    texts = []
    for place, depth in enumerate(depths):
        text = ""
        for level in range(1, depth + 1):
            later = next((d for d in depths[place + 1 :] if d <= level), 0)
            if level == depth:
                text += "├─ " if later == level else "└─ "
            else:
                text += "│  " if later == level else "   "
        texts.append(text)
    return texts


# ------------------------------------------------------------------ one run, and one recording


class Calls:
    """Follows the calls of all modules of a model, while a `with` block lasts."""

    def __init__(self, model):
        self.names = {id(model): [""]}
        for module in model.modules():
            for name, child in module._modules.items():
                self.names.setdefault(id(child), []).append(name)
        self.model, self.handles, self.stack = model, [], []

    def __enter__(self):
        for module in self.model.modules():
            self.handles += [
                module.register_forward_pre_hook(self._enters, with_kwargs=True),
                module.register_forward_hook(self._leaves, with_kwargs=True),
            ]
        return self

    def __exit__(self, *error):
        for handle in self.handles:
            handle.remove()

    def _enters(self, module, args, kwargs):
        self.stack.append(self.entered(module, (args, kwargs)))

    def _leaves(self, module, args, kwargs, out):
        self.left(module, self.stack.pop(), (args, kwargs), out)

    def name_of(self, module):
        """Its name; of one that has several, the next with each call."""
        names = self.names[id(module)]
        return names.pop(0) if len(names) > 1 else names[0]

    def entered(self, module, args):
        """What stands for a call, given the stack of those around it."""

    def left(self, module, call, args, out):
        """Hear that a call has ended."""


class Running(Calls):
    """Notes a Layer for each call, its results, and the first that are not finite."""

    def __init__(self, model, summary):
        super().__init__(model)
        self.summary, self.seen = summary, set()

    def entered(self, module, args):
        above = self.stack[-1] if self.stack else None
        layer = Layer(self.name_of(module), type(module).__name__, len(self.stack), parent=above)
        layer.again = id(module) in self.seen
        self.seen.add(id(module))
        if not layer.again:
            layer.parameters = sum(p.numel() for p in module.parameters())
        self.summary.layers.append(layer)
        return layer

    def left(self, module, layer, args, out):
        results = list(tensors_in(out))
        layer.output = ", ".join(f"{list(x.shape)}" for x in results)
        layer.nbytes = sum(x.numel() * x.spec.dtype.itemsize for x in results)
        layer.done = True
        if self.summary.nan is None and any(map(_is_broken, results)):
            self.summary.nan = self._blame(module, layer, args)

    def _blame(self, module, layer, args):
        if any(map(_is_broken, tensors_in(args))):
            told = "its input has some"
        else:
            broken = [name for name, p in module.named_parameters() if _is_broken(p)]
            causes = f"its {' and '.join(broken)} not" if broken else "its parameters are, too"
            told = f"its input is finite, {causes}"
        where = layer.path or "the model's own forward"
        return f"first NaN or infinity: in the result of {where} ({layer.kind}); {told}"


class Recording(Calls):
    """Tells the trace which call steps belong to: calls are numbered in their order."""

    def __init__(self, model):
        super().__init__(model)
        self.trace: Any = None
        self.calls = 0

    def entered(self, module, args):
        trace = interpreters.current()
        if trace is not self.trace:  # a function that turns up on the way is cause to begin anew
            self.trace, self.calls = trace, 0
            self.stack.clear()
        number, self.calls = self.calls, self.calls + 1
        before, trace.scope = trace.scope, number
        return before

    def left(self, module, before, args, out):
        self.trace.scope = before


def tensors_in(value):
    """All tensors in tuples, lists and dicts."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from tensors_in(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from tensors_in(each)


def _is_broken(x):
    return x.is_floating_point() and x.numel() > 0 and not bool(tl.isfinite(x.detach()).all())


def _run(model, args, kwargs, summary):
    """Call the model once, eagerly; what it raises ends up in the summary."""
    running = Running(model, summary)
    try:
        with unchanged(model), running, tl.no_grad():
            model(*args, **kwargs)
    except Exception as error:
        summary.error = error
        summary.failed = running.stack[-1] if running.stack else None


@contextlib.contextmanager
def unchanged(model):
    """Leave the buffers of a model and the generator as they are, whatever runs in between."""
    kept = [(b, b.detach().clone()) for b in model.buffers()]
    state = tl.get_rng_state()
    try:
        yield
    finally:
        tl.set_rng_state(state)
        with tl.no_grad():
            for buffer, before in kept:
                buffer.copy_(before)


def _measure(model, args, kwargs, summary):
    """Record a call as a plan, time its kernels, and give each to the layer it belongs to."""

    def forward(*args, **kwargs):
        with tl.no_grad():
            return model(*args, **kwargs)

    try:
        with Recording(model):
            plan = Compiled(forward).planned(*args, **kwargs)
    except Exception as error:
        summary.unmeasured = f"{type(error).__name__}: {error}"
        return
    summary.seconds, summary.arena_bytes = 0.0, plan.arena_bytes
    for step, seconds in zip(plan.steps, shadow_times(plan.forward), strict=True):
        summary.seconds += seconds
        scopes = [s for s in getattr(step.place, "scopes", ()) if s is not None]
        layers = [summary.layers[s] for s in scopes if s < len(summary.layers)]
        main = layers[0] if layers else None
        for layer in layers[1:]:
            layer.within = main.name if main else None
        adds = multiply_adds(step.launch)
        while main is not None:
            main.seconds, main.multiply_adds = main.seconds + seconds, main.multiply_adds + adds
            main = main.parent


def multiply_adds(launch):
    """Those of a launch, which may have parts."""
    if launch.parts:
        return sum(map(multiply_adds, launch.parts))
    work = launch.work
    return (work.flops or 0) // 2 if work is not None and work.multiplies else 0


def _check_inputs(model, args, kwargs):
    """Refuse what other libraries take instead of inputs: nothing, or shapes."""
    got = None
    if not (args or kwargs) and _needs_inputs(model):
        got, remedy = "none", "model, input"
    elif args and all(_is_shape(each) for each in args):
        inputs = ", ".join(f"tensorlite.zeros({str(list(each))[1:-1]})" for each in args)
        got, remedy = f"shapes {', '.join(map(str, args))}", f"model, {inputs}"
    if got is not None:
        raise TypeError(expected("summary", "what the model is called with", got,
                                 f"summary({remedy})"))  # fmt: skip


def _needs_inputs(model):
    needed = (p for p in signature_of(model.forward).parameters.values() if p.default is p.empty)
    return any(p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) for p in needed)


def _is_shape(value):
    whole = isinstance(value, tuple | list) and all(isinstance(each, int) for each in value)
    return whole and len(value) > 0


@gated
def summary(model: Any, *args: Any, **kwargs: Any) -> Summary:
    """
    The layers of a model as a tree, with what they cost.

    Parameters
    ----------
    model : nn.Module
        Or one that is compiled.
    *args, **kwargs
        What it is called with.

    Returns
    -------
    Summary
        Prints as a table, in notebooks as HTML: shapes, parameters, multiply-adds, bytes of
        results, and the time of the kernels.

    Raises
    ------
    TypeError
        If the model is not a Module, or has no inputs, or shapes instead.

    Notes
    -----
    A model with lazy layers that was not called yet is called first, which gives them their shapes.
    The model runs once without gradients; its buffers and the generator are as before then. What it
    raises is told with the layer in which it arose and the shapes up to there, and so is the layer
    with the first NaN or infinity. Then the same call is recorded as a plan, and its kernels are
    replayed and timed, as `explain` does. A kernel that computes several layers counts for the
    first of them.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite import nn
    >>> net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
    >>> found = tl.summary(net, tl.ones(3, 4))
    >>> [(layer.label, layer.output, layer.multiply_adds) for layer in found.layers[:2]]
    [('Sequential', '[3, 2]', 144), ('0: Linear', '[3, 8]', 96)]
    """
    if isinstance(model, Compiled):
        model = model._function
    if not isinstance(model, tl.nn.Module):
        raise TypeError(
            expected("summary", "an nn.Module", type(model).__name__, "summary(model, input)")
        )
    _check_inputs(model, args, kwargs)
    if any(isinstance(each, LazyModuleMixin) and each.has_uninitialized_params()
           for each in model.modules()):  # fmt: skip
        with tl.no_grad():
            model(*args, **kwargs)  # gives lazy layers their shapes
    found = Summary(model)
    _run(model, args, kwargs, found)
    if found.error is None:
        _measure(model, args, kwargs, found)
    return found
