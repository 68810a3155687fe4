"""Layers, losses and containers, under PyTorch's names."""

from . import functional, init, utils
from .activations import *  # noqa: F403
from .containers import ModuleDict, ModuleList, Sequential
from .dropout import *  # noqa: F403
from .layers import *  # noqa: F403
from .losses import *  # noqa: F403
from .module import Module
from .normalization import *  # noqa: F403
from .parameter import Buffer, Parameter
from .parameter_containers import ParameterDict, ParameterList
