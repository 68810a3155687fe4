"""One HTML file of all runs: a table, and for each case its history with the steps found in it."""

import html
import io

import history
from history import OURS
from report import tables, told

from tensorlite.versus import readable

STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em }
table { border-collapse: collapse } td, th { padding: .1em .7em; text-align: right }
td:first-child, th:first-child { text-align: left } tr:nth-child(even) { background: #8881 }
.slow { color: #b30 } .fast { color: #080 } svg { max-width: 100%; height: auto }
figure { display: inline-block; margin: 1em 0 } figcaption { font-weight: bold }
"""


def page(runs, like=""):
    """The whole page, which needs no other file."""
    parts, letters = tables(runs, like)
    body = ["<h1>tensorlite beside its peers</h1>", *map(_table, parts)]
    legend = [f"<li>run {letter}: {html.escape(told(run))}</li>" for letter, run in letters]
    body += ["<ul>", *legend, "</ul>", "<h2>Ratios</h2>", _ratios(runs, like), "<h2>History</h2>"]
    body += [*_histories(runs, like)] or ["<p>No case was measured twice on one CPU.</p>"]
    head = f"<meta charset=utf-8><title>tensorlite: benchmarks</title><style>{STYLE}</style>"
    return f"<!doctype html><html lang=en>{head}{''.join(body)}</html>\n"


def _table(part):
    head, *rows = part
    place = head.index("time, best peer = 1")
    lines = ["<table><tr>", *(f"<th>{html.escape(cell)}</th>" for cell in head), "</tr>"]
    for row in rows:
        kind = "slow" if float(row[place]) > 1.1 else "fast" if float(row[place]) < 0.9 else ""
        cells = [f"<td class='{kind if at == place else ''}'>{html.escape(cell)}</td>"
                 for at, cell in enumerate(row)]  # fmt: skip
        lines += ["<tr>", *cells, "</tr>"]
    return "".join([*lines, "</table>"])


def _histories(runs, like):
    """A figure for each case and CPU with two runs or more."""
    cpus = sorted({run["run"]["cpu"] or "" for run in runs})
    cases = sorted({case for run in runs for case in run["cases"] if like in case})
    for case in cases:
        for cpu in cpus:
            found = history.series(runs, case, cpu)
            if len(found) > 1:
                yield _history(case, cpu, found)


def _figure(width, height):
    from matplotlib.figure import Figure

    return Figure((width, height), layout="constrained")


def _svg(figure, caption):
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    drawn = text.getvalue()
    return (f"<figure><figcaption>{html.escape(caption)}</figcaption>"
            f"{drawn[drawn.index('<svg') :]}</figure>")  # fmt: skip


def _history(case, cpu, found):
    rows = [row for _, row in found]
    figure = _figure(8, 2.4)
    axes = figure.add_subplot()
    names = sorted({name for row in rows for name in row}, key=lambda name: (name != OURS, name))
    for name in names:
        at = [i for i, row in enumerate(rows) if name in row]
        style = {"linewidth": 2, "color": "black"} if name == OURS else {"alpha": 0.6}
        axes.plot(at, [rows[i][name][0] for i in at], "o-", markersize=3, label=name, **style)
    changed = history.steps(rows)
    for at, factor in changed:
        axes.axvline(at - 0.5, color="red" if factor > 1 else "green", linestyle="--")
    axes.set_yscale("log")
    axes.set_ylabel("seconds")
    labels = [f"{run['commit'] or '?'}\n{(run['date'] or '')[5:10]}" for run, _ in found]
    shown = range(0, len(rows), 1 + len(rows) // 12)
    axes.set_xticks(shown, [labels[i] for i in shown], fontsize=7)
    axes.yaxis.set_major_formatter(lambda seconds, _: readable(seconds))
    axes.yaxis.set_minor_formatter(lambda seconds, _: readable(seconds))
    axes.legend(fontsize=7)
    steps = "".join(f"; {'slower' if factor > 1 else 'faster'} by {max(factor, 1 / factor):.2f} "
                    f"since {found[at][0]['commit']}" for at, factor in changed)  # fmt: skip
    return _svg(figure, f"{case}, {cpu}{steps}")


def _ratios(runs, like):
    """All cases by their ratio to the best peer."""
    found = {case: history.value(row) for case, (row, _) in history.latest(runs).items()
             if like in case}  # fmt: skip
    ordered = sorted(found, key=found.get)
    figure = _figure(9, 1 + 0.17 * len(ordered))
    axes = figure.add_subplot()
    axes.barh(ordered, [found[case] for case in ordered], left=0,
              color=["#4a4" if found[case] <= 1 else "#c63" for case in ordered])  # fmt: skip
    axes.axvline(1, color="black")
    axes.set_xscale("log")
    axes.tick_params(axis="y", labelsize=7)
    axes.margins(y=0.01)
    return _svg(figure, "time, best peer = 1; left of the line we lead")
