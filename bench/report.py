"""Write the table of the README from a benchmark run.

    pytest bench --benchmark-json=bench.json && python bench/report.py bench.json

Each row is a group of the run; the columns are medians, ours first, and the ratio to the best peer.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
OURS = "tensorlite"
STEPS, OTHERS = ("torch", "torch fused", "torch.compile", "jax"), ("numpy", "torch")


def medians(path):
    """Seconds by group and library; the library is the `lib` of a benchmark's extra info."""
    groups = defaultdict(dict)
    for bench in json.loads(Path(path).read_text())["benchmarks"]:
        library = bench.get("extra_info", {}).get("lib") or (bench.get("params") or {}).get("lib")
        if library:
            groups[bench["group"]][library] = bench["stats"]["median"]
    return groups


def readable(seconds):
    """A duration in the unit that suits it."""
    for unit, scale in (("s", 1), ("ms", 1e3), ("us", 1e6)):
        if seconds * scale >= 1 or unit == "us":
            return f"{seconds * scale:.3g} {unit}"
    raise AssertionError


def tables(groups):
    """Markdown: whole training steps, then everything else."""
    steps = {name: row for name, row in groups.items() if set(row) & set(STEPS[1:])}
    others = {name: row for name, row in groups.items() if name not in steps}
    parts = ((steps, STEPS), (others, OTHERS))
    return "\n\n".join(table(part, peers) for part, peers in parts if part)


def table(groups, peers):
    """One Markdown table."""
    peers = [peer for peer in peers if any(peer in row for row in groups.values())]
    lines = [
        "| | " + " | ".join([OURS, *peers, "time, best peer = 1"]) + " |",
        "|---|" + "---:|" * (len(peers) + 2),
    ]
    for group, row in sorted(groups.items()):
        others = [row[p] for p in peers if p in row]
        if OURS not in row or not others:
            continue
        cells = [readable(row[lib]) if lib in row else "" for lib in (OURS, *peers)]
        lines.append(f"| {group} | " + " | ".join(cells) + f" | {row[OURS] / min(others):.2f} |")
    return "\n".join(lines)


def main():
    """Replace what stands between the marks of the README."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("json", help="written by pytest --benchmark-json")
    options = parser.parse_args()
    text = README.read_text()
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    README.write_text(f"{before}{BEGIN}\n{tables(medians(options.json))}\n{END}{after}")


if __name__ == "__main__":
    main()
