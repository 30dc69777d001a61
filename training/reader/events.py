"""Teaches a finished model to find the words that name events: `python events.py DATA MODEL_FOLDER [SETS...]`. The encoder
stays as it is: a small head learns from what two of its layers make of each word, and is added to `model.onnx` as one more
answer. SETS are files of DATA without their ending, and default to all that are marked with events."""

import json
import random
import sys
import tempfile

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import compose, helper
from torch import nn
from torch.nn import functional as F

import data
import labels
from vocabulary import Vocabulary

SETS = ("bank-train", "practice-train")
SEED, EPOCHS, RATE, BATCH, DECAY, WARMUP, DROPOUT = 20261123, 12, 1e-3, 8, 0.05, 50, 0.3
WIDTH, INNER = 384, 256
LAYERS = [f"/encoder/layers.{number}/norm/LayerNormalization_output_0" for number in (3, 5)]
ANSWER = "events"


class EventHead(nn.Module):
    """(1, words, width) of each layer → (words, tags) shares; a word is told by itself and its two neighbours."""

    def __init__(self):
        super().__init__()
        self.down, self.norm = nn.Linear(WIDTH * len(LAYERS), INNER), nn.LayerNorm(INNER)
        self.beside = nn.Conv1d(INNER, INNER, 3, padding=1)
        self.tags = nn.Linear(INNER, len(labels.EVENTS))
        self.dropout = nn.Dropout(DROPOUT)

    def scores(self, layers):
        x = self.dropout(F.gelu(self.norm(self.down(torch.cat(layers, -1)))))
        x = self.dropout(F.gelu(self.beside(x.transpose(1, 2)).transpose(1, 2)))
        return self.tags(x)[0]

    def forward(self, *layers):
        return torch.softmax(self.scores(layers), -1)


def main():
    folder, model_folder, *sets = sys.argv[1:]
    path = f"{model_folder}/model.onnx"
    torch.manual_seed(SEED)
    random.seed(SEED)
    with open(f"{model_folder}/labels.json", encoding="utf-8") as file:
        shipped = json.load(file)
    model = without_events(onnx.load(path))
    read = reader_of(model)
    vocabulary = Vocabulary(f"{model_folder}/vocab.txt")
    cut = lambda document: data.windows(document, vocabulary, {}, {}, shipped["windowPieces"])
    marked = [window for name in sets or SETS for one in data.read(f"{folder}/{name}.jsonl") for window in cut(one)]
    examples = [(read(window), torch.tensor(window.events)) for window in marked if window.first]
    head = learn(examples)
    onnx.save(with_events(model, head), path)
    with open(f"{model_folder}/labels.json", "w", encoding="utf-8") as file:
        json.dump({**shipped, "events": labels.EVENTS}, file)
        file.write("\n")


def reader_of(model):
    """What the layers make of a window's words."""
    shown = onnx.ModelProto()
    shown.CopyFrom(model)
    shown.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in LAYERS)
    session = ort.InferenceSession(shown.SerializeToString())
    row = lambda values: np.array([values], dtype=np.int32)

    def read(window):
        feeds = {
            "pieces": row(window.pieces),
            "cases": row(window.cases),
            "first": row(window.first),
            "sentence": row(window.sentence),
        }
        return [torch.tensor(made[:, window.first]) for made in session.run(LAYERS, feeds)]

    return read


def learn(examples):
    head = EventHead()
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(examples) // BATCH)
    share = lambda step: min(1, step / WARMUP) * max(0, 1 - step / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, share)
    for epoch in range(EPOCHS):
        random.shuffle(examples)
        total = 0.0
        for start in range(0, len(examples), BATCH):
            some = examples[start : start + BATCH]
            lost = [F.cross_entropy(head.scores(layers), tags, reduction="sum") for layers, tags in some]
            loss = sum(lost) / sum(len(tags) for _, tags in some)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(sum(lost).detach())
        print(f"epoch {epoch}: {total / sum(len(tags) for _, tags in examples):.4f}", flush=True)
    return head.eval()


def without_events(model):
    """The model as it was before a head was added to it."""
    own = lambda name: name.startswith(f"{ANSWER}/") or name == ANSWER
    graph = model.graph
    for rows in (graph.node, graph.initializer, graph.output):
        kept = [row for row in rows if not own(row.name) and not own(next(iter(getattr(row, "output", [])), ""))]
        del rows[:]
        rows.extend(kept)
    return model


def with_events(model, head):
    """The head beside the others: its inputs are gathered as theirs are, by each word's first piece."""
    gathers = [
        helper.make_node("Gather", [layer, "/Cast_2_output_0"], [f"{ANSWER}/layer_{number}"], f"{ANSWER}/gather_{number}", axis=1)
        for number, layer in enumerate(LAYERS)
    ]
    model.graph.node.extend(gathers)
    part = exported(head)
    part.ir_version = model.ir_version
    del part.opset_import[:]
    part.opset_import.extend(model.opset_import)
    inputs = [(f"{ANSWER}/layer_{number}", f"{ANSWER}/in_{number}") for number in range(len(LAYERS))]
    shown = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name, _ in inputs]
    answers = [output.name for output in model.graph.output]
    model.graph.output.extend(shown)
    joined = compose.merge_models(model, part, io_map=inputs, outputs=[*answers, f"{ANSWER}/shares"])
    joined.graph.output[-1].name = ANSWER
    for node in joined.graph.node:
        for place, name in enumerate(node.output):
            if name == f"{ANSWER}/shares":
                node.output[place] = ANSWER
    return joined


def exported(head):
    with tempfile.TemporaryDirectory() as folder:
        part = export_to(f"{folder}/{ANSWER}.onnx", head)
    return compose.add_prefix(part, f"{ANSWER}/")


def export_to(path, head):
    layer = torch.zeros(1, 30, WIDTH)
    names = [f"in_{number}" for number in range(len(LAYERS))]
    torch.onnx.export(
        head,
        tuple(layer for _ in names),
        path,
        input_names=names,
        output_names=["shares"],
        dynamic_axes={**{name: {1: "words"} for name in names}, "shares": {0: "words"}},
        opset_version=17,
        dynamo=False,
    )
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = path
    ort.InferenceSession(path, options)
    return onnx.load(path)


if __name__ == "__main__":
    main()
