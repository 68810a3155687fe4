"""Context variables, as a recording reads, sets and resets them."""

import contextlib
import contextvars
import types

from .conditions import MISSING
from .holders import Holder
from .watch import Watch


class Variable(Holder):
    """What a context variable holds; `tokens` are of what was set in it and not reset since."""

    def __init__(self, obj, label, text=None):
        self.tokens = []
        super().__init__(obj, label, text)

    def now(self):
        value = self.obj.get(MISSING)
        return {} if value is MISSING else {"": value}

    def put(self, key, value):
        """Nothing: whoever asks is told."""

    def set(self, value):
        """Set it for the recorded function."""
        self.tokens.append(self.obj.set(value))
        return self.tokens[-1]

    def reset(self, token):
        """Let it hold what it held before it was set."""
        self.obj.reset(token)
        del self.tokens[self.tokens.index(token) :]

    def changes(self):
        return [("", self.now()[""])] if self.tokens else []

    def restore(self):
        for token in reversed(self.tokens):
            with contextlib.suppress(RuntimeError, ValueError):  # used, or of another context
                self.obj.reset(token)

    def place(self, key):
        return self.label

    def read(self, text, key):
        return f"{text}.get(absent)"

    def absent(self, text, key):
        return f"{text}.get(absent) is absent"

    def store(self, text, key, value):
        return f"{text}.set({value})"


class Variables(Watch):
    """A Watch that knows what happens to context variables."""

    def variable_of(self, obj):
        """The Variable of a context variable: it is from outside, wherever it is found."""
        self.labels.setdefault(id(obj), obj.name)
        return self.holder(obj, Variable)

    def _of_variable(self, frame, called):
        """A method of a context variable is called: what is called in its place."""
        holder = self.variable_of(called.__self__)
        if called.__name__ == "get":
            if holder.tokens:
                return None
            self.reads(holder, "")
            with contextlib.suppress(LookupError):
                self.mark(holder.obj.get(), holder.label)  # its default, if it holds nothing
            stand_in = self.stand_ins.get((id(holder.obj), ""), MISSING)
            return None if stand_in is MISSING else lambda *_: stand_in
        if called.__name__ == "set":
            self._changes(frame, holder.obj)
            return holder.set

        def reset(token):
            if token not in holder.tokens:
                self.refuse("a token of what was set outside", "resetting it outside", frame)
            return holder.reset(token)

        return reset

    def _within_context(self, frame, context):
        """`context.run(...)`: what it sets is its own, unless it goes on from call to call."""
        if self.outside(context):
            self.refuse("a context that goes on from call to call", "copy_context()", frame)

        def run(function, *args, **kwargs):
            before = {id(each): list(each.tokens) for each in self._variables()}
            try:
                return context.run(function, *args, **kwargs)
            finally:
                for each in self._variables():
                    each.tokens = before.get(id(each), [])

        return run

    def _variables(self):
        return [each for each in self.holders.values() if isinstance(each, Variable)]


def is_variable_method(called):
    """Whether a method of a context variable is called."""
    owner = called.__self__ if type(called) is types.BuiltinFunctionType else None
    return isinstance(owner, contextvars.ContextVar)


def runs_within(called):
    """Whether `run` of a context is called."""
    kind, owner = type(called), getattr(called, "__self__", None)
    context = kind is types.BuiltinFunctionType and isinstance(owner, contextvars.Context)
    return context and called.__name__ == "run"
