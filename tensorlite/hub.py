"""Downloads of weights, as programs ask for them: `load_state_dict_from_url`.

Files go where PyTorch puts them, so that those of one are those of the other. What runs code from
repositories (`load`, `list`, `help`) is not here: that code imports PyTorch.
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import sys
import tempfile
from os import PathLike
from pathlib import Path
from typing import Any
from urllib.parse import urlparse
from urllib.request import Request, urlopen

from .absent import listing as _listing
from .absent import no_such
from .docstrings import document as _document
from .errors import expected
from .serialization import load as _load

__all__ = ["download_url_to_file", "get_dir", "load_state_dict_from_url", "set_dir"]
__dir__ = _listing(__name__)

HASH_REGEX = re.compile(r"-([a-f0-9]*)\.")  # in a name such as resnet18-bf5f4c8e.pth
READ_DATA_CHUNK = 128 * 1024
_chosen: Path | None = None


def _get_torch_home() -> str:
    """What $TORCH_HOME says, else ``torch`` in a cache, as libraries ask for it."""
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    return os.path.expanduser(os.environ.get("TORCH_HOME", os.path.join(cache, "torch")))


def get_dir() -> str:
    """Where downloads go: what `set_dir` chose, else ``hub`` in $TORCH_HOME, or in a cache.

    Examples
    --------
    >>> import os, tensorlite as tl
    >>> os.path.isabs(tl.hub.get_dir())
    True
    """
    return os.path.join(_get_torch_home(), "hub") if _chosen is None else str(_chosen)


def set_dir(d: str | PathLike[str]) -> None:
    """Choose where downloads go.

    Parameters
    ----------
    d : str or path

    Examples
    --------
    >>> import tensorlite as tl
    >>> before = tl.hub.get_dir()
    >>> tl.hub.set_dir("/tmp/weights")
    >>> tl.hub.get_dir()
    '/tmp/weights'
    >>> tl.hub.set_dir(before)
    """
    global _chosen
    _chosen = Path(d).expanduser()


def download_url_to_file(
    url: str, dst: str | PathLike[str], hash_prefix: str | None = None, progress: bool = True
) -> None:
    """Write what is at an address into a file, which appears when all of it is there.

    Parameters
    ----------
    url : str
    dst : str or path
    hash_prefix : str, optional
        What the SHA-256 of the content has to begin with.
    progress : bool
        Whether a bar is shown, where tqdm is installed.

    Raises
    ------
    RuntimeError
        If the content has another hash.
    OSError
        If the address cannot be read, or the file cannot be written.

    Examples
    --------
    >>> import pathlib, tempfile, tensorlite as tl
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> size = (folder / "from.txt").write_text("weights")
    >>> tl.hub.download_url_to_file((folder / "from.txt").as_uri(), folder / "to.txt")
    >>> (folder / "to.txt").read_text()
    'weights'
    """
    dst = Path(dst).expanduser()
    request = Request(url, headers={"User-Agent": "tensorlite.hub"})
    with urlopen(request) as source:
        length = source.headers.get("Content-Length")
        with tempfile.NamedTemporaryFile(dir=dst.parent, suffix=".partial", delete=False) as part:
            try:
                found = _copied(source, part, int(length) if length else None, progress)
                if hash_prefix is not None and not found.startswith(hash_prefix):
                    raise RuntimeError(
                        f"download_url_to_file: invalid hash value (expected {hash_prefix!r}, got "
                        f"{found!r}); try the download again, or check_hash=False"
                    )
                os.replace(part.name, dst)
            finally:
                Path(part.name).unlink(missing_ok=True)


def _copied(source, target, length, progress):
    """Copy a stream; returns the SHA-256 of all of it."""
    digest = hashlib.sha256()
    with _bar(length, progress) as bar:
        while piece := source.read(READ_DATA_CHUNK):
            target.write(piece)
            digest.update(piece)
            if bar is not None:
                bar.update(len(piece))
    target.flush()
    return digest.hexdigest()


def _bar(length, progress) -> Any:
    """A context of a bar of tqdm's, or of None."""
    if not progress or importlib.util.find_spec("tqdm") is None:
        return contextlib.nullcontext()
    from tqdm import tqdm

    return tqdm(total=length, unit="B", unit_scale=True, unit_divisor=1024)


def load_state_dict_from_url(
    url: str,
    model_dir: Any = None,
    map_location: Any = None,
    progress: bool = True,
    check_hash: bool = False,
    file_name: str | None = None,
    weights_only: bool = True,
) -> Any:
    """`tensorlite.load` of what is at an address; downloaded once.

    Parameters
    ----------
    url : str
    model_dir : str or path, optional
        Where the file goes; default ``checkpoints`` in `get_dir`.
    map_location : device, optional
        Where the tensors go.
    progress : bool
        Whether a bar is shown while the file is downloaded, where tqdm is installed.
    check_hash : bool
        Whether the content has to have the hash that the name tells, such as
        ``resnet18-bf5f4c8e.pth``.
    file_name : str, optional
        Of the file; default that of the address.
    weights_only : bool
        Accepted; always so: nothing in a file is run.

    Returns
    -------
    dict, or what else was saved

    Raises
    ------
    RuntimeError
        If the content has another hash, or is no file that `tensorlite.load` reads.
    OSError
        If the address cannot be read, or the file cannot be written.

    Examples
    --------
    >>> import pathlib, tempfile, tensorlite as tl
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> tl.save({"weight": tl.ones(2)}, folder / "net.pt")
    >>> url = (folder / "net.pt").as_uri()
    >>> tl.hub.load_state_dict_from_url(url, model_dir=folder / "kept", progress=False)
    {'weight': tensor([1., 1.])}
    """
    folder = Path(get_dir(), "checkpoints") if model_dir is None else Path(model_dir)
    folder.mkdir(parents=True, exist_ok=True)
    name = file_name or Path(urlparse(url).path).name
    file = folder / name
    if not file.exists():
        if progress:
            print(f'Downloading: "{url}" to {file}', file=sys.stderr)
        told = HASH_REGEX.search(name) if check_hash else None
        download_url_to_file(url, file, told and told[1], progress)
    return _load(file, map_location, weights_only=weights_only)


load_url = load_state_dict_from_url  # its name in `utils.model_zoo`


def __getattr__(name: str) -> Any:
    if name in ("load", "list", "help"):
        got, instead = "code of a repository, which imports PyTorch", "load_state_dict_from_url()"
        raise AttributeError(expected(f"hub.{name}", "downloads of weights", got, instead))
    raise no_such(sys.modules[__name__], name)


_document(globals(), __all__)
