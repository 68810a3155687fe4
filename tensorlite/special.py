"""Special functions under PyTorch's names: `tensorlite.special`."""

from typing import Any

from .op import registry, table

_OFFERED = """
digamma erf erfc erfinv exp2 expm1 log1p log_softmax logit logsumexp round sinc softmax xlogy
"""
_NAMES = {"expit": "sigmoid", "gammaln": "lgamma", "psi": "digamma"}
_TABLE = ("ndtr", "log_ndtr", "entr", "xlog1py")

globals().update({name: registry[name] for name in _OFFERED.split()})
globals().update({name: registry[found] for name, found in _NAMES.items()})
globals().update({name: table[f"_{name}"] for name in _TABLE})
__all__ = [*_OFFERED.split(), *_NAMES, *_TABLE]


def __getattr__(name: str) -> Any:
    """Nothing: it tells checkers that there is more than they can read."""
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
