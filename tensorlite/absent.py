"""What PyTorch has and tensorlite has not: asked about, it says so, and what to use."""

import difflib
import importlib
import re
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from . import paths
from .errors import expected

_SPARSE = "sparse layouts", "dense tensors with index_add_(), scatter_add_() or embedding_bag()"
_QUANTISED = "quantised numbers", "float32"
_GRAPHS = "graphs of other compilers", "tl.compile(), whose plans explain() shows"
_PROCESSES = "processes that share tensors", "mpi4py, or DataLoader(num_workers=)"
REFUSED = {  # by the name, or the whole path: what it is of, and what to use
    **dict.fromkeys(
        ("sparse", "sparse_coo_tensor", "sparse_csr_tensor", "sparse_csc_tensor",
         "sparse_bsr_tensor", "sparse_bsc_tensor", "sparse_compressed_tensor", "to_sparse",
         "to_sparse_coo", "to_sparse_csr", "to_sparse_csc", "to_sparse_bsr", "to_sparse_bsc",
         "sparse_mask", "sparse_dim", "dense_dim", "coalesce", "is_coalesced", "indices", "values",
         "crow_indices", "col_indices", "ccol_indices", "row_indices", "sparse_resize_",
         "sparse_resize_and_clear_", "resize_as_sparse_", "smm", "sspaddmm", "hspmm", "spmm",
         "saddmm", "hsmm", "dsmm"), _SPARSE),
    **dict.fromkeys(
        ("quantization", "quantized", "ao", "quantize_per_tensor", "quantize_per_channel",
         "quantize_per_tensor_dynamic", "fake_quantize_per_tensor_affine",
         "fake_quantize_per_channel_affine", "dequantize", "int_repr", "q_scale", "q_zero_point",
         "q_per_channel_scales", "q_per_channel_zero_points", "q_per_channel_axis", "qscheme",
         "per_tensor_affine", "per_tensor_symmetric", "per_channel_affine",
         "per_channel_symmetric", "qint8", "quint8", "qint32", "quint4x2", "quint2x4",
         "quantized_batch_norm", "quantized_max_pool1d", "quantized_max_pool2d",
         "quantized_lstm_cell", "quantized_gru_cell"), _QUANTISED),
    **dict.fromkeys(("export", "_inductor", "package", "to_mkldnn"), _GRAPHS),
    **dict.fromkeys(("rpc", "fsdp", "share_memory", "share_memory_"), _PROCESSES),
    **dict.fromkeys(("nested", "to_padded_tensor"),
                    ("nested tensors", "nn.utils.rnn.pad_sequence() and a mask")),
    **dict.fromkeys(("cond", "while_loop"),
                    ("control flow as an op", "Python's own, which plans watch")),
    **dict.fromkeys(("rename", "rename_", "refine_names", "align_to", "align_as"),
                    ("named dims", "dims by number, or einops")),
    "lobpcg": ("a few eigenvalues by iteration", "linalg.eigh(), or SciPy's lobpcg"),
    "benchmark": ("timers", "timeit of the standard library, after a first call that compiles"),
    "jiterator": ("kernels in C++", "tl.elementwise"),
    "library": ("a registry of ops in C++", "tl.elementwise, tl.rowwise or autograd.Function"),
    **dict.fromkeys(("overrides", "as_subclass"),
                    ("dispatch to subclasses of tensors", "functions of your own")),
    **dict.fromkeys(("add_safe_globals", "safe_globals", "get_safe_globals", "clear_safe_globals"),
                    ("files with classes of one's own", "save(model.state_dict())")),
    **dict.fromkeys([f"{kind}Storage" for kind in ("Bool", "Byte", "Char", "Short", "Int", "Long",
                     "Half", "BFloat16", "Float", "Double", "ComplexFloat", "ComplexDouble")],
                    ("storages of one dtype", "a tensor, or its untyped_storage()")),
    **dict.fromkeys(("is_autocast_cpu_enabled", "get_autocast_cpu_dtype", "get_autocast_gpu_dtype"),
                    ("one name for each type of devices",
                     "is_autocast_enabled('cpu') or get_autocast_dtype('cpu')")),
    **dict.fromkeys(("set_autocast_enabled", "set_autocast_dtype", "set_autocast_cpu_enabled",
                     "set_autocast_cpu_dtype", "set_autocast_gpu_dtype", "clear_autocast_cache",
                     "set_autocast_cache_enabled", "is_autocast_cache_enabled"),
                    ("casts that stay on", "a context, autocast()")),
    "onnx.export": ("models written as ONNX", "onnx.load(), or save() of a state_dict"),
    **dict.fromkeys(("gru", "gru_cell", "lstm", "lstm_cell", "rnn_tanh", "rnn_tanh_cell",
                     "rnn_relu", "rnn_relu_cell"),
                    ("recurrent layers as functions", "nn.GRU, nn.LSTM, nn.RNN or a cell")),
    **dict.fromkeys(("IterDataPipe", "MapDataPipe", "DFIterDataPipe", "datapipes",
                     "functional_datapipe"),
                    ("data pipes", "utils.data.Dataset or IterableDataset")),
    "symeig": ("what PyTorch took away", "linalg.eigh()"),
    **dict.fromkeys(("frobenius_norm", "nuclear_norm", "norm_except_dim", "native_norm"),
                    ("parts of norms", "linalg.matrix_norm() or linalg.vector_norm()")),
    **dict.fromkeys(("Tensor.xpu", "Tensor.mtia", "ipu", "hpu"),
                    ("devices of other makers", "to('cuda')")),
    **dict.fromkeys(("grouped_mm", "scaled_mm", "scaled_grouped_mm", "ScalingType", "SwizzleType"),
                    ("products of 8-bit numbers and of groups", "matmul() or bmm()")),
    **dict.fromkeys(("masked_tensor", "as_masked_tensor", "is_masked_tensor", "MaskedTensor"),
                    ("tensors with masks", "masked.sum() and its like, with mask=")),
    **dict.fromkeys(("resize", "resize_as", "slice_inverse"),
                    ("tensors of another size in place", "reshape() or resize_()")),
    "flex_attention": ("attention by a function of scores",
                       "scaled_dot_product_attention(), with attn_mask="),
    "flop_counter": ("counts of operations", "explain() of a plan"),
    "cpp_extension": ("kernels in C++", "tl.elementwise or tl.rowwise"),
    "collect_env": ("reports of machines", "python -m tensorlite.info"),
    "nvtx": ("marks for NVIDIA's profiler", "tl.profile(), or explain() of a plan"),
    "monitor": ("counters of events", "tl.utils.tensorboard"),
    "segment_reduce": ("reductions of segments", "scatter_reduce() or index_reduce()"),
    "hash_tensor": ("hashes of numbers", "hash(x.numpy().tobytes())"),
    "reinforce": ("stochastic functions", "distributions, and log_prob()"),
    "from_file": ("files as memory", "from_numpy(numpy.memmap(...))"),
    "swap_tensors": ("tensors that change places", "x.data, y.data = y.data, x.data"),
}  # fmt: skip

_LIBRARIES = "kernels of other libraries", "the op without the prefix"
_SCRIPT = "TorchScript", "tl.compile(), or jit.script(), which gives functions as they are"
PATTERNS = {  # of the package's own names: those that look so are refused, too
    "(cudnn|miopen|mkldnn|fbgemm|native)_.*": _LIBRARIES,
    "quantized_.*|choose_qparams_.*|fused_moving_avg_.*|empty_quantized|Q?U?Q?Int.*Storage|"
    "per_channel_affine_float_qparams": _QUANTISED,
    "(ccol|col|crow|row)_indices_copy|indices_copy|values_copy": _SPARSE,
    ".*Script.*|[A-Z][A-Za-z]*Type|AliasDb|Argument(Spec)?|Block|CallStack|Code|CompilationUnit|"
    "(Complete|Static).*|Concrete.*|ErrorReport|ExecutionPlan|FileCheck|FunctionSchema|Graph|"
    "GraphExecutorState|JITException|Node|OperatorInfo|TracingState|Use|Value|import_ir_.*|"
    "parse_.*|merge_type_.*|unify_type_list": _SCRIPT,
    "batch_norm_(backward|elemt|gather|stats|update).*": (
        "parts of norms over several processes", "nn.SyncBatchNorm"),
    ".*_(ipu|xla)_.*": ("devices of other makers", "autocast('cuda') or autocast('cpu')"),
    "Dispatch.*|Disable.*|Exclude.*|.*DispatchKey.*|Tag": (
        "a dispatcher in C++", "tl.elementwise, tl.rowwise or autograd.Function"),
    "sym_(constrain|fresh)_.*": ("sizes as symbols", "sizes as they are: plans watch them"),
}  # fmt: skip
OF_MODULES = {  # by the path: what else PyTorch has there, and what to use
    "accelerator": ("graphs and host memory", "tl.compile()"),
    "autograd": ("the engine's inner names", "autograd.Function, or hooks"),
    "autograd.function": ("functions of the engine's", "autograd.Function"),
    "autograd.graph": ("streams and budgets of a backward", "saved_tensors_hooks()"),
    "backends.cuda": ("switches of CUDA's libraries", "none: they change no result"),
    "compiler": ("settings of PyTorch's compiler", "tl.compile(), and explain() of a plan"),
    "cpu": ("streams", "calls as they are: each has finished when it returns"),
    "cuda": ("CUDA graphs, allocators and readings of a card", "tl.compile(), memory_stats() or "
             "nvidia-smi"),
    "cuda.memory": ("allocators", "memory_stats() or empty_cache()"),
    "distributed": ("groups of several processes", "all_reduce() and its like, of one process, or "
                    "mpi4py"),
    "func": ("inner names of transforms", "vmap() or functional_call()"),
    "fx": ("rewriting of graphs", "symbolic_trace() and Interpreter, or explain() of a plan"),
    "jit": _SCRIPT,
    "nn.attention": ("choices of kernels", "scaled_dot_product_attention(), which chooses"),
    "nn.parallel": ("copies of a module on several cards", "DataParallel, which has one"),
    "onnx": ("models written as ONNX", "onnx.load(), or save() of a state_dict"),
    "serialization": ("settings of pickles", "load(..., weights_only=False)"),
    "utils": ("tools for PyTorch's own build", "python -m tensorlite.info"),
    "utils.checkpoint": ("choices of what is kept", "checkpoint() of a part"),
    "utils.data": ("data pipes", "Dataset or IterableDataset"),
}  # fmt: skip

MEANT = {  # what NumPy and others call otherwise
    "array": "tensor", "astype": "to", "copy": "clone", "expand_dims": "unsqueeze",
    "percentile": "quantile", "repeat": "repeat_interleave", "append": "cat", "invert":
    "bitwise_not", "power": "pow", "mod": "remainder", "in1d": "isin", "savez": "save",
    "savetxt": "save", "vectorize": "elementwise", "float64": "double", "float32": "float",
    "float16": "half", "int64": "long", "int32": "int", "inverse": "inv", "Gaussian": "Normal",
    "weights": "weight", "reduce_sum": "sum", "reduce_mean": "mean", "matrix": "tensor",
}  # fmt: skip
HOMES = ("nn", "nn.functional", "optim", "optim.lr_scheduler", "utils.data", "linalg",
         "distributions")  # where a name may be that was looked for in the package
_PACKAGE = __package__


class NoSuchName(AttributeError):
    """A name that a module or an object has not.

    What may have been meant is looked for when the message is read: `hasattr` reads none.
    """

    known: Sequence[str] = ()  # names that a module gives on top of its own
    of: Any = None  # what has it not; as `obj`, Python would add what it thinks was meant

    def __str__(self):
        text, name, own = super().__str__(), str(self.name), self.of
        if name[:1] == "_" or name in REFUSED:
            return text
        others = {other.lower(): other for other in (*dir(own), *self.known) if other != name}
        if MEANT.get(name, "").lower() in others:
            return f"{text}; did you mean {MEANT[name]!r}?"
        package = sys.modules[_PACKAGE]
        for place in HOMES if own is package or type(own) is package.Tensor else ():
            if name in importlib.import_module(f"{_PACKAGE}.{place}").__all__:
                return f"{text}; did you mean '{place}.{name}'?"
        if isinstance(own, ModuleType) and name.lower() not in others and name in vars(package):
            return f"{text}; did you mean '{_PACKAGE}.{name}'?"
        near = difflib.get_close_matches(name.lower(), others, 1, 0.8)
        told = "".join(f"; did you mean {others[other]!r}?" for other in near)
        if not near and isinstance(own, ModuleType) and (place := _place(own)) in OF_MODULES:
            what, instead = OF_MODULES[place]
            told = f"; of PyTorch's names there {what} are not here; try {instead}"
        return text + told


def _place(module):
    """The path of a module below the package."""
    return module.__name__.partition(".")[2]


def _refusal(of, name):
    """What a name is of that will not come, and what to use; None of others."""
    if isinstance(of, ModuleType) and not _place(of):
        for pattern, reason in PATTERNS.items():
            if re.fullmatch(pattern, name):
                return reason
    place = _place(of) if isinstance(of, ModuleType) else type(of).__name__
    return REFUSED.get(f"{place}.{name}", REFUSED.get(name))


def no_such(of, name, known=()):
    """The NoSuchName of a module or an object; of what will not come it says what to use.

    Python asks for a name again that a property has refused: then it is what the property said.
    """
    refused = getattr(type(of), name, None)
    if isinstance(refused, property):
        try:
            refused.__get__(of)
        except AttributeError as told:
            return told
    is_module = isinstance(of, ModuleType)
    place = of.__name__ if is_module else type(of).__name__
    reason = _refusal(of, name)
    if reason is not None:
        what, instead = reason
        text = f"{place}.{name}: expected what tensorlite has; got {what}; try {instead}"
    else:
        kind = f"module {place!r}" if is_module else f"{place!r} object"
        text = f"{kind} has no attribute {name!r}"
    error = NoSuchName(text, name=name)
    error.of, error.known = of, known
    return error


def unknown(of, name):
    """The NoSuchName of an object whose class users make: no name of it is refused."""
    error = NoSuchName(f"{type(of).__name__!r} object has no attribute {name!r}", name=name)
    error.of = of
    return error


class Refusal:
    """What is asked last for a module of ours: of one that will not come it says what to use."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        package, _, last = name.rpartition(".")
        place = f"{package.partition('.')[2]}.{last}"
        ours = package.partition(".")[0] == __package__
        if ours and not REFUSED.keys().isdisjoint((last, place)):
            raise ModuleNotFoundError(str(no_such(sys.modules[package], last)))


def asked(module, later=(), known=()):
    """The `__getattr__` of a module: what lies below it, or what was meant by a name it has not.

    Parameters
    ----------
    module : str
    later : sequence of str
        Its submodules that are loaded when they are first asked for.
    known : sequence of str
        Names that may have been meant, beside what it has by now.
    """

    def missing(name: str) -> Any:
        if name in later:
            return importlib.import_module(f"{module}.{name}")
        found = paths.below(module, name)
        if found is None:
            raise no_such(sys.modules[module], name, known)
        return found

    return missing


def listing(module):
    """The `__dir__` of a module: what it offers, and not the modules that it is made of.

    Where nothing else answers for names that it has not, `asked` does.
    """
    vars(sys.modules[module]).setdefault("__getattr__", asked(module))

    def names() -> list[str]:
        space = vars(sys.modules[module])
        return [*space["__all__"], *[name for name in space if name[0] == "_"]]

    return names


def is_available() -> bool:
    """Whether it can be used: no."""
    return False


def is_built() -> bool:
    """Whether it is part of this build: no."""
    return False


def is_initialized() -> bool:
    """Whether it was used: no."""
    return False


def device_count() -> int:
    """The number of such devices: 0."""
    return 0


def refusing(module):
    """The `__getattr__` of the module of a type of devices that are never there."""

    def missing(name: str) -> Any:
        short = module.partition(".")[2]
        raise AttributeError(
            expected(f"{short}.{name}", "a device of this type", "none", f"{short}.is_available()")
        )

    return missing
