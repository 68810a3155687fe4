"""save and load: what comes back, what is shared, and what is refused."""

import contextlib
import io
import json
import os
import pickle
import signal
import subprocess
import sys
import tracemalloc
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from tensorlite.kernels import files

import tensorlite as tl
from tensorlite import nn


def round_trip(value):
    file = io.BytesIO()
    tl.save(value, file)
    return tl.load(io.BytesIO(file.getvalue()))


DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]


@pytest.mark.parametrize("dtype", [*DTYPES, "float32", "float64"])
def test_a_tensor_of_each_dtype(dtype):
    values = np.array([[0, 1, 2], [3, 4, 5]]).astype(dtype)
    back = round_trip(tl.from_numpy(values))
    assert back.dtype == getattr(tl, dtype)
    np.testing.assert_array_equal(back.numpy(), values)


@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 2), (1,), (2, 3, 4)])
def test_a_tensor_of_each_shape(shape):
    back = round_trip(tl.ones(shape))
    assert tuple(back.shape) == shape
    assert bool((back == 1).all())


def test_nested_values_come_back_as_they_were():
    value = {
        "epoch": 3,
        "lr": 0.1,
        "betas": (0.9, 0.999),
        "names": ["a", "ü", ""],
        "flags": [True, False, None],
        "extremes": [float("inf"), -float("inf"), 2**70, -0.0],
        0: {1: {"deep": []}},
        "ordered": OrderedDict([("z", 1), ("a", 2)]),
        "empty": [{}, [], (), set(), b""],
        "numbers": [1j, complex(float("inf"), -0.0)],
        "raw": bytes(range(256)),
        "seen": {1, "a", (2, 3.5)},
        (1, "pair"): [tl.float32, tl.bool],
        "places": [tl.device("cpu"), tl.ones(2, 3).shape],
    }
    back = round_trip(value)
    assert back == value
    assert type(back["betas"]) is tuple
    assert type(back["flags"][0]) is bool
    assert isinstance(back["ordered"], OrderedDict)
    assert list(back["ordered"]) == ["z", "a"]
    assert [type(k) for k in back][5:8] == [str, int, str]
    assert type(back["places"][1]) is tl.Size and back[1, "pair"][0] is tl.float32
    nan = round_trip([float("nan")])[0]
    assert nan != nan


def test_a_model_and_its_optimizer(tmp_path):
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
    opt = tl.optim.Adam(model.parameters(), lr=0.1)
    model(tl.ones(5, 3)).sum().backward()
    opt.step()
    path = tmp_path / "checkpoint.pt"
    tl.save({"model": model.state_dict(), "optimizer": opt.state_dict(), "epoch": 7}, path)
    saved = tl.load(path, weights_only=True)
    other = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
    other.load_state_dict(saved["model"])
    for a, b in zip(model.state_dict().values(), other.state_dict().values(), strict=True):
        np.testing.assert_array_equal(a.numpy(), b.numpy())
    resumed = tl.optim.Adam(other.parameters(), lr=0.5)
    resumed.load_state_dict(saved["optimizer"])
    assert resumed.param_groups[0]["lr"] == 0.1
    assert saved["epoch"] == 7


def test_tensors_that_share_memory_share_it_again():
    x = tl.zeros(4, 3)
    back = round_trip({"whole": x, "again": x, "row": x[1], "columns": x.t()[1:]})
    back["whole"].fill_(5.0)
    assert bool((back["again"] == 5).all())
    assert bool((back["row"] == 5).all())
    assert tuple(back["columns"].shape) == (2, 4)
    assert bool((back["columns"] == 5).all())


SHARED = {
    "tied": lambda x: {"a": x, "b": x, "c.d": x},
    "a part": lambda x: {"whole": x, "row": x[1], "columns": x.t()[1:]},
    "parts alone": lambda x: {"a": x[:3], "b": x[2:]},
    "interleaved": lambda x: {"a": x[:, 0], "b": x[:, 2]},
    "expanded": lambda x: {"a": x[:1].expand(5, 3), "b": x[0]},
    "flat": lambda x: {"a": x.view(-1), "b": x.view(2, 6), "c": x},
    "a column first": lambda x: {"b": x[:, 1:2], "a": x},
    "nothing": lambda x: {"a": x[:0], "b": x},
}


@pytest.mark.parametrize("name", SHARED)
def test_other_readers_see_each_tensor_whole(name, tmp_path):
    readers = pytest.importorskip("safetensors.numpy"), pytest.importorskip("safetensors")
    path = tmp_path / "shared.safetensors"
    tensors = SHARED[name](tl.arange(12.0).view(4, 3))
    tl.save(tensors, path)
    with readers[1].safe_open(path, "numpy") as file:
        one_by_one = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    for found in (readers[0].load_file(path), one_by_one, tl.load(path)):
        assert found.keys() == tensors.keys()
        for key, x in tensors.items():
            np.testing.assert_array_equal(np.asarray(found[key]), x.numpy())
            assert tuple(found[key].shape) == tuple(x.shape)
    first, *others = back = list(tl.load(path).values())
    if name != "nothing":
        start, *_ = tensors.values()
        assert all(x.memory is first.memory for x in others)
        for x, y in zip(tensors.values(), back, strict=True):
            assert x.stride() == y.stride()
            assert x.data_ptr() - start.data_ptr() == y.data_ptr() - first.data_ptr()


def test_a_model_with_tied_weights_is_read_by_others(tmp_path):
    model = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
    model[1].weight = model[0].weight
    tl.save(model.state_dict(), tmp_path / "tied.safetensors")
    arrays = pytest.importorskip("safetensors.numpy").load_file(tmp_path / "tied.safetensors")
    assert arrays.keys() == model.state_dict().keys()
    other = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
    other.load_state_dict(tl.load(tmp_path / "tied.safetensors"))
    assert (other[1].weight == model[0].weight).all()


def test_files_of_the_first_version():
    node = {"dtype": "float32", "name": "a"}
    row = node | {"shape": [2], "stride": [1], "offset": 1}
    data = {"dict": [["a", {"tensor": node}], ["row", {"tensor": row}]]}
    entries = {
        "__metadata__": {"tensorlite": json.dumps({"version": 1, "data": data})},
        "a": {"dtype": "F32", "shape": [3], "data_offsets": [0, 12]},
    }
    stored = np.arange(3, dtype=np.float32).tobytes()
    back = tl.load(io.BytesIO(with_entries(entries, stored)))
    back["a"][1] = 5
    assert back["row"].tolist() == [5, 2]


def test_memory_out_of_proportion_is_not_set_aside():
    apart = tl.zeros(1 << 15, 100)
    back = round_trip([apart[:, 0], apart[:, 50]])
    back[0].fill_(1)
    assert not back[1].any()
    node = {"dtype": "float32", "name": "a", "memory": 0, "count": 1 << 40, "shape": [1],
            "stride": [1], "offset": 0}  # fmt: skip
    entries = {
        "__metadata__": {"tensorlite": json.dumps({"version": 2, "data": {"tensor": node}})},
        "a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
    }
    wrong = [
        ({}, "a memory of"),
        ({"count": 1.5}, "several kinds"),
        ({"count": 1, "shape": [2]}, "beyond its storage"),
        ({"count": 2, "shape": [2]}, "for an array of"),
        ({"count": -1}, "a memory of -1"),
        ({"name": "b"}, "KeyError"),
    ]
    for changed, text in wrong:
        entries["__metadata__"]["tensorlite"] = json.dumps(
            {"version": 2, "data": {"tensor": node | changed}}
        )
        with pytest.raises(RuntimeError, match=text):
            tl.load(io.BytesIO(with_entries(entries)))


def test_tensors_apart_stay_apart():
    x = tl.zeros(4)
    back = round_trip([x[:2], x[2:]])
    back[0].fill_(1.0)
    assert back[1].tolist() == [0.0, 0.0]


def test_views_are_saved_alone_and_dense():
    file = io.BytesIO()
    tl.save(tl.zeros(1000, 1000)[:, 3], file)
    assert len(file.getvalue()) < 10_000
    transposed = tl.from_numpy(np.arange(6.0).reshape(2, 3)).t()
    np.testing.assert_array_equal(round_trip(transposed).numpy(), transposed.numpy())


def test_gradients_and_parameters():
    back = round_trip([nn.Parameter(tl.ones(2)), tl.ones(2, requires_grad=True), tl.ones(2)])
    assert [type(t).__name__ for t in back] == ["Parameter", "Tensor", "Tensor"]
    assert [t.requires_grad for t in back] == [True, True, False]


def test_loaded_tensors_are_writable():
    back = round_trip(tl.zeros(3))
    back.add_(1)
    assert back.tolist() == [1.0, 1.0, 1.0]


def test_names_in_the_file_are_those_of_the_state_dict(tmp_path):
    numpy_files = pytest.importorskip("safetensors.numpy")
    path = tmp_path / "model.safetensors"
    tl.save(nn.Linear(3, 2).state_dict(), path)
    arrays = numpy_files.load_file(path)
    assert {name: a.shape for name, a in arrays.items()} == {"weight": (2, 3), "bias": (2,)}


def test_safetensors_of_others(tmp_path):
    numpy_files = pytest.importorskip("safetensors.numpy")
    path = tmp_path / "other.safetensors"
    numpy_files.save_file({"a": np.arange(3), "b": np.ones((2, 2), np.float32)}, path)
    back = tl.load(path)
    assert back["a"].tolist() == [0, 1, 2]
    assert back["b"].dtype == tl.float32


def test_keys_that_would_collide():
    back = round_trip({"a.b": tl.zeros(1), "a": {"b": tl.ones(1)}, "__metadata__": tl.ones(2)})
    assert back["a.b"].item() == 0.0
    assert back["a"]["b"].item() == 1.0
    assert back["__metadata__"].tolist() == [1.0, 1.0]


class Thing:
    pass


def itself():
    loop = []
    loop.append(loop)
    return loop


REFUSED = [
    (lambda: {"a": [Thing()]}, TypeError, "got Thing at a.0; try a dict of its parts"),
    (lambda: {"x": np.ones(2)}, TypeError, "got ndarray at x; try tensorlite.from_numpy"),
    (lambda: np.float32(1), TypeError, "got float32 at the top; try value.item"),
    (lambda: nn.Linear(1, 1), TypeError, r"try its state_dict\(\)"),
    (lambda: {b"a": 3}, TypeError, "keys that are strings, numbers or tuples; got bytes"),
    (lambda: {(b"a", Thing()): 3}, TypeError, "got Thing"),
    (lambda: {1, Thing()}, TypeError, "got Thing"),
    (lambda: np.complex64(1j), TypeError, "got complex64 at the top; try value.item"),
    (itself, ValueError, "holds itself"),
]


@pytest.mark.parametrize(("make", "kind", "text"), REFUSED, ids=[r[2][:20] for r in REFUSED])
def test_what_cannot_be_saved_leaves_the_file(make, kind, text, tmp_path):
    path = tmp_path / "file"
    tl.save(tl.ones(1), path)
    with pytest.raises(kind, match=text):
        tl.save(make(), path, format="safetensors")
    assert tl.load(path).item() == 1.0
    assert os.listdir(tmp_path) == ["file"]


@pytest.fixture(params=["nameless", "named"])
def way(request, monkeypatch):
    """Both ways to a new file: not all file systems have nameless ones."""
    if request.param == "named":

        def refused(path, mode):
            raise OSError("no such kind of file")

        monkeypatch.setattr(files, "_nameless", refused)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod"])
def test_a_failed_write_leaves_the_file(call, tmp_path, monkeypatch):
    path = tmp_path / "file"
    tl.save(tl.ones(1), path)

    def refuse(*args):
        raise OSError("disk full")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(OSError, match="disk full"):
        tl.save(tl.zeros(1), path)
    assert os.listdir(tmp_path) == ["file"]
    assert tl.load(path).item() == 1.0


# ------------------------------------------------------------------ what a file keeps


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o660, 0o777, 0o4700])
def test_the_mode_of_the_file_stays(mode, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"")
    path.chmod(mode)
    tl.save(tl.ones(1), path)
    assert path.stat().st_mode & 0o7777 == mode
    assert tl.load(path).item() == 1.0


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
def test_a_new_file_follows_the_mask(mask, mode, tmp_path):
    before = os.umask(mask)
    try:
        tl.save(tl.ones(1), tmp_path / "file")
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_the_owner_of_the_file_stays(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"")
    os.chown(path, 12345, 23456)
    path.chmod(0o640)
    tl.save(tl.ones(1), path)
    found = path.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o7777) == (12345, 23456, 0o640)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_stays(there, tmp_path):
    (tmp_path / "runs").mkdir()
    path, target = tmp_path / "latest", tmp_path / "runs" / "file"
    (tmp_path / "between").symlink_to(os.path.join("runs", "file"))
    path.symlink_to("between")
    if there:
        target.write_bytes(b"")
    tl.save(tl.ones(1), path)
    assert path.is_symlink() and (tmp_path / "between").is_symlink() and not target.is_symlink()
    assert tl.load(target).item() == 1.0
    assert sorted(os.listdir(tmp_path)) == ["between", "latest", "runs"]


def test_what_is_no_file_is_written_to(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(path.read_bytes)
        tl.save(tl.ones(1), path)
        assert tl.load(io.BytesIO(read.result(10))).item() == 1.0
    tl.save(tl.ones(1), os.devnull)
    assert not os.path.isfile(os.devnull)


def test_a_file_that_forbids_writing_stays(tmp_path, monkeypatch):
    path = tmp_path / "file"
    tl.save(tl.ones(1), path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write all
    with pytest.raises(PermissionError, match="expected a file that may be written"):
        tl.save(tl.zeros(1), path)
    assert tl.load(path).item() == 1.0


@pytest.mark.parametrize("name", ["n" * 255, "ü" * 127, ".hidden", b"bytes"])
def test_any_name_that_a_file_can_have(name, tmp_path):
    path = tmp_path / name if isinstance(name, str) else os.fsencode(tmp_path) + b"/" + name
    for value in (1.0, 2.0):
        tl.save(tl.tensor(value), path)
        assert tl.load(path).item() == value


@pytest.mark.usefixtures("way")
def test_bytes_are_on_the_disk_before_they_are_seen(tmp_path, monkeypatch):
    path, calls = tmp_path / "file", []

    def noted(name):
        call = getattr(os, name)

        def noting(*args, **named):
            seen = os.path.isdir(f"/proc/self/fd/{args[0]}") if name == "fsync" else ""
            calls.append("fsync of the folder" if seen else name)
            return call(*args, **named)

        return noting

    for name in ("fsync", "link", "replace"):
        monkeypatch.setattr(os, name, noted(name))
    for value in (0.0, 1.0):
        calls.clear()
        tl.save(tl.tensor(value), path)
        assert calls[0] == "fsync"
        assert calls[-1] == "fsync of the folder"
        assert {"link", "replace"} & set(calls[1:-1])


KILLED = """
import os, signal, sys
import tensorlite as tl
from tensorlite.kernels import files
call, way, path = sys.argv[1:]
if way == "named":
    files._nameless = files._named

def die(*args, **named):
    os.kill(os.getpid(), signal.SIGKILL)

if call != "write":
    setattr(os, call, die)
else:
    files._Unfinished.fill = lambda self, data, durable: (os.write(self.file, data[:9]), die())
tl.save(tl.zeros(1), path)
"""


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("way", ["nameless", "named"])
@pytest.mark.parametrize("call", ["write", "fsync", "link", "replace"])
def test_a_killed_process_leaves_the_old_file_or_the_new(call, way, there, tmp_path):
    path = tmp_path / "file"
    if there:
        tl.save(tl.ones(1), path)
    done = subprocess.run([sys.executable, "-c", KILLED, call, way, str(path)])
    assert done.returncode in (-signal.SIGKILL, 0)
    if path.exists():
        assert tl.load(path).item() == (0.0 if done.returncode == 0 else 1.0)
    if way == "nameless" and call != "replace":
        assert set(os.listdir(tmp_path)) <= {"file"}, "nothing has had a name yet"
    files._swept.clear()
    tl.save(tl.ones(1), path)
    assert os.listdir(tmp_path) == ["file"], "what is left goes with the next save"
    assert tl.load(path).item() == 1.0


def test_an_unfinished_file_of_the_living_stays(tmp_path):
    with contextlib.closing(files._named(str(tmp_path / "file"), 0o666)) as other:
        files._swept.clear()
        tl.save(tl.ones(1), tmp_path / "file")
        assert os.path.exists(other.name)
    assert os.listdir(tmp_path) == ["file"]


def test_other_files_keep_their_modes_too(tmp_path):
    path = tmp_path / "trace.json"
    path.write_bytes(b"")
    path.chmod(0o600)
    with tl.profile() as prof:
        tl.ones(2).exp()
    prof.export_chrome_trace(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(path.read_text())["traceEvents"]


def whole():
    file = io.BytesIO()
    tl.save({"a": tl.ones(100), "n": 1}, file)
    return file.getvalue()


def with_header(text):
    data = text.encode()
    return len(data).to_bytes(8, "little") + data


BROKEN = [
    (lambda: b"", "an empty file"),
    (lambda: b"hello", "5 bytes that are none or are cut off"),
    (lambda: b"some longer text that is no such file", "none or are cut off"),
    (lambda: whole()[:20], "none or are cut off"),
    (lambda: whole()[:-1], "broken or truncated"),
    (lambda: whole() + b"more", "broken or truncated"),
    (lambda: pickle.dumps({"a": 1}), "another pickle or archive"),
    (lambda: b"PK\x03\x04" + bytes(100), "a whole file of torch.save"),
    (lambda: with_header("{nonsense"), "broken or truncated"),
    (lambda: with_header('{"__metadata__":{"tensorlite":"[]"}}'), "the structure that"),
    (
        lambda: with_header('{"__metadata__":{"tensorlite":"{\\"version\\":99,\\"data\\":1}"}}'),
        "version 99",
    ),
]


HUGE = 1 << 62
ENTRIES = {  # of one tensor in the header: how it differs from a right one, and what is said
    "too many elements": ({"shape": [HUGE, 0, HUGE], "data_offsets": [0, 0]}, "too many elements"),
    "elements beyond 2^64": ({"shape": [HUGE, HUGE]}, "overflow"),
    "70 dims": ({"shape": [1] * 70}, "70 dims, more than 64"),
    "65 dims": ({"shape": [1] * 65}, "65 dims, more than 64"),
    "a fraction": ({"shape": [1.5]}, "floating point `1.5`"),
    "a negative": ({"shape": [-1]}, "integer `-1`"),
    "a bool": ({"shape": [True]}, "boolean `true`"),
    "a string": ({"shape": ["1"]}, "string"),
    "no list": ({"shape": 1}, "expected a sequence"),
    "null": ({"shape": None}, "null"),
    "another size": ({"shape": [3]}, "invalid shape"),
    "offsets beyond the file": ({"shape": [100], "data_offsets": [0, 400]}, "not fully covered"),
    "offsets turned around": ({"data_offsets": [4, 0]}, "invalid offset"),
    "negative offsets": ({"data_offsets": [-4, 0]}, "integer `-4`"),
    "three offsets": ({"data_offsets": [0, 4, 4]}, "expected 2 elements"),
    "a dtype that is none": ({"dtype": 3}, "integer `3`"),
}


def with_entries(entries, data=bytes(4)):
    return with_header(json.dumps(entries)) + data


@pytest.mark.parametrize("in_a_file", [False, True])
@pytest.mark.parametrize("name", ENTRIES)
def test_a_tensor_that_none_could_be(name, in_a_file, tmp_path):
    changed, text = ENTRIES[name]
    entry = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]} | changed
    data = bytes(0 if entry["data_offsets"] == [0, 0] else 4)
    with pytest.raises(RuntimeError, match=f"tensorlite.load: expected a whole .*{text}"):
        if in_a_file:  # read array by array: 65 dims were a ValueError without a name
            (tmp_path / "a").write_bytes(with_entries({"a": entry}, data))
            tl.load(tmp_path / "a")
        tl.load(io.BytesIO(with_entries({"a": entry}, data)))


@pytest.mark.parametrize("name", ["a.safetensors", "a.pt"])
def test_more_dims_than_arrays_have(name, tmp_path):
    with pytest.raises(RuntimeError, match=r"save: expected at most 64 dims.*got 65; try reshape"):
        tl.save({"a": tl.ones([1] * 65)}, tmp_path / name)
    assert not [*tmp_path.iterdir()]


OTHERS = {
    "overlapping": ({"a": [0, 8], "b": [4, 12]}, 12),
    "the same bytes": ({"a": [0, 8], "b": [0, 8]}, 8),
    "a hole": ({"a": [0, 8], "b": [16, 24]}, 24),
    "a rest": ({"a": [0, 8]}, 12),
}


@pytest.mark.parametrize("name", OTHERS)
def test_bytes_belong_to_one_tensor_each(name):
    offsets, size = OTHERS[name]
    entries = {k: {"dtype": "F32", "shape": [2], "data_offsets": o} for k, o in offsets.items()}
    with pytest.raises(RuntimeError, match=r"invalid offset|not fully covered"):
        tl.load(io.BytesIO(with_entries(entries, bytes(size))))


HEADERS = {
    "an entry that is a list": '{"a": [1]}',
    "an entry that is a number": '{"a": 1}',
    "metadata that are a number": '{"__metadata__": 3}',
    "metadata that are a list": '{"__metadata__": ["tensorlite"]}',
    "metadata of numbers": '{"__metadata__": {"tensorlite": 3}}',
    "lists in lists": '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "a number of 5000 digits": '{"a": {"dtype": "F32", "shape": [' + "9" * 5000 + "]}}",
    "not a number": '{"a": {"dtype": "F32", "shape": [NaN], "data_offsets": [0, 4]}}',
    "a structure of lists in lists": json.dumps(
        {"__metadata__": {"tensorlite": '{"version":1,"data":' + "[" * 9999 + "]" * 9999 + "}"}}
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_none_could_have(name):
    with pytest.raises(RuntimeError, match=r"tensorlite\.load: expected"):
        tl.load(io.BytesIO(with_header(HEADERS[name])))


@pytest.mark.parametrize("size", [3, 1 << 40, (1 << 63) - 1, (1 << 64) - 1])
def test_a_header_longer_than_the_file(size):
    with pytest.raises(RuntimeError, match="none or are cut off"):
        tl.load(io.BytesIO(size.to_bytes(8, "little") + b"{}"))


NODES = {
    "too many elements": {"shape": [HUGE, 0, HUGE], "stride": [1, 1, 1], "offset": 0},
    "70 dims": {"shape": [1] * 70, "stride": [1] * 70, "offset": 0},
    "a fraction": {"shape": [1.5], "stride": [1], "offset": 0},
    "a bool": {"shape": [True], "stride": [1], "offset": 0},
    "a string": {"shape": ["1"], "stride": [1], "offset": 0},
    "a negative": {"shape": [-1], "stride": [1], "offset": 0},
    "a fraction of a stride": {"shape": [1], "stride": [0.5], "offset": 0},
    "a huge stride": {"shape": [1], "stride": [1 << 70], "offset": 0},
    "a fraction of an offset": {"shape": [1], "stride": [1], "offset": 0.5},
    "fewer strides": {"shape": [1, 1], "stride": [1], "offset": 0},
    "no stride": {"shape": [1]},
    "another name": {"name": "b"},
}


@pytest.mark.parametrize("name", NODES)
def test_a_view_that_none_could_be(name):
    node = {"tensor": {"dtype": "float32", "name": "a"} | NODES[name]}
    entries = {
        "__metadata__": {"tensorlite": json.dumps({"version": 1, "data": node})},
        "a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
    }
    with pytest.raises(RuntimeError, match=r"expected the structure that tensorlite\.save writes"):
        tl.load(io.BytesIO(with_entries(entries)))


BITS = {f"{c}{n}": n for c, bits in (("F", (16, 32, 64)), ("I", (8, 16, 32, 64)),
        ("U", (8, 16, 32, 64))) for n in bits} | {
    "BOOL": 8, "BF16": 16, "F8_E4M3": 8, "F8_E5M2": 8, "C64": 64, "C128": 128, "X9": 8,
}  # fmt: skip


def test_what_is_said_to_be_readable_is():
    readable, refused = set(), {}
    for code, bits in BITS.items():
        entry = {"dtype": code, "shape": [1], "data_offsets": [0, bits // 8]}
        try:
            tl.load(io.BytesIO(with_entries({"a": entry}, bytes(bits // 8))))
            readable.add(code)
        except RuntimeError as error:
            refused[code] = str(error)
    assert {"F32", "F64", "I64", "U8", "BOOL"} <= readable
    assert {"X9", "F8_E4M3"} <= refused.keys()
    for code, text in refused.items():
        said = text.partition("a dtype of ")[2].partition(";")[0]
        assert set(said.split(", ")) == readable, code
    for code, name in {"F16": "float16", "BF16": "bfloat16", "C64": "complex64"}.items():
        assert code in readable or f"got {name} for 'a'" in refused[code]


def test_bools_of_others_are_0_or_1():
    entry = {"dtype": "BOOL", "shape": [4], "data_offsets": [0, 4]}
    back = tl.load(io.BytesIO(with_entries({"a": entry}, bytes([0, 1, 2, 255]))))["a"]
    assert back.to(tl.uint8).tolist() == [0, 1, 1, 1]


@pytest.mark.parametrize(("make", "text"), BROKEN, ids=[b[1] for b in BROKEN])
def test_what_cannot_be_loaded(make, text, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(make())
    with pytest.raises(RuntimeError, match="tensorlite.load: expected .*" + text):
        tl.load(path)


def test_a_view_cannot_reach_beyond_its_storage():
    x = tl.arange(6)
    file = io.BytesIO()
    tl.save([x, x[1:3]], file)
    data = file.getvalue().replace(b'\\"offset\\":1', b'\\"offset\\":5')
    assert data != file.getvalue()
    with pytest.raises(RuntimeError, match="a view beyond its storage"):
        tl.load(io.BytesIO(data))


def test_a_header_of_any_length():
    # A header of 640 bytes starts like a pickle of protocol 2.
    for length in range(400, 700, 4):
        assert round_trip("x" * length) == "x" * length


def test_no_such_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        tl.load(tmp_path / "none")
    with pytest.raises(FileNotFoundError, match="expected a folder"):
        tl.save(tl.ones(1), tmp_path / "none" / "file")


@pytest.mark.parametrize("load", [tl.load, tl.safetensors.load_file])
def test_a_file_is_read_piece_by_piece(load, tmp_path):
    """The whole file lay in memory beside one or two copies of each tensor."""
    path = tmp_path / "m.safetensors"
    tl.save({f"w{i}": tl.ones(1 << 16) for i in range(8)}, path)
    load(path)  # what loading imports
    tracemalloc.start()
    try:
        found = load(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert all(x.sum() == 1 << 16 for x in found.values())
    assert most < 1.3 * (8 << 18)


def test_tensors_are_read_one_by_one(tmp_path):
    path = tmp_path / "weights.safetensors"
    state = {"w": tl.arange(6.0).reshape(2, 3), "b": tl.ones(2, dtype=tl.bfloat16),
             "m": tl.tensor([True, False])}  # fmt: skip
    tl.safetensors.save_file(state, path, metadata={"epoch": "3"})
    with tl.safetensors.safe_open(path, framework="pt", device="cpu") as file:
        assert file.keys() == [*file] == ["b", "m", "w"] and len(file) == 3 and "w" in file
        assert sorted(file.offset_keys()) == file.keys()
        assert file.metadata() == {"epoch": "3"}
        for name, x in state.items():
            assert file.get_tensor(name).equal(x) and file[name].dtype is x.dtype
        part = file.get_slice("w")
        assert part.get_shape() == [2, 3] and part.get_dtype() == "F32"
        assert part[:, 1:].equal(state["w"][:, 1:])
        assert file.get("none") is None
        with pytest.raises(KeyError, match="expected a name in the file; got 'none'"):
            file.get_tensor("none")
    with pytest.raises(ValueError, match="closed"):
        file.get_tensor("w")


def test_a_file_that_cannot_be_read_is_not_left_open(tmp_path):
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"no header")
    with pytest.raises(RuntimeError, match="expected a safetensors file"):
        tl.safetensors.safe_open(path)
    with pytest.raises(FileNotFoundError):
        tl.safetensors.safe_open(tmp_path / "none")


class Net(nn.Module):
    """A module of a user's, with tied weights, a view of a buffer and an attribute of its own."""

    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(2, 2), nn.Linear(2, 2)
        self.b.weight = self.a.weight
        self.register_buffer("table", tl.arange(6.0))
        self.row, self.names = self.table[2:4], ("x", np.arange(2))
        self.a.weight.note = "tied"

    def forward(self, x):
        return self.b(self.a(x).relu()) + self.row


@pytest.mark.parametrize("name", ["net.pt", "net", None])
def test_whole_modules(name, tmp_path):
    """They were refused, where programs save a model as it is."""
    net, x = Net(), tl.ones(3, 2)
    where = io.BytesIO() if name is None else tmp_path / name
    tl.save({"net": net, "opt": tl.optim.Adam(net.parameters())}, where)
    if name is None:
        where.seek(0)
    back = tl.load(where, weights_only=False)
    other = back["net"]
    assert type(other) is Net and other(x).tolist() == net(x).tolist()
    assert other.b.weight is other.a.weight and other.a.weight.note == "tied"
    assert other.row.data_ptr() == other.table[2:].data_ptr() and other.names[1].tolist() == [0, 1]
    assert back["opt"].param_groups[0]["params"][0] is other.a.weight


def test_whole_objects_are_read_only_where_that_is_asked_for(tmp_path):
    path = tmp_path / "net.pt"
    tl.save(Net(), path)
    for options in ({}, {"weights_only": True}, {"weights_only": None}):
        with pytest.raises(RuntimeError, match=r"got objects such as modules in .*weights_only="):
            tl.load(path, **options)
    for format in ("torch", "safetensors"):
        with pytest.raises(TypeError, match=r"Net at the top; try its state_dict\(\)"):
            tl.save(Net(), path, format=format)
    net = Net()
    net.local = lambda x: x
    with pytest.raises(pickle.PicklingError, match=r"save: expected objects that pickle; .*lambda"):
        tl.save(net, path)
    assert type(tl.load(path, weights_only=False)) is Net


def test_a_class_that_is_gone_is_named(monkeypatch):
    file = io.BytesIO()
    tl.save(Net(), file)
    monkeypatch.delattr(sys.modules[__name__], "Net")
    with pytest.raises(AttributeError, match=r"expected the program to have .*Net; got .*try im"):
        tl.load(io.BytesIO(file.getvalue()), weights_only=False)
