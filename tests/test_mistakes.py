"""What beginners write by mistake, and what they are told: op, what was expected, what came."""

import re
import traceback

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.nn import functional as F
from tensorlite.utils import data

NAMES = {"tl": tl, "np": np, "nn": nn, "optim": optim, "F": F, "data": data}
TOLD = {
    "nn.CrossEntropyLoss()(tl.ones(2, 3))": (TypeError, "CrossEntropyLoss: expected target; got none; try CrossEntropyLoss(...)(input, target)"),
    "F.l1_loss(tl.ones(3), tl.ones(4))": (RuntimeError, "l1_loss: expected shapes that broadcast together; got [3] and [4], which differ at dim -1 (3 against 4); try unsqueeze() or expand()"),
    "optim.SGD(nn.Linear(2, 2).parameters(), lr=0.1).step(tl.ones(1))": (TypeError, "SGD.step: expected closure to be a function; got Tensor; try loss.backward() before step()"),
    'optim.SGD(nn.Linear(2, 2).parameters(), "0.1")': (TypeError, "SGD: expected lr to be a number; got str '0.1'; try 0.5"),
    "nn.Flatten(tl.ones(2, 2))": (TypeError, "Flatten: expected a setting start_dim; got a Tensor; try Flatten()(input)"),
    "nn.Dropout(tl.ones(2, 2))": (TypeError, "Dropout: expected p to be a float; got float32[2, 2]; try Dropout(...)(input)"),
    "nn.Linear(tl.ones(2, 2), 3)": (TypeError, "Linear: expected in_features to be a setting; got float32[2, 2]; try Linear(...)(input)"),
    "tl.index_select(tl.ones(2), 0, [0, 1])": (TypeError, "index_select: argument 'index' must be Tensor, not list; expected a Tensor; got list; try tensorlite.tensor(index)"),
    'tl.save("m.pt", {"w": tl.ones(2)})': (TypeError, "save: expected f to be a path or a file; got dict; try save(obj, f)"),
    'tl.arange("5")': (TypeError, "arange: expected start to be a number; got str '5'; try 0.5"),
    "F.pad(tl.ones(2), 1)": (TypeError, "pad: expected pad to be a tuple of integers; got int 1; try (1, 1)"),
    "nn.utils.rnn.pad_sequence([tl.ones(2)], tl.ones(2))": (TypeError, "pad_sequence: expected batch_first to be a bool; got float32[2]; try batch_first=False"),
    'tl.ones(2).to("float32")': (RuntimeError, "to: expected device to be 'cpu', 'cuda' or 'cuda:<index>'; got 'float32'; try tensorlite.float32"),
    "tl.Linear": (AttributeError, "module 'tensorlite' has no attribute 'Linear'; did you mean 'nn.Linear'?"),
    'tl.ones(2).astype("float64")': (AttributeError, "'Tensor' object has no attribute 'astype'; did you mean 'to'?"),
    "tl.ones(2).copy()": (AttributeError, "'Tensor' object has no attribute 'copy'; did you mean 'clone'?"),
    "tl.expand_dims(tl.ones(2), 0)": (AttributeError, "module 'tensorlite' has no attribute 'expand_dims'; did you mean 'unsqueeze'?"),
    "tl.percentile(tl.ones(2), 50)": (AttributeError, "module 'tensorlite' has no attribute 'percentile'; did you mean 'quantile'?"),
    "tl.ones(2).float64()": (AttributeError, "'Tensor' object has no attribute 'float64'; did you mean 'double'?"),
    "tl.random.randn(2)": (AttributeError, "module 'tensorlite.random' has no attribute 'randn'; did you mean 'tensorlite.randn'?"),
    "tl.amp.Autocast": (AttributeError, "module 'tensorlite.amp' has no attribute 'Autocast'; did you mean 'autocast'?"),
    "tl.sklearn.TensorLiteClassifier": (AttributeError, "module 'tensorlite.sklearn' has no attribute 'TensorLiteClassifier'; did you mean 'TensorliteClassifier'?"),
    "nn.Linear(2, 3).weights": (AttributeError, "'Linear' object has no attribute 'weights'; did you mean 'weight'?"),
    "nn.Linear(2, 3).parameter()": (AttributeError, "'Linear' object has no attribute 'parameter'; did you mean 'parameters'?"),
    "nn.Sequential(nn.Linear(2, 2)).indices": (AttributeError, "'Sequential' object has no attribute 'indices'"),
    "tl.save()": (TypeError, "save: expected obj and f; got none; try save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True, format=None)"),
    "tl.array([1])": (AttributeError, "module 'tensorlite' has no attribute 'array'; did you mean 'tensor'?"),
    "tl.stack([tl.ones(2), tl.ones(2), tl.ones(3)])": (RuntimeError, "stack: expected tensors of equal size; got [2] at entry 0 and [3] at entry 2; try padding, as nn.utils.rnn.pad_sequence() does"),
    "tl.stack([tl.ones(2), 3])": (TypeError, "stack: expected a sequence of tensors; got list with int at entry 1; try tensor() of that entry"),
    "tl.stack([])": (RuntimeError, "stack: expected a non-empty list of tensors; got an empty one; try [x]"),
    "tl.cat([tl.ones(2,2), tl.ones(3,3)])": (RuntimeError, "cat: expected shapes that agree except in dim 0; got [2, 2] at entry 0 and [3, 3] at entry 1; try reshape()"),
    "tl.cat(tl.ones(2), tl.ones(2))": (TypeError, "cat: expected a sequence of tensors; got two Tensors; try cat([x, y])"),
    "tl.cat([tl.ones(2), [1,2]])": (TypeError, "cat: expected a sequence of tensors; got list with list at entry 1; try tensor() of that entry"),
    "tl.tensor([[1,2],[3]])": (ValueError, "tensor: expected sequences of equal lengths at each depth; got ragged ones: in dim 1 length 2 at [0] but length 1 at [1]; try padding"),
    "tl.tensor([[[1,2],[3,4]],[[1,2],[3]]])": (ValueError, "tensor: expected sequences of equal lengths at each depth; got ragged ones: in dim 2 length 2 at [0][0] but length 1 at [1][1]; try padding"),
    "tl.tensor([1, [2, 3]])": (ValueError, "tensor: expected sequences of equal lengths at each depth; got ragged ones: in dim 1 a number at [0] but length 2 at [1]; try padding"),
    "tl.tensor([tl.ones(2), tl.ones(3)])": (ValueError, "tensor: expected sequences of equal lengths at each depth; got ragged ones: in dim 1 length 2 at [0] but length 3 at [1]; try padding"),
    'tl.tensor("abc")': (TypeError, "tensor: expected numbers or nested sequences of numbers; got data of type str; try numbers"),
    "tl.tensor([1, None])": (TypeError, "tensor: expected numbers or nested sequences of numbers; got data of type NoneType; try numbers"),
    'tl.tensor({"a": 1})': (TypeError, "tensor: expected numbers or nested sequences of numbers; got data of type dict; try numbers"),
    "nn.MSELoss(tl.ones(2), tl.ones(2))": (TypeError, "MSELoss: expected the settings of the loss; got a Tensor among them; try MSELoss()(input, target)"),
    "nn.CrossEntropyLoss(tl.ones(2, 3), tl.tensor([0, 1]))": (TypeError, "CrossEntropyLoss: expected the settings of the loss; got a Tensor among them; try CrossEntropyLoss()(input, target)"),
    "nn.ReLU(tl.ones(3)).sum()": (TypeError, "ReLU: expected a setting inplace; got a Tensor; try ReLU()(input)"),
    "nn.Softmax(tl.ones(3))": (TypeError, "Softmax: expected a setting dim; got a Tensor; try Softmax()(input)"),
    "nn.GELU(tl.ones(3))": (TypeError, "GELU: expected a setting approximate; got a Tensor; try GELU()(input)"),
    "nn.Sigmoid(tl.ones(3))": (TypeError, "Sigmoid: expected no settings; got a Tensor; try Sigmoid()(input)"),
    "nn.LSTM(4, 8)(tl.ones(2, 3, 4), tl.zeros(1, 3, 8))": (TypeError, "LSTM: expected hx of 2 Tensor(s); got (Tensor); try (h_0, c_0)"),
    "tl.ones(2,3).permute(0, 1, 2)": (RuntimeError, "permute: expected each of 2 dims once; got [0, 1, 2]; try 0..n-1"),
    "nn.BCELoss(tl.ones(2), tl.ones(2))": (TypeError, "BCELoss: expected the settings of the loss; got a Tensor among them; try BCELoss()(input, target)"),
    "nn.L1Loss(tl.ones(2), tl.ones(2)).backward()": (TypeError, "L1Loss: expected the settings of the loss; got a Tensor among them; try L1Loss()(input, target)"),
    "optim.SGD(nn.Linear(2, 2).parameters, lr=0.1)": (TypeError, "SGD: expected an iterable of Tensors or dicts; got the method parameters itself; try parameters(), with its brackets"),
    "optim.Adam(nn.Linear(2, 2), lr=0.1)": (TypeError, "Adam: expected an iterable of Tensors or dicts; got Linear; try model.parameters()"),
    "optim.SGD(nn.Linear(2,2).state_dict(), lr=0.1)": (TypeError, "SGD: optimizer can only optimize Tensors, but one of the params is str; try model.parameters()"),
    "optim.SGD([], lr=0.1)": (ValueError, "SGD: optimizer got an empty parameter list; a generator can be used only once: try list(model.parameters())"),
    "tl.ones(2, 3) + tl.ones(2, 4)": (RuntimeError, "add: expected shapes that broadcast together; got [2, 3] and [2, 4], which differ at dim -1 (3 against 4); try unsqueeze() or expand()"),
    "tl.ones(2, 3).add_(tl.ones(4))": (RuntimeError, "add_: expected shapes that broadcast together; got [2, 3] and [4], which differ at dim -1 (3 against 4); try unsqueeze() or expand()"),
    "tl.ones(2, 3) @ tl.ones(2, 3)": (RuntimeError, "matmul: expected mat1 and mat2 shapes that can be multiplied (inner extents equal); got [2, 3] and [2, 3]; try transpose()"),
    "tl.ones(3) @ tl.ones(4)": (RuntimeError, "matmul: expected mat1 and mat2 shapes that can be multiplied (inner extents equal); got [3] and [4]; try transpose()"),
    "tl.ones(2,3).view(4, 2)": (RuntimeError, "view: expected a shape for 6 elements, with at most one -1; got [4, 2]"),
    "tl.ones(2,3).reshape(-1, 4)": (RuntimeError, "reshape: expected a shape for 6 elements, with at most one -1; got [-1, 4]"),
    "tl.ones(2,3).reshape(-1, -1)": (RuntimeError, "reshape: expected a shape for 6 elements, with at most one -1; got [-1, -1]"),
    "tl.ones(2,3).T.view(6)": (RuntimeError, "view: expected a shape compatible with strides (1, 3) of shape [3, 2]; got [6]; try reshape()"),
    "tl.ones(2,3).transpose(0)": (TypeError, "transpose: expected dim1; got none; try transpose(input, dim0, dim1)"),
    "tl.ones(2,3).permute(0)": (RuntimeError, "permute: expected each of 2 dims once; got [0]; try 0..n-1"),
    "tl.ones(2,3).sum(2)": (IndexError, "sum: expected dim in the range of [-2, 1]; got 2"),
    'tl.ones(2,3).sum("x")': (TypeError, "sum: expected dim to be an integer; got 'x'"),
    "tl.ones(2,3).max(5)": (IndexError, "max: expected dim in the range of [-2, 1]; got 5"),
    "tl.ones(2, 3)[5]": (IndexError, "index 5 is out of bounds for dimension 0 with size 2"),
    "tl.ones(2, 3)[0, 5]": (IndexError, "index 5 is out of bounds for dimension 1 with size 3"),
    "tl.ones(2, 3)[0, 0, 0]": (IndexError, "index: too many indices for tensor of dimension 2; expected at most 2; got 3"),
    'tl.ones(2, 3)["a"]': (IndexError, "index: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got str)"),
    "tl.ones(2, 3)[1.5]": (IndexError, "index: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)"),
    "tl.ones(2, 3)[tl.tensor([0.5])]": (IndexError, "index: tensors used as indices must be long, int, byte or bool tensors; got tensorlite.float32; try .long()"),
    "tl.ones(2, 3)[tl.tensor([5])]": (IndexError, "index: index 5 is out of bounds for dimension 0 with size 2; expected -2 to 1; got 5 at [0] of the index"),
    "tl.ones(2, 3)[tl.tensor([True, False, True])]": (IndexError, "index: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0"),
    "tl.ones(2).backward()": (RuntimeError, "backward: element 0 of tensors does not require grad and does not have a grad_fn; expected the result of ops on tensors that require grad; try requires_grad_()"),
    "(tl.ones(2, requires_grad=True) * 2).backward()": (RuntimeError, "backward: grad can be implicitly created only for scalar outputs; got shape [2]; try backward(gradient) or .sum()"),
    "tl.ones(2, requires_grad=True).numpy()": (RuntimeError, "numpy: Can't call numpy() on Tensor that requires grad; try detach().numpy()"),
    "tl.tensor([1, 2], requires_grad=True)": (RuntimeError, "tensor: expected a floating point or complex tensor; got tensorlite.int64; try .float()"),
    "tl.ones(2).item()": (RuntimeError, "item: a Tensor with 2 elements cannot be converted to Scalar; expected 1 element; try tolist()"),
    "bool(tl.ones(2))": (RuntimeError, "bool: Boolean value of Tensor with more than one value is ambiguous; try .any() or .all()"),
    "float(tl.ones(2))": (ValueError, "only one element tensors can be converted to Python scalars; expected 1 element; got 2; try tolist()"),
    "tl.ones(2, requires_grad=True).add_(1)": (RuntimeError, "add_: a leaf Variable that requires grad is being used in an in-place operation; expected the result of an op; got a leaf; try tensorlite.no_grad()"),
    "nn.Linear(3, 2)(tl.ones(4, 5))": (RuntimeError, "linear: mat1 and mat2 shapes cannot be multiplied; expected input (..., 3) for weight [2, 3]; got input [4, 5]; try another size"),
    "nn.Linear(3, 2)(tl.ones(4, 3).double())": (RuntimeError, "linear: expected input and weight to have the same dtype; got tensorlite.float64 and tensorlite.float32; try input.to(weight.dtype)"),
    "nn.Linear(3, 2)(tl.ones(4, 3).long())": (RuntimeError, "linear: expected input and weight to have the same dtype; got tensorlite.int64 and tensorlite.float32; try input.to(weight.dtype)"),
    "nn.Linear(3, 2)(np.ones((4, 3)))": (TypeError, "linear: expected input to be a Tensor; got ndarray; try tensor()"),
    'nn.Linear("3", 2)': (TypeError, "Linear: expected in_features to be an int; got str"),
    "nn.Linear(3)": (TypeError, "Linear: expected out_features; got none; try Linear(in_features, out_features, bias=True, device=None, dtype=None)"),
    "nn.Conv2d(3, 8, 3)(tl.ones(1, 8, 8, 3))": (RuntimeError, "conv2d: Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 8, 8, 3] to have 3 channels; got 8 channels; try input.movedim(-1, -3), as channels come before extents"),
    "nn.Conv2d(3, 8, 3)(tl.ones(8, 8, 3))": (RuntimeError, "conv2d: Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 8, 8, 3] to have 3 channels; got 8 channels; try input.movedim(-1, -3), as channels come before extents"),
    "tl.tensor(3)[0]": (IndexError, "index: too many indices for tensor of dimension 0; expected at most 0; got 1; try item()"),
    "tl.ones(2).copy_('a')": (TypeError, "copy_: expected a tensor or a number; got str; try tensor()"),
    "tl.ones(2).add_('a')": (TypeError, "add_: expected tensors and numbers; got str; try tensor()"),
    "nn.Conv2d(3, 8, 3)(tl.ones(1, 1, 8, 8))": (RuntimeError, "conv2d: Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 1, 8, 8] to have 3 channels; got 1 channels; try other channels"),
    "nn.Conv2d(3, 8, 3)(tl.ones(8, 8))": (RuntimeError, "conv2d: Expected 3D (unbatched) or 4D (batched) input to conv2d; got input of size: [8, 8]; try reshape()"),
    "nn.Sequential(nn.Linear(2, 2), nn.ReLU)(tl.ones(2))": (TypeError, "Sequential: expected Modules one after the other; <class 'tensorlite.nn.activations.ReLU'> is not a Module subclass; got the class ReLU itself at 1; try ReLU()"),
    "nn.Sequential(nn.Linear(2, 3), nn.Linear(2, 3))(tl.ones(1, 2))": (RuntimeError, "linear: mat1 and mat2 shapes cannot be multiplied; expected input (..., 2) for weight [3, 2]; got input [1, 3]; try another size"),
    "F.cross_entropy(tl.ones(2, 3), tl.ones(2))": (RuntimeError, "cross_entropy: expected target probabilities of shape [2, 3]; got [2]; try class indices as int64"),
    "F.cross_entropy(tl.ones(2, 3), tl.tensor([0, 3]))": (IndexError, "cross_entropy: Target 3 is out of bounds; expected 0 to 2, or ignore_index=-100"),
    "F.cross_entropy(tl.ones(2, 3), tl.tensor([[0], [1]]))": (RuntimeError, "cross_entropy: expected target of shape [2] for input [2, 3]; got [2, 1]; try class indices, or probabilities in a float"),
    "F.cross_entropy(tl.ones(2), tl.tensor([0, 1]))": (RuntimeError, "cross_entropy: expected target of shape [] for input [2]; got [2]; try class indices, or probabilities in a float"),
    "F.mse_loss(tl.ones(2), 1.0)": (TypeError, "mse_loss: argument 'target' must be Tensor, not float; expected a Tensor; got float; try tensorlite.tensor(target)"),
    "F.binary_cross_entropy(tl.ones(2) * 2, tl.ones(2))": (RuntimeError, "binary_cross_entropy: all elements of input should be between 0 and 1; got others; try binary_cross_entropy_with_logits"),
    "F.nll_loss(tl.ones(2, 3), tl.tensor([0.0, 1.0]))": (RuntimeError, "nll_loss: expected target dtype int64; got tensorlite.float32"),
    "F.one_hot(tl.tensor([0.0, 1.0]))": (RuntimeError, "one_hot: expected an int64 tensor; got tensorlite.float32"),
    "F.one_hot(tl.tensor([0, 5]), 3)": (RuntimeError, "one_hot: Class values must be smaller than num_classes; got 5 and 3"),
    "nn.Embedding(10, 3)(tl.tensor([1.0]))": (RuntimeError, "embedding: expected indices of dtype int64 or int32; got tensorlite.float32; try input.long()"),
    "nn.Embedding(10, 3)(tl.tensor([10]))": (IndexError, "embedding: index 10 is out of bounds for dimension 0 with size 10; expected 0 to 9; got 10 at [0] of the index"),
    "nn.BatchNorm1d(3)(tl.ones(1, 3))": (ValueError, "batch_norm: Expected more than 1 value per channel when training, got input size (1, 3)"),
    "nn.BatchNorm2d(3)(tl.ones(2, 3))": (ValueError, "BatchNorm2d: expected 4D input (got 2D input)"),
    "nn.Dropout(1.5)": (ValueError, "Dropout: dropout probability has to be between 0 and 1, but got 1.5"),
    "tl.softmax(tl.ones(2, 3))": (TypeError, "softmax: expected dim; got none; try softmax(input, dim, dtype=None, out=None)"),
    "tl.zeros((2, -1))": (RuntimeError, "zeros: expected extents of at least 0; got [2, -1]"),
    "tl.arange(0, 1, -1)": (RuntimeError, "arange: expected upper bound and lower bound consistent with the sign of step; got start 0, end 1, step -1; try the other sign"),
    "tl.randint(5)": (TypeError, "randint: expected a size; got none; try randint(high, (n,))"),
    'tl.randn("3")': (TypeError, "randn: expected integers as a shape; got ('3',)"),
    'tl.ones(2).to("gpu")': (RuntimeError, "to: expected device to be 'cpu', 'cuda' or 'cuda:<index>'; got 'gpu'; try device('cpu')"),
    'tl.ones(2) + "a"': (TypeError, "unsupported operand type(s) for +: 'Tensor' and 'str'"),
    "tl.ones(2) + None": (TypeError, "unsupported operand type(s) for +: 'Tensor' and 'NoneType'"),
    "tl.ones(2) + [1, 2, 3]": (TypeError, "unsupported operand type(s) for +: 'Tensor' and 'list'"),
    "tl.exp(2.0)": (TypeError, "exp: expected a tensor; got numbers alone; try tensorlite.tensor()"),
    "tl.exp([1.0, 2.0])": (TypeError, "exp: expected tensors and numbers; got list for x; try tensor()"),
    'tl.sqrt(tl.tensor(["a"]))': (TypeError, "tensor: expected numbers or nested sequences of numbers; got data of type str; try numbers"),
    "tl.matmull(tl.ones(2,2), tl.ones(2,2))": (AttributeError, "module 'tensorlite' has no attribute 'matmull'; did you mean 'matmul'?"),
    "tl.ones(2).foo()": (AttributeError, "'Tensor' object has no attribute 'foo'"),
    "tl.ones(2).append(1)": (AttributeError, "'Tensor' object has no attribute 'append'"),
    "nn.Linera(2, 2)": (AttributeError, "module 'tensorlite.nn' has no attribute 'Linera'; did you mean 'Linear'?"),
    "optim.adam(nn.Linear(2,2).parameters())": (AttributeError, "module 'tensorlite.optim' has no attribute 'adam'; did you mean 'Adam'?"),
    'tl.einsum("ij,jk->ik", tl.ones(2, 3), tl.ones(4, 5))': (RuntimeError, "einsum: expected extent 3 for subscript j; got 4; try 'ij,jk->ik'"),
    'tl.einsum("ij,jk", tl.ones(2, 3))': (RuntimeError, "einsum: expected 2 operands for 'ij,jk'; got 1; try 'ij,jk->ik'"),
    "tl.where(tl.ones(2), tl.ones(2), tl.zeros(2))": (RuntimeError, "where: expected condition to be a bool tensor; got tensorlite.float32; try x != 0"),
    "tl.gather(tl.ones(2, 3), 1, tl.tensor([0, 1]))": (RuntimeError, "gather(): Index tensor must have the same number of dimensions as input tensor; expected 2; got [2]; try expand()"),
    "tl.ones(2, 3).scatter_(1, tl.tensor([[5]]), 1.0)": (RuntimeError, "scatter_: index 5 is out of bounds for dimension 1 with size 3; expected 0 to 2; got 5 at [0, 0] of the index"),
    "tl.split(tl.ones(5), [2, 2])": (RuntimeError, "split: expected sizes that sum up to 5; got [2, 2]; try one size"),
    "tl.ones(2).squeeze(3)": (IndexError, "squeeze: expected dim in the range of [-1, 0]; got 3"),
    "tl.ones(2).unsqueeze(5)": (IndexError, "unsqueeze: expected dim in the range of [-2, 1]; got 5"),
    "tl.ones(2, 3).expand(4, 3)": (RuntimeError, "expand: expected sizes to which [2, 3] broadcasts; got [4, 3]; try repeat()"),
    'tl.ones(2).repeat("a")': (TypeError, "repeat: expected integers as a shape; got ('a',)"),
    "tl.from_numpy([1, 2])": (TypeError, "from_numpy: expected a numpy.ndarray; got list; try tensorlite.tensor()"),
    'tl.from_numpy(np.array(["a"]))': (TypeError, "from_numpy: expected a dtype out of bool, uint8"),
    "tl.tensor(np.array([object()]))": (TypeError, "tensor: expected a dtype out of bool, uint8"),
    "nn.MultiheadAttention(10, 3)": (AssertionError, "MultiheadAttention: embed_dim must be divisible by num_heads; got 10 and 3; try others"),
    "nn.LSTM(3, 4)(tl.ones(2, 5, 7))": (RuntimeError, "LSTM: input.size(-1) must be equal to input_size; expected 3; got 7; try another size"),
    "nn.Module()(tl.ones(2))": (NotImplementedError, 'Module: Module [Module] is missing the required "forward" function; try def forward(self, x)'),
    "optim.lr_scheduler.StepLR(nn.Linear(2,2), 1)": (TypeError, "StepLR: Linear is not an Optimizer"),
    "optim.lr_scheduler.StepLR(optim.SGD(nn.Linear(2,2).parameters(), 0.1))": (TypeError, "StepLR: expected step_size; got none; try StepLR(optimizer, step_size, gamma=0.1, last_epoch=-1)"),
    "data.DataLoader(data.TensorDataset(tl.ones(3), tl.ones(4)))": (AssertionError, "TensorDataset: Size mismatch between tensors; expected equal first sizes; got [3, 4]"),
    "data.DataLoader(data.TensorDataset(tl.ones(3)), batch_size=0)": (ValueError, "BatchSampler: batch_size should be a positive integer value, but got batch_size=0"),
    "list(data.DataLoader([tl.ones(2), tl.ones(3)], batch_size=2))": (RuntimeError, "stack: expected tensors of equal size; got [2] at entry 0 and [3] at entry 1; try padding, as nn.utils.rnn.pad_sequence() does"),
    'list(data.DataLoader([{"a": 1}, {"b": 2}], batch_size=2))': (KeyError, '"default_collate: expected the key \'a\' in each dict; got only [\'b\'] at entry 1; try a collate_fn"'),
    "list(data.DataLoader([object(), object()], batch_size=2))": (TypeError, "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'object'>; try a collate_fn"),
    "data.random_split(data.TensorDataset(tl.ones(5)), [2, 2])": (ValueError, "random_split: Sum of input lengths does not equal the length of the input dataset! expected lengths that sum to 5, or shares to 1; got [2, 2]"),
    'tl.manual_seed("a")': (TypeError, "manual_seed: expected seed to be an integer; got str 'a'; try 0"),
    "tl.linalg.inv(tl.ones(2, 3))": (RuntimeError, "linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices; expected (*, N, N); got [2, 3]; try lstsq() or pinv()"),
    "tl.ones(2, 3) ** tl.ones(4)": (RuntimeError, "pow: expected shapes that broadcast together; got [2, 3] and [4], which differ at dim -1 (3 against 4); try unsqueeze() or expand()"),
    "tl.ones(2,3).masked_fill(tl.ones(2, 3), 0.0)": (RuntimeError, "masked_fill: expected mask to be a bool tensor; got tensorlite.float32; try x != 0"),
    "tl.topk(tl.ones(3), 5)": (RuntimeError, "topk: selected index k out of range; expected 0 to 3; got 5; try a smaller k"),
    "tl.ones(3).argmax(1)": (IndexError, "argmax: expected dim in the range of [-1, 0]; got 1"),
    "tl.logical_and(tl.ones(2), tl.ones(3))": (RuntimeError, "logical_and: expected shapes that broadcast together; got [2] and [3], which differ at dim -1 (2 against 3); try unsqueeze() or expand()"),
    "tl.clamp(tl.ones(2))": (RuntimeError, "clamp: expected min or max; got neither; try clamp(x, min=0)"),
    "tl.concat([tl.ones(2), tl.ones(2, 2)])": (RuntimeError, "concat: expected shapes that agree except in dim 0; got [2] at entry 0 and [2, 2] at entry 1; try reshape()"),
    'tl.ones(2).requires_grad_("yes")': (TypeError, "requires_grad_: expected a bool; got str; try requires_grad_(True)"),
}
PRIVATE = re.compile(r"(?<![\w.'\[])_[a-z]\w*[(:]")


@pytest.mark.parametrize("call", TOLD)
def test_what_is_said(call):
    kind, text = TOLD[call]
    with pytest.raises(kind) as caught:
        eval(call, dict(NAMES))
    assert text in str(caught.value)
    assert not PRIVATE.search(str(caught.value))


def test_a_module_that_forgets_its_base_is_told_what_to_write():
    class Late(nn.Module):
        def __init__(self):
            self.layer = nn.Linear(2, 2)

    with pytest.raises(AttributeError, match=r"Module.__init__\(\) call; try super"):
        Late()


BINARY = (
    *(lambda x: x / x, lambda x: x**x, lambda x: tl.lerp(x, x, x), lambda x: tl.fmod(x, x)),
    *(lambda x: tl.addcmul(x, x, x), lambda x: tl.where(x > 0, x, x * 2), lambda x: x.clamp(x, x)),
)


def test_a_second_backward_names_the_op_as_users_do():
    for function in BINARY:
        x = tl.ones(2, requires_grad=True)
        out = function(x)
        out.sum().backward()
        with pytest.raises(RuntimeError, match="a second time") as caught:
            out.sum().backward()
        assert re.match("[a-z]", str(caught.value))
        assert not PRIVATE.search(repr(out.grad_fn).partition(",")[0])


def test_what_was_meant_is_told_once():
    """Python's own guess came behind ours, from 3.12 on: "did you mean 'tensor'?. Did you mean"."""
    try:
        tl.tensr([1])
    except AttributeError as error:
        told = "".join(traceback.TracebackException.from_exception(error).format_exception_only())
    assert told.lower().count("did you mean") == 1


def test_numpy_s_ddof_is_correction():
    x = tl.arange(4.0)
    for function in (tl.std, tl.var, tl.std_mean):
        ours, theirs = function(x, ddof=0), function(x, correction=0)
        assert str(ours) == str(theirs)
