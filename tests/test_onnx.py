"""ONNX models as modules: beside onnxruntime, over the models that are common; and gradients."""

import io
import warnings

import numpy as np
import pytest

import tensorlite as tl

onnx = pytest.importorskip("onnx", reason="the extra onnx is not installed")
helper, numpy_helper = onnx.helper, onnx.numpy_helper
random = np.random.default_rng(0)


def f(*shape):
    return random.standard_normal(shape).astype(np.float32)


def model_of(nodes, inputs, outputs, weights, opset=17):
    """A model of nodes (kind, inputs, outputs, settings)."""
    made = [helper.make_node(k, i, o, **s) for k, i, o, s in nodes]
    kinds = [helper.make_tensor_value_info(n, helper.np_dtype_to_tensor_dtype(x.dtype), x.shape)
             for n, x in inputs.items()]  # fmt: skip
    kind = 7 if made[-1].op_type == "ArgMax" else 1
    ends = [helper.make_tensor_value_info(n, kind, None) for n in outputs]
    held = [numpy_helper.from_array(x, n) for n, x in weights.items()]
    graph = helper.make_graph(made, "g", kinds, ends, held)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9)


def beside_onnxruntime(data, inputs, rtol=1e-4, atol=1e-5):
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    session = runtime.InferenceSession(data, providers=["CPUExecutionProvider"])
    want = session.run(None, inputs)
    got = tl.onnx.load(data)(**{name: tl.tensor(x) for name, x in inputs.items()})
    got = got if isinstance(got, tuple) else (got,)
    for a, b in zip(got, want, strict=True):
        assert tuple(a.shape) == b.shape
        np.testing.assert_allclose(a.detach().numpy(), b, rtol, atol)


X, IMAGE = f(2, 3, 4), f(2, 4, 9, 8)
INT = np.array([0, -1, 2], np.int64)


def ints(*values):
    return np.array(values, np.int64)


# kind: inputs, weights, settings
SINGLE = [
    ("Gemm", {"x": f(3, 4)}, {"w": f(5, 4), "b": f(5)}, {"transB": 1, "alpha": 0.5, "beta": 2.0}),
    ("MatMul", {"x": X}, {"w": f(4, 5)}, {}),
    ("Conv", {"x": IMAGE}, {"w": f(6, 2, 3, 2), "b": f(6)},
     {"group": 2, "strides": [2, 1], "pads": [1, 0, 2, 1], "dilations": [1, 2]}),
    ("Conv", {"x": IMAGE}, {"w": f(6, 4, 3, 3)}, {"auto_pad": "SAME_UPPER", "strides": [2, 2]}),
    ("Conv", {"x": X}, {"w": f(2, 3, 2)}, {"auto_pad": "SAME_LOWER"}),
    ("ConvTranspose", {"x": IMAGE}, {"w": f(4, 3, 3, 3), "b": f(3)},
     {"strides": [2, 2], "pads": [1, 1, 1, 1], "output_padding": [1, 1]}),
    ("MaxPool", {"x": IMAGE},
     {}, {"kernel_shape": [3, 2], "strides": [2, 2], "pads": [1, 0, 0, 1]}),
    ("AveragePool", {"x": IMAGE}, {}, {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1]}),
    ("AveragePool", {"x": IMAGE}, {}, {"kernel_shape": [2, 2], "strides": [2, 2], "ceil_mode": 1}),
    ("GlobalAveragePool", {"x": IMAGE}, {}, {}),
    ("GlobalMaxPool", {"x": IMAGE}, {}, {}),
    ("BatchNormalization", {"x": IMAGE},
     {"s": f(4), "b": f(4), "m": f(4), "v": np.abs(f(4)) + 1}, {"epsilon": 1e-3}),
    ("LayerNormalization", {"x": X}, {"s": f(3, 4), "b": f(3, 4)}, {"axis": 1}),
    ("InstanceNormalization", {"x": IMAGE}, {"s": f(4), "b": f(4)}, {}),
    ("Pad", {"x": X}, {"p": ints(0, 1, 2, 0, 0, 1), "v": np.float32(3.0)}, {}),
    ("Pad", {"x": X}, {"p": ints(0, 0, 1, 0, 0, 2)}, {"mode": "reflect"}),
    ("Pad", {"x": X}, {"p": ints(0, 0, 1, 0, 0, 2)}, {"mode": "edge"}),
    ("Softmax", {"x": X}, {}, {"axis": 1}), ("LogSoftmax", {"x": X}, {}, {}),
    ("Flatten", {"x": X}, {}, {"axis": 2}), ("Flatten", {"x": X}, {}, {"axis": 0}),
    ("Reshape", {"x": X}, {"s": ints(0, -1, 2)}, {}), ("Transpose", {"x": X}, {}, {}),
    ("Squeeze", {"x": f(1, 3, 1)}, {"a": ints(0, -1)}, {}),
    ("Unsqueeze", {"x": X}, {"a": ints(0, -1)}, {}),
    ("Slice", {"x": X},
     {"s": ints(1, -1), "e": ints(9, -9), "a": ints(1, 2), "t": ints(1, -2)}, {}),
    ("Gather", {"x": X}, {"i": INT}, {"axis": 2}), ("Gather", {"x": f(3, 4)}, {"i": INT}, {}),
    ("Gather", {"x": X}, {"i": np.int64(1)}, {"axis": 1}),
    ("Concat", {"x": X, "y": f(2, 5, 4)}, {}, {"axis": 1}),
    ("Expand", {"x": f(3, 1)}, {"s": ints(2, 1, 4)}, {}),
    ("Tile", {"x": X}, {"r": ints(1, 2, 3)}, {}),
    ("Clip", {"x": X}, {"a": np.float32(-0.5), "b": np.float32(0.5)}, {}),
    ("Where", {"c": X > 0}, {"x": X, "y": f(4)}, {}),
    ("Pow", {"x": np.abs(X)}, {"y": np.float32(1.5)}, {}),
    ("Mod", {"x": X}, {"y": f(4)}, {"fmod": 1}),
    ("ReduceMean", {"x": X}, {}, {"axes": [1], "keepdims": 0}),
    ("ReduceSum", {"x": X}, {"a": ints(0, 2)}, {}), ("ReduceL2", {"x": X}, {}, {"axes": [-1]}),
    ("ReduceMax", {"x": X}, {}, {}), ("ReduceProd", {"x": X}, {}, {"axes": [0, 1]}),
    ("ArgMax", {"x": X}, {}, {"axis": 1, "keepdims": 0}),
    ("CumSum", {"x": X}, {"a": np.int64(1)}, {}), ("Sum", {"x": X, "y": X, "z": f(4)}, {}, {}),
    ("LeakyRelu", {"x": X}, {}, {"alpha": 0.2}), ("Elu", {"x": X}, {}, {}),
    ("Selu", {"x": X}, {}, {}), ("HardSigmoid", {"x": X}, {}, {}),
    ("PRelu", {"x": X}, {"s": f(4)}, {}),
    ("HardSwish", {"x": X}, {}, {}), ("Erf", {"x": X}, {}, {}), ("Softplus", {"x": X}, {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "inputs", "weights", "settings"), SINGLE)
def test_an_operator(kind, inputs, weights, settings):
    node = (kind, [*inputs, *weights], ["out"], settings)
    made = model_of([node], inputs, ["out"], weights)
    beside_onnxruntime(made.SerializeToString(), inputs)


def test_several_results_and_values_that_end():
    nodes = [("Split", ["x", "s"], ["a", "b"], {"axis": 2}), ("Relu", ["a"], ["c"], {}),
             ("Constant", [], ["k"], {"value_float": 2.0}),
             ("Mul", ["c", "k"], ["d"], {})]  # fmt: skip
    made = model_of(nodes, {"x": X}, ["d", "b"], {"s": ints(1, 3)})
    beside_onnxruntime(made.SerializeToString(), {"x": X})


def exported(module, arguments, names):
    torch = pytest.importorskip("torch")
    file, free = io.BytesIO(), {n: {0: "batch", 1: "steps"} for n in names}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module.eval(), arguments, file, dynamo=False, opset_version=17,
                          input_names=names, dynamic_axes=free)  # fmt: skip
    return file.getvalue()


def networks(torch):
    nn = torch.nn

    class Sequence(nn.Module):
        def __init__(self, kind):
            super().__init__()
            self.table, self.out = nn.Embedding(11, 5), nn.Linear(12, 3)
            self.layers = getattr(nn, kind)(5, 6, 2, batch_first=True, bidirectional=True)

        def forward(self, x):
            return self.out(self.layers(self.table(x))[0][:, -1])

    class Encoder(nn.Module):
        def __init__(self):
            super().__init__()
            self.words, self.places = nn.Embedding(11, 16), nn.Embedding(12, 16)
            self.norm, self.out = nn.LayerNorm(16), nn.Linear(16, 2)
            layer = nn.TransformerEncoderLayer(16, 4, 32, activation="gelu", batch_first=True)
            self.layers = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)

        def forward(self, ids, mask):
            x = self.norm(self.words(ids) + self.places(torch.arange(ids.shape[1])))
            x = self.layers(x, src_key_padding_mask=mask == 0)
            return self.out(torch.tanh(x[:, 0]))

    return Sequence, Encoder


IDS = random.integers(0, 11, (2, 7))


@pytest.mark.torch
@pytest.mark.parametrize("name", ["mlp", "cnn", "RNN", "LSTM", "GRU", "encoder"])
def test_a_network(name):
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    nn, (sequence, encoder) = torch.nn, networks(torch)
    if name == "mlp":
        net, inputs = nn.Sequential(nn.Linear(4, 8), nn.GELU(), nn.Linear(8, 3)), {"x": f(2, 7, 4)}
    elif name == "cnn":
        net = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.SiLU(),
                            nn.MaxPool2d(2), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                            nn.Linear(4, 2))  # fmt: skip
        inputs = {"x": f(2, 3, 8, 8)}
    elif name == "encoder":
        net, mask = encoder(), np.ones((2, 7), np.float32)
        mask[1, 4:] = 0
        inputs = {"ids": IDS, "mask": mask}
    else:
        net, inputs = sequence(name), {"x": IDS}
    net.eval()
    data = exported(net, tuple(torch.tensor(x) for x in inputs.values()), list(inputs))
    beside_onnxruntime(data, inputs)
    if name in ("cnn", "encoder"):  # whose shapes the export has fixed
        return
    inputs = {key: np.concatenate([x, x[:1]])[:, :5] for key, x in inputs.items()}  # other sizes
    beside_onnxruntime(data, inputs)
    want = net(*[torch.tensor(x) for x in inputs.values()])
    got = tl.onnx.load(io.BytesIO(data))(*[tl.tensor(x) for x in inputs.values()])
    np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), 1e-4, 1e-5)


def test_weights_are_parameters(tmp_path):
    weights = {"a.weight": f(4, 3), "b": f(3)}
    made = model_of([("Gemm", ["x", *weights], ["out"], {})], {"x": f(2, 4)}, ["out"], weights)
    onnx.save(made, tmp_path / "model.onnx")
    net = tl.onnx.load(tmp_path / "model.onnx")
    assert list(net.state_dict()) == ["a_weight", "b"] and repr(net) == "Graph(x -> out)"
    assert net.weight_names == {"a.weight": "a_weight", "b": "b"}
    net(tl.ones(2, 4)).sum().backward()
    assert net.a_weight.grad.tolist() == [[2.0] * 3] * 4
    step = tl.compile(lambda x: net(x))
    assert tl.equal(step(tl.ones(2, 4)), net(tl.ones(2, 4)))
    frozen = tl.onnx.load(tmp_path / "model.onnx", trainable=False)
    assert not any(p.requires_grad for p in frozen.parameters())


def test_errors():
    def load(kind, **settings):
        node = (kind, ["x"], ["out"], settings)
        return tl.onnx.load(model_of([node], {"x": X}, ["out"], {}).SerializeToString())

    with pytest.raises(NotImplementedError, match=r"operators out of Abs.*; got Det, Einsum"):
        nodes = [("Einsum", ["x"], ["y"], {"equation": "i->i"}), ("Det", ["y"], ["out"], {})]
        tl.onnx.load(model_of(nodes, {"x": X}, ["out"], {}).SerializeToString())
    with pytest.raises(TypeError, match="expected inputs x; got none"):
        load("Relu")()
    with pytest.raises(NotImplementedError, match=r"settings that are there"):
        load("MaxPool", kernel_shape=[2], unknown=3)(tl.tensor(X))
