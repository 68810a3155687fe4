"""`histogram`: counts, weights, densities and what cannot be."""

import pytest

import tensorlite as tl

X = tl.tensor([1.0, 2.0, 1.0])
NAN, INF = float("nan"), float("inf")
VALUES = {
    "by number": (X, 4, {}, [2.0, 0.0, 0.0, 1.0], [1.0, 1.25, 1.5, 1.75, 2.0]),
    "range": (X, 4, {"range": (0.0, 3.0)}, [0.0, 2.0, 1.0, 0.0], [0.0, 0.75, 1.5, 2.25, 3.0]),
    "edges": (X, tl.tensor([0.0, 1.0, 2.0]), {}, [0.0, 3.0], [0.0, 1.0, 2.0]),
    "equal edges": (X, tl.tensor([1.0, 1.0, 2.0]), {}, [0.0, 3.0], [1.0, 1.0, 2.0]),
    "weight": (X, 2, {"weight": tl.tensor([1.0, 2.0, 4.0])}, [5.0, 2.0], [1.0, 1.5, 2.0]),
    "density": (X, 2, {"range": (0.0, 8.0), "density": True}, [0.25, 0.0], [0.0, 4.0, 8.0]),
    "equal elements": (tl.ones(3), 2, {}, [0.0, 3.0], [0.5, 1.0, 1.5]),
    "empty": (tl.zeros(0), 2, {}, [0.0, 0.0], [0.0, 0.5, 1.0]),
    "matrix": (tl.tensor([[1.0, 2.0], [0.0, 3.0]]), 3, {}, [1.0, 1.0, 2.0], [0.0, 1.0, 2.0, 3.0]),
    "outside": (tl.tensor([NAN, INF, -1, 1]), 2, {"range": (0, 2)}, [0.0, 1.0], [0.0, 1.0, 2.0]),
}
ERRORS = [
    (tl.tensor([1]), 2, {}, NotImplementedError, "expected a floating point dtype"),
    (X, 0, {}, RuntimeError, "expected bins of at least 1; got 0"),
    (X, 2.5, {}, TypeError, "expected bins to be an integer or a Tensor; got float"),
    (X, 2, {"range": (3.0, 1.0)}, RuntimeError, "expected a range that ascends"),
    (X, 2, {"range": (1.0,)}, RuntimeError, "expected range to be a pair"),
    (X, 2, {"range": (0.0, INF)}, RuntimeError, "expected a range that is finite"),
    (tl.tensor([NAN, 1.0]), 2, {}, RuntimeError, "expected a range that is finite"),
    (X, 2, {"weight": tl.ones(1)}, RuntimeError, "expected weight to be float32"),
    (X, tl.ones(1), {}, RuntimeError, "expected bins to be at least 2 edges"),
    (X, tl.tensor([2.0, 1.0]), {}, RuntimeError, "expected edges that ascend"),
    (X, tl.arange(2.0), {"range": (0.0, 1.0)}, TypeError, "expected no range beside edges"),
]


@pytest.mark.parametrize("name", VALUES)
def test_values(name):
    x, bins, options, hist, edges = VALUES[name]
    got = tl.histogram(x, bins, **options)
    assert (got.hist.tolist(), got.bin_edges.tolist()) == (hist, edges)
    if not isinstance(bins, tl.Tensor):
        compiled = tl.compile(lambda x: tuple(tl.histogram(x, bins, **options)))(x)
        assert [part.tolist() for part in compiled] == [hist, edges]


@pytest.mark.parametrize("x, bins, options, kind, text", ERRORS)
def test_errors(x, bins, options, kind, text):
    with pytest.raises(kind, match=f"histogram: {text}"):
        tl.histogram(x, bins, **options)


def test_a_hundred_bins_by_default():
    got = tl.histogram(X, density=True)
    assert (len(got.hist), got.bin_edges[[0, -1]].tolist()) == (100, [1.0, 2.0])
    assert X.histogram().hist.sum().item() == 3.0


def test_method_and_out():
    out = tl.zeros(2), tl.zeros(3)
    tl.histogram(X, 2, out=out)
    assert out[0].tolist() == X.histogram(2).hist.tolist() == [2.0, 1.0]
    assert out[1].tolist() == [1.0, 1.5, 2.0]


@pytest.mark.parametrize("bins", [1, 2, 7, 100, 4097])
@pytest.mark.parametrize("dtype", [tl.float32, tl.float64], ids=str)
def test_equal_bins_are_those_between_their_edges(dtype, bins):
    tl.manual_seed(bins)
    x = tl.cat([tl.randn(1000, dtype=dtype), tl.arange(-3, 4, dtype=dtype)])
    top = tl.finfo(dtype).max / 4
    for limits in ((-3.0, 3.0), (0.1, 0.7), (1e6, 1e6 + 1), (-top, top)):
        hist, edges = tl.histogram(x * limits[1] / 3, bins, range=limits)
        given = tl.histogram(x * limits[1] / 3, edges)
        assert hist.tolist() == given.hist.tolist()
        beside = tl.histogram(tl.cat([edges, edges[1:] * (1 - 1e-7)]), bins, range=limits)
        same = tl.histogram(tl.cat([edges, edges[1:] * (1 - 1e-7)]), edges)
        assert beside.hist.tolist() == same.hist.tolist()


def test_histograms_of_dims_take_arguments_by_place():
    x = tl.tensor([[0.5, 0.5], [1.5, 0.5]])
    found = tl.histogramdd(x, [2, 1], [0.0, 2.0, 0.0, 1.0], tl.tensor([1.0, 2.0]))
    assert found.hist.tolist() == [[1], [2]] and type(found) is tl.return_types.histogramdd
