"""ResNet-18 with the names of torchvision's parameters, so that its weights load.

    >>> import tensorlite as tl
    >>> from tensorlite.examples.resnet import resnet18
    >>> resnet18(num_classes=10).eval()(tl.zeros(1, 3, 32, 32)).shape
    tensorlite.Size([1, 10])

With a file of weights at hand: ``model.load_state_dict(tl.load("resnet18.pth"))``.
"""

from tensorlite import nn


class BasicBlock(nn.Module):
    """Two convolutions, and the input added to what they give.

    Parameters
    ----------
    inplanes, planes : int
        Channels before and after.
    stride : int
        Of the first convolution; where the shape changes, the input goes through one, too.
    """

    def __init__(self, inplanes, planes, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = None
        if stride != 1 or inplanes != planes:
            self.downsample = nn.Sequential(
                nn.Conv2d(inplanes, planes, 1, stride, bias=False), nn.BatchNorm2d(planes)
            )

    def forward(self, x):
        """(N, inplanes, H, W) to (N, planes, H / stride, W / stride)."""
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return self.relu(out + (x if self.downsample is None else self.downsample(x)))


class ResNet(nn.Module):
    """He et al. 2015, "Deep Residual Learning for Image Recognition", arXiv:1512.03385.

    Parameters
    ----------
    layers : sequence of int
        How many blocks there are of each width.
    num_classes : int
    """

    def __init__(self, layers=(2, 2, 2, 2), num_classes=1000):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        before = 64
        for number, (blocks, planes) in enumerate(zip(layers, (64, 128, 256, 512), strict=True), 1):
            stride = 1 if number == 1 else 2
            rows = [BasicBlock(before, planes, stride)]
            rows += [BasicBlock(planes, planes) for _ in range(blocks - 1)]
            self.add_module(f"layer{number}", nn.Sequential(*rows))
            before = planes
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(before, num_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        """Images (N, 3, H, W) to scores (N, num_classes)."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(self.avgpool(x).flatten(1))


def resnet18(num_classes=1000):
    """The ResNet with two blocks of each width: 11.7 million parameters."""
    return ResNet((2, 2, 2, 2), num_classes)
