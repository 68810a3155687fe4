"""Tables as plain text, as HTML for notebooks, and for rich."""

import html

_WHOLE = "white-space: nowrap"
_LAST = "overflow-wrap: anywhere; min-width: 12em"  # text in the last column gives way


class Table:
    """
    Rows of strings under titles.

    Parameters
    ----------
    titles : sequence of str
        One that begins with "<" heads a column that is aligned to the left.
    rows : list of sequence of str
    """

    def __init__(self, titles, rows):
        self.left = [title.startswith("<") for title in titles]
        self.titles = [title.lstrip("<") for title in titles]
        self.rows = rows

    def _widths(self):
        return [max(map(len, column)) for column in zip(self.titles, *self.rows, strict=True)]

    def __str__(self):
        widths = self._widths()
        lines = [self.titles, ["-" * width for width in widths], *self.rows]
        return "\n".join(
            "  ".join(
                cell.ljust(width) if left else cell.rjust(width)
                for cell, width, left in zip(line, widths, self.left, strict=True)
            ).rstrip()
            for line in lines
        )

    def _repr_html_(self):
        sides = [f"text-align: {'left' if left else 'right'}" for left in self.left]

        def row(cells, tag, styles):
            written = "".join(
                f'<{tag} style="{side}; {style}">{html.escape(cell).replace("_", "_<wbr>")}</{tag}>'
                for cell, side, style in zip(cells, sides, styles, strict=True)
            )
            return f"<tr>{written}</tr>"

        def styles(cells):
            *_, last = found = ["" if "_" in cell else _WHOLE for cell in cells]
            return [*found[:-1], _LAST if self.left[-1] else last]

        head = row(self.titles, "th", [""] * len(sides))
        body = "".join(row(cells, "td", styles(cells)) for cells in self.rows)
        return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"

    def __rich__(self):
        from rich.box import SIMPLE_HEAD
        from rich.table import Table as Rich
        from rich.text import Text

        table = Rich(box=SIMPLE_HEAD)
        widths = [*self._widths()[:-1], 0]  # the last column gives way
        for title, left, width in zip(self.titles, self.left, widths, strict=True):
            table.add_column(title, justify="left" if left else "right", min_width=width,
                             no_wrap=True)  # fmt: skip
        for row in self.rows:
            table.add_row(*map(Text, row))
        return table


def count(number, unit=""):
    """A number in three digits: 1.23 M; "-" for None."""
    if number is None:
        return "-"
    for prefix in ("", "k", "M", "G"):
        if abs(number) < 999.5 or prefix == "G":
            break
        number /= 1000
    digits = f"{number:.3g}" if number < 999.5 else f"{number:.0f}"
    return f"{digits} {prefix}{unit}".rstrip()


def plural(number, noun):
    """`1 kernel`, `2 kernels`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def microseconds(seconds):
    """A time as digits of us."""
    return f"{1e6 * seconds:.1f}"


def short_place(place):
    """`file:line: text` without folders."""
    head, colon, text = place.partition(": ")
    return head.rpartition("/")[2] + colon + text
