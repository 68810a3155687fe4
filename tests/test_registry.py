"""What is public is registered once, where it is defined, with the namespaces that offer it."""

import ast
import importlib
import inspect
import pickle
from pathlib import Path

import pytest

import tensorlite as tl
from tensorlite import declare, op

ROOT = Path(tl.__file__).parent
SERVED = (
    "fft", "linalg", "masked", "nn.functional", "random", "signal.windows", "special",
)  # fmt: skip


@pytest.fixture
def namespaces(monkeypatch):
    """Copies of the registry, so that a test may add to it."""
    copies = {space: dict(names) for space, names in op.namespaces.items()}
    monkeypatch.setattr(declare, "namespaces", copies)
    return copies


@pytest.mark.parametrize("space", SERVED)
def test_a_module_offers_just_what_is_registered_for_it(space):
    module = importlib.import_module(f"tensorlite.{space}")
    offered = op.namespaces[space]
    assert module.__all__ == sorted(offered)
    assert [name for name in dir(module) if name[0] != "_"] == sorted(offered)
    for name, function in offered.items():
        assert getattr(module, name) is function
        if callable(function):
            assert pickle.loads(pickle.dumps(function)) is function


def test_functions_say_where_they_are_found_and_what_they_do():
    from tensorlite.nn.functional import relu

    functional = tl.nn.functional
    assert relu is functional.relu is op.namespaces["nn.functional"]["relu"]
    assert (relu.__module__, relu.__qualname__) == ("tensorlite.nn.functional", "relu")
    for name, function in op.namespaces["nn.functional"].items():
        home = importlib.import_module(function.__module__)  # of several, the first
        assert home in (tl, functional) and getattr(home, function.__name__) is function, name
        assert inspect.getdoc(function), name
        assert inspect.signature(function).parameters, name
        assert inspect.unwrap(function).__module__.startswith("tensorlite.ops."), name


def test_one_function_in_two_namespaces_is_one_object():
    assert tl.celu is tl.nn.functional.celu
    assert tl.softmax is tl.special.softmax is not tl.nn.functional.softmax
    assert tl.sigmoid is tl.special.expit
    assert tl.manual_seed is tl.random.manual_seed


@pytest.mark.parametrize("space", op.namespaces)
def test_a_taken_name_is_an_error(space, namespaces):
    taken = next(name for name in namespaces[space] if callable(namespaces[space][name]))

    def other(input):
        """Not what has the name."""

    with pytest.raises(ValueError, match=rf"{taken}: expected a name that is free; got the name"):
        declare.offer(taken, other, space)
    declare.offer(taken, namespaces[space][taken], space)  # the same again changes nothing


def test_a_qualified_name_is_offered_in_its_namespace_alone(namespaces):
    @declare.public("tl", "linalg", names=("second", "special.third"))
    def first_of_three(input):
        """input."""
        return input

    found = {space for space in namespaces for name in ("first_of_three", "second")
             if name in namespaces[space]}  # fmt: skip
    assert found == {"tl", "linalg"}
    assert [space for space in namespaces if "third" in namespaces[space]] == ["special"]
    assert namespaces["tl"]["second"] is namespaces["linalg"]["second"]
    with pytest.raises(TypeError, match=r"^third: expected input; got none; try third\(input\)"):
        namespaces["special"]["third"]()


def declarations(path):
    """The decorators and calls in a file that make ops."""
    makers = {"primitive", "entry", "rule", "integral", "Elementwise"}
    for node in ast.walk(ast.parse(path.read_text())):
        called = node.func if isinstance(node, ast.Call) else None
        found = [called, *getattr(node, "decorator_list", ())]
        yield from (each.id for each in found if isinstance(each, ast.Name) and each.id in makers)


def test_ops_are_defined_in_ops_alone():
    elsewhere = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if path.parent.name != "ops" and any(declarations(path))
    }
    assert elsewhere == {"declare.py", "op.py"}
