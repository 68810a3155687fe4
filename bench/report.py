"""What benchmark runs tell: the tables of the README, a terminal's, a page with plots, and changes.

    pytest bench --benchmark-json=bench.json && python bench/report.py bench.json

adds a run to `bench/results.jsonl`, where the last run of each case counts, and writes the README's
tables from it: a partial run changes its own rows. Files of ``--versus-json`` are taken, too.

    python bench/report.py                          # the tables, as wide as this terminal
    python bench/report.py --like matmul            # the cases with a word in their name
    python bench/report.py bench.json --check       # exit 1 if a case is slower than noise explains
    python bench/report.py --html page.html         # history with steps found (extra `report`)
"""

import argparse
import sys
from pathlib import Path

import history
from history import OURS

from tensorlite.versus import columns, readable

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
STEPS = "torch", "torch fused", "torch.compile", "jax", "onnxruntime"
OTHERS = "numpy", "torch"


def tables(runs, like=""):
    """Rows with their heads: whole training steps, then everything else; and the runs they are of.

    A row is the case, times of ours and of the peers, ours relative to the best of them, memory
    where it was measured, and the letter of its run: runs are on different days and machines.
    """
    rows = {case: found for case, found in history.latest(runs).items() if like in case}
    letters = {}
    for _, run in sorted(rows.values(), key=lambda found: found[1]["date"] or ""):
        letters.setdefault(str(run), (_letter(len(letters)), run))
    steps = {case: found for case, found in rows.items() if set(found[0]) & set(STEPS[1:])}
    others = {case: found for case, found in rows.items() if case not in steps}
    parts = [_table(part, peers, letters) for part, peers in ((steps, STEPS), (others, OTHERS))
             if part]  # fmt: skip
    return parts, list(letters.values())


def _letter(number):
    """a, b, ..., z, aa, ab, ..."""
    return (_letter(number // 26 - 1) if number > 25 else "") + chr(ord("a") + number % 26)


def _table(rows, peers, letters):
    peers = [peer for peer in peers if any(peer in row for row, _ in rows.values())]
    measured = any(_memory(row) for row, _ in rows.values())
    head = ["", OURS, *peers, "time, best peer = 1", *(["memory"] if measured else []), "run"]
    lines = [head]
    for case, (row, run) in sorted(rows.items()):
        times = [readable(row[name][0]) if name in row else "" for name in (OURS, *peers)]
        memory = [_memory(row)] if measured else []
        lines.append([case, *times, f"{history.value(row):.2f}", *memory, letters[str(run)][0]])
    return lines


def _memory(row):
    """By how much a call raises the memory of the process: ours, and the fastest peer's."""
    fastest = min((name for name in row if name != OURS), key=lambda name: row[name][0])
    sizes = [row[name][4] for name in (OURS, fastest)]
    if None in sizes or max(sizes) < 1 << 20:  # pages that come and go
        return ""
    return " / ".join(f"{size / (1 << 20):.0f}" for size in sizes) + " MiB"


def told(run):
    """Who measured what, when."""
    versions = ", ".join(f"{name} {version}" for name, version in run["versions"].items())
    parts = [run["date"] and run["date"][:10], run["cpu"] or "a CPU that was not noted",
             run["commit"] and f"commit {run['commit']}", versions]  # fmt: skip
    return ", ".join(part for part in parts if part)


def markdown(runs):
    """The tables and the legend of their last column."""
    parts, letters = tables(runs)
    blocks = []
    for head, *rows in parts:
        line = "|---|" + "---:|" * (len(head) - 1)
        cells = [" | ".join(row) for row in rows]
        blocks.append("\n".join(["| " + " | ".join(head).lstrip() + " |", line,
                                 *(f"| {row} |" for row in cells)]))  # fmt: skip
    blocks.append("\n".join(f"- run {letter}: {told(run)}" for letter, run in letters))
    return "\n\n".join(blocks)


def terminal(runs, like="", width=None):
    """The tables in columns that fit."""
    parts, letters = tables(runs, like)
    short = {"time, best peer = 1": "of best", "torch.compile": "compiled", "torch fused": "fused",
             "onnxruntime": "onnx"}  # fmt: skip
    parts = [[[short.get(cell, cell) for cell in head], *rows] for head, *rows in parts]
    legend = "\n".join(f"{letter}: {told(run)}" for letter, run in letters)
    return "\n\n".join([*(columns(part, width) for part in parts), legend])


def replaced(text, tables):
    """A text with other tables between its marks; without marks, the tables alone."""
    if BEGIN not in text:
        return f"{BEGIN}\n{tables}\n{END}\n"
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{tables}\n{END}{rest.split(END)[1]}"


def check(runs, new):
    """Print what a run changed; whether something became slower."""
    slower = False
    for case, factor, limit in history.changes(runs, new):
        slower |= factor > 1
        word = "slower" if factor > 1 else "faster"
        print(f"{case}: {max(factor, 1 / factor):.2f} times {word}; noise explains {limit:.2f}")
    return slower


def main(arguments=None):
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("json", nargs="*", help="files of --benchmark-json or --versus-json")
    parser.add_argument("--results", type=Path, default=history.RESULTS, help="the store of runs")
    parser.add_argument("--output", type=Path, help="where the tables go, instead of the README")
    parser.add_argument("--like", default="", help="show cases with this in their name")
    parser.add_argument("--check", action="store_true", help="compare with the store, keep nothing")
    parser.add_argument("--html", type=Path, help="write a page with plots")
    options = parser.parse_args(arguments)
    runs, new = history.read(options.results), [history.load(path) for path in options.json]
    if options.check:
        return int(sum(check(runs, run) for run in new) > 0)
    for run in new:
        runs = history.merge(runs, run)
    if new:
        history.write(runs, options.results)
    if new or options.output:
        path = options.output or README
        path.write_text(replaced(path.read_text() if path.exists() else "", markdown(runs)))
    if options.html:
        import page

        options.html.write_text(page.page(runs, options.like))
    if not (new or options.output or options.html):
        print(terminal(runs, options.like))
    return 0


if __name__ == "__main__":
    sys.exit(main())
