"""Who takes part in what ops do: nobody, the trace of a plan in its thread, or a profile of all."""

import os
from contextlib import contextmanager, nullcontext
from threading import RLock, get_ident

busy = False  # whether anybody takes part in any thread: what the shortest ways ask
_everybodys = None  # the Interpreter of all threads that have no other one
_own = {}  # by thread
_lock = RLock()  # two threads that change these at once must not leave `busy` behind


def current():
    """The Interpreter of this thread, or None."""
    return _own.get(get_ident(), _everybodys) if busy else None


@contextmanager
def standing(interpreter):
    """A context in which this Interpreter, or None, takes part in what this thread does."""
    thread = get_ident()
    with _lock:
        before = [_own[thread]] if thread in _own else []
        _own[thread] = interpreter
        _look()
    try:
        yield
    finally:
        with _lock:
            del _own[thread]
            for outer in before:
                _own[thread] = outer
            _look()


def stand_everywhere(interpreter):
    """Let this Interpreter, or None, take part in what all threads do that have no other one."""
    global _everybodys
    with _lock:
        _everybodys = interpreter
        _look()


def _look():
    global busy
    busy = _everybodys is not None or bool(_own)


def _after_fork():
    """Only the thread that forked lives on; another one may have held the lock."""
    global _lock
    _lock = RLock()
    for thread in set(_own) - {get_ident()}:
        del _own[thread]
    _look()


os.register_at_fork(after_in_child=_after_fork)


class Interpreter:
    """
    Takes part in what ops do: by default, it lets everything run and remembers nothing.

    Attributes
    ----------
    active : bool
        Whether launches of this thread are being recorded instead of run.
    """

    active = False
    rehearses = False  # whether what is launched will be launched again, without its function

    def launch(self, launch, operands):
        """Do what `launch(*operands)` asks for; returns what the kernel answers."""
        return 0 if self.takes(launch, operands) else launch.run(*operands)

    def refused(self, error):
        """Know an error that says what cannot be recorded, whoever may catch it."""

    def takes(self, launch, operands):
        """Whether a launch was recorded; else it has to run."""
        return False

    def check(self, launch, operand, complain):
        """Whether a launch was recorded that answers 0 if all is well; else `complain` is due."""
        return False

    def supposes(self, launch, operand):
        """Whether a launch answers 0, and what is done from here on is for that case alone."""
        return False

    def warned(self):
        """Hear that a warning is due."""

    def draws(self):
        """Hear that random numbers are about to be drawn."""

    def constant(self, source, target):
        """Whether a copy moves what never changes, so that it can be done once and for all."""
        return False

    def replay(self, tape, bases):
        """Do what `tape(*bases)` asks for."""
        return tape.run(*bases)

    def paused(self):
        """A context in which launches run."""
        return nullcontext()

    def made(self, storage, kind="made", filled=False):
        """Hear of a new Storage, and whether it shows memory that holds something."""

    def scratch(self, count):
        """Memory for the next launches, an operand; or None: the caller's own will do."""

    def words(self, array):
        """Hear of numbers of the host that kernels read."""

    def table(self, array, first, rows, written):
        """Hear of an array in whose rows, from column `first` on, stand the addresses of operands.

        The first `written` of each row are written, too.
        """

    def host_access(self, tensor):
        """Hear that the host reads a tensor."""

    def effect(self, effect):
        """Hear of what the host does at each call."""

    def shows(self, tensor):
        """Hear that a tensor is about to show other memory, or the same with other dims."""

    def uses(self, module):
        """Hear of a Module that takes part."""

    def uses_tree(self, module):
        """Hear of a Module that takes part with all below it."""

    def requires(self, tensor):
        """Hear of a tensor to which gradients will flow from now on, or will not."""

    def made_leaf(self, leaf):
        """Hear of a new Leaf."""

    def reads_grad(self, leaf):
        """Hear that the `.grad` of a Leaf is read."""

    def writes_grad(self, leaf):
        """Hear that the `.grad` of a Leaf is set."""
