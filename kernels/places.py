"""Where code stands, in words: a file and its line, or a cell as IPython names it."""

import sys


def place(filename, line):
    """`file:line`, or `Cell In[3], line 2` of a notebook."""
    cell = cell_of(filename)
    return f"{filename}:{line}" if cell is None else f"{cell}, line {line}"


def cell_of(filename):
    """`Cell In[3]` for the file that IPython has made of a cell, else None."""
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    named = getattr(getattr(shell, "compile", None), "format_code_name", None)
    told = None if named is None else named(filename)
    return None if told is None else " ".join(told)
