"""Files that others may meet: replaced whole or not at all, and read only where nobody else writes.

A new file has no name until all of it is there, so that a process killed on the way leaves nothing
behind. Where the file system has no nameless files, or a file is to be replaced, it bears a name of
its own for a while and is locked as long as its writer lives: the next writer removes what is not.
"""

import contextlib
import errno
import fcntl
import os
import pwd
import stat
import warnings
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CLOEXEC
PASSING = ".tensorlite-", ".tmp"  # how the name of an unfinished file begins and ends
_swept = set()
_trusted: dict = {}  # folder -> whether it was, as far as it was there


# ------------------------------------------------------------------ writing


def replace(path, data, *, durable=True, mode=0o666):
    """Put `data` into the place of a file, in one step for all who look.

    A file that was there keeps its mode and owner, a symbolic link stays and its target is written;
    a new file has `mode` less the umask. What is no regular file (/dev/stdout) is written as it is.
    With `durable` the bytes are on the disk before they are seen.

    Raises
    ------
    OSError
        If the file cannot be written: it is as it was.
    """
    path = os.path.realpath(path)
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "wb") as file:
                file.write(data)
            return
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "expected a file that may be written", path)
    _sweep(os.path.dirname(path))
    for opened in (_nameless, _named):
        try:
            with contextlib.closing(opened(path, mode)) as new:
                new.fill(data, durable)
                new.enter()
            break
        except OSError:
            if opened is _named:
                raise
    if durable:
        _sync(os.path.dirname(path))


class _Unfinished:
    """A new file that will take the place of `path`; locked, so that nobody takes it for dead."""

    def __init__(self, path, file, name):
        self.path, self.file, self.name = path, file, name
        with contextlib.suppress(OSError):  # where there are no locks, nobody sweeps either
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def fill(self, data, durable):
        """Write all of it, with the mode and, where that is allowed, the owner of the old one."""
        with open(self.file, "wb", closefd=False) as file:
            file.write(data)
        with contextlib.suppress(FileNotFoundError):
            old, new = os.stat(self.path), os.fstat(self.file)
            if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
                with contextlib.suppress(PermissionError):
                    os.fchown(self.file, old.st_uid, old.st_gid)
            os.fchmod(self.file, stat.S_IMODE(old.st_mode))
        if durable:
            os.fsync(self.file)

    def enter(self):
        """Take the place."""
        if self.name is None:
            if self._linked(self.path):
                return
            name = _passing(self.path)
            if self._linked(name):
                self.name = name
        os.replace(self.name, self.path)
        self.name = None

    def _linked(self, name):
        """Whether the nameless file has got this name, which another may have had before."""
        try:
            # Python follows the link only with a folder, which an absolute path makes moot
            os.link(f"/proc/self/fd/{self.file}", name, src_dir_fd=self.file)
        except FileExistsError:
            return False
        return True

    def close(self):
        """Leave nothing behind."""
        if self.name is not None:
            with contextlib.suppress(OSError):
                os.unlink(self.name)
        os.close(self.file)


def _nameless(path, mode):
    return _Unfinished(path, os.open(os.path.dirname(path), os.O_TMPFILE | _NEW, mode), None)


def _named(path, mode):
    name = _passing(path)
    return _Unfinished(path, os.open(name, os.O_CREAT | os.O_EXCL | _NEW, mode), name)


def _passing(path):
    start, end = PASSING
    return os.path.join(os.path.dirname(path), f"{start}{os.urandom(8).hex()}{end}")


def _sync(folder):
    """Bring the names in a folder to the disk, where it may be opened."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _sweep(folder):
    """Remove unfinished files whose writers are dead, once per process."""
    if folder in _swept:
        return
    _swept.add(folder)
    start, end = PASSING
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        found = [e.path for e in entries if e.name.startswith(start) and e.name.endswith(end)]
        for path in found:
            _remove_dead(path)


def _remove_dead(path):
    with contextlib.suppress(OSError):
        file = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.unlink(path)
        finally:
            os.close(file)


# ------------------------------------------------------------------ reading what will be run


def read_own(path):
    """The bytes of a regular file that nobody but this user (or root) can have written, or None."""
    if not trusted(path.parent):
        return None
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        file = os.open(path, flags)
    except OSError:
        return None
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode) or not _own(found):
            return None
        with open(file, "rb", closefd=False) as opened:
            return opened.read()
    except OSError:
        return None
    finally:
        os.close(file)


def own_folder(folder):
    """Make a folder and the one that holds it, for this user alone; whether both are."""
    folder.parent.mkdir(0o700, parents=True, exist_ok=True)
    folder.mkdir(0o700, exist_ok=True)
    return trusted(folder)


def trusted(folder):
    """Whether a folder and the one that holds it are this user's (or root's), and only so.

    The holder may be one in which all may make files but none may touch another's, as /tmp is. If
    they are not, a warning tells so once. A folder that is not there yet is trusted.
    """
    found = _trusted.get(folder)
    if found is None:
        try:
            own, holder = os.stat(folder), os.stat(folder.parent)
        except OSError:
            return True
        safe = holder.st_mode & stat.S_ISVTX and holder.st_uid in (0, os.geteuid())
        wrong = [(path, each) for path, each, fine in
                 ((folder, own, _own(own)), (folder.parent, holder, safe or _own(holder)))
                 if not fine]  # fmt: skip
        found = _trusted[folder] = not wrong
        if wrong:
            _warn(*wrong[0])
    return found


def _own(found):
    return found.st_uid in (0, os.geteuid()) and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _warn(path, found):
    mode = oct(stat.S_IMODE(found.st_mode))[2:]
    warnings.warn(
        f"kernel store: expected a folder that only user {os.geteuid()} or root can write to; got "
        f"{path} of user {found.st_uid} with mode {mode}, so kernels are neither loaded from it "
        "nor stored; try chmod go-w, or TENSORLITE_CACHE with a folder of your own",
        RuntimeWarning,
        stacklevel=2,
    )


def home():
    """The user's home, or None if there is none but the root of all files."""
    found = os.environ.get("HOME")
    if not found:
        try:
            found = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:  # a user whom the system does not know
            return None
    return Path(found) if found.startswith("/") and found.strip("/") else None
