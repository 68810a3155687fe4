"""How Numba compiles a kernel: the passes that kernels need, and LLVM's once for each entry.

Numba's own pipeline optimises every function and makes machine code of it, whether or not a caller
inlines it; looks for array expressions, closures and literals to unroll, which kernels do not have;
and counts references, which they do not hold. Without all that a kernel compiles twice as fast.
"""

import functools
import re

from llvmlite import binding
from numba.core import cgutils
from numba.core import typed_passes as typed
from numba.core import untyped_passes as untyped
from numba.core.codegen import JITCodeLibrary, JITCPUCodegen
from numba.core.compiler import CompilerBase
from numba.core.compiler_machinery import PassManager, register_pass

from . import machine, variants

PASSES = (
    untyped.TranslateByteCode,
    untyped.FixupArgs,
    untyped.IRProcessing,
    untyped.RewriteSemanticConstants,
    untyped.DeadBranchPrune,
    untyped.GenericRewrites,
    untyped.ReconstructSSA,
    untyped.DeadBranchPrune,
    typed.NopythonTypeInference,
    typed.PreLowerStripPhis,
    typed.IRLegalization,
    typed.AnnotateTypes,
)


class Inlined(JITCodeLibrary):
    """A function that its callers inline: they optimise it, and it needs no machine code."""

    def _optimize_functions(self, module):
        pass

    def _optimize_final_module(self):
        pass

    def _finalize_final_module(self):
        self._finalized = True

    @property
    def codegen(self):
        return self  # what Numba asks for its address and gives its environment: it has neither

    def get_pointer_to_function(self, name):
        self._ensure_finalized()
        return 0

    def set_env(self, name, environment):
        pass


ROUNDS = re.compile(r'"rounds"="(\d+)"')  # the attribute of a function with long loops
LABEL = re.compile(r'"?([^",\s]+?)"?:$')
BRANCH = re.compile(r'(?:br |, )label %"?([^",\s]+)')
METADATA = 1 << 20  # numbers from here on are free


def interleaved(text):
    """LLVM code that asks for as many rounds side by side as `jit.wide` says, in each loop.

    LLVM would take one round at a time of a loop as long as tanh: it then waits for the results of
    one instruction after the other, since the window in which the CPU looks for work is full.
    """
    lines, labels, rounds, hints, asked = [], set(), None, [], 0
    for line in text.splitlines():
        label = LABEL.match(line)
        if line.startswith("define"):
            rounds, labels = ROUNDS.search(line), set()
            asked += rounds is not None
        elif label:
            labels.add(label[1])
        elif rounds and labels.intersection(BRANCH.findall(line)):  # back to where a loop begins
            line += f", !llvm.loop !{METADATA + len(hints)}"
            hints.append(f'!{{!"llvm.loop.interleave.count", i32 {rounds[1]}}}')
        lines.append(line)
    wanted = text.count('"rounds"')
    if asked != wanted or len(hints) < asked:
        raise NotImplementedError(
            f"interleaved: expected {wanted} functions with loops in LLVM's text; got {asked} with "
            f"{len(hints)}; try the llvmlite that tensorlite asks for"
        )
    for number, hint in enumerate(hints, METADATA):
        lines.append(f"!{number} = distinct !{{!{number}, {hint}}}")
    return "\n".join(lines)


class Wrapping(Inlined):
    """A function of integers, whose overflow is defined."""

    def add_ir_module(self, module):
        text = cgutils.normalize_ir_text(str(module)).replace(" nsw ", " ")
        self.add_llvm_module(binding.parse_assembly(text))


class Entry(Inlined):
    """An entry: optimised with all that it inlines, and never loaded by Numba."""

    def add_ir_module(self, module):
        text = cgutils.normalize_ir_text(str(module))
        parsed = binding.parse_assembly(interleaved(text))
        parsed.name = module.name
        parsed.verify()
        self.add_llvm_module(parsed)

    def _optimize_functions(self, module):
        # before it inlines: without this, some loops come out a quarter slower
        JITCodeLibrary._optimize_functions(self, module)

    def _optimize_final_module(self):
        for variable in self._final_module.global_variables:
            if variable.name.startswith("_ZN08NumbaEnv"):
                variable.linkage = "internal"  # of no use here: LLVM drops it
        names = variants.link(self._final_module)
        passes, builder = self._codegen._module_pass_manager()
        passes.run(self._final_module, builder)
        if names:
            variants.inline(self._final_module, names, builder)

    def object_code(self):
        """The machine code, as the bytes of an object file."""
        return self._codegen._tm.emit_object(self._final_module)


class Target(JITCPUCodegen):
    """LLVM for the CPU that `machine` tells of, which need not be all of this one."""

    def _get_host_cpu_name(self):
        return machine.current().cpu

    def _get_host_cpu_features(self):
        return machine.current().features


@functools.cache
def target():
    return Target("tensorlite.kernels")


@register_pass(mutates_CFG=True, analysis_only=False)
class KernelLowering(typed.NativeLowering):
    """Lowering into one of the libraries above."""

    _name = "kernel_lowering"

    def run_pass(self, state):
        wraps = getattr(state.func_id.func, "wraps", False)
        library = Wrapping if wraps else Inlined if state.flags.forceinline else Entry
        state.library = library(target(), state.func_id.func_qualname)
        return super().run_pass(state)


class Pipeline(CompilerBase):
    """The passes that an entry and what it inlines go through."""

    def define_pipelines(self):
        passes = PassManager("kernel")
        for step in (*PASSES, KernelLowering, typed.NoPythonBackend):
            passes.add_pass(step, step.__name__)
        passes.finalize()
        return [passes]
