"""NVIDIA's driver: its functions by plain numbers, as those of the simulator in `host.py`."""

import contextlib
import ctypes
import os

from .host import Properties, System

ATTRIBUTES = {
    "major": "COMPUTE_CAPABILITY_MAJOR",
    "minor": "COMPUTE_CAPABILITY_MINOR",
    "multi_processor_count": "MULTIPROCESSOR_COUNT",
    "max_threads_per_multi_processor": "MAX_THREADS_PER_MULTIPROCESSOR",
    "warp_size": "WARP_SIZE",
    "shared_memory_per_block_optin": "MAX_SHARED_MEMORY_PER_BLOCK_OPTIN",
    "L2_cache_size": "L2_CACHE_SIZE",
    "clock_rate": "CLOCK_RATE",
    "memory_clock_rate": "MEMORY_CLOCK_RATE",
    "memory_bus_width": "GLOBAL_MEMORY_BUS_WIDTH",
}


class Driver(System):
    """NVIDIA's driver through `cuda.bindings.driver`, in the context that Numba uses as well.

    Parameters
    ----------
    api : module
        `cuda.bindings.driver`.

    Raises
    ------
    RuntimeError
        If the library of the driver is not there, or does not start.
    """

    simulated = False

    def __init__(self, api):
        super().__init__()
        self.api = api
        self.process = os.getpid()
        self.call("cuInit", 0)
        self.count = self.call("cuDeviceGetCount")

    def call(self, name, *args):
        """The result of a driver's function; RuntimeError names the function and what it met."""
        status, *results = getattr(self.api, name)(*args)
        if int(status):
            raise self._failed(name, status)
        return results[0] if len(results) == 1 else results

    def _failed(self, name, status):
        remedy = "CUDA_LAUNCH_BLOCKING=1, which shows the launch that failed"
        if os.getpid() != self.process:
            remedy = "the start method 'spawn': a forked child cannot use CUDA"
        _, told = self.api.cuGetErrorString(status)
        told = told.decode() if told else "no description"
        return RuntimeError(
            f"{name}: expected success of the CUDA driver; got {status.name} ({told}); try {remedy}"
        )

    def _ready(self, name, handle):
        (status,) = getattr(self.api, name)(handle)
        if int(status) and status != self.api.CUresult.CUDA_ERROR_NOT_READY:
            raise self._failed(name, status)
        return not int(status)

    # ---- cards

    def enter(self, index):
        """Make a card current in this thread."""
        context = self.contexts.get(index)
        if context is None:
            context = self.contexts[index] = self.call("cuDevicePrimaryCtxRetain", index)
        self.call("cuCtxSetCurrent", context)

    def properties(self, index):
        """The Properties of a card."""
        kinds, told = self.api.CUdevice_attribute, {}
        for key, name in ATTRIBUTES.items():
            attribute = getattr(kinds, f"CU_DEVICE_ATTRIBUTE_{name}")
            told[key] = int(self.call("cuDeviceGetAttribute", attribute, index))
        name = self.call("cuDeviceGetName", 256, index)
        total = int(self.call("cuDeviceTotalMem", index))
        return Properties(name.split(b"\0")[0].decode(), total_memory=total, **told)

    def synchronize(self):
        """Wait for all work on the card."""
        self.call("cuCtxSynchronize")

    def launch(self, kernel, blocks, threads, stream, words):
        """Put a kernel whose parameters are 64-bit words into a stream."""
        count = len(words)
        values = (ctypes.c_int64 * count)(*words)
        first = ctypes.addressof(values)
        places = (ctypes.c_void_p * count)(*range(first, first + 8 * count, 8))
        self.call("cuLaunchKernel", kernel, blocks, 1, 1, threads, 1, 1, 0, stream,
                  ctypes.addressof(places), 0)  # fmt: skip

    def load(self, code, entry):
        """The function `entry` of machine code, loaded on the current card for good."""
        return int(self.call("cuModuleGetFunction", self.call("cuModuleLoadData", code),
                             entry.encode()))  # fmt: skip

    # ---- memory

    def index_of(self, address):
        """The index of the card on which an address lies."""
        kind = self.api.CUpointer_attribute.CU_POINTER_ATTRIBUTE_DEVICE_ORDINAL
        return int(self.call("cuPointerGetAttribute", kind, address))

    def memory_info(self):
        """The bytes that are free on the card, and all that it has."""
        free, total = self.call("cuMemGetInfo")
        return int(free), int(total)

    def allocate(self, nbytes):
        """The address of new memory; None if there is no more."""
        return self._allocated(self.api.cuMemAlloc(nbytes), "cuMemAlloc")

    def allocate_host(self, nbytes):
        """The address of new host memory that all cards can reach; None if there is no more."""
        flags = self.api.CU_MEMHOSTALLOC_PORTABLE
        return self._allocated(self.api.cuMemHostAlloc(nbytes, flags), "cuMemHostAlloc")

    def _allocated(self, answer, name):
        status, address = answer
        if status == self.api.CUresult.CUDA_ERROR_OUT_OF_MEMORY:
            return None
        if int(status):
            raise self._failed(name, status)
        return int(address)

    def free(self, address):
        """Give memory back to the driver."""
        self.call("cuMemFree", address)

    def free_host(self, address):
        """Give pinned memory back to the driver."""
        self.call("cuMemFreeHost", address)

    def copy_in(self, to, host, nbytes, stream):
        """From the host to a card."""
        self.call("cuMemcpyHtoDAsync", to, host, nbytes, stream)

    def copy_out(self, host, at, nbytes, stream):
        """From a card to the host."""
        self.call("cuMemcpyDtoHAsync", host, at, nbytes, stream)

    def copy_within(self, to, at, nbytes, stream):
        """From a card to the same or another one: the driver knows whose the addresses are."""
        self.call("cuMemcpyAsync", to, at, nbytes, stream)

    def fill_zero(self, at, nbytes, stream):
        """Set all bytes to 0."""
        self.call("cuMemsetD8Async", at, 0, nbytes, stream)

    # ---- streams and events

    def stream_new(self, priority):
        """A stream that does not wait for the default stream, as PyTorch's."""
        flags = self.api.CUstream_flags.CU_STREAM_NON_BLOCKING
        return int(self.call("cuStreamCreateWithPriority", int(flags), priority))

    def stream_synchronize(self, stream):
        """Wait for all work in a stream."""
        self.call("cuStreamSynchronize", stream)

    def stream_query(self, stream):
        """Whether all work in a stream is done."""
        return self._ready("cuStreamQuery", stream)

    def stream_wait(self, stream, event):
        """Let later work in a stream wait for an event."""
        self.call("cuStreamWaitEvent", stream, event, 0)

    def event_new(self, timing, blocking):
        """An event; `blocking` lets a waiting thread sleep."""
        kinds = self.api.CUevent_flags
        flags = 0 if timing else int(kinds.CU_EVENT_DISABLE_TIMING)
        flags |= int(kinds.CU_EVENT_BLOCKING_SYNC) if blocking else 0
        return int(self.call("cuEventCreate", flags))

    def event_record(self, event, stream):
        """Let an event happen once all work that the stream has by now is done."""
        self.call("cuEventRecord", event, stream)

    def event_query(self, event):
        """Whether an event has happened."""
        return self._ready("cuEventQuery", event)

    def event_synchronize(self, event):
        """Wait for an event."""
        self.call("cuEventSynchronize", event)

    def event_elapsed(self, start, end):
        """The milliseconds from one event to another."""
        return float(self.call("cuEventElapsedTime", start, end))

    # ---- graphs

    def capture_begin(self, stream):
        """Let what enters a stream be kept instead of run; other threads work on as ever."""
        modes = self.api.CUstreamCaptureMode
        self.call("cuStreamBeginCapture", stream, modes.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL)

    def capture_end(self, stream):
        """The executable graph of what entered the stream."""
        graph = self.call("cuStreamEndCapture", stream)
        try:
            return int(self.call("cuGraphInstantiate", graph, 0))
        finally:
            self.call("cuGraphDestroy", graph)

    def capture_abort(self, stream):
        """End a capture for which nobody has a use; it may be invalid."""
        status, graph = self.api.cuStreamEndCapture(stream)
        if not int(status) and int(graph):
            self.call("cuGraphDestroy", graph)

    @contextlib.contextmanager
    def uncaptured(self):
        """What this thread does here is no part of its capture, such as getting more memory."""
        relaxed = self.api.CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_RELAXED
        before = self.call("cuThreadExchangeStreamCaptureMode", relaxed)
        try:
            yield
        finally:
            self.call("cuThreadExchangeStreamCaptureMode", before)

    def graph_launch(self, graph, stream):
        """Put all of a graph's work into a stream."""
        self.call("cuGraphLaunch", graph, stream)

    def graph_free(self, graph):
        """Forget a graph, once it is done where it runs."""
        self.call("cuGraphExecDestroy", graph)
