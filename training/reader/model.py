"""One encoder, several heads. The encoder is BERT (Devlin et al. 2019) in the small shape of MiniLM (Wang et al. 2020);
the syntax head is a deep biaffine one (Dozat & Manning 2017); statements are read as a graph from each cue to the words
of its source, content and addressee, so that statements may share words and nest."""

import torch
from torch import nn
from torch.nn import functional as F

import labels
from vocabulary import CASES

ARC, RELATION, PAIR = 192, 96, 128
DISTANCES = 24


HEAD = 32


class Encoder(nn.Module):
    """`read` is the width of all heads of a layer together, each of HEAD."""

    def __init__(self, vocabulary=30522, width=384, layers=6, read=384, inner=1536, positions=512, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.case = nn.Embedding(CASES, width)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, read, inner, dropout) for _ in range(layers))

    def forward(self, pieces, cases, mask=None):
        """What each layer makes of the pieces, the last layer last. `mask` is 1 for pieces and 0 for padding; None where
        there is no padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.word(pieces) + self.position(places) + self.case(cases)))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        made = []
        for layer in self.layers:
            x = layer(x, bias)
            made.append(x)
        return made


class Layer(nn.Module):
    def __init__(self, width, read, inner, dropout):
        super().__init__()
        self.heads = read // HEAD
        self.scale = HEAD**-0.5
        self.query, self.key, self.value = (nn.Linear(width, read) for _ in range(3))
        self.out = nn.Linear(read, width)
        self.attention_norm, self.norm = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, self.heads, HEAD).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = (q * self.scale) @ k.transpose(2, 3)
        if bias is not None:
            scores = scores + bias
        read = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, self.heads * HEAD)
        x = self.attention_norm(x + self.dropout(self.out(read)))
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


def projection(width, to, dropout):
    return nn.Sequential(nn.Linear(width, to), nn.LeakyReLU(0.1), nn.Dropout(dropout))


class Biaffine(nn.Module):
    """Scores of every pair (left, right) for each class: left · U · right, with a bias on both sides."""

    def __init__(self, left, right, classes):
        super().__init__()
        self.classes = classes
        self.weight = nn.Parameter(torch.zeros(classes, left + 1, right + 1))

    def forward(self, left, right):
        left = F.pad(left, (0, 1), value=1.0)
        right = F.pad(right, (0, 1), value=1.0)
        # (batch, 1, n, left) · (classes, left, right) · (batch, 1, right, m)
        return left[:, None] @ self.weight[None] @ right[:, None].transpose(2, 3)


def distance_buckets(words):
    """Signed distance from row to column in DISTANCES logarithmic classes."""
    places = torch.arange(words)
    gap = places[None, :] - places[:, None]
    size = (torch.log2(gap.abs().float() + 1) * 1.5).long().clamp(max=DISTANCES // 2 - 1)
    return torch.where(gap < 0, size + DISTANCES // 2, size)


class Reader(nn.Module):
    def __init__(self, relations, xpos, dropout=0.1, **shape):
        super().__init__()
        self.encoder = Encoder(dropout=dropout, **shape)
        width = self.encoder.norm.normalized_shape[0]
        self.dropout = nn.Dropout(dropout)
        self.upos = nn.Linear(width, len(labels.UPOS))
        self.xpos = nn.Linear(width, xpos)
        self.names = nn.Linear(width, len(labels.NAMES))
        self.events = nn.Linear(width, len(labels.EVENTS))
        self.status = nn.Linear(width, len(labels.STATUSES))
        self.figures = nn.Linear(width, len(labels.FIGURES))
        self.quantity = nn.Linear(width, len(labels.QUANTITIES))
        self.acts = nn.Linear(width, len(labels.ACTS))
        self.media = nn.Linear(width, len(labels.MEDIA))
        self.arc_dependent, self.arc_head = (projection(width, ARC, dropout) for _ in range(2))
        self.arcs = Biaffine(ARC, ARC, 1)
        self.root = nn.Parameter(torch.zeros(ARC))
        self.relation_dependent, self.relation_head = (projection(width, RELATION, dropout) for _ in range(2))
        self.relation_root = nn.Parameter(torch.zeros(RELATION))
        self.relations = Biaffine(RELATION, RELATION, relations)
        self.cue_side, self.word_side = (projection(width, PAIR, dropout) for _ in range(2))
        self.roles = Biaffine(PAIR, PAIR, len(labels.ROLES))
        self.edges = Biaffine(PAIR, PAIR, len(labels.EDGES))
        # Few words begin or end anything.
        nn.init.constant_(self.edges.weight[:, -1, -1], -5.0)
        self.distance = nn.Embedding(DISTANCES, len(labels.ROLES))
        self.edge_distance = nn.Embedding(DISTANCES, len(labels.EDGES))
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.edge_distance.weight)

    def words(self, pieces, cases, mask, first):
        """Vectors of words: that of each word's first piece. `first` is (batch, words), 0 where there is none."""
        return self.dropout(self.layers_words(pieces, cases, mask, first)[-1])

    def layers_words(self, pieces, cases, mask, first):
        """Vectors of words as each layer makes them, without dropout."""
        made = self.encoder(pieces, cases, mask)
        return [torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2])) for x in made]

    def arc_scores(self, words):
        """(batch, dependents, 1 + heads): the root first."""
        heads = self.arc_head(words)
        root = self.root[None, None].expand(heads.shape[0], 1, -1)
        return self.arcs(self.arc_dependent(words), torch.cat([root, heads], 1))[:, 0]

    def relation_scores(self, words, heads):
        """(batch, words, ranks, relations) for given heads (batch, words, ranks); 0 is the root, n + 1 the n-th word."""
        side = self.relation_head(words)
        root = self.relation_root[None, None].expand(side.shape[0], 1, -1)
        places = heads.flatten(1)[:, :, None].expand(-1, -1, RELATION)
        chosen = torch.gather(torch.cat([root, side], 1), 1, places).view(*heads.shape, RELATION)
        left = F.pad(self.relation_dependent(words), (0, 1), value=1.0)
        right = F.pad(chosen, (0, 1), value=1.0)
        classes, _, columns = self.relations.weight.shape
        half = left @ self.flat_relations()
        return right @ half.view(*left.shape[:2], classes, columns).transpose(2, 3)

    def flat_relations(self):
        """Weights of the relations as (dependent, relation · head)."""
        classes, rows, columns = self.relations.weight.shape
        return self.relations.weight.permute(1, 0, 2).reshape(rows, classes * columns)

    def role_scores(self, words, cues, buckets):
        """(batch, cues, words, roles) and (batch, cues, words, edges); `cues` holds word indices, `buckets` is (batch,
        cues, words)."""
        cue = torch.gather(self.cue_side(words), 1, cues[:, :, None].expand(-1, -1, PAIR))
        word = self.word_side(words)
        roles = self.roles(cue, word).permute(0, 2, 3, 1) + self.distance(buckets)
        return roles, self.edges(cue, word).permute(0, 2, 3, 1) + self.edge_distance(buckets)


def load_pretrained(encoder, path):
    """Copies weights of a Hugging Face BERT file (safetensors) into the encoder."""
    from safetensors.torch import load_file

    source = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    take = lambda name: source[name]
    with torch.no_grad():
        encoder.word.weight.copy_(take("embeddings.word_embeddings.weight"))
        # Every piece is of segment 0, so its embedding can be a part of the position's.
        encoder.position.weight.copy_(
            take("embeddings.position_embeddings.weight") + take("embeddings.token_type_embeddings.weight")[0]
        )
        encoder.norm.weight.copy_(take("embeddings.LayerNorm.weight"))
        encoder.norm.bias.copy_(take("embeddings.LayerNorm.bias"))
        for number, layer in enumerate(encoder.layers):
            base = f"encoder.layer.{number}."
            for ours, theirs in (
                ("query", "attention.self.query"),
                ("key", "attention.self.key"),
                ("value", "attention.self.value"),
                ("out", "attention.output.dense"),
                ("attention_norm", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm", "output.LayerNorm"),
            ):
                part = getattr(layer, ours)
                part.weight.copy_(take(base + theirs + ".weight"))
                part.bias.copy_(take(base + theirs + ".bias"))
