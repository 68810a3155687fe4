"""What a module of this package imports, directly and not: read from its text, running nothing."""

import os
import re

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_FROM = re.compile(r"^[ \t]*from (\.+)([\w.]*) import (\([^)]*\)|[^\n#]*)", re.MULTILINE)


def reached(*modules):
    """The text of modules, such as "cpu/jit.py", and of all that they import from here, by name."""
    texts, left, seen = {}, list(modules), set(modules)
    while left:
        name = left.pop()
        try:
            with open(os.path.join(_PACKAGE, name), encoding="utf-8") as file:
                texts[name] = text = file.read()
        except FileNotFoundError:  # a name that is no module
            continue
        found = {each for each in _imported(name, text) if each not in seen}
        seen |= found
        left += found
    return dict(sorted(texts.items()))


def _imported(name, text):
    """Files that a module imports; and names that might be files."""
    for dots, module, names in _FROM.findall(text):
        parts = name.split("/")[: -len(dots)] + module.split(".") * bool(module)
        where = "".join(f"{part}/" for part in parts)
        if module:
            yield f"{where[:-1]}.py"
        if os.path.isdir(os.path.join(_PACKAGE, where)):
            yield f"{where}__init__.py"
            for each in re.findall(r"\w+", names):
                yield f"{where}{each}.py"
