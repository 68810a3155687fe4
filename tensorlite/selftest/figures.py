"""Self-test: what a card does in a second, by its own clock; medians."""

import functools
import statistics
import time
from dataclasses import dataclass

import tensorlite as tl

from ..kernels.cuda import driver
from .compare import Data, Mismatch, moved
from .models import OPTIMIZERS, Training

WARM = 3
# Floating point units of a processor, for products of float32; by compute capability.
UNITS = {
    (7, 0): 64, (7, 2): 64, (7, 5): 64, (8, 0): 64, (8, 6): 128, (8, 7): 128, (8, 9): 128,
    (9, 0): 128, (10, 0): 128, (10, 3): 128, (11, 0): 128, (12, 0): 128, (12, 1): 128,
}  # fmt: skip


@dataclass(frozen=True)
class Work:
    """
    How much is measured.

    Attributes
    ----------
    elements : int
        Of float32 vectors; a quarter of free memory is never exceeded.
    matrix : (int, int)
        For rows.
    products : tuple of int
        The sides of square matrices.
    layers : tuple of int
    batch : int
    steps : int
        Of training.
    launches : int
        Of a tiny kernel.
    samples : int
        Of which a median is taken.
    """

    elements: int
    matrix: tuple[int, int]
    products: tuple[int, ...]
    layers: tuple[int, ...]
    batch: int
    steps: int
    launches: int
    samples: int


CARD = Work(1 << 26, (16384, 1024), (512, 1024, 4096), (784, 512, 256, 10), 128, 100, 2000, 15)
TINY = Work(24, (3, 5), (4,), (4, 3, 2), 2, 3, 3, 1)  # so that a test can run it in the simulator


def figures(run, work=CARD):
    """Bandwidth, products, steps of training and launches; not in the simulator."""
    if run.simulated and work is CARD:
        run.group.notes.append("Skipped: the simulator's times say nothing about a card.")
        return
    told = Sheet(driver.properties(run.device.index))
    run.group.notes.append(f"Data sheet, from what the driver tells: {told}.")
    with tl.cuda.device(run.device):
        for check in (_vectors, _products, _transfers, _training, _launches):
            title = str(check.__doc__).rstrip(".").lower()
            run.check(title, functools.partial(check, run, work, told))


class Sheet:
    """
    What a card could do at most; None where the driver does not tell.

    Parameters
    ----------
    properties : Properties

    Attributes
    ----------
    bandwidth : float or None
        Bytes per second.
    flops : float or None
        Operations on float32 per second, without tensor cores.
    """

    def __init__(self, properties):
        units = UNITS.get((properties.major, properties.minor), 0)
        bus = 2 * properties.memory_clock_rate * 1e3 * properties.memory_bus_width / 8
        self.bandwidth = bus or None
        processors = properties.multi_processor_count
        self.flops = 2e3 * properties.clock_rate * units * processors or None

    def __str__(self):
        bandwidth, flops = (
            "unknown" if most is None else f"{most / unit:.4g} {name}"
            for most, unit, name in ((self.bandwidth, 1e9, "GB/s"), (self.flops, 1e12, "TFLOP/s"))
        )
        return f"{bandwidth}, {flops} in float32 without tensor cores"


def seconds(work, function, inner=10):
    """The median seconds of a call, by events around `inner` of them, if there are as many."""
    inner = min(inner, work.launches)
    for _ in range(WARM):
        function()
    found = []
    for _ in range(work.samples):
        start, end = (tl.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        for _ in range(inner):
            function()
        end.record()
        end.synchronize()
        found.append(start.elapsed_time(end) / 1e3 / inner)
    return max(statistics.median(found), 1e-9)


def _share(rate, most):
    return "-" if most is None else f"{100 * rate / most:.0f} %"


def _vectors(run, work, told):
    """Bandwidth."""
    free, _ = tl.cuda.mem_get_info(run.device)
    count = min(work.elements, free // 4 // 16)
    x, y, out = (tl.ones(count, device=run.device) for _ in range(3))
    rows = tl.randn(*work.matrix, device=run.device)
    copied = seconds(work, lambda: out.copy_(x))
    most = 8 * count / copied
    table = []
    for name, nbytes, spent in (
        ("copy", 8 * count, copied),
        ("a + b", 12 * count, seconds(work, lambda: tl.add(x, y, out=out))),
        ("exp", 8 * count, seconds(work, lambda: tl.exp(x, out=out))),
        ("sum", 4 * count, seconds(work, x.sum)),
        ("sum of rows", 4 * rows.numel(), seconds(work, lambda: rows.sum(1))),
        ("sum of columns", 4 * rows.numel(), seconds(work, lambda: rows.sum(0))),
        ("softmax of rows", 8 * rows.numel(), seconds(work, lambda: rows.softmax(1))),
        ("transposed copy", 8 * rows.numel(), seconds(work, lambda: rows.t().contiguous())),
    ):
        rate = nbytes / spent
        table.append((name, f"{nbytes / 1e6:.1f} MB", f"{spent * 1e6:.1f}", f"{rate / 1e9:.1f}",
                      _share(rate, most), _share(rate, told.bandwidth)))  # fmt: skip
    titles = ("what", "read and written", "us", "GB/s", "of the copy", "of the data sheet")
    run.group.tables.append(("Bandwidth", titles, table))
    expected = float(2 * count)
    if abs(tl.add(x, y, out=out).double().sum().item() - expected) > 0:
        raise Mismatch("expected 1 + 1 = 2 everywhere; got something else")


def _products(run, work, told):
    """Products of float32 matrices."""
    table = []
    for side in work.products:
        x, y = (tl.randn(side, side, device=run.device) for _ in range(2))
        spent = seconds(work, lambda x=x, y=y: tl.mm(x, y), 3 if side > 2000 else 10)
        rate = 2 * side**3 / spent
        table.append((f"{side} x {side} x {side}", f"{spent * 1e6:.1f}", f"{rate / 1e12:.3f}",
                      _share(rate, told.flops)))  # fmt: skip
    titles = ("product", "us", "TFLOP/s", "of the data sheet")
    run.group.tables.append(("Products in float32", titles, table))


def _transfers(run, work, told):
    """Copies between host and card."""
    count, table = max(1, work.elements // 4), []
    plain, card = tl.ones(count), tl.ones(count, device=run.device)
    pinned = plain.pin_memory()
    for name, target, source in (
        ("to the card", card, plain), ("to the card, pinned", card, pinned),
        ("to the host", plain, card), ("to the host, pinned", pinned, card),
    ):  # fmt: skip
        spent = seconds(work, functools.partial(target.copy_, source, non_blocking=True), 2)
        rate = f"{4e-9 * count / spent:.2f}"
        table.append((name, f"{4e-6 * count:.1f} MB", f"{spent * 1e6:.0f}", rate))
    titles = ("copy", "size", "us", "GB/s")
    run.group.tables.append(("Copies between host and card", titles, table))


def _training(run, work, told):
    """Steps of training, eager and compiled."""
    data, table = Data("figures"), []
    batch = (data.normal(work.batch, work.layers[0]), data.whole(0, work.layers[-1], work.batch))
    batch = moved(batch, run.device)
    for compiled in (False, True):
        step = Training(work.layers, run.device, OPTIMIZERS["Adam"], compiled).step
        for _ in range(5):
            step(*batch)
        host, whole = _wall(run, work, functools.partial(step, *batch), work.steps)
        table.append(("compiled" if compiled else "eager", f"{host:.1f}", f"{whole:.1f}"))
    layers = "-".join(map(str, work.layers))
    title = f"A step of training with Adam: {layers}, a batch of {work.batch}"
    titles = ("how", "us of the host", "us until it is done")
    run.group.tables.append((title, titles, table))


def _wall(run, work, function, count):
    """Microseconds per call: of the host, and until the card is done; medians of batches."""
    host, whole = [], []
    for _ in range(work.samples):
        tl.cuda.synchronize(run.device)
        begin = time.perf_counter()
        for _ in range(count):
            function()
        host.append(time.perf_counter() - begin)
        tl.cuda.synchronize(run.device)
        whole.append(time.perf_counter() - begin)
    return tuple(1e6 * statistics.median(spent) / count for spent in (host, whole))


def _launches(run, work, told):
    """Launches of a tiny kernel."""
    x = tl.ones(8, device=run.device)
    chain = tl.compile(_chain)
    chain(x)
    chain(x)
    table = []
    for name, function in (
        ("x.add_(1)", lambda: x.add_(1)), ("a compiled chain of four sums", lambda: chain(x)),
        ("item()", lambda: x[0].item()), ("empty(8)", lambda: tl.empty(8, device=run.device)),
    ):  # fmt: skip
        function()
        host, whole = _wall(run, work, function, max(1, work.launches // work.samples))
        table.append((name, f"{host:.2f}", f"{whole:.2f}"))
    titles = ("what", "us of the host", "us until it is done")
    run.group.tables.append(("Overhead of calls", titles, table))


def _chain(x):
    for _ in range(4):
        x = x + x.sum()
    return x
