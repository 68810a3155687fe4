"""The casts of `autocast`: which public functions compute in a shorter dtype, and which never do.

The lists are those that PyTorch has for the CPU. What is in neither takes its operands as they
come: `cat`, `stack` and operators meet in the widest dtype by promotion.
"""

import contextlib
import functools
import threading

from .device import CPU
from .dtypes import float64
from .graph import casting, mode
from .kernels import interpreters
from .op import namespaces, registry
from .storage import unseen
from .tensor import Leaf, Tensor

LOWER = frozenset({
    "addbmm", "addmm", "baddbmm", "bmm", "chain_matmul", "conv1d", "conv2d", "conv3d",
    "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "einsum", "linalg.matmul",
    "linalg.multi_dot", "linalg.vecdot", "linear", "matmul", "mm",
    "multi_head_attention_forward", "prelu", "scaled_dot_product_attention", "tensordot",
})  # fmt: skip
WHOLE = frozenset({
    "adaptive_avg_pool3d", "adaptive_max_pool3d", "avg_pool3d", "binary_cross_entropy",
    "binary_cross_entropy_with_logits", "cdist", "cholesky", "cholesky_inverse", "cholesky_solve",
    "cosine_embedding_loss", "cross_entropy", "ctc_loss", "fractional_max_pool2d",
    "fractional_max_pool3d", "geqrf", "grid_sample", "hinge_embedding_loss", "huber_loss",
    "inverse", "kl_div", "l1_loss", "lu", "lu_solve", "margin_ranking_loss", "max_pool3d",
    "max_unpool2d", "max_unpool3d", "mse_loss", "multi_margin_loss", "multilabel_margin_loss",
    "nanquantile", "nll_loss", "orgqr", "ormqr", "pinverse", "poisson_nll_loss", "polar", "prod",
    "qr", "quantile", "smooth_l1_loss", "soft_margin_loss", "stft", "svd", "trace",
    "triangular_solve", "triplet_margin_loss", "view_as_complex",
    "linalg.cholesky", "linalg.cholesky_ex", "linalg.cond", "linalg.eig", "linalg.eigh",
    "linalg.eigvals", "linalg.eigvalsh", "linalg.householder_product", "linalg.inv",
    "linalg.inv_ex", "linalg.lstsq", "linalg.matrix_rank", "linalg.qr", "linalg.solve",
    "linalg.svd", "linalg.svdvals", "linalg.tensorinv", "linalg.tensorsolve",
})  # fmt: skip


class Casts:
    """A state of `autocast`: the dtype by type of device, where it is on."""

    __slots__ = ("cached", "dtypes")

    def __init__(self, dtypes, cached):
        self.dtypes, self.cached = dtypes, cached

    def __eq__(self, other):
        return isinstance(other, Casts) and self.dtypes == other.dtypes

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self):
        return ", ".join(f"{kind.name} on {device}" for device, kind in self.dtypes.items())


class _Kept(threading.local):
    """Casts of parameters of this thread, kept until its outermost context ends."""

    depth = 0

    def __init__(self):
        self.casts = {}


kept = _Kept()


class _Turns:
    """What the listed functions are while any thread is in a context: outside none asks for one."""

    def __init__(self):
        self.lock, self.contexts = threading.Lock(), 0
        self.gates: list = []  # what turns a gate, and what to put there next

    def begin(self):
        """Let the listed functions look for a state."""
        with self.lock:
            self.contexts += 1
            casting.used = True
            if self.contexts == 1:
                self.gates = self.gates or _listed()
                self._turn()

    def end(self):
        """Let them be as they were, behind the last context."""
        with self.lock:
            self.contexts -= 1
            if not self.contexts:
                self._turn()

    def _turn(self):
        self.gates = [(turn, turn(other)) for turn, other in self.gates]


turns = _Turns()


def _listed():
    found = {}
    for space, names in namespaces.items():
        for name, gate in names.items():
            policy = _policy_of(space, name)
            if policy is not None and hasattr(gate, "turn") and gate.turn not in found:
                plain = gate.turn(None)
                gate.turn(plain)
                found[gate.turn] = _casting(policy, plain)
    for name in ("__matmul__", "__rmatmul__"):
        found[functools.partial(_turn_method, name)] = _casting(lowered, getattr(Tensor, name))
    return [*found.items()]


def _turn_method(name, other):
    before = getattr(Tensor, name)
    setattr(Tensor, name, other)
    return before


def _policy_of(space, name):
    """How `autocast` treats a public function: by a function of (tensor, Casts), or not (None)."""
    if space in ("linalg", "fft"):
        name = f"{space}.{name}"
    if name in LOWER:
        return lowered
    return whole if name in WHOLE or name.startswith("fft.") else None


def lowered(x, casts):
    """A tensor in the shorter dtype of its device; those of parameters are kept."""
    kind = casts.dtypes.get(_device_of(x))
    own = x.spec.dtype
    if kind is None or not own.is_floating_point or own is float64 or own is kind:
        return x
    if not casts.cached or type(x._node) is not Leaf or own.short or not mode.grad:
        return registry["_to"](x, kind)
    key = x._node, kind, interpreters.current()
    memory = x.memory, x.memory.version, unseen.changes, x.address, x.spec
    found = kept.casts.get(key)
    if found is None or found[0] != memory:
        found = kept.casts[key] = memory, registry["_to"](x, kind)
    return found[1]


def lower(*given):
    """Tensors, None and tuples of them as products take them where `autocast` is on."""
    casts = mode.casts
    return given if casts is None else _cast(lowered, given, casts)


def whole(x, casts):
    """A short tensor in float32."""
    on = x.spec.dtype.short and casts.dtypes.get(_device_of(x)) is not None
    return registry["_to"](x, x.spec.dtype.wide) if on else x


def _device_of(x):
    return "cpu" if x.spec.device is CPU else x.spec.device.type


def _cast(policy, x, casts):
    if isinstance(x, Tensor):
        return policy(x, casts)
    if type(x) in (list, tuple):
        return type(x)([_cast(policy, each, casts) for each in x])
    return x


def _casting(policy, function):
    """A function whose tensors are cast first, where `autocast` is on."""

    @functools.wraps(function)
    def cast(*args, **named):
        casts = mode.casts
        if casts is None:
            return function(*args, **named)
        args = tuple([_cast(policy, x, casts) for x in args])
        named = {name: _cast(policy, x, casts) for name, x in named.items()}
        with within(None):  # what it is made of takes the dtypes as they are
            return function(*args, **named)

    return cast


class within:
    """A context in which `autocast` has a state, a Casts, or None where it is off."""

    __slots__ = ("before", "casts")

    def __init__(self, casts):
        self.casts = casts

    def __enter__(self):
        self.before, mode.casts = mode.casts, self.casts

    def __exit__(self, *error):
        mode.casts = self.before


@contextlib.contextmanager
def repeatable(casts):
    """A context with a state of `autocast` and casts of its own: another run does the same."""
    if casts is None:
        with within(None):
            yield
        return
    turns.begin()
    before, kept.casts = kept.casts, {}
    kept.depth += 1
    try:
        with within(casts):
            yield
    finally:
        kept.casts = before
        kept.depth -= 1
        turns.end()
