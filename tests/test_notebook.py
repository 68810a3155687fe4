"""What a notebook user sees: tensors, tracebacks, and what is offered there."""

import contextlib
import gc
import io
import re
import signal
import struct
import subprocess
import sys
import zlib
from xml.etree import ElementTree

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import display, nn, pictures, turns
from tensorlite.notebook import loops, timing

# ------------------------------------------------------------------ tensors


class Printer:
    """As much of IPython's pretty printer as a tensor needs."""

    def __init__(self, depth):
        self.stack, self.written = [0] * depth, ""

    def text(self, text):
        self.written += text

    def break_(self):
        self.written += "\n"


def pretty(x, depth):
    printer = Printer(depth)
    x._repr_pretty_(printer, False)
    return printer.written


def test_a_tensor_tells_what_it_is_and_what_its_values_are_like():
    x = tl.tensor([[1.0, float("nan"), 3.0, float("inf")] * 8] * 2, requires_grad=True)
    text = x._repr_html_()
    assert "tensor[2, 32]" in text and "float32, cpu · requires_grad" in text
    assert "64 elements, range [1, 3], mean 2, std 1.016" in text
    assert "16 NaN</b>" in text and "16 inf</b>" in text
    assert "<svg" in text and "<td>" in text
    assert "grad_fn=&lt;MulBackward0&gt;" in (x * 2)._repr_html_()
    assert "NaN" not in tl.ones(3)._repr_html_()


@pytest.mark.parametrize(
    "array",
    [
        np.random.default_rng(0).normal(1e4, 1e-1, 700_001),
        np.arange(-5, 300, dtype=np.int64),
        np.random.default_rng(0).normal(size=(300, 7)).astype(np.float32).T[::2],
        np.array([True, False, True]),
        np.array([200, 100], np.uint8),
        np.full(5, 2.5),
        np.array([1e300, -1e300]),
        np.array(3.0),
    ],
    ids=lambda a: f"{a.dtype} {a.shape}",
)
def test_statistics(array):
    found = display.statistics(array)
    values = array.astype(np.float64)
    assert (found.low, found.high) == (values.min(), values.max())
    np.testing.assert_allclose(found.mean, values.mean(), rtol=1e-12)
    if array.size > 1:
        with np.errstate(over="ignore"):
            np.testing.assert_allclose(found.std, values.std(ddof=1), rtol=1e-9)
    else:
        assert np.isnan(found.std)
    assert (found.nan, found.inf) == (0, 0)


def test_what_has_no_statistics():
    for x in (tl.zeros(0, 3), tl.tensor([1 + 2j, 3j])):
        assert "range" not in x._repr_html_()
    assert "range" not in tl.tensor([float("nan")] * 3)._repr_html_()
    assert "3 NaN" in tl.tensor([float("nan")] * 3)._repr_html_()
    tl.vmap(lambda x: [x._repr_html_(), x * 2][1])(tl.ones(3, 4))


def test_one_line_in_a_list():
    small, large = tl.tensor([1.0, 2.0]), tl.zeros(30, 40, requires_grad=True)
    assert pretty(small, 2) == repr(small)
    assert pretty(large, 2) == (
        "tensor[30, 40] float32, range [0, 0], mean 0, std 0, requires_grad"
    )
    assert pretty(large, 1) == repr(large)
    assert "\n" not in pretty(tl.zeros(2, 2, 2), 2)


def test_the_option_turns_it_off():
    x = tl.zeros(20, 30)
    with tl.printoptions(notebook=False):
        assert x._repr_html_() is None
        assert pretty(x, 2) == repr(x)
    assert x._repr_html_() is not None
    for name in ("notebook", "frames"):
        with pytest.raises(ValueError, match=f"set_printoptions: expected {name} to be a bool"):
            tl.set_printoptions(**{name: "html"})


def pixels_of(data):
    """The bytes of an RGB file as (height, width, 3), chunk by chunk."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        end = at + 8 + size
        assert struct.unpack(">I", data[end : end + 4])[0] == zlib.crc32(kind + body)
        chunks[kind], at = body, end + 4
    width, height, *rest = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert rest == [8, 2, 0, 0, 0]
    lines = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, 1 + 3 * width)
    assert not lines[:, 0].any()
    return lines[:, 1:].reshape(height, width, 3)


def test_png():
    image = np.random.default_rng(0).integers(0, 256, (5, 7, 3), np.uint8)
    np.testing.assert_array_equal(pixels_of(pictures.png(image)), image)


@pytest.mark.parametrize(
    ("shape", "size"),
    [((8, 9), (8, 9)), ((7, 9), None), ((3, 20, 30), (20, 30)), ((20, 30, 3), (20, 30)),
     ((5, 10, 12), (20, 36)), ((1, 10, 10), (10, 10)), ((500, 400), (125, 134)),
     ((16, 3, 5, 5), None), ((20,), None), ((0, 10), None)],
)  # fmt: skip
def test_pictures_of_what_has_two_or_three_dims(shape, size):
    pixels = pictures._pixels(np.random.default_rng(0).normal(size=shape))
    assert (None if pixels is None else pixels.shape[:2]) == size


def test_colours():
    matrix = np.zeros((8, 8))
    matrix[0, :4] = [-2, 2, np.nan, np.inf]
    pixels = pictures._colours(matrix)
    wanted = [pictures.COLD, pictures.WARM, pictures.MISSING, pictures.MISSING, pictures.NONE]
    assert [tuple(p) for p in pixels[0, :5].tolist()] == wanted
    grey = pictures._colours(np.arange(64.0).reshape(8, 8) + 5)
    assert grey.min() == 0 and grey.max() == 255 and (grey[..., 0] == grey[..., 2]).all()
    assert pictures._light(np.full((8, 8, 3), 0.5))[0, 0].tolist() == [128] * 3
    assert not pictures._colours(np.zeros((8, 8))).any()


# ------------------------------------------------------------------ tracebacks

SESSION = """
import sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance(colors="NoColor")
shell.run_cell("import tensorlite as tl\\nfrom tensorlite import nn", store_history=True)
for cell in CELLS:
    print("#" * 9)
    shell.run_cell(cell, store_history=True)
"""
CELLS = [
    "a, b = tl.ones(3), tl.ones(4)\na + b",
    "def f(x):\n    return tl.add(x, b)\nf(a)",
    "nn.Sequential(nn.Linear(3, 4), nn.Linear(3, 4))(tl.ones(2, 3))",
    "@tl.elementwise\ndef g(x):\n    return [x]\ng(a)",
    "v = tl.ones(3, requires_grad=True) * 2\nsquared = v * v\nv.add_(1)\nsquared.sum().backward()",
    "tl.compile(lambda x: x.sum().item())(a)",
    "tl.set_printoptions(frames=True)\na + b",
    "%%tl_time numpy\na * 2",
    "import json\njson.loads('x')",
]


@pytest.fixture(scope="module")
def session():
    """What IPython prints for each of CELLS."""
    pytest.importorskip("IPython")
    command = [sys.executable, "-c", f"CELLS = {CELLS!r}\n{SESSION}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).split("#" * 9)[1:]


@pytest.mark.parametrize("cell", range(6))
def test_a_traceback_shows_the_users_frames(session, cell):
    assert "tensorlite/" not in session[cell]
    assert "another exception" not in session[cell]
    assert f"Cell In[{cell + 2}], line" in session[cell]


def test_three_and_four_elements_take_eight_lines(session):
    lines = session[0].strip().splitlines()
    assert len(lines) <= 8 and lines[-1].startswith("RuntimeError: add: expected shapes that broad")


def test_cells_are_named_as_ipython_names_them(session):
    assert "ScalarError: Cell In[5], line 3: g: expected" in session[3]
    assert "called at Cell In[6], line 2: squared = v * v" in session[4]
    assert "by the host" in session[5] and "at Cell In[7], line 1: tl.compile" in session[5]


def test_all_frames_show_when_asked_for(session):
    assert "tensorlite/dispatch.py" in session[6]


def test_other_tracebacks_are_as_they_were(session):
    assert "json/decoder.py" in session[8]


def test_the_magic_is_there(session):
    assert "tensorlite / it" in session[7] and "same result" in session[7]


# ------------------------------------------------------------------ summary


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.act = nn.Linear(8, 8), nn.GELU()

    def forward(self, x):
        return x + self.act(self.inner(x))


def network():
    block = Block()
    layers = nn.Linear(4, 8), nn.ReLU(), block, block, nn.BatchNorm1d(8), nn.Dropout(0.5)
    return nn.Sequential(*layers, nn.Linear(8, 2))


def test_a_summary_is_a_tree_with_shapes_parameters_and_products():
    found = tl.summary(network(), tl.ones(16, 4))
    told = [(x.depth, x.label, x.output, x.parameters, x.multiply_adds) for x in found.layers]
    assert told == [
        (0, "Sequential", "[16, 2]", 40 + 72 + 16 + 18, 16 * (32 + 64 + 64 + 16)),
        (1, "0: Linear", "[16, 8]", 40, 16 * 32),
        (1, "1: ReLU", "[16, 8]", 0, 0),
        (1, "2: Block", "[16, 8]", 72, 16 * 64),
        (2, "inner: Linear", "[16, 8]", 72, 16 * 64),
        (2, "act: GELU", "[16, 8]", 0, 0),
        (1, "3: Block", "[16, 8]", 0, 16 * 64),
        (2, "inner: Linear", "[16, 8]", 0, 16 * 64),
        (2, "act: GELU", "[16, 8]", 0, 0),
        (1, "4: BatchNorm1d", "[16, 8]", 16, 0),
        (1, "5: Dropout", "[16, 8]", 0, 0),
        (1, "6: Linear", "[16, 2]", 18, 16 * 16),
    ]
    assert found.seconds == pytest.approx(found.layers[0].seconds)
    assert found.seconds >= sum(x.seconds for x in found.layers if x.depth == 1) * 0.999
    assert found.parameters == 146 and found.buffers == 17 and found.arena_bytes > 0
    lines = str(found).splitlines()
    assert "│  └─ act: GELU" in lines[7] and "└─ 6: Linear" in lines[13]
    assert "in 0" in lines[4]  # computed by the kernel of the product
    assert "(again)" in lines[8]
    assert "146 parameters" in found._repr_html_() and "├─ 0: Linear" in found._repr_html_()


@pytest.mark.parametrize(
    ("layer", "shape", "adds"),
    [
        (nn.Conv2d(2, 4, 3, padding=1), (5, 2, 6, 7), 5 * 4 * 6 * 7 * 2 * 9),
        (nn.Bilinear(3, 4, 5), None, None),
        (nn.MultiheadAttention(8, 2, batch_first=True), None, None),
        (nn.LSTM(3, 4), (7, 2, 3), 7 * 2 * 4 * 4 * (3 + 4)),
    ],
    ids=lambda x: type(x).__name__,
)
def test_summaries_of_other_layers(layer, shape, adds):
    inputs = {"Bilinear": ((6, 3), (6, 4)), "MultiheadAttention": ((2, 5, 8),) * 3}
    shapes = inputs.get(type(layer).__name__, (shape,))
    found = tl.summary(layer, *[tl.ones(*each) for each in shapes])
    assert found.error is None and found.unmeasured is None and found.layers[0].seconds > 0
    assert adds is None or found.multiply_adds == adds


def test_a_summary_changes_nothing():
    model = network()
    before = {name: x.clone() for name, x in model.state_dict().items()}
    state = tl.get_rng_state()
    tl.summary(model, tl.randn(16, 4))
    tl.set_rng_state(state)
    tl.summary(model, tl.ones(16, 4))
    assert tl.equal(tl.get_rng_state(), state)
    for name, x in model.state_dict().items():
        assert tl.equal(x, before[name]), name
    assert not any(m._forward_hooks or m._forward_pre_hooks for m in model.modules())
    assert len(tl.summary(tl.compile(model), tl.ones(16, 4)).layers) == 12
    assert all(p.grad is None for p in model.parameters()) and model.training


def test_a_summary_of_lazy_layers_gives_them_their_shapes():
    model = nn.Sequential(nn.LazyConv2d(4, 3), nn.LazyBatchNorm2d(), nn.Flatten(), nn.LazyLinear(2))
    found = tl.summary(model, tl.ones(1, 3, 8, 8))
    assert found.parameters == 4 * 3 * 9 + 4 + 8 + 2 * 4 * 36 + 2
    assert found.error is None


def test_a_summary_stops_at_the_first_error_and_names_the_layer():
    model = nn.Sequential(nn.Linear(3, 4), nn.Sequential(nn.ReLU(), nn.Linear(5, 4)), nn.ReLU())
    found = tl.summary(model, tl.ones(2, 3))
    assert [x.output for x in found.layers if x.done] == ["[2, 4]", "[2, 4]"]
    assert found.failed.path == "1.1" and len(found.layers) == 5
    assert "stopped in 1.1 (Linear): RuntimeError: linear: mat1 and mat2" in str(found)
    assert not any(m._forward_hooks for m in model.modules())


def test_a_summary_names_the_first_nan():
    model = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 4), nn.ReLU())
    assert tl.summary(model, tl.ones(2, 3)).nan is None
    with tl.no_grad():
        model[1].weight[0, 0] = float("nan")
    told = tl.summary(model, tl.ones(2, 3)).nan
    assert told.startswith("first NaN or infinity: in the result of 1 (Linear); its input is")
    assert told.endswith("its weight not")
    told = tl.summary(model, tl.full((2, 3), float("inf"))).nan
    assert told.endswith("in the result of 0 (Linear); its input has some")


def test_what_cannot_be_a_plan_is_told():
    class Reads(nn.Module):
        def forward(self, x):
            return x * 2 if x.sum().item() > 0 else x

    found = tl.summary(Reads(), tl.ones(3))
    assert found.seconds is None and found.layers[0].output == "[3]"
    assert "not measured: TraceError: compile: expected ops" in str(found)
    with pytest.raises(TypeError, match=r"summary: expected an nn\.Module; got Elementwise"):
        tl.summary(tl.exp, tl.ones(3))


# ------------------------------------------------------------------ drawings


def labels_of(graph):
    """The first line of each box, and edges between these with their labels."""
    name = {key: box.lines[0] for key, box in graph.boxes.items()}
    edges = {(name[a], name[b]): labels for (a, b), labels in graph.edges.items()}
    return set(name.values()), edges


def check_svg(drawing):
    """It is XML, holds each label, and no two boxes overlap."""
    tree = ElementTree.fromstring(drawing.svg)
    texts = "\n".join(e.text or "" for e in tree.iter() if e.tag.endswith("text"))
    for box in drawing.graph.boxes.values():
        assert all(line in texts for line in box.lines)
    rects = [[float(e.get(k)) for k in ("x", "y", "width", "height")]
             for e in tree.iter() if e.tag.endswith("rect")]  # fmt: skip
    assert len(rects) == len(drawing.graph.boxes)
    for i, (x, y, w, h) in enumerate(rects):
        assert x >= 0 and x + w <= float(tree.get("width")) and y + h <= float(tree.get("height"))
        for u, v, a, b in rects[:i]:
            assert x + w <= u or u + a <= x or y + h <= v or v + b <= y
    return texts


def test_a_model_with_its_layers_open_and_folded():
    drawing = tl.draw(network(), tl.ones(16, 4))
    boxes, edges = labels_of(drawing.graph)
    assert {"0: Linear", "2.inner: Linear", "2.act: GELU", "add", "3.act: GELU", "result"} <= boxes
    assert edges["1: ReLU", "2.inner: Linear"] == ["[16, 8]"] and ("1: ReLU", "add") in edges
    assert edges["6: Linear", "result"] == ["[16, 2]"]
    check_svg(drawing)
    boxes, edges = labels_of(tl.draw(network(), tl.ones(16, 4), depth=1).graph)
    assert len(boxes) == 9 and ("2: Block", "3: Block") in edges
    assert drawing._repr_html_().count("<details") == 3


def test_integers_and_what_has_no_gradient_leave_no_gap():
    class Picks(nn.Module):
        def __init__(self):
            super().__init__()
            self.embed, self.rnn = nn.Embedding(10, 8), nn.LSTM(8, 6, batch_first=True)

        def forward(self, index):
            out, _ = self.rnn(self.embed(index))
            return out.flatten(0, 1).argmax(-1)

    drawing = tl.draw(Picks(), tl.zeros(2, 5, dtype=tl.int64))
    _, edges = labels_of(drawing.graph)
    assert ("input", "embed: Embedding") in edges and ("embed: Embedding", "rnn: LSTM") in edges
    assert ("...", "result") in edges
    check_svg(drawing)


def test_a_result_down_to_its_named_leaves(tmp_path):
    model = nn.Sequential(nn.Linear(4, 8), nn.Tanh())
    x = tl.ones(3, 4)
    loss = (model(x) * model(x).exp()).mean()
    drawing = tl.draw(loss, model)
    boxes, edges = labels_of(drawing.graph)
    assert {"0.weight", "0.bias", "tanh", "exp", "mul", "mean", "result"} <= boxes
    assert edges["tanh", "exp"] == ["[3, 8]"]
    check_svg(drawing)
    drawing.save(tmp_path / "loss.svg")
    assert (tmp_path / "loss.svg").read_text() == drawing.svg
    drawing.save(tmp_path / "loss.html")
    assert drawing.svg in (tmp_path / "loss.html").read_text()
    with pytest.raises(ValueError, match=r"save: expected a path that ends in \.svg or"):
        drawing.save(tmp_path / "loss.png")


def test_a_plan():
    w = tl.ones(4, 4)
    compiled = tl.compile(lambda x: ((x @ w).relu() @ w).sum(0))
    with pytest.raises(RuntimeError, match="draw: expected a compiled function that has run"):
        tl.draw(compiled)
    compiled(tl.ones(4, 4))
    drawing = tl.draw(compiled)
    assert len(drawing.graph.boxes) == 1 + len(compiled.at_hand()[0].steps)
    assert "argument" in check_svg(drawing)


def test_a_compiled_module():
    """It has run nowhere: its inputs were passed over, and a call of it asked for."""
    compiled = tl.compile(network())
    drawn = tl.draw(compiled, tl.ones(16, 4)).graph
    assert labels_of(drawn) == labels_of(tl.draw(network(), tl.ones(16, 4)).graph)
    compiled(tl.ones(16, 4))
    assert "argument" in tl.draw(compiled).svg
    with pytest.raises(TypeError, match="draw: expected a compiled function alone"):
        tl.draw(tl.compile(lambda x: x + 1), tl.ones(2))


@pytest.mark.parametrize("count", [1, 2, 30])
def test_layouts_of_wide_and_crossing_graphs(count):
    x = tl.ones(2, requires_grad=True)
    y = [x * k for k in range(count)]
    z = [a + b for a in y for b in y[::7]]
    check_svg(tl.draw(sum(z[1:], z[0])))


def test_what_cannot_be_drawn():
    with pytest.raises(TypeError, match=r"draw: expected a Tensor, an nn\.Module or a compiled"):
        tl.draw([1])
    with pytest.raises(TypeError, match=r"draw: expected the inputs of a module; got none; try"):
        tl.draw(network())
    for x in (tl.ones(3), tl.ones(3, requires_grad=True)):
        with pytest.raises(RuntimeError, match="draw: expected a tensor with a history"):
            tl.draw(x)


class OfABatch(nn.Module):
    """Takes a dict and a keyword, and gives a dict."""

    def __init__(self):
        super().__init__()
        self.names, self.last = nn.Embedding(5, 4), nn.Linear(4, 2)

    def forward(self, batch, *, shift):
        return {"y": self.last(batch["x"] + self.names(input=batch["i"])[:, 0] - shift)}


def test_inputs_in_dicts_and_by_keyword_are_joined_to_what_they_go_into():
    """They stood alone: only tensors given by position had a history to be followed."""
    batch = {"x": tl.ones(2, 4), "i": tl.tensor([[0], [1]])}
    graph = tl.draw(OfABatch(), batch, shift=tl.ones(4)).graph
    texts = {key: box.lines[0] for key, box in graph.boxes.items()}
    joined = [(texts[source], texts[target]) for source, target in graph.edges]
    assert sorted(joined) == [
        ("add", "sub"), ("input", "add"), ("input", "names: Embedding"), ("input", "sub"),
        ("last: Linear", "result"), ("names: Embedding", "slice"), ("slice", "add"),
        ("sub", "last: Linear"),
    ]  # fmt: skip


def test_a_summary_without_inputs_or_of_shapes_says_what_to_write():
    with pytest.raises(TypeError, match=r"got none; try summary\(model, input\)"):
        tl.summary(network())
    wanted = r"got shapes \(3, 4\); try summary\(model, tensorlite\.zeros\(3, 4\)\)"
    with pytest.raises(TypeError, match=wanted):
        tl.summary(network(), (3, 4))


# ------------------------------------------------------------------ progress


class Stream(io.StringIO):
    def __init__(self, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_in_a_terminal_and_elsewhere(monkeypatch, terminal):
    stream = Stream(terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    loop = tl.progress(range(4), label="epochs")
    for step in loop:
        loop.log(loss=tl.tensor(2.0**-step), accuracy=step)
    lines = stream.getvalue().splitlines()
    assert "epochs  4/4" in lines[-1] and "loss 0.125  accuracy 3" in lines[-1]
    assert lines[-1].rstrip().endswith("█▄▂▁") == terminal
    assert loop.history["loss"] == [(1, 1.0), (2, 0.5), (3, 0.25), (4, 0.125)]
    assert loop.done == loop.total == 4


def test_progress_in_a_notebook_renews_one_display():
    shown = []

    class Handle:
        def update(self, what):
            shown.append(what._repr_html_())

    def display(what, display_id):
        shown.append(what._repr_html_())
        return Handle()

    view, loop = loops._Cell(display), tl.progress(range(3), show=False)
    for step in loop:
        loop.log(loss=[1000.0, float("nan"), 1.0][step], up=step)
        view.show(loop, False)
    tree = ElementTree.fromstring(shown[-1])
    assert len(shown) == 3 and "loss: 1, from 1 to 1000 (logarithmic)" in shown[-1]
    assert len([e for e in tree.iter() if e.tag == "polyline"]) == 3  # one is cut by NaN
    with pytest.raises(TypeError, match="progress: expected something to iterate over; got int"):
        tl.progress(3)


def test_the_end_of_a_loop_shows_however_it_comes(monkeypatch):
    for end in ("break", "error"):
        stream = Stream(False)
        monkeypatch.setattr(sys, "stderr", stream)
        with contextlib.suppress(ZeroDivisionError):
            for step in tl.progress(iter(range(9))):
                if step == 2:
                    if end == "break":
                        break
                    raise ZeroDivisionError
        assert gc.collect() >= 0 and "2 steps" in stream.getvalue()


@pytest.fixture
def interrupts():
    """A process that a shell starts in the background ignores them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield signal.default_int_handler
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_waits_for_the_step_and_a_second_one_does_not(interrupts):
    done = []
    with pytest.raises(KeyboardInterrupt):
        for step in tl.progress(range(5), show=False):
            if step == 2:
                signal.raise_signal(signal.SIGINT)
            done.append(step)
    assert done == [0, 1, 2] and signal.getsignal(signal.SIGINT) is interrupts
    done.clear()
    with pytest.raises(KeyboardInterrupt):
        for step in tl.progress(range(5), show=False):
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)
            done.append(step)
    gc.collect()
    assert not done and signal.getsignal(signal.SIGINT) is interrupts


# ------------------------------------------------------------------ %%tl_time


def test_a_cell_is_timed_beside_numpy():
    space = {"tl": tl, "x": tl.ones(3, 4), "k": 2.0}
    found = timing.tl_time("numpy", "y = tl.exp(x) * k\ny.sum(0)", space)
    ours, theirs = found.timed
    assert (theirs.agrees, theirs.error) == (True, "")
    assert len(ours.seconds) == len(theirs.seconds) >= turns.FEWEST
    assert "same result" in str(found) and "numpy" in found._repr_html_()
    assert set(space) == {"tl", "x", "k", *(k for k in space if k == "__builtins__")}
    found = timing.tl_time("numpy", "x.relu()", space)
    assert found.timed[1].error.startswith("AttributeError") and found.timed[0].seconds
    other = timing.tl_time("numpy", "x.std(0)", {"x": tl.arange(6.0).view(2, 3)}).timed[1]
    assert other.agrees is False
    assert timing.tl_time("numpy", "y = x", space).timed[1].agrees is None
    with pytest.raises(ValueError, match="tl_time: expected numpy or torch; got jax"):
        timing.tl_time("jax", "x", space)


@pytest.mark.torch
def test_a_cell_is_timed_beside_torch():
    pytest.importorskip("torch")
    space = {"tl": tl, "nn": nn, "F": nn.functional, "x": tl.randn(3, 4, requires_grad=True)}
    cell = "loss = F.softmax(nn.functional.gelu(x), -1).max()\nloss.backward()\nloss"
    assert timing.tl_time("torch", cell, space).timed[1].agrees is True
    assert space["x"].grad.shape == (3, 4)
