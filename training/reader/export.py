"""Writes the trained model as the product reads it: `python export.py MODEL OUT_FOLDER` makes `model.onnx` (a window in,
what its words are and what its cues attribute out), `vocab.txt` and `labels.json`. Weights of the encoder and the
embeddings become 8-bit whole numbers.

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


class Window(nn.Module):
    """One window in, an answer a word and what cues attribute out. All inputs are (1, n) whole numbers."""

    inputs = ["pieces", "cases", "first", "sentence"]
    outputs = "acts media cues roles edges upos xpos arcs heads relations names".split()
    axes = {
        **{name: {1: "pieces"} for name in ("pieces", "cases")},
        **{name: {1: "words"} for name in ("first", "sentence", "roles", "edges")},
        **{name: {0: "words"} for name in ("acts", "media", "upos", "xpos", "heads", "relations", "names")},
        "arcs": {0: "words", 1: "heads"},
    }

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.register_buffer("buckets", distance_buckets(LONGEST))
        self.left, self.right = narrow(model.relations.weight.detach())

    def forward(self, pieces, cases, first, sentence):
        model = self.model
        words = model.encoder(pieces.long(), cases.long())[-1][:, first[0].long()]
        acts = torch.softmax(model.acts(words), -1)[0]
        # The words that are likeliest to open a cue; padded so that there are always as many.
        likely = torch.cat([1.0 - acts[:, 0], torch.zeros(CUES)])
        cues = torch.topk(likely, CUES).indices
        cues = torch.minimum(cues, torch.ones_like(cues) * (acts.shape[0] - 1))
        buckets = self.buckets[cues][:, : acts.shape[0]]
        roles, edges = model.role_scores(words, cues[None], buckets[None])
        media = torch.softmax(model.media(words), -1)[0]
        arcs = same_sentence(model.arc_scores(words), sentence)
        # A tree takes nearly always the likeliest head or the next.
        heads = torch.topk(arcs, 2).indices
        relations = self.relation_scores(words, heads[0]).argmax(-1)
        best = lambda scores: scores[0].argmax(-1).int()
        return (
            acts,
            media,
            cues.int(),
            torch.softmax(roles, -1)[0],
            edges[0],
            best(model.upos(words)),
            best(model.xpos(words)),
            arcs[0],
            heads[0].int(),
            relations.int(),
            torch.log_softmax(model.names(words), -1)[0],
        )


    def relation_scores(self, words, heads):
        """(words, ranks, relations) for heads (words, ranks)."""
        model = self.model
        known = torch.cat([model.relation_root[None], model.relation_head(words)[0]])
        left = F.pad(model.relation_dependent(words)[0], (0, 1), value=1.0) @ self.left
        right = F.pad(known, (0, 1), value=1.0) @ self.right
        return (left[:, None] * right[heads]).unflatten(-1, (-1, RANK)).sum(-1)


RANK = 16


def narrow(weight):
    """For each relation's matrix the best one of RANK (by its singular values), as two of (side, relation · RANK). What a
    word is to its head is told as well from these, and the matrices whole took a fifth of the time."""
    u, values, v = torch.linalg.svd(weight)
    left, right = u[:, :, :RANK] * values[:, None, :RANK], v[:, :RANK].transpose(1, 2)
    return (nn.Parameter(side.permute(1, 0, 2).flatten(1).contiguous()) for side in (left, right))


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
    width = layer.query.out_features
    layer.joined = nn.Linear(layer.query.in_features, 3 * width)
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
    window = (pieces, torch.zeros_like(pieces), torch.arange(1, 31)[None], torch.tensor([[0] * 14 + [1] * 16]))
    write(Window(model), tuple(part.int() for part in window), f"{out}/model.onnx")
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
    wide = {tensor.name for tensor in graph.initializer if len(tensor.dims) == 2 and min(tensor.dims) > RELATION + 1}
    quick = lambda node: "/encoder/" in node.name or node.input[1] in wide
    kept = [node.name for node in graph.node if node.op_type == "MatMul" and not quick(node)]
    whole = f"{target}.quantised"
    quantize_dynamic(
        source,
        whole,
        weight_type=QuantType.QInt8,
        reduce_range=True,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept,
    )
    fuse(whole, target)
    os.remove(whole)


def fuse(source, target):
    """Writes the graph as the runtime would make it at each start, but for sums and norms in one step, which are slower."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = target
    ort.InferenceSession(source, options, disabled_optimizers=["SkipLayerNormFusion"])


if __name__ == "__main__":
    main()
