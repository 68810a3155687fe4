"""PyTorch's longer paths lead to the same things; modules of older programs are there."""

import importlib
import warnings

import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.paths import HOMES
from tensorlite.utils import data

LEFT_OUT = {  # what is there of PyTorch's own making
    "BackwardHook", "Container", "DLDeviceType", "ExpRelaxedCategorical", "OptState", "T",
    "amp_definitely_not_available", "autocast_decorator",
    *("collate", "collate_float_fn", "collate_int_fn", "collate_numpy_array_fn"),
    *("collate_numpy_scalar_fn", "collate_str_fn", "collate_tensor_fn"),
    "enforce_grad_layout_policy", "unserializable_hook", "warn_if_has_hooks",
}  # fmt: skip


@pytest.mark.parametrize("place", HOMES)
def test_a_path_leads_to_what_its_homes_have(place):
    path = importlib.import_module(f"tensorlite.{place}")
    home = importlib.import_module(f"tensorlite.{HOMES[place][0]}".rstrip("."))
    below = [name for name in vars(home) if f"{place}.{name}" in HOMES]  # nn.modules.utils
    names = [name for name in vars(home) if not name.startswith("__") and name not in below]
    assert all(getattr(path, name).__name__ == f"tensorlite.{place}.{name}" for name in below)
    assert names and all(getattr(path, name) is getattr(home, name) for name in names)
    assert home.__name__ in path.__doc__
    with pytest.raises(AttributeError, match=f"{path.__name__}' has no attribute 'Quantised'"):
        path.Quantised  # noqa: B018


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("place", HOMES)
def test_a_path_has_what_pytorch_has_there(place):
    theirs = pytest.importorskip(f"torch.{place}")
    public = getattr(theirs, "__all__", None) or [
        name for name, x in vars(theirs).items()
        if name[0] != "_" and getattr(x, "__module__", "") == theirs.__name__
    ]  # fmt: skip
    ours = importlib.import_module(f"tensorlite.{place}")
    missing = {name for name in public if not hasattr(ours, name)} - LEFT_OUT
    # optimizers as functions of lists, which the classes are for; hooks of all modules at once;
    # events of the profiler, which `profile` keeps to itself
    rest = {name for name in missing if not name.startswith("register_module_")}
    assert not rest or place.startswith(("optim.", "autograd.profiler"))


def test_a_path_gives_all_that_its_home_does():
    names: dict = {}
    exec("from tensorlite.nn.modules import *", names)
    assert names["Linear"] is nn.Linear and nn.modules.__all__ == nn.__all__


def test_paths_are_there_unimported():
    assert tl.distributions.normal.Normal is tl.distributions.Normal
    assert nn.modules.Linear is nn.modules.linear.Linear is nn.Linear
    assert nn.modules.batchnorm._BatchNorm in nn.BatchNorm2d.__mro__
    assert nn.modules.conv._ConvNd in nn.ConvTranspose1d.__mro__
    assert nn.modules.dropout._DropoutNd in nn.Dropout2d.__mro__
    assert nn.modules.pooling._MaxPoolNd in nn.MaxPool2d.__mro__
    assert nn.modules.loss._Loss in nn.CTCLoss.__mro__ and nn.NLLLoss2d is nn.NLLLoss
    assert tl.optim.adamw.AdamW is tl.optim.AdamW
    assert issubclass(tl.optim.lr_scheduler.StepLR, tl.optim.lr_scheduler._LRScheduler)
    with pytest.raises(ModuleNotFoundError, match="quantised"):
        importlib.import_module("tensorlite.nn.modules.quantised")


def test_numbers_for_each_dim():
    from tensorlite.nn.common_types import _size_2_t
    from tensorlite.nn.modules.utils import _ntuple, _pair, _reverse_repeat_tuple

    assert _pair(3) == (3, 3) and _pair([1, 2]) == (1, 2) and _ntuple(5)(0) == (0,) * 5
    assert _reverse_repeat_tuple((1, 2), 2) == (2, 2, 1, 1)
    assert isinstance(3, _size_2_t.__args__[0])


def test_a_prefix_is_taken_off_the_keys_of_a_state():
    from tensorlite.nn.modules.utils import consume_prefix_in_state_dict_if_present as consume

    net = nn.Sequential(nn.Linear(1, 2), nn.BatchNorm1d(2))
    state = nn.DataParallel(net).state_dict()
    assert "module.1.running_mean" in state and "module.1" in state._metadata
    consume(state, "module.")
    assert list(state) == list(net.state_dict())
    assert state._metadata == net.state_dict()._metadata
    net.load_state_dict(state)
    consume(state, "module.")
    assert list(state) == list(net.state_dict())


def test_types_of_annotations():
    from tensorlite.types import Device, Number, _size

    assert isinstance(3.0, Number) and isinstance("cpu", Device) and isinstance(None, Device)
    assert isinstance(tl.ones(2).shape, tl.Size) and tl.Size in _size.__args__


def test_variables_are_tensors():
    from tensorlite.autograd import Variable

    x = tl.ones(2, requires_grad=True)
    for source in (x, x * 2, tl.ones(2)):
        made = Variable(source)
        assert type(made) is tl.Tensor and not made.requires_grad
        assert made.data_ptr() == source.data_ptr() and made is not source
        assert Variable(source, requires_grad=True).is_leaf
    assert isinstance(x, Variable) and isinstance(nn.Parameter(x), Variable)
    assert not isinstance(3.0, Variable) and Variable().shape == (0,)
    with pytest.raises(TypeError, match=r"has to be a tensor, but got list; .* try tensor\(\)"):
        Variable([3.0])
    with pytest.raises(RuntimeError, match="floating point"):
        Variable(tl.arange(2), requires_grad=True)


@pytest.mark.parametrize(("kind", "dtype"), [("cuda", tl.float16), ("cpu", tl.bfloat16)])
def test_mixed_precision_of_older_programs(kind, dtype):
    amp = importlib.import_module(f"tensorlite.{kind}.amp")
    with pytest.warns(FutureWarning, match=rf"tensorlite.amp.autocast\('{kind}', args...\)"):
        context = amp.autocast(enabled=False)
    assert context.fast_dtype is dtype and context.device == kind
    with pytest.warns(FutureWarning, match=rf"tensorlite.amp.GradScaler\('{kind}', args...\)"):
        assert not amp.GradScaler(2.0, enabled=False).is_enabled()
    assert isinstance(context, tl.autocast)


@pytest.mark.skipif(tl.cuda.is_available(), reason="there is a card")
def test_mixed_precision_of_a_card_that_is_not_there_is_off():
    with pytest.warns(UserWarning, match="CUDA is not available. Disabling"):
        scaler = tl.amp.GradScaler("cuda")
    assert not scaler.is_enabled() and scaler.scale(tl.ones(1)).tolist() == [1]
    with pytest.warns(UserWarning, match="CUDA is not available. Disabling"):
        context = tl.autocast("cuda")
    with context:
        assert not tl.is_autocast_enabled("cuda")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tl.amp.GradScaler("cuda", enabled=False), tl.autocast("cuda", enabled=False)


def test_triangles_as_vectors():
    from tensorlite.distributions.utils import tril_matrix_to_vec, vec_to_tril_matrix

    x = tl.arange(50.0).view(2, 5, 5)
    for diag in range(-4, 5):
        vec = tril_matrix_to_vec(x, diag)
        assert vec.shape[-1] == int(tl.ones(5, 5).tril(diag).sum())
        assert vec_to_tril_matrix(vec, diag).equal(x.tril(diag))
    with pytest.raises(ValueError, match="size of last dimension is 4 which cannot"):
        vec_to_tril_matrix(tl.ones(4))
    with pytest.raises(ValueError, match=r"diag \(5\) provided is outside \[-5, 4\]"):
        tril_matrix_to_vec(x, 5)


@pytest.mark.parametrize("path", [
    "nn.modules.module._IncompatibleKeys", "distributions.transforms._InverseTransform",
    "nn.modules.transformer._get_activation_fn", "utils.data._utils.collate.default_collate",
])  # fmt: skip
def test_private_names_that_libraries_import_are_there(path):
    place, _, name = path.rpartition(".")
    assert getattr(importlib.import_module(f"tensorlite.{place}"), name).__name__ == name


def test_private_functions_that_libraries_call():
    from tensorlite.utils.data.dataloader import _collate_fn_t

    assert _collate_fn_t.__args__[-1] is not None
    loaders = data.DataLoader([1, 2]), data.DataLoader([1, 2], num_workers=1)
    for loader, kind in zip(loaders, ("SingleProcess", "MultiProcessing"), strict=True):
        of = data.dataloader
        kinds = of._BaseDataLoaderIter, getattr(of, f"_{kind}DataLoaderIter")
        assert all(isinstance(iter(loader), each) for each in kinds)
    assert tl.jit._overload(len) is tl.jit._overload_method(len) is len
    assert tl._C._TensorMeta is type(tl.Tensor)
    shape = tl.full((3,), 2.0, requires_grad=True)
    tl._standard_gamma(shape).sum().backward()
    assert (shape.grad > 0).all()
    assert (nn.init._no_grad_fill_(nn.Linear(1, 2).weight, 3.0) == 3).all()
