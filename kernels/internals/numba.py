"""All that leans on the insides of Numba's compiler for the CPU, under names of our own.

What Numba documents for extensions may be imported by whatever compiles: `types`, `TypingError`,
`extending.intrinsic`, and what the code generator of an intrinsic is given. Importing this file is
an error where anything else of it that kernels need has changed.
"""

import itertools
import os
from abc import abstractmethod

from llvmlite import binding, ir

from . import changed, expect, replace
from .arrays import Arrays

try:
    import numba
    from numba.core import cgutils
    from numba.core import typed_passes as typed
    from numba.core import untyped_passes as untyped
    from numba.core.bytecode import FunctionIdentity
    from numba.core.cgutils import (
        alloca_once,
        alloca_once_value,
        for_range,
        for_range_slice,
        get_or_insert_function,
        normalize_ir_text,
        pack_array,
        unpack_tuple,
    )
    from numba.core.codegen import JITCodeLibrary, JITCPUCodegen
    from numba.core.compiler import CompilerBase
    from numba.core.compiler_machinery import PassManager, register_pass
    from numba.np import arrayobj, linalg
except ImportError as error:
    raise changed("numba", "the insides of Numba 0.67 or 0.68", str(error)) from error

__all__ = ["Compiled", "Library", "Target", "alloca_once", "alloca_once_value", "arrays", "calling",
           "compiled", "for_range", "for_range_slice", "function", "get_or_insert_function",
           "native_call", "pack_array", "pipeline", "unpack_tuple"]  # fmt: skip

# what is overridden or called below: of a name that is gone, an override has no effect
expect(JITCodeLibrary, "_optimize_functions", "_optimize_final_module", "_finalize_final_module",
       "_ensure_finalized", "add_llvm_module", "add_ir_module", "codegen", library="numba")
expect(JITCPUCodegen, "_get_host_cpu_name", "_get_host_cpu_features", "_module_pass_manager",
       "set_env", library="numba")  # fmt: skip
expect(linalg, "ensure_blas", library="numba")

# Numba names symbols by a counter that restarts in every process: two processes that share a store
# would give one name to different functions (numba #10486).
replace(FunctionIdentity, "_unique_ids", itertools.count,
        itertools.count(int.from_bytes(os.urandom(7), "little")))  # fmt: skip


def _load_array_support():
    """Import Numba's array functions without the SciPy that they would load for BLAS (0.08 s)."""
    original, linalg.ensure_blas = linalg.ensure_blas, lambda: None
    try:
        import numba.np.arraymath as arraymath
    finally:
        linalg.ensure_blas = original
    expect(arraymath, "ensure_blas", library="numba")
    arraymath.ensure_blas = original


_load_array_support()
arrays = Arrays(arrayobj, cgutils, lambda builder, address, kind: builder.inttoptr(address, kind))


# ---------------------------------------------------------------- functions and their native calls

OPTIONS = {"error_model": "numpy", "nogil": True, "no_cpython_wrapper": True,
           "no_cfunc_wrapper": True, "_nrt": False}  # fmt: skip
I8P, I32, I64 = ir.IntType(8).as_pointer(), ir.IntType(32), ir.IntType(64)
RAISED = ir.LiteralStructType([I8P, I32, I8P, I8P, I32]).as_pointer()  # how Numba tells of errors
NATIVE = ir.FunctionType(I32, [I64.as_pointer(), RAISED.as_pointer(), I64, I64, I64])
NATIVE_TEXT = "i32 (ptr, ptr, i64, i64, i64)"  # the same, as LLVM writes it


def function(python, made_by, **options):
    """A function that Numba compiles without wrappers, by way of a pipeline."""
    return numba.njit(pipeline_class=made_by, **OPTIONS, **options)(python)


def compiled(function, signature):
    """The library with the code of a function of such arguments, and the name of its symbol."""
    function.compile(signature)
    found = function.overloads[signature]
    return found.library, found.fndesc.llvm_func_name


def calling(context, function, signature):
    """What writes a call of a function into the code of another one: of a builder and operands."""
    function.compile(signature.args)
    found = function.overloads[signature.args]
    context.active_code_library.add_linking_library(found.library)

    def call(builder, operands):
        return context.call_internal_no_propagate(builder, found.fndesc, signature, operands)[1]

    return call


def native_call(builder, address, operands):
    """Call a compiled function of three integers by its address: its status, and its answer.

    `native.py` writes the same convention as LLVM assembly.
    """
    returned = alloca_once(builder, I64)
    builder.store(ir.Constant(I64, 0), returned)  # here, since the call may stand in a loop
    raised = alloca_once(builder, RAISED)
    target = builder.inttoptr(address, NATIVE.as_pointer())
    status = builder.sext(builder.call(target, [returned, raised, *operands]), I64)
    return status, builder.load(returned)


# -------------------------------------------------------------------------- how LLVM's code is made


class Library(JITCodeLibrary):
    """The code of a function that its callers inline: they optimise it, so that it needs no own."""

    def written(self, text):
        """LLVM's text of the function as it is to be, from the text as Numba wrote it."""
        return text

    def add_ir_module(self, module):
        parsed = binding.parse_assembly(self.written(normalize_ir_text(str(module))))
        parsed.name = module.name
        parsed.verify()
        self.add_llvm_module(parsed)

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


class Compiled(Library):
    """The code of a function, optimised with all that it inlines, and never loaded by Numba."""

    @abstractmethod
    def optimize(self, module, builder, run):
        """Optimise a module: `run()` does as Numba does; `builder` is of LLVM's passes."""

    def _optimize_functions(self, module):
        # before it inlines: without this, some loops come out a quarter slower
        JITCodeLibrary._optimize_functions(self, module)

    def _optimize_final_module(self):
        module = self._final_module
        environments = [x for x in module.global_variables if x.name.startswith("_ZN08NumbaEnv")]
        if not environments:
            raise changed("numba", "environments of functions in LLVM's code", "none")
        for variable in environments:
            variable.linkage = "internal"  # of no use here: LLVM drops it
        passes, builder = self._codegen._module_pass_manager()
        self.optimize(module, builder, lambda: passes.run(module, builder))

    def object_code(self, symbol):
        """The machine code, as the bytes of an object file; `symbol` is what others call."""
        kind = str(self._final_module.get_function(symbol).global_value_type)
        if kind != NATIVE_TEXT:
            raise changed("numba", f"native functions {NATIVE_TEXT}", kind)
        return self._codegen._tm.emit_object(self._final_module)

    def assembly(self):
        """The machine code, as a person reads it."""
        return self._codegen._tm.emit_assembly(self._final_module)


class Target(JITCPUCodegen):
    """LLVM for a CPU by its name and features, which need not be all of this one."""

    def __init__(self, name, cpu, features):
        self.cpu, self.features = cpu, features
        super().__init__(name)

    def _get_host_cpu_name(self):
        return self.cpu

    def _get_host_cpu_features(self):
        return self.features


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


def pipeline(library_of):
    """The class of compilers that run the passes which kernels need.

    `library_of(function, inlined, name)` is the Library that a function goes into.
    """

    @register_pass(mutates_CFG=True, analysis_only=False)
    class Lowering(typed.NativeLowering):
        _name = "kernel_lowering"

        def run_pass(self, state):
            name = state.func_id.func_qualname
            state.library = library_of(state.func_id.func, state.flags.forceinline, name)
            return super().run_pass(state)

    class Pipeline(CompilerBase):
        def define_pipelines(self):
            passes = PassManager("kernel")
            for step in (*PASSES, Lowering, typed.NoPythonBackend):
                passes.add_pass(step, step.__name__)
            passes.finalize()
            return [passes]

    return Pipeline
