"""`tensorlite.cpu.amp`."""

from ..dtypes import bfloat16
from .older import tools

autocast, GradScaler = tools("cpu", bfloat16)
