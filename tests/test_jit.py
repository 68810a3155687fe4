"""The marks of TorchScript leave functions and Modules as they are."""

import pytest

import tensorlite as tl
from tensorlite import nn


def test_marks_give_back_what_they_get():
    def f(x):
        return x + 1

    jit, net = tl.jit, nn.Linear(1, 1)
    for mark in (jit.script, jit.unused, jit.export, jit.ignore, jit.ignore(drop=True),
                 jit.interface, jit.script_method):  # fmt: skip
        assert mark(f) is f
    assert jit.script(net) is net and jit.trace(net, (tl.ones(1),), strict=False) is net
    assert jit.annotate(list[int], [3]) == [3] and jit.Attribute(3, int).value == 3
    assert not jit.is_scripting() and not jit.is_tracing()
    assert not isinstance(net, jit.ScriptModule) and not isinstance(f, jit.ScriptFunction)


def test_marked_modules_run_and_are_compiled():
    class Twice(tl.jit.ScriptModule):
        __constants__ = ("factor",)
        factor: tl.jit.Final[int]

        def __init__(self):
            super().__init__()
            self.factor = 2

        @tl.jit.script_method
        def forward(self, x):
            return x if tl.jit.is_scripting() else self.scaled(x)

        @tl.jit.unused
        def scaled(self, x):
            return x * self.factor

    net = Twice()
    assert net(tl.ones(1)).item() == tl.compile(net)(tl.ones(1)).item() == 2


def test_files_of_torchscript_are_refused():
    with pytest.raises(AttributeError, match=r"jit.save: expected .*; try tl.compile\(\), tl.save"):
        tl.jit.save  # noqa: B018
    with pytest.raises(AttributeError, match="has no attribute 'scrip'; did you mean 'script'"):
        tl.jit.scrip  # noqa: B018


def test_marks_of_the_compiler_do_likewise():
    def f(x):
        return x * (2 if tl.compiler.is_dynamo_compiling() else 3)

    for mark in (tl.compiler.disable, tl.compiler.disable(), tl.compiler.allow_in_graph):
        assert mark(f) is f
    assert not tl.compiler.is_exporting() and f(tl.ones(1)).item() == 3
    assert tl.compile(f)(tl.ones(1)).item() == 2


def test_types_of_annotations():
    from tensorlite.jit.annotations import List, Optional

    assert List[int].__origin__ is list and Optional[int] == int | None
