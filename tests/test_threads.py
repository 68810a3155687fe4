"""Threads: the same bits for any number of them, many callers at once, forked children."""

import concurrent.futures
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import numpy as np
import pytest
from tensorlite.kernels import interpreters
from tensorlite.kernels.cpu import launch, threads

import tensorlite as tl

LARGE = 400_003
rng = np.random.default_rng(0)


@pytest.fixture(autouse=True)
def keep_the_number_of_threads():
    before = tl.get_num_threads()
    yield
    tl.set_num_threads(before)


def sample(count=LARGE, dtype=np.float32, seed=0):
    values = np.random.default_rng(seed).standard_normal(count)
    return tl.from_numpy(values.astype(dtype))


def softened(x, y):
    return x / (1.0 + abs(y)) if y > 0 else x * y


OPS = {
    "add": lambda x, y: x + y,
    "gelu": lambda x, y: tl.nn.functional.gelu(x),
    "user": lambda x, y: tl.elementwise(softened)(x, y),
    "steps": lambda x, y: x[::2] * y[::2],
    "broadcast": lambda x, y: x[:100_000].reshape(100, 1000) * y[:1000],
    "transposed": lambda x, y: x[:360_000].reshape(600, 600).t() + y[:360_000].reshape(600, 600),
    "cast": lambda x, y: x.to(tl.float64),
    "sum": lambda x, y: x.sum(),
    "mean of rows": lambda x, y: x[:400_000].reshape(1000, 400).mean(1),
    "softmax": lambda x, y: x[:400_000].reshape(400, 1000).softmax(1),
    "matmul": lambda x, y: x[:250_000].reshape(500, 500) @ y[:250_000].reshape(500, 500),
    "cumsum": lambda x, y: x.cumsum(0),
    "sort": lambda x, y: x.sort()[0],
    "index": lambda x, y: x[(y > 0).nonzero()[:, 0]],
}


@pytest.mark.parametrize("name", OPS)
def test_one_two_and_three_threads_give_the_same_bits(name):
    x, y = sample(), sample(seed=1)
    results = []
    for count in (1, 2, 3):
        tl.set_num_threads(count)
        results.append(OPS[name](x, y).numpy().tobytes())
    assert results[0] == results[1] == results[2]


def test_gradients_and_steps_have_the_same_bits():
    results = []
    for count in (1, 2, 3):
        tl.set_num_threads(count)
        x = sample().requires_grad_()
        (tl.tanh(x) * x).sum().backward()
        optimizer = tl.optim.Adam([x], lr=0.1)
        optimizer.step()
        results.append((x.grad.numpy().tobytes(), x.detach().numpy().tobytes()))
    assert results[0] == results[1] == results[2]


def test_random_numbers_do_not_depend_on_threads():
    results = []
    for count in (1, 2, 3):
        tl.set_num_threads(count)
        tl.manual_seed(7)
        results.append(tl.randn(LARGE).numpy().tobytes())
    assert results[0] == results[1] == results[2]


def test_eight_python_threads_at_once():
    tl.set_num_threads(2)
    inputs = [sample(seed=seed) for seed in range(8)]
    wanted = [np.exp(x.numpy()) + x.numpy() for x in inputs]
    barrier = threading.Barrier(8)

    def work(index):
        barrier.wait()
        for _ in range(10):
            got = tl.exp(inputs[index]) + inputs[index]
            if not np.allclose(got.numpy(), wanted[index], atol=1e-5):
                return False
        return True

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


def test_python_threads_that_compile_at_once():
    def work(index):
        text = f"def f(x):\n    return x * {index}.125 + {index}.5\n"
        scope = {}
        exec(text, scope)
        scope["f"].__source__ = text
        return (
            tl.elementwise(scope["f"])(tl.tensor([2.0])).item() == 2 * (index + 0.125) + index + 0.5
        )

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


# ------------------------------------------------------------------ fork


def in_a_fork(function, seconds=300):
    """What `function` returns in a forked child: True or False."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if function() else 1)
        finally:
            os._exit(2)
    status = []
    waiting = threading.Thread(target=lambda: status.append(os.waitpid(child, 0)[1]), daemon=True)
    waiting.start()
    waiting.join(seconds)
    if not status:
        os.kill(child, 9)
        pytest.fail("the child hangs")
    return status[0] == 0


def right():
    x = sample()
    return np.allclose((tl.exp(x) + x).numpy(), np.exp(x.numpy()) + x.numpy(), atol=1e-5)


def test_a_forked_child_is_serial_and_the_parent_unharmed():
    tl.set_num_threads(2)
    assert right()  # the workers are awake
    assert in_a_fork(lambda: tl.get_num_threads() == 1 and right())
    assert tl.get_num_threads() == 2
    assert right()


def test_a_forked_child_may_have_threads_of_its_own():
    tl.set_num_threads(2)
    assert right()

    def child():
        tl.set_num_threads(2)
        return right() and threads.pool.workers == 1 and right()

    assert in_a_fork(child)
    assert right()


def test_a_grandchild():
    tl.set_num_threads(2)
    assert right()
    assert in_a_fork(lambda: right() and in_a_fork(right))


def test_a_child_compiles():
    tl.set_num_threads(2)
    assert right()
    assert in_a_fork(
        lambda: tl.elementwise(lambda x: x * 7.0625)(tl.ones(2)).tolist() == [7.0625] * 2
    )


def squares(seed):
    return float((sample(seed=seed) ** 2).sum())


def test_a_pool_of_forked_processes():
    tl.set_num_threads(2)
    assert right()
    wanted = [squares(seed) for seed in range(4)]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map_async(squares, range(4)).get(timeout=600) == wanted
    assert right()


def test_a_fork_while_other_threads_compute():
    tl.set_num_threads(2)
    stop, failed = threading.Event(), []

    def busy():
        while not stop.is_set():
            if not right():
                failed.append(True)

    background = threading.Thread(target=busy)
    background.start()
    try:
        assert all(in_a_fork(right) for _ in range(5))
    finally:
        stop.set()
        background.join()
    assert not failed


# ------------------------------------------------------------------ beside Numba's own threads

NEIGHBOUR = """
import numba
import numpy as np
import tensorlite as tl

tl.set_num_threads(2)

@numba.njit(parallel=True)
def total(x):
    result = 0.0
    for i in numba.prange(x.size):
        result += x[i]
    return result

x = np.arange(500_000.0)
t = tl.from_numpy(x)
for _ in range(20):
    assert total(x) == x.sum()
    assert (t + t).sum().item() == 2 * x.sum()
print(numba.threading_layer())
"""


def run(text, **environment):
    command = [sys.executable, "-c", textwrap.dedent(text)]
    environment = {**os.environ, **environment}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600)


@pytest.mark.parametrize("layer", ["omp", "tbb", "workqueue"])
def test_beside_parallel_loops_of_the_users(layer):
    done = run(NEIGHBOUR, NUMBA_THREADING_LAYER=layer, NUMBA_NUM_THREADS="2")
    if done.returncode and "No threading layer" in done.stderr:
        pytest.skip(f"{layer} is not installed")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == layer


# ------------------------------------------------------------------ how many


@pytest.mark.parametrize("count", [0, -1, 257, 1.0, True, "2", None])
def test_wrong_numbers_of_threads(count):
    before = tl.get_num_threads()
    with pytest.raises(RuntimeError, match="set_num_threads: expected an integer"):
        tl.set_num_threads(count)
    assert tl.get_num_threads() == before


@pytest.mark.parametrize(
    ("environment", "count"),
    [
        ({"TENSORLITE_NUM_THREADS": "3"}, 3),
        ({"OMP_NUM_THREADS": "1"}, 1),
        ({"TENSORLITE_NUM_THREADS": "2", "OMP_NUM_THREADS": "1"}, 2),
        ({"TENSORLITE_NUM_THREADS": "many", "OMP_NUM_THREADS": "1"}, 1),
    ],
)
def test_the_environment_says_how_many(environment, count):
    text = "import tensorlite as tl; print(tl.get_num_threads())"
    clean = {"TENSORLITE_NUM_THREADS": "", "OMP_NUM_THREADS": ""}
    done = run(text, **{**clean, **environment})
    assert done.stdout.strip() == str(count), done.stderr


def test_fewer_threads_later():
    tl.set_num_threads(3)
    assert right()
    workers = threads.pool.workers  # more than two, where other tests had more
    tl.set_num_threads(1)
    assert right()
    tl.set_num_threads(2)
    assert right()
    assert threads.pool.workers == workers >= 2, "idle workers are kept"


def test_a_program_ends_while_workers_wait():
    text = "import tensorlite as tl; tl.set_num_threads(2); x = tl.ones(1_000_000); x + x"
    assert run(text).returncode == 0


def test_small_work_starts_no_workers():
    text = """
    import threading
    import tensorlite as tl
    tl.set_num_threads(2)
    tl.ones(10) + 1
    assert threading.active_count() == 1
    """
    done = run(text)
    assert done.returncode == 0, done.stderr


class Slow(dict):
    """A dict that lets other threads run while it is asked whether it is empty."""

    def __len__(self):
        count = super().__len__()
        time.sleep(1e-4)
        return count


def test_an_interpreter_stays_while_others_come_and_go(monkeypatch):
    """Two threads that change who takes part at once leave nobody out."""
    monkeypatch.setattr(interpreters, "_own", Slow())
    stop, missed = threading.Event(), []

    def come_and_go():
        while not stop.is_set():
            interpreters.stand_everywhere(None)

    other = threading.Thread(target=come_and_go)
    other.start()
    for _ in range(200):
        mine = interpreters.Interpreter()
        with interpreters.standing(mine):
            time.sleep(1e-4)
            missed += [1] if interpreters.current() is not mine else []
    stop.set()
    other.join()
    assert not missed and not interpreters.busy


# ------------------------------------------------------------------ a long product


def convolved(x, y):
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), (2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, y, optimize=True)


PRODUCTS = {  # ours, NumPy's, and shapes that no other test has
    "matmul": (tl.matmul, np.matmul, (307, 211), (211, 311)),
    "addmm": (lambda x, y: x.addmm(x, y), lambda x, y: x + x @ y, (307, 307), (307, 307)),
    "bmm": (tl.bmm, np.matmul, (5, 71, 67), (5, 67, 59)),
    "transposed": (lambda x, y: x.T @ y, lambda x, y: x.T @ y, (211, 313), (211, 307)),
    "linear": (tl.nn.functional.linear, lambda x, y: x @ y.T, (257, 307), (127, 307)),
    "conv2d": (tl.nn.functional.conv2d, convolved, (2, 9, 41, 39), (37, 9, 3, 3)),
}


class Parts:
    """Counts the runs of all threads, and sends an interrupt after number `last`."""

    def __init__(self):
        self.count, self.last, self.run = 0, None, threads.run

    def __call__(self, *args):
        status = self.run(*args)
        self.count += 1
        if self.count == self.last:
            signal.raise_signal(signal.SIGINT)
        return status


@pytest.fixture(params=[1, 2])
def parts(request, monkeypatch):
    """A product is long from a million operations."""
    tl.set_num_threads(request.param)
    monkeypatch.setattr(launch, "LONG", 10**6)
    monkeypatch.setattr(threads, "run", Parts())
    return threads.run


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", PRODUCTS)
def test_an_interrupt_ends_a_long_product(name, dtype, parts):
    function, reference, *shapes = PRODUCTS[name]
    x, y = (rng.integers(-8, 9, shape).astype(dtype) for shape in shapes)  # so sums are exact
    given = tl.from_numpy(x), tl.from_numpy(y)
    np.testing.assert_array_equal(function(*given).numpy(), reference(x, y))
    assert parts.count > 3
    parts.count, parts.last = 0, 2
    with pytest.raises(KeyboardInterrupt):
        function(*given)
    assert parts.count == 2


def test_what_an_interrupted_product_would_have_changed_stays(parts):
    x = sample(307 * 307).reshape(307, 307)
    before = x.clone()
    changes = (
        lambda: x.addmm_(x, x), lambda: x.copy_(x @ x), lambda: tl.mm(before, before, out=x),
        lambda: tl.addmm(before, before, before, out=x),
    )  # fmt: skip
    for change in changes:
        parts.count, parts.last = 0, 2
        with pytest.raises(KeyboardInterrupt):
            change()
        assert tl.equal(x, before)
