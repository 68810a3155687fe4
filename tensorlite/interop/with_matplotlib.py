"""How matplotlib draws tensors: their values, whether or not gradients are to flow to them."""

import functools
import inspect

from matplotlib import units
from matplotlib.axes import Axes

import tensorlite as tl

_AxesBase = Axes.__mro__[1]  # whose subclasses matplotlib lists itself


def shown(value):
    """An array of a tensor's values; of lists, tuples and dicts of tensors, too."""
    if isinstance(value, tl.Tensor):
        return value.detach().cpu().numpy()
    if type(value) in (list, tuple):
        return type(value)(map(shown, value))
    if type(value) is dict:
        return {name: shown(each) for name, each in value.items()}
    return value


class TensorConverter(units.ConversionInterface):
    """What an artist asks for the numbers that a tensor stands for, such as `Line2D.set_data`."""

    @staticmethod
    def convert(value, unit, axis):
        """An array of its values; of a sequence of tensors too."""
        return shown(value)


def of_values(method):
    """A method of Axes that gets arrays for the tensors that it is given."""

    @functools.wraps(method)
    def drawn(self, *args, **named):
        return method(self, *map(shown, args), **{name: shown(x) for name, x in named.items()})

    drawn.draws_tensors = True  # type: ignore[attr-defined]
    return drawn


def draw_tensors(kind):
    """Let the methods that a class of Axes itself has draw tensors, if it is matplotlib's."""
    if kind.__module__.partition(".")[0] not in ("matplotlib", "mpl_toolkits"):
        return
    for name, method in [*vars(kind).items()]:
        if name[0] != "_" and inspect.isfunction(method) and not hasattr(method, "draws_tensors"):
            setattr(kind, name, of_values(method))


def with_subclasses(kind):
    """A class and all that are made of it so far."""
    yield kind
    for each in kind.__subclasses__():
        yield from with_subclasses(each)


_made = _AxesBase.__init_subclass__.__func__  # type: ignore[attr-defined]


def _make(cls, **named):
    """A class of Axes that is still to come: polar ones, those in three dimensions."""
    _made(cls, **named)
    draw_tensors(cls)


units.registry[tl.Tensor] = TensorConverter()
_AxesBase.__init_subclass__ = classmethod(_make)  # type: ignore[assignment]
for _kind in with_subclasses(_AxesBase):
    draw_tensors(_kind)
