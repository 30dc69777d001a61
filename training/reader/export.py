"""Writes the trained model as the product reads it: `python export.py MODEL OUT_FOLDER` makes `model.onnx` (weights of
the encoder and the embeddings as 8-bit whole numbers), `vocab.txt` and `labels.json`.

Weights are held to 7 of the 8 bits, so that processors without dot-product instructions add up the same whole numbers.
"""

import json
import os
import shutil
import sys

import torch
from torch import nn

import labels
from evaluate import same_sentence
from model import RELATION, distance_buckets
from train import load_checkpoint

CUES = 32
LONGEST = 384


class Exported(nn.Module):
    """One window in, every head's answer out. All inputs are (1, n) whole numbers."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.register_buffer("buckets", distance_buckets(LONGEST))
        flat = model.flat_relations().detach().contiguous()
        model.flat_relations = lambda: flat

    def forward(self, pieces, cases, first, sentence):
        model = self.model
        words = model.words(pieces, cases, None, first)
        share = lambda layer: torch.softmax(layer(words), -1)[0]
        arcs = same_sentence(model.arc_scores(words), sentence)
        relations = model.relation_scores(words, arcs.argmax(-1))
        acts = share(model.acts)
        # The words that are likeliest to open a cue; padded so that there are always as many.
        likely = torch.cat([1.0 - acts[:, 0], torch.zeros(CUES)])
        cues = torch.topk(likely, CUES).indices
        cues = torch.minimum(cues, torch.ones_like(cues) * (acts.shape[0] - 1))
        buckets = self.buckets[cues][:, : acts.shape[0]]
        roles = torch.softmax(model.role_scores(words, cues[None], buckets[None]), -1)[0]
        return (
            model.upos(words)[0].argmax(-1),
            model.xpos(words)[0].argmax(-1),
            arcs[0],
            relations[0].argmax(-1),
            share(model.names),
            acts,
            share(model.media),
            share(model.events),
            share(model.status),
            share(model.figures),
            share(model.quantity),
            cues,
            roles,
        )


INPUTS = ["pieces", "cases", "first", "sentence"]
OUTPUTS = "upos xpos arcs relations names acts media events status figures quantity cues roles".split()


def main():
    path, out = sys.argv[1:3]
    model, vocabulary, relations, xpos, config = load_checkpoint(path)
    os.makedirs(out, exist_ok=True)
    model.fold_scales()
    exported = Exported(model).eval()
    inputs = (
        torch.tensor([[vocabulary.cls, *range(2000, 2030), vocabulary.sep]]),
        torch.zeros(1, 32, dtype=torch.long),
        torch.arange(1, 31)[None],
        torch.tensor([[0] * 14 + [1] * 16]),
    )
    whole = f"{out}/whole.onnx"
    axes = {name: {1: "pieces" if name in ("pieces", "cases") else "words"} for name in INPUTS}
    axes |= {name: {0: "words"} for name in OUTPUTS if name not in ("cues", "roles")}
    axes["arcs"] = {0: "words", 1: "heads"}
    axes["roles"] = {1: "words"}
    torch.onnx.export(
        exported, inputs, whole, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False
    )
    quantise(whole, f"{out}/model.onnx")
    os.remove(whole)
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
