"""Pure functions that a vectorised loop calls on whole vectors, and mostly jumps over.

Such a function f(x, y) is y where x is 0. LLVM's vectoriser knows a call only as a number of scalar
calls, or as one call of a variant for vectors, which is written here: it looks whether any lane has
an x other than 0, and only then goes through a loop over the lanes, which is vectorised itself.
When all loops are, the variants are inlined, and what is left of them is dropped.
"""

from llvmlite import binding, ir

from ..internals.llvmlite import add_attribute

PREFIX = "seldom_"
LANES = 2, 4, 8, 16, 32, 64  # of the variants: whatever the vectoriser may choose
SIZES = {"float": 32, "double": 64}
PURE = "noinline", "nounwind", "willreturn", "memory(none)"

VARIANT = """
define <{n} x {t}> @{name}_v{n}(<{n} x {t}> %x, <{n} x {t}> %y) #0 {{
start:
  %xs = alloca <{n} x {t}>
  %ys = alloca <{n} x {t}>
  %bits = bitcast <{n} x {t}> %x to <{n} x i{size}>
  %some = icmp ne <{n} x i{size}> %bits, zeroinitializer
  %mask = bitcast <{n} x i1> %some to i{n}
  %any = icmp ne i{n} %mask, 0
  br i1 %any, label %far, label %end, !prof !0
far:
  store <{n} x {t}> %x, ptr %xs
  store <{n} x {t}> %y, ptr %ys
  call void @{name}_many(ptr %xs, ptr %ys, i64 {n})
  %changed = load <{n} x {t}>, ptr %ys
  br label %end
end:
  %out = phi <{n} x {t}> [ %y, %start ], [ %changed, %far ]
  ret <{n} x {t}> %out
}}
"""
MODULE = """
declare {t} @{name}_lane({t}, {t})
define void @{name}_many(ptr noalias %xs, ptr noalias %ys, i64 %n) #1 {{
start:
  br label %lane
lane:
  %i = phi i64 [ 0, %start ], [ %next, %lane ]
  %at = getelementptr {t}, ptr %xs, i64 %i
  %to = getelementptr {t}, ptr %ys, i64 %i
  %x = load {t}, ptr %at
  %y = load {t}, ptr %to
  %result = call {t} @{name}_lane({t} %x, {t} %y)
  store {t} %result, ptr %to
  %next = add nuw i64 %i, 1
  %more = icmp ult i64 %next, %n
  br i1 %more, label %lane, label %end
end:
  ret void
}}
{variants}
attributes #0 = {{ alwaysinline nounwind willreturn memory(none) }}
attributes #1 = {{ noinline nounwind willreturn }}
!0 = !{{!"branch_weights", i32 1, i32 1000}}
"""


def pure(module, name, kind, body):
    """The function `name` of two floats in a module, with its variants told; `body` writes it."""
    name = PREFIX + name
    if name in module.globals:
        return module.globals[name]
    lane = _function(module, f"{name}_lane", kind, body, "alwaysinline")
    told = ",".join(f"_ZGV_LLVM_N{n}vv_{name}({name}_v{n})" for n in LANES)
    return _function(module, name, kind, lambda builder, operands: builder.call(lane, operands),
                     *PURE, f'"vector-function-abi-variant"="{told}"')  # fmt: skip


def _function(module, name, kind, body, *attributes):
    function = ir.Function(module, ir.FunctionType(kind, [kind, kind]), name)
    function.linkage = "linkonce_odr"
    for attribute in attributes:
        add_attribute(function, attribute)
    builder = ir.IRBuilder(function.append_basic_block())
    builder.ret(body(builder, function.args))
    return function


def link(module):
    """Add the variants that its functions tell of to a parsed module; their names."""
    names = []
    for function in list(module.functions):
        if function.name.startswith(PREFIX) and not function.name.endswith("_lane"):
            kind = kind_of(str(function.global_value_type))
            size = SIZES[kind]
            texts = [VARIANT.format(n=n, t=kind, size=size, name=function.name) for n in LANES]
            text = MODULE.format(t=kind, name=function.name, variants="".join(texts))
            module.link_in(binding.parse_assembly(text))
            names += [f"{function.name}_{end}" for end in ("many", *(f"v{n}" for n in LANES))]
    return names


def kind_of(text):
    """The type of the floats of a function f(x, y), from that of the function in LLVM's text."""
    for kind in SIZES:
        if text == f"{kind} ({kind}, {kind})":
            return kind
    raise NotImplementedError(
        f"kind_of: expected a function of two floats in LLVM's text; got {text}; try the llvmlite"
        f" that tensorlite asks for"
    )


def inline(module, names, builder):
    """Inline the variants, once loops are vectorised, and drop them."""
    for name in names:
        module.get_function(name).linkage = "internal"
    passes = binding.create_new_module_pass_manager()
    passes.add_always_inliner_pass()
    passes.add_instruction_combine_pass()
    passes.add_simplify_cfg_pass()
    passes.add_global_dead_code_eliminate_pass()
    passes.run(module, builder)
