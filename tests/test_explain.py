"""`compiled.explain()` and `tensorlite.profile`: what they tell, and that they change nothing."""

import html.parser
import io
import json
import runpy
import subprocess
import sys
import threading

import numpy as np
import pytest
from tensorlite.kernels import interpreters

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn import functional as F
from tensorlite.plan.peaks import level_of
from tensorlite.plan.tables import Table, count


def training():
    """A model, its optimizer, one compiled step over both, and a batch."""
    tl.manual_seed(0)
    layers = nn.Linear(6, 16), nn.ReLU(), nn.LayerNorm(16), nn.Dropout(0.2), nn.Linear(16, 3)
    model = nn.Sequential(*layers)
    optimizer = tl.optim.Adam(model.parameters(), lr=0.01)

    @tl.compile
    def step(x, y):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss

    return model, optimizer, step, (tl.randn(32, 6), tl.randint(0, 3, (32,)))


@pytest.fixture(scope="module")
def trained():
    model, optimizer, step, batch = training()
    for _ in range(3):
        step(*batch)
    return model, optimizer, step, batch


@pytest.fixture(scope="module")
def explanation(trained):
    return trained[2].explain()


def state_of(model, optimizer):
    tensors = [*model.parameters(), *(p.grad for p in model.parameters())]
    states = optimizer.state_dict()["state"].values()
    tensors += [x for state in states for x in state.values() if isinstance(x, tl.Tensor)]
    tensors.append(tl.get_rng_state())
    return [x.detach().numpy().copy() for x in tensors]


# ------------------------------------------------------------------ explain


def test_one_row_per_step(explanation):
    (plan,) = explanation.plans
    assert [step.number for step in plan.steps] == list(range(1, len(plan.steps) + 1))
    text = str(explanation)
    for step in plan.steps:
        assert step.kernel in text
        assert step.seconds >= 0
    assert plan.calls == 3
    assert plan.recorded > 0
    assert 0 < plan.arena_bytes <= plan.eager_bytes
    assert "float32[32, 6], int64[32]" in plan.title
    assert "100 %:" in text
    assert explanation.peak.bandwidth > 0
    assert explanation.peak.flops > 0


def test_bytes_flops_and_lines():
    double = tl.compile(lambda x, w: (x @ w, x + x[0]))
    double(tl.ones(8, 4), tl.ones(4, 5))
    steps = double.explain().plans[0].steps
    (product,) = [step for step in steps if step.shape == (8, 5, 4)]
    assert product.flops == 2 * 8 * 5 * 4
    assert product.nbytes == 4 * (8 * 5 + 5 * 4 + 8 * 4)
    (total,) = [step for step in steps if step.kernel.startswith("add")]
    assert total.flops == 32
    assert total.nbytes == 4 * (32 + 4 + 32)  # the row is broadcast
    assert "test_explain.py" in total.place
    assert "lambda x, w" in total.place


def test_reductions_and_updates_in_place_count_what_they_touch():
    @tl.compile
    def f(x, y):
        y += 1
        return x.sum(1)

    f(tl.ones(10, 20), tl.ones(7))
    rows = {step.shape: step.nbytes for step in f.explain().plans[0].steps}
    assert rows[10, 20] == 4 * (200 + 10)
    assert rows[(7,)] == 4 * 7 * 2 + 8  # and the number, an int64


def plain(name):
    return "_".join(filter(None, name.split("_")))


def test_every_source_is_python(explanation):
    for step in explanation.plans[0].steps:
        text = explanation.source(step.number)
        scope = {}
        exec(compile(text, step.kernel, "exec"), scope)
        for kernel in step.kernel.split("_then_"):
            assert any(plain(name).startswith(kernel) and callable(scope[name]) for name in scope)


def test_a_step_that_is_not_there(explanation):
    with pytest.raises(IndexError, match="source: expected a step from 1 to"):
        explanation.source(0)


def test_no_share_is_above_100_percent_and_each_names_its_level(explanation):
    plan, peak = explanation.plans[0], explanation.peak
    shares = [row[8] for row in plan.table(peak).rows if row[8] != "-"]
    shares += [f"{row[10]} of arithmetic" for row in plan.table(peak).rows if row[10] != "-"]
    assert shares
    assert all(int(share.split()[0]) <= 100 for share in shares)
    levels = {share.split()[1] for share in shares}
    assert levels <= {"L1", "L2", "L3", "memory", "of"}
    assert set(peak.caches) == {"L1", "L2", "L3"}
    assert "in memory" in str(peak) and "in L2" in str(peak)


def test_the_smallest_cache_that_holds_all_bytes():
    from tensorlite.kernels.cpu import machine

    from tensorlite.device import CPU

    class Serial:
        large = False

    first, second, third = machine.current().caches
    sizes = {0: "L1", first: "L1", first + 1: "L2", second: "L2", 4 * max(third, second): "memory"}
    assert {size: level_of(Serial, size, CPU) for size in sizes} == sizes


def test_kernels_of_a_backward_have_the_line_of_the_forward_call():
    w = tl.ones(3, 3, requires_grad=True)

    @tl.compile
    def f(x):
        y = (x @ w).tanh()
        z = y.exp()  # the second line
        z.sum().backward()
        return w.grad

    f(tl.ones(4, 3))
    places = [step.place for step in f.explain().plans[0].steps]
    backward = [place for place in places if place.endswith("(backward)")]
    assert any("y = (x @ w).tanh()" in place for place in backward)
    assert not any("z.sum().backward()" in place for place in backward)


def test_gradients_of_a_compiled_forward_have_the_lines_of_its_ops():
    model = nn.Linear(4, 2)

    @tl.compile
    def forward(x):
        return model(x).tanh()  # whole, however long the line is: it stands in a table of its own

    forward(tl.ones(3, 4)).sum().backward()
    report = forward.explain()
    assert all("return model(x).tanh()" in step.place for step in report.plans[1].steps)
    assert "it stands in a table of its own (backward)" in str(report)


def test_state_is_the_same_after_explain():
    model, optimizer, step, batch = training()
    twin, twin_optimizer, twin_step, twin_batch = training()
    for each, data in ((twin_step, twin_batch), (step, batch)):
        tl.manual_seed(1)
        each(*data)
        each(*data)
    before = state_of(model, optimizer)
    grads = [p.grad for p in model.parameters()]
    versions = [p.memory.version for p in model.parameters()]
    step.explain()
    for old, new in zip(before, state_of(model, optimizer), strict=True):
        np.testing.assert_array_equal(old, new)
    assert all(p.grad is g for p, g in zip(model.parameters(), grads, strict=True))
    assert [p.memory.version for p in model.parameters()] == versions
    tl.manual_seed(3)
    loss = step(*batch).item()
    tl.manual_seed(3)
    assert twin_step(*twin_batch).item() == loss
    pairs = zip(state_of(model, optimizer), state_of(twin, twin_optimizer), strict=True)
    for ours, theirs in pairs:
        np.testing.assert_array_equal(ours, theirs)


def test_arguments_that_are_written_and_results_stay():
    @tl.compile
    def f(x):
        x *= 2
        return x + 1

    x = tl.ones(5)
    result = f(x)
    f.explain()
    assert x.tolist() == [2] * 5
    assert result.tolist() == [3] * 5


def test_gradients_are_explained_once_they_have_run():
    model = nn.Linear(4, 2)
    forward = tl.compile(lambda x: model(x))
    loss = forward(tl.ones(3, 4)).sum()
    assert len(forward.explain().plans) == 1
    loss.backward()
    grad = model.weight.grad.numpy().copy()
    explanation = forward.explain()
    assert [plan.title for plan in explanation.plans] == [
        "(float32[3, 4])",
        "gradients of (float32[3, 4])",
    ]
    assert explanation.plans[1].calls is None
    assert "def " in explanation.source(1, plan=1)
    np.testing.assert_array_equal(model.weight.grad.numpy(), grad)


def test_recompiles_are_told_with_their_reason():
    scale = 2.0

    def f(x):
        return x * scale

    compiled = tl.compile(f)
    compiled(tl.ones(2))
    scale = 3.0
    compiled(tl.ones(2))
    compiled(tl.ones(3))
    explanation = compiled.explain()
    assert len(explanation.plans) == 3  # the first one stays at hand
    assert "1 recompile\n" in str(explanation)
    assert "recorded again because of scale: was 2.0, is 3.0" in str(explanation)


def test_before_the_first_call():
    assert "call it first" in str(tl.compile(lambda x: x).explain())
    with pytest.raises(IndexError, match="expected a step from 1 to 0"):
        tl.compile(lambda x: x).explain().source(1)


class Cells(html.parser.HTMLParser):
    """The texts of all cells of all tables."""

    def __init__(self, text):
        super().__init__()
        self.cells, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "wbr":  # a name may go on in the next line
            return
        self.inside = tag in ("td", "th")
        if self.inside:
            self.cells.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.cells[-1] += data


def test_html_has_all_rows(explanation):
    plan = explanation.plans[0]
    cells = Cells(explanation._repr_html_()).cells
    table = plan.table(explanation.peak)
    assert cells == [cell for row in [table.titles, *table.rows] for cell in row]


def test_rich_shows_the_same_rows(explanation):
    file = io.StringIO()
    pytest.importorskip("rich.console").Console(width=240, file=file).print(explanation)
    shown = file.getvalue()
    for row in explanation.plans[0].table(explanation.peak).rows:
        assert all(cell in shown for cell in row)


def test_tables():
    table = Table(("<name", "n"), [("a<b", "1"), ("c", "10")])
    assert str(table).splitlines() == ["name   n", "----  --", "a<b    1", "c     10"]
    assert "a&lt;b" in table._repr_html_()
    assert [count(n, "B") for n in (None, 7, 1234, 999_600, 5e12)] == [
        "-", "7 B", "1.23 kB", "1 MB", "5000 GB"]  # fmt: skip

# ------------------------------------------------------------------ a plan as a file


def written(compiled, tmp_path, **options):
    """The file of a plan, run as a module."""
    path = tmp_path / "plan.py"
    compiled.explain().to_python(path, **options)
    return path, runpy.run_path(str(path))


def test_a_plan_as_a_file_computes_the_same_bits(tmp_path):
    w, b = tl.randn(16, 32), tl.randn(32)

    @tl.compile
    def f(x, index):
        hidden = (x @ w + b).relu()
        return hidden.softmax(-1), (hidden - 1).exp()[index].sum(0)

    x, index = tl.randn(64, 16), tl.tensor([3, 0, 63])
    results = f(x, index)
    path, scope = written(f, tmp_path)
    for ours, theirs in zip(results, scope["call"](x.numpy(), index.numpy()), strict=True):
        np.testing.assert_array_equal(ours.numpy(), theirs)
    with pytest.raises(RuntimeError, match="step 1: expected status 0"):
        scope["call"](x.numpy(), np.array([3, 0, 64]))
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 1 + len(f.explain().plans[0].steps)
    assert "return hidden.softmax(-1), (hidden" in done.stdout


def test_attention_as_a_file(tmp_path):
    """Its causal mask stood in the file as ``-inf``, which is no name there."""
    f = tl.compile(lambda x: nn.functional.scaled_dot_product_attention(x, x, x, is_causal=True))
    x = tl.randn(1, 2, 5, 4)
    expected = f(x).numpy()
    np.testing.assert_array_equal(written(f, tmp_path)[1]["call"](x.numpy())[0], expected)


def test_a_changed_kernel_of_a_file_computes_something_else(tmp_path):
    f = tl.compile(lambda x: (x * 2).relu())
    f(tl.ones(3))
    path, scope = written(f, tmp_path)
    assert scope["call"](np.float32([-1, 1, 2]))[0].tolist() == [0, 2, 4]
    text = path.read_text()
    assert text.count("else np.float32(0)") == 1
    path.write_text(text.replace("else np.float32(0)", "else np.float32(-7)"))
    assert runpy.run_path(str(path))["call"](np.float32([-1, 1, 2]))[0].tolist() == [-7, 2, 4]


def test_a_training_step_as_a_file(tmp_path):
    model = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3))
    optimizer = tl.optim.Adam(model.parameters(), lr=0.01)

    @tl.compile
    def step(x, y):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss

    x, y = tl.randn(32, 6), tl.randint(0, 3, (32,))
    step(x, y)
    _, scope = written(step, tmp_path)
    before = [p.detach().clone() for p in model.parameters()]
    first, second = (scope["call"](x.numpy(), y.numpy())[0] for _ in range(2))
    assert all(tl.equal(p, b) for p, b in zip(model.parameters(), before, strict=True))
    assert second < first and step(x, y).item() == first


def test_gradients_as_a_file_and_what_cannot_be_one(tmp_path):
    f = tl.compile(lambda x: (x.exp() * 3).sum())
    x = tl.ones(4, requires_grad=True)
    f(x).backward()
    path, scope = written(f, tmp_path, plan=1)
    assert scope["ARGUMENTS"] == [] and "gradients of (float32[4])" in path.read_text()
    scope["program"].run()
    with pytest.raises(IndexError, match="to_python: expected a plan from 0 to 1; got 2"):
        f.explain().to_python(path, plan=2)
    hosted = tl.compile(lambda x: tl.linalg.qr(x)[1])
    hosted(tl.eye(3))
    with pytest.raises(ValueError, match=r"to_python: expected kernels on the CPU; got .*NumPy"):
        hosted.explain().to_python(path)


# ------------------------------------------------------------------ profile


def test_profile_counts_kernels(tmp_path):
    x = tl.ones(10, 10)
    with tl.profile() as prof:
        y = x.exp() + x.exp()
        (y @ y).sum()
    calls = {average.key: average.count for average in prof.key_averages()}
    assert calls["exp"] == 2
    assert calls["product"] == 1
    assert sum(calls.values()) == len(prof.events)
    assert all("test_explain.py" in event.place for event in prof.events)
    assert sum(event.seconds for event in prof.events) <= prof.seconds
    launched = len(prof.events)
    x.exp()
    assert len(prof.events) == launched


def test_results_are_the_same_under_a_profile():
    def run():
        model, optimizer, step, (x, y) = training()
        for _ in range(2):
            step._function(x, y)
        return state_of(model, optimizer)

    alone = run()
    with tl.profile() as prof:
        profiled = run()
    for a, b in zip(alone, profiled, strict=True):
        np.testing.assert_array_equal(a, b)
    assert any(event.name.startswith("adam") for event in prof.events)


def test_profile_tables(trained):
    model, _, _, (x, _) = trained
    with tl.profile() as prof:
        model(x)
        model(x)
    table = prof.key_averages().table(sort_by="cpu_time_total")
    assert table == prof.table()
    assert table in str(prof)
    header, _, *rows = table.splitlines()
    assert header.split() == ["kernel", "calls", "total", "us", "mean", "us", "%", "bytes"]
    totals = [float(row.split()[2]) for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert len(prof.table(row_limit=1).splitlines()) == 3
    names = [row.split()[0] for row in prof.table("key").splitlines()[2:]]
    assert names == sorted(names)
    assert set(Cells(prof._repr_html_()).cells) >= set(names)
    with pytest.raises(ValueError, match=r"table: expected sort_by .*; got 'cuda_time'"):
        prof.table(sort_by="cuda_time")


def test_chrome_trace(tmp_path):
    path = tmp_path / "trace.json"
    x = tl.ones(10, 10)
    with tl.profile() as prof:
        (x @ x).relu()
    prof.export_chrome_trace(path)
    events = json.loads(path.read_text())["traceEvents"]
    assert len(events) == len(prof.events)
    for event in events:
        assert event["ph"] == "X"
        assert event["ts"] >= 0
        assert event["dur"] > 0
        assert isinstance(event["pid"], int)
        assert isinstance(event["tid"], int)
        assert "(x @ x).relu()" in event["args"]["line"]
    assert events[-1]["name"] == "RELU"
    assert events[-1]["args"]["shape"] == [10, 10]
    assert events[-1]["args"]["bytes"] == 800
    starts = [event["ts"] for event in events]
    assert starts == sorted(starts)


def test_a_compiled_call_is_one_event():
    _, _, step, batch = training()  # its own: that of others tells how often it was called
    step(*batch)
    with tl.profile() as prof:
        step(*batch)
    assert [event.name for event in prof.events] == ["step"]


def test_compiling_under_a_profile_leaves_it_in_place():
    forward = tl.compile(lambda x: (x * 2).sum())
    x = tl.ones(3, requires_grad=True)
    with tl.profile() as prof:
        forward(x).backward()
        x.detach().exp()
    names = [event.name for event in prof.events]
    assert "<lambda>" in names
    assert "backward of compiled" in names
    assert names[-1] == "exp"
    assert interpreters.current() is None
    assert x.grad.tolist() == [2, 2, 2]


def test_profile_notes_other_threads():
    x = tl.ones(10)
    with tl.profile() as prof:
        worker = threading.Thread(target=x.exp)
        worker.start()
        worker.join()
        x.exp()
    assert len({event.thread for event in prof.events if event.name == "exp"}) == 2


def test_errors_of_kernels_come_through():
    index = tl.tensor([7])
    with tl.profile(), pytest.raises(IndexError, match="index 7 is out of bounds"):
        tl.zeros(3)[index]
    assert interpreters.current() is None


def test_one_profile_at_a_time():
    with tl.profile() as prof:
        with pytest.raises(RuntimeError, match="profile: expected one profile at a time"):
            tl.profile().__enter__()
        tl.ones(3).exp()
    assert prof.events

    @tl.compile
    def f(x):
        with tl.profile():
            return x + 1

    with pytest.raises(RuntimeError, match="inside a compiled function"):
        f(tl.ones(3))
    assert interpreters.current() is None


def test_the_import_loads_no_rich():
    code = "import sys, tensorlite; print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x[tl.tensor([1, 2, 1])] * 2,
        lambda x: x.cumsum(0) * 2,
        lambda x: x.cummax(0)[0] * 2,
        lambda x: x.topk(2)[0] * 2,
        lambda x: tl.zeros(4, 4).index_add(0, tl.tensor([0, 3, 0, 1]), x) * 2,
    ],
)
def test_a_kernel_that_only_reads_an_argument_leaves_its_version(function):
    """Launches that did not say what they write seemed to write their inputs."""
    compiled = tl.compile(function)
    x = tl.arange(16.0).reshape(4, 4)
    for _ in range(2):
        np.testing.assert_array_equal(compiled(x).numpy(), function(x).numpy())
    assert x.memory.version == 0
