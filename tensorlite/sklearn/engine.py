"""Networks with their compiled training step, and how one fit lends what another has recorded."""

import copy
import pickle

import numpy as np

import tensorlite as tl

from .. import nn
from ..errors import expected
from ..func import functional_call, vmap
from ..plan.shared import Shelf, Structure

shelf = Shelf(16)  # engines at hand


class Engine:
    """
    Networks of one kind, each with its optimizer, trained side by side by one compiled step.

    Parameters
    ----------
    modules : list of Module
    optimizers : list of Optimizer
    loss : callable
        Of results and targets: the loss of each row, or their mean.
    clip_norm : float or None
        The largest norm of the gradients of one network.
    """

    def __init__(self, modules, optimizers, loss, clip_norm):
        self.modules, self.optimizers, self.loss = modules, optimizers, loss
        self.clip_norm = clip_norm
        self.step = tl.compile(make_step(modules, optimizers, loss, clip_norm))

    def structure(self):
        """Its Structure in training; None if that cannot be told, as of what cannot be pickled."""
        for module in self.modules:
            module.train()
        content = self._content()
        numbers = {id(x): k for k, x in enumerate(content)}
        try:
            told = [(type(o), [[numbers[id(p)] for p in g["params"]] for g in o.param_groups],
                     o._step_hooks()) for o in self.optimizers]  # fmt: skip
            return Structure((self.modules, told, self.loss, self.clip_norm), content)
        except (pickle.PicklingError, TypeError, AttributeError, KeyError):
            return None

    def _content(self):
        """All tensors that `take` copies."""
        parts = [*self.modules, self.loss] if isinstance(self.loss, nn.Module) else self.modules
        return [x for part in parts for x in (*part.parameters(), *part.buffers())]

    def lent(self):
        """An Engine of the same structure that stands where this one does, and its Structure."""
        key = self.structure()
        found = None if key is None else shelf.take(key)
        if found is None:
            if key is None:
                return self, None
            parts = copy.deepcopy((self.modules, self.optimizers, self.loss))
            return Engine(*parts, self.clip_norm), key
        found.take(self)
        return found, key

    def take(self, other):
        """Stand where another Engine of this structure does, in the memory at hand."""
        with tl.no_grad():
            for mine, its in zip(self._content(), other._content(), strict=True):
                mine.copy_(its)
        for mine, its in zip(self.optimizers, other.optimizers, strict=True):
            mine._take(its)

    def give_back(self, key):
        """Let others use it; False if it is not built as it was, by what its networks wrote."""
        if self.structure() != key:
            return False
        shelf.put(key, self)
        return True


def make_step(modules, optimizers, loss, clip_norm):
    """One training step as a function of rows, targets and weights: the loss of each network."""
    single = len(modules) == 1
    run = modules[0] if single else _Together(modules)
    lead = 0 if single else 1
    per_row = loss if single else vmap(loss, randomness="different")

    def step(rows, target, weight):
        for optimizer in optimizers:
            optimizer.zero_grad()
        out = run(*rows)
        if out.ndim + 1 == target.ndim:
            out = out.unsqueeze(-1)
        losses = averaged(per_row(out, target), weight, lead)
        losses.sum().backward()
        for module, optimizer in zip(modules, optimizers, strict=True):
            if clip_norm is not None:
                nn.utils.clip_grad_norm_(module.parameters(), clip_norm)
            optimizer.step()
        return losses.detach()

    return step


def averaged(losses, weight, lead=0):
    """
    The mean loss, by the weights of the rows.

    Parameters
    ----------
    losses : Tensor (), (N,) or (N, ...)
        With a dim for networks before, if `lead` is 1.
    weight : Tensor (N,) or None
    """
    if losses.ndim == lead:
        if weight is None:
            return losses
        raise ValueError(expected("loss", "the loss of each row, for weights of rows", "their mean",
                                  'reduction="none"'))  # fmt: skip
    if losses.ndim > lead + 1:
        losses = losses.flatten(lead + 1).mean(-1)
    if weight is None:
        return losses.mean(-1)
    total = weight.sum(-1).clamp(min=np.finfo(np.float32).tiny)  # no row may have a weight
    return (losses * weight).sum(-1) / total


class _Together:
    """Modules of one structure, called at once: each with its own rows."""

    def __init__(self, modules):
        self.modules = modules

    def __call__(self, *rows):
        """Rows with a dim for modules before, and so the results."""
        tables = [dict([*m.named_parameters(), *m.named_buffers()]) for m in self.modules]
        stacked = {name: tl.stack([table[name] for table in tables]) for name in tables[0]}
        out = vmap(self._call, randomness="different")(stacked, rows)
        with tl.no_grad():  # running statistics
            for name, _ in self.modules[0].named_buffers():
                for table, value in zip(tables, stacked[name], strict=True):
                    table[name].copy_(value)
        return out

    def _call(self, tensors, rows):
        return functional_call(self.modules[0], tensors, rows)
