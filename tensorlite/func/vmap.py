"""vmap"""
from ..op import registry
from ..plan.tree import flatten


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    def mapped(*args):
        leaves, rebuild, _ = flatten(args)
        rows = [func(*rebuild([x[i] for x in leaves])) for i in range(len(leaves[0]))]
        flat = [flatten(row) for row in rows]
        parts = zip(*[found for found, _, _ in flat], strict=True)
        return flat[0][1]([registry["stack"](each, out_dims) for each in parts])

    return mapped
