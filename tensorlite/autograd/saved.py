"""Hooks for saved tensors: a program packs what nodes keep for backward, and unpacks it."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from ..errors import TraceError, expected
from ..graph import Node, mode, packing
from ..kernels import interpreters
from ..op import supplies
from ..tensor import Tensor, make


class saved_tensors_hooks:
    """
    A context in which what ops save for backward is kept as a function packs it.

    The innermost context holds. Each saved tensor is packed once, without recording; each backward
    unpacks it. What was packed is not watched for changes in place.

    Parameters
    ----------
    pack_hook : function
        Takes a saved tensor, which it must not change; returns anything.
    unpack_hook : function
        Takes that, returns a tensor of the same shape and values.

    Raises
    ------
    TraceError
        Within a compiled function, or around one with gradients: a plan keeps what it saves.

    Examples
    --------
    >>> import tensorlite as tl
    >>> kept = []
    >>> def pack(x):
    ...     kept.append(x.numpy(force=True).copy())
    ...     return len(kept) - 1
    >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
    >>> with tl.autograd.graph.saved_tensors_hooks(pack, lambda number: tl.tensor(kept[number])):
    ...     y = (x * x).sum()
    >>> len(kept)
    2
    >>> y.backward()
    >>> x.grad
    tensor([2., 4.])
    """

    def __init__(self, pack_hook: Callable[[Tensor], Any],
                 unpack_hook: Callable[[Any], Tensor]) -> None:  # fmt: skip
        self.pack_hook, self.unpack_hook = pack_hook, unpack_hook

    def __enter__(self) -> None:
        if mode.unpackable is not None:
            raise RuntimeError(mode.unpackable)
        refuse_in_plans()
        packing.used = True
        mode.packs = self.pack_hook, self.unpack_hook, mode.packs

    def __exit__(self, *error: Any) -> None:
        mode.packs = mode.packs and mode.packs[2]


class save_on_cpu(saved_tensors_hooks):
    """
    A context in which what ops save for backward waits on the CPU, for a card has less memory.

    Parameters
    ----------
    pin_memory : bool
        Accepted without effect: copies are ordered by the card's stream.
    device_type : str
        Accepted without effect: tensors go back to where they were.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
    >>> with tl.autograd.graph.save_on_cpu():
    ...     y = x.exp().sum()
    >>> y.backward()
    >>> x.grad
    tensor([2.7183, 7.3891])
    """

    def __init__(self, pin_memory: bool = False, device_type: str = "cuda") -> None:
        super().__init__(lambda x: (x.device, x.cpu()), lambda kept: kept[1].to(kept[0]))


@contextlib.contextmanager
def allow_mutation_on_saved_tensors() -> Iterator[None]:
    """
    A context in which what ops saved for backward may be changed in place afterwards.

    Each saved tensor is copied when it is saved, where PyTorch copies what is changed when it is
    changed: backward gives the same, within the context or after it, for more memory.

    Raises
    ------
    RuntimeError
        If it is entered within itself.
    TraceError
        Within a compiled function, as `saved_tensors_hooks`.

    Examples
    --------
    >>> import tensorlite as tl
    >>> x = tl.tensor([1.0, 2.0], requires_grad=True)
    >>> with tl.autograd.graph.allow_mutation_on_saved_tensors():
    ...     y = x * 2
    ...     out = (y * y).sum()
    ...     y.zero_()
    ...     out.backward()
    tensor([0., 0.], grad_fn=<OverwriteBackward0>)
    >>> x.grad
    tensor([ 8., 16.])
    """
    around = mode.packs
    while around is not None:
        if around[0] is _copy_of_saved:
            raise RuntimeError(
                "allow_mutation_on_saved_tensors contexts cannot be nested; expected one; got one "
                "inside of another; try the outer one alone"
            )
        around = around[2]
    with saved_tensors_hooks(_copy_of_saved, _itself):
        yield


def _copy_of_saved(x):
    return x.clone()


def _itself(copy):
    return copy


@contextlib.contextmanager
def disable_saved_tensors_hooks(error_message: str) -> Iterator[None]:
    """
    A context in which `saved_tensors_hooks` cannot be entered: a RuntimeError says `error_message`.

    Raises
    ------
    RuntimeError
        If such hooks are active already.

    Examples
    --------
    >>> import tensorlite as tl
    >>> graph = tl.autograd.graph
    >>> with graph.disable_saved_tensors_hooks("not here"):
    ...     with graph.save_on_cpu():
    ...         pass
    Traceback (most recent call last):
    ...
    RuntimeError: not here
    """
    if mode.packs is not None:
        raise RuntimeError(error_message)
    before, mode.unpackable = mode.unpackable, error_message
    try:
        yield
    finally:
        mode.unpackable = before


def refuse_in_plans():
    """Refuse hooks where a plan is recorded: what it saves is memory of its own."""
    recorder = interpreters.current()
    if recorder is not None and recorder.active:
        raise TraceError(
            expected("compile", "ops whose saved tensors the plan may keep",
                     "saved_tensors_hooks", "them without compile")
        )  # fmt: skip


def _asked(hook, x):
    """What a hook answers: nothing is recorded meanwhile, and contexts that it leaves open end."""
    before = mode.packs, mode.unpackable
    try:
        with mode.off():
            return hook(x)
    finally:
        mode.packs, mode.unpackable = before


class Packed:
    """A saved tensor as the hooks in force keep it, and its place in the graph."""

    __slots__ = ("place", "spec", "unpack_hook", "value")

    def __init__(self, x, place):
        pack_hook, self.unpack_hook, _ = mode.packs
        self.spec, self.place = x.spec, place
        version = x.memory.version
        self.value = _asked(pack_hook, x)
        if x.memory.version != version:
            raise RuntimeError(
                "saved_tensors_hooks: A saved tensor pack hook is modifying its input in place; "
                f"expected {x.spec} as it was; got a change; try clone() in pack_hook"
            )

    def unpacked(self):
        """The tensor again."""
        x = _asked(self.unpack_hook, self.value)
        if not isinstance(x, Tensor):
            raise TypeError(
                expected("saved_tensors_hooks", "Output of saved tensor unpack_hook to be a Tensor",
                         type(x).__name__, "tensor()")
            )  # fmt: skip
        if x.spec.shape != self.spec.shape:
            raise RuntimeError(
                expected("saved_tensors_hooks", f"unpack_hook to give {self.spec}", repr(x.spec),
                         "a pack_hook that keeps the shape")
            )  # fmt: skip
        out = make(x.memory, x.spec, x.address)
        if type(self.place) is tuple:
            out._node, out._index = self.place
        else:
            out._node = self.place
        return out


@supplies
def pack_saved(node):
    """Let the hooks in force keep what a new node has saved; numbers stay as they are."""
    refuse_in_plans()
    node.saved = {i: x if x.spec.weak else Packed(x, node.edges[i]) for i, x in node.saved.items()}
    if node.out is not None:
        node.out = Packed(make(*node.out), None)
    node.versions = ()
    node.__class__ = _PackedNode


class _PackedNode(Node):
    """A node whose saved tensors hooks keep."""

    __slots__ = ()

    def unpack(self):
        """What was saved, as the hooks give it back."""
        if self.saved is None:
            return super().unpack()  # which refuses
        saved = {i: x.unpacked() if type(x) is Packed else x for i, x in self.saved.items()}
        out = None
        if self.out is not None:
            out = self.out.unpacked()
            out._node = self
        return saved, out
