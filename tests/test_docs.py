"""Docstrings are whole: NumPy sections for all that is public, examples that give what they say."""

import ast
import builtins
import doctest
import functools
import inspect
import pydoc
import re
import runpy
import subprocess
import sys
import types
import typing
import warnings
from pathlib import Path
from typing import Any

import pytest

import tensorlite as tl
from tensorlite import documentation, senses, versus, worked

DOCS = Path(tl.__file__).parent / "docs"
WITHOUT_EXAMPLE: dict[str, str] = {}  # by place: why there is none


def missing():
    """What lacks a section, by the name of the section."""
    found = {"Parameters": [], "Returns": [], "Examples": []}
    compared = {f"tensorlite.versus.{n}": getattr(versus, n) for n in ("Comparison", "Ratio")}
    for place, thing in (documentation.public() | compared).items():
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
    assert found["Parameters"] == []
    told = "write one into tensorlite/worked_cases.txt; python -m tensorlite.worked"
    assert found["Examples"] == [*WITHOUT_EXAMPLE], told


def test_methods_have_sections():
    """As `help` shows them: of the public classes, those that they have from private bases too."""
    lacking = []
    for place, method in documentation.members().items():
        told = documentation.parts_of(inspect.getdoc(method) or "")[1]
        taken = [p.name for p in documentation.called(method)[0] if p.name[0] != "_"]
        named = all(re.search(rf"\b{name}\b", told.get("Parameters", "")) for name in taken)
        given = {"Returns", "Yields"} & told.keys()
        if not (named and given and "Examples" in told):
            lacking.append(place)
    assert lacking == [], "write an example into tensorlite/worked_cases.txt"


@pytest.fixture(scope="module")
def conf():
    """The settings of Sphinx, which make the pages of the API."""
    return runpy.run_path(str(DOCS / "conf.py"))


def test_what_is_public_has_a_page(conf):
    owners = {space: pydoc.locate(space) for space in conf["SPACES"]}
    told = {place.removeprefix("api/").removesuffix(".rst") for place in conf["pages"]()}
    shown = [getattr(owner, place.rpartition(".")[2]) for space, owner in owners.items()
             for place in told if place.rpartition(".")[0] == space]  # fmt: skip
    known = {id(inspect.unwrap(thing)) for thing in shown}
    public = documentation.public().items()
    assert [place for place, thing in public if id(inspect.unwrap(thing)) not in known] == []


def test_pages_are_written_when_they_change_and_old_ones_go(conf, tmp_path):
    conf["write"](tmp_path)
    page, old = tmp_path / "api" / "tensorlite.exp.rst", tmp_path / "api" / "tensorlite.gone.rst"
    assert ".. autofunction:: exp" in page.read_text()
    page.write_text("of before")
    old.write_text("of before")
    kept = (tmp_path / "api" / "tensorlite.nn.Linear.rst").stat().st_mtime_ns
    conf["write"](tmp_path)
    assert ".. autofunction:: exp" in page.read_text()
    assert not old.exists()
    assert (tmp_path / "api" / "tensorlite.nn.Linear.rst").stat().st_mtime_ns == kept


def unknown(code):
    """The names that code takes and nothing gives."""
    nodes = [*ast.walk(ast.parse(code))]
    given = {"tl", "nn", *vars(builtins)}
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            given.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            given |= {(each.asname or each.name).partition(".")[0] for each in node.names}
        elif isinstance(node, ast.arg | ast.ExceptHandler):
            given.add(getattr(node, "arg", None) or node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            given.add(node.id)
    return {node.id for node in nodes if isinstance(node, ast.Name)} - given


def test_an_example_runs_where_it_is_put():
    """It was `inv(tensor(...))` for `tl.linalg.inv`: doctest knew the names, readers do not."""
    methods = {f"tensorlite.Tensor.{name}": getattr(tl.Tensor, name) for name in dir(tl.Tensor)
               if name[0] != "_"}  # fmt: skip
    lost = {}
    for place, thing in (documentation.public() | documentation.members() | methods).items():
        examples = doctest.DocTestParser().get_examples(inspect.getdoc(thing) or "")
        shown = [e.source for e in examples if doctest.SKIP not in e.options]
        if names := unknown("".join(shown)):
            lost[place] = names
    assert lost == {}


WRONG = {  # what a name means elsewhere, told of a place where it means something else
    "tl.lerp": "Where it ends", "tl.tile": "negative ones count", "tl.scalar_tensor": "transformed",
    "tl.nn.functional.celu": "second operand", "tl.nn.functional.softplus": "multiplied first",
    "tl.masked_fill": "is taken", "tl.take": "along `dim`", "tl.polygamma": "The length",
    "tl.as_strided": "pooling", "tl.Tensor.unfold": "The shape: integers",
    "tl.optim.lr_scheduler.StepLR.next_rate": "Of the powers",
    "tl.nn.utils.prune.custom_from_mask": "is taken", "tl.nn.Module.get_buffer": "predicted",
    "tl.nn.MultiMarginLoss": "The probability", "tl.Tensor.sum": "input :",
    "tl.FloatTensor": "_empty", "tl.index_copy": "alpha",
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_parameter_has_the_sense_that_it_has_there(name):
    """Each name had one sense for all: `beta` of softplus was what the input is multiplied by."""
    thing = functools.reduce(getattr, name.split(".")[1:], tl)
    assert WRONG[name] not in str(thing.__doc__)


def test_each_sense_of_its_own_is_told_somewhere():
    methods = [getattr(tl.Tensor, name) for name in dir(tl.Tensor) if name[0] != "_"]
    things = [*documentation.public().values(), *documentation.members().values(), *methods]
    text = "\n".join(inspect.getdoc(thing) or "" for thing in things)
    lost = {(names, name) for names, told in senses.OWN.items() for name, sense in told.items()
            if sense not in text}  # fmt: skip
    assert lost == set()


def settings():
    """What examples may set, but put back."""
    return [
        tl.get_default_dtype(), tl.get_default_device(), tl.get_num_threads(),
        tl.get_printoptions(), tl.get_deterministic_debug_mode(), tl.is_grad_enabled(),
        tl.is_inference_mode_enabled(), tl.is_anomaly_enabled(), tl.is_warn_always_enabled(),
    ]  # fmt: skip


def test_worked_examples_give_what_they_say_and_put_back_what_they_set():
    told = [*documentation.worked().values()]
    text = "\n".join(told[::4])  # the kernels of all of them take a minute to compile
    before = settings()
    with tl.random.fork_rng(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        names = {"tl": tl, "nn": tl.nn}
        test = doctest.DocTestParser().get_doctest(text, names, "worked.txt", "worked.txt", 0)
        result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test)
    assert result.attempted > 250
    assert result.failed == 0, "python -m tensorlite.worked"
    assert settings() == before


def test_what_was_written_by_hand_is_told_once():
    cases, lacking = worked.cases(), dict(worked.lacking())
    assert [*cases] == sorted(cases)
    known = lacking.keys() | worked.of_methods()
    assert cases.keys() <= known  # the others have one in their docstrings
    told = {place: documentation.worked().get(place, "").split("\n") for place in cases}
    code = {p: "\n".join(row[4:] for row in rows if row[:4] in (">>> ", "... "))
            for p, rows in told.items()}  # fmt: skip
    assert code == cases, "python -m tensorlite.worked"


@pytest.mark.parametrize("name", ["exp", "add", "matmul", "stack", "sum"])
def test_help_shows_the_signature_and_the_sections(name):
    shown = pydoc.render_doc(getattr(tl, name), renderer=pydoc.plaintext)
    head, body = shown.split("\n", 3)[2:]
    assert head == f"{name}{inspect.signature(getattr(tl, name))}"
    for section in ("Parameters", "Returns", "Raises", "Examples"):
        assert f"    {section}\n    ---" in body


def test_every_docstring_can_be_read():
    """That of `Sequential.__init__`, which has two forms, raised; so `help` of the class did."""
    for thing in documentation.public().values():
        for _, member in inspect.getmembers(thing) if inspect.isclass(thing) else ():
            str(inspect.getdoc(member))


def test_methods_have_signatures():
    x = tl.ones(2)
    assert str(inspect.signature(x.exp)) == "(*, out=None)"
    assert str(inspect.signature(x.atan2)) == "(other, *, out=None)"
    assert str(inspect.signature(x.atan2_)) == "(other)"
    told = inspect.signature(x.add_)
    bare = [p.replace(annotation=p.empty) for p in told.parameters.values()]
    assert str(told.replace(parameters=bare)) == "(other, *, alpha=1) -> tensorlite.Tensor"


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


def admits(kind, value):
    """Whether a value is of a type as parameters tell it; of a generic one by its origin."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return any(admits(each, value) for each in inner)
    if origin is typing.Literal:
        return value in inner
    if isinstance(kind, typing.ForwardRef):
        return admits(eval(kind.__forward_arg__, vars(typing)), value)
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    kind = origin or kind
    return kind is Any or isinstance(value, kind)


def test_a_parameter_has_a_type_that_its_default_has():
    wrong = []
    for place, thing in documentation.public().items():
        for each in documentation.called(thing)[0]:
            plain = each.default is each.empty or each.default is None or each.default is False
            if not plain and not admits(each.annotation, each.default):
                wrong.append(f"{place}({each})")
    assert wrong == []


def test_a_section_of_parameters_names_all_of_them():
    """Where the author's left some out, they were not told at all."""
    lacking = []
    for place, thing in documentation.public().items():
        told = documentation.parts_of(inspect.getdoc(thing) or "")[1].get("Parameters", "")
        for each in documentation.called(thing)[0]:
            if each.name[0] != "_" and not re.search(rf"\b{each.name}\b", told):
                lacking.append(f"{place}: {each.name}")
    assert lacking == []


def test_parameters_stand_in_the_order_of_the_signature():
    told = documentation.parts_of(str(tl.nn.functional.triplet_margin_loss.__doc__))[1]
    heads = [row.partition(" : ")[0] for row in told["Parameters"].split("\n") if row[:1] != " "]
    assert heads[:6] == ["anchor, positive, negative", "margin", "p", "eps", "swap", "size_average"]


def test_what_a_call_gives_is_no_guess():
    """It was a Tensor wherever nobody had said anything: of `cuda.is_available`, too."""
    for name, result in {
        "cuda.is_available": "bool", "cuda.memory_stats": "dict of str and int",
        "func.jacfwd": "callable", "nn.utils.clip_grad_value_": "None",
        "nn.utils.prune.identity": "Module", "safetensors.save": "bytes",
    }.items():  # fmt: skip
        thing = functools.reduce(getattr, name.split("."), tl)
        assert documentation.parts_of(str(thing.__doc__))[1]["Returns"] == result, name
    guessed = []
    for place, thing in documentation.public().items():
        if not inspect.isclass(thing) and documentation.called(thing)[1] is Any:
            told = documentation.parts_of(inspect.getdoc(thing))[1]["Returns"]
            guessed += [place] * (told == "object")
    assert guessed == []


@pytest.mark.parametrize("name", ["Linear", "LSTM", "LayerNorm", "Parameter"])
def test_a_constructor_tells_what_its_class_tells(name):
    cls = getattr(tl.nn, name)
    made = cls.__new__ if name == "Parameter" else cls.__init__
    told, whole = (documentation.parts_of(inspect.getdoc(f))[1] for f in (made, cls))
    assert told["Parameters"] == whole["Parameters"]
    assert told.get("Raises") == whole.get("Raises")
    assert ("Returns" in told) == (name == "Parameter")


def test_a_layer_of_numbers_refuses_no_operand():
    assert "operand" not in str(tl.nn.Linear.__doc__)
    assert documentation.called(tl.nn.LazyLinear)[0][0].annotation is int


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
    assert worked.lines("tl.rand(2)") == ">>> tl.rand(2).shape\ntensorlite.Size([2])"
    assert worked.lines("x = 3") is None  # shows nothing


def test_an_example_reads_as_a_session_at_the_prompt():
    code = "@staticmethod\ndef twice(x):\n    print(x)\n    return 2 * x\ntwice(4)  # two lines"
    told = worked.transcript(code).split("\n")
    assert told[0] == ">>> @staticmethod"
    assert told[1] == "... def twice(x):"
    assert told[-3:] == [">>> twice(4)  # two lines", "4", "8"]


def test_an_example_written_by_hand_that_differs_by_run_is_refused():
    with pytest.raises(RuntimeError, match=r"tl\.rand: expected the same of each run"):
        worked.checked("tl.rand(2)", "tl.rand")
