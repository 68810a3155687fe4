"""Python as a kernel: what NumPy does better than a loop, under the signature of an entry.

A plan calls it as it calls every other kernel; it takes the GIL for as long as it runs.
"""

import ctypes
import functools

import numpy as np

from ..work.launches import Work
from .launch import Launch

_ENTRY = ctypes.CFUNCTYPE(
    ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_int64
)


class HostLaunch(Launch):
    """
    Run `function(*inputs)`, which returns as many arrays as there are outputs.

    Parameters
    ----------
    function : callable
        Of NumPy arrays.
    inputs, outputs : list of (shape, dtype)
        Dense arrays; its operands are their addresses, in this order.
    """

    __slots__ = ("callback", "error", "function", "inputs", "outputs")

    def __init__(self, function, inputs, outputs):
        self.function, self.error = function, None
        self.inputs, self.outputs = inputs, outputs
        nbytes = sum(int(np.prod(s)) * np.dtype(d).itemsize for s, d in (*inputs, *outputs))
        self.callback = _ENTRY(self._enter)
        address = ctypes.cast(self.callback, ctypes.c_void_p).value
        writes = tuple(range(len(inputs), len(inputs) + len(outputs)))
        super().__init__(address, 1, None, 0, writes, Work(inputs[0][0], nbytes))

    def _enter(self, returned, raised, args, lo, hi):
        ctypes.c_int64.from_address(returned).value = 0
        try:
            self._run(args)
        except Exception as error:  # it must not pass through native code: the plan raises it
            self.error = error
            return 1
        return 0

    def _run(self, args):
        arrays = []
        for k, (shape, dtype) in enumerate((*self.inputs, *self.outputs)):
            address = ctypes.c_int64.from_address(args + 8 * k).value
            arrays.append(_view(address, shape, np.dtype(dtype)))
        count = len(self.inputs)
        results = self.function(*arrays[:count])
        for out, result in zip(arrays[count:], results, strict=True):
            out[...] = result

    @property
    def _plain(self):
        """The function without arguments that were given beforehand."""
        function = self.function
        while isinstance(function, functools.partial):
            function = function.func
        return function

    @property
    def label(self):
        """The name of the function."""
        return self._plain.__name__

    @property
    def source(self):
        """Where its source stands."""
        return f'"""{self._plain.__module__}.{self.label}, in NumPy."""'


def _view(address, shape, dtype):
    count = int(np.prod(shape)) * dtype.itemsize
    memory = (ctypes.c_uint8 * max(1, count)).from_address(address)
    return np.frombuffer(memory, np.uint8, count).view(dtype).reshape(shape)
