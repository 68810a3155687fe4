"""Layers, losses and containers, under PyTorch's names."""

from ..gate import gate_all
from . import (
    activations,
    attention,
    dropout,
    functional,
    init,
    layers,
    lazy,
    losses,
    normalization,
    recurrent,
    transformer,
    utils,
)
from .activations import *  # noqa: F403
from .attention import *  # noqa: F403
from .containers import ModuleDict, ModuleList, Sequential
from .dropout import *  # noqa: F403
from .layers import *  # noqa: F403
from .lazy import *  # noqa: F403
from .losses import *  # noqa: F403
from .module import Module
from .normalization import *  # noqa: F403
from .parameter import Buffer, Parameter, UninitializedParameter
from .parameter_containers import ParameterDict, ParameterList
from .recurrent import *  # noqa: F403
from .transformer import *  # noqa: F403

__all__ = [
    "Buffer",
    "Module",
    "ModuleDict",
    "ModuleList",
    "Parameter",
    "ParameterDict",
    "ParameterList",
    "Sequential",
    "UninitializedParameter",
    "functional",
    "init",
    "utils",
]
__all__ += activations.__all__
__all__ += attention.__all__
__all__ += dropout.__all__
__all__ += layers.__all__
__all__ += lazy.__all__
__all__ += losses.__all__
__all__ += normalization.__all__
__all__ += recurrent.__all__
__all__ += transformer.__all__

gate_all(globals(), __all__)
