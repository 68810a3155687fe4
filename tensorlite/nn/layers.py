"""Linear layers, reshaping layers, Embedding, distances."""

from __future__ import annotations

import math

import tensorlite as tl

from . import functional as F
from . import init
from .module import Module
from .parameter import Parameter

__all__ = [
    "Bilinear", "CosineSimilarity", "Embedding", "Flatten", "Identity", "Linear",
    "PairwiseDistance", "Unflatten",
]  # fmt: skip


def check_size(layer, name, size):
    """Raise unless `size` is an int of at least 0."""
    if isinstance(size, bool) or not hasattr(size, "__index__"):
        raise TypeError(f"{layer}: expected {name} to be an int; got {type(size).__name__}")
    if size < 0:
        raise RuntimeError(f"{layer}: expected {name} of at least 0; got {size}")


class Identity(Module):
    """Gives back its input; takes and ignores any arguments."""

    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, input):
        """The input itself."""
        return input


class Linear(Module):
    """y = x @ weight.T + bias.

    Parameters
    ----------
    in_features, out_features : int
    bias : bool
        Whether there is a bias.
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : Parameter (out_features, in_features)
        Starts uniform in +-1/sqrt(in_features).
    bias : Parameter (out_features,) or None
        Starts likewise.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Linear(3, 2)(tl.zeros(5, 3)).shape
    tensorlite.Size([5, 2])
    """

    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__()
        check_size("Linear", "in_features", in_features)
        check_size("Linear", "out_features", out_features)
        self.in_features, self.out_features = in_features, out_features
        self.weight = Parameter(tl.empty(out_features, in_features, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(tl.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        """Draw new parameters."""
        bound = 1 / math.sqrt(self.in_features) if self.in_features > 0 else 0
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        """`functional.linear`."""
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        """Sizes and whether there is a bias."""
        return (
            f"in_features={self.in_features}, out_features={self.out_features}, "
            f"bias={self.bias is not None}"
        )


class Bilinear(Module):
    """y[k] = x1 @ weight[k] @ x2 + bias[k].

    Parameters
    ----------
    in1_features, in2_features, out_features : int
    bias : bool
    device, dtype
        Of the parameters.

    Attributes
    ----------
    weight : Parameter (out_features, in1_features, in2_features)
    bias : Parameter (out_features,) or None
    """

    def __init__(
        self, in1_features, in2_features, out_features, bias=True, device=None, dtype=None
    ):
        super().__init__()
        if in1_features <= 0:
            raise ValueError(f"Bilinear: in1_features must be > 0, but got {in1_features}")
        self.in1_features, self.in2_features = in1_features, in2_features
        self.out_features = out_features
        shape = (out_features, in1_features, in2_features)
        self.weight = Parameter(tl.empty(*shape, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(tl.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        """Draw new parameters, uniform in +-1/sqrt(in1_features)."""
        bound = 1 / math.sqrt(self.in1_features)
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input1, input2):
        """`functional.bilinear`."""
        return F.bilinear(input1, input2, self.weight, self.bias)

    def extra_repr(self):
        """Sizes and whether there is a bias."""
        return (
            f"in1_features={self.in1_features}, in2_features={self.in2_features}, "
            f"out_features={self.out_features}, bias={self.bias is not None}"
        )


class Flatten(Module):
    """Merge the dimensions from `start_dim` to `end_dim`; by default all but the batch.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Flatten()(tl.zeros(2, 3, 4)).shape
    tensorlite.Size([2, 12])
    """

    def __init__(self, start_dim=1, end_dim=-1):
        super().__init__()
        self.start_dim, self.end_dim = start_dim, end_dim

    def forward(self, input):
        """`Tensor.flatten`."""
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self):
        """The range."""
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


class Unflatten(Module):
    """Split dimension `dim` into `unflattened_size`.

    Parameters
    ----------
    dim : int
    unflattened_size : tuple or list of int
        One size may be -1.
    """

    def __init__(self, dim, unflattened_size):
        super().__init__()
        if not isinstance(dim, int):
            raise TypeError(f"Unflatten: expected dim to be an int; got {type(dim).__name__}")
        if not isinstance(unflattened_size, tuple | list):
            raise TypeError(
                "Unflatten: expected unflattened_size to be a tuple of ints; got "
                f"{type(unflattened_size).__name__}"
            )
        for place, size in enumerate(unflattened_size):
            if not isinstance(size, int):
                raise TypeError(
                    "Unflatten: unflattened_size must be tuple of ints, but found element of type "
                    f"{type(size).__name__} at pos {place}"
                )
        self.dim, self.unflattened_size = dim, unflattened_size

    def forward(self, input):
        """`Tensor.unflatten`."""
        return input.unflatten(self.dim, self.unflattened_size)

    def extra_repr(self):
        """Dimension and sizes."""
        return f"dim={self.dim}, unflattened_size={self.unflattened_size}"


class Embedding(Module):
    """A table of `num_embeddings` vectors, read by index.

    Parameters
    ----------
    num_embeddings, embedding_dim : int
    padding_idx : int, optional
        A row that starts at zero and gets no gradient.
    max_norm : float, optional
        Rows longer than this are shortened when used.
    norm_type : float
    scale_grad_by_freq : bool
        Divide a row's gradient by its number of uses in the batch.
    sparse : bool
        Must be False.

    Attributes
    ----------
    weight : Parameter (num_embeddings, embedding_dim)
        Starts normal with mean 0 and standard deviation 1.

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.nn.Embedding(10, 4)(tl.tensor([[1, 2, 3]])).shape
    tensorlite.Size([1, 3, 4])
    """

    def __init__(
        self,
        num_embeddings,
        embedding_dim,
        padding_idx=None,
        max_norm=None,
        norm_type=2.0,
        scale_grad_by_freq=False,
        sparse=False,
        _weight=None,
        _freeze=False,
        device=None,
        dtype=None,
    ):
        super().__init__()
        self.num_embeddings, self.embedding_dim = num_embeddings, embedding_dim
        if padding_idx is not None:
            if not -num_embeddings <= padding_idx < num_embeddings:
                raise AssertionError(
                    "Embedding: Padding_idx must be within num_embeddings; expected "
                    f"-{num_embeddings} to {num_embeddings - 1}; got {padding_idx}"
                )
            padding_idx %= num_embeddings
        self.padding_idx, self.max_norm, self.norm_type = padding_idx, max_norm, norm_type
        self.scale_grad_by_freq, self.sparse = scale_grad_by_freq, sparse
        if _weight is None:
            table = tl.empty(num_embeddings, embedding_dim, device=device, dtype=dtype)
            self.weight = Parameter(table, requires_grad=not _freeze)
            self.reset_parameters()
        else:
            if tuple(_weight.shape) != (num_embeddings, embedding_dim):
                raise AssertionError(
                    "Embedding: Shape of weight does not match num_embeddings and embedding_dim; "
                    f"got {tuple(_weight.shape)}"
                )
            self.weight = Parameter(_weight, requires_grad=not _freeze)

    def reset_parameters(self):
        """Draw new rows; the padding row becomes zero."""
        init.normal_(self.weight)
        if self.padding_idx is not None:
            with tl.no_grad():
                self.weight[self.padding_idx].fill_(0)

    @classmethod
    def from_pretrained(
        cls,
        embeddings,
        freeze=True,
        padding_idx=None,
        max_norm=None,
        norm_type=2.0,
        scale_grad_by_freq=False,
        sparse=False,
    ):
        """An Embedding with the given table (V, D); frozen unless `freeze` is False."""
        if embeddings.ndim != 2:
            raise AssertionError(
                "Embedding.from_pretrained: Embeddings parameter is expected to be 2-dimensional; "
                f"got {tuple(embeddings.shape)}"
            )
        rows, columns = embeddings.shape
        return cls(
            rows,
            columns,
            padding_idx=padding_idx,
            max_norm=max_norm,
            norm_type=norm_type,
            scale_grad_by_freq=scale_grad_by_freq,
            sparse=sparse,
            _weight=embeddings,
            _freeze=freeze,
        )

    def forward(self, input):
        """`functional.embedding`."""
        return F.embedding(
            input,
            self.weight,
            self.padding_idx,
            self.max_norm,
            self.norm_type,
            self.scale_grad_by_freq,
            self.sparse,
        )

    def extra_repr(self):
        """Sizes and what differs from the defaults."""
        parts = [f"{self.num_embeddings}, {self.embedding_dim}"]
        if self.padding_idx is not None:
            parts.append(f"padding_idx={self.padding_idx}")
        if self.max_norm is not None:
            parts.append(f"max_norm={self.max_norm}")
        if self.norm_type != 2:
            parts.append(f"norm_type={self.norm_type}")
        if self.scale_grad_by_freq:
            parts.append(f"scale_grad_by_freq={self.scale_grad_by_freq}")
        if self.sparse:
            parts.append("sparse=True")
        return ", ".join(parts)


class CosineSimilarity(Module):
    """`functional.cosine_similarity` as a Module."""

    def __init__(self, dim=1, eps=1e-8):
        super().__init__()
        self.dim, self.eps = dim, eps

    def forward(self, x1, x2):
        """The cosine along `dim`."""
        return F.cosine_similarity(x1, x2, self.dim, self.eps)


class PairwiseDistance(Module):
    """`functional.pairwise_distance` as a Module."""

    def __init__(self, p=2.0, eps=1e-6, keepdim=False):
        super().__init__()
        self.norm, self.eps, self.keepdim = p, eps, keepdim

    def forward(self, x1, x2):
        """The distance of the vectors in the last dimension."""
        return F.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)
