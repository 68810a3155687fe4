"""`tensorlite.cuda.amp`."""

import functools

from .. import amp
from ..dtypes import float16
from .older import tools

autocast, GradScaler = tools("cuda", float16)
custom_fwd = functools.partial(amp.custom_fwd, device_type="cuda")
custom_bwd = functools.partial(amp.custom_bwd, device_type="cuda")
