"""What `bench/report.py` makes of runs: rows that stay, who measured them, steps, thresholds."""

import json
import random
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"


@pytest.fixture(autouse=True)
def bench(monkeypatch):
    monkeypatch.syspath_prepend(BENCH)


def run_of(cases, date="2026-01-01", commit="abc1234", cpu="a CPU", **more):
    """A run as the store has it; a case is its libraries with their medians."""
    rows = {case: {name: [t, t * 0.99, t * 1.01, 9, None] for name, t in row.items()}
            for case, row in cases.items()}  # fmt: skip
    who = {"date": date, "commit": commit, "cpu": cpu, "versions": {"torch": "2.13.0"}, **more}
    return {"run": who, "cases": rows}


def measured(times, case="a + b"):
    """Runs in which our time of a case changes and the peer's does not."""
    return [run_of({case: {"tensorlite": t, "torch": 1e-3}}, date=f"2026-01-{i + 1:02}",
                   commit=f"c{i}") for i, t in enumerate(times)]  # fmt: skip


def noisy(count, level=1e-3, deviation=0.01, seed=0):
    return [level * random.Random(seed * 1000 + i).lognormvariate(0, deviation)
            for i in range(count)]  # fmt: skip


def test_a_partial_run_changes_its_own_rows(tmp_path):
    import report

    readme, store = tmp_path / "README.md", tmp_path / "results.jsonl"
    readme.write_text(f"before\n{report.BEGIN}\n{report.END}\nafter\n")
    first = run_of({"a": {"tensorlite": 1e-3, "torch": 2e-3}, "b": {"tensorlite": 1, "numpy": 2}})
    later = run_of({"b": {"tensorlite": 3, "numpy": 2}}, "2026-02-02", "def5678", "another CPU")
    for number, each in enumerate((first, later, later)):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(each))
        assert report.main([str(path), f"--results={store}", f"--output={readme}"]) == 0
    text = readme.read_text()
    assert text.startswith("before\n") and text.endswith("after\n")
    assert "| a | 1 ms |  | 2 ms | 0.50 | a |" in text
    assert "| b | 3 s | 2 s |  | 1.50 | b |" in text
    assert "- run a: 2026-01-01, a CPU, commit abc1234, torch 2.13.0" in text
    assert "- run b: 2026-02-02, another CPU, commit def5678, torch 2.13.0" in text
    assert len(store.read_text().splitlines()) == 2, "the same run twice is one"


def test_the_readme_is_what_the_store_gives():
    import history
    import report

    text = report.README.read_text()
    assert text == report.replaced(text, report.markdown(history.read()))


def test_files_of_pytest_benchmark(tmp_path):
    import history

    stats = {"median": 2e-3, "q1": 1e-3, "q3": 3e-3, "rounds": 5}
    told = {
        "benchmarks": [
            {"group": "a", "extra_info": {"lib": "tensorlite", "memory": 4}, "stats": stats},
            {"group": "a", "params": {"lib": "torch"}, "stats": stats},
            {"group": "alone", "stats": stats},
            {"group": None, "name": "test_sum[3]", "params": {"lib": "torch"}, "stats": stats},
        ],
        "machine_info": {"cpu": {"brand_raw": "a CPU"}, "versions": {"torch": "2.13.0"}},
        "commit_info": {"id": "0123456789", "dirty": True},
        "datetime": "2026-01-01T00:00:00+00:00",
    }
    (tmp_path / "b.json").write_text(json.dumps(told))
    found = history.load(tmp_path / "b.json")
    assert found["run"]["commit"] == "0123456-dirty" and found["run"]["cpu"] == "a CPU"
    assert found["cases"] == {"a": {"tensorlite": [2e-3, 1e-3, 3e-3, 5, 4],
                                    "torch": [2e-3, 1e-3, 3e-3, 5, None]},
                              "test_sum": {"torch": [2e-3, 1e-3, 3e-3, 5, None]}}  # fmt: skip


def test_benchmarks_that_name_no_library_are_not_dropped_in_silence(tmp_path):
    import history

    stats = {"median": 2e-3, "q1": 1e-3, "q3": 3e-3, "rounds": 5}
    told = {"benchmarks": [{"group": None, "name": "test_own", "stats": stats}]}
    (tmp_path / "b.json").write_text(json.dumps(told))
    with pytest.raises(SystemExit, match=r"try benchmark\.extra_info"):
        history.load(tmp_path / "b.json")


def test_tables_fit_the_terminal(capsys, tmp_path):
    import history
    import report

    store = tmp_path / "results.jsonl"
    history.write([run_of({"a case with a long name, 1 threads": {"tensorlite": 1, "torch": 2},
                           "b": {"tensorlite": 1, "jax": 2}})], store)  # fmt: skip
    for width in (40, 60, 120):
        text = report.terminal(history.read(store), width=width)
        table = text[: text.index("a: 2026")]
        assert max(map(len, table.splitlines())) <= width
    assert report.main([f"--results={store}", "--like=long"]) == 0
    assert "a case with a long name, 1 threads" in capsys.readouterr().out


@pytest.mark.parametrize("deviation", [0.003, 0.03])
def test_steps_are_found_and_noise_is_none(deviation):
    import history

    rows = [row["cases"]["a + b"] for row in measured(noisy(30, deviation=deviation))]
    assert history.steps(rows) == []
    assert history.noise(rows) == pytest.approx(deviation, rel=0.6)
    times = [*noisy(12, 1e-3, deviation), *noisy(8, 1.3e-3, deviation, 1),
             *noisy(9, 1.0e-3, deviation, 2)]  # fmt: skip
    times[5] *= 2  # one bad run is no step
    (first, slower), (second, faster) = history.steps(
        [row["cases"]["a + b"] for row in measured(times)]
    )
    assert (first, second) == (12, 20)
    assert slower == pytest.approx(1.3, rel=0.1) and faster == pytest.approx(1 / 1.3, rel=0.1)


def test_what_counts_as_slower_comes_from_the_noise(tmp_path, capsys):
    import history
    import report

    new = tmp_path / "new.json"
    for deviation, slower in ((0.003, True), (0.06, False)):
        history.write(measured(noisy(12, deviation=deviation)), tmp_path / "results.jsonl")
        found = run_of({"a + b": {"tensorlite": 1.08e-3, "torch": 1e-3}}, "2026-03-01")
        new.write_text(json.dumps(found))
        check = [str(new), "--check", f"--results={tmp_path / 'results.jsonl'}"]
        assert report.main(check) == slower
        assert ("a + b: 1.08 times slower" in capsys.readouterr().out) == slower
        found["run"]["cpu"] = "another CPU"  # is compared with nothing
        new.write_text(json.dumps(found))
        assert report.main(check) == 0


def test_the_page_has_histories_and_steps(tmp_path):
    pytest.importorskip("matplotlib")
    import history
    import report

    runs = measured([*noisy(5), *noisy(5, 2e-3, seed=1)], case="a < b")
    history.write(runs, tmp_path / "results.jsonl")
    page = tmp_path / "page.html"
    report.main([f"--html={page}", f"--results={tmp_path / 'results.jsonl'}"])
    text = page.read_text()
    assert text.count("<svg") == 2 and "a &lt; b, a CPU; slower by" in text and "since c5" in text
