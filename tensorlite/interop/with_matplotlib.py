"""How matplotlib draws tensors: their values, whether or not gradients are to flow to them."""

from matplotlib import units

import tensorlite as tl


class TensorConverter(units.ConversionInterface):
    """What matplotlib asks for the numbers that a tensor stands for."""

    @staticmethod
    def convert(value, unit, axis):
        """An array of its values; of a sequence of tensors too."""
        if isinstance(value, tl.Tensor):
            return value.detach().cpu().numpy()
        if isinstance(value, list | tuple):
            return [TensorConverter.convert(each, unit, axis) for each in value]
        return value


units.registry[tl.Tensor] = TensorConverter()
