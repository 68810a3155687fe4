"""Estimators: what scikit-learn asks of them, what its users do, and fits that share plans."""

import copy
import io
import pickle

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn

sklearn = pytest.importorskip("sklearn", reason="the extra sklearn is not installed")

import joblib  # noqa: E402
from sklearn.base import clone  # noqa: E402
from sklearn.datasets import load_iris, make_regression  # noqa: E402
from sklearn.model_selection import GridSearchCV  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402
from sklearn.utils.estimator_checks import check_estimator  # noqa: E402

from tensorlite.plan.compiled import Compiled  # noqa: E402
from tensorlite.plan.shared import Shelf, Structure  # noqa: E402
from tensorlite.sklearn import (  # noqa: E402
    Checkpoint,
    TensorliteClassifier,
    TensorliteRegressor,
    fit_many,
)
from tensorlite.sklearn.engine import shelf  # noqa: E402

X, Y = load_iris(return_X_y=True)
X = X.astype(np.float32)
SETTINGS = {"max_iter": 4, "batch_size": 50, "random_state": 0}


def classifier(module=(8,), **settings):
    return TensorliteClassifier(module, **{**SETTINGS, **settings})


def probabilities(net):
    return net.predict_proba(X).tobytes()


@pytest.fixture
def recordings(monkeypatch):
    """How often a plan was recorded, as the length of a list."""
    made = []
    record = Compiled._record

    def counted(self, arguments):
        made.append(self)
        return record(self, arguments)

    monkeypatch.setattr(Compiled, "_record", counted)
    shelf.clear()
    return made


# ------------------------------------------------------------------ scikit-learn's own


@pytest.mark.parametrize("make", [TensorliteClassifier, TensorliteRegressor])
@pytest.mark.filterwarnings("ignore")
def test_scikit_learn_finds_nothing_wrong(make):
    check_estimator(make(), on_skip=None)


def make_net(in_features, out_features, hidden=4):
    return nn.Sequential(nn.Linear(in_features, hidden), nn.Tanh(), nn.Linear(hidden, out_features))


def test_a_grid_over_a_pipeline_in_two_processes():
    pipe = make_pipeline(StandardScaler(), classifier(make_net, lr=0.02))
    grid = {"tensorliteclassifier__module__hidden": [2, 12]}
    search = GridSearchCV(pipe, grid, cv=2, n_jobs=2).fit(X, Y)
    alone = GridSearchCV(pipe, grid, cv=2).fit(X, Y)
    assert search.best_params_ == {"tensorliteclassifier__module__hidden": 12}
    assert list(search.cv_results_["mean_test_score"]) == list(
        alone.cv_results_["mean_test_score"]
    )


def test_copies_of_a_fitted_network_answer_alike_and_learn_alike():
    net = classifier().fit(X, Y)
    file = io.BytesIO()
    joblib.dump(net, file)
    file.seek(0)
    copies = pickle.loads(pickle.dumps(net)), copy.deepcopy(net), joblib.load(file)
    before = probabilities(net)
    assert all(probabilities(each) == before for each in copies)
    net.partial_fit(X, Y)
    assert probabilities(net) != before
    for each in copies:
        assert probabilities(each.partial_fit(X, Y)) == probabilities(net)
    fresh = clone(net.set_params(module__hidden=3))
    assert not hasattr(fresh, "module_")
    assert fresh.get_params()["module__hidden"] == 3


# ------------------------------------------------------------------ settings


def test_one_seed_gives_the_same_bits_and_leaves_the_generator_alone():
    net = classifier(dropout=0.2)
    state = tl.get_rng_state()
    first = probabilities(net.fit(X, Y))
    tl.rand(3)
    assert probabilities(clone(net).fit(X, Y)) == first
    assert probabilities(clone(net).set_params(random_state=1).fit(X, Y)) != first
    tl.set_rng_state(state)
    drawn = tl.rand(2)
    tl.set_rng_state(state)
    net.fit(X, Y)
    assert (tl.rand(2) == drawn).all()


@pytest.mark.parametrize("module", [
    8, [8], make_net, nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3)),
], ids=["width", "widths", "function", "module"])  # fmt: skip
def test_a_module_is_given_in_any_way(module):
    net = classifier(module, lr=0.02, max_iter=20).fit(X, Y)
    assert net.score(X, Y) > 0.8
    assert len(net.loss_curve_) == net.n_iter_ == 20
    assert net.loss_curve_[-1] < net.loss_curve_[0] / 2
    assert net.module_ is not module


def test_options_go_to_loss_optimizer_and_schedule():
    net = classifier(
        loss="cross_entropy", loss__label_smoothing=0.3, optimizer="sgd", optimizer__momentum=0.8,
        lr=0.1, schedule="step", schedule__step_size=2, schedule__gamma=0.5,
    ).fit(X, Y)  # fmt: skip
    assert [record["lr"] for record in net.history_] == [0.1, 0.1, 0.05, 0.05]
    assert net.optimizer_.param_groups[0]["momentum"] == 0.8
    net.set_params(loss__label_smoothing=0.0, loss=nn.CrossEntropyLoss, optimizer=tl.optim.SGD)
    smooth = net.loss_curve_[-1]
    assert net.fit(X, Y).loss_curve_[-1] < smooth
    assert [record["lr"] for record in net.history_] == [0.1, 0.1, 0.05, 0.05]


@pytest.mark.parametrize("settings, text", [
    ({"optimizer": "adamm"}, "optimizer: expected one of .*Adam.*; got 'adamm'; try 'Adam'$"),
    ({"loss": "entropy"}, "loss: expected one of .*; got 'entropy'; try 'cross_entropy'$"),
    ({"schedule": "cosinus"}, "schedule: expected one of .*; got 'cosinus'; try 'cosine'$"),
    ({"activation": "rellu"}, "activation: expected one of .*relu.*; got 'rellu'; try 'relu'$"),
    ({"module": (0,)}, r"module: expected widths .*; got \(0,\); try"),
    ({"batch_size": 0}, 'batch_size: expected "auto" or at least 1; got 0; try'),
    ({"max_iter": 0}, "max_iter: expected at least 1; got 0; try"),
    ({"categorical": ["size"]}, "categorical: expected columns out of .*; got 'size'; try"),
])  # fmt: skip
def test_settings_that_cannot_be(settings, text):
    with pytest.raises(ValueError, match=text):
        classifier(**settings).fit(X, Y)


def test_fit_without_targets_names_the_estimator():
    """Python's error named an inner class: `BaseNetwork.fit() missing 1 required ...`."""
    with pytest.raises(ValueError, match="This TensorliteRegressor estimator requires y"):
        TensorliteRegressor().fit(X)


@pytest.mark.parametrize(("name", "hint"), [
    ("epochs", "max_iter"), ("learning_rate_init", "lr"), ("hidden_layer_sizes", "module"),
    ("solver", "optimizer"), ("alpha", "optimizer__weight_decay"), ("batchsize", "batch_size"),
    ("patience", "n_iter_no_change"), ("Seed", "random_state"), ("early_stop", "early_stopping"),
])  # fmt: skip
def test_a_setting_that_is_called_otherwise_elsewhere_is_told(name, hint):
    net = TensorliteClassifier(**{name: 1})
    with pytest.raises(TypeError, match=f"unexpected setting '{name}'; did you mean '{hint}'?"):
        net.fit(np.ones((4, 2)), [0, 1, 0, 1])


def test_an_unknown_setting_is_named_by_fit():
    with pytest.raises(TypeError, match="TensorliteClassifier: unexpected setting 'max_epochs'"):
        classifier(max_epochs=3).fit(X, Y)
    with pytest.raises(TypeError, match=r"expected activation, .*, or options .* with module__, "):
        classifier(max_epochs=3).fit(X, Y)
    with pytest.raises(ValueError, match="Invalid parameter 'max_epochs'"):
        classifier().set_params(max_epochs=3)


def test_early_stopping_keeps_the_best_network():
    net = classifier(lr=0.05, max_iter=60, early_stopping=True, validation_fraction=0.3,
                     n_iter_no_change=3).fit(X, Y)  # fmt: skip
    scores = net.validation_scores_
    assert net.n_iter_ == len(scores) < 60
    best = max(scores)
    assert scores.index(best) >= len(scores) - 5 - 3
    kept = copy.deepcopy(net.module_)
    net.partial_fit(X, Y)
    assert any((a != b).any() for a, b in zip(kept.parameters(), net.module_.parameters(),
                                              strict=True))  # fmt: skip


def test_weights_of_rows_and_classes_count():
    rows = np.where(Y == 2, 0.0, 1.0)
    assert 2 not in classifier(lr=0.05, max_iter=20).fit(X, Y, sample_weight=rows).predict(X)
    net = classifier(lr=0.05, max_iter=20, class_weight={0: 0, 1: 1, 2: 1})
    assert 0 not in net.fit(X, Y, sample_weight=tl.ones(150)).predict(X)
    with pytest.raises(ValueError, match="loss: expected the loss of each row, for weights"):
        classifier(loss=mean_loss).fit(X, Y, sample_weight=rows)


def mean_loss(out, target):
    return nn.functional.cross_entropy(out, target)


def test_going_on():
    net = classifier(warm_start=True, max_iter=2, schedule="cosine").fit(X, Y).fit(X, Y)
    assert [record["epoch"] for record in net.history_] == [1, 2, 3, 4]
    assert net.history_[2]["lr"] == net.history_[0]["lr"] == 1e-3
    parts = classifier().partial_fit(X[:50], Y[:50], classes=[0, 1, 2])
    parts.partial_fit(X[50:], Y[50:])
    assert parts.n_iter_ == 2
    assert parts.predict_proba(X).shape == (150, 3)
    with pytest.raises(ValueError, match="y: expected classes out of"):
        parts.partial_fit(X, Y + 1)


def test_callbacks_progress_and_files(tmp_path, capfd):
    told = []

    class Listener:
        def on_fit_begin(self, net):
            told.append("begin")

        def on_epoch_end(self, net, record):
            told.append((record["epoch"], record["valid_loss"] == net.history_[-1]["valid_loss"]))

        def on_fit_end(self, net):
            told.append("end")

    path = tmp_path / "best-{epoch}.safetensors"
    callbacks = [Listener(), Checkpoint(path), lambda net, record: record["epoch"] == 3]
    net = classifier(callbacks=callbacks, early_stopping=True, max_iter=9).fit(X, Y)
    assert told == ["begin", (1, True), (2, True), (3, True), "end"]
    assert capfd.readouterr().err == ""
    losses = [record["valid_loss"] for record in net.history_]
    best = tmp_path / f"best-{1 + losses.index(min(losses))}.safetensors"
    probabilities(net.load(best))
    net.set_params(verbose=True, callbacks=None).fit(X, Y)
    assert "TensorliteClassifier" in capfd.readouterr().err


def test_an_interrupted_fit_leaves_a_network():
    def interrupt(net, record):
        if record["epoch"] == 2:
            raise KeyboardInterrupt

    net = classifier(callbacks=[interrupt])
    with pytest.warns(UserWarning, match="fit: interrupted after 2 epochs"):
        net.fit(X, Y)
    assert net.predict(X).shape == (150,)


# ------------------------------------------------------------------ what goes in


def test_tensors_go_in():
    net = classifier().fit(X, Y)
    other = classifier().fit(tl.tensor(X), tl.tensor(Y), sample_weight=None)
    assert probabilities(other) == probabilities(net)
    assert isinstance(other.predict(tl.tensor(X)), np.ndarray)
    assert next(net.module_.parameters()).dtype == tl.float32
    assert next(classifier(dtype="float64").fit(X, Y).module_.parameters()).dtype == tl.float64


def mixed(count=120):
    """A table of objects with gaps, and what its categories and numbers decide together."""
    random = np.random.RandomState(0)
    table = np.empty((count, 3), object)
    table[:, 0] = random.choice(["red", "green", "blue"], count)
    table[:, 1] = random.normal(size=count) * 50 + 1000
    table[:, 2] = random.choice([True, False], count)
    target = np.where((table[:, 0] == "red") ^ (table[:, 1] > 1000), "in", "out")
    gaps = random.rand(count) < 0.1
    table[gaps, 1] = np.nan
    table[::17, 0] = None
    return table, target


def test_categories_and_gaps():
    table, target = mixed()
    net = TensorliteClassifier((16,), lr=0.02, max_iter=60, random_state=0).fit(table, target)
    assert net.score(table, target) > 0.9
    assert [each.num_embeddings for each in net.module_.embeddings] == [4, 3]
    assert net.module_.layers[0].in_features == 1 + 1 + 3 + 3  # a number, its gaps, two embeddings
    unseen = table[:4].copy()
    unseen[:, 0], unseen[:, 2] = ["pink", None, np.nan, "red"], None
    answers = net.predict_proba(unseen)
    assert answers.shape == (4, 2)
    same = table[:1].repeat(3, axis=0)
    same[:, 0] = ["pink", None, np.nan]
    assert np.ptp(net.predict_proba(same), axis=0).max() == 0
    with pytest.raises(ValueError, match="infinity"):
        unseen[0, 1] = np.inf
        net.predict(unseen)


def test_columns_that_are_named_categories():
    table = np.stack([np.arange(60) % 5, np.arange(60) % 3], axis=1).astype(np.float64)
    target = table[:, 0] % 2
    net = classifier(categorical=[0], lr=0.05, max_iter=30).fit(table, target)
    assert net.module_.embeddings[0].num_embeddings == 6
    assert net.score(table, target) == 1


def test_frames():
    pandas = pytest.importorskip("pandas")
    table, target = mixed()
    frame = pandas.DataFrame(table, columns=["colour", "size", "open"])
    frame = frame.astype({"colour": "category", "size": "float64"})
    net = classifier(lr=0.02).fit(frame, pandas.Series(target))
    plain = classifier(lr=0.02).fit(table, target)
    assert list(net.feature_names_in_) == ["colour", "size", "open"]
    assert (net.predict_proba(frame) == plain.predict_proba(table)).all()
    named = classifier(categorical=["colour"], lr=0.02).fit(frame, target)
    assert len(named.module_.embeddings) == 1
    with pytest.raises(ValueError, match="feature names"):
        net.predict(frame.rename(columns={"size": "width"}))


def test_a_regressor_of_several_outputs_standardises_both_sides():
    rows, y = make_regression(90, 6, n_targets=2, noise=1, random_state=0)
    y = 1e4 + 1e3 * y
    net = TensorliteRegressor((16,), lr=0.02, max_iter=60, random_state=0, loss="huber",
                              loss__delta=2.0, early_stopping=True).fit(1e5 * rows, y)  # fmt: skip
    assert net.predict(1e5 * rows).shape == (90, 2)
    assert net.score(1e5 * rows, y) > 0.9
    assert max(net.validation_scores_) > 0.7
    one = TensorliteRegressor(flat_net, **SETTINGS).fit(rows, y[:, 0])
    assert one.predict(rows).shape == (90,)


def flat_net(in_features):
    return nn.Sequential(nn.Linear(in_features, 1), nn.Flatten(0))


# ------------------------------------------------------------------ plans that are shared


def test_fits_of_equal_structure_record_once(recordings):
    first = probabilities(classifier().fit(X, Y))
    assert len(recordings) == 1
    for settings in ({"lr": 0.1}, {"optimizer__weight_decay": 0.1}, {"random_state": 5}):
        classifier(**settings).fit(X, Y)
    assert probabilities(classifier().fit(X, Y)) == first
    assert len(recordings) == 1
    classifier((9,)).fit(X, Y)
    classifier(activation="tanh").fit(X, Y)
    assert len(recordings) == 3


@pytest.mark.parametrize("optimizer", ["sgd", "adamw", "adagrad"])
def test_a_lent_optimizer_stands_where_a_new_one_does(optimizer, recordings):
    options = {"momentum": 0.9, "dampening": 0.5} if optimizer == "sgd" else {}
    schedule = "one_cycle" if optimizer in ("sgd", "adamw") else "cosine"
    options = {f"optimizer__{name}": value for name, value in options.items()}
    net = classifier(optimizer=optimizer, schedule=schedule, **options)
    alone = probabilities(clone(net).fit(X, Y))
    classifier(optimizer=optimizer, lr=0.1, **options).fit(X, Y)
    assert probabilities(clone(net).fit(X, Y)) == alone


class Counting(nn.Module):
    """A network that writes to itself, and has running statistics."""

    def __init__(self, in_features, out_features):
        super().__init__()
        self.layers = nn.Sequential(nn.BatchNorm1d(in_features), nn.Linear(in_features, 8),
                                    nn.Dropout(0.1), nn.Linear(8, out_features))  # fmt: skip
        self.calls = 0

    def forward(self, x):
        self.calls += 1
        return self.layers(x)


def test_what_a_network_writes_stays_its_own(recordings):
    nets = [classifier(Counting).fit(X, Y) for _ in range(2)]
    calls = 4 * 3
    for net in nets:
        assert net.module_.calls == calls
        assert net.module_.layers[0].num_batches_tracked == calls
        net.predict(X)
    assert nets[0].module_ is not nets[1].module_
    assert nets[0].module_.calls == calls + 1
    assert probabilities(nets[0]) == probabilities(nets[1])


def test_hooks_and_what_cannot_be_pickled_are_recorded_anew(recordings):
    seen = []

    def watched(in_features, out_features):
        net = make_net(in_features, out_features)
        net.register_forward_hook(lambda module, args, out: seen.append(len(recordings)))
        return net

    for _ in range(2):
        classifier(watched).fit(X, Y)
    assert len(recordings) >= 2
    assert len(set(seen)) >= 2


def test_structure():
    def told(net):
        return Structure(net, [*net.parameters(), *net.buffers()])

    one, other = make_net(2, 3), make_net(2, 3)
    assert told(one) == told(other)
    assert hash(told(one)) == hash(told(other))
    assert told(one) != told(make_net(2, 4))
    assert Structure(one) != Structure(other)  # all tensors count by identity
    other[0].bias.requires_grad_(False)
    assert told(one) != told(other)
    tied = make_net(2, 3, 3)
    tied[2].bias = tied[0].bias
    assert told(tied) != told(make_net(2, 3, 3))
    assert told(make_net(2, 3).eval()) != told(make_net(2, 3))


def test_a_shelf_keeps_what_was_used_last():
    kept = Shelf(2)
    for key in "abc":
        kept.put(key, key.upper())
    assert kept.take("a") is None
    assert kept.take("b") == "B"
    assert kept.take("b") is None
    kept.clear()
    assert kept.take("c") is None


# ------------------------------------------------------------------ many at once


def test_many_networks_end_as_each_alone():
    weights = [np.random.RandomState(k).randint(0, 3, 150) for k in range(3)]
    settings = [{"lr": lr, "random_state": k} for k, lr in enumerate([1e-3, 1e-2, 0.1])]
    alone = [classifier(**each).fit(X, Y, sample_weight=w)
             for each, w in zip(settings, weights, strict=True)]  # fmt: skip
    together = fit_many([classifier(**each) for each in settings], X, Y, sample_weight=weights)
    for net, other in zip(together, alone, strict=True):
        np.testing.assert_allclose(net.predict_proba(X), other.predict_proba(X), atol=1e-5)
        np.testing.assert_allclose(net.loss_curve_, other.loss_curve_, rtol=1e-4)
        net.partial_fit(X, Y)


def test_many_networks_stop_each_in_its_time():
    def nets():
        return [classifier(lr=lr, max_iter=12, tol=0.02, n_iter_no_change=1, schedule="exponential")
                for lr in (1e-5, 0.02)]  # fmt: skip

    alone, together = [net.fit(X, Y) for net in nets()], fit_many(nets(), X, Y)
    assert alone[0].n_iter_ < alone[1].n_iter_
    for net, other in zip(together, alone, strict=True):
        assert net.n_iter_ == other.n_iter_
        np.testing.assert_allclose(net.predict_proba(X), other.predict_proba(X), atol=1e-5)


def test_many_networks_have_to_be_alike():
    with pytest.raises(ValueError, match="fit_many: expected networks that are built alike; got"):
        fit_many([classifier(), classifier((9,))], X, Y)
    with pytest.raises(ValueError, match="fit_many: expected one max_iter for all; got 4 and"):
        fit_many([classifier(), classifier(max_iter=5)], X, Y)
    with pytest.raises(ValueError, match="fit_many: expected estimators of one class; got none"):
        fit_many([], X, Y)


# ------------------------------------------------------------------ the example


def test_the_example_beats_guessing(capsys, monkeypatch):
    from tensorlite.examples import tabular

    def fetch():
        pytest.skip("this scikit-learn came without the passengers, and no test asks the network")

    monkeypatch.setattr(tabular, "_fetch", fetch)
    table, target = tabular.load_titanic()
    assert table.shape == (1309, 8)
    nets = tabular.networks(epochs=8)
    accuracies = tabular.compare(table, target, {"tensorlite": nets["tensorlite"]}, folds=2)
    assert accuracies["tensorlite"] > 0.75
    tabular.rates(table, target, epochs=3, count=2)
    assert "2 learning rates as one fit" in capsys.readouterr().out
