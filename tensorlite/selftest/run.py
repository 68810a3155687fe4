"""Try out a card: python -m tensorlite.cuda.selftest [--device cuda:0] [--quick] [--out report.md]

Runs the table of ops, all other kernels, compiled steps, memory, figures and a training run on a
card, compares with the CPU, and writes a report in Markdown. The exit status is 0 if all is well, 1
if something failed, 2 if there is no such card.
"""

import argparse
import functools
import importlib.metadata
import pathlib
import platform
import sys
import time
from collections.abc import Callable

import tensorlite as tl
import tensorlite.cuda

from ..kernels import files
from ..kernels.cuda import driver, system
from . import cases, memory, models
from .compare import TOLERANCE
from .elementwise import elementwise
from .figures import figures
from .record import CardLost, Result, Run, told, without_folders

PACKAGES = ("tensorlite", "numba", "llvmlite", "numba-cuda", "cuda-bindings", "cuda-core", "numpy",
            "scikit-learn")  # fmt: skip


# ------------------------------------------------------------------ what there is


def environment(run):
    """Which packages, which machine, which card."""
    rows = [(name, _version(name)) for name in PACKAGES]
    told = tl.cuda.get_device_properties(run.device)
    free, total = tl.cuda.mem_get_info(run.device)
    rows += [
        ("Python", platform.python_version()),
        ("platform", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("card", f"{told.name}, {run.device} of {tl.cuda.device_count()}"),
        ("compute capability", f"{told.major}.{told.minor}"),
        ("processors", str(told.multi_processor_count)),
        ("memory", f"{total / 2**30:.1f} GiB, {free / 2**30:.1f} GiB of it free"),
        ("memory of a block", f"{told.shared_memory_per_block_optin} bytes shared"),
        ("driver", _driver()),
        ("simulated", "yes, by Numba" if run.simulated else "no"),
        ("CUDA graphs", "offered" if driver.graphs_offered() else "not offered"),
    ]
    run.group.tables.append(("Versions and card", ("what", "which"), rows))


def _version(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _driver():
    """The driver's version as NVIDIA and as CUDA count it."""
    if system.simulated():
        return "none"
    number = system.system().call("cuDriverGetVersion")
    told = f"CUDA {number // 1000}.{number % 1000 // 10}"
    lines = pathlib.Path("/proc/driver/nvidia/version")
    return f"{told}; {lines.read_text().splitlines()[0]}" if lines.exists() else told


# ------------------------------------------------------------------ all groups


def _all(make, run):
    """Compare the cases of a function of sizes; in a quick simulator two of five."""
    for number, case in enumerate(make(run.sizes)):
        if number % 5 in (0, 2) or not (run.quick and run.simulated):
            run.compare(case)


GROUPS: dict[str, Callable] = {
    "environment": environment,
    "elementwise": elementwise,
    **{
        make.__name__: functools.partial(_all, make)
        for make in (cases.reductions, cases.scans, cases.products, cases.rows, cases.indexing,
                     cases.order, cases.random, cases.movement, models.layers, models.optimizers)
    },
    "checks": memory.checks,
    "plans": models.plans,
    "memory": memory.memory,
    "figures": figures,
    "training": models.training,
}  # fmt: skip


def perform(run, names, finished):
    """Run groups; `finished()` is called after each. Answers why it ended early, or None."""
    for name in names:
        run.begin(name)
        print(f"{name} ...", end=" ", file=sys.stderr, flush=True)
        begin = time.perf_counter()
        ended = _performed(run)
        group = run.group
        group.seconds = time.perf_counter() - begin
        print(f"{len(group.results)} cases, {len(group.failures)} failed, {group.seconds:.1f} s",
              file=sys.stderr, flush=True)  # fmt: skip
        finished()
        if ended is not None:
            return ended
    return None


def _performed(run):
    """Run the group that has begun; answers why no other can follow, or None."""
    try:
        GROUPS[run.group.name](run)
    except CardLost as error:
        return str(error)
    except KeyboardInterrupt:
        where = run.group.results[-1].name if run.group.results else run.group.name
        return f"interrupted in {where}"
    except Exception as error:  # what makes the cases failed, on the CPU
        run.group.results.append(Result("the group as a whole", failure=told(error)))
    return None


# ------------------------------------------------------------------ the report


def report(run, names, ended=None):
    """A Run in Markdown: failures first."""
    done = [group.name for group in run.groups]
    failed = len(run.failures)
    count = sum(len(group.results) for group in run.groups)
    verdict = f"{failed} of {count} cases failed" if failed else f"all {count} cases passed"
    parts = [f"# tensorlite on {tl.cuda.get_device_name(run.device)}: {verdict}"]
    missing = [name for name in names if name not in done]
    if ended is not None:
        parts.append(f"**Ended early: {without_folders(ended)}.**")
    if missing:
        parts.append(f"Not run: {', '.join(missing)}.")
    if failed:
        parts += ["## Failures", *(_failure(group, result) for group, result in run.failures)]
    parts += ["## Groups", _summary(run)]
    for group in run.groups:
        parts += [f"## {group.name}", *group.notes]
        parts += [f"{title}\n\n{_table(titles, rows)}" for title, titles, rows in group.tables]
        if group.results:
            parts.append(_details(group))
    parts += ["## What is compared", TOLERANCE]
    return "\n\n".join(parts) + "\n"


def _failure(group, result):
    return f"### {group.name}: {result.name}\n\n{result.failure}"


def _summary(run):
    rows = [
        (group.name, len(group.results), len(group.failures), _largest(group.results),
         f"{group.seconds:.1f}") for group in run.groups
    ]  # fmt: skip
    return _table(("group", "cases", "failed", "largest difference", "seconds"), rows)


def _largest(results):
    """The largest difference of passed cases in percent of what is allowed."""
    share = max((result.share for result in results if result.failure is None), default=0.0)
    return f"{100 * share:.0f} % of what is allowed" if share else "none"


def _details(group):
    """Cases of a group: equal names, which differ in sizes or in what follows a colon, together."""
    found = {}
    for result in group.results:
        found.setdefault(result.name.partition(": ")[0], []).append(result)
    rows = [
        (name, len(results), sum(r.failure is not None for r in results), _largest(results))
        for name, results in found.items()
    ]
    table = _table(("case", "times", "failed", "largest difference"), rows)
    return f"<details><summary>Cases</summary>\n\n{table}\n\n</details>"


def _table(titles, rows):
    """A table in Markdown."""
    lines = [titles, ["---"] * len(titles), *rows]
    cells = ([str(cell).replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


# ------------------------------------------------------------------ the command


def main(arguments=None):
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tensorlite.cuda.selftest",
                                     description=__doc__.partition("\n\n")[2])  # fmt: skip
    parser.add_argument("--device", default="cuda:0", help="the card")
    parser.add_argument("--quick", action="store_true", help="fewer and smaller cases")
    parser.add_argument("--out", default="report.md", help="where to write the report")
    parser.add_argument("--only", nargs="+", choices=GROUPS, metavar="GROUP", default=list(GROUPS),
                        help=f"some of the groups: {', '.join(GROUPS)}")  # fmt: skip
    options = parser.parse_args(arguments)
    if not tl.cuda.is_available():
        print(f"selftest: expected a card; got none: {driver.reason()}", file=sys.stderr)
        return 2
    try:
        with tl.cuda.device(options.device):
            return _main(options, tl.device("cuda", tl.cuda.current_device()))
    except RuntimeError as error:
        print(f"selftest: {error}", file=sys.stderr)
        return 2


def _main(options, device):
    run, out = Run(device, options.quick), pathlib.Path(options.out)

    def save(ended=None):
        files.replace(out, report(run, options.only, ended).encode(), durable=False)

    save()  # before minutes of work that could not be saved
    ended = perform(run, options.only, save)
    if ended is not None:
        save(ended)
        print(f"ended early: {ended}", file=sys.stderr)
    for group, result in run.failures:
        print(f"failed: {group.name}: {result.name}", file=sys.stderr)
    print(f"{len(run.failures)} failures; the report is in {out}", file=sys.stderr)
    return 1 if run.failures or ended is not None else 0
