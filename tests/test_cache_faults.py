"""The kernel store where disks are full, writers die, and two processes write one kernel."""

import builtins
import contextlib
import errno
import json
import os
import resource
import signal

import pytest
from tensorlite.kernels import cache, files
from test_cache import SMALL, STATS, python, start

CODE = (b"machine code " * 4000, "symbol")


def left(folder):
    """What lies in a store that is neither a kernel nor its text."""
    return [path for path in folder.rglob("*") if path.suffix not in ("", ".py", ".o")]


def full(*given, **named):
    raise OSError(errno.ENOSPC, "No space left on device")


def no_nameless(os_open):
    """`os.open` of a file system that has no nameless files."""

    def opened(path, flags, *mode, **named):
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(errno.EOPNOTSUPP, "no nameless files")
        return os_open(path, flags, *mode, **named)

    return opened


class Full:
    """A file on a disk that has room for a few bytes more."""

    def __init__(self, file, mode, **named):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def write(self, data):
        os.write(self.file, data[:100])
        full()


AT = {"folders": (os, "mkdir"), "the file": (os, "open"), "its bytes": (builtins, "open"),
      "its name": (os, "link"), "its place": (os, "replace")}  # fmt: skip


@pytest.mark.parametrize("nameless", [True, False], ids=["nameless", "named"])
@pytest.mark.parametrize("at", AT)
@pytest.mark.parametrize("before", [False, True], ids=["new", "again"])
def test_a_full_disk_leaves_no_part_of_a_kernel(tmp_path, monkeypatch, at, nameless, before):
    path = tmp_path / "store" / "cpu" / "kernel.o"
    if before:
        cache.save(path, (b"of old", "symbol"), "of old")
    with monkeypatch.context() as patch:
        if not nameless:
            patch.setattr(os, "open", no_nameless(os.open))
        patch.setattr(*AT[at], Full if at == "its bytes" else full)
        cache.save(path, CODE, "text")
    assert cache.read(path) in (None, (b"of old", "symbol"), CODE)
    assert path.exists() or cache.read(path) is None
    assert not left(tmp_path)
    cache.save(path, CODE, "text")  # there is room again
    assert cache.read(path) == CODE
    assert path.with_suffix(".py").read_text() == "text"


def test_a_process_on_a_full_disk_computes_and_stores_no_part(tmp_path):
    """`RLIMIT_FSIZE` as the end of the disk: object code does not fit."""
    room = f"import resource; resource.setrlimit({resource.RLIMIT_FSIZE}, (600, 600))\n"
    assert python(room + SMALL + STATS, tmp_path)["compiled"] >= 2
    assert not list(tmp_path.rglob("*.o"))
    assert not left(tmp_path)
    assert python(SMALL + STATS, tmp_path)["compiled"] >= 2
    assert python(SMALL + STATS, tmp_path)["compiled"] == 0


# ------------------------------------------------------------------ a writer that dies

NAMED = """
import errno, os
opened = os.open
def named(path, flags, *mode, **rest):
    if flags & os.O_TMPFILE == os.O_TMPFILE:
        raise OSError(errno.EOPNOTSUPP, "no nameless files")
    return opened(path, flags, *mode, **rest)
os.open = named
"""
DIES = """
import os, signal, sys
from tensorlite.kernels import files
def die(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)
def half(self, data, durable):
    os.write(self.file, data[: len(data) // 2])
    die()
link = os.link
def taken(source, name, **named):
    # another writer was faster
    if not os.path.basename(name).startswith(files.PASSING[0]):
        raise FileExistsError(name)
    link(source, name, **named)
if sys.argv[1] == "while it writes":
    files._Unfinished.fill = half
else:
    os.replace = die
    os.link = die if sys.argv[1] == "before it has a name" else taken
"""


@pytest.mark.parametrize("nameless", [True, False], ids=["nameless", "named"])
@pytest.mark.parametrize(
    "where", ["while it writes", "before it has a name", "before it replaces one"]
)
def test_a_writer_that_is_killed_leaves_nothing_that_others_use(tmp_path, where, nameless):
    dying = start(("" if nameless else NAMED) + DIES + SMALL, tmp_path, where)
    _, error = dying.communicate(timeout=1200)
    assert dying.returncode == -signal.SIGKILL, error
    assert not list(tmp_path.rglob("*.o"))
    done = python(SMALL + STATS, tmp_path)
    assert done["compiled"] >= 2
    assert not left(tmp_path), "the next writer sweeps"
    assert python(SMALL + STATS, tmp_path)["compiled"] == 0


# ------------------------------------------------------------------ two writers of one kernel

MEET = """
import json, os, sys, time
from pathlib import Path
from tensorlite.kernels import cache, files
folder, own = Path(sys.argv[1]), sys.argv[2]
enter = files._Unfinished.enter
def together(self):
    # both have written all of this file; neither has given it its name
    name = os.path.basename(self.path)
    (folder / f"{name}.{own}").touch()
    until = time.monotonic() + 60
    while not (folder / f"{name}.{1 - int(own)}").exists() and time.monotonic() < until:
        time.sleep(0.001)
    enter(self)
files._Unfinished.enter = together
"""


@pytest.mark.parametrize("nameless", [True, False], ids=["nameless", "named"])
def test_two_processes_write_the_same_kernels_at_once(tmp_path, nameless):
    store, meeting = tmp_path / "store", tmp_path / "meeting"
    meeting.mkdir()
    text = MEET if nameless else NAMED + MEET
    running = [start(text + SMALL + STATS, store, meeting, own) for own in (0, 1)]
    found = [process.communicate(timeout=1200) for process in running]
    for process, (out, error) in zip(running, found, strict=True):
        assert process.returncode == 0, error
        assert json.loads(out.splitlines()[-1])["compiled"] >= 2
    assert not left(store)
    done = python(SMALL + STATS, store)
    assert (done["compiled"], done["numba"]) == (0, False)


def test_an_unfinished_file_of_a_living_writer_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "kernel.o"
    with contextlib.closing(files._named(str(path), 0o600)) as writing:
        writing.fill(b"half", False)
        monkeypatch.setattr(files, "_swept", set())
        files._sweep(str(tmp_path))
        assert left(tmp_path)
        writing.enter()
    assert path.read_bytes() == b"half"
    assert not left(tmp_path)
