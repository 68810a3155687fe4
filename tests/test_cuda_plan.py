"""Plans on a simulated card: recorded as on the CPU, launched without waiting, also as graphs.

Runs with NUMBA_ENABLE_CUDASIM=1, see test_cuda_table.py.
"""

import os

import pytest
from card_memory import separate_memories, two_cards  # noqa: F401
from tensorlite.kernels.cuda import driver, play, transfer

import tensorlite as tl
from tensorlite import nn
from tensorlite.examples import digits
from tensorlite.examples import images as digit_images

F = nn.functional
pytestmark = [
    pytest.mark.cuda,
    pytest.mark.skipif(
        os.environ.get("NUMBA_ENABLE_CUDASIM") != "1", reason="run with NUMBA_ENABLE_CUDASIM=1"
    ),
]


def bits(x):
    return x.detach().cpu().numpy().tobytes()


def network(dropout=0.0):
    tl.manual_seed(1)
    layers = [nn.Linear(4, 6), nn.Tanh(), nn.Dropout(dropout), nn.LayerNorm(6), nn.Linear(6, 3)]
    return nn.Sequential(*layers).cuda()


def training(compiled, make_optimizer, steps=4, dropout=0.0):
    """The losses and parameters of some steps on the card, with a learning rate that changes."""
    net = network(dropout)
    optimizer = make_optimizer(net.parameters())
    scheduler = tl.optim.lr_scheduler.StepLR(optimizer, 2, 0.5)

    def step(x, y):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        return loss

    run = tl.compile(step) if compiled else step
    tl.manual_seed(2)
    losses = []
    for _ in range(steps):
        x, y = tl.randn(5, 4, device="cuda"), tl.randint(3, (5,), device="cuda")
        losses.append(bits(run(x, y)))
        scheduler.step()
    if compiled:
        assert run.plans == 1 and run.recompiles == []
        assert isinstance(run.at_hand()[0].tape, play.Sequence)
    return losses, [bits(p) for p in net.parameters()], [bits(p.grad) for p in net.parameters()]


@pytest.mark.parametrize("dropout", [0.0, 0.4])
@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
def test_a_training_step_has_the_bits_of_eager(optimizer, dropout):
    def make(parameters):
        return getattr(tl.optim, optimizer)(parameters, lr=0.1)

    assert training(True, make, dropout=dropout) == training(False, make, dropout=dropout)


def test_loops_are_fused_and_numbers_stay_numbers():
    def chain(x, y, scale):
        return ((x * 2.5 + y).tanh() - scale).exp() / 3 + x

    run = tl.compile(chain)
    scale = tl.tensor(0.5)
    for value in (0.5, 2.0):
        scale.fill_(value)
        x, y = tl.randn(3, 5, device="cuda"), tl.randn(3, 1, device="cuda")
        assert bits(run(x, y, scale)) == bits(chain(x, y, scale))
    explanation = run.explain()
    (plan,) = explanation.plans
    assert len(plan.steps) == 1 and run.plans == 1
    assert "from_bits(np.int64(word(args, " in explanation.source(1), "numbers come as words"


def test_reductions_rows_indices_and_results_of_several_kinds():
    def function(x, index):
        y = x.softmax(-1)
        values, places = y.sort(-1)
        return values, places, y.sum(0), x[index], x.cumsum(1), (x > 0), x.T @ x, tl.ones_like(x)

    run = tl.compile(function)
    for _ in range(3):
        x, index = tl.randn(4, 5, device="cuda"), tl.randint(4, (3,), device="cuda")
        found, wanted = run(x, index), function(x, index)
        assert [bits(a) for a in found] == [bits(a) for a in wanted]
        pairs = zip(found, wanted, strict=True)
        assert all(a.device is x.device and a.stride() == b.stride() for a, b in pairs)
    assert run.plans == 1


def test_forward_alone_and_its_gradients():
    net = network()
    run = tl.compile(lambda x: net(x).square().mean())
    for _ in range(2):
        x = tl.randn(5, 4, device="cuda", requires_grad=True)
        net.zero_grad()
        run(x).backward()
        found = [bits(p.grad) for p in (x, *net.parameters())]
        x.grad = None
        net.zero_grad()
        net(x).square().mean().backward()
        assert found == [bits(p.grad) for p in (x, *net.parameters())]


def test_each_gradient_takes_the_numbers_of_its_call():
    def gradients(function):
        for k in (1.0, 2.0, 3.0):
            function(tl.ones(2, device="cuda", requires_grad=True), k)
        inputs = [tl.ones(2, device="cuda", requires_grad=True) for _ in range(2)]
        results = [function(x, k) for x, k in zip(inputs, (5.0, 7.0), strict=True)]
        for result in results:
            result.sum().backward()
        return [bits(x.grad) for x in inputs]

    def function(x, k):
        return tl.nn.functional.dropout((x * k).sin() * k, k / 10)

    run = tl.compile(function)
    tl.manual_seed(0)
    found = gradients(run)
    tl.manual_seed(0)
    assert found == gradients(function) and run.plans == 2


def test_a_failed_check_raises_with_nothing_written():
    net = network()
    optimizer = tl.optim.SGD(net.parameters(), lr=0.1)

    @tl.compile
    def step(x, y):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        return loss

    x = tl.randn(2, 4, device="cuda")
    step(x, tl.tensor([0, 1], device="cuda"))
    before = [bits(p) for p in net.parameters()]
    with pytest.raises(IndexError, match="Target 5 is out of bounds; expected 0 to 2"):
        step(x, tl.tensor([0, 5], device="cuda"))
    assert [bits(p) for p in net.parameters()] == before
    step(x, tl.tensor([0, 1], device="cuda"))
    assert [bits(p) for p in net.parameters()] != before


def test_a_plan_over_two_devices():
    def function(x, y):
        return (x.cuda() * 2 + y).sum(0).cpu() + x

    run = tl.compile(function)
    for _ in range(3):
        x, y = tl.randn(3), tl.randn(4, 3, device="cuda")
        assert bits(run(x, y)) == bits(function(x, y))
    labels = [s.kernel for s in run.explain().plans[0].steps]
    assert "copy_to_card" in labels and "copy_to_host" in labels


def test_constants_are_brought_to_the_card_once():
    def function(x):
        mask = tl.arange(3, device="cuda") * tl.tensor([1, 2, 3]).cuda()
        mask[0] = 7  # the plan writes it anew each time
        return x + mask, tl.eye(3, device="cuda"), F.scaled_dot_product_attention(
            x, x, x, is_causal=True)  # fmt: skip

    run, kept = tl.compile(function), []
    for _ in range(3):
        x = tl.randn(3, 3, device="cuda")
        found, wanted = run(x), function(x)
        assert [bits(a) for a in found] == [bits(a) for a in wanted]
        found[1].fill_(9)  # what a call returned is the user's
        kept.append(found)
    assert run.plans == 1 and run.recompiles == []
    labels = [s.kernel for s in run.explain().plans[0].steps]
    assert "copy_to_card" not in labels and "copy_within" in labels


def test_the_digits_example_takes_a_device():
    """A few digits through its training loop, which clips gradients and drops out."""
    images, classes = tl.rand(4, 64), tl.randint(10, (4,))
    results = []
    for device in ("cpu", "cuda"):
        data = tl.utils.data.TensorDataset(images.to(device), classes.to(device))
        model, losses, _ = digits.train(digits.OPTIMIZERS["SGD"], data, data, 1)
        assert model.first.weight.device.type == device
        results.append(losses)
    assert results[0] == pytest.approx(results[1], rel=1e-4)


def test_the_images_example_takes_a_device(tmp_path):
    """Turned images, a step of its network, and its picture."""
    images, classes = tl.rand(4, 1, 8, 8), tl.randint(10, (4,))
    losses, turned = [], []
    for device in ("cpu", "cuda"):
        tl.manual_seed(0)
        model = digit_images.Net(8, channels=2, hidden=4).to(device)
        optimizer = tl.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.02)
        data = tl.utils.data.TensorDataset(images.to(device), classes.to(device))
        turned.append(digit_images.varied(data.tensors[0]))
        step = digit_images.make_step(model, optimizer)
        losses.append([step(turned[-1], data.tensors[1]).item() for _ in range(2)])
    assert losses[0] == pytest.approx(losses[1], rel=1e-4)
    assert tl.allclose(turned[0], turned[1].cpu(), atol=1e-6)
    assert model.first.weight.device.type == "cuda" and step.plans == 1
    digit_images.plot(model, data, tmp_path / "images.png")
    assert (tmp_path / "images.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid", "gelu"])
def test_a_product_finishes_with_its_activation(activation):
    net = nn.Linear(5, 4).cuda()
    function = getattr(F, activation, None) or getattr(tl, activation)
    kernels, bias = tl.randn(3, 1, 2, 2, device="cuda"), tl.randn(3, device="cuda")

    def forward(x):
        images = function(F.conv2d(x[None, None], kernels, bias, padding=1))
        return function(net(x)) + 1, function(x @ x), images

    run = tl.compile(forward)
    with tl.no_grad():
        for _ in range(2):
            x = tl.randn(5, 5, device="cuda")
            assert [bits(a) for a in run(x)] == [bits(a) for a in forward(x)]
    labels = [s.kernel for s in run.explain().plans[0].steps]
    assert labels.count("product") == 2
    assert len(labels) == 5, "the second activation is part of its product"
    assert labels.count("contracted") == 1


def test_an_activation_that_goes_over_an_operand_stays_behind_its_product():
    """Blocks of the product would read what others have written."""

    def forward(x, w):
        tl.tanh(x @ w, out=x)

    run = tl.compile(forward)
    for _ in range(2):
        x, w = tl.randn(5, 5, device="cuda"), tl.randn(5, 5, device="cuda")
        twin = x.clone()
        run(x, w)
        forward(twin, w)
        assert bits(x) == bits(twin)
    assert len(run.explain().plans[0].steps) == 2


def test_a_product_that_others_read_is_kept():
    def forward(x):
        y = x @ x
        return y.tanh(), y

    run = tl.compile(forward)
    x = tl.randn(5, 5, device="cuda")
    assert [bits(a) for a in run(x)] == [bits(a) for a in forward(x)]
    assert len(run.explain().plans[0].steps) == 2


def test_a_device_is_part_of_a_plans_key():
    run = tl.compile(lambda x: x * 2)
    assert run(tl.ones(2)).device == tl.device("cpu")
    assert run(tl.ones(2, device="cuda")).device == tl.device("cuda:0")
    assert run.plans == 2 and run.recompiles == []


def test_the_host_reads_nothing_in_a_plan():
    with pytest.raises(tl.TraceError, match=r"item\(\), bool\(\)"):
        tl.compile(lambda x: x * x.sum().item())(tl.ones(2, device="cuda"))


def test_nothing_waits_but_checks(monkeypatch):
    """A plan without checks only puts launches into the stream."""
    net = network()
    optimizer = tl.optim.Adam(net.parameters(), lr=0.1)

    @tl.compile
    def step(x, y):
        optimizer.zero_grad()
        F.mse_loss(net(x), y).backward()
        optimizer.step()

    x, y = tl.randn(5, 4, device="cuda"), tl.randn(5, 3, device="cuda")
    step(x, y)

    def waits(*args):
        raise AssertionError("the host waits")

    for name in ("read", "synchronize"):
        monkeypatch.setattr(driver, name, waits)
    monkeypatch.setattr(driver.Stream, "synchronize", waits)
    for _ in range(2):
        step(x, y)


# ------------------------------------------------------------------ graphs


class Recorded:
    """Stands for a CUDA graph: keeps what is launched during a capture, and launches it again."""

    made = None
    capturing = None

    def capture(self, function, stream):
        assert driver.current_stream() == stream and stream.handle != 0
        self.launches = []
        Recorded.capturing, before = self.launches, Recorded.capturing
        function()
        Recorded.capturing = before
        Recorded.made.append(self)

    def launch(self, stream=None):
        for kernel, blocks, threads, words in self.launches:
            kernel.launch(blocks, threads, driver.current_stream(), words)


@pytest.fixture
def graphs(monkeypatch):
    from tensorlite.kernels.cuda import jit

    original = jit._Simulated.launch

    def launch(self, blocks, threads, stream, words):
        if Recorded.capturing is None:
            return original(self, blocks, threads, stream, words)
        return Recorded.capturing.append((self, blocks, threads, words))

    monkeypatch.setattr(jit._Simulated, "launch", launch)
    monkeypatch.setattr(driver, "graphs_offered", lambda: True)
    monkeypatch.setattr(driver, "Graph", Recorded)
    Recorded.made = []
    return Recorded.made


@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
def test_what_stays_the_same_is_a_graph(graphs, optimizer):
    def make(parameters):
        return getattr(tl.optim, optimizer)(parameters, lr=0.1)

    assert training(True, make, 6, 0.3) == training(False, make, 6, 0.3)
    assert graphs, "addresses come again, so graphs were captured"
    words = [words for graph in graphs for _, _, _, words in graph.launches]
    assert len(words) > len(graphs), "a graph holds several launches"


def test_a_graph_is_of_the_card_where_it_works(graphs, two_cards):  # noqa: F811
    run = tl.compile(lambda x: (x @ x).sum(0) * 2)
    for _ in range(4):
        x = tl.randn(3, 3, device="cuda:1")
        assert bits(run(x)) == bits((x @ x).sum(0) * 2)
    assert graphs and all(len(graph.launches) > 1 for graph in graphs)


def test_graphs_are_kept_for_a_few_sets_of_addresses(graphs):
    run = tl.compile(lambda x: (x @ x).sum(0) * 2)
    kept = [tl.randn(3, 3, device="cuda") for _ in range(2 * play.GRAPHS)]
    for _ in range(3):
        for x in kept[:2]:
            wanted = (x @ x).sum(0) * 2
            assert bits(run(x)) == bits(wanted)
            del wanted
    count = len(graphs)
    assert count
    outs = [run(x) for x in kept]
    tape = run.at_hand()[0].tape
    (part,) = [p for p in tape.parts if isinstance(p, play.Fixed)]
    assert len(part.graphs) <= play.GRAPHS
    for x, out in zip(kept, outs, strict=True):
        assert bits(out) == bits((x @ x).sum(0) * 2)


def test_copies_are_launches():
    launch = transfer.copy("within", 16)
    assert launch.label == "copy_within" and launch is transfer.copy("within", 16)
    with pytest.raises(ValueError, match="expected one of to_card, to_host, within; got 'up'"):
        transfer.copy("up", 16)
