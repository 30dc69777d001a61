"""Documents of `prepare.ts` to windows of whole sentences, and windows to batches of tensors. A label that a set does not
mark is -100, which every loss passes over."""

import json
import random

import torch
from torch.nn import functional as F

import labels
from model import distance_buckets
from vocabulary import case_of

NONE = -100
# Marks have no letters.
MARK_CASE = 5
BUCKETS = distance_buckets(512)


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def break_paragraphs(documents, seed, share=0.4):
    """Gives sets that tell no paragraphs some at random: a report has marks between them, and all heads must know them."""
    random_ = random.Random(seed)
    for document in documents:
        paragraph = 0
        for sentence in document["sentences"]:
            paragraph += random_.random() < share
            sentence["paragraph"] = paragraph


def swap_names(documents, sets, seed, share=0.6):
    """The documents with a share of their names changed for others of the same kind, which stand in any of the sets:
    who is named changes, what is said of them stays (mention replacement, as in Dai & Adel 2020). For sets without syntax."""
    random_ = random.Random(seed)
    known = {}
    for set_ in sets.values():
        for document in set_:
            for sentence in document["sentences"]:
                for start, end, kind in sentence.get("names", []):
                    known.setdefault(kind, []).append(sentence["words"][start:end])
    swap = lambda sentence: swapped(sentence, lambda kind: random_.choice(known[kind]) if random_.random() < share else None)
    return [{**one, "sentences": [swap(sentence) for sentence in one["sentences"]]} for one in documents]


def swapped(sentence, choose):
    words, names, done = [], [], 0
    for start, end, kind in sorted(sentence["names"]):
        words += sentence["words"][done:start]
        name = choose(kind) or sentence["words"][start:end]
        names.append([len(words), len(words) + len(name), kind])
        words += name
        done = end
    return {**sentence, "words": words + sentence["words"][done:], "names": names}


def windows(document, vocabulary, relations, xpos, limit):
    """Cuts a document at sentence ends into windows of at most `limit` pieces; a sentence that is longer is cut."""
    found, run, size, previous = [], [], 1, None
    first = 0
    for sentence in document["sentences"]:
        cost = sum(len(vocabulary.pieces(word)) for word in sentence["words"]) + 1
        if run and size + cost > limit:
            found.append(run)
            run, size = [], 1
        run.append((first, sentence))
        size += cost
        first += len(sentence["words"])
    if run:
        found.append(run)
    return [Window(document, run, vocabulary, relations, xpos, limit) for run in found]


class Window:
    def __init__(self, document, run, vocabulary, relations, xpos, limit):
        self.document = document
        self.offset = run[0][0]
        self.pieces, self.cases, self.first = [vocabulary.cls], [MARK_CASE], []
        self.sentence, self.upos, self.xpos, self.heads, self.relations, self.names = [], [], [], [], [], []
        self.text = []
        paragraph = run[0][1]["paragraph"]
        for number, (start, sentence) in enumerate(run):
            if sentence["paragraph"] != paragraph:
                paragraph = sentence["paragraph"]
                self.pieces.append(vocabulary.sep)
                self.cases.append(MARK_CASE)
            base = len(self.first)
            for word in sentence["words"]:
                ids = vocabulary.pieces(word)
                if len(self.pieces) + len(ids) > limit + len(run):
                    break
                self.first.append(len(self.pieces))
                self.pieces += ids
                self.cases += [case_of(word)] * len(ids)
                self.sentence.append(number)
                self.text.append(word)
            n = len(self.first) - base
            if "heads" in sentence:
                self.upos += [labels.UPOS.index(tag) for tag in sentence["upos"][:n]]
                self.xpos += [xpos.get(tag, NONE) for tag in sentence["xpos"][:n]]
                self.heads += [0 if head < 0 else base + head + 1 if head < n else NONE for head in sentence["heads"][:n]]
                self.relations += [relations.get(name, NONE) for name in sentence["deprels"][:n]]
            else:
                for layer in (self.upos, self.xpos, self.heads, self.relations):
                    layer += [NONE] * n
            if "names" in sentence:
                tags = [0] * n
                for start_word, end_word, kind in sentence["names"]:
                    for i in range(start_word, min(end_word, n)):
                        tags[i] = NONE if kind < 0 else 1 + 2 * kind + (i > start_word)
                self.names += tags
            else:
                self.names += [NONE] * n
        self.pieces.append(vocabulary.sep)
        self.cases.append(MARK_CASE)
        self.marks_other = document.get("marksOther", True)
        self._read_bank(document)

    def _read_bank(self, document):
        n = len(self.first)
        marked = "events" in document
        self.events, self.status, self.figures, self.quantity = ([NONE] * n for _ in range(4))
        self.acts = [0 if "statements" in document else NONE] * n
        self.media = [NONE] * n
        self.cues = []
        inside = lambda words: [i - self.offset for i in words if self.offset <= i < self.offset + n]
        if marked:
            self.events, self.figures = [0] * n, [0] * n
            for layer, extra, rows, kind, kinds, names in (
                (self.events, self.status, document["events"], "type", labels.EVENTS, ("status", labels.STATUSES)),
                (self.figures, self.quantity, document["figures"], "of", labels.FIGURES, ("quantity", labels.QUANTITIES)),
            ):
                for row in rows:
                    for k, i in enumerate(inside(row["words"])):
                        layer[i] = 1 if k else kinds.index(row[kind])
                        if k == 0:
                            extra[i] = names[1].index(row[names[0]])
        for statement in document.get("statements", []):
            cue = inside(statement["cue"])
            if not cue:
                continue
            roles = [0] * n
            for role, name in ((2, "content"), (3, "addressee"), (1, "source"), (4, "cue")):
                for i in inside(statement[name]):
                    roles[i] = role
            # Words of the statement that lie outside the window are another window's.
            self.acts[cue[0]] = labels.ACTS.index(statement["act"] or "say")
            self.media[cue[0]] = labels.MEDIA.index(statement["medium"] or "none")
            self.cues.append((cue[0], roles))


def batch(items):
    """Tensors of a list of windows, padded."""
    pieces = max(len(one.pieces) for one in items)
    words = max(len(one.first) for one in items)
    cues = max(1, max(len(one.cues) for one in items))
    pad = lambda row, size, value: row + [value] * (size - len(row))
    tensor = lambda name, size, value: torch.tensor([pad(getattr(one, name), size, value) for one in items])
    found = {
        "pieces": tensor("pieces", pieces, 0),
        "cases": tensor("cases", pieces, 0),
        "mask": torch.tensor([pad([1] * len(one.pieces), pieces, 0) for one in items]),
        "first": tensor("first", words, 0),
        "sentence": tensor("sentence", words, -1),
        "cues": torch.tensor([pad([cue for cue, _ in one.cues], cues, 0) for one in items]),
        "roles": torch.tensor(
            [
                [pad(roles, words, NONE) for _, roles in one.cues] + [[NONE] * words] * (cues - len(one.cues))
                for one in items
            ]
        ),
        "marks_other": torch.tensor([one.marks_other for one in items]),
    }
    for name in "upos xpos heads relations names events status figures quantity acts media".split():
        found[name] = tensor(name, words, NONE)
    if hasattr(items[0], "taught"):
        padded = [F.pad(one.taught.float(), (0, 0, 0, 0, 0, words - len(one.first))) for one in items]
        found["taught"] = torch.stack(padded)
    found["buckets"] = BUCKETS[found["cues"]][:, :, :words]
    return found
