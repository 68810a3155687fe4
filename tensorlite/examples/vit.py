"""A vision transformer with the names of torchvision's parameters, so that its weights load.

    >>> import tensorlite as tl
    >>> from tensorlite.examples.vit import VisionTransformer
    >>> net = VisionTransformer(image_size=32, patch_size=8, num_layers=2, num_heads=4,
    ...                         hidden_dim=64, mlp_dim=128, num_classes=10)
    >>> net(tl.zeros(2, 3, 32, 32)).shape
    tensorlite.Size([2, 10])
"""

from collections import OrderedDict

import tensorlite as tl
from tensorlite import nn


class EncoderBlock(nn.Module):
    """Attention and a perceptron, each behind a layer norm and beside its input."""

    def __init__(self, num_heads, hidden_dim, mlp_dim, dropout=0.0):
        super().__init__()
        self.ln_1 = nn.LayerNorm(hidden_dim, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(
            hidden_dim, num_heads, dropout=dropout, batch_first=True
        )
        self.dropout = nn.Dropout(dropout)
        self.ln_2 = nn.LayerNorm(hidden_dim, eps=1e-6)
        self.mlp = nn.Sequential(
            nn.Linear(hidden_dim, mlp_dim), nn.GELU(), nn.Dropout(dropout),
            nn.Linear(mlp_dim, hidden_dim), nn.Dropout(dropout),
        )  # fmt: skip

    def forward(self, x):
        """(N, S, E) to (N, S, E)."""
        y = self.ln_1(x)
        y, _ = self.self_attention(y, y, y, need_weights=False)
        x = x + self.dropout(y)
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    """Blocks over patches that know their places."""

    def __init__(self, length, num_layers, num_heads, hidden_dim, mlp_dim, dropout=0.0):
        super().__init__()
        self.pos_embedding = nn.Parameter(tl.zeros(1, length, hidden_dim).normal_(std=0.02))
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.Sequential(
            OrderedDict(
                (f"encoder_layer_{i}", EncoderBlock(num_heads, hidden_dim, mlp_dim, dropout))
                for i in range(num_layers)
            )
        )
        self.ln = nn.LayerNorm(hidden_dim, eps=1e-6)

    def forward(self, x):
        """(N, S, E) to (N, S, E)."""
        return self.ln(self.layers(self.dropout(x + self.pos_embedding)))


class VisionTransformer(nn.Module):
    """Dosovitskiy et al. 2020, "An Image is Worth 16x16 Words", arXiv:2010.11929.

    Parameters
    ----------
    image_size, patch_size : int
    num_layers, num_heads, hidden_dim, mlp_dim : int
        The defaults are those of ViT-B.
    num_classes : int
    dropout : float
    """

    def __init__(
        self,
        image_size=224,
        patch_size=16,
        num_layers=12,
        num_heads=12,
        hidden_dim=768,
        mlp_dim=3072,
        num_classes=1000,
        dropout=0.0,
    ):
        super().__init__()
        self.conv_proj = nn.Conv2d(3, hidden_dim, patch_size, patch_size)
        self.class_token = nn.Parameter(tl.zeros(1, 1, hidden_dim))
        length = (image_size // patch_size) ** 2 + 1
        self.encoder = Encoder(length, num_layers, num_heads, hidden_dim, mlp_dim, dropout)
        self.heads = nn.Sequential(OrderedDict(head=nn.Linear(hidden_dim, num_classes)))

    def forward(self, x):
        """Images (N, 3, H, W) to scores (N, num_classes)."""
        patches = self.conv_proj(x).flatten(2).transpose(1, 2)
        token = self.class_token.expand(patches.shape[0], -1, -1)
        return self.heads(self.encoder(tl.cat([token, patches], 1))[:, 0])
