"""Weights from an address; the marks of fx, and what neither module has."""

import hashlib
import http.server
import threading
from typing import ClassVar

import pytest

import tensorlite as tl
from tensorlite import nn


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, and counts what it is asked for."""

    asked: ClassVar[list] = []

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *words):
        pass


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A folder, and the address of what it holds; downloads go to a folder of their own."""
    folder = tmp_path / "served"
    folder.mkdir()
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tl.hub, "_chosen", None)
    monkeypatch.setattr(Files, "asked", [])

    def handler(*args):
        return Files(*args, directory=str(folder))

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def named_by_hash(folder, model):
    """Weights in a file whose name tells the hash of its content."""
    tl.save(model.state_dict(), folder / "net.pt")
    digest = hashlib.sha256((folder / "net.pt").read_bytes()).hexdigest()[:8]
    return (folder / "net.pt").rename(folder / f"net-{digest}.pt").name


def test_weights_are_downloaded_once(served, tmp_path, capsys):
    folder, address = served
    model = nn.Linear(2, 3)
    name = named_by_hash(folder, model)
    for _ in range(2):
        found = tl.hub.load_state_dict_from_url(f"{address}/{name}?from=here", check_hash=True)
        assert found.keys() == {"weight", "bias"} and (found["weight"] == model.weight).all()
    assert len(Files.asked) == 1
    kept = tmp_path / "home" / "hub" / "checkpoints"
    assert [file.name for file in kept.iterdir()] == [name]
    told = capsys.readouterr()
    assert "Downloading: " in told.err and not told.out


def test_weights_go_where_they_are_told_to(served, tmp_path):
    folder, address = served
    name = named_by_hash(folder, nn.Linear(2, 3))
    tl.hub.load_state_dict_from_url(
        f"{address}/{name}", tmp_path / "there", "cpu", False, file_name="other.pt"
    )
    assert (tmp_path / "there" / "other.pt").exists()
    tl.hub.set_dir(tmp_path / "chosen")
    tl.hub.load_state_dict_from_url(f"{address}/{name}", progress=False)
    assert (tmp_path / "chosen" / "checkpoints" / name).exists()
    assert tl.hub.get_dir() == str(tmp_path / "chosen")


def test_a_failed_download_leaves_nothing(served, tmp_path):
    folder, address = served
    name = named_by_hash(folder, nn.Linear(2, 3))
    with (folder / name).open("ab") as file:
        file.write(b"more")
    with pytest.raises(RuntimeError, match="download_url_to_file: invalid hash value"):
        tl.hub.load_state_dict_from_url(f"{address}/{name}", check_hash=True, progress=False)
    with pytest.raises(OSError, match="404"):
        tl.hub.load_state_dict_from_url(f"{address}/none.pt", progress=False)
    assert not [*(tmp_path / "home" / "hub" / "checkpoints").iterdir()]


@pytest.mark.torch
def test_files_are_kept_where_pytorch_keeps_them(monkeypatch):
    torch = pytest.importorskip("torch")
    monkeypatch.setattr(tl.hub, "_chosen", None)
    for home, cache in ((None, None), ("/a/home", None), (None, "/a/cache"), ("~/here", "/x")):
        for name, value in (("TORCH_HOME", home), ("XDG_CACHE_HOME", cache)):
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)
        assert tl.hub.get_dir() == torch.hub.get_dir()


@pytest.mark.torch
def test_weights_of_pytorch(served):
    torch = pytest.importorskip("torch")
    folder, address = served
    torch.save(torch.nn.Linear(2, 2).state_dict(), folder / "theirs.pth")
    found = tl.hub.load_state_dict_from_url(f"{address}/theirs.pth", progress=False)
    assert nn.Linear(2, 2).load_state_dict(found)


@pytest.mark.parametrize("name", ["load", "list", "help"])
def test_code_of_repositories_is_refused(name):
    with pytest.raises(AttributeError, match=rf"hub.{name}: expected downloads of weights; .*url"):
        getattr(tl.hub, name)


def test_wrapped_functions_stay_as_they_are():
    from tensorlite.fx import wrap

    @wrap
    def f(x):
        return x + 1

    assert f(tl.ones(1)).item() == 2 and wrap("len") == "len"
    assert tl.compile(f)(tl.ones(1)).item() == 2
    with pytest.raises(RuntimeError, match=r"fx.wrap: expected a function or the name of one"):
        wrap(3)


def test_graphs_are_refused():
    net = nn.ReLU()
    assert not isinstance(net, tl.fx.GraphModule | tl.fx.Proxy)
    for name in tl.fx.__all__:
        if name != "wrap":
            with pytest.raises(RuntimeError, match=rf"fx.{name}: expected .*; try tl.compile\(\)"):
                getattr(tl.fx, name)(net)

    class Finder(tl.fx.Tracer):
        """As libraries have them, which nobody may ever make."""

    with pytest.raises(RuntimeError, match=r"fx.Finder: expected"):
        Finder()
    with pytest.raises(AttributeError, match="did you mean 'wrap'"):
        tl.fx.wrapp  # noqa: B018
