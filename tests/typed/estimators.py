"""Networks as estimators: a search over widths, several fits as one, rows that come in parts."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import tensorlite as tl
from tensorlite import Tensor, nn
from tensorlite.sklearn import Checkpoint, TensorliteClassifier, TensorliteRegressor, fit_many


class Net(nn.Module):
    def __init__(self, in_features: int, out_features: int, hidden: int = 8) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(in_features, hidden), nn.Tanh())
        self.head = nn.Linear(hidden, out_features)

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.layers(x))


def points(count: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    x = np.random.default_rng(0).normal(size=(count, 2)).astype(np.float32)
    return x, x[:, 0] > x[:, 1]


def best_width(x: NDArray[Any], y: NDArray[Any], widths: tuple[int, ...]) -> int:
    scores: dict[int, float] = {}
    for width in widths:
        net = TensorliteClassifier(Net, max_iter=3, lr=1e-2, random_state=0, module__hidden=width)
        scores[width] = net.fit(x, y).score(x, y)
    return max(scores, key=lambda width: scores[width])


def stop(net: TensorliteClassifier, record: dict[str, Any]) -> bool:
    return net.n_iter_ >= 5 and record["train_loss"] < 0.1


def main(path: str = "best.safetensors") -> None:
    x, y = points(60)
    print(best_width(x, y, (4, 8)))
    net = TensorliteClassifier(
        (8, 4), activation="gelu", dropout=0.1, batch_size=20, max_iter=6, random_state=0,
        early_stopping=True, class_weight={False: 1.0, True: 2.0}, categorical=None,
        schedule="cosine", callbacks=[Checkpoint(Path(path), monitor="valid_score"), stop],
    )  # fmt: skip
    net = net.fit(x, y, sample_weight=np.ones(60)).load(path)
    shares: NDArray[Any] = net.predict_proba(x)
    hits = int((net.predict(x) == y).sum())
    print(shares.shape, hits, net.classes_.tolist(), len(net.loss_curve_), net.history_[0]["lr"])
    rates = (1e-3, 1e-2)
    regressors = [TensorliteRegressor((4,), lr=rate, max_iter=3, tol=0.0) for rate in rates]
    last = fit_many(regressors, tl.from_numpy(x), x[:, 0] - x[:, 1])[-1]
    last = last.set_params(lr=1e-4).partial_fit(x[:30], x[:30, 0] - x[:30, 1])
    numbers = sum(p.numel() for p in last.module_.parameters())
    print(last.predict(x).mean().item() < 9, last.n_iter_, numbers, last.get_params()["lr"])


if __name__ == "__main__":
    main()
