"""What was measured, when, by whom: `bench/results.jsonl`, a line for each run, newest last.

A run is {"run": who and when, "cases": {case: {library: [median, quartile, quartile, rounds,
memory]}}}: seconds and bytes. A partial run adds the cases that it has. Times of two runs can be
compared on one CPU alone, and each machine has a noise of its own: what counts as a change comes
from how much a case differs between runs that nothing changed between.
"""

import itertools
import json
import math
import statistics
from pathlib import Path

RESULTS = Path(__file__).parent / "results.jsonl"
OURS = "tensorlite"
LEAST = 0.02  # no change is smaller than this
SURE = 4  # standard deviations


# ------------------------------------------------------------------ files


def read(path=RESULTS):
    """The runs of a store, in the order of their dates; none if there is no such file."""
    lines = path.read_text().splitlines() if path.exists() else []
    return sorted((json.loads(line) for line in lines if line), key=when)


def when(run):
    """The date of a run, for sorting."""
    return run["run"]["date"] or ""


def merge(runs, new):
    """The runs with a new one among them; the same run written again takes its own place."""
    same = [run["run"][key] for run in (new,) for key in ("date", "cpu", "commit")]
    others = [r for r in runs if [r["run"][key] for key in ("date", "cpu", "commit")] != same]
    return sorted([*others, new], key=when)


def write(runs, path=RESULTS):
    """Replace a store."""
    path.write_text("".join(json.dumps(run, separators=(",", ":")) + "\n" for run in runs))


def load(path):
    """The run in a file of ``--benchmark-json`` or ``--versus-json``."""
    told = json.loads(Path(path).read_text())
    return told if "run" in told else _of_benchmarks(told)


def _of_benchmarks(told):
    """The run in what pytest-benchmark writes."""
    cases = {}
    for bench in told["benchmarks"]:
        extra, stats = bench.get("extra_info", {}), bench["stats"]
        library = extra.get("lib") or (bench.get("params") or {}).get("lib")
        if library:
            row = [stats["median"], stats["q1"], stats["q3"], stats["rounds"], extra.get("memory")]
            case = bench["group"] or bench["name"].partition("[")[0]
            cases.setdefault(case, {})[library] = row
    if told["benchmarks"] and not cases:
        raise SystemExit(
            "report: expected benchmarks that name what they measure; got none; try "
            "benchmark.extra_info['lib'] = 'numpy', or the fixture versus"
        )
    machine, commit = told.get("machine_info", {}), told.get("commit_info", {})
    dirty = "-dirty" if commit.get("dirty") else ""
    run = {
        "cpu": machine.get("cpu", {}).get("brand_raw"),
        "threads": machine.get("threads"),
        "python": machine.get("python_version"),
        "commit": commit["id"][:7] + dirty if commit.get("id") else None,
        "date": told.get("datetime"),
        "versions": machine.get("versions", {}),
    }
    return {"run": run, "cases": cases}


# ------------------------------------------------------------------ what the runs tell


def latest(runs):
    """By case, its row and its run: the last in which ours and another were measured."""
    found = {}
    for run in runs:
        for case, row in run["cases"].items():
            if OURS in row and len(row) > 1:
                found[case] = row, run["run"]
    return found


def series(runs, case, cpu):
    """The runs on a CPU in which our median of a case is, with its row."""
    return [(run["run"], run["cases"][case]) for run in runs
            if run["run"]["cpu"] == cpu and OURS in run["cases"].get(case, {})]  # fmt: skip


def value(row):
    """What is followed over time: ours relative to the best of the others, else seconds.

    What slows the machine slows both, so the ratio is the quieter of the two.
    """
    others = [row[name][0] for name in row if name != OURS]
    return row[OURS][0] / min(others) if others else row[OURS][0]


def noise(rows):
    """The standard deviation of the logarithm of a case's value between runs of the same code.

    Of how successive runs differ, by the median, which the few that changed the code do not move;
    of fewer than four, the spread between rounds, which is the larger one.
    """
    values = [math.log(value(row)) for row in rows]
    steps = [abs(b - a) for a, b in itertools.pairwise(values)]
    within = max((_spread(row[OURS]) for row in rows), default=LEAST)
    if len(steps) < 3:
        return max(within, *steps, 0.0) if len(steps) > 1 else within
    return 1.4826 / math.sqrt(2) * statistics.median(steps)


def _spread(measured):
    """The standard deviation of rounds, from their quartiles; each is of the logarithm."""
    _, low, high, *_ = measured
    return max(math.log(high / low) / 1.349, 0.0) if low and high else LEAST


def threshold(rows):
    """The factor above which the next value of a case is a change."""
    deviation = noise(rows) * math.sqrt(1 + 1 / max(len(rows), 1))
    return 1 + max(math.expm1(SURE * deviation), LEAST)


def steps(rows):
    """Where the value of a case changed for good: (index, factor) of each.

    The series is cut into parts of one level each, so that the distances from their medians and a
    price for each cut are least; every way to cut is looked at (Bellman's recursion).
    """
    values = [math.log(value(row)) for row in rows]
    unit = max(noise(rows), LEAST / SURE)
    price = 2 * math.log(max(len(values), 2)) + 2
    best, back = [0.0], [0]
    for end in range(1, len(values) + 1):
        ways = [(best[start] + _distance(values[start:end]) / unit + price * (start > 0), start)
                for start in range(end) if end - start > 1 or end == 1]  # fmt: skip
        cost, start = min(ways)
        best.append(cost)
        back.append(start)
    cuts, end = [], len(values)
    while end:
        cuts.append(back[end])
        end = back[end]
    parts = [values[a:b] for a, b in itertools.pairwise([*sorted(cuts), len(values)])]
    found, at = [], 0
    for before, after in itertools.pairwise(parts):
        at += len(before)
        change = statistics.median(after) - statistics.median(before)
        if abs(change) > SURE / 2 * unit:
            found.append((at, math.exp(change)))
    return found


def _distance(values):
    middle = statistics.median(values)
    return sum(abs(x - middle) for x in values)


def changes(runs, new):
    """What a run has that differs from the runs before it: (case, factor, threshold)."""
    for case, row in new["cases"].items():
        rows = [old for run, old in series(runs, case, new["run"]["cpu"]) if run != new["run"]]
        if OURS not in row or not rows or set(rows[-1]) != set(row):
            continue
        start = max((at for at, _ in steps(rows)), default=0)
        factor = value(row) / statistics.median(value(old) for old in rows[start:])
        limit = threshold([*rows, row] if len(rows) < 4 else rows)
        if factor > limit or factor < 1 / limit:
            yield case, factor, limit
