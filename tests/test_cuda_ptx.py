"""Every CUDA kernel compiles to PTX without a card, and the compiler tells of no spills."""

import functools
import importlib.util
import math
import re
import subprocess
import sys

import pytest
from tensorlite.kernels import scalars
from tensorlite.kernels.cuda import (
    convolution,
    elementwise,
    foreach,
    index,
    jit,
    mask,
    matmul,
    pooling,
    random,
    reduction,
    rowwise,
    scan,
    sort,
    store,
)
from tensorlite.kernels.language import rows
from tensorlite.kernels.language.program import Program
from tensorlite.kernels.work import convolutions, reducers
from tensorlite.kernels.work.convolutions import Form, Frame, Geometry
from tensorlite.kernels.work.pools import Windows

import tensorlite as tl
from tensorlite.ops import cross_entropy, moments
from tensorlite.ops import normalize as norms

pytestmark = pytest.mark.cuda
CAPABILITIES = [(7, 5), (8, 0), (9, 0)]


@functools.cache
def missing():
    """Why nothing can be compiled here, if so."""
    if jit.simulated():
        return "NUMBA_ENABLE_CUDASIM is 1"
    if importlib.util.find_spec("numba_cuda") is None:
        return "the extra `cuda` is not installed"
    return None


@pytest.fixture(autouse=True)
def compiler():
    if missing():
        pytest.skip(missing())


def update(p, m, g, rate):
    return p - rate * g, 0.9 * m + g


def single(function, *dtypes, inplace=(None,)):
    return Program.single(function, dtypes, dtypes[0], (dtypes[0],) * len(inplace), inplace)


@tl.rowwise
def standardised(x):
    distance = x - sum(x) / len(x)
    return distance / (sum(distance * distance) / len(x) + 1e-5) ** 0.5


@tl.rowwise
def powered(x):
    return x**2.5 / sum(math.lgamma(x))


LAUNCHES = {}  # name: (Launch, number of addresses)
for dtype, size in (("float32", 4), ("float64", 8)):
    for function in (scalars.exp, scalars.erf, scalars.fmod, scalars.pow):
        program = single(function, *(dtype,) * (2 if function.__name__ in ("fmod", "pow") else 1))
        operands = len(program.operands)
        for name, shape, strides in (
            ("flat", (100,), [(size,)] * operands),
            ("rows", (5, 6), [(size, 400)] * (operands - 1) + [(6 * size, size)]),
            ("axes", (5, 6, 7, 8), [(0, 4, 400, 48)] * (operands - 1) + [(999, 99, 9, 1)]),
        ):
            launch = elementwise.launch(program, shape, strides)
            LAUNCHES[f"{function.__name__}-{dtype}-{name}"] = launch, operands
    for number in ("float64", "float32", "int64", "int8", "uint64", "bool"):
        program = Program.single(scalars.fmod, (dtype, number), dtype, (dtype,))
        launch = elementwise.launch(program, (5, 6), [(size, 400), (0, 0), (9, size)], hosts=(1,))
        LAUNCHES[f"number-{number}-{dtype}"] = launch, 3
    program = Program.single(update, (*(dtype,) * 3, "float64"), dtype, (dtype,) * 2, (0, 1))
    LAUNCHES[f"foreach-{dtype}"] = foreach.launch(program, 1, 1000, 3), 2
    for name in ("SUM", "ALL", "ROOT_MEAN", "MAX", "ARGMIN"):
        reducer, fed = getattr(reducers, name), "bool" if name == "ALL" else None
        for shape, strides, axes in (
            ((9000, 300), (300 * size, size), (1,)),
            ((300, 9000), (9000 * size, size), (0,)),
            ((1000, 1000), (1000 * size, size), (0, 1)),
            ((3, 40, 5, 60), (9999, 300, 60, 1), (0, 2)),
        ):
            plan = reduction.launches(
                reducers.identity(dtype, fed), reducer, shape, [strides], axes
            )
            for k, stage in enumerate(plan.stages):
                LAUNCHES[f"{name}-{dtype}-{shape}-{k}"] = stage.launch, len(stage.operands)
    for tile in matmul.TILES[size > 4 :]:
        for kind in (dtype, f"int{8 * size}"):
            launch = matmul.plan(
                kind, 500, 600, 700, (700 * size, size), (size, 700 * size), (600 * size, size),
                (3,), (2400000,), (9,), (3600000,), c_strides=(0, size), tile=tile,
                finish=scalars.erf if kind == dtype else matmul.keep,
            ).steps[0].launch  # fmt: skip
            LAUNCHES[f"matmul-{kind}-{tile.height}x{tile.width}"] = launch, 4
        form = Form((2, 1), (1, 1), (1, 2), 2)
        geometry = Geometry.of(form, 2, 60, 80, (30, 31), (3, 3), (15, 29))
        strides = (60 * 960 * size, 960 * size, 0, 31 * size, size)
        (total,) = convolutions.results(geometry, size, strides, (0, -1, -1), strides, strides)
        launch = convolution.contract(dtype, total, True, tile, scalars.erf)
        LAUNCHES[f"convolution-{dtype}-{tile.height}x{tile.width}"] = launch, 4
    launch = convolution.frame(dtype, 2, 3, (1, 9, 8), strides, Frame((0, -1, -1), (1, 11, 10)))
    LAUNCHES[f"frame-{dtype}"] = launch, 2
    row = (dtype, 90, 500)
    LAUNCHES |= {
        f"uniform-{dtype}": (random.fill("uniform", dtype, 1000), 2),
        f"normal-{dtype}": (random.fill("normal", dtype, 1000), 2),
        f"exponential-{dtype}": (random.fill("exponential", dtype, 1000), 2),
        f"bernoulli-{dtype}": (random.fill("bernoulli", dtype, 1000), 2),
        f"integers-int{8 * size}": (random.fill("integers", f"int{8 * size}", 1000), 2),
        f"dropout-{dtype}": (random.dropout(dtype, 1000), 4),
    }
    space = (dtype, (5, 6, 7), (8, 800, 80), (size, 0, 80), (999, 99, size), 6, 400)
    LAUNCHES[f"read-{dtype}"] = index.read(*space), 3
    for name in index.COMBINE:
        space = (dtype, (5, 6, 7), (8, 800, 80), (999, 99, size), (size, 0, 80), 6, 400)
        LAUNCHES[f"write_{name}-{dtype}"] = index.write(name, *space), 3
    for name in mask.BY_MASK:
        operands = {"count": 2, "positions": 3}.get(name, 4)
        LAUNCHES[f"mask_{name}-{dtype}"] = mask.by_mask(name, dtype, 9000), operands
    for few in (0, 4096):
        kind = "line" if few else "lines"
        for name in scan.KINDS:
            launch = scan.scan(name, dtype, (5, 600), (4800, size), (4800, size), 1, few=few)
            LAUNCHES[f"scan_{name}-{dtype}-{kind}"] = launch, 2
        launch = scan.extreme("max", dtype, (5, 600), *((4800, 8),) * 3, 1, few=few)
        LAUNCHES[f"scan_max-{dtype}-{kind}"] = launch, 3
    for form, windows in {
        "even": Windows((4, 9, 9), (2, 5, 5), (2, 3, 3), (2, 2, 2), (1, 1, 1)),
        "adaptive": Windows((4, 9, 9), (2, 4, 4), adaptive=True),
    }.items():
        key = f"{form}-{dtype}"
        LAUNCHES[f"max_pool-{key}"] = pooling.maximum(dtype, 6, windows, True), 3
        LAUNCHES[f"max_pool_grad-{key}"] = pooling.maximum_gradient(dtype, 6, windows), 3
        LAUNCHES[f"avg_pool-{key}"] = pooling.average(dtype, 6, windows), 2
        LAUNCHES[f"avg_pool_grad-{key}"] = pooling.average_gradients(dtype, 6, windows), 2
    for kind in (dtype, f"int{8 * size}", f"uint{8 * size}"):
        for stage in sort.sort(kind, 5, 600, True).stages:
            LAUNCHES[f"sort-{kind}-{stage.launch.label}"] = stage.launch, len(stage.operands)
        LAUNCHES[f"topk-{kind}"] = sort.topk(kind, 5, 600, 7, True), 3
        LAUNCHES[f"searchsorted-{kind}"] = sort.searchsorted(kind, 600, 5, 50, True), 3
    LAUNCHES[f"histogram-{dtype}"] = sort.histogram(dtype, 900, 7), 3
    for op in (norms._layer_norm, norms._rms_norm):
        first, *others = [op.gradient(k).program for k in range(len(op.params) - 1)]
        for k, program in enumerate((op.program, rows.merged(first, others))):
            steps = tuple({"x": 500, "g": 500}.get(name, 0) for name in program.params)
            kinds = tuple(
                "zero float64" if whole else "rows" if step == 0 else "dense"
                for whole, step in zip(program.whole, steps, strict=True)
            )
            launch = rowwise.launch(program, *row, kinds, steps)
            LAUNCHES[f"{op.name}-{k}-{dtype}"] = launch, len(kinds) + 1 + len(program.columns)
    for op in (norms._softmax, norms._log_softmax, moments._logsumexp, standardised, powered):
        for k, program in enumerate((op.program, op.gradient(0).program)):
            kinds = tuple("zero" if whole else "rows" for whole in program.whole)
            launch = rowwise.launch(program, dtype, 50, 1000, kinds, (1000,) * len(kinds))
            LAUNCHES[f"{op.name}-{k}-{dtype}"] = launch, len(kinds) + 1
    for op in (cross_entropy._giving(), cross_entropy._slope("top", "whole")):
        program = op.program
        kinds = tuple(
            "zero int64" if index else "zero" if whole else "rows"
            for whole, index in zip(program.whole, program.indices, strict=True)
        )
        launch = rowwise.launch(program, *row, kinds, (500,) * len(kinds))
        LAUNCHES[f"{op.name}-{dtype}"] = launch, len(kinds) + len(program.results)
LAUNCHES["bincount"] = sort.bincount(900), 2
LAUNCHES["combine"] = index.combine((5, 6), (8, 80), 9, 8), 2
LAUNCHES["range_check"] = index.range_check(9000, 0, 10), 2
LAUNCHES["unravel"] = mask.unravel(90, (4, 5, 6), 24, 8), 2


@pytest.mark.parametrize("name", LAUNCHES)
def test_compiles_without_spills(name):
    launch, operands = LAUNCHES[name]
    for capability in CAPABILITIES:
        assembly = launch.ptx(operands, capability)
        assert ".target sm_{}{}".format(*capability) in assembly
        entry = assembly.partition(".entry")[2].partition(")")[0]
        parameters = re.findall(r"\.param \.u64 \w+", entry)
        assert len(parameters) == launch.words(operands), "a parameter of 64 bits per word"
        told = jit.resources(assembly, capability)
        assert told["spilled"] == told["stack"] == 0 and told["registers"] <= 255
        assert ".local" not in assembly


def test_numbers_of_the_host_are_words():
    """A state of four words stands in the place of its address; a rule without numbers has none."""
    assert random.fill("uniform", "float32", 100).words(2) == 4 + 1 + 2
    program = Program.single(scalars.fabs, ("float32",), "float32", ("float32",), (0,))
    assert foreach.launch(program, 0, 100, 2).words(2) == 1 + 2
    launch = elementwise.launch(single(scalars.fmod, *["float32"] * 2), (4,), [(4,)] * 3, (1,))
    assert launch.words(3) == 3 + 1


def test_nothing_is_contracted():
    """x * y + z keeps its two roundings, so that a fused program equals its parts."""
    program = single(lambda x, y: x * y + x, "float32", "float32")
    launch = elementwise.launch(program, (100,), [(4,)] * 3)
    assembly = launch.ptx(3, (8, 0))
    assert "mul.rn.f32" in assembly and "add.rn.f32" in assembly and "fma" not in assembly


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_machine_code_is_stored(capability, tmp_path, monkeypatch):
    """What the driver loads; a second process takes it from the store, without Numba."""
    monkeypatch.setenv("TENSORLITE_CACHE", str(tmp_path))
    program = single(lambda x, y: x * y - x, "float32", "float32")
    launch = elementwise.launch(program, (100,), [(4,)] * 3, hosts=(1,))
    kernel = store.Kernel(*launch.kernel, 4)
    code, entry = kernel.machine_code(capability)
    assert code[1:4] == b"ELF" and entry.encode() in code
    stored = sorted(path.suffix for path in tmp_path.rglob("*") if path.is_file())
    assert stored == [".cubin", ".py"]
    program = (
        "import sys; from tensorlite.kernels.cuda import store; "
        f"kernel = store.Kernel({launch.kernel[0]!r}, '', 4); "
        f"code, entry = kernel.machine_code({capability}); "
        "print(len(code), entry, 'numba' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(len(code)), entry, "False"]
