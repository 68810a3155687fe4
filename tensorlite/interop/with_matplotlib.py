"""How matplotlib draws tensors: their values, whether or not gradients are to flow to them."""

import functools
import inspect

from matplotlib import units
from matplotlib.axes import Axes

import tensorlite as tl


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

    return drawn


units.registry[tl.Tensor] = TensorConverter()
for _owner in Axes.__mro__:
    if _owner.__module__.startswith("matplotlib.axes."):
        for _name, _method in [*vars(_owner).items()]:
            if _name[0] != "_" and inspect.isfunction(_method):
                setattr(_owner, _name, of_values(_method))
