"""Scores on the development sets, from the model's own words (before the project's reading of them).
`python evaluate.py DATA MODEL`"""

import json
import sys

import torch

import data
import labels


def evaluate(model, sets, vocabulary, relations, xpos, limit):
    model.eval()
    with torch.no_grad():
        scores = {}
        for name, documents in sets.items():
            counts = Counts()
            for document in documents:
                for window in data.windows(document, vocabulary, relations, xpos, limit):
                    if window.first:
                        score_window(model, window, counts)
            scores[name] = counts.summary()
    model.train()
    return scores


class Counts:
    def __init__(self):
        self.rows = {}

    def add(self, task, right, found, gold):
        row = self.rows.setdefault(task, [0, 0, 0])
        row[0] += right
        row[1] += found
        row[2] += gold

    def summary(self):
        return {
            task: {"f1": round(200 * right / max(1, found + gold), 1), "n": gold}
            for task, (right, found, gold) in self.rows.items()
        }


def score_window(model, window, counts):
    one = data.batch([window])
    words = model.words(one["pieces"], one["cases"], one["mask"], one["first"])
    n = len(window.first)
    if any(tag >= 0 for tag in window.upos):
        upos = model.upos(words)[0].argmax(-1).tolist()
        xpos = model.xpos(words)[0].argmax(-1).tolist()
        heads = same_sentence(model.arc_scores(words), one["sentence"]).argmax(-1)
        names = model.relation_scores(words, heads[:, :, None])[0, :, 0].argmax(-1).tolist()
        heads = heads[0].tolist()
        known = [i for i in range(n) if window.upos[i] >= 0]
        counts.add("upos", sum(upos[i] == window.upos[i] for i in known), len(known), len(known))
        counts.add("xpos", sum(xpos[i] == window.xpos[i] for i in known), len(known), len(known))
        right = [i for i in known if heads[i] == window.heads[i]]
        counts.add("uas", len(right), len(known), len(known))
        counts.add("las", sum(names[i] == window.relations[i] for i in right), len(known), len(known))
    if any(tag >= 0 for tag in window.names):
        other = lambda runs: {run for run in runs if window.marks_other or run[2] != "other"}
        found = other(bio(model.names(words)[0].argmax(-1).tolist(), labels.NAMES, window.names))
        gold = other(bio(window.names, labels.NAMES, window.names))
        counts.add("names", len(found & gold), len(found), len(gold))
    if any(tag >= 0 for tag in window.events):
        for task, layer, kinds in (("events", "events", labels.EVENTS), ("figures", "figures", labels.FIGURES)):
            found = runs_of(getattr(model, layer)(words)[0].argmax(-1).tolist(), kinds)
            gold = runs_of(getattr(window, layer), kinds)
            counts.add(task, len(found & gold), len(found), len(gold))
            begin = lambda runs: {(start, kind) for start, _, kind in runs}
            counts.add(task + "-starts", len(begin(found) & begin(gold)), len(found), len(gold))
        status = model.status(words)[0].argmax(-1).tolist()
        known = [i for i in range(n) if window.status[i] >= 0]
        counts.add("status", sum(status[i] == window.status[i] for i in known), len(known), len(known))
    if any(tag >= 0 for tag in window.acts):
        score_statements(model, window, words, counts)


def score_statements(model, window, words, counts):
    n = len(window.first)
    acts = model.acts(words)[0].argmax(-1).tolist()
    cues = [i for i in range(n) if acts[i] > 0]
    gold_cues = [cue for cue, _ in window.cues]
    counts.add("anchors", len(set(cues) & set(gold_cues)), len(cues), len(gold_cues))
    both = [cue for cue in gold_cues if acts[cue] > 0]
    counts.add("acts", sum(acts[cue] == window.acts[cue] for cue in both), len(both), len(both))
    found = {}
    if cues:
        index = torch.tensor([cues])
        roles = model.role_scores(words, index, data.BUCKETS[index][:, :, : words.shape[1]])[0][0].argmax(-1).tolist()
        found = {cue: roles[k] for k, cue in enumerate(cues)}
    for task, role in (("source", 1), ("cue", 4), ("content", 2)):
        spans = lambda rows: {span for row in rows for span in runs(row[:n], role)}
        mine, gold = spans(found.values()), spans(row for _, row in window.cues)
        counts.add(task, len(mine & gold), len(mine), len(gold))


def runs(roles, role):
    found, start = [], None
    for i, one in enumerate([*roles, None]):
        if one == role and start is None:
            start = i
        elif one != role and start is not None:
            found.append((start, i))
            start = None
    return found


def runs_of(tags, kinds):
    found, start = set(), None
    for i, tag in enumerate([*tags, 0]):
        if start is not None and tag != 1:
            found.add((start, i, kinds[tags[start]]))
            start = None
        if tag > 1:
            start = i
    return found


def bio(tags, kinds, known):
    found, start, kind = set(), None, None
    for i, tag in enumerate([*tags, 0]):
        name = kinds[tag] if i == len(tags) or known[i] >= 0 else "O"
        part, _, of = name.partition("-")
        if start is not None and not (part == "I" and of == kind):
            found.add((start, i, kind))
            start = None
        if part == "B" or part == "I" and start is None:
            start, kind = i, of
    return found


def same_sentence(scores, sentence):
    """Heads of other sentences are no heads; the root is everyone's."""
    apart = sentence[:, :, None] != sentence[:, None, :]
    root = torch.zeros_like(apart[:, :, :1])
    return scores.masked_fill(torch.cat([root, apart], 2), -1e9)


def main():
    from train import load_checkpoint

    folder, path = sys.argv[1:3]
    model, vocabulary, relations, xpos, config = load_checkpoint(path)
    names = sys.argv[3:] or ["ewt-dev", "gum-dev", "wikigold-dev", "bank-dev", "polnear-dev"]
    sets = {name: data.read(f"{folder}/{name}.jsonl") for name in names}
    print(json.dumps(evaluate(model, sets, vocabulary, relations, xpos, config["window_pieces"]), indent=1))


if __name__ == "__main__":
    main()
