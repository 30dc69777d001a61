"""Words to word pieces: WordPiece (Schuster & Nakajima 2012) as BERT's uncased vocabulary needs it. `src/models/reader/
word-pieces.ts` does the same; both must agree, which `word-pieces.test.ts` holds by examples."""

import unicodedata

CLS, SEP, UNK, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
LONGEST_WORD = 100


class Vocabulary:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.ids = {piece.rstrip("\n"): number for number, piece in enumerate(file)}
        self.cls, self.sep, self.unk, self.pad = (self.ids[piece] for piece in (CLS, SEP, UNK, PAD))
        self.cache = {}

    def pieces(self, word):
        """Ids of a word's pieces; at least one."""
        known = self.cache.get(word)
        if known is None:
            known = [one for part in split_marks(bare(word)) for one in self._greedy(part)] or [self.unk]
            self.cache[word] = known
        return known

    def _greedy(self, part):
        if len(part) > LONGEST_WORD:
            return [self.unk]
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self.ids.get(("##" if start else "") + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unk]
            found.append(number)
            start = end
        return found


def bare(word):
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def split_marks(word):
    """Runs of letters and digits; each mark alone."""
    parts, run = [], ""
    for c in word:
        if is_mark(c):
            if run:
                parts.append(run)
            parts.append(c)
            run = ""
        elif c.isspace() or unicodedata.category(c) in ("Cc", "Cf"):
            continue
        else:
            run += c
    return parts + [run] if run else parts


def is_mark(c):
    code = ord(c)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(c).startswith("P") or 0x4E00 <= code <= 0x9FFF


CASES = 6


def case_of(word):
    """What an uncased vocabulary forgets: 0 lower, 1 Initial, 2 CAPITALS, 3 miXed, 4 a digit in it, 5 no letter."""
    if any("0" <= c <= "9" for c in word):
        return 4
    letters = [c for c in word if c.lower() != c.upper()]
    if not letters:
        return 5
    upper = [c == c.upper() for c in letters]
    if not any(upper):
        return 0
    if all(upper) and len(letters) > 1:
        return 2
    return 1 if upper[0] and not any(upper[1:]) else 3
