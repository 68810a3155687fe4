"""Whatever a recorded function read is watched: ways to change something between two calls."""

import abc
import collections
import contextlib
import contextvars
import copy
import cProfile
import dataclasses
import decimal
import enum
import functools
import gc
import logging
import math
import operator
import os
import shutil
import subprocess
import sys
import threading
import types
import typing
import weakref
from pathlib import Path

import bytecode
import numpy as np
import pytest
from test_plan_table import content

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn import functional as F

CASES = {}


def case(make):
    """Know a case: it makes a function of x and what changes something that this reads."""
    CASES[make.__name__] = make
    return make


class Cfg:
    pass


# fmt: off
@case
def dict_tensor():
    st = {"k": tl.tensor(2.)}
    def f(x): return x * st["k"]
    def ch(n): st["k"] = tl.tensor(3. + n)
    return f, ch

@case
def an_index_of_arguments():
    rows, columns, values = np.array([0, 1]), [2, 0], np.ones(3, np.float32)
    def f(x):
        y = x.clone(); y[columns and [0]] = values; y[:, rows] += 1
        return x.cumsum(1)[:, columns], x[rows], x[rows, columns], y
    def ch(n): rows[0] = 1 - rows[0]; columns[0] = (columns[0] + 1) % 3; values[n % 3] += 1
    return f, ch

@case
def containers_that_are_replaced():
    class K: pass
    k = K(); k.d, k.l, k.s = {"a": 1.0}, [1.0], {1.0}
    def f(x): return x * k.d["a"] + k.l[0] + sum(k.s)
    def ch(n): k.d, k.l, k.s = {"a": 2.0 + n}, [3.0 * n], {5.0, 1.0 * n}
    return f, ch

@case
def masked_array():
    a = np.ma.array([1.0, 2.0])
    def f(x): return x * float(a.sum())
    def ch(n): a[0] = 5.0 + n
    return f, ch

@case
def obj_obj():
    class S: pass
    s = S(); s.cfg = Cfg(); s.cfg.v = 2.0
    def f(x): return x * s.cfg.v
    def ch(n): s.cfg.v = 3.0 + n
    return f, ch

@case
def self_cfg_module():
    class M(nn.Module):
        def __init__(self):
            super().__init__(); self.cfg = Cfg(); self.cfg.v = 2; self.d = {"a": [1, {"b": 2.0}]}
        def forward(self, x): return x * self.cfg.v + self.d["a"][1]["b"]
    m = M()
    def ch(n): m.cfg.v = 3 + n; m.d["a"][1]["b"] = 5.0 + n
    return m, ch

@case
def helper_object():
    c = Cfg(); c.v = 1.0
    def helper(c, x): return x * c.v
    def f(x): return helper(c, x)
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def class_attr():
    class K: scale = 1.0
    k = K()
    def f(x): return x * k.scale + K.scale
    def ch(n): K.scale = 2.0 + n
    return f, ch

@case
def class_attr_shadowed():
    class K: scale = 1.0
    k = K()
    def f(x): return x * k.scale
    def ch(n): k.scale = 2.0 + n
    return f, ch

@case
def prop():
    class K:
        def __init__(self): self._s = 1.0
        @property
        def scale(self): return self._s * 2
    k = K()
    def f(x): return x * k.scale
    def ch(n): k._s = 2.0 + n
    return f, ch

@case
def partial_():
    c = {"v": 1.0}
    def g(c, x): return x * c["v"]
    p = functools.partial(g, c)
    def f(x): return p(x)
    def ch(n): c["v"] = 2.0 + n
    return f, ch

@case
def partial_root():
    c = Cfg(); c.v = 1.0
    def g(c, x): return x * c.v
    p = functools.partial(g, c)
    def ch(n): c.v = 2.0 + n
    return p, ch

@case
def defaults_mut():
    def f(x, d={"v": 1.0}): return x * d["v"]
    def ch(n): f.__defaults__[0]["v"] = 2.0 + n
    return f, ch

@case
def defaults_replaced():
    def g(x, d=1.0): return x * d
    def f(x): return g(x)
    def ch(n): g.__defaults__ = (2.0 + n,)
    return f, ch

@case
def attribute_through_a_compiled_function():
    def g(x): return x
    g.k = 1.0
    made = tl.compile(g)
    def f(x): return x * made.k
    def ch(n): g.k = 2.0 + n
    return f, ch

@case
def kwdefaults():
    def g(x, *, d=1.0): return x * d
    def f(x): return g(x)
    def ch(n): g.__kwdefaults__ = {"d": 2.0 + n}
    return f, ch

@case
def kwdefaults_inplace():
    def g(x, *, d=1.0): return x * d
    def f(x): return g(x)
    def ch(n): g.__kwdefaults__["d"] = 2.0 + n
    return f, ch

@case
def callable_object():
    class K:
        def __init__(self): self.v = 1.0
        def __call__(self, x): return x * self.v
    k = K()
    def f(x): return k(x)
    def ch(n): k.v = 2.0 + n
    return f, ch

@case
def callable_root():
    class K:
        def __init__(self): self.v = 1.0
        def __call__(self, x): return x * self.v
    k = K()
    def ch(n): k.v = 2.0 + n
    return k, ch

@case
def py_module():
    m = types.ModuleType("mymod"); m.v = 1.0; m.__file__ = "/x/mymod.py"
    def f(x): return x * m.v
    def ch(n): m.v = 2.0 + n
    return f, ch

@case
def list_tensor():
    l = [tl.ones(3), tl.ones(3)]
    def f(x): return x * l[1]
    def ch(n): l[1] = tl.ones(3) * (2 + n)
    return f, ch

@case
def list_iter():
    l = [tl.ones(3), tl.ones(3)]
    def f(x):
        for w in l: x = x * w
        return x
    def ch(n): l.append(tl.ones(3) * (2 + n))
    return f, ch

@case
def list_module():
    l = [nn.Linear(3, 3)]
    def f(x):
        for m in l: x = m(x)
        return x
    def ch(n): l[0] = nn.Linear(3, 3)
    return f, ch

@case
def dict_function():
    d = {"act": tl.relu}
    def f(x): return d["act"](x * -1)
    def ch(n): d["act"] = [tl.exp, tl.sin, tl.cos, tl.tanh][n % 4]
    return f, ch

@case
def dict_user_function():
    d = {"act": lambda x: x}
    def f(x): return d["act"](x)
    def ch(n): d["act"] = lambda x: x * (n + 2)
    return f, ch

@case
def deep_list():
    d = {"a": [[{"w": tl.ones(3)}]]}
    def f(x): return x * d["a"][0][0]["w"]
    def ch(n): d["a"][0][0]["w"] = tl.ones(3) * n
    return f, ch

@case
def replaced_method():
    class K:
        def g(self, x): return x
    k = K()
    def f(x): return k.g(x)
    def ch(n): K.g = lambda self, x: x * (n + 2)
    return f, ch

@case
def replaced_method_instance():
    class K:
        def g(self, x): return x
    k = K()
    def f(x): return k.g(x)
    def ch(n): k.g = lambda x: x * (n + 2)
    return f, ch

@case
def replaced_forward():
    class M(nn.Module):
        def forward(self, x): return x
    m = M()
    def ch(n): M.forward = lambda self, x: x * (n + 2)
    return m, ch

@case
def replaced_forward_instance():
    m = nn.Sequential(nn.Linear(3, 3))
    def f(x): return m(x)
    def ch(n): m[0].forward = lambda x: x * (n + 2)
    return f, ch

@case
def captured_array():
    a = np.ones(3, np.float32)
    def f(x): return x * tl.tensor(a)
    def ch(n): a[0] = 2 + n
    return f, ch

@case
def captured_array_np():
    a = np.ones(3, np.float32)
    def f(x): return x * float(a.mean())
    def ch(n): a[0] = 2 + n
    return f, ch

@case
def captured_array_from():
    a = np.ones(3, np.float32)
    def f(x): return x * tl.from_numpy(a)
    def ch(n): a[0] = 2 + n
    return f, ch

@case
def code_replaced():
    def g(x): return x
    def h(x): return x * 2
    def k(x): return x * 3
    def f(x): return g(x)
    def ch(n): g.__code__ = [h, k][n % 2].__code__
    return f, ch

@case
def dataclass_cfg():
    @dataclasses.dataclass
    class C: v: float = 1.0; l: list = dataclasses.field(default_factory=lambda: [1.0])
    c = C()
    def f(x): return x * c.v + sum(c.l)
    def ch(n): c.v = 2.0 + n; c.l.append(n)
    return f, ch

@case
def slots():
    class S:
        __slots__ = ("v",)
    s = S(); s.v = 1.0
    def f(x): return x * s.v
    def ch(n): s.v = 2.0 + n
    return f, ch

@case
def simplens():
    s = types.SimpleNamespace(v=1.0)
    def f(x): return x * s.v
    def ch(n): s.v = 2.0 + n
    return f, ch

@case
def getattr_builtin():
    s = types.SimpleNamespace(v=1.0)
    def f(x): return x * getattr(s, "v")
    def ch(n): s.v = 2.0 + n
    return f, ch

@case
def hasattr_builtin():
    s = types.SimpleNamespace(v=1.0)
    def f(x): return x * 2 if hasattr(s, "w") else x
    def ch(n):
        if hasattr(s, "w"): del s.w
        else: s.w = 1
    return f, ch

@case
def dict_get():
    d = {}
    def f(x): return x * d.get("v", 1.0)
    def ch(n): d["v"] = 2.0 + n
    return f, ch

@case
def dict_in():
    d = {}
    def f(x): return x * 2 if "v" in d else x
    def ch(n):
        if "v" in d: del d["v"]
        else: d["v"] = 1
    return f, ch

@case
def dict_values():
    d = {"a": 1.0}
    def f(x): return x * sum(d.values())
    def ch(n): d["b"] = 2.0 + n
    return f, ch

@case
def dict_items_star():
    d = {"p": 0.5}
    def g(x, p=1, q=1): return x * p * q
    def f(x): return g(x, **d)
    def ch(n): d["q"] = 2.0 + n
    return f, ch

@case
def set_member():
    s = {1}
    def f(x): return x * 2 if 2 in s else x
    def ch(n): s.symmetric_difference_update({2})
    return f, ch

@case
def ordered():
    d = collections.OrderedDict(a=1.0, b=2.0)
    def f(x): return x * next(iter(d.values()))
    def ch(n): d.move_to_end("a" if n % 2 == 0 else "b")
    return f, ch

@case
def defaultdict_():
    d = collections.defaultdict(lambda: 1.0)
    def f(x): return x * d["a"]
    def ch(n): d["a"] = 2.0 + n
    return f, ch

@case
def deque_():
    d = collections.deque([1.0, 2.0])
    def f(x): return x * d[0]
    def ch(n): d.rotate(1)
    return f, ch

@case
def len_list():
    l = []
    def f(x): return x * len(l)
    def ch(n): l.append(n)
    return f, ch

@case
def truth_list():
    l = []
    def f(x): return x * 2 if l else x
    def ch(n): l.append(n) if not l else l.clear()
    return f, ch

@case
def nonlocal_chain():
    v = 1.0
    def mk():
        def g(x): return x * v
        return g
    g = mk()
    def f(x): return g(x)
    def ch(n):
        nonlocal v
        v = 2.0 + n
    return f, ch

@case
def nested_closure_fn():
    def mk(k):
        def g(x): return x * k
        return g
    fs = [mk(1.0)]
    def f(x): return fs[0](x)
    def ch(n): fs[0] = mk(2.0 + n)
    return f, ch

@case
def comprehension():
    ws = [1.0, 2.0]
    def f(x): return sum([x * w for w in ws])
    def ch(n): ws[0] = 2.0 + n
    return f, ch

@case
def genexp():
    ws = [1.0, 2.0]
    def f(x): return sum(x * w for w in ws)
    def ch(n): ws[0] = 2.0 + n
    return f, ch

@case
def map_lambda():
    ws = [1.0, 2.0]; c = Cfg(); c.v = 1.0
    def f(x): return sum(map(lambda w: x * w * c.v, ws))
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def sorted_key():
    ws = [1.0, 2.0]; c = Cfg(); c.v = 1.0
    def key(w): return w * c.v
    def f(x): return x * sorted(ws, key=key)[0]
    def ch(n): c.v = -c.v
    return f, ch

@case
def zip_enumerate():
    ws = [1.0, 2.0]; vs = [3.0, 4.0]
    def f(x):
        for k, (w, v) in enumerate(zip(ws, vs, strict=True)): x = x * w + v * k
        return x
    def ch(n): vs[1] = 2.0 + n
    return f, ch

@case
def unpack():
    p = [1.0, 2.0]
    def f(x):
        a, b = p
        return x * a + b
    def ch(n): p[1] = 2.0 + n
    return f, ch

@case
def fstring_key():
    c = Cfg(); c.v = 1; d = {"k1": 2.0, "k2": 3.0, "k3": 4.0, "k4": 9.0}
    def f(x): return x * d[f"k{c.v}"]
    def ch(n): c.v = c.v % 4 + 1
    return f, ch

@case
def match_():
    c = Cfg(); c.v = {"kind": "a"}
    def f(x):
        match c.v:
            case {"kind": "a"}: return x
            case {"kind": k}: return x * len(k)
    def ch(n): c.v["kind"] = "b" * (n + 2)
    return f, ch

@case
def descriptor():
    class D:
        def __get__(self, o, t): return o.__dict__["_v"]
    class K: v = D()
    k = K(); k._v = 1.0
    def f(x): return x * k.v
    def ch(n): k._v = 2.0 + n
    return f, ch

@case
def getattr_dunder():
    class K:
        def __getattr__(self, n):
            if n == "_d": raise AttributeError
            return self._data[n]
    k = K(); k._data = {"v": 1.0}
    def f(x): return x * k.v
    def ch(n): k._data["v"] = 2.0 + n
    return f, ch

@case
def getitem_dunder():
    class K:
        def __init__(self): self.d = {"v": 1.0}
        def __getitem__(self, n): return self.d[n]
    k = K()
    def f(x): return x * k["v"]
    def ch(n): k.d["v"] = 2.0 + n
    return f, ch

@case
def add_dunder():
    class K:
        def __init__(self): self.v = 1.0
        def __radd__(self, n): return n + self.v
        def __add__(self, n): return n + self.v
    k = K()
    def f(x): return x * (k + 1.0)
    def ch(n): k.v = 2.0 + n
    return f, ch

@case
def bool_dunder():
    class K:
        v = True
        def __bool__(self): return self.v
    k = K()
    def f(x): return x * 2 if k else x
    def ch(n): k.v = not k.v
    return f, ch

@case
def len_dunder():
    class K:
        def __init__(self): self.l = []
        def __len__(self): return len(self.l)
    k = K()
    def f(x): return x * len(k)
    def ch(n): k.l.append(1)
    return f, ch

@case
def iter_dunder():
    class K:
        def __init__(self): self.l = [1.0]
        def __iter__(self): return iter(self.l)
    k = K()
    def f(x): return x * sum(k)
    def ch(n): k.l.append(2.0)
    return f, ch

@case
def contextm():
    c = Cfg(); c.v = 1.0
    @contextlib.contextmanager
    def cm(): yield c.v
    def f(x):
        with cm() as v: return x * v
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def inherit_super():
    class A:
        s = 1.0
        def g(self, x): return x * self.s
    class B(A):
        def g(self, x): return super().g(x) + 1
    b = B()
    def f(x): return b.g(x)
    def ch(n): A.s = 2.0 + n
    return f, ch

@case
def classmethod_():
    class A:
        s = 1.0
        @classmethod
        def g(cls, x): return x * cls.s
        @staticmethod
        def h(x): return x + A.s
    def f(x): return A.h(A.g(x))
    def ch(n): A.s = 2.0 + n
    return f, ch

@case
def decorated():
    c = Cfg(); c.v = 1.0
    def deco(g):
        @functools.wraps(g)
        def w(*a, **k): return g(*a, **k) * c.v
        return w
    @deco
    def g(x): return x + 1
    def f(x): return g(x)
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def module_list_attr():
    class M(nn.Module):
        def __init__(self):
            super().__init__(); self.ws = [1.0, 2.0]; self.t = [tl.ones(3)]
        def forward(self, x): return x * self.ws[0] + self.t[0] + sum(self.ws)
    m = M()
    def ch(n): m.ws[1] = 2.0 + n; m.t[0] = tl.ones(3) * n
    return m, ch

@case
def modulelist():
    m = nn.ModuleList([nn.Linear(3, 3)])
    def f(x):
        for l in m: x = l(x)
        return x
    def ch(n): m.append(nn.Linear(3, 3))
    return f, ch

@case
def module_dict_setitem():
    m = nn.Sequential(nn.Linear(3, 3), nn.ReLU())
    def ch(n): m._modules["1"] = [nn.Tanh(), nn.Sigmoid()][n % 2]
    return m, ch

@case
def param_dict_setitem():
    m = nn.Linear(3, 3)
    def ch(n): m._parameters["bias"] = nn.Parameter(tl.ones(3) * n)
    return m, ch

@case
def hooks_dict():
    m = nn.Linear(3, 3)
    m.register_forward_hook(lambda m, a, o: o * 2)
    def ch(n):
        if m._forward_hooks: m._forward_hooks.clear()
        else: m.register_forward_hook(lambda m, a, o: o * 3)
    return m, ch

@case
def hook_closure():
    m = nn.Linear(3, 3); c = Cfg(); c.v = 1.0
    m.register_forward_hook(lambda m, a, o: o * c.v)
    def ch(n): c.v = 2.0 + n
    return m, ch

@case
def buffer_number():
    class M(nn.Module):
        def __init__(self):
            super().__init__(); self.register_buffer("b", tl.ones(3))
        def forward(self, x): return x * self.b
    m = M()
    def ch(n): m.b = tl.ones(3) * n
    return m, ch

@case
def weight_data():
    m = nn.Linear(3, 3)
    def f(x): return x @ m.weight
    def ch(n): m.weight.data = tl.ones(3, 3) * n
    return f, ch

@case
def global_flag_env():
    def f(x): return x * float(os.environ["TL_T"])
    def ch(n): os.environ["TL_T"] = str(n + 2)
    return f, ch

@case
def environ_get():
    def f(x): return x * float(os.environ.get("TL_T", "0"))
    def ch(n): os.environ["TL_T"] = str(n + 2)
    return f, ch

@case
def default_dtype():
    def f(x): return tl.zeros(3).dtype.itemsize * x
    def ch(n): tl.set_default_dtype([tl.float64, tl.float32][n % 2])
    return f, ch

@case
def short_default_dtype():
    def f(x): return tl.linspace(0, 1, 3) + x, tl.ones(2) / 3, tl.tensor(0.1)
    def ch(n): tl.set_default_dtype([tl.bfloat16, tl.float16, tl.float32][n % 3])
    return f, ch

@case
def autocast_of_settings():
    m, c = nn.Linear(3, 3), {"dtype": tl.bfloat16, "enabled": True}
    def f(x):
        with tl.autocast("cpu", **c): return m(x)
    def ch(n): c.update(enabled=n % 2 == 1, dtype=[tl.float16, tl.bfloat16][n // 2])
    return f, ch

@case
def parameters_dtype():
    m = nn.Linear(3, 3)
    def f(x): return m(x.to(m.weight.dtype))
    def ch(n): m.to([tl.bfloat16, tl.float64, tl.float16][n % 3])
    return f, ch

@case
def parameters_layout():
    m = nn.Conv2d(2, 2, 2)
    def f(x): return m.weight * 2, (m.weight * 2).stride(), x
    def ch(n): m.to(memory_format=[tl.channels_last, tl.contiguous_format][n % 2])
    return f, ch

@case
def import_inside():
    sys.modules["tl_m"] = m = types.ModuleType("tl_m"); m.v = 1.0; m.__file__ = "/x/tl_m.py"
    def f(x):
        from tl_m import v
        return x * v
    def ch(n): m.v = 2.0 + n
    return f, ch

@case
def func_attr():
    def g(x): return x * g.k
    g.k = 1.0
    def f(x): return g(x)
    def ch(n): g.k = 2.0 + n
    return f, ch

@case
def tensor_attr():
    w = tl.ones(3); w.scale = 1.0
    def f(x): return x * w.scale
    def ch(n): w.scale = 2.0 + n
    return f, ch

@case
def enum_():
    class E(enum.Enum): A = 1; B = 2
    c = Cfg(); c.e = E.A
    def f(x): return x * c.e.value if c.e is E.A else x * 3
    def ch(n): c.e = [E.B, E.A][n % 2]
    return f, ch

@case
def namedtuple_():
    P = collections.namedtuple("P", "a b")
    c = Cfg(); c.p = P(1.0, [2.0])
    def f(x): return x * c.p.a + c.p.b[0]
    def ch(n): c.p.b[0] = 2.0 + n
    return f, ch

@case
def walrus_while():
    c = Cfg(); c.n = 1
    def f(x):
        k = 0
        while (k := k + 1) <= c.n: x = x * 2
        return x
    def ch(n): c.n = n + 2
    return f, ch

@case
def singledispatch():
    c = Cfg(); c.v = 1.0
    @functools.singledispatch
    def g(x): return x * c.v
    def f(x): return g(x)
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def lru():
    c = Cfg(); c.v = 1.0
    def k(): return c.v
    def f(x): return x * k()
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def metaclass():
    class Me(type):
        @property
        def v(cls): return cls._v
    class K(metaclass=Me): _v = 1.0
    def f(x): return x * K.v
    def ch(n): K._v = 2.0 + n
    return f, ch

@case
def base_replaced():
    class A: v = 1.0
    class B(A): pass
    b = B()
    def f(x): return x * b.v
    def ch(n): B.v = 2.0 + n
    return f, ch

@case
def obj_class():
    class A: v = 1.0
    class B: v = 2.0
    a = A()
    def f(x): return x * a.v
    def ch(n): a.__class__ = [B, A][n % 2]
    return f, ch

@case
def vars_():
    c = Cfg(); c.v = 1.0
    def f(x): return x * vars(c)["v"] + c.__dict__["v"]
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def globals_():
    def f(x): return x * globals()["GV"]
    globals()["GV"] = 1.0
    def ch(n): globals()["GV"] = 2.0 + n
    return f, ch

@case
def op_itemgetter():
    d = {"v": 1.0}; c = Cfg(); c.v = 1.0
    g = operator.itemgetter("v"); a = operator.attrgetter("v")
    def f(x): return x * g(d) + a(c)
    def ch(n): d["v"] = 2.0 + n; c.v = 3.0 + n
    return f, ch

@case
def copy_():
    d = {"v": [1.0]}
    def f(x): return x * copy.deepcopy(d)["v"][0]
    def ch(n): d["v"][0] = 2.0 + n
    return f, ch

@case
def chainmap():
    a = {}; d = collections.ChainMap(a, {"v": 1.0})
    def f(x): return x * d["v"]
    def ch(n): a["v"] = 2.0 + n
    return f, ch

@case
def userdict():
    d = collections.UserDict(v=1.0)
    def f(x): return x * d["v"]
    def ch(n): d["v"] = 2.0 + n
    return f, ch

@case
def str_kind():
    c = Cfg(); c.kind = "relu"
    def f(x): return getattr(F, c.kind)(x * -1)
    def ch(n): c.kind = ["sigmoid", "tanh", "gelu"][n % 3]
    return f, ch

@case
def cached_prop():
    class K:
        def __init__(self): self.b = 1.0
        @functools.cached_property
        def v(self): return self.b * 2
    k = K()
    def f(x): return x * k.v
    def ch(n): k.__dict__.pop("v", None); k.b = 2.0 + n
    return f, ch

@case
def weak_reference():
    c = Cfg(); c.v = 1.0; r = weakref.ref(c); c.self = c
    def f(x): return x * r().v
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def weak_dict():
    c = Cfg(); d = weakref.WeakKeyDictionary(); d[c] = {"v": 1.0}
    def f(x): return x * d[c]["v"]
    def ch(n): d[c]["v"] = 2.0 + n
    return f, ch

@case
def context_variable():
    var = contextvars.ContextVar("var"); var.set({"v": 1.0})
    def f(x): return x * var.get()["v"]
    def ch(n): var.set({"v": 2.0 + n})
    return f, ch

@case
def cached_settings():
    c = Cfg(); c.v = 1.0
    @functools.lru_cache
    def settings(): return c
    def f(x): return x * settings().v
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def mapping_proxy():
    d = {"v": 1.0}; p = types.MappingProxyType(d)
    def f(x): return x * p["v"] + len(p) + sum(p.values())
    def ch(n): d["v"] = 2.0 + n; d[n] = 0
    return f, ch

@case
def class_pattern():
    c = Cfg(); c.v = 1
    def f(x):
        match c:
            case Cfg(v=1): return x
            case Cfg(v=k): return x * k
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def last_of_a_list():
    w = [1.0, 2.0]
    def f(x): return x * w[-1]
    def ch(n): w.append(3.0 + n)
    return f, ch

@case
def frozen_set_of_objects():
    c = Cfg(); c.v = 1.0; s = frozenset([c])
    def f(x): return x * sum(o.v for o in s)
    def ch(n): c.v = 2.0 + n
    return f, ch

@case
def thread_local():
    t = threading.local(); t.v = 1.0
    def f(x): return x * t.v
    def ch(n): t.v = 2.0 + n
    return f, ch

@case
def generator_function():
    c = Cfg(); c.v = [1.0, 2.0]
    def parts():
        for v in c.v: yield v
    def f(x): return x * sum(parts()) + max(v for v in parts())
    def ch(n): c.v.append(2.0 + n)
    return f, ch

@case
def decorated_class():
    @dataclasses.dataclass(frozen=True)
    class C: v: float = 1.0
    h = [C()]
    def f(x): return x * dataclasses.replace(h[0], v=h[0].v * 2).v
    def ch(n): h[0] = C(2.0 + n)
    return f, ch

@case
def abstract_property():
    class A(abc.ABC):
        @property
        @abc.abstractmethod
        def v(self): ...
    class B(A):
        def __init__(self): self.d = [1.0]
        @property
        def v(self): return self.d[0]
    b = B()
    def f(x): return x * b.v
    def ch(n): b.d[0] = 2.0 + n
    return f, ch

@case
def keywords_of_a_partial():
    p = functools.partial(lambda x, k: x * k, k=1.0)
    def f(x): return p(x)
    def ch(n):
        if n % 2: p.__setstate__((p.func, (), {"k": 2.0 + n}, {}))
        else: p.keywords["k"] = 2.0 + n
    return f, ch

@case
def a_cache_that_is_cleared():
    c = Cfg(); c.v = 1.0
    @functools.cache
    def g(k, by): return c.v * k * by
    g(2, by=3)
    def f(x): return x * g(2, by=3)
    def ch(n):
        c.v = 2.0 + n
        if n % 2: g.cache_clear()
    return f, ch

@case
def object_array():
    parts = [1.0]; a = np.array([None]); a[0] = parts
    def f(x): return x * a[0][0]
    def ch(n): parts[0] = 2.0 + n
    return f, ch

@case
def parts_of_an_array():
    a = np.ones((2, 3))
    def f(x): return x * float(a.T[1, 0]) + a.size + a.real[0, 0]
    def ch(n): a[:, n % 3] += 1
    return f, ch

@case
def settings_of_the_library():
    kept = tl.get_num_threads(), tl.get_printoptions()
    def f(x):
        if tl.are_deterministic_algorithms_enabled(): x = x * 3
        if tl.backends.cudnn.benchmark: x = x * 5
        if tl.is_anomaly_enabled(): x = x * 7
        if tl.get_float32_matmul_precision() == "high": x = x * 9
        return x * tl.get_num_threads() + tl.initial_seed() % 7 + len(repr(tl.get_printoptions()))
    def ch(n):
        if n == 0: tl.set_num_threads(2); tl.use_deterministic_algorithms(True)
        elif n == 1: tl.backends.cudnn.benchmark = True; tl.set_printoptions(precision=123)
        elif n == 2: tl.autograd.set_detect_anomaly(True); tl.manual_seed(3)
        else:
            tl.set_num_threads(kept[0]); tl.set_printoptions(**kept[1])
            tl.use_deterministic_algorithms(False); tl.autograd.set_detect_anomaly(False)
            tl.backends.cudnn.benchmark = False
    return f, ch

@case
def settings_of_the_interpreter():
    kept, log = sys.getrecursionlimit(), logging.getLogger("of a test")
    def f(x): return x * sys.getrecursionlimit() * (2.0 if log.isEnabledFor(10) else 3.0)
    def ch(n): sys.setrecursionlimit(kept + (n + 1) % 4); log.setLevel(10 if n % 2 else 40)
    return f, ch

@case
def functions_of_libraries():
    kept = F.relu, math.sqrt, tl.exp
    def f(x): return F.relu(x) * math.sqrt(4.0) + tl.exp(x)
    def ch(n):
        F.relu, math.sqrt, tl.exp = kept
        if n == 0: F.relu = lambda x: x * 3
        elif n == 1: math.sqrt = lambda v: 5.0
        elif n == 2: tl.exp = lambda x: x * 7
    return f, ch

@case
def attrgetter():
    c = Cfg(); c.d = Cfg(); c.d.v = 1.0
    g = operator.attrgetter("d.v")
    def f(x): return x * g(c)
    def ch(n): c.d.v = 2.0 + n
    return f, ch

@case
def attributes_of_a_tuple():
    class T(tuple): pass
    t = T([1.0]); t.s = 2.0
    def f(x): return x * t[0] * t.s
    def ch(n): t.s = 3.0 + n
    return f, ch

@case
def arguments_of_an_exception():
    e = ValueError(1.0)
    def f(x): return x * e.args[0]
    def ch(n): e.args = (2.0 + n,)
    return f, ch

@case
def past_the_end_of_a_list():
    parts = []
    def f(x):
        try: return x * parts[2] * parts[-3]
        except IndexError: return x * 9
    def ch(n): parts.append(3.0 + n)
    return f, ch

@case
def a_module_that_is_missing():
    name = "absent_in_this_test"
    sys.modules.pop(name, None)
    def f(x):
        try:
            import absent_in_this_test
            return x * absent_in_this_test.v
        except ImportError: return x * 9
    def ch(n):
        if n == 3: del sys.modules[name]; return
        sys.modules[name] = types.ModuleType(name); sys.modules[name].v = 2.0 + n
    return f, ch

@case
def name_of_a_function():
    def g(): pass
    def f(x): return x * len(g.__name__) + len(g.__doc__ or "")
    def ch(n): g.__name__ = "g" * (n + 2); g.__doc__ = "d" * (n % 2)
    return f, ch

@case
def deep_copy():
    c = Cfg(); c.d = {"a": [1.0]}
    def f(x): return x * copy.deepcopy(c).d["a"][0]
    def ch(n): c.d["a"][0] = 2.0 + n
    return f, ch

@case
def registered_with_an_abstract_class():
    class A(abc.ABC):
        @abc.abstractmethod
        def v(self): ...
    class B: pass
    class C: pass
    def f(x):
        if isinstance(B(), A): x = x * 3
        return x * 5 if issubclass(C, (A, int)) else x
    def ch(n): A.register(C if n else B)
    return f, ch

@case
def every_attribute_has_a_dunder():
    class K:
        def __init__(self): self.v = 1.0
        def __getattribute__(self, name): return object.__getattribute__(self, name)
    k = K()
    def f(x): return x * k.v
    def ch(n): k.v = 2.0 + n
    return f, ch

@case
def names_of_attributes():
    class K: v = 1.0
    k = K()
    def f(x): return x * len(dir(k)) + len(vars(k)) + K.__dict__["v"] + len(K.__dict__)
    def ch(n): setattr(K if n % 2 else k, f"more{n}", n); K.v = 2.0 + n
    return f, ch

@case
def weak_set():
    parts = [Cfg() for _ in range(5)]; w = weakref.WeakSet(parts[:1])
    def f(x): return x * len(w)
    def ch(n): w.add(parts[n + 1])
    return f, ch

@case
def an_abstract_class_without_a_statement():
    A = abc.ABCMeta("A", (), {})
    kinds = [type(f"K{n}", (), {}) for n in range(5)]
    def f(x): return x * sum(isinstance(kind(), A) + issubclass(kind, abc.ABC) for kind in kinds)
    def ch(n): A.register(kinds[n])
    return f, ch

@case
def attributes_that_a_class_of_the_library_lacks():
    def f(x): return x * 3 if hasattr(x, "absent_in_this_test") else x * 5
    def ch(n):
        if n % 2: del tl.Tensor.absent_in_this_test
        else: tl.Tensor.absent_in_this_test = n
    return f, ch
@case
def number_that_comes_and_goes():
    class S: __slots__ = ("v",)
    s = S()
    def f(x): return x * getattr(s, "v", 9.0)
    def ch(n):
        if n == 2: del s.v
        else: s.v = 2.0 + n
    return f, ch

@case
def a_variable_that_is_deleted():
    v = 1.0
    def f(x):
        try: return x * v
        except NameError: return x * 77
    def ch(n):
        nonlocal v
        if n % 2 == 0: del v
        else: v = 2.0 + n
    return f, ch

@case
def a_builtin_in_the_globals():
    def f(x): return x * sum([1, 2])
    def ch(n):
        if n % 2: del globals()["sum"]
        else: globals()["sum"] = lambda parts: 7.0 + n
    return f, ch

@case
def a_name_among_the_builtins():
    import builtins
    builtins.of_a_test = 1.0
    def f(x): return x * of_a_test  # noqa: F821
    def ch(n): builtins.of_a_test = 2.0 + n
    return f, ch

@case
def a_cached_tensor():
    @functools.cache
    def ramp(n): return tl.arange(float(n))
    def f(x): return x + ramp(3)
    def ch(n): ramp.cache_clear() if n % 2 else ramp(3).add_(1)
    return f, ch

@case
def a_cached_method():
    class K:
        v = 1.0
        @functools.lru_cache  # noqa: B019
        def get(self, by): return self.v * by
    k = K()
    def f(x): return x * k.get(2)
    def ch(n):
        k.v = 2.0 + n
        if n % 2: K.get.cache_clear()
    return f, ch

@case
def a_cache_behind_an_input():
    c = Cfg(); c.w = tl.ones(3)
    @functools.cache
    def total(n): return float(c.w.sum()) * n
    def f(x): return x * c.w + total(2)
    def ch(n): c.w = tl.ones(3) * n; n == 3 and total.cache_clear()
    return f, ch

@case
def a_class_of_an_object():
    class A: pass
    class B(A): pass
    a = A()
    def f(x): return x * (2 if isinstance(a, B) else 3) * (5 if type(a) is A else 7)
    def ch(n): a.__class__ = B if n % 2 == 0 else A
    return f, ch

@case
def bases_of_a_class():
    class A: v = 1.0
    class B: v = 2.0
    class C(A): pass
    c = C()
    def f(x): return x * c.v + issubclass(C, B) + isinstance(c, B) * 10
    def ch(n): C.__bases__ = (B,) if n % 2 == 0 else (A,)
    return f, ch

@case
def an_identity_of_a_tensor():
    h, first = [tl.ones(3)], tl.ones(3)
    kept, known = [*h, first], {}
    def f(x): return x * (2 if id(h[0]) == known.get("id") else 3) + (1 if h[0] is first else 5)
    def ch(n):
        h[0] = first if n % 2 else tl.ones(3)
        kept.append(h[0]); known["id"] = id(first)
    return f, ch

@case
def settings_of_other_libraries():
    kept = decimal.getcontext().prec, np.geterr(), np.get_printoptions()
    def f(x): return x * decimal.getcontext().prec + len(np.geterr()["under"]) + (
        np.get_printoptions()["precision"])
    def ch(n):
        decimal.getcontext().prec = 5 + n
        np.seterr(under="raise" if n % 2 else "ignore"); np.set_printoptions(precision=n + 1)
        if n == 3:
            decimal.getcontext().prec = kept[0]
            np.seterr(**kept[1]); np.set_printoptions(**kept[2])
    return f, ch

@case
def a_flag_of_an_array():
    a = np.ones(3)
    def f(x): return x * (2 if a.flags.writeable else 3)
    def ch(n): a.flags.writeable = n % 2 == 1
    return f, ch

@case
def a_list_that_a_new_one_takes():
    ws, d = [1.0, 2.0], {"a": 1.0}
    def f(x):
        l, e = [], {}
        l.extend(ws); e.update(d)
        return x * sum(l) + e["a"]
    def ch(n): ws.append(3.0 + n); d["a"] = 2.0 + n
    return f, ch

@case
def a_protocol_of_methods():
    @typing.runtime_checkable
    class P(typing.Protocol):
        def go(self): ...
    class A: pass
    a = A()
    def f(x): return x * (2 if isinstance(a, P) else 3)
    def ch(n):
        if n % 2: del A.go
        else: A.go = lambda self: 1
    return f, ch

@case
def members_of_an_enum():
    class E(enum.Enum): A = 1; B = 2
    c = Cfg(); c.e = E.A
    def f(x): return x * sum(e.value for e in E if e is not c.e)
    def ch(n): c.e = [E.B, E.A][n % 2]
    return f, ch

@case
def what_decimal_numbers_are_rounded_to():
    D = decimal.Decimal; a = D("1.23456789"); kept = decimal.getcontext().prec
    def f(x): return x * float(D(1) / D(3)) + float(-a) + float(sum([a, a]))
    def ch(n): decimal.getcontext().prec = 3 + n if n < 3 else kept
    return f, ch

@case
def what_numpy_does_where_a_division_fails():
    a = np.array([1.0, 0.0]); kept = np.seterr(divide="ignore")["divide"]
    def f(x):
        with np.errstate(invalid="ignore"):
            try: return x * min(9.0, float((1.0 / a).sum()))
            except FloatingPointError: return x * 3
    def ch(n): np.seterr(divide=["raise", "ignore", "raise", kept][n])
    return f, ch

@case
def how_numpy_prints():
    a = np.array([1.23456789]); kept = np.get_printoptions()["precision"]
    def f(x): return x * len(f"{a}") + len(str(a)) + len(np.array2string(a))
    def ch(n): np.set_printoptions(precision=[2, 3, 4, kept][n])
    return f, ch

@case
def how_a_module_finds_its_parameters():
    m, kept = nn.Module(), nn.Module.__getattr__
    m.w, m.count = nn.Parameter(tl.ones(3)), 1.0
    def f(x): return x * m.w
    def ch(n): nn.Module.__getattr__ = kept if n % 2 else lambda self, name: 5.0
    return f, ch

@case
def names_of_a_pattern():
    @dataclasses.dataclass
    class P: a: float = 1.0; b: float = 2.0
    p = P()
    def f(x):
        match p:
            case P(1.0): return x * 2
        return x * 3
    def ch(n): P.__match_args__ = ("a", "b")[n % 2 - 1],
    return f, ch
# fmt: on


def _through(name):
    """A function of an object and x that runs this method of the object's class."""
    return {
        "__mul__": lambda o, x: o * x, "__rmul__": lambda o, x: 2 * (x * o),
        "__call__": lambda o, x: o(x), "__getitem__": lambda o, x: x * o[x.dtype.itemsize],
        "__contains__": lambda o, x: x * (2 if 1 in o else 3), "__neg__": lambda o, x: x * -o,
        "__index__": lambda o, x: x[o:], "__lt__": lambda o, x: x * (2 if o < 3 else 3),
        "__gt__": lambda o, x: x * (2 if o > 3 else 5), "__float__": lambda o, x: x * float(o),
        "__format__": lambda o, x: x * len(f"{o}"), "__repr__": lambda o, x: x * len(f"{o!r}"),
        "__pos__": lambda o, x: x * +o, "go": lambda o, x: x * operator.methodcaller("go")(o),
    }[name]  # fmt: skip


METHODS = {  # two answers of each
    "__mul__": (lambda s, x: x * 2, lambda s, x: x * 7),
    "__rmul__": (lambda s, x: x * 2, lambda s, x: x * 7),
    "__call__": (lambda s, x: x * 2, lambda s, x: x * 7),
    "__getitem__": (lambda s, k: k + 2.0, lambda s, k: k + 7.0),
    "__contains__": (lambda s, k: True, lambda s, k: False),
    "__neg__": (lambda s: 2.0, lambda s: 7.0),
    "__index__": (lambda s: 1, lambda s: 2),
    "__lt__": (lambda s, k: True, lambda s, k: False),
    "__gt__": (lambda s, k: True, lambda s, k: False),
    "__float__": (lambda s: 2.0, lambda s: 7.0),
    "__format__": (lambda s, k: "a", lambda s, k: "aaa"),
    "__repr__": (lambda s: "a", lambda s: "aaa"),
    "__pos__": (lambda s: 2.0, lambda s: 7.0),
    "go": (lambda s: 2.0, lambda s: 7.0),
}


@pytest.mark.parametrize("name", METHODS)
def test_a_method_that_is_replaced_on_a_class_of_the_users(name):
    kind = type("K", (Cfg,), {name: METHODS[name][0]})
    run, o, x = _through(name), kind(), tl.arange(3.0) + 1
    function = lambda x: run(o, x)  # noqa: E731
    compiled = tl.compile(function)
    for turn in (0, 0, 1, 1, 0):
        setattr(kind, name, METHODS[name][turn])
        assert content(compiled(x)) == content(function(x)), turn


_MODEL = nn.Sequential(nn.Linear(3, 3), nn.ReLU())
_WEIGHT = nn.Parameter(tl.ones(3))
_OPTIMIZER = tl.optim.SGD([_WEIGHT], lr=0.5)


def _step(x):
    _WEIGHT.data.fill_(1.0)
    _OPTIMIZER.zero_grad()
    (x * _WEIGHT).sum().backward()
    _OPTIMIZER.step()
    return _WEIGHT.detach().clone()


def _tripled(self, x):
    return x * 3


def _zeroed_and_four(self):
    tl.optim.Optimizer.zero_grad(self)
    _WEIGHT.data.fill_(4.0)


REPLACED = {  # a step, and methods of the library's that it uses
    "method": (lambda x: x.relu(), tl.Tensor, "relu", lambda self: self * 3),
    "property": (lambda x: x.T, tl.Tensor, "T", property(lambda self: self * 3)),
    "item": (lambda x: x[0], tl.Tensor, "__getitem__", lambda self, key: self * 3),
    "length": (lambda x: x * len(x), tl.Tensor, "__len__", lambda self: 7),
    "backward": (_step, tl.Tensor, "backward", lambda self: _WEIGHT.sum()),
    "forward": (lambda x: _MODEL(x), nn.Linear, "forward", _tripled),
    "call": (lambda x: _MODEL(x), nn.Module, "__call__", _tripled),
    "call of a kind": (lambda x: _MODEL(x), nn.Sequential, "__call__", _tripled),
    "step": (_step, tl.optim.SGD, "step", lambda self: _WEIGHT.data.fill_(4.0)),
    "operator": (lambda x: x + 1, tl.Tensor, "__add__", lambda self, other: self * 3),
    "reflected": (lambda x: 1 - x, tl.Tensor, "__rsub__", lambda self, other: self * 3),
    "comparison": (lambda x: x < 1, tl.Tensor, "__lt__", lambda self, other: self * 3),
    "sign": (lambda x: -x, tl.Tensor, "__neg__", lambda self: self * 3),
    "iteration": (lambda x: [*x], tl.Tensor, "__iter__", lambda self: iter([self * 3])),
    "looked up by a layer": (lambda x: _MODEL(x), F, "linear", lambda x, w, b: x * 3),
    "inherited": (_step, tl.optim.SGD, "zero_grad", _zeroed_and_four),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLACED)
def test_a_method_that_is_replaced_on_a_class_of_the_library(name, monkeypatch):
    function, kind, method, other = REPLACED[name]
    compiled = tl.compile(function)
    for replaced in False, True, False, True:
        with monkeypatch.context() as patch:
            if replaced:
                patch.setattr(kind, method, other)
            x = tl.arange(6.0).view(2, 3)
            assert content(compiled(x)) == content(function(x)), compiled.recompiles
    assert compiled.plans == 2


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_seen(name, monkeypatch):
    monkeypatch.setenv("TL_T", "1")
    function, change = CASES[name]()
    compiled = tl.compile(function)
    try:
        for number in range(4):
            for _ in range(2):
                x = tl.ones(2, 3)
                assert content(compiled(x)) == content(function(x)), (number, compiled.recompiles)
            change(number)
    finally:
        tl.set_default_dtype(tl.float32)


def test_a_plan_does_not_keep_what_a_weak_reference_shows():
    parts = [Cfg()]
    parts[0].v = 2.0
    reference = weakref.ref(parts[0])
    compiled = tl.compile(lambda x: x * 7 if reference() is None else x * reference().v)
    assert compiled(tl.ones(2)).tolist() == [2.0, 2.0]
    parts[0].v = 3.0
    assert compiled(tl.ones(2)).tolist() == [3.0, 3.0]
    parts.clear()
    assert reference() is None
    assert compiled(tl.ones(2)).tolist() == [7.0, 7.0]


def test_libraries_are_known_wherever_they_lie(tmp_path):
    """As where pip installs with --target: followed as the user's, the spies would spy on spies."""
    shutil.copytree(Path(bytecode.__file__).parent, tmp_path / "bytecode")
    program = """
import bytecode, tensorlite as tl
f = tl.compile(lambda x: x * 2)
print(bytecode.__file__, f(tl.ones(2)).tolist())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(tmp_path)}, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.stdout.split("bytecode/__init__.py ")[0] == f"{tmp_path}/", done.stderr
    assert done.stdout.endswith("[2.0, 2.0]\n"), done.stderr


def test_what_a_compiler_calls_is_its_own_affair(tmp_path):
    """Numba uses what else is installed, as colorama, which asks for terminals."""
    (tmp_path / "thirdparty.py").write_text(
        "import sys\n"
        "def coloured(compile, *arguments):\n"
        "    print(sys.stdout.isatty())\n"
        "    return compile(*arguments)\n"
    )
    program = """
import functools, thirdparty, tensorlite as tl
from tensorlite.kernels.cpu import jit
jit.compile_text = functools.partial(thirdparty.coloured, jit.compile_text)
print(tl.compile(lambda x: tl.nn.functional.dropout(x, 0.5))(tl.ones(2)).ndim)
"""
    paths = {"PYTHONPATH": str(tmp_path), "TENSORLITE_CACHE": str(tmp_path / "store")}
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **paths}, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.stdout.endswith("False\n1\n"), done.stderr


def test_a_profiler_of_python_goes_on_after_a_recording():
    profiler = cProfile.Profile()
    double = tl.compile(lambda x: x * 2)
    profiler.enable()
    assert double(tl.ones(2)).tolist() == [2, 2]
    len([])
    profiler.disable()
    names = {entry.code for entry in profiler.getstats() if isinstance(entry.code, str)}
    assert any("len" in name for name in names)


def test_what_an_import_asks_is_its_own_affair(monkeypatch):
    class Finder:
        asked = 0

        def find_spec(self, name, path, target=None):
            self.asked += 1

    finder = Finder()
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)

    def step(x):
        import colorsys

        return x * colorsys.ONE_THIRD

    compiled = tl.compile(step)
    assert [compiled(tl.ones(1)).item() for _ in range(2)] == [pytest.approx(1 / 3)] * 2
    assert compiled.plans == 1
    assert finder.asked == 1


def counted_step():
    """A compiled step that writes to a list, and references to what it was made of."""
    net = nn.Linear(2, 1)
    net.weight.register_hook(lambda grad: grad * 2)  # turns up while the step is recorded
    optimizer, losses = tl.optim.Adam(net.parameters()), []

    def step(x):
        optimizer.zero_grad()
        loss = net(x).sum()
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())

    return tl.compile(step), [weakref.ref(x) for x in (net, optimizer, *net.parameters())]


def test_what_a_dropped_step_was_made_of_goes_with_it():
    """The functions that a plan writes held themselves, and all that they name, until a sweep."""
    gc.disable()
    try:
        compiled, alive = counted_step()
        compiled(tl.ones(3, 2))
        assert all(each() is not None for each in alive)
        del compiled
        assert [each() for each in alive] == [None] * 4
    finally:
        gc.enable()


@pytest.mark.parametrize("limit", [128, None, 0])
def test_a_cache_counts_as_in_eager_code(limit):
    """The recording counted one hit too many, and a second call in the function none at all."""

    def counts(compile):
        @functools.lru_cache(maxsize=limit)
        def scale(n, m=1):
            return n * m

        def f(x):
            return x * scale(3) * scale(3) + scale(2, m=2)

        f = compile(f)
        for _ in range(3):
            assert f(tl.ones(2)).tolist() == [13, 13]
        return scale.cache_info()

    if limit != 0:
        assert counts(tl.compile) == counts(lambda f: f)
    else:
        assert counts(tl.compile).hits == 0
