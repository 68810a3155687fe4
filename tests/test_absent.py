"""Names that are not there say what to use, or what may have been meant."""

import functools
import importlib
import re

import pytest

import tensorlite as tl
from tensorlite.absent import REFUSED

SAID = {
    "tl.matmull": "module 'tensorlite' has no attribute 'matmull'; did you mean 'matmul'?",
    "tl.zzzzz": "module 'tensorlite' has no attribute 'zzzzz'",
    "tl.ones(2).reshap": "'Tensor' object has no attribute 'reshap'; did you mean 'reshape'?",
    "tl.ones(2).to_sparse": "Tensor.to_sparse: expected what tensorlite has; got sparse layouts; "
    "try dense tensors with index_add_(), scatter_add_() or embedding_bag()",
    "tl.ones(2).q_per_channel_axis": "Tensor.q_per_channel_axis: expected what tensorlite has; "
    "got quantised numbers; try float32",
    "tl.nn.quantized": "tensorlite.nn.quantized: expected what tensorlite has; "
    "got quantised numbers; try float32",
    "tl.lobpcg": "tensorlite.lobpcg: expected what tensorlite has; "
    "got a few eigenvalues by iteration; try linalg.eigh(), or SciPy's lobpcg",
    "tl.utils.benchmark": "tensorlite.utils.benchmark: expected what tensorlite has; got timers; "
    "try timeit of the standard library, after a first call that compiles",
    "tl.export": "tensorlite.export: expected what tensorlite has; got graphs of other compilers; "
    "try tl.compile(), whose plans explain() shows",
    "tl.onnx.export": "tensorlite.onnx.export: expected what tensorlite has; "
    "got models written as ONNX; try onnx.load(), or save() of a state_dict",
    "tl.serialization.add_safe_globals": "tensorlite.serialization.add_safe_globals: expected "
    "what tensorlite has; got files with classes of one's own; try save(model.state_dict())",
    "tl.FloatStorage": "tensorlite.FloatStorage: expected what tensorlite has; "
    "got storages of one dtype; try a tensor, or its untyped_storage()",
    "tl.ones(2).as_subclass": "Tensor.as_subclass: expected what tensorlite has; "
    "got dispatch to subclasses of tensors; try functions of your own",
    "tl.distributed.rpc": "tensorlite.distributed.rpc: expected what tensorlite has; "
    "got processes that share tensors; try mpi4py, or DataLoader(num_workers=)",
}


@pytest.mark.parametrize("text", SAID)
def test_what_is_said(text):
    with pytest.raises(AttributeError) as caught:
        eval(text)
    assert str(caught.value) == SAID[text]
    assert caught.value.name in text


def names_of_kinds(torch):
    """Names of PyTorch's of the layouts and numbers that are refused, by what they contain."""
    kinds = ("to_sparse", "sparse_", "_csr", "_csc", "_bsr", "_bsc", "crow_", "col_ind", "row_ind",
             "q_per", "quint", "qint", "quantize_", "per_tensor_", "per_channel_", "coalesce",
             "nested")  # fmt: skip
    for where in (torch, torch.Tensor):
        for name in dir(where):
            if not name.startswith(("_", "is_", "fbgemm_")) and any(kind in name for kind in kinds):
                yield name


@pytest.mark.torch
def test_each_name_of_these_kinds_says_what_to_use():
    torch = pytest.importorskip("torch")
    rest = {"ccol_indices_copy", "col_indices_copy", "crow_indices_copy", "row_indices_copy",
            "per_channel_affine_float_qparams"}  # of which PATTERNS tells  # fmt: skip
    names = {name for name in names_of_kinds(torch)
             if not isinstance(getattr(torch, name, None), torch.layout)}  # fmt: skip
    assert len(names) >= 40 and names - REFUSED.keys() == rest


@pytest.mark.parametrize("name", ["complex32", "float8_e4m3fn"])
def test_dtypes_that_are_not_there(name):
    with pytest.raises(AttributeError, match=f"'{name}'; its dtypes are bool, uint8"):
        getattr(tl, name)


def test_what_is_refused_is_not_there():
    x = tl.ones(2)
    assert [name for name in REFUSED if hasattr(tl, name) or hasattr(x, name)] == []


REFUSED_IMPORTS = {
    "import tensorlite.rpc": "tensorlite.rpc: .* try mpi4py",
    "import tensorlite.distributed.rpc": "tensorlite.distributed.rpc: .* try mpi4py",
    "from tensorlite import export": r"tensorlite.export: .* try tl.compile\(\)",
    "import tensorlite.zzzzz": "^No module named 'tensorlite.zzzzz'$",
}


@pytest.mark.parametrize("line", REFUSED_IMPORTS)
def test_an_import_of_what_is_refused_says_what_to_use(line):
    with pytest.raises(ModuleNotFoundError, match=REFUSED_IMPORTS[line]):
        exec(line)


@pytest.mark.parametrize("space", ["amp", "cuda", "func", "hub", "nn", "nn.init", "nn.utils",
                                   "nn.utils.rnn", "optim", "optim.lr_scheduler", "sklearn",
                                   "utils.data", "distributions", "onnx", "types"])  # fmt: skip
def test_tab_shows_what_a_module_offers(space):
    if space == "sklearn":
        pytest.importorskip("sklearn")
    module = importlib.import_module(f"tensorlite.{space}")
    shown = [name for name in dir(module) if name[0] != "_"]
    assert shown == sorted(module.__all__)


def test_tab_shows_what_is_loaded_later_and_not_what_the_package_is_made_of():
    shown = dir(tl)
    assert {"nn", "optim", "autograd", "vmap", "summary", "exp", "float32", "Tensor"} <= {*shown}
    assert {"gate", "absent", "dispatch", "ops", "plan"}.isdisjoint(shown)
    assert all(name in vars(tl) or name in (*tl._MODULES, *tl._MEMBERS) for name in shown)


LAYOUTS = ["sparse_coo", "sparse_csr", "sparse_csc", "sparse_bsr", "sparse_bsc", "jagged"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts_answer_and_make_no_tensors(name):
    """Libraries ask `x.layout == torch.sparse_coo` of tensors that are strided."""
    layout, x = getattr(tl, name), tl.ones(2)
    assert (repr(layout), x.layout == layout) == (f"tensorlite.{name}", False)
    likes = [functools.partial(f, x) for f in (tl.ones_like, tl.rand_like, tl.randint_like)]
    for make in (tl.zeros, tl.rand, x.new_zeros, tl.arange, tl.empty, *likes):
        with pytest.raises(NotImplementedError, match=f"got tensorlite.{name}; try layout=None"):
            make(*([] if make in likes[:2] else [2]), layout=layout)
    with pytest.raises(TypeError, match="zeros: expected layout to be one; got str"):
        tl.zeros(2, layout=name)
    assert tl.zeros(2, layout=tl.strided).layout is tl.strided


def test_what_programs_ask_of_the_compiler_by_its_private_path():
    import tensorlite._dynamo as dynamo

    tl._dynamo.config.suppress_errors = True
    tl._dynamo.reset()
    x = tl.ones(2)
    assert dynamo.mark_dynamic(x, 0) is None and dynamo.maybe_mark_dynamic(x, 0) is None
    assert dynamo.mark_static(x) is None and not dynamo.is_compiling()
    assert dynamo.config.suppress_errors is True
    assert dynamo.disable(abs) is abs or dynamo.disable(abs)(-1) == 1
    assert isinstance(tl.compile(tl.nn.Linear(1, 1)), dynamo.OptimizedModule)
    with pytest.raises(AttributeError, match="no attribute 'explain'"):
        _ = dynamo.explain


ANSWERING = [
    "", "accelerator", "autograd", "autograd.graph", "backends.cuda", "compiler", "cpu", "cuda",
    "cuda.memory", "distributed", "distributions", "fft", "func", "fx", "hub", "jit", "linalg",
    "masked", "nn", "nn.attention", "nn.functional", "nn.init", "nn.parallel", "nn.utils", "onnx",
    "optim", "optim.lr_scheduler", "serialization", "special", "utils.checkpoint", "utils.data",
    "xpu",
]  # fmt: skip
SILENT = {  # PyTorch's inner names, and what is none of its own
    "AVG", "BenchmarkConfig", "BenchmarkExecutionStats", "BufferDict", "Capsule",
    "DeepCopyMemoTable", "DeserializationStorageContext", "FatalError", "IODescriptor",
    "LockingLogger", "NoopLogger", "PyTorchFileReader", "PyTorchFileWriter",
    "SerializationStorageContext", "ThroughputBenchmark", "affine_grid_generator",
    "alpha_dropout_", "autocast_decrement_nesting", "autocast_increment_nesting", "classes",
    "convolution", "cpp", "embedding_renorm_", "feature_alpha_dropout_", "feature_dropout",
    "feature_dropout_", "fork", "get_device_module", "has_lapack", "has_mkl", "has_openmp",
    "has_spectral", "thread_safe_generator", "torch_version", "wait", "windows", "Container",
    "factory_kwargs", "intrinsic", "qat", "quantizable", "common_notes",
    "swap_in_optimizer_params_and_state", "resize_as_",
}  # fmt: skip


def answer(module, name):
    """What is said to a name of PyTorch's: None where it is there."""
    try:
        getattr(module, name)
    except AttributeError as error:
        return str(error)
    return None


@pytest.mark.torch
@pytest.mark.parametrize("path", ANSWERING)
def test_each_name_of_pytorch_is_there_or_says_what_to_use(path):
    pytest.importorskip("torch")
    theirs = importlib.import_module(f"torch.{path}".rstrip("."))
    ours = importlib.import_module(f"tensorlite.{path}".rstrip("."))
    names = {name for name in getattr(theirs, "__all__", ()) if name[0] != "_"} - SILENT
    said = {name: answer(ours, name) for name in sorted(names)}
    told = "try |did you mean|its dtypes are"
    assert [name for name, text in said.items() if text and not re.search(told, text)] == []


def test_what_is_near_is_meant_and_all_else_is_what_the_module_has_not():
    texts = {
        "all_redcue": "did you mean 'all_reduce'?",
        "all_to_all": "of PyTorch's names there groups of several processes are not here; try",
    }
    for name, text in texts.items():
        with pytest.raises(AttributeError, match=re.escape(text)):
            getattr(tl.distributed, name)
    with pytest.raises(AttributeError, match=r"did you mean 'nn\.functional\.kl_div'"):
        tl.ones(2).kl_div  # noqa: B018


def test_symbolic_numbers_are_plain_ones():
    assert not isinstance(tl.ones(2).shape[0], tl.SymInt)
    found = tl.sym_max(1, 2.0), tl.sym_min(1, 2.0), tl.sym_int(2.5), tl.sym_sum([1, 2])
    assert found == (2.0, 1.0, 2, 3) and list(map(type, found)) == [float, float, int, int]
    assert (tl.sym_not(0), tl.sym_ite(True, 1, 2), tl.sym_sqrt(4)) == (True, 1, 2.0)
