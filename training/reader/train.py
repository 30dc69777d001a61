"""Trains the reader model: `python train.py DATA PRETRAINED OUT [CONFIG]`. DATA is prepare.ts's folder, PRETRAINED a folder with
`model.safetensors` and `vocab.txt` of a MiniLM-shaped uncased BERT, OUT gets `last.pt` after every epoch and `log.jsonl`.
A run that was cut off goes on from `last.pt`; a `last.pt` of other settings is what a run begins with. CONFIG is
config.json, small.json for a smaller encoder, or curve.json, which learns statements alone; its `share` says how much of the
reports it reads, for a learning curve.

A stage that says what it keeps makes the encoder smaller first: what the whole one, left in `teacher.pt`, makes of each
word, layer by layer, is then learnt beside the sets' own marks (distillation, as in Jiao et al. 2020). A stage that goes on
keeps the teacher of the stage before."""

import json
import os
import random
import shutil
import sys
import time
from collections import Counter

import torch
from torch.nn import functional as F

import data
import labels
from evaluate import evaluate, same_sentence
from model import Encoder, Reader, load_pretrained
from shrink import shape_of, shrink
from vocabulary import Vocabulary, case_of

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    folder, pretrained, out = sys.argv[1:4]
    with open(sys.argv[4] if len(sys.argv) > 4 else f"{HERE}/config.json", encoding="utf-8") as file:
        config = json.load(file)
    os.makedirs(out, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_num_threads(config["threads"])
    # Numbers too small to matter are slow on most processors.
    torch.set_flush_denormal(True)
    torch.manual_seed(config["seed"])
    vocabulary = Vocabulary(f"{pretrained}/vocab.txt")
    train = {name: data.read(f"{folder}/{name}-train.jsonl") for name in ("ewt", "gum", "wikigold", "bank")}
    train["bank"] = share_of(train["bank"], config)
    train["swapped"] = data.swap_names(train["wikigold"] * config.get("swapped", 0), train, config["seed"])
    for name in ("ewt", "gum", "wikigold", "swapped"):
        data.break_paragraphs(train[name], config["seed"])
    relations, xpos = tag_sets(train["ewt"] + train["gum"])
    model = Reader(len(relations), len(xpos), config["dropout"])
    load_pretrained(model.encoder, f"{pretrained}/model.safetensors")
    cut = lambda document: data.windows(document, vocabulary, relations, xpos, config["window_pieces"])
    sets = {
        name: [window for document in documents for window in cut(document) if window.first]
        for name, documents in train.items()
    }
    # A look at each epoch; evaluate.py scores the sets whole.
    dev = {
        name: data.read(f"{folder}/{name}.jsonl")[:documents]
        for name, documents in (("ewt-dev", 80), ("wikigold-dev", 29), ("bank-dev", 34), ("polnear-dev", 20))
    }
    saved = torch.load(f"{out}/last.pt", weights_only=False) if os.path.exists(f"{out}/last.pt") else None
    if saved is not None:
        model.encoder = Encoder(dropout=config["dropout"], **shape_of(saved["model"]))
        model.load_state_dict(saved["model"])
    model.encoder.word.weight.requires_grad = False
    model.to(device)

    def save(stage, epoch, step, optimiser):
        torch.save(
            {
                "model": model.state_dict(),
                "optimiser": optimiser.state_dict(),
                "stage": stage,
                "epoch": epoch,
                "step": step,
                "relations": relations,
                "xpos": xpos,
                "config": config,
                "vocabulary": os.path.abspath(f"{pretrained}/vocab.txt"),
            },
            f"{out}/last.pt",
        )
        model.to("cpu")
        scores = evaluate(model, dev, vocabulary, relations, xpos, config["window_pieces"])
        model.to(device)
        line = json.dumps({"stage": stage, "epoch": epoch, "scores": scores})
        with open(f"{out}/log.jsonl", "a", encoding="utf-8") as file:
            file.write(line + "\n")
        print(line, flush=True)

    cut_off = saved if saved is not None and saved["config"] == config else None
    for number, stage in enumerate(config["stages"]):
        if cut_off is None or cut_off["stage"] <= number:
            resumed = cut_off if cut_off is not None and cut_off["stage"] == number else None
            begins = resumed is None and not stage.get("goes_on", False)
            if begins and os.path.exists(f"{out}/last.pt"):
                shutil.copyfile(f"{out}/last.pt", f"{out}/teacher.pt")
            if begins and "keeps" in stage:
                model.to("cpu")
                shrink(model.encoder, **stage["keeps"], windows=sets["bank"][::20], dropout=config["dropout"])
                model.to(device)
            teacher = None
            if "marks_by_teacher" in stage or "likeness" in stage:
                teacher = load_checkpoint(f"{out}/teacher.pt")[0].to(device)
                teach(teacher, sets, vocabulary, device, stage)
            run_stage(model, teacher, sets, config, number, stage, device, resumed, save)


def share_of(documents, config):
    """The same documents for the same seed, and a smaller share is a part of a larger one."""
    order = list(documents)
    random.Random(config["seed"]).shuffle(order)
    return order[: round(len(order) * config.get("share", 1))]


def run_stage(model, teacher, sets, config, number, stage, device, resumed, save):
    """A few epochs under one fall of the learning rate; each set is read as often an epoch as the stage says."""
    windows = [window for name, rows in sets.items() for window in rows * stage["repeats"].get(name, 1)]
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    inner = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in inner]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": stage["encoder_rate"]}, {"params": heads, "lr": stage["heads_rate"]}],
        weight_decay=config["weight_decay"],
        betas=(0.9, 0.98),
    )
    rates = [group["lr"] for group in optimiser.param_groups]
    seed = config["seed"] + number
    total = stage["epochs"] * sum(1 for _ in batches(windows, config, seed, 0))
    step, first = 0, 0
    if resumed is not None:
        optimiser.load_state_dict(resumed["optimiser"])
        step, first = resumed["step"], resumed["epoch"] + 1
    started, pieces = time.time(), 0
    for epoch in range(first, stage.get("stops_after", stage["epochs"])):
        torch.manual_seed(seed + epoch)
        for items in batches(windows, config, seed, epoch):
            rate = schedule(step / total, config["warmup"])
            for group, top in zip(optimiser.param_groups, rates):
                group["lr"] = top * rate
            one = {name: value.to(device) for name, value in data.batch(items).items()}
            loss, parts = losses(model, one, teacher, stage.get("likeness", 0))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimiser.step()
            step += 1
            pieces += int(one["mask"].sum())
            if step % 10 == 0:
                speed = pieces / (time.time() - started)
                shown = " ".join(f"{name} {value:.3f}" for name, value in parts.items())
                print(f"{number}: {step}/{total} {speed:.0f} pieces/s loss {loss.item():.3f} {shown}", flush=True)
        save(number, epoch, step, optimiser)


def tag_sets(documents):
    names, tags = Counter(), Counter()
    for document in documents:
        for sentence in document["sentences"]:
            names.update(sentence["deprels"])
            tags.update(sentence["xpos"])
    order = lambda counts: {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= 5))}
    return order(names), order(tags)


def batches(windows, config, seed, epoch):
    """Windows of like length together, batches in random order; the same for the same seed and epoch."""
    random_ = random.Random(seed * 1000 + epoch)
    order = sorted(windows, key=lambda one: (len(one.pieces) + random_.randrange(24)))
    found, run = [], []
    for window in order:
        longest = max([len(window.pieces), *(len(one.pieces) for one in run)])
        if run and longest * (len(run) + 1) > config["batch_pieces"]:
            found.append(run)
            run = []
        run.append(window)
    if run:
        found.append(run)
    random_.shuffle(found)
    return iter(found)


def schedule(done, warmup):
    return done / warmup if done < warmup else max(0.0, (1 - done) / (1 - warmup))


SURE = 0.8


def teach(teacher, sets, vocabulary, device, stage):
    """Takes what the teacher is sure of for marks in the reports, which have none of names and syntax, and where the stage
    asks for likeness the vectors that the teacher makes of each window's words. The teacher reads as the sets did from
    which it learnt: names without marks between paragraphs, syntax a sentence at a time."""
    marks = stage.get("marks_by_teacher", [])
    with torch.no_grad():
        for name, windows in sets.items():
            for window in windows:
                if "likeness" in stage:
                    made = layers_vectors(teacher, window, vocabulary, device, name == "bank")
                    window.taught = torch.stack([made[i] for i in stage["keeps"]["layers"]], 1).half().cpu()
                if name == "bank" and "names" in marks:
                    teach_names(teacher, window, vocabulary, device)
                if name == "bank" and "syntax" in marks:
                    teach_syntax(teacher, window, vocabulary, device)


def vectors(teacher, window, vocabulary, device, marked):
    """What the teacher makes of a window's words, with the marks between paragraphs or without."""
    return layers_vectors(teacher, window, vocabulary, device, marked)[-1]


def layers_vectors(teacher, window, vocabulary, device, marked):
    one = {name: value.to(device) for name, value in data.batch([window]).items()}
    if marked:
        made = teacher.layers_words(one["pieces"], one["cases"], one["mask"], one["first"])
    else:
        kept = one["pieces"][0] != vocabulary.sep
        places = torch.cumsum(kept, 0) - 1
        pieces, cases = one["pieces"][:, kept], one["cases"][:, kept]
        made = teacher.layers_words(pieces, cases, torch.ones_like(pieces), places[one["first"]])
    return [layer[0] for layer in made]


def sure(scores):
    """The best class of each row, none where its share is below SURE."""
    shares, best = torch.softmax(scores, -1).max(-1)
    return torch.where(shares >= SURE, best, data.NONE)


def teach_names(teacher, window, vocabulary, device):
    other = torch.tensor([i for i, name in enumerate(labels.NAMES) if name.endswith("other")])
    tags = sure(teacher.names(vectors(teacher, window, vocabulary, device, False))).cpu()
    window.names = torch.where(torch.isin(tags, other), data.NONE, tags).tolist()
    window.marks_other = False


def teach_syntax(teacher, window, vocabulary, device):
    start = 0
    while start < len(window.first):
        end = start
        while end < len(window.first) and window.sentence[end] == window.sentence[start]:
            end += 1
        ids = [vocabulary.pieces(word) for word in window.text[start:end]]
        first = torch.tensor([[1 + sum(len(one) for one in ids[:i]) for i in range(len(ids))]], device=device)
        pieces = torch.tensor([[vocabulary.cls, *(i for one in ids for i in one), vocabulary.sep]], device=device)
        inner = [case for word, one in zip(window.text[start:end], ids) for case in [case_of(word)] * len(one)]
        cases = torch.tensor([[data.MARK_CASE, *inner, data.MARK_CASE]], device=device)
        words = teacher.words(pieces, cases, torch.ones_like(pieces), first)
        heads = sure(teacher.arc_scores(words))[0].tolist()
        relations = sure(teacher.relation_scores(words, ranked(torch.tensor([heads], device=device))))[0, :, 0].tolist()
        window.upos[start:end] = sure(teacher.upos(words))[0].tolist()
        window.xpos[start:end] = sure(teacher.xpos(words))[0].tolist()
        window.heads[start:end] = [head + start if head > 0 else head for head in heads]
        window.relations[start:end] = [relation if head >= 0 else data.NONE for head, relation in zip(heads, relations)]
        start = end


# Heads of which the student also learns how sure the teacher is.
TAUGHT_HEADS = ("names", "acts")


def losses(model, one, teacher=None, likeness=0):
    made = model.layers_words(one["pieces"], one["cases"], one["mask"], one["first"])
    words = model.dropout(made[-1])
    parts = {}
    if likeness > 0:
        known = one["sentence"] >= 0
        taught = one["taught"][known].unbind(1)
        unlike = [F.mse_loss(layer[known], like) / like.var() for layer, like in zip(made, taught)]
        # The last layer is what the heads read; the others show the way to it.
        parts["likeness"] = (unlike[-1] + sum(unlike[:-1]) / len(unlike)) * likeness
        for name in TAUGHT_HEADS:
            shares = F.softmax(getattr(teacher, name)(taught[-1]), -1)
            own = F.log_softmax(getattr(model, name)(words[known]), -1)
            parts[f"{name}-likeness"] = F.kl_div(own, shares, reduction="batchmean") * likeness
    simple = lambda layer, name: cross_entropy(layer(words), one[name])
    if (one["upos"] >= 0).any():
        parts["upos"] = simple(model.upos, "upos") * 0.5
        parts["xpos"] = simple(model.xpos, "xpos") * 0.5
        parts["arcs"] = cross_entropy(same_sentence(model.arc_scores(words), one["sentence"]), one["heads"])
        parts["relations"] = cross_entropy(model.relation_scores(words, ranked(one["heads"])), one["relations"][:, :, None])
    if (one["names"] >= 0).any():
        parts["names"] = names_loss(model.names(words), one["names"], one["marks_other"]) * 3
    if (one["events"] >= 0).any():
        parts["events"] = simple(model.events, "events")
        parts["status"] = simple(model.status, "status") * 0.3
        parts["figures"] = simple(model.figures, "figures")
        parts["quantity"] = simple(model.quantity, "quantity") * 0.2
    if (one["acts"] >= 0).any():
        parts["acts"] = simple(model.acts, "acts") * 2
        parts["media"] = simple(model.media, "media") * 0.2
        roles, edges = model.role_scores(words, one["cues"], one["buckets"])
        parts["roles"] = cross_entropy(roles, one["roles"]) * 2
        parts["edges"] = edges_loss(edges, one["roles"]) * 0.3
    return sum(parts.values()), {name: value.item() for name, value in parts.items()}


def ranked(heads):
    """One head a word, as `relation_scores` takes them."""
    return heads.clamp(min=0)[:, :, None]


def cross_entropy(scores, gold):
    if not (gold >= 0).any():
        return scores.sum() * 0.0
    return F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=data.NONE)


def edges_loss(scores, roles):
    """For each cue the surprise at where its content and its source begin and end, summed over the words."""
    known = roles >= 0
    if not known.any():
        return scores.sum() * 0.0
    gold = edges_of(roles).to(scores.dtype)
    surprise = F.binary_cross_entropy_with_logits(scores, gold, reduction="none") * known[..., None]
    return surprise.sum() / known.any(-1).sum()


def edges_of(roles):
    """(…, words, edges) of (…, words): whether a run of the role begins or ends at the word."""
    sides = []
    for role in (labels.ROLES.index("content"), labels.ROLES.index("source")):
        inside = F.pad(roles == role, (1, 1))
        own = inside[..., 1:-1]
        sides += [own & ~inside[..., :-2], own & ~inside[..., 2:]]
    return torch.stack(sides, -1)


def names_loss(scores, gold, marks_other):
    """Where a set marks no names of the kind "other", such a name and no name count as the same."""
    shares = F.log_softmax(scores, -1)
    other = [0, *(i for i, name in enumerate(labels.NAMES) if name.endswith("other"))]
    open_ = torch.logsumexp(shares[:, :, other], -1)
    outside = torch.where(marks_other[:, None], shares[:, :, 0], open_)
    shares = torch.cat([outside[:, :, None], shares[:, :, 1:]], -1)
    return F.nll_loss(shares.flatten(0, 1), gold.flatten(), ignore_index=data.NONE)


def load_checkpoint(path):
    saved = torch.load(path, weights_only=False, map_location="cpu")
    model = Reader(len(saved["relations"]), len(saved["xpos"]), 0.0, **shape_of(saved["model"]))
    model.load_state_dict(saved["model"])
    return model.eval(), Vocabulary(saved["vocabulary"]), saved["relations"], saved["xpos"], saved["config"]


if __name__ == "__main__":
    main()
