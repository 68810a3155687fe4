"""Files of torch.save: read and written, shared memory kept, and nothing in them run."""

import io
import os
import pickle
import random
import zipfile
from collections import Counter, OrderedDict, defaultdict

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn, safetensors

FORMS = {"zip": {}, "legacy": {"_use_new_zipfile_serialization": False}}


def theirs(obj, **options):
    """The bytes that torch.save writes."""
    torch = pytest.importorskip("torch")
    file = io.BytesIO()
    torch.save(obj, file, **options)
    return file.getvalue()


def read(data):
    return tl.load(io.BytesIO(data))


def written(obj):
    file = io.BytesIO()
    tl.save(obj, file, format="torch")
    return file.getvalue()


def alike(got, want):
    """The same values, in containers of the same kinds."""
    if hasattr(want, "numpy"):
        assert str(got.dtype).split(".")[1] == str(want.dtype).split(".")[1]
        assert got.requires_grad == want.requires_grad
        assert tuple(got.shape) == tuple(want.shape)
        assert (type(got).__name__ == "Parameter") == (type(want).__name__ == "Parameter")
        np.testing.assert_array_equal(got.detach().numpy(), want.detach().numpy())
    elif isinstance(want, dict):
        assert type(got) is type(want) and list(got) == list(want)
        for key, value in want.items():
            alike(got[key], value)
    elif isinstance(want, list | tuple):
        assert len(got) == len(want) and isinstance(got, list) == isinstance(want, list)
        for a, b in zip(got, want, strict=True):
            alike(a, b)
    else:
        assert got == want and type(got) is type(want)


PLAIN = {
    "numbers": [3, -5, 1 << 40, -(1 << 90), 1.5, float("inf"), True, None], "text": "é\U0001f600",
    "nested": ({"a": [(), {}]}, OrderedDict(b=1)), 7: "a key",
}  # fmt: skip


def values(library):
    x = library.arange(6, dtype=library.float32).reshape(2, 3)
    kinds = ("bool", "uint8", "uint16", "uint32", "int8", "int16", "int32", "int64", "float32",
             "float64")  # fmt: skip
    return {
        **PLAIN,
        "kinds": {k: library.tensor([1, 0, 1]).to(getattr(library, k)) for k in kinds},
        "shared": [x, x.t()[1:], x[1]],
        "parameter": library.nn.Parameter(library.ones(2, 1)),
        "frozen": library.nn.Parameter(library.ones(2), requires_grad=False),
        "leaf": library.ones(2, requires_grad=True),
        "scalar": library.tensor(3), "empty": library.zeros(0, 3),
        "others": [1 - 2j, b"\x00\xff", {1, "a"}, set()], (1, "pair"): 0,
        "shape": library.zeros(2, 3).shape,
    }  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("form", FORMS)
def test_reading(form):
    torch = pytest.importorskip("torch")
    got = read(theirs(values(torch), **FORMS[form]))
    alike(got, values(torch))
    first, second, third = got["shared"]
    first[1, 2] = 9
    assert second[1, 1] == 9 and third[2] == 9


@pytest.mark.torch
@pytest.mark.parametrize("form", FORMS)
def test_reading_what_we_do_not_write(form):
    torch = pytest.importorskip("torch")
    counted = defaultdict(list, a=[1])
    obj = [torch.Size([1, 2]), torch.float32, torch.device("cpu"), {1, 2}, 1 + 2j, b"bytes",
           Counter("aab"), counted, np.float64(0.5), np.int32(7), torch.arange(9)[4:6]]  # fmt: skip
    got = read(theirs(obj, **FORMS[form]))
    assert got[:5] == [(1, 2), tl.float32, tl.device("cpu"), {1, 2}, 1 + 2j]
    assert got[5:10] == [b"bytes", Counter("aab"), counted, 0.5, 7]
    assert got[10].tolist() == [4, 5]


@pytest.mark.torch
@pytest.mark.parametrize("weights_only", [True, False])
def test_writing(weights_only):
    torch = pytest.importorskip("torch")
    data = written(values(tl))
    got = torch.load(io.BytesIO(data), weights_only=weights_only)
    alike(got, values(torch))
    first, second, third = got["shared"]
    first[1, 2] = 9
    assert second[1, 1] == 9 and third[2] == 9
    alike(read(data), values(tl))


@pytest.mark.torch
@pytest.mark.parametrize("name", ["model.pt", "model.pth", "run.tar", "x.bin", "a.ckpt"])
def test_the_form_follows_the_name(name, tmp_path):
    torch = pytest.importorskip("torch")
    model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    tl.save(model.state_dict(), tmp_path / name)
    other = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
    other.load_state_dict(torch.load(tmp_path / name, mmap=True))
    torch.save({"model": other.state_dict(), "epoch": 3}, tmp_path / name)
    assert tl.load(tmp_path / name, map_location="cpu")["epoch"] == 3
    model.load_state_dict(tl.load(tmp_path / name)["model"])
    with pytest.raises(ValueError, match="format to be one of safetensors, torch; got 'pickle'"):
        tl.save(model.state_dict(), tmp_path / name, format="pickle")


@pytest.mark.torch
def test_a_checkpoint_of_an_optimizer():
    torch = pytest.importorskip("torch")
    ends = []
    for library in (torch, tl):
        p = library.nn.Parameter(library.ones(3))
        opt = library.optim.AdamW([p], lr=0.1)
        if library is tl:
            state = read(ends[0])
            opt.load_state_dict(state["opt"])
            with tl.no_grad():
                p.copy_(state["p"])
        for _ in range(2):
            p.grad = library.tensor([1.0, -2.0, 3.0])
            opt.step()
            if library is torch:
                ends.append(theirs({"opt": opt.state_dict(), "p": p.detach()}))
        ends.append(p.detach().numpy())
    np.testing.assert_allclose(ends[3], _third(torch), rtol=1e-5)


def _third(torch):
    p = torch.nn.Parameter(torch.ones(3))
    opt = torch.optim.AdamW([p], lr=0.1)
    for _ in range(3):
        p.grad = torch.tensor([1.0, -2.0, 3.0])
        opt.step()
    return p.detach().numpy()


class Bomb:
    def __init__(self, call, *args):
        self.call = call, args

    def __reduce__(self):
        return self.call


@pytest.mark.torch
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("call", "args"), [
    (os.mkdir, ("ran",)), (eval, ("1",)), (getattr, ("a", "b")), (io.open, ("ran", "w")),
    (tl.nn.Linear, (2, 2)), (OrderedDict.fromkeys, ([1],)),
])  # fmt: skip
def test_nothing_is_run(form, call, args, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = theirs({"a": Bomb(call, *args)}, pickle_protocol=2, **FORMS[form])
    with pytest.raises(RuntimeError, match="a file of weights: tensors, numbers"):
        read(data)
    assert not list(tmp_path.iterdir())


@pytest.mark.torch
@pytest.mark.parametrize("form", FORMS)
def test_modules_and_dtypes_that_are_not_there(form):
    torch = pytest.importorskip("torch")
    with pytest.raises(RuntimeError, match=r"got torch.nn.modules.linear.Linear in .*state_dict"):
        read(theirs(torch.nn.Linear(2, 2), **FORMS[form]))
    for kind in (torch.float8_e5m2, torch.float8_e5m2fnuz, torch.complex32):
        name = str(kind).split(".")[1]
        with pytest.raises(RuntimeError, match=f"a dtype of bool.*; got {name}|; got torch.float8"):
            read(theirs(torch.zeros(2).to(kind), **FORMS[form]))
    with pytest.raises(RuntimeError, match=r"got torch\.(_utils|serialization)\._"):
        read(theirs(torch.eye(2).to_sparse(), **FORMS[form]))


def archive(pickled, data=b"\x00" * 8, compress=zipfile.ZIP_STORED):
    """An archive with one storage."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compress) as made:
        made.writestr("archive/data.pkl", pickled)
        made.writestr("archive/data/0", data)
    return file.getvalue()


def tensor_pickle(offset=0, size=(2,), stride=(1,), storage=b"ctorch\nFloatStorage\n", key="0"):
    """A pickle of one tensor."""

    def told(value):
        return pickle.dumps(value, 2)[2:-1]

    return (b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\n((" + told("storage") + storage
            + told(key) + told("cpu") + told(2) + b"tQ" + told(offset) + told(size) + told(stride)
            + b"\x89)tR.")  # fmt: skip


BROKEN = {
    "a view beyond its storage": archive(tensor_pickle(offset=1)),
    "strides": archive(tensor_pickle(stride=(-1,))),
    "extents that are no counts": archive(tensor_pickle(size=(-2,))),
    "a shape of too many elements": archive(tensor_pickle(size=(1 << 62, 8), stride=(0, 0))),
    "the shape": archive(tensor_pickle(size=(2, 2))),
    "compressed": archive(tensor_pickle(), compress=zipfile.ZIP_DEFLATED),
    "There is no item": archive(tensor_pickle(key="../1")),
    "torch.BigStorage": archive(tensor_pickle(storage=b"ctorch\nBigStorage\n")),
    "something stored elsewhere": archive(b"\x80\x02" + b"K\x01Q."),
    "items for a tuple": archive(b"\x80\x02)K\x01a."),
    "the state of a dict": archive(b"\x80\x02}}b."),
    "the encoding": archive(b"\x80\x02c_codecs\nencode\n(U\x01aU\x03hextR."),
    "an array of": archive(b"\x80\x02cnumpy\ndtype\n(X\x01\x00\x00\x00OtR."),
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_such_file(text):
    with pytest.raises(RuntimeError, match=f"tensorlite.load: expected .*{text}"):
        read(BROKEN[text])


def test_damaged_files_raise_and_nothing_else():
    """Bytes changed at random: the same values, others, or the error of a broken file."""
    draw, data = random.Random(0), written({"a": tl.arange(6).reshape(2, 3).t(), "b": [1, "x"]})
    for _ in range(300):
        changed = bytearray(data)
        for _ in range(draw.choice((1, 1, 2, 8))):
            changed[draw.randrange(len(data))] = draw.randrange(256)
        try:
            read(bytes(changed[: draw.choice((len(data), draw.randrange(len(data))))]))
        except RuntimeError as error:
            assert "tensorlite.load: expected" in str(error)


# ------------------------------------------------------------------ safetensors by torch's names


@pytest.mark.torch
def test_safetensors_both_ways(tmp_path):
    torch = pytest.importorskip("torch")
    other = pytest.importorskip("safetensors.torch")
    state = {name: values(tl)["kinds"][name] for name in ("bool", "int8", "int64", "float64")}
    state["turned"] = tl.arange(6.0).reshape(2, 3).t()
    safetensors.save_file(state, tmp_path / "ours", {"by": "us"})
    alike(state, {name: other.load_file(tmp_path / "ours")[name] for name in state})
    copies = {k: torch.tensor(v.contiguous().numpy()) for k, v in state.items()}
    other.save_file(copies, tmp_path / "theirs")
    found = safetensors.load_file(tmp_path / "theirs")
    alike({name: found[name] for name in state}, state)
    assert tl.load(tmp_path / "ours").keys() == state.keys()
    with pytest.raises(ValueError, match="expected tensors; got int for 'n'"):
        safetensors.save({"n": 3})


def tied():
    model = nn.Sequential(nn.Embedding(4, 3), nn.Linear(3, 4, bias=False))
    model[1].weight = model[0].weight
    return model


@pytest.mark.torch
def test_models_with_tied_weights(tmp_path):
    other = pytest.importorskip("safetensors.torch")
    model, path = tied(), tmp_path / "model.safetensors"
    safetensors.save_model(model, path)
    assert list(other.load_file(path)) == ["0.weight"]
    fresh = tied()
    assert safetensors.load_model(fresh, path) == (set(), [])
    assert tl.equal(fresh[1].weight, model[0].weight)
    with pytest.raises(RuntimeError, match=r"Missing key\(s\): \['0.bias'"):
        safetensors.load_model(nn.Sequential(nn.Linear(3, 4)), path)
    missing, _ = safetensors.load_model(nn.Sequential(nn.Linear(3, 4)), path, strict=False)
    assert missing == {"0.bias"}


@pytest.mark.torch
def test_dtypes_devices_and_buffers():
    torch = pytest.importorskip("torch")
    made = written([tl.float32, tl.bfloat16, tl.device("cpu"), tl.nn.Buffer(tl.ones(2))])
    got = torch.load(io.BytesIO(made))
    assert got[:3] == [torch.float32, torch.bfloat16, torch.device("cpu")]
    assert read(made)[:3] == [tl.float32, tl.bfloat16, tl.device("cpu")]
    tagged, theirs_too = torch.ones(2), torch.zeros(2, dtype=torch.uint16)
    tagged.tag = theirs_too.tag = 1
    for form in FORMS.values():
        back = tl.load(io.BytesIO(theirs([torch.nn.Buffer(tagged), tagged, theirs_too], **form)),
                       encoding="ascii")  # fmt: skip
        assert [x.tolist() for x in back] == [[1.0, 1.0], [1.0, 1.0], [0, 0]]


def layers(nn):
    """Modules that both libraries have, with an input each."""
    attention = nn.TransformerEncoderLayer(4, 2, 8, batch_first=True)
    return {
        "images": (nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU()), (1, 1, 4, 4)),
        "lstm": (nn.LSTM(3, 4, 2, bidirectional=True), (5, 2, 3)),
        "transformer": (nn.TransformerEncoder(attention, 1, enable_nested_tensor=False), (1, 3, 4)),
        "list": (nn.ModuleList([nn.Linear(2, 2)]), None),
        "parameters": (nn.ParameterDict({"a": nn.Parameter(nn.Linear(1, 1).weight)}), None),
    }


@pytest.mark.torch
@pytest.mark.parametrize("name", layers(nn))
def test_whole_modules_of_torch(name):
    """A model that torch.save wrote whole is ours of the same names."""
    torch = pytest.importorskip("torch")
    model, shape = layers(torch.nn)[name]
    data = theirs(model.eval())
    found = tl.load(io.BytesIO(data), weights_only=False)
    assert type(found).__module__.startswith("tensorlite.") and not found.training
    assert all(isinstance(p, nn.Parameter) for p in found.parameters())
    alike(found.state_dict(), model.state_dict())
    if shape is not None:
        x = np.random.default_rng(0).normal(size=shape).astype("float32")
        with torch.no_grad():
            got, want = found(tl.from_numpy(x)), model(torch.from_numpy(x))
        got, want = (y[0] if isinstance(y, tuple) else y for y in (got, want))
        np.testing.assert_allclose(got.detach().numpy(), want.numpy(), rtol=1e-4, atol=1e-5)
    with pytest.raises(RuntimeError, match="weights_only=False"):
        tl.load(io.BytesIO(data))
