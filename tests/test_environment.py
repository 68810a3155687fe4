"""Probes of the environment and its switches: programs that ask get an answer."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import tensorlite as tl
from tensorlite import info

FALSE = (
    *("backends.mps.is_available()", "backends.mps.is_built()", "backends.cudnn.is_available()"),
    *("backends.mkl.is_available()", "backends.mkldnn.is_available()", "mps.is_available()"),
    *("backends.openmp.is_available()", "backends.opt_einsum.is_available()", "xpu.is_available()"),
    *("backends.nnpack.is_available()", "backends.cusparselt.is_available()", "version.debug"),
    *("backends.kleidiai.is_available()", "mtia.is_available()", "xpu.device_count()"),
    *("cuda.is_bf16_supported()", "cuda.is_tf32_supported()", "compiled_with_cxx11_abi()"),
    *("is_autocast_enabled()", "is_vulkan_available()", "is_warn_always_enabled()"),
    *("distributed.is_available()", "distributed.is_initialized()"),
    *("distributed.is_nccl_available()", "distributed.is_torchelastic_launched()"),
    *("is_storage(3)", "is_distributed(tl.zeros(1))", "is_inference(tl.zeros(1))"),
    *("zeros(1).is_shared()", "zeros(1).is_sparse", "zeros(1).is_mps", "zeros(1).is_quantized"),
    *("zeros(1).is_meta", "zeros(1).is_set_to(tl.zeros(1))", "set_flush_denormal(True)"),
)
TRUE = (
    *("cpu.is_available()", "backends.cpu.get_cpu_capability()", "backends.cudnn.enabled"),
    *("is_storage(tl.zeros(1).storage())", "is_same_size(tl.zeros(2), tl.ones(2))"),
    *("__config__.show().startswith('tensorlite ')", "version.__version__ == tl.__version__"),
    *("zeros(1).isreal().all()", "backends.mha.get_fastpath_enabled()", "version.cuda is None"),
    *("backends.cudnn.version() is None", "cpu.device_count() == 1", "set_flush_denormal(False)"),
    *("get_num_interop_threads() == 1", "cuda.get_arch_list() == []", "get_device(tl.ones(1))"),
    *("zeros(2, 3).T.dim_order() == (1, 0)", "zeros(1).output_nr == 0"),
    *("typename(tl.zeros(1)) == 'tensorlite.FloatTensor'", "typename(3) == 'int'"),
    *("typename(tl.nn.Linear) == 'tensorlite.nn.layers.Linear'", "typename(len) == 'len'"),
    *("accelerator.is_available() == tl.cuda.is_available()",),
    *("(tl.accelerator.current_accelerator() is None) != tl.cuda.is_available()",),
)


def test_an_order_of_dims_may_be_one_of_several():
    images = tl.zeros(2, 3, 4, 5).contiguous(memory_format=tl.channels_last)
    assert images.dim_order(ambiguity_check=True) == (0, 2, 3, 1)
    both = [tl.contiguous_format, tl.channels_last]
    assert images.dim_order(ambiguity_check=both) == (0, 2, 3, 1)
    for x, check in ((images[:, :1], True), (tl.zeros(2, 1, 4, 5), both)):
        with pytest.raises(RuntimeError, match="dim_order: expected a tensor of one order of dims"):
            x.dim_order(ambiguity_check=check)
    with pytest.raises(TypeError, match="expected ambiguity_check to be a bool or memory formats"):
        images.dim_order(ambiguity_check="both")


@pytest.mark.parametrize("answer, probe", [(False, p) for p in FALSE] + [(True, p) for p in TRUE])
def test_probes(answer, probe):
    found = eval(probe if probe.startswith("(") else f"tl.{probe}", {"tl": tl})
    assert bool(found) is answer


def test_every_backend_can_be_imported_by_its_path():
    for name in tl.backends.__all__:
        assert importlib.import_module(f"tensorlite.backends.{name}") is getattr(tl.backends, name)


def test_switches_are_remembered():
    cudnn = tl.backends.cudnn
    with cudnn.flags(deterministic=True, benchmark=True):
        assert cudnn.deterministic and cudnn.benchmark
    assert not cudnn.deterministic and not cudnn.benchmark
    with pytest.raises(TypeError, match="flags: expected a switch that is there; got fast="):
        cudnn.flags(fast=True).__enter__()
    tl.use_deterministic_algorithms(True, warn_only=True)
    assert tl.are_deterministic_algorithms_enabled() and tl.get_deterministic_debug_mode() == 1
    tl.set_deterministic_debug_mode("default")
    assert not tl.is_deterministic_algorithms_warn_only_enabled()
    assert not tl.are_deterministic_algorithms_enabled()
    tl.set_float32_matmul_precision("high")
    assert tl.get_float32_matmul_precision() == "high"
    tl.set_float32_matmul_precision("highest")


@pytest.mark.parametrize(
    "call, kind, text",
    [
        ("set_float32_matmul_precision('low')", RuntimeError, "expected precision to be one of"),
        ("use_deterministic_algorithms(1)", TypeError, "expected a bool; got int 1"),
        ("set_deterministic_debug_mode(3)", RuntimeError, "expected debug_mode to be 0, 1, 2"),
        ("set_num_interop_threads(0)", RuntimeError, "expected number to be a positive integer"),
        ("mps.empty_cache()", AttributeError, "expected a device of this type; got none"),
    ],
)
def test_what_cannot_be_is_refused(call, kind, text):
    with pytest.raises(kind, match=text):
        eval(f"tl.{call}", {"tl": tl})


def test_a_fork_of_the_generator():
    tl.random.manual_seed(3)
    assert tl.random.initial_seed() == tl.cuda.initial_seed() == 3
    with tl.random.fork_rng():
        inside = tl.rand(3)
    assert tl.equal(tl.rand(3), inside)
    with tl.random.fork_rng(enabled=False):
        inside = tl.rand(3)
    assert not tl.equal(tl.rand(3), inside)


def test_functions_that_write_their_first_argument():
    x = tl.zeros(3)
    assert tl.exp_(x) is x and tl.fill_(x, 2.0) is x and tl.clamp_(x, max=1.0) is x
    assert x.tolist() == [1.0, 1.0, 1.0] and tl.detach(x).tolist() == x.tolist()
    assert tl.zero_(tl.relu_(x)).sum() == 0 and tl.selu(tl.zeros(1)) == 0


def test_probes_load_little():
    code = (
        "import sys, tensorlite as tl; tl.backends.mps.is_available(); tl.mps.is_available();"
        "tl.version.cuda; tl.random.seed(); print('numba' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_the_default_device():
    assert tl.get_default_device() is tl.device("cpu")
    with tl.device("cpu") as where:
        assert tl.get_default_device() is where is tl.zeros(2).device
        assert tl.as_tensor([1], None, "cpu").device is where
    tl.set_default_device("cpu")
    tl.set_default_device(None)
    with pytest.raises(RuntimeError, match="set_default_device: expected device to be 'cpu', 'cud"):
        tl.set_default_device("tpu")
    assert tl.get_default_device() is tl.device("cpu")


def test_devices_that_only_pytorch_has_are_named_and_hold_nothing():
    meta, mps = tl.device("meta"), tl.device("mps:1")
    assert (str(meta), mps.type, mps.index) == ("meta", "mps", 1)
    assert tl.zeros(2).device != meta
    message = "expected.* 'cpu', 'cuda' or 'cuda:<index>'; got"
    with tl.device("cpu"):
        for made in (lambda: tl.zeros(2, device=mps), lambda: tl.ones(2).to(meta), meta.__enter__):
            with pytest.raises(NotImplementedError, match=message):
                made()
    assert tl.get_default_device() is tl.device("cpu")
    with pytest.raises(RuntimeError, match=message):
        tl.device("tpu")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lambda: tl.ones(2).refine_names, "Tensor.refine_names: .* got named dims; try dims"),
        (lambda: tl.cuda.jiterator, r"jiterator: .* try tl\.elementwise"),
        (lambda: tl.ones(2).nothing, "'Tensor' object has no attribute 'nothing'"),
    ],
)
def test_names_that_stay_away_say_what_to_use(read, text):
    with pytest.raises(AttributeError, match=text):
        read()


def test_a_checkout_is_whole_beside_an_installed_wheel(tmp_path):
    """`tensorlite/` of the working folder came first, and found no `tensorlite.kernels`."""
    root = Path(__file__).parent.parent
    code = (
        "import sys"
        "; sys.meta_path[:] = [f for f in sys.meta_path if 'editable' not in f.__module__]"
        f"; sys.path.insert(0, {str(root)!r}); import tensorlite.kernels.cpu.machine as m"
        "; import tensorlite as tl; print(tl.ones(2).tolist(), m.__file__)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                           cwd=tmp_path)  # fmt: skip
    assert found.stdout.split() == ["[1.0,", "1.0]", str(root / "kernels/cpu/machine.py")]


def test_info_tells_what_a_report_needs(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("TENSORLITE_CACHE", str(tmp_path / "none"))
    info.main()
    told = dict(line.split(None, 1) for line in capsys.readouterr().out.splitlines())
    assert told["tensorlite"].startswith(tl.__version__)
    assert told["TENSORLITE_CACHE"] == str(tmp_path / "none")
    assert "not there yet" in info.collect()["kernel store"]
    assert {"Python", "CPU", "threads", "numpy", "numba", "llvmlite"} <= told.keys()
    (tmp_path / "none" / "cpu").mkdir(parents=True)
    (tmp_path / "none" / "cpu" / "exp.o").write_bytes(bytes(1_500_000))
    assert info.collect()["kernel store"].endswith("none, 1 kernels of 1.5 MB")


def test_what_needs_a_group_of_processes_says_so():
    from tensorlite.distributed import all_reduce, init_process_group

    for function in (all_reduce, init_process_group):
        wanted = rf"distributed.{function.__name__}: expected a group of processes; got one process"
        with pytest.raises(ValueError, match=wanted):
            function(tl.zeros(1), op=tl.distributed.ReduceOp.SUM)
    others = ("Group", "Op", "Member", "available", "initialized", "launched")
    functions = [name for name in tl.distributed.__all__ if not name.endswith(others)]
    functions.remove("group")
    assert len(functions) == 19
    for name in functions:
        with pytest.raises(ValueError, match=rf"distributed.{name}: expected"):
            getattr(tl.distributed, name)()


def test_programs_for_many_processes_import_and_ask():
    import tensorlite.distributed.nn as collective

    from tensorlite.distributed import nn as same

    assert same is collective and collective.all_reduce is tl.distributed.all_reduce
    assert tl.distributed.group.WORLD is tl.distributed.GroupMember.WORLD is None


def test_what_libraries_ask_in_passing(monkeypatch):
    monkeypatch.setenv("TORCH_HOME", "/weights")
    assert tl.hub._get_torch_home() == "/weights"
    assert tl.onnx.is_in_onnx_export() is False and tl.Future is tl.futures.Future
    tl._assert_async(tl.tensor(True), "never said")
    with pytest.raises(RuntimeError, match=r"^below 0$"):
        tl._assert_async(tl.tensor(-1.0) >= 0, "below 0")


def test_ways_of_attention_are_kept_and_change_nothing():
    cuda = tl.backends.cuda
    for way in ("flash", "mem_efficient", "math", "cudnn"):
        enable, is_enabled = (getattr(cuda, f"{name}") for name in
                              (f"enable_{way}_sdp", f"{way}_sdp_enabled"))  # fmt: skip
        assert is_enabled()
        enable(False)
        assert not is_enabled()
        enable(True)
    with pytest.warns(FutureWarning, match="sdpa_kernel"), cuda.sdp_kernel(enable_flash=False):
        pass
    with pytest.warns(FutureWarning), pytest.raises(AssertionError, match="At least one"):
        cuda.sdp_kernel(False, False, False, False).__enter__()


def test_strategies_of_sharing_are_kept():
    sharing = tl.multiprocessing
    before = sharing.get_sharing_strategy()
    for name in (*sharing.get_all_sharing_strategies(), before):
        sharing.set_sharing_strategy(name)
        assert sharing.get_sharing_strategy() == name
    with pytest.raises(ValueError, match=r"sharing_strategy: expected .*; got 'shared'"):
        sharing.set_sharing_strategy("shared")
    assert sharing.get_sharing_strategy() == before


PARSED = {  # arguments of a Module's `to`
    "nothing": lambda lib, x: lib._C._nn._parse_to(),
    "a name": lambda lib, x: lib._C._nn._parse_to("cpu"),
    "a dtype": lambda lib, x: lib._C._nn._parse_to(lib.float64),
    "another's": lambda lib, x: lib._C._nn._parse_to(x),
    "all in order": lambda lib, x: lib._C._nn._parse_to(lib.device("cpu"), lib.float16, True),
    "by name": lambda lib, x: lib._C._nn._parse_to(device="cpu", dtype=lib.float32),
    "not blocking": lambda lib, x: lib._C._nn._parse_to(x, non_blocking=True),
    "a format": lambda lib, x: lib._C._nn._parse_to(x, memory_format=lib.channels_last),
}


@pytest.mark.torch
@pytest.mark.parametrize("name", PARSED)
def test_arguments_of_to_by_the_private_path(name):
    torch = pytest.importorskip("torch")
    mine = PARSED[name](tl, tl.ones(2, dtype=tl.float64))
    theirs = PARSED[name](torch, torch.ones(2, dtype=torch.float64))
    assert repr(mine).replace("tensorlite", "torch") == repr(theirs)


def test_no_more_is_at_the_private_path():
    assert tl._C._log_api_usage_once("a library") is None
    assert tl._C._get_tracing_state() is None
    assert tl._C._LinAlgError is tl.linalg.LinAlgError
    with pytest.raises(AttributeError, match=r"module 'tensorlite._C' has no attribute '_cuda'"):
        tl._C._cuda  # noqa: B018
