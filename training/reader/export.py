"""Writes the trained model as the product reads it: `python export.py MODEL OUT_FOLDER` makes `statements.onnx` (the
encoder, and what each cue attributes), `words.onnx` (tags, syntax, names, events and figures from the encoder's vectors),
`vocab.txt` and `labels.json`. Weights of the encoder and the embeddings become 8-bit whole numbers.

Weights are held to 7 of the 8 bits, so that processors without dot-product instructions add up the same whole numbers.
"""

import json
import os
import shutil
import sys
import types

import torch
from torch import nn
from torch.nn import functional as F

import labels
from evaluate import same_sentence
from model import RELATION, distance_buckets
from train import load_checkpoint

CUES = 32
LONGEST = 384


class Statements(nn.Module):
    """One window in, the vectors of its words and what cues attribute out. All inputs are (1, n) whole numbers."""

    inputs = ["pieces", "cases", "first"]
    outputs = "vectors acts media cues roles edges".split()
    axes = {
        **{name: {1: "pieces"} for name in ("pieces", "cases")},
        **{name: {1: "words"} for name in ("first", "vectors", "roles", "edges")},
        **{name: {0: "words"} for name in ("acts", "media")},
    }

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.register_buffer("buckets", distance_buckets(LONGEST))

    def forward(self, pieces, cases, first):
        model = self.model
        words = model.words(pieces, cases, None, first)
        acts = torch.softmax(model.acts(words), -1)[0]
        # The words that are likeliest to open a cue; padded so that there are always as many.
        likely = torch.cat([1.0 - acts[:, 0], torch.zeros(CUES)])
        cues = torch.topk(likely, CUES).indices
        cues = torch.minimum(cues, torch.ones_like(cues) * (acts.shape[0] - 1))
        buckets = self.buckets[cues][:, : acts.shape[0]]
        roles, edges = model.role_scores(words, cues[None], buckets[None])
        media = torch.softmax(model.media(words), -1)[0]
        return words, acts, media, cues, torch.softmax(roles, -1)[0], edges[0]


class Words(nn.Module):
    """The vectors of a window's words and the sentence of each in, one answer a word out."""

    inputs = ["vectors", "sentence"]
    outputs = "upos xpos arcs relations names events status figures quantity".split()
    axes = {
        **{name: {1: "words"} for name in inputs},
        **{name: {0: "words"} for name in outputs},
        "arcs": {0: "words", 1: "heads"},
    }

    def __init__(self, model):
        super().__init__()
        self.model = model
        flat = model.flat_relations().detach().contiguous()
        model.flat_relations = lambda: flat

    def forward(self, words, sentence):
        model = self.model
        share = lambda layer: torch.softmax(layer(words), -1)[0]
        arcs = same_sentence(model.arc_scores(words), sentence)
        relations = model.relation_scores(words, arcs.argmax(-1))
        return (
            model.upos(words)[0].argmax(-1),
            model.xpos(words)[0].argmax(-1),
            arcs[0],
            relations[0].argmax(-1),
            share(model.names),
            share(model.events),
            share(model.status),
            share(model.figures),
            share(model.quantity),
        )


class Attend(torch.autograd.Function):
    """Attention as the one operation that the ONNX runtime has for it; here it only stands for that."""

    @staticmethod
    def forward(ctx, query, key, value, heads):
        return query

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        read = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        read.setType(query.type())
        return read


def fuse_attention(layer):
    """Makes the layer's export the fused attention, with query, key and value out of one product."""
    parts = (layer.query, layer.key, layer.value)
    width = layer.query.in_features
    layer.joined = nn.Linear(width, 3 * width)
    layer.joined.weight = nn.Parameter(torch.cat([part.weight for part in parts]))
    layer.joined.bias = nn.Parameter(torch.cat([part.bias for part in parts]))

    def forward(self, x, bias):
        read = Attend.apply(*self.joined(x).split([width] * 3, -1), self.heads)
        x = self.attention_norm(x + self.out(read))
        return self.norm(x + self.down(F.gelu(self.up(x))))

    layer.forward = types.MethodType(forward, layer)


def main():
    path, out = sys.argv[1:3]
    model, vocabulary, relations, xpos, config = load_checkpoint(path)
    os.makedirs(out, exist_ok=True)
    for layer in model.encoder.layers:
        fuse_attention(layer)
    pieces = torch.tensor([[vocabulary.cls, *range(2000, 2030), vocabulary.sep]])
    window = (pieces, torch.zeros_like(pieces), torch.arange(1, 31)[None])
    vectors = torch.zeros(1, 30, model.encoder.norm.normalized_shape[0])
    write(Statements(model), window, f"{out}/statements.onnx")
    write(Words(model), (vectors, torch.tensor([[0] * 14 + [1] * 16])), f"{out}/words.onnx")
    shutil.copyfile(config_vocabulary(path), f"{out}/vocab.txt")
    with open(f"{out}/labels.json", "w", encoding="utf-8") as file:
        order = lambda ids: sorted(ids, key=ids.get)
        json.dump(
            {
                "upos": labels.UPOS,
                "xpos": order(xpos),
                "relations": order(relations),
                "names": labels.NAMES,
                "acts": [labels.RECORD_ACTS[act] for act in labels.ACTS],
                "media": [labels.RECORD_MEDIA.get(medium, medium) for medium in labels.MEDIA],
                "events": labels.EVENTS,
                "statuses": labels.STATUSES,
                "figures": labels.FIGURES,
                "quantities": labels.QUANTITIES,
                "windowPieces": config["window_pieces"],
            },
            file,
        )
        file.write("\n")


def config_vocabulary(path):
    return torch.load(path, weights_only=False, map_location="cpu")["vocabulary"]


def write(module, inputs, path):
    whole = f"{path}.whole"
    torch.onnx.export(
        module.eval(),
        inputs,
        whole,
        input_names=module.inputs,
        output_names=module.outputs,
        dynamic_axes=module.axes,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )
    quantise(whole, path)
    os.remove(whole)


def quantise(source, target):
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(source).graph
    # Most heads are small and their scores are compared: they stay as they are.
    wide = {tensor.name for tensor in graph.initializer if len(tensor.dims) == 2 and min(tensor.dims) >= RELATION}
    quick = lambda node: "/encoder/" in node.name or node.input[1] in wide
    kept = [node.name for node in graph.node if node.op_type == "MatMul" and not quick(node)]
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        reduce_range=True,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept,
    )


if __name__ == "__main__":
    main()
