"""Three convolutional networks whose code is PyTorch's and ours, and batches for them."""

import numpy as np

CASES = {  # images of a batch, and the network
    "LeNet-5 on 28x28, 64": ((64, 1, 28, 28), "lenet"),
    "conv32-conv64-pool-128-10 on 28x28, 32": ((32, 1, 28, 28), "digits"),
    "ResNet of 16, 32, 64 on 32x32, 16": ((16, 3, 32, 32), "resnet"),
}


def batch(case):
    """Images and classes of a case, as NumPy arrays."""
    rng, (shape, _) = np.random.default_rng(0), CASES[case]
    return rng.standard_normal(shape, dtype=np.float32), rng.integers(0, 10, shape[0])


def network(lib, case):
    """The model of a case."""
    lib.manual_seed(0)
    return {"lenet": lenet, "digits": digits, "resnet": resnet}[CASES[case][1]](lib.nn)


def lenet(nn):
    """LeCun et al. 1998, with ReLU and maxima."""
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    )  # fmt: skip


def digits(nn):
    """PyTorch's MNIST example."""
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Dropout(0.25), nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Dropout(0.5),
        nn.Linear(128, 10),
    )  # fmt: skip


def resnet(nn):
    """Three residual blocks. He et al. 2016, arXiv:1512.03385."""

    class Block(nn.Module):
        def __init__(self, inner, outer, stride):
            super().__init__()
            self.path = nn.Sequential(
                nn.Conv2d(inner, outer, 3, stride, 1, bias=False), nn.BatchNorm2d(outer), nn.ReLU(),
                nn.Conv2d(outer, outer, 3, 1, 1, bias=False), nn.BatchNorm2d(outer),
            )  # fmt: skip
            self.short = nn.Sequential()
            if inner != outer:
                self.short = nn.Sequential(
                    nn.Conv2d(inner, outer, 1, stride, bias=False), nn.BatchNorm2d(outer)
                )

        def forward(self, x):
            return nn.functional.relu(self.path(x) + self.short(x))

    return nn.Sequential(
        nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
        Block(16, 16, 1), Block(16, 32, 2), Block(32, 64, 2),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10),
    )  # fmt: skip
