"""Self-test: layers, optimizers, compiled steps and a training run."""

import functools
import importlib.util
import itertools
from typing import Any

import tensorlite as tl

from ..examples import digits
from ..kernels.cuda import driver
from ..kernels.cuda.play import Fixed
from .compare import SEED, Case, Data, Mismatch, moved, same

nn, optim, F = tl.nn, tl.optim, tl.nn.functional


# ------------------------------------------------------------------ layers


def layers(sizes):
    """Recurrent layers, attention and a Transformer's layer, with gradients of all parameters."""
    data = Data("layers")
    batch, steps, width = sizes.batch, sizes.steps, sizes.width
    x = data.normal(steps, batch, width)
    terms = x.numel()
    for name, make in {
        "RNN": lambda: nn.RNN(width, width, 2),
        "RNN with relu, both directions": lambda: nn.RNN(width, width, nonlinearity="relu",
                                                         bidirectional=True),
        "LSTM": lambda: nn.LSTM(width, width, 2),
        "GRU": lambda: nn.GRU(width, width),
        "MultiheadAttention": lambda: _SelfAttention(width),
        "TransformerEncoderLayer": lambda: nn.TransformerEncoderLayer(width, 2, 2 * width, 0.0),
        "Linear, LayerNorm, GELU": lambda: nn.Sequential(nn.Linear(width, width),
                                                         nn.LayerNorm(width), nn.GELU()),
    }.items():  # fmt: skip
        yield Case(name, functools.partial(_layer, make), (x,), terms=terms)
    q, k, v = (data.normal(batch, 2, steps, width) for _ in range(3))
    attention = F.scaled_dot_product_attention
    yield Case("attention", attention, (q, k, v), gradients=True)
    yield Case("causal attention", functools.partial(attention, is_causal=True), (q, k, v),
               gradients=True)  # fmt: skip
    seen = data.flags(steps, steps) | tl.eye(steps).bool()
    yield Case("attention with a mask", attention, (q, k, v, seen), gradients=True)


class _SelfAttention(nn.Module):
    """Attention of a sequence to itself."""

    def __init__(self, width):
        super().__init__()
        self.inner = nn.MultiheadAttention(width, 2)

    def forward(self, x):
        return self.inner(x, x, x)[0]


def _layer(make, x):
    """What a layer gives, and the gradients of its parameters and its input."""
    module, x = make().to(x.device), x.detach().requires_grad_()
    out = module(x)
    first = out[0] if isinstance(out, tuple) else out
    wanted = [x, *module.parameters()]
    return out, tl.autograd.grad((first * first.detach().cos()).sum(), wanted)


# ------------------------------------------------------------------ optimizers


OPTIONS = {
    "SGD": ({"lr": 0.1}, {"lr": 0.1, "momentum": 0.9},
            {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01}),
    "Adam": ({}, {"amsgrad": True, "weight_decay": 0.01}),
    "RMSprop": ({}, {"momentum": 0.9, "centered": True}),
    "Adagrad": ({}, {"lr_decay": 0.1}),
}  # fmt: skip


SUMMING = (optim.Adafactor, optim.LBFGS, optim.Muon)  # over whole parameters: near the CPU


def optimizers(sizes):
    """All optimizers, three steps each: the bits of the CPU, where no step sums up."""
    data = Data("optimizers")
    parameters = [data.normal(*shape) for shape in ((sizes.width, 5), (sizes.width,), ())]
    for name in optim.__all__:
        kind = getattr(optim, name)
        if not isinstance(kind, type) or kind in (optim.Optimizer, optim.SparseAdam):
            continue
        given = parameters[:1] if kind is optim.Muon else parameters  # it takes matrices
        for options in OPTIONS.get(name, ({},)):
            told = ", ".join(f"{key}={value}" for key, value in options.items())
            yield Case(f"{name}({told})", functools.partial(_optimized, kind, options),
                       (given,), exact=kind not in SUMMING)  # fmt: skip
    yield Case("clip_grad_norm_", _clipped, (parameters,))


def _optimized(kind, options, values):
    parameters = [x.clone().requires_grad_() for x in values]
    optimizer = kind(parameters, **options)
    for step in range(3):
        optimizer.step(functools.partial(_graded, parameters, step))
    return parameters


def _graded(parameters, step):
    """A loss, and its gradients put where an optimizer finds them."""
    with tl.no_grad():
        loss = sum((0.25 * x * x + step * x).sum() for x in parameters)
    for x in parameters:
        x.grad = x.detach() * 0.5 + step
    return loss


def _clipped(values):
    parameters = [x.clone().requires_grad_() for x in values]
    for x in parameters:
        x.grad = x.detach() * 3
    norm = nn.utils.clip_grad_norm_(parameters, 1.0)
    return norm, [x.grad for x in parameters]


# ------------------------------------------------------------------ compiled steps


class Training:
    """
    A network and an optimizer on a device, and steps of training.

    Parameters
    ----------
    sizes : sequence of int
        Of the layers.
    device : device
    make : callable
        The optimizer of some parameters.
    compiled : bool
    dropout : float
    """

    def __init__(self, sizes, device, make, compiled=False, dropout=0.0):
        tl.manual_seed(SEED)
        layers: list[nn.Module] = [nn.Linear(*sizes[:2])]
        for m, n in itertools.pairwise(sizes[1:]):
            layers += [nn.ReLU(), nn.Dropout(dropout), nn.Linear(m, n)]
        self.model = nn.Sequential(*layers).to(device)
        self.optimizer = make(self.model.parameters())
        self.step: Any = tl.compile(self._step) if compiled else self._step

    def _step(self, x, y):
        self.optimizer.zero_grad()
        loss = F.cross_entropy(self.model(x), y)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return loss

    def losses(self, batches):
        """The losses of a step for each batch; the learning rate is halved half way."""
        found = []
        for number, (x, y) in enumerate(batches):
            if number == len(batches) // 2:
                for group in self.optimizer.param_groups:
                    group["lr"] *= 0.5
            found.append(self.step(x, y).detach().clone())
        return found

    @property
    def state(self):
        """The parameters."""
        return [x.detach() for x in self.model.parameters()]


OPTIMIZERS = {
    "SGD with momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9),
    "Adam": lambda p: optim.Adam(p, lr=0.01),
    "Adagrad": lambda p: optim.Adagrad(p, lr=0.05),
}


def batches_of(run, count):
    """Inputs and targets on the CPU: two batches in turn, for graphs come where memory is known."""
    data, sizes, rows = Data("batches"), run.sizes.hidden, 2 * run.sizes.batch
    two = [(data.normal(rows, sizes[0]), data.whole(0, sizes[-1], rows)) for _ in range(2)]
    return [two[number % 2] for number in range(count)]


def plans(run):
    """A compiled step of training has the bits of an eager one, whatever the learning rate."""
    chosen = list(OPTIMIZERS)[: 1 if run.quick else None]
    batches = batches_of(run, 4 if run.quick and run.simulated else 12)
    for name in chosen:
        for dropout in (0.0, 0.25) if not run.quick else (0.25,):
            title = f"{name}, dropout {dropout}: "
            run.check(f"{title}compiled equals eager",
                      functools.partial(_same_bits, run, name, dropout, batches))  # fmt: skip
            run.check(f"{title}near the CPU",
                      functools.partial(_near_cpu, run, name, dropout, batches))  # fmt: skip
    run.check("compiled forward with gradients", functools.partial(_forward, run))
    run.check("a compiled step refuses a class out of range", functools.partial(_refusal, run))
    run.check("explain() tells of each step", functools.partial(_explained, run, batches[0]))


def _same_bits(run, name, dropout, batches):
    first, second = moved(batches[:2], run.device)
    batches = [first, second] * (len(batches) // 2)
    results = []
    for compiled in (False, True):
        training = Training(run.sizes.hidden, run.device, OPTIMIZERS[name], compiled, dropout)
        tl.manual_seed(SEED)
        results.append((training.losses(batches), training.state))
    count, again = training.step.plans, training.step.recompiles
    graphs, launches, runs = _graphs(training.step)
    run.group.notes.append(
        f"{name}, dropout {dropout}: {launches} launches, {runs} runs of them without the host; "
        f"{graphs} CUDA graphs were captured"
        + ("" if driver.graphs_offered() else ", for none are offered here") + "."
    )  # fmt: skip
    if count != 1 or again:
        raise Mismatch(f"expected one plan, never recorded again; got {count}, because of {again}")
    if driver.graphs_offered() and not graphs:
        raise Mismatch("expected CUDA graphs, which are offered here; got none")
    return same(results[1], results[0], run.device)


def _graphs(compiled):
    """How many CUDA graphs the plans of a compiled function hold, of how many launches and runs."""
    sequences = [plan.tape for plan in compiled.at_hand()]
    runs = [part for sequence in sequences for part in sequence.parts if isinstance(part, Fixed)]
    graphs = sum(graph is not None for part in runs for graph in part.graphs.values())
    return graphs, sum(len(sequence.steps) for sequence in sequences), len(runs)


def _near_cpu(run, name, dropout, batches):
    results = []
    for device in (run.device, tl.device("cpu")):
        training = Training(run.sizes.hidden, device, OPTIMIZERS[name], True, dropout)
        tl.manual_seed(SEED)
        results.append(training.losses(moved(batches, device)))
    terms = 100 * len(batches) * max(run.sizes.hidden)  # each step starts from the last one's error
    card, cpu = results
    return same(card, cpu, run.device, exact=False, terms=terms)


def _forward(run):
    data = Data("forward")
    x = data.normal(run.sizes.batch, run.sizes.width).to(run.device)
    weight = data.normal(run.sizes.width, run.sizes.width).to(run.device)
    results = []
    for function in (_formula, tl.compile(_formula)):
        operands = [x.detach().requires_grad_(), weight.detach().requires_grad_()]
        out = function(*operands)
        results.append((out, tl.autograd.grad(out, operands, tl.cos(out.detach()))))
    return same(results[1], results[0], run.device)


def _formula(x, weight):
    return (F.gelu(x @ weight) * 2 + x.sum(dim=0)).softmax(dim=1)


def _refusal(run):
    """The step raises, and neither parameters nor the state of the optimizer change."""
    ((x, y),) = moved(batches_of(run, 1), run.device)
    training = Training(run.sizes.hidden, run.device, OPTIMIZERS["Adam"], True)
    training.step(x, y)
    before = [x.clone() for x in training.state]
    bad = y.clone()
    bad[0] = run.sizes.hidden[-1]
    try:
        training.step(x, bad)
    except IndexError:
        same(training.state, before, run.device)
    else:
        raise Mismatch("expected an IndexError; got none")


def _explained(run, batch):
    training = Training(run.sizes.hidden, run.device, OPTIMIZERS["SGD with momentum"], True)
    training.step(*moved(batch, run.device))
    explanation = training.step.explain()
    (plan,) = explanation.plans
    if not plan.steps or plan.seconds <= 0:
        raise Mismatch(f"expected steps that take time; got {plan.summary}")
    if not run.simulated:
        table = plan.table(explanation.peak)
        run.group.tables.append((plan.title, table.titles, table.rows))
        run.group.notes.append(str(explanation.peak))


# ------------------------------------------------------------------ a training run


def training(run):
    """A network learns on the card what it learns on the CPU."""
    if run.simulated:
        run.group.notes.append("A tiny network, for this is the simulator.")
        run.check("losses near the CPU's", functools.partial(
            _near_cpu, run, "Adam", 0.1, batches_of(run, 3 if run.quick else 12)))  # fmt: skip
        return
    if importlib.util.find_spec("sklearn") is None:
        run.group.notes.append("scikit-learn is not installed: clouds of points, not digits.")
        sets = _clouds()
    else:
        sets = digits.load_digits()[:2]
    for name in ("SGD", "Adam"):
        run.check(f"accuracy with {name}", functools.partial(_learned, run, name, sets))


def _clouds(classes=10, count=1800):
    """Points (count, 64) around ten centres, and which one: for training, and for testing."""
    data = Data("clouds")
    centres, y = data.normal(classes, 64), data.whole(0, classes, count)
    x = centres[y] * 0.6 + data.normal(count, 64)
    split = 3 * count // 4
    dataset = tl.utils.data.TensorDataset
    return dataset(x[:split], y[:split]), dataset(x[split:], y[split:])


def _learned(run, name, sets):
    accuracies = [_accuracy(run, name, sets, device) for device in (run.device, tl.device("cpu"))]
    card, cpu = accuracies
    run.group.notes.append(f"{name}: {100 * card:.2f} % on the card, {100 * cpu:.2f} % on the CPU.")
    if card < cpu - 0.01:
        raise Mismatch(f"expected at least {100 * cpu - 1:.2f} %; got {100 * card:.2f} %")


def _accuracy(run, name, sets, device):
    """The share of digits that are named rightly after some epochs of compiled steps."""
    tl.manual_seed(0)
    model = digits.Net().to(device)
    optimizer = digits.OPTIMIZERS[name](model.parameters())
    step = tl.compile(digits.make_step(model, optimizer))
    loader = tl.utils.data.DataLoader(sets[0], batch_size=64, shuffle=True)
    for _ in range(run.sizes.epochs):
        for images, classes in loader:
            step(images.to(device), classes.to(device))
    held_out = tl.utils.data.TensorDataset(*(x.to(device) for x in sets[1].tensors))
    return digits.accuracy(model, held_out)
