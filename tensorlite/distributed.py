"""Groups of processes under PyTorch's names: there are none, and questions have an answer.

Programs for one process or many ask `is_available() and is_initialized()`, and go on alone. What
needs a group can be imported, and says what to use once it is called.
"""

from typing import Any, NoReturn

from .absent import asked as _asked
from .absent import is_available, is_initialized
from .absent import listing as _listing
from .docstrings import document as _document
from .errors import expected

__all__ = [
    "GroupMember", "ProcessGroup", "ReduceOp", "TCPStore", "all_gather", "all_gather_object",
    "all_reduce", "barrier", "broadcast", "broadcast_object_list", "destroy_process_group",
    "gather", "get_backend", "get_rank", "get_world_size", "group", "init_process_group",
    "is_available", "is_gloo_available", "is_initialized", "is_mpi_available",
    "is_nccl_available", "is_torchelastic_launched", "new_group", "recv", "reduce",
    "reduce_scatter", "scatter", "send",
]  # fmt: skip
__dir__ = _listing(__name__)
__path__: list[str] = []  # `distributed.nn` lies below, a path that leads back here


class ProcessGroup:
    """What a group of processes is in PyTorch; here none is.

    Examples
    --------
    >>> import tensorlite as tl
    >>> isinstance(None, tl.distributed.ProcessGroup)
    False
    """


class GroupMember:
    """The group of all processes, a default of arguments: None, as there is none.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.distributed.group.WORLD is None
    True
    """

    WORLD = None
    NON_GROUP_MEMBER = -100


group = GroupMember


class ReduceOp:
    """The names of what `all_reduce` computes: they are defaults of arguments.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.distributed.ReduceOp.SUM
    'sum'
    """

    SUM, AVG, PRODUCT, MIN, MAX = "sum", "avg", "product", "min", "max"
    BAND, BOR, BXOR, PREMUL_SUM = "band", "bor", "bxor", "premul_sum"


def no_group(name: str) -> ValueError:
    """The error of what needs a group of processes."""
    wanted, instead = "a group of processes", "distributed.is_initialized() first, or mpi4py"
    return ValueError(expected(name, wanted, "one process alone", instead))


def _refused(name: str) -> Any:
    """A function that needs a group."""

    def function(*args: Any, **kwargs: Any) -> NoReturn:
        raise no_group(f"distributed.{name}")

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"""Refused: there is one process; see `is_initialized`.

    Parameters
    ----------
    *args, **kwargs
        As PyTorch's takes them.

    Raises
    ------
    ValueError
        Always.

    Examples
    --------
    >>> import tensorlite as tl
    >>> if tl.distributed.is_available() and tl.distributed.is_initialized():
    ...     tl.distributed.{name}()  # which programs for one process do not reach
    """
    return function


all_gather, all_gather_object = _refused("all_gather"), _refused("all_gather_object")
all_reduce, barrier, broadcast = _refused("all_reduce"), _refused("barrier"), _refused("broadcast")
broadcast_object_list = _refused("broadcast_object_list")
destroy_process_group, gather = _refused("destroy_process_group"), _refused("gather")
get_backend, get_rank = _refused("get_backend"), _refused("get_rank")
get_world_size, init_process_group = _refused("get_world_size"), _refused("init_process_group")
new_group, recv, reduce = _refused("new_group"), _refused("recv"), _refused("reduce")
reduce_scatter, scatter, send = _refused("reduce_scatter"), _refused("scatter"), _refused("send")
is_gloo_available = is_mpi_available = is_nccl_available = is_available
is_torchelastic_launched = is_initialized


class TCPStore:
    """What processes share by network in PyTorch; refused here.

    Parameters
    ----------
    *args, **kwargs
        As PyTorch's takes them.

    Raises
    ------
    ValueError
        Always.

    Examples
    --------
    >>> import tensorlite as tl
    >>> if tl.distributed.is_initialized():
    ...     tl.distributed.TCPStore("localhost", 29500)
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise no_group("distributed.TCPStore")


_document(globals(), __all__)
__getattr__ = _asked(__name__)
