"""A Module that runs as plans: what `tensorlite.compile` makes of a Module."""

from __future__ import annotations

from ..plan import compiled
from ..plan.compiled import Compiled
from .module import Module


class OptimizedModule(Compiled, Module):
    """
    A Module whose calls are recorded as plans; see `tensorlite.compile`.

    Its parts are those of the Module that it runs, which is its one child: parameters have names
    like ``_orig_mod.0.weight``. Other attributes are read from there, and set there.

    Attributes
    ----------
    plans : int
        How many plans there are.
    recompiles : list of str
        Why a plan was made although there was one for these arguments.

    Examples
    --------
    >>> import tensorlite as tl
    >>> model = tl.compile(tl.nn.Linear(2, 1))
    >>> model(tl.ones(4, 2)).shape, model.plans
    (tensorlite.Size([4, 1]), 1)
    >>> [name for name, _ in model.named_parameters()]
    ['_orig_mod.weight', '_orig_mod.bias']
    """

    stands_for = "_orig_mod"
    _ran: Module  # whose plans these are
    _unwatched = frozenset(("_ran", *vars(Compiled(Module))))  # what it keeps for its plans

    def __init__(self, module: Module, check_every=None):
        Module.__init__(self)
        Compiled.__init__(self, module, check_every)

    __call__ = Module.__call__  # with hooks of its own around the plan
    __repr__ = Module.__repr__

    def forward(self, *args, **kwargs):
        """What the Module that it runs returns."""
        module = self._modules["_orig_mod"]
        if module is not self._ran:  # another one stands there
            self._ran = module
            self.reset()
        return Compiled.__call__(self, *args, **kwargs)

    def compile(self, **options):
        """Nothing: it is compiled."""

    def __get__(self, instance, owner=None):
        return self

    @property
    def _function(self):
        return self._modules["_orig_mod"]

    @_function.setter
    def _function(self, module):
        self._orig_mod = self._ran = module

    @property
    def training(self) -> bool:  # type: ignore[override]
        """Whether the Module that it runs trains."""
        return self._orig_mod.training

    @training.setter
    def training(self, mode):
        self._orig_mod.training = mode

    def __getattr__(self, name):
        entries = self.__dict__.get("_modules", {})
        if name in entries:
            return entries[name]
        if "_orig_mod" not in entries:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return getattr(entries["_orig_mod"], name)

    def __setattr__(self, name, value):
        if name == "_orig_mod":
            super().__setattr__(name, value)
        elif name[:1] == "_" or name in ("recompiles", "training"):
            object.__setattr__(self, name, value)
        else:
            setattr(self._orig_mod, name, value)


compiled.kinds.append((Module, OptimizedModule))
