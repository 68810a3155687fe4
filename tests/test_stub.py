"""The typed stub of Tensor names just what the class has."""

import ast
import contextlib
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import tensorlite as tl
from tensorlite import stubs
from tensorlite.op import Elementwise, namespaces, registry

module = sys.modules["tensorlite.tensor"]
STUB = Path(module.__file__).with_suffix(".pyi")


class Plain:
    """What every class has, in this version of Python."""

    slot: int

    def method(self):
        return self.slot


inspect.get_annotations(Plain)  # kept in the class once they are read, since 3.14
OURS = [Path(each.__file__).parent for each in (tl, tl.kernels)]
HIDDEN = {*vars(Plain), "__slots__", "__hash__", "__new__"}


def stub_class():
    tree = ast.parse(STUB.read_text())
    return next(n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Tensor")


def stub_names():
    """Methods and attributes in the stub."""
    return {
        node.target.id if isinstance(node, ast.AnnAssign) else node.name
        for node in stub_class().body
        if isinstance(node, ast.AnnAssign | ast.FunctionDef)
    }


def class_names():
    """Methods and attributes of Tensor beyond those of every object."""
    own = vars(tl.Tensor).keys() - HIDDEN
    return {name for name in own if public(name)} | {"__hash__", "__new__"}


def public(name):
    return not name.startswith("_") or name.startswith("__")


def operands(entry):
    """The operands after the first; the second has the name that it has in PyTorch."""
    return [*("other",)[: len(entry.params) - 1], *entry.params[2:]]


def parameters(name):
    """The names of a method's parameters after self, as the class or the op's entry has them."""
    entry = registry.get(name)
    base = registry.get(name[:-1]) if name.endswith("_") and not name.startswith("_") else None
    if isinstance(entry, Elementwise):
        return [*operands(entry), "out"]
    if isinstance(base, Elementwise):
        return operands(base)
    found = list(inspect.signature(inspect.getattr_static(tl.Tensor, name)).parameters)[1:]
    if base is not None and found[:1] == ["args"]:  # in place, with the arguments of the function
        found = [p for p in list(inspect.signature(base).parameters)[1:] if p != "out"]
    return [p for p in found if p != "target"]


def test_names_equal_those_of_the_class():
    told = set(filter(public, stub_names()))
    own = class_names() - {"__getattr__"}  # it refuses: no checker may ask it
    missing, extra = own - told, told - own
    lines = [
        f"    def {name}(self, {', '.join(parameters(name))}) -> Tensor: ..."
        if callable(inspect.getattr_static(tl.Tensor, name))
        else f"    {name}: ..."
        for name in sorted(missing)
    ]
    assert not missing, f"add to {STUB}, with types:\n" + "\n".join(lines)
    assert not extra, f"take out of {STUB}: {sorted(extra)}"


def test_parameters_equal_those_of_the_class():
    wrong = []
    for node in stub_class().body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("__"):
            continue
        if node.decorator_list:
            continue
        args = node.args
        named = [a.arg for a in args.posonlyargs + args.args][1:]
        named += [args.vararg.arg] if args.vararg else []
        named += [a.arg for a in args.kwonlyargs] + ([args.kwarg.arg] if args.kwarg else [])
        if sorted(named) != sorted(parameters(node.name)):
            wrong.append(f"{node.name}: {named} in the stub, {parameters(node.name)} in the class")
    assert not wrong, "\n".join(wrong)


def test_everything_has_a_type():
    for node in stub_class().body:
        if isinstance(node, ast.FunctionDef):
            assert node.returns is not None, node.name
            for arg in [*node.args.args[1:], *node.args.kwonlyargs]:
                assert arg.annotation is not None, f"{node.name}({arg.arg})"


def test_stub_names_the_functions_of_the_module():
    tree = ast.parse(STUB.read_text())
    told = {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    own = {
        name
        for name, value in vars(module).items()
        if getattr(value, "__module__", None) == module.__name__ and hasattr(value, "__name__")
    }
    own = {name for name in own if not name.startswith("_")}
    assert own <= told, own - told


@pytest.mark.parametrize("path", stubs.stubs())
def test_stubs_are_those_that_the_registry_gives(path):
    told = (stubs.ROOT / path).read_text()
    assert told == stubs.stubs()[path], "python -m tensorlite.stubs"


def modules():
    """Those that users can name, with the modules in them that say what they offer."""
    inner = {"_C", "__config__", "kernels"}
    found, todo = [tl], [tl.autograd, *(getattr(tl, name) for name in set(tl._MODULES) - inner)]
    while todo:
        module = todo.pop()
        found.append(module)
        for each in pkgutil.iter_modules(getattr(module, "__path__", ())):
            if each.name[0] != "_":
                within = importlib.import_module(f"{module.__name__}.{each.name}")
                offered = each.name in getattr(module, "__all__", ())
                todo += [within] * (offered or hasattr(within, "__all__"))
    return found


def offered():
    """What is public, by its name: functions, ops and classes of ours."""
    for space, named in namespaces.items():
        yield from ((f"{space}.{name}", thing) for name, thing in named.items())
    for module in modules():
        names = getattr(module, "__all__", None) or [
            name for name, thing in vars(module).items()
            if name[0] != "_"
            if module is tl or getattr(thing, "__module__", None) == module.__name__
        ]  # fmt: skip
        yield from ((f"{module.__name__}.{name}", getattr(module, name)) for name in names)


def functions(name, thing):
    """The functions of what is public: of a class its methods, those of bases of ours, too."""
    if inspect.isfunction(thing):
        yield name, thing
    for base in thing.__mro__ if inspect.isclass(thing) else ():
        for own, member in vars(base).items() if base.__module__.startswith("tensorlite") else ():
            told = [member.fget, member.fset] if isinstance(member, property) else [member]
            told = [getattr(each, "__func__", each) for each in told]
            if public(own) and own not in stubs.UNTOLD:
                yield from ((f"{name}.{own}", each) for each in told if inspect.isfunction(each))


def unannotated(function, name):
    """What a function takes, and whether it gives anything, without saying of which type."""
    function = inspect.unwrap(function)
    file = Path(function.__code__.co_filename) if inspect.isfunction(function) else Path()
    if not any(file.is_relative_to(root) for root in OURS):
        return []  # an op on elements, or what a dataclass makes
    told = inspect.signature(function)
    bare = [p.name for p in told.parameters.values() if p.annotation is p.empty]
    bare += ["->"] * (told.return_annotation is told.empty)
    return [f"{name}({each})" for each in bare if each not in ("self", "cls")]


def test_what_is_public_is_annotated():
    """Where it was not, stubs guessed by the name: `set_grad_enabled(mode)` took a str."""
    found = {
        each
        for name, thing in offered()
        if public(name.rpartition(".")[2])
        for place, function in functions(name, thing)
        for each in unannotated(function, place)
    }
    assert sorted(found) == []


def test_what_module_takes_is_known_to_the_end():
    """Checkers read its own file: to pyright's strict mode ``hook: Callable`` is half unknown."""
    bare = {Callable, Iterator, Mapping, dict, list, tuple}
    found = {
        place
        for place, function in functions("Module", tl.nn.Module)
        for kind in stubs.annotations(function).values()
        if kind in bare
    }
    assert found == set()


def test_a_context_that_a_generator_makes_is_told_as_one():
    """`printoptions` was to give a Tensor."""
    assert stubs.called(tl.printoptions)[1] == contextlib.AbstractContextManager[None]
    assert stubs.called(tl.random.fork_rng)[1] == contextlib.AbstractContextManager[None]


def annotations(body):
    """Those in the body of a class: of its attributes, and of its methods."""
    for node in body:
        if isinstance(node, ast.AnnAssign):
            yield node.annotation
        elif isinstance(node, ast.FunctionDef):
            for each in ast.walk(node.args):
                if isinstance(each, ast.arg) and each.annotation is not None:
                    yield each.annotation
            if node.returns is not None:
                yield node.returns


def test_no_annotation_in_a_class_names_an_attribute_of_it():
    """Since Python 3.14 they are read late, where `int` would be the method Tensor.int."""
    classes, shadowed = 0, []
    for found in list(sys.modules.values()):
        if not found.__name__.startswith("tensorlite") or not getattr(found, "__file__", None):
            continue
        for node in ast.parse(Path(found.__file__).read_text()).body:
            if isinstance(node, ast.ClassDef):
                own = vars(getattr(found, node.name))
                names = {each.id for kind in annotations(node.body) for each in ast.walk(kind)
                         if isinstance(each, ast.Name)}  # fmt: skip
                shadowed += [f"{found.__name__}.{node.name}: {n}" for n in names & own.keys()]
                classes += 1
    assert classes > 200
    assert shadowed == []
