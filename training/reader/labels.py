"""Label sets of the heads. Order is part of the model; `export.py` writes them down beside it."""

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
NAME_KINDS = "person organisation place other".split()
# Outside, then first and further words of each kind.
NAMES = ["O"] + [f"{part}-{kind}" for kind in NAME_KINDS for part in "BI"]
ACTS = "none say ask deny refuse agree promise rule allege admit think nocomment".split()
MEDIA = "none letter statement spokesperson court interview social report broadcast press sign speech".split()
# A word's part in the statement of a cue.
ROLES = "none source content addressee cue".split()
# Words where a run of a cue's content or source begins and ends.
EDGES = "content-begins content-ends source-begins source-ends".split()
EVENTS = (
    "O I protest strike attack clash arrest charge hearing plea verdict sentence ruling appeal lawsuit law vote "
    "election appoint resign agreement meeting talks visit accident disaster death injury damage evacuation rescue "
    "search release publish award launch outbreak sanction strike-military ceasefire other"
).split()
STATUSES = "happened planned ongoing alleged denied cancelled possible".split()
FIGURES = "O I dead injured missing arrested crowd affected people money share votes age length other".split()
QUANTITIES = "exact min max about range vague".split()

# The record's words for the bank's tags.
RECORD_ACTS = {
    "none": "assertion",
    "say": "assertion",
    "ask": "request",
    "deny": "denial",
    "refuse": "refusal",
    "agree": "agreement",
    "promise": "promise",
    "rule": "ruling",
    "allege": "allegation",
    "admit": "admission",
    "think": "belief",
    "nocomment": "no-comment",
}
RECORD_MEDIA = {"none": None, "press": "press-conference"}
