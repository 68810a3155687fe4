"""What leans on the insides of llvmlite: what LLVM has and llvmlite's classes have no name for."""

from llvmlite import ir

from . import changed, expect

expect(ir.types.Type, "_to_string", library="llvmlite")
if not issubclass(ir.values.AttributeSet, set):
    raise changed("llvmlite", "ir.values.AttributeSet, a set", repr(ir.values.AttributeSet.__mro__))


class BFloat(ir.types.Type):
    """LLVM's type of bfloat16."""

    def _to_string(self):
        return "bfloat"


def add_attribute(function, attribute):
    """Tell LLVM of a function what llvmlite's own `add` refuses, since it lists less."""
    set.add(function.attributes, attribute)
