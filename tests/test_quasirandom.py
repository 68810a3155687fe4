"""Sobol's points: PyTorch's where nothing is scrambled, and even where they are."""

import copy
import pickle

import pytest

import tensorlite as tl
from tensorlite.quasirandom import SobolEngine


@pytest.mark.torch
@pytest.mark.parametrize("dimension", [1, 2, 7, 60])
def test_points_are_those_of_pytorch(dimension):
    torch = pytest.importorskip("torch")
    engines = SobolEngine(dimension), torch.quasirandom.SobolEngine(dimension)

    def both(call):
        got, wanted = (call(engine) for engine in engines)
        assert got.tolist() == wanted.tolist() and str(got.dtype)[11:] == str(wanted.dtype)[6:]
        assert engines[0].num_generated == engines[1].num_generated

    both(lambda engine: engine.draw(5))
    both(lambda engine: engine.draw())
    both(lambda engine: engine.draw(0))
    both(lambda engine: engine.fast_forward(10).draw(3))
    for engine, m in zip(engines, (tl, torch), strict=True):
        engine.reset()
        assert engine.draw(3, dtype=m.float64).dtype is m.float64
        engine.reset()
    both(lambda engine: engine.draw_base2(3))
    both(lambda engine: engine.draw_base2(3))
    assert repr(engines[0]) == repr(engines[1])


@pytest.mark.torch
@pytest.mark.parametrize("call", [
    lambda m: m.quasirandom.SobolEngine(0), lambda m: m.quasirandom.SobolEngine(21202),
    lambda m: m.quasirandom.SobolEngine(2).draw(-1),
    lambda m: (e := m.quasirandom.SobolEngine(2)).draw(3) is None or e.draw_base2(1),
])  # fmt: skip
def test_errors_are_those_of_pytorch(call):
    torch = pytest.importorskip("torch")
    classes = []
    for m in (tl, torch):
        with pytest.raises((ValueError, RuntimeError)) as caught:
            call(m)
        classes.append(caught.type)
    assert classes[0] is classes[1]


def test_scrambled_points_follow_their_seed_and_stay_even():
    points = SobolEngine(3, scramble=True, seed=1).draw(64)
    assert tl.equal(points, SobolEngine(3, scramble=True, seed=1).draw(64))
    assert not tl.equal(points, SobolEngine(3, scramble=True, seed=2).draw(64))
    for column in points.T:  # one point in each of 64 slices
        assert sorted((column * 64).long().tolist()) == list(range(64))
    engine = SobolEngine(3, scramble=True, seed=1)
    engine.draw(5)
    assert tl.equal(engine.reset().draw(64), points)
    assert repr(engine) == "SobolEngine(dimension=3, scramble=True, seed=1)"


def test_without_a_seed_the_default_generator_gives_one():
    drawn = []
    for _ in range(2):
        tl.manual_seed(3)
        drawn.append(SobolEngine(2, scramble=True).draw(4))
    assert tl.equal(*drawn) and not tl.equal(drawn[0], SobolEngine(2, scramble=True).draw(4))


def test_points_go_into_out_and_engines_are_copied():
    engine, out = SobolEngine(2), tl.empty(0)
    assert engine.draw(3, out=out) is out and out.shape == (3, 2)
    others = copy.deepcopy(engine), pickle.loads(pickle.dumps(engine))
    wanted = engine.draw(2)
    assert all(tl.equal(other.draw(2), wanted) for other in others)


def test_plans_draw_no_points():
    engine = SobolEngine(2)
    with pytest.raises(tl.TraceError, match=r"SobolEngine: expected .*; got draw\(\) inside"):
        tl.compile(lambda x: x + engine.draw(3))(tl.ones(3, 2))
    assert engine.num_generated == 0
