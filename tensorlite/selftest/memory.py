"""Self-test: errors that must come, memory, streams and events."""

import functools
import gc
import threading

import tensorlite as tl

from .compare import Data, Mismatch, moved, raises, same
from .models import OPTIMIZERS, Training, batches_of

F = tl.nn.functional
MIB = 1 << 20


# ------------------------------------------------------------------ errors


def checks(run):
    """What must raise does so on a card too, before anything is written."""
    data = Data("checks")
    cpu = data.normal(3, 4)
    x, y = cpu.to(run.device), data.normal(3, 4).to(run.device)
    far = tl.tensor([0, 3]).to(run.device)
    wide = tl.tensor([[0, 1, 2, 7]]).to(run.device)
    for name, function, error, text in (
        ("index out of range", lambda: x[far], IndexError, "out of"),
        ("gather out of range", lambda: x.gather(0, wide), RuntimeError, "7"),
        ("index_select out of range", lambda: x.index_select(0, far), IndexError, "3"),
        ("embedding out of range", lambda: F.embedding(far, x), IndexError, "3"),
        ("class out of range", lambda: F.cross_entropy(x, tl.tensor([0, 4, 1]).to(run.device)),
         IndexError, "4"),
        ("two devices, add", lambda: x + cpu, RuntimeError, "at least two devices"),
        ("two devices, matmul", lambda: x @ cpu.t(), RuntimeError, "at least two devices"),
        ("two devices, cat", lambda: tl.cat([cpu, x]), RuntimeError, "at least two devices"),
        ("two devices, linear", lambda: F.linear(x, cpu), RuntimeError, "at least two devices"),
        ("numpy() of a card's tensor", x.numpy, TypeError, ".cpu()"),
        ("a card that is not there", lambda: tl.ones(2, device="cuda:99"), RuntimeError, "cuda:99"),
        ("more memory than there is", lambda: tl.empty(1 << 58, device=run.device),
         tl.cuda.OutOfMemoryError, "Tried to allocate"),
        ("shapes that do not fit", lambda: x @ y, RuntimeError, "shape"),
    ):  # fmt: skip
        run.check(name, raises(function, error, text))
    for name, write in {
        "index_put": lambda t: t.index_put_((far,), y[:2]),
        "assignment": lambda t: t.__setitem__(far, 1.0),
        "index_add": lambda t: t.index_add_(0, far, y[:2]),
        "scatter": lambda t: t.scatter_(0, wide, y),
        "scatter_add": lambda t: t.scatter_add_(0, wide, y),
        "add of two devices": lambda t: t.add_(cpu),
    }.items():
        run.check(f"nothing is written: {name}", functools.partial(_unwritten, write, x))
    run.check("nothing is written: copy_ of another shape",
              functools.partial(_unwritten, lambda t: t.copy_(y[:, :3]), x))  # fmt: skip
    run.check("the card goes on after errors", functools.partial(_sum_of_ones, run))


def _unwritten(write, x):
    target = x.clone()
    try:
        write(target)
    except (IndexError, RuntimeError):
        same(target, x, x.device)
    else:
        raise Mismatch("expected an IndexError or a RuntimeError; got no error")


def _sum_of_ones(run):
    count = run.sizes.elements
    total = tl.ones(count, device=run.device).sum().item()
    expect(total, count, "the sum of ones")


def expect(got, wanted, what):
    """Fail unless two numbers are equal."""
    if got != wanted:
        raise Mismatch(f"{what}: expected {wanted}; got {got}")


# ------------------------------------------------------------------ memory


def memory(run):
    """Memory is used again, does not grow, and comes back; copies and streams keep their order."""
    for check in (
        _used_again, _comes_back, _cache_goes_back, _no_growth_eager, _no_growth_compiled,
        _events, _side_stream, _allocated_on_a_side_stream, _pinned_there_and_back,
        _copies_of_views, _other_thread, _graph_of_tensors_is_freed,
    ):  # fmt: skip
        run.check(str(check.__doc__).rstrip(".").lower(), functools.partial(check, run))
    stats = tl.cuda.memory_stats(run.device)
    run.group.notes.append("The allocator at the end: " + ", ".join(
        f"{key} {value}" for key, value in stats.items()) + ".")  # fmt: skip


def _used_again(run):
    """A freed block is handed out again at once."""
    first = tl.empty(5 * MIB // 4, device=run.device)
    address = first.data_ptr()
    del first
    second = tl.empty(5 * MIB // 4, device=run.device)
    expect(second.data_ptr(), address, "the address")


def _comes_back(run):
    """What tensors take is given back when they are gone."""
    gc.collect()
    before = tl.cuda.memory_allocated(run.device)
    x = tl.zeros(MIB, device=run.device)
    more = tl.cuda.memory_allocated(run.device) - before
    if not 4 * MIB <= more <= 5 * MIB:
        raise Mismatch(f"expected {4 * MIB} bytes, at most a quarter more; got {more}")
    del x
    expect(tl.cuda.memory_allocated(run.device), before, "the bytes that tensors take")


def _cache_goes_back(run):
    """Unused blocks go back to the driver."""
    tl.empty(8 * MIB, device=run.device)
    before = tl.cuda.memory_reserved(run.device)
    tl.cuda.empty_cache()
    after = tl.cuda.memory_reserved(run.device)
    if after > before - 32 * MIB:
        raise Mismatch(f"expected at least {32 * MIB} bytes less than {before}; got {after}")


def _no_growth_eager(run):
    """Eager steps of training take no more and more memory."""
    _no_growth(run, compiled=False)


def _no_growth_compiled(run):
    """Compiled steps of training take no more and more memory."""
    _no_growth(run, compiled=True)


def _no_growth(run, compiled):
    training = Training(run.sizes.hidden, run.device, OPTIMIZERS["Adam"], compiled)
    batch = moved(batches_of(run, 1)[0], run.device)
    for _ in range(5):
        training.step(*batch)
    gc.collect()
    before = _taken(run)
    for _ in range(run.sizes.repeats):
        training.step(*batch)
    gc.collect()
    expect(_taken(run), before, f"bytes (allocated, reserved) after {run.sizes.repeats} steps")


def _taken(run):
    return tl.cuda.memory_allocated(run.device), tl.cuda.memory_reserved(run.device)


def _graph_of_tensors_is_freed(run):
    """What backward has kept is freed with the result."""
    gc.collect()
    before = tl.cuda.memory_allocated(run.device)
    x = tl.ones(1000, device=run.device, requires_grad=True)
    loss = (x.exp() * x).sum()
    loss.backward()
    del x, loss
    expect(tl.cuda.memory_allocated(run.device), before, "the bytes that tensors take")


# ------------------------------------------------------------------ streams, events, copies


def _events(run):
    """Events happen in order and tell times."""
    with tl.cuda.device(run.device):
        start, end = (tl.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        x = tl.ones(run.sizes.elements, device=run.device)
        for _ in range(3):
            x = x * 2
        end.record()
        end.synchronize()
    if not (start.query() and end.query() and start.elapsed_time(end) >= 0):
        raise Mismatch(f"expected a time of events that happened; got {start.elapsed_time(end)} ms")


def _side_stream(run):
    """A copy on a side stream waits and is waited for."""
    cpu = Data("stream").normal(run.sizes.elements)
    main = tl.cuda.current_stream(run.device)
    side = tl.cuda.Stream(run.device)
    x = cpu.to(run.device) * 2
    side.wait_stream(main)
    with tl.cuda.stream(side):
        y = x.clone()
        done = side.record_event()
    main.wait_event(done)
    same(y + 1, cpu * 2 + 1, run.device)


def _allocated_on_a_side_stream(run):
    """Streams that allocate and free side by side do not disturb each other."""
    count = run.sizes.elements
    streams = [tl.cuda.Stream(run.device) for _ in range(2)]
    results = [[], []]
    for _ in range(4):
        for number, stream in enumerate(streams):
            with tl.cuda.stream(stream):
                x = tl.full((count,), number + 1.0, device=run.device)
                results[number].append((x + x).sum())
    for number, stream in enumerate(streams):
        stream.synchronize()
        for total in results[number]:
            expect(total.item(), 2.0 * (number + 1) * count, f"a sum of stream {number}")


def _pinned_there_and_back(run):
    """Pinned copies that do not wait arrive whole."""
    cpu = Data("pinned").normal(run.sizes.elements).pin_memory()
    expect(cpu.is_pinned(), True, "is_pinned()")
    x = cpu.to(run.device, non_blocking=True)
    back = tl.empty(cpu.shape, pin_memory=True)
    back.copy_(x * 2, non_blocking=True)
    tl.cuda.synchronize(run.device)
    same(back, cpu * 2, tl.device("cpu"))


def _copies_of_views(run):
    """Views of any layout are copied there, within and back."""
    cpu = Data("views").normal(6, 10)
    views = [cpu.t(), cpu[::2, 1::3], cpu[1:2].expand(4, 10), cpu.flip(1)[:, 3:], cpu[:, :0]]
    on = cpu.to(run.device)
    same([x.to(run.device) for x in views], views, run.device)
    there = [on.t(), on[::2, 1::3], on[1:2].expand(4, 10), on.flip(1)[:, 3:], on[:, :0]]
    same([x.cpu() for x in there], views, tl.device("cpu"))
    target = tl.zeros(6, 10)
    target[:, ::2].copy_(on[:, ::2])
    same(target[:, ::2], cpu[:, ::2], tl.device("cpu"))


def _other_thread(run):
    """Another thread uses the card."""
    found = []

    def work():
        x = tl.ones(run.sizes.elements, device=run.device)
        found.append((x + x).sum().item())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    expect(found, [2.0 * run.sizes.elements], "what it computed")
