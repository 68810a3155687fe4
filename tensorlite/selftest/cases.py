"""Self-test: the cases that reach every kernel beside the elementwise ones.

Each function answers the cases of a group: a name, a function of tensors, its arguments on the CPU.
"""

import functools
from collections.abc import Callable

import tensorlite as tl

from .compare import Case, Data

F = tl.nn.functional
FLOATS = ("float32", "float64")


# ------------------------------------------------------------------ many to one


REDUCERS: dict[str, Callable] = {
    "sum": tl.sum,
    "mean": tl.mean,
    "amax": tl.amax,
    "amin": tl.amin,
    "max": tl.max,
    "min": tl.min,
    "argmax": tl.argmax,
    "argmin": tl.argmin,
    "std": tl.std,
    "var_mean": tl.var_mean,
    "logsumexp": tl.logsumexp,
    "norm 2": tl.norm,
    "norm 1": functools.partial(tl.norm, p=1),
    "norm 3": functools.partial(tl.norm, p=3),
    "norm inf": functools.partial(tl.norm, p=float("inf")),
    "nansum": tl.nansum,
    "count_nonzero": tl.count_nonzero,
    "all": tl.all,
    "any": tl.any,
}
WHOLE = ("sum", "amax", "amin", "max", "argmax", "count_nonzero", "all", "any")
SMOOTH = ("sum", "mean", "amax", "max", "std", "var_mean", "logsumexp", "norm 2", "norm 3",
          "nansum")  # fmt: skip


def reductions(sizes):
    """All reducers, over rows, columns, a middle dim and everything."""
    data = Data("reductions")
    for rows, columns in sizes.matrices:
        x = data.normal(rows, columns)
        for name, function in REDUCERS.items():
            for dim in (0, 1):
                yield Case(f"{name} along dim {dim}", functools.partial(function, dim=dim), (x,),
                           gradients=name in SMOOTH)  # fmt: skip
            if name != "logsumexp":  # which has to be told a dim
                yield Case(f"{name} of all", function, (x,), terms=x.numel())
        near = 1 + x / 1000
        yield Case("prod along dim 0", lambda x: x.prod(dim=0), (near,))
        yield Case("prod along dim 1", lambda x: x.prod(dim=1), (near,))
        yield Case("prod of all", tl.prod, (near,), terms=x.numel())
    rows, columns = sizes.matrices[0]
    cube = data.normal(3, rows, columns)
    yield Case("sum along the middle", lambda x: x.sum(dim=1, keepdim=True), (cube,),
               gradients=True)  # fmt: skip
    yield Case("amax along two dims", lambda x: x.amax(dim=(0, 2)), (cube,), gradients=True)
    yield Case("mean of a transposed tensor", lambda x: x.transpose(0, 2).mean(dim=1), (cube,))
    yield Case("argmax of equal elements", lambda x: x.argmax(dim=1),
               (data.whole(0, 3, rows, columns),))  # fmt: skip
    yield Case("max with NaN", lambda x: x.max(dim=1), (_with_nan(cube[0]),))
    yield Case("sum of nothing", lambda x: x[:0].sum(dim=0), (cube,))
    for dtype in ("float64", "int64", "uint8", "bool"):
        x = data.whole(0, 2, rows, columns).to(getattr(tl, dtype))
        for name in WHOLE if dtype != "bool" else ("sum", "all", "any"):
            yield Case(f"{name} of {dtype}", functools.partial(REDUCERS[name], dim=1), (x,))


def _with_nan(x):
    x = x.clone()
    x[0, 1] = float("nan")
    return x


def scans(sizes):
    """Running sums, products and extremes."""
    data = Data("scans")
    for rows, columns in sizes.matrices:
        x = data.normal(rows, columns)
        for dim in (0, 1):
            yield Case(f"cumsum along dim {dim}", functools.partial(tl.cumsum, dim=dim), (x,),
                       gradients=True)  # fmt: skip
            yield Case(f"cumprod along dim {dim}", functools.partial(tl.cumprod, dim=dim),
                       (1 + x / 1000,))  # fmt: skip
            yield Case(f"cummax along dim {dim}", functools.partial(tl.cummax, dim=dim), (x,))
            yield Case(f"cummin along dim {dim}", functools.partial(tl.cummin, dim=dim), (x,))
        few = x[:, :1025].contiguous()  # a float32 that adds up logarithms loses digits in more
        yield Case("logcumsumexp", lambda x: x.logcumsumexp(1), (few,), gradients=True)
        yield Case("cumsum of int64", lambda x: x.cumsum(1), (data.whole(-9, 9, rows, columns),))
    yield Case("gradient of cumprod", lambda x: x.cumprod(0), (data.uniform(0.5, 1.5, 7),),
               gradients=True)  # fmt: skip


# ------------------------------------------------------------------ products


def products(sizes):
    """Matrix products in all layouts and dtypes."""
    data = Data("products")
    for m, n, k in sizes.products:
        for dtype in ("float32", "float64", "int64"):
            make = data.normal if dtype != "int64" else functools.partial(data.whole, -9, 9)
            x, y = make(m, k, dtype=dtype), make(k, n, dtype=dtype)
            plain = dtype == "int64"
            yield Case(f"matmul of {dtype}", tl.matmul, (x, y), gradients=not plain)
            yield Case(f"matmul of {dtype}, both transposed", lambda x, y: x.t() @ y.t(),
                       (_turned(x), _turned(y)))  # fmt: skip
            yield Case(f"addmm of {dtype}", lambda c, x, y: tl.addmm(c, x, y, beta=2, alpha=3),
                       (make(m, n, dtype=dtype), x, y), gradients=not plain)  # fmt: skip
        x, y, bias = data.normal(m, k), data.normal(n, k), data.normal(n)
        yield Case("linear", F.linear, (x, y, bias), gradients=True)
        yield Case("matrix times vector", tl.mv, (x, data.normal(k)), gradients=True)
        yield Case("dot", tl.dot, (data.normal(k), data.normal(k)))
        yield Case("outer", tl.outer, (data.normal(m), data.normal(n)))
    m, n, k = sizes.products[0]
    x, y = data.normal(2, 3, m, k), data.normal(3, k, n)
    yield Case("batches that broadcast", tl.matmul, (x, y), gradients=True)
    yield Case("bmm", tl.bmm, (x[0], y), gradients=True)
    yield Case("baddbmm", lambda c, x, y: tl.baddbmm(c, x, y, beta=0.5, alpha=2),
               (data.normal(3, m, n), x[0], y))  # fmt: skip
    yield Case("einsum", lambda x, y: tl.einsum("abmk,bkn->anm", x, y), (x, y), gradients=True)
    yield Case("product of steps", lambda x, y: x[:, ::2, :] @ y[:, :, ::2], (x[0], y))
    yield Case("product over nothing", lambda x, y: x[:, :0] @ y[:0], (x[0, 0], y[0]))


def _turned(x):
    return x.t().contiguous()


# ------------------------------------------------------------------ rows: norms and losses


def rows(sizes):
    """Softmax, norms and losses with their gradients."""
    data = Data("rows")
    for m, n in sizes.matrices:
        for dtype in FLOATS:
            x = data.spread(m, n, dtype=dtype)
            weight, bias = data.normal(n, dtype=dtype), data.normal(n, dtype=dtype)
            yield Case(f"softmax of {dtype}", lambda x: x.softmax(1), (x,), gradients=True)
            yield Case(f"log_softmax of {dtype}", lambda x: x.log_softmax(1), (x,), gradients=True)
            yield Case(f"layer_norm of {dtype}",
                       lambda x, w, b: F.layer_norm(x, x.shape[1:], w, b), (x, weight, bias),
                       gradients=True, terms=m * n)  # fmt: skip
            yield Case(f"rms_norm of {dtype}", lambda x, w: F.rms_norm(x, x.shape[1:], w),
                       (x, weight), gradients=True, terms=m * n)  # fmt: skip
        x, target = data.normal(m, n), data.whole(0, n, m)
        yield Case("softmax of columns", lambda x: x.softmax(0), (x,), gradients=True)
        yield Case("cross_entropy", F.cross_entropy, (x, target), gradients=True, terms=m)
        yield Case("cross_entropy with weights, smoothing and ignored rows", _weighted_loss,
                   (x, target, data.uniform(0.5, 2, n)), gradients=True, terms=m)  # fmt: skip
        yield Case("cross_entropy of probabilities", F.cross_entropy, (x, x.flip(0).softmax(1)),
                   gradients=True, terms=m * n)  # fmt: skip
        if m > 1:  # it refuses a single row
            yield Case("batch_norm", _batch_norm,
                       (data.spread(m, n), data.normal(n), data.normal(n)), gradients=True,
                       terms=4 * m * n)  # fmt: skip  an error of the mean meets all rows
    m, n = sizes.matrices[0]
    x, y = data.normal(m, n), data.normal(m, n)
    for loss in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss, F.soft_margin_loss):
        yield Case(loss.__name__, loss, (x, y), gradients=True, terms=m * n)
    yield Case("binary_cross_entropy_with_logits", F.binary_cross_entropy_with_logits,
               (x, y.sigmoid()), gradients=True, terms=m * n)  # fmt: skip
    yield Case("kl_div", functools.partial(F.kl_div, reduction="batchmean"),
               (x.log_softmax(1), y.softmax(1)), gradients=True, terms=m * n)  # fmt: skip
    yield Case("cosine_similarity", F.cosine_similarity, (x, y), gradients=True)
    yield Case("group_norm", lambda x: F.group_norm(x, 2), (data.normal(m, 4, n),), gradients=True)


def _weighted_loss(x, target, weight):
    return F.cross_entropy(x, target, weight.detach(), ignore_index=1, label_smoothing=0.1)


def _batch_norm(x, weight, bias):
    mean, var = tl.zeros_like(bias.detach()), tl.ones_like(bias.detach())
    return F.batch_norm(x, mean, var, weight, bias, training=True), mean, var


# ------------------------------------------------------------------ indexing


def indexing(sizes):
    """Reading and writing at indices; equal indices among them."""
    data = Data("indexing")
    for m, n in sizes.matrices:
        x, source = data.normal(m, n), data.normal(m, n)
        index, many = data.whole(0, m, m, n), data.whole(-m, m, 2 * m + 1)
        mask = data.flags(m, n)
        yield Case("gather", lambda x, i: x.gather(0, i), (x, index), gradients=True)
        yield Case("take_along_dim", lambda x, i: x.take_along_dim(i, 0), (x, index))
        yield Case("index_select", lambda x, i: x.index_select(0, i), (x, many % m), gradients=True)
        yield Case("rows at indices", lambda x, i: x[i], (x, many), gradients=True)
        yield Case("elements at pairs of indices", lambda x, i, j: x[i, j],
                   (x, many, data.whole(0, n, 2 * m + 1)), gradients=True)  # fmt: skip
        yield Case("take", tl.take, (x, data.whole(0, m * n, 5)))
        yield Case("scatter_add", lambda x, i, s: x.scatter_add(0, i, s), (x, index, source),
                   gradients=True)  # fmt: skip
        for reduce in ("sum", "prod", "mean", "amax", "amin"):
            yield Case(f"scatter_reduce {reduce}", functools.partial(_reduced, reduce, True),
                       (x, index, source), gradients=True)  # fmt: skip
        yield Case("scatter_reduce mean without self", functools.partial(_reduced, "mean", False),
                   (x, index, source))  # fmt: skip
        order = data.normal(m, n).argsort(0)  # each row once
        yield Case("scatter", lambda x, i, s: x.scatter(0, i, s), (x, order, source),
                   gradients=True)  # fmt: skip
        yield Case("scatter of int64", lambda x, i: x.scatter_add(0, i, i),
                   (data.whole(0, 99, m, n), index))  # fmt: skip
        yield Case("index_put, accumulate", _put, (x, many, data.normal(2 * m + 1, n)),
                   gradients=True)  # fmt: skip
        yield Case("index_add", lambda x, i, s: x.index_add(0, i, s, alpha=2),
                   (x, many % m, data.normal(2 * m + 1, n)), gradients=True)  # fmt: skip
        yield Case("index_fill", lambda x, i: x.index_fill(0, i, 7.0), (x, many % m))
        yield Case("index_copy", lambda x, i, s: x.index_copy(0, i, s),
                   (x, order[:, 0].contiguous(), source))  # fmt: skip
        yield Case("masked_select", lambda x, mask: x.masked_select(mask), (x, mask),
                   gradients=True)  # fmt: skip
        yield Case("masked_fill", lambda x, mask: x.masked_fill(mask, 3), (x, mask), exact=True)
        yield Case("masked_scatter", lambda x, mask, s: x.masked_scatter(mask, s),
                   (x, mask, source))  # fmt: skip
        yield Case("write through a mask", _write_masked, (x, mask))
        yield Case("nonzero", tl.nonzero, (mask,))
        yield Case("where of a mask alone", lambda mask: tl.where(mask), (mask,))
        yield Case("embedding", F.embedding, (data.whole(0, m, 3, 5), x), gradients=True)
        yield Case("tril and triu", lambda x: (x.tril(), x.triu(1)), (x,), exact=True)


def _reduced(reduce, include, x, index, source):
    return x.scatter_reduce(0, index, source, reduce, include_self=include)


def _put(x, index, values):
    return x.index_put((index,), values, accumulate=True)


def _write_masked(x, mask):
    x = x.clone()
    x[mask] = -1.0
    x[1:, ::2] = 5.0
    return x


# ------------------------------------------------------------------ order


def order(sizes):
    """Sorting, searching and counting."""
    data = Data("order")
    for n in sizes.lines:
        for dtype in ("float32", "float64", "int64", "uint8"):
            x = data.whole(0, 200, 3, n, dtype=dtype)  # with equal elements
            yield Case(f"stable sort of {dtype}", lambda x: x.sort(dim=1, stable=True), (x,))
            yield Case(f"descending sort of {dtype}", _descending, (x,))
        x = data.normal(3, n)
        nan = x.clone()
        nan[1, n // 2] = float("nan")
        yield Case("sort along dim 0", lambda x: x.sort(dim=0)[0], (x.t().contiguous(),),
                   gradients=True)  # fmt: skip
        yield Case("sort with NaN", lambda x: x.sort(dim=1, stable=True), (nan,))
        yield Case("argsort", lambda x: x.argsort(dim=1), (x,))
        few = min(5, n)
        yield Case("topk", lambda x, k: x.topk(k, dim=1), (x, few), gradients=True)
        yield Case("topk, smallest", lambda x, k: x.topk(k, dim=1, largest=False)[0], (x, few))
        yield Case("kthvalue", lambda x, k: x.kthvalue(k, dim=1), (x, few))
        yield Case("median", lambda x: x.median(dim=1), (x,), gradients=True)
        yield Case("quantile", lambda x: x.quantile(0.3, dim=1), (x,), gradients=True)
        yield Case("mode", lambda x: x.mode(dim=1), (data.whole(0, 9, 3, n),))
        yield Case("searchsorted", tl.searchsorted, (x.sort(dim=1)[0], data.normal(3, 7)))
        yield Case("bucketize", lambda x, b: tl.bucketize(x, b, right=True),
                   (x, data.normal(9).sort()[0]))  # fmt: skip
        yield Case("bincount", lambda x: x.bincount(minlength=12), (data.whole(0, 9, n),))
        yield Case("bincount with weights", tl.bincount, (data.whole(0, 9, n), data.normal(n)))
        yield Case("histc", lambda x: x.histc(bins=7, min=-1, max=1), (x,))


def _descending(x):
    return x.sort(dim=1, descending=True, stable=True)


# ------------------------------------------------------------------ random


def random(sizes):
    """Numbers of all distributions: those of the CPU, one by one."""
    data = Data("random")
    for n in sizes.lines:
        x = data.normal(n)
        for name, fill in {
            "uniform_": lambda x: x.uniform_(-1, 2),
            "normal_": lambda x: x.normal_(1, 2),
            "exponential_": lambda x: x.exponential_(2.0),
            "log_normal_": lambda x: x.log_normal_(0.5, 0.25),
            "cauchy_": lambda x: x.cauchy_(),
            "geometric_": lambda x: x.geometric_(0.3),
            "bernoulli_": lambda x: x.bernoulli_(0.3),
            "random_": lambda x: x.random_(0, 1000),
        }.items():
            for dtype in FLOATS:
                yield Case(f"{name} of {dtype}", functools.partial(_filled, fill, dtype), (x,),
                           exact=True)  # fmt: skip
        yield Case("rand_like, twice", lambda x: (tl.rand_like(x), tl.rand_like(x)), (x,), True)
        yield Case("randn", lambda x: tl.randn(x.numel(), device=x.device), (x,), True)
        yield Case("randint", lambda x: tl.randint(-5, 99, (3, x.numel()), device=x.device), (x,))
        yield Case("randperm", lambda x: tl.randperm(x.numel(), device=x.device), (x,))
        yield Case("bernoulli", tl.bernoulli, (x.sigmoid(),), True)
        yield Case("normal of means", tl.normal, (x, x.exp()), True)
        weights = data.uniform(0.1, 1, 3, min(n, 1025))
        yield Case("multinomial", lambda w: w.multinomial(4, replacement=True), (weights,))
        yield Case("dropout", lambda x: F.dropout(x, 0.4), (x,), True, True)
        yield Case("alpha_dropout", lambda x: F.alpha_dropout(x, 0.4, training=True), (x,), True)
        yield Case("gumbel_softmax", F.gumbel_softmax, (x.reshape(1, n),))


def _filled(fill, dtype, x):
    return fill(tl.empty_like(x, dtype=getattr(tl, dtype)))


# ------------------------------------------------------------------ moving elements


def movement(sizes):
    """Elements that change place, shape or dtype, and none that changes."""
    data = Data("movement")
    for m, n in sizes.matrices:
        x, y = data.normal(m, n), data.normal(m, n)
        for name, function in {
            "cat along dim 0": lambda x, y: tl.cat([x, y[1:], x]),
            "cat along dim 1": lambda x, y: tl.cat([x, y], dim=1),
            "stack": lambda x, y: tl.stack([x, y], dim=1),
            "pad": lambda x, y: F.pad(x, (1, 2, 0, 3), value=2.5),
            "pad, negative": lambda x, y: F.pad(x, (-1, 2)),
            "flip": lambda x, y: x.flip(0, 1),
            "roll": lambda x, y: x.roll(2, 1),
            "contiguous copy of columns": lambda x, y: x.t().contiguous(),
            "reshape of columns": lambda x, y: x.t().reshape(-1),
            "repeat": lambda x, y: x.repeat(2, 3),
            "diagonal": lambda x, y: x.diagonal(1) * 1,
            "chunk": lambda x, y: [part * 1 for part in x.chunk(3, 1)],
            "where": lambda x, y: tl.where(x > y, x, y),
            "unbind and sum": lambda x, y: x[:2].unbind()[0] + y[0],
            "max_pool1d": lambda x, y: F.max_pool1d(x, 3, 2, 1),
            "avg_pool1d": lambda x, y: F.avg_pool1d(x, 3, 2, 1),
            "adaptive_avg_pool1d": lambda x, y: F.adaptive_avg_pool1d(x, 3),
            "adaptive_max_pool1d": lambda x, y: F.adaptive_max_pool1d(x, 3),
        }.items():
            yield Case(name, function, (x, y), exact=name != "repeat", gradients=True)
        yield Case("repeat_interleave", lambda x: x.repeat_interleave(3, 1), (x,), exact=True)
        yield Case("write into a view", _write_view, (x, y), exact=True)
        for dtype in ("float64", "int64", "int32", "uint8", "int8", "bool"):
            values = x.abs() * 9 if dtype == "uint8" else x * 9  # what is no uint8 is undefined
            yield Case(f"float32 to {dtype}", functools.partial(_cast, dtype), (values,),
                       exact=True)  # fmt: skip
            yield Case(f"{dtype} to float32", lambda x: x.float(), (_cast(dtype, values),),
                       exact=True)  # fmt: skip
        yield Case("equal", lambda x, y: (tl.equal(x, x), tl.equal(x, y)), (x, y))
    x = data.normal(4)
    yield Case("arange, full and eye", lambda x: (
        tl.arange(17, device=x.device), tl.full((3, 5), 2.5, device=x.device),
        tl.eye(5, device=x.device), tl.linspace(0, 1, 9, device=x.device)), (x,))  # fmt: skip


def _write_view(x, y):
    x = x.clone()
    x.t()[0] = 4
    x[1:].add_(y[1:])
    x[:, -1].mul_(2)
    return x


def _cast(dtype, x):
    return x.to(getattr(tl, dtype))
