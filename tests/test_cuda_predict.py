"""Predictions from data sheets: the arithmetic of the model, and what launches say of themselves.

Runs with NUMBA_ENABLE_CUDASIM=1, for functions are recorded on a simulated card.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tensorlite as tl
from tensorlite.plan import prediction

pytestmark = [
    pytest.mark.cuda,
    pytest.mark.skipif(
        os.environ.get("NUMBA_ENABLE_CUDASIM") != "1", reason="run with NUMBA_ENABLE_CUDASIM=1"
    ),
]
predict, functional = tl.cuda.predict, tl.nn.functional
SMALL = prediction.Card("small", (9, 0), 1e9, 4e9, 1e9, 10, 1e9, "made up")
ROOT = Path(__file__).parent.parent


def rand(*shape, dtype=tl.float32):
    return tl.rand(*shape, dtype=dtype).to("cuda")


def launches(function, *args):
    """What is predicted of the launches of a function."""
    return predict(function, *args, card=SMALL).launches


def only(function, *args):
    (launch,) = launches(function, *args)
    return launch


# ------------------------------------------------------------------ the model


def test_addition_moves_twelve_bytes_an_element():
    add = only(lambda x, y: x + y, rand(1000), rand(1000))
    assert (add.nbytes, add.flops, add.shape) == (12_000, 1000, (1000,))
    assert add.memory == pytest.approx(12e-6)
    assert add.arithmetic == pytest.approx(0.25e-6)
    assert (add.seconds, add.bound) == (add.memory, "memory")


def test_product_takes_two_operations_for_each_m_n_and_k():
    product = only(lambda x, y: x @ y, rand(50, 40), rand(40, 30))
    assert product.flops == 2 * 50 * 40 * 30
    assert product.nbytes == 4 * (50 * 40 + 40 * 30 + 50 * 30)
    assert product.arithmetic == pytest.approx(30e-6)
    assert (product.seconds, product.bound) == (product.arithmetic, "arithmetic")


def test_float64_has_its_own_rate():
    x = rand(50, 50, dtype=tl.float64)
    assert only(lambda x: x @ x, x).arithmetic == pytest.approx(250e-6)


def test_few_blocks_get_their_share():
    assert SMALL.seconds(1000, 4000, blocks=5) == pytest.approx((2e-6, 2e-6))
    assert SMALL.seconds(1000, 4000, blocks=10) == pytest.approx((1e-6, 1e-6))
    assert SMALL.seconds(1000, 4000, blocks=99) == SMALL.seconds(1000, 4000)
    assert SMALL.seconds(1000, 4000, 10, double=True) == pytest.approx((1e-6, 4e-6))


def test_small_kernels_take_the_floor():
    launch = only(lambda x: x + 1, rand(4))
    assert (launch.seconds, launch.bound) == (prediction.FLOOR, "latency")


def test_totals():
    one = prediction.LaunchTime(SMALL, 1, "k", (1,), 10, 8, 5000, None, graph=True)
    alone = prediction.LaunchTime(SMALL, 2, "l", (1,), 10, 8, 7000, 8000)
    found = prediction.Prediction("f", SMALL, [one, one, alone], graphs=1)
    assert found.kernels == pytest.approx(17e-6)
    assert found.latency == pytest.approx(2 * prediction.IN_GRAPH + 2 * prediction.IN_STREAM)
    assert found.seconds == found.kernels + found.latency
    assert found.on("L4").kernels == pytest.approx(3 * prediction.FLOOR)


def test_runs_of_launches_become_graphs():
    found = predict(lambda x: (x + 1).sum(0).cumsum(0) @ x, rand(16, 16), card=SMALL)
    assert found.graphs == 1
    assert all(launch.graph for launch in found.launches)


@pytest.mark.parametrize("card", prediction.CARDS.values(), ids=list(prediction.CARDS))
def test_data_sheets_agree_with_the_architecture(card):
    """Multiprocessors x cores x 2 x a clock between 1.2 and 2.6 GHz."""
    cores = 64 if card.capability in ((7, 5), (8, 0)) else 128
    assert 1.2e9 < card.float32 / (card.processors * cores * 2) < 2.6e9
    halves = card.float32 / card.float64
    assert round(halves) == {(7, 5): 32, (8, 0): 2, (9, 0): 2}.get(card.capability, 64)
    assert card.bandwidth > 1e11 and card.memory > 1e10 and card.source.startswith("NVIDIA")


# ------------------------------------------------------------------ what launches say


def training(seed=0):
    """A step with cross entropy, dropout, layer norm, embedding, Adam; and its arguments."""
    tl.manual_seed(seed)
    nn = tl.nn
    table, norm = nn.Embedding(7, 6).to("cuda"), nn.LayerNorm(6).to("cuda")
    head = nn.Linear(6, 5).to("cuda")
    parameters = [*table.parameters(), *norm.parameters(), *head.parameters()]
    optimizer = tl.optim.Adam(parameters)

    def step(x, y):
        optimizer.zero_grad()
        z = functional.softmax(norm(functional.dropout(table(x), 0.5)), -1)
        loss = functional.cross_entropy(head(z.sort(-1)[0].cumsum(-1)), y)
        loss.backward()
        optimizer.step()
        return loss

    words = tl.tensor([1, 2, 0, 6]).to("cuda")
    return step, (words, tl.tensor([0, 4, 1, 1]).to("cuda")), parameters


def others(x):
    """One launch or more of what a training step lacks."""
    index = x.argsort(-1)
    yield from (x.topk(2)[0], x.cummax(-1)[0], x.argmax(-1), functional.log_softmax(x, -1))
    yield from (x.gather(-1, index), x.scatter_add(-1, index, x), x.logsumexp(-1), tl.randn_like(x))
    yield from (x.masked_fill(x > 0.5, 0.0), tl.searchsorted(x[0].contiguous(), x), x.std())
    yield from (x.sort(-1)[0], x.clone(), tl.histc(x, 4, 0.0, 1.0))


def test_every_launch_has_work():
    step, data, _ = training()
    found = launches(step, *data) + launches(lambda x: tuple(others(x)), rand(5, 9))
    kernels = {launch.kernel for launch in found}
    named = (
        "product", "cross_entropy_row", "cross_entropy_row_grad", "dropout_elements", "softmax",
        "layer_norm", "layer_norm_grad", "read_elements", "write_elements", "sort_runs",
        "take_sorted", "scan_lines", "extreme_line", "largest_k", "search", "fill_four",
        "count_bins",
    )  # fmt: skip
    assert kernels >= set(named)
    assert any(name.startswith("adam") for name in kernels)
    for launch in found:
        assert launch.nbytes > 0 and launch.blocks > 0, launch.kernel
        assert launch.flops is None or launch.flops > 0, launch.kernel
        assert all(extent > 0 for extent in launch.shape) and launch.seconds > 0


def test_rows_of_layer_norm_are_counted_once():
    """The gradient's work once counted whole groups of rows, not the rows."""
    x, weight = rand(10, 6).requires_grad_(), rand(6).requires_grad_()

    def function(x, weight):
        loss = functional.layer_norm(x, (6,), weight).sum()
        return tl.autograd.grad(loss, (x, weight))

    (found,) = (each for each in launches(function, x, weight) if each.kernel == "layer_norm_grad")
    assert found.shape == (10, 6)
    # x and its gradient, the weight and its own, a row for each group; that of the sum, and eps
    assert found.nbytes == 4 * (6 * (2 * 10 + 2 + 1) + 2)


def test_reading_rows_counts_their_indices_once():
    table, index = rand(50, 64), tl.arange(20).to("cuda")
    found = launches(lambda table, index: functional.embedding(index, table), table, index)
    (read,) = (launch for launch in found if launch.kernel == "read_elements")
    assert read.nbytes == 8 * 20 + 2 * 4 * 20 * 64


# ------------------------------------------------------------------ a prediction


def test_nothing_runs_and_nothing_changes(monkeypatch):
    step, data, parameters = training()
    step(*data)  # makes the optimizer's state
    before = [x.detach().cpu().tolist() for x in parameters], [x.grad for x in parameters]
    monkeypatch.setattr("tensorlite.kernels.cuda.launch.Launch.run", _refused)
    compiled = tl.compile(step)
    found = predict(compiled, *data)
    assert found.launches and found.name == "step"
    assert compiled.plans == 0
    monkeypatch.undo()
    after = [x.detach().cpu().tolist() for x in parameters], [x.grad for x in parameters]
    assert after[0] == before[0]
    assert all(a is b for a, b in zip(after[1], before[1], strict=True))


def _refused(launch, *addresses):
    raise AssertionError(f"{launch.label} runs")


def test_a_step_after_a_prediction_is_the_same():
    results = []
    for predicted in (False, True):
        step, data, parameters = training()
        compiled = tl.compile(step)
        for _ in range(2):
            if predicted:
                predict(compiled, *data)
            compiled(*data)
        results.append([x.detach().cpu().tolist() for x in parameters])
    assert results[0] == results[1]


def test_table():
    found = predict(lambda x, y: x + y, rand(1000), rand(1000), card=SMALL)
    first, table, notes = str(found).split("\n\n")
    assert first == ("<lambda> on small: 1 launches, 14.7 us predicted: kernels 12.0 us (82 %), "
                     "launch latency 2.7 us (18 %)")  # fmt: skip
    assert table.splitlines()[0].split()[:4] == ["#", "kernel", "shape", "blocks"]
    assert table.splitlines()[2].split() == [
        "1", "add", "1000", "3", "8", "12", "kB", "1", "k", "12.000", "0.250", "12.0", "memory",
        "stream",
    ]  # fmt: skip
    assert "bound by: memory 12.0 us of 1" in notes and "simulator" in notes
    assert "<table>" in found._repr_html_() and "&lt;lambda&gt;" in found._repr_html_()


def test_unknown_card():
    with pytest.raises(ValueError, match=r"predict: expected a Card or one of T4, .*; got 'H900'"):
        predict(lambda x: x, rand(2), card="H900")


def test_function_without_a_card():
    with pytest.raises(RuntimeError, match=r"predict: expected a function that works on a card"):
        predict(lambda x: x + 1, tl.ones(2))


def test_inside_of_a_compiled_function():
    with pytest.raises(RuntimeError, match=r"predict: expected to be called outside"):
        tl.compile(lambda x: predict(lambda y: y + 1, x))(rand(2))


def fresh(program, *arguments, **variables):
    """What a new process prints, and what it complains of."""
    environment = {k: v for k, v in os.environ.items() if k != "NUMBA_ENABLE_CUDASIM"} | variables
    return subprocess.run([sys.executable, *program, *arguments], env=environment, text=True,
                          capture_output=True, cwd=ROOT, timeout=300)  # fmt: skip


def test_without_card_and_simulator():
    program = "import tensorlite as tl; tl.cuda.predict(lambda x: x + 1, tl.ones(2))"
    done = fresh(["-c", program], CUDA_VISIBLE_DEVICES="")
    assert "RuntimeError: predict: expected a card or the simulator; got neither" in done.stderr
    assert "set NUMBA_ENABLE_CUDASIM=1" in done.stderr


def test_importing_cuda_imports_no_predictions():
    name = "tensorlite.plan.prediction"
    program = f"import sys, tensorlite as tl; tl.cuda; print({name!r} in sys.modules)"
    assert fresh(["-c", program]).stdout.strip() == "False"


def test_benchmark_of_cards_plans_with_blocks_of_a_card():
    done = fresh(["bench/cards.py"], "--case", "784-128-10, 64", "--card", "H100 SXM", "--card",
                 "L4", NUMBA_ENABLE_CUDASIM="1")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "step on H100 SXM: " in done.stdout and "step on L4: " in done.stdout
    adam = next(line for line in done.stdout.splitlines() if "adam_foreach" in line)
    items = 784 * 128 + 128 + 128 * 10 + 10
    assert adam.split()[2:5] == [str(items), str(-(-items // 256)), "256"]
