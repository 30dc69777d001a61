"""A smaller encoder out of a larger one: whole layers, heads of attention and inner units are left out, those whose
share in what a layer passes on is least first (structured pruning by magnitude, as in Michel et al. 2019)."""

import torch
from torch import nn

import data
from model import HEAD, Layer


def shrink(encoder, layers, heads, inner, windows, dropout):
    """Keeps the layers with these numbers, and in each as many heads and inner units. Windows show what each passes on."""
    encoder.layers = nn.ModuleList(encoder.layers[i] for i in layers)
    passed = passed_on(encoder, windows)
    small = nn.ModuleList()
    for layer, (read, units) in zip(encoder.layers, passed):
        best_heads = read.view(layer.heads, HEAD).sum(1).topk(heads).indices.sort().values
        columns = (best_heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        units = units.topk(inner).indices.sort().values
        one = Layer(layer.query.in_features, heads * HEAD, inner, dropout)
        one.load_state_dict({name: part_of(name, value, columns, units) for name, value in layer.state_dict().items()})
        small.append(one)
    encoder.layers = small


def part_of(name, value, columns, units):
    part, kind = name.rsplit(".", 1)
    if part in ("query", "key", "value"):
        return value[columns]
    if part == "up":
        return value[units]
    if kind == "weight" and part == "out":
        return value[:, columns]
    if kind == "weight" and part == "down":
        return value[:, units]
    return value


def passed_on(encoder, windows):
    """For each layer how much each column of attention, and each inner unit, adds to what the layer gives: its mean
    square times the square of its weights."""
    totals = [{} for _ in encoder.layers]

    def watch(totals, name):
        def add(module, inputs, _):
            square = inputs[0].detach().pow(2).flatten(0, -2).sum(0) * module.weight.pow(2).sum(0)
            totals[name] = totals.get(name, 0) + square

        return add

    hooks = [
        getattr(layer, name).register_forward_hook(watch(total, name))
        for layer, total in zip(encoder.layers, totals)
        for name in ("out", "down")
    ]
    with torch.no_grad():
        for window in windows:
            one = data.batch([window])
            encoder(one["pieces"], one["cases"], one["mask"])
    for hook in hooks:
        hook.remove()
    return [(total["out"], total["down"]) for total in totals]


def shape_of(state):
    """Shape of the encoder whose parameters these are, as `Reader` takes it."""
    layers = {name.split(".")[2] for name in state if name.startswith("encoder.layers.")}
    rows = lambda name: state[f"encoder.layers.0.{name}.weight"].shape[0]
    return {"layers": len(layers), "inner": rows("up"), "read": rows("query")}
