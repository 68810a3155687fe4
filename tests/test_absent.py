"""Names that are not there say what to use, or what may have been meant."""

import functools
import importlib

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
            "per_channel_affine_float_qparams"}  # of PyTorch's inside  # fmt: skip
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
