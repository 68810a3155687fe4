"""The fixture `versus`: what it makes of times, told by a clock that the functions turn."""

import json
import random

import pytest

import tensorlite as tl
from tensorlite.versus import Comparison, columns, compare

pytest_plugins = ["pytester"]


class Clock:
    """Time passes in the functions alone, on a machine whose speed changes from round to round."""

    def __init__(self, drift=0.0):
        self.now, self.drift, self.calls = 0.0, drift, []
        self.random = random.Random(0)

    def __call__(self):
        return self.now

    def taking(self, name, seconds):
        def function():
            self.calls.append(name)
            self.now += seconds * (1 + self.drift * self.random.random())

        return function


def test_they_take_turns_and_noise_stays_out_of_the_ratio():
    clock = Clock(drift=0.5)
    pair = {"a": clock.taking("a", 0.01), "b": clock.taking("b", 0.03)}
    found = compare(pair, seconds=30.0, clock=clock, case="a case")
    ratio = found.ratio("b", "a")
    assert ratio.low <= 3 <= ratio.high and ratio.width < 0.2
    assert found.seconds("b") > 2 * found.seconds("a")
    turns = [name for name, after in zip(clock.calls, clock.calls[1:], strict=False)
             if name != after]  # fmt: skip
    assert turns.count("a") > 5 and abs(turns.count("a") - turns.count("b")) <= 2
    assert found.record()["a"][3] == found.rounds
    assert str(found).splitlines()[0].startswith("a case")


def test_what_needs_no_more_rounds_ends_early():
    clock = Clock()
    pair = {"a": clock.taking("a", 0.01), "b": clock.taking("b", 0.03)}
    assert compare(pair, seconds=1e6, clock=clock).rounds == 9
    assert compare(pair, seconds=0, clock=clock).rounds == 1


def test_short_functions_are_called_more_often():
    clock = Clock()
    found = compare({"a": clock.taking("a", 1e-6), "b": clock.taking("b", 1e-2)}, clock=clock)
    assert clock.calls.count("a") > 500 * found.rounds
    assert found.seconds("a") == pytest.approx(1e-6)


def test_one_implementation_is_not_enough():
    with pytest.raises(ValueError, match="versus: expected two implementations or more; got 1"):
        compare({"a": lambda: None})


def test_columns_fit():
    rows = [["a case with a rather long name", "time", "ratio"], ["b", "1.5 ms", "0.25"]]
    for width in (34, 40, 200):
        lines = columns(rows, width).splitlines()
        assert max(map(len, lines)) <= width and lines[1].endswith("0.25")
    assert "…" in columns(rows, 34) and "ratio" not in columns(rows, 24)


def test_medians_of_few_rounds():
    found = Comparison("c", {"a": [1.0], "b": [2.0]})
    assert found.record() == {"a": [1.0, 1.0, 1.0, 1, None], "b": [2.0, 2.0, 2.0, 1, None]}
    assert str(found.ratio("b", "a")) == "2 (2 to 2)"


def test_in_a_users_suite(pytester, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    pytester.makeconftest('pytest_plugins = ["tensorlite.versus"]')
    pytester.makepyfile("""
        import tensorlite as tl

        def test_squares(versus):
            x = tl.arange(4.0)
            found = versus({"x * x": lambda: x * x}, power=lambda: x**2)
            assert found.rounds == 1 and found.ratio("power", "x * x").value > 0
    """)
    # not in this process: pytester would have it import anew what the test imported first
    result = pytester.runpytest_subprocess("--versus-seconds=0", "--versus-json=out.json")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["squares *time*of x ** x*memory*", "x ** x *", "power *"])
    told = json.loads((pytester.path / "out.json").read_text())
    assert list(told["cases"]["squares"]) == ["x * x", "power"]
    assert told["run"]["versions"]["tensorlite"] == tl.__version__
    assert {"cpu", "commit", "date", "threads", "python"} <= told["run"].keys()
