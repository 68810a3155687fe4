"""Docstrings are whole: NumPy sections for all that is public, examples that give what they say."""

import doctest
import inspect
import pydoc
import subprocess
import sys
import warnings

import pytest

import tensorlite as tl
from tensorlite import documentation, worked

WITHOUT_EXAMPLE = 220  # of 1,550; lower it when more have one
WITHOUT_PARAMETERS = 20


def missing():
    """What lacks a section, by the name of the section."""
    found = {"Parameters": [], "Returns": [], "Examples": []}
    for place, thing in documentation.public().items():
        words = inspect.getdoc(thing) or ""
        kept = [*found] if not inspect.isclass(thing) else ["Parameters", "Examples"]
        for name in kept:
            needed = name != "Parameters" or documentation.called(thing)[0]
            if needed and f"{name}\n---" not in words:
                found[name].append(place)
    return found


def test_what_is_public_has_sections():
    found = missing()
    assert found["Returns"] == []
    assert len(found["Parameters"]) <= WITHOUT_PARAMETERS, found["Parameters"]
    assert len(found["Examples"]) <= WITHOUT_EXAMPLE, "python -m tensorlite.worked"


def test_worked_examples_give_what_they_say():
    told = [*documentation.worked().values()]
    text = "\n".join(told[::4])  # the kernels of all of them take a minute to compile
    with tl.random.fork_rng(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        names = {"tl": tl, "nn": tl.nn}
        test = doctest.DocTestParser().get_doctest(text, names, "worked.txt", "worked.txt", 0)
        result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert result.attempted > 250
    assert result.failed == 0, "python -m tensorlite.worked"


@pytest.mark.parametrize("name", ["exp", "add", "matmul", "stack", "sum"])
def test_help_shows_the_signature_and_the_sections(name):
    shown = pydoc.render_doc(getattr(tl, name), renderer=pydoc.plaintext)
    head, body = shown.split("\n", 3)[2:]
    assert head == f"{name}{inspect.signature(getattr(tl, name))}"
    for section in ("Parameters", "Returns", "Raises", "Examples"):
        assert f"    {section}\n    ---" in body


def test_methods_have_signatures():
    x = tl.ones(2)
    assert str(inspect.signature(x.exp)) == "(*, out=None)"
    assert str(inspect.signature(x.atan2)) == "(other, *, out=None)"
    assert str(inspect.signature(x.atan2_)) == "(other)"
    assert str(inspect.signature(x.add_)) == "(other, *, alpha=1)"


def test_no_inner_argument_shows():
    for place, thing in documentation.public().items():
        for each in documentation.called(thing)[0]:
            inner = each.name == "target" and each.kind is each.KEYWORD_ONLY
            assert not inner, place
        if inspect.isfunction(thing):
            assert "target=None" not in str(inspect.signature(thing)), place


def test_a_docstring_reads_whole_however_it_is_read():
    words = tl.exp.__doc__
    whole = str(words)
    assert "Returns\n-------" in whole
    assert inspect.cleandoc(words) == inspect.cleandoc(whole)
    assert words.splitlines() == whole.splitlines()
    assert len(words) == len(whole)
    assert "Examples" in words
    assert words[:4] == whole[:4]
    assert f"{words}".startswith("e to the power x.")  # the author's words alone


def test_an_author_s_own_sections_stand():
    whole = str(tl.sum.__doc__)
    assert "    All dims by default." in whole
    assert whole.count("Parameters\n---") == whole.count("Examples\n---") == 1
    order = [whole.index(name) for name in ("Parameters\n-", "Returns\n-", "Raises\n-", "Notes\n-")]
    assert order == sorted(order)


def test_the_import_writes_no_documentation():
    code = "import sys, tensorlite; print('tensorlite.documentation' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_examples_are_found_for_what_is_new():
    assert worked.example(tl.exp, "tl.exp").startswith(">>> tl.exp(tl.tensor([")
    assert worked.lines("tl.no_such(1)") is None
