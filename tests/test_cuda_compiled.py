"""What Numba makes of the CUDA kernels, run on the CPU: the LLVM code that NVVM gets.

The simulator runs the text of a kernel in Python; here its types and its code are those of a card.
The code is translated to this CPU's pointers, each thread of a block is a Python thread, and a
barrier is a barrier. So the tests of the simulator run once more.
"""

import ctypes
import functools
import importlib.util
import re
import threading

import numpy as np
import pytest
import test_elementwise_kernel
import test_index_kernel
import test_matmul_kernel
import test_normalize_kernel
import test_random_kernel
import test_reduction_kernel
import test_scan_sort_kernel
from kernel_devices import devices_of
from llvmlite import binding as llvm
from tensorlite.kernels.cuda import (
    host,
    jit,
    matmul,
    reduction,
    rowwise,
    scan,
    sort,
    store,
    system,
)
from tensorlite.kernels.reference import rows as reference
from tensorlite.kernels.work import reducers

from tensorlite.ops.normalize import _softmax

pytestmark = [
    pytest.mark.cuda,
    pytest.mark.skipif(
        importlib.util.find_spec("numba_cuda") is None, reason="the extra `cuda` is not installed"
    ),
]
TYPE = r"(?:i\d+|float|double|half|ptr)"
RENAMED = {
    "llvm.nvvm.barrier0": "host_barrier", "llvm.nvvm.barrier0.or": "host_barrier_or",
    "llvm.nvvm.barrier.cta.sync.aligned.all": "host_barrier",
    "__nv_fabsf": "fabsf", "__nv_fabs": "fabs", "__nv_rintf": "rintf", "__nv_rint": "rint",
}  # fmt: skip
own = threading.local()  # block, thread, sizes, what the threads say, barrier


def register(name):
    """What a special register holds for this thread."""
    block, thread, blocks, threads, *_ = own.state
    return {"ctaid.x": block, "tid.x": thread, "nctaid.x": blocks, "ntid.x": threads}.get(name, 0)


def wait():
    own.state[-1].wait(300)
    return 0


def wait_or(word):
    """Whether the word of any thread of the block is not zero."""
    _, thread, *_, said, _ = own.state
    said[thread] = word
    wait()
    found = any(said)
    wait()  # nobody says another word before all have heard these
    return found


@functools.cache
def symbols():
    """The functions that stand for a card's registers and barrier; kept alive here."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    kind = ctypes.CFUNCTYPE(ctypes.c_int32)
    functions = {"host_barrier": kind(wait)}
    functions["host_barrier_or"] = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_int32)(wait_or)
    for name in ("tid", "ctaid", "ntid", "nctaid"):
        for axis in "xyz":
            register_of = functools.partial(register, f"{name}.{axis}")
            functions[f"host_{name}_{axis}"] = kind(register_of)
    for name, function in functions.items():
        llvm.add_symbol(name, ctypes.cast(function, ctypes.c_void_p).value)
    return functions


def opaque(line):
    """A line of LLVM assembly whose pointers have no types, as today's LLVM wants them."""
    pointer = re.compile(r"( addrspace\(\d+\))?\*")
    while match := pointer.search(line):
        start, space = match.start(), match[1] or ""
        if line[start - 1] in "}])>":
            depth = 0
            for start in range(match.start() - 1, -1, -1):
                depth += (line[start] in "}])>") - (line[start] in "{[(<")
                if depth == 0:
                    break
            if line[match.start() - 1] == ")":  # of a function: its result stands before
                start = re.search(r"[\w*]+ *$", line[:start]).start()
        else:
            start = re.search(rf"{TYPE}(?: addrspace\(\d+\))?$", line[:start]).start()
        line = line[:start] + "ptr" + space + line[match.end() :]
    return line


def translated(assembly):
    """LLVM assembly for a card as assembly for this CPU."""
    lines = []
    for line in assembly.splitlines():
        if line.startswith(("target ", "!", '@"llvm.used"', "@llvm.used")):
            continue
        line = re.sub(r"llvm\.nvvm\.read\.ptx\.sreg\.(\w+)\.([xyz])", r"host_\1_\2", line)
        line = re.sub(r", ![\w.]+ !\d+", "", line)  # what the compiler was told beside the code
        for name, other in RENAMED.items():
            line = line.replace(f'"{name}"', f'"{other}"')
        lines.append(opaque(line))
    return "\n".join(lines)


@functools.cache
def function(name, text, words):
    """The address of a kernel, compiled by Numba for a card and by LLVM for this CPU."""
    from numba.cuda import compiler
    from tensorlite.kernels.internals import numba_cuda

    symbols()
    with numba_cuda.exact((8, 0)):
        kernel = jit._executed(name, text)[name]
        library, _ = compiler._compile_pyfunc_with_fixup(
            kernel, jit._signature(words), device=False, abi="numba", cc=(8, 0)
        )
    machine = llvm.Target.from_default_triple().create_target_machine(opt=0, jit=True)
    module, *others = map(llvm.parse_assembly, map(translated, library.llvm_strs))
    for other in others:
        module.link_in(other)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    return engine, engine.get_function_address(library._entry_name)


class Host:
    """A kernel that takes its blocks one after the other, each thread in a Python thread."""

    def __init__(self, name, text, words):
        _, address = function(name, text, words)
        self.function = ctypes.CFUNCTYPE(None, *[ctypes.c_int64] * words)(address)

    def launch(self, blocks, threads, stream, args):
        for block in range(blocks):
            shared = [0] * threads, threading.Barrier(threads)
            states = [(block, thread, blocks, threads, *shared) for thread in range(threads)]
            started = [threading.Thread(target=self.one, args=(state, args)) for state in states]
            for thread in started:
                thread.start()
            for thread in started:
                thread.join()
            assert not shared[1].broken

    def one(self, state, args):
        own.state = state
        self.function(*map(int, args))


HOST = host.Simulator()  # whose memory the kernels work on


@pytest.fixture(autouse=True)
def compiled(monkeypatch):
    monkeypatch.setattr(store, "compiled", Host)
    monkeypatch.setattr(system, "_opened", lambda: (HOST, ""))


@pytest.fixture
def device(device, monkeypatch):
    """CUDA, and no simulator."""
    monkeypatch.setattr(system, "SIMULATED", False)
    return device


DEVICES = ("cuda",)  # of the tests that take a device
width = test_matmul_kernel.width  # a fixture
MODULES = (test_elementwise_kernel, test_index_kernel, test_matmul_kernel, test_normalize_kernel,
           test_random_kernel, test_reduction_kernel, test_scan_sort_kernel)  # fmt: skip
for module in MODULES:
    subject = module.__name__.removeprefix("test_").removesuffix("_kernel")
    for name, test in vars(module).items():
        if name.startswith("test_") and "cuda" in devices_of(test):
            globals()[f"{name}_{subject}"] = test


def test_pointers_lose_their_types():
    assert opaque("%x = load {i8*, [1 x i64]}, {i8*, [1 x i64]}* %y") == (
        "%x = load {ptr, [1 x i64]}, ptr %y"
    )
    assert opaque("[4 x float] addrspace(3)* @s") == "ptr addrspace(3) @s"
    assert opaque("load <4 x float>, <4 x float>* %p, align 16") == (
        "load <4 x float>, ptr %p, align 16"
    )
    assert opaque("i8** %a, void (i64, i8*)* %f") == "ptr %a, ptr %f"


# ------------------------------------------------------- blocks and tiles as they are on a card


@pytest.mark.parametrize("tile", matmul.TILES, ids=str)
def test_whole_tiles(device, tile):
    m, n, k = tile.height + 3, tile.width - 5, tile.depth + 1
    a, b = test_matmul_kernel.sample((m, k)), test_matmul_kernel.sample((n, k)).T
    for x, y in ((a, b), (np.asfortranarray(a), b.copy())):
        test_matmul_kernel.check(a, b, test_matmul_kernel.multiply(device, x, y, tile=tile))


def test_whole_blocks():
    x = np.random.default_rng(0).standard_normal((2, 3000)).astype("f4")
    out, index = np.empty_like(x), np.empty(x.shape, np.int64)
    launch = rowwise.launch(_softmax.program, "float32", *x.shape, ("dense",), (x.shape[1],))
    launch(x.ctypes.data, out.ctypes.data)
    np.testing.assert_allclose(out, reference.run(_softmax.program, x), 1e-5)
    for axes, shape in (((1,), (2,)), ((0,), (3000,)), ((0, 1), ())):
        total, place = np.empty(shape, "f4"), np.empty(shape, np.int64)
        for reducer, result in ((reducers.SUM, total), (reducers.ARGMAX, place)):
            strides = [x.strides]
            plan = reduction.launches(
                reducers.identity("float32"), reducer, x.shape, strides, axes
            )
            scratch = np.empty(plan.scratch + 1, np.uint8)
            spare = [scratch.ctypes.data] if plan.scratch else []
            plan.launch(x.ctypes.data, result.ctypes.data, *spare)
        np.testing.assert_allclose(total, x.sum(axes, "f8"), 1e-5, 1e-4)
        np.testing.assert_array_equal(place, x.argmax(None if shape == () else axes[0]))
    scan.scan("sum", "float32", x.shape, x.strides, x.strides, 1)(x.ctypes.data, out.ctypes.data)
    np.testing.assert_allclose(out, x.cumsum(1, "f8"), 1e-5, 1e-5)
    plan = sort.sort("float32", *x.shape, False)
    scratch = np.empty(plan.scratch, np.uint8)
    plan(*(array.ctypes.data for array in (x, out, index, scratch)))
    np.testing.assert_array_equal(out, np.sort(x, 1))
    np.testing.assert_array_equal(index, np.argsort(x, 1, kind="stable"))
