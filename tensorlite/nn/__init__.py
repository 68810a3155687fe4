"""Layers, losses and containers, under PyTorch's names."""

from ..absent import asked as _asked
from ..absent import listing as _listing
from ..gate import gate_all
from . import (
    activations,
    attention,
    class_losses,
    compiled,  # noqa: F401  what a compiled Module is
    convolution,
    dropout,
    embeddings,
    functional,
    grad,
    init,
    layers,
    lazy,
    losses,
    normalization,
    padding,
    parallel,
    pooling,
    recurrent,
    running_norms,
    shuffling,
    transformer,
    unpooling,
    upsampling,
    utils,
)
from .activations import *  # noqa: F403
from .attention import *  # noqa: F403
from .class_losses import *  # noqa: F403
from .containers import ModuleDict, ModuleList, Sequential
from .convolution import *  # noqa: F403
from .dropout import *  # noqa: F403
from .embeddings import *  # noqa: F403
from .layers import *  # noqa: F403
from .lazy import *  # noqa: F403
from .losses import *  # noqa: F403
from .module import Module
from .normalization import *  # noqa: F403
from .padding import *  # noqa: F403
from .parallel import DataParallel, SyncBatchNorm
from .parameter import Buffer, Parameter, UninitializedBuffer, UninitializedParameter
from .parameter_containers import ParameterDict, ParameterList
from .pooling import *  # noqa: F403
from .recurrent import *  # noqa: F403
from .running_norms import *  # noqa: F403
from .shuffling import *  # noqa: F403
from .transformer import *  # noqa: F403
from .unpooling import *  # noqa: F403
from .upsampling import *  # noqa: F403

__all__ = [
    "Buffer",
    "DataParallel",
    "Module",
    "ModuleDict",
    "ModuleList",
    "Parameter",
    "ParameterDict",
    "ParameterList",
    "Sequential",
    "SyncBatchNorm",
    "UninitializedBuffer",
    "UninitializedParameter",
    "functional",
    "grad",
    "init",
    "parallel",
    "utils",
]
__all__ += activations.__all__
__all__ += attention.__all__
__all__ += class_losses.__all__
__all__ += convolution.__all__
__all__ += dropout.__all__
__all__ += embeddings.__all__
__all__ += layers.__all__
__all__ += lazy.__all__
__all__ += losses.__all__
__all__ += normalization.__all__
__all__ += padding.__all__
__all__ += pooling.__all__
__all__ += recurrent.__all__
__all__ += running_norms.__all__
__all__ += shuffling.__all__
__all__ += transformer.__all__
__all__ += unpooling.__all__
__all__ += upsampling.__all__

gate_all(globals(), __all__)
NLLLoss2d = NLLLoss  # noqa: F405  an older name
__getattr__ = _asked(__name__)
__dir__ = _listing(__name__)
