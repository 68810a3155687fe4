"""What the host does at each call of a plan, for the function that was recorded."""

import weakref

from .conditions import MISSING


class Requiring:
    """That a tensor which was there requires a gradient, or not: as the recording left it."""

    def __init__(self, tensor):
        self.tensor, self.before, self.after = weakref.ref(tensor), tensor.requires_grad, None

    def settle(self):
        """Note what is so at the end."""
        tensor = self.tensor()
        if tensor is not None:
            self.after = tensor.requires_grad

    def apply(self):
        """Let it be so; always possible."""
        self._set(self.after)
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Let it be as it was."""
        self._set(self.before)

    def _set(self, flag):
        tensor = self.tensor()
        if tensor is not None and tensor.requires_grad is not flag:
            tensor.requires_grad_(flag)


class Assigned:
    """What a plan writes to a dict before a step of ours reads it."""

    __slots__ = ("before", "box", "group", "key")

    def __init__(self, group, key, before, box):
        self.group, self.key, self.before, self.box = group, key, before, box

    def apply(self):
        """Write; always possible."""
        self.before = self.group.get(self.key, MISSING)
        self.group[self.key] = self.box[0]
        return True

    def changes(self):
        """No object as a whole."""
        return ()

    def undo(self):
        """Put back what was there."""
        if self.before is MISSING:
            self.group.pop(self.key, None)
        else:
            self.group[self.key] = self.before


class Box(list):
    """Holds one number that each call puts there."""


class Telling:
    """What each call of a plan tells somebody, with the numbers that it has then."""

    __slots__ = ("args", "called", "kwargs")

    def __init__(self, called, args, kwargs):
        self.called, self.args, self.kwargs = called, args, kwargs

    def __call__(self):
        kwargs = {name: _unboxed(x) for name, x in self.kwargs.items()}
        self.called(*map(_unboxed, self.args), **kwargs)


def _unboxed(x):
    return x[0] if type(x) is Box else x


class Showing:
    """A tensor that the function lets show other memory, or the same with other dims.

    As an effect, for one that was there before: only as it was is it what the plan was made for.
    """

    refusal = "a tensor that shows other memory, or the same with other dims"

    def __init__(self, tensor, place):
        self.tensor, self.before, self.after = weakref.ref(tensor), shown_by(tensor), None
        self.place = place

    def settle(self):
        """Note what it shows at the end."""
        if self.tensor() is not None:
            self.after = shown_by(self.tensor())

    def apply(self):
        """Set what it shows; False if it does not show what it did."""
        tensor = self.tensor()
        if tensor is not None and shown_by(tensor) != self.before:
            return False
        self._show(self.after)
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Set what it showed."""
        self._show(self.before)

    def _show(self, state):
        tensor = self.tensor()
        if tensor is not None:
            tensor.memory, tensor.spec, tensor.address = state


def shown_by(tensor):
    """Storage, Spec and address of a tensor."""
    return tensor.memory, tensor.spec, tensor.address
