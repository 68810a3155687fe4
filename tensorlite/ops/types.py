"""What users ask of dtypes, of the default device, and of the threads that compute."""

from .. import dtypes
from ..declare import offer, public
from ..device import get_default_device, set_default_device
from ..dispatch import operand, result_dtype
from ..gate import gated, gated_class
from ..kernels.cpu import threads
from ..op import table
from ..tensor import Tensor

offer("finfo", gated_class(dtypes.finfo))
offer("iinfo", gated_class(dtypes.iinfo))

for _function in (
    *(dtypes.can_cast, dtypes.get_default_dtype, dtypes.promote_types, dtypes.set_default_dtype),
    *(get_default_device, set_default_device),
    *(threads.get_num_threads, threads.set_num_threads),
):
    offer(_function.__name__, gated(_function))


@public(method=False)
def result_type(tensor: Tensor | float, other: Tensor | float) -> dtypes.dtype:
    """The dtype of an op on two tensors or numbers, by PyTorch's rules."""
    return result_dtype(table["_add"], [operand(tensor).spec, operand(other).spec])[0]
