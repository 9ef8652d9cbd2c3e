"""Single words: labels that only change their name, parts of speech, features and lemmas."""

from __future__ import annotations

from .tree import Tree

#: CLEAR label -> label of Universal Dependencies, where the tree is the same.
_LABELS = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "pobj": "obl",
    "pcomp": "advcl",
    "dative": "iobj",
    "prep": "obl",
    "agent": "obl",
    "prt": "compound:prt",
    "poss": "nmod:poss",
    "possessive": "case",
    "relcl": "acl:relcl",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "quantmod": "advmod",
    "neg": "advmod",
    "intj": "discourse",
    "meta": "discourse",
    "nn": "compound",
    "": "dep",
}
#: Features that a tag of the Penn Treebank tells; a pipeline may leave them out.
_FEATURES = {
    "NN": {"Number": "Sing"},
    "NNP": {"Number": "Sing"},
    "NNS": {"Number": "Plur"},
    "NNPS": {"Number": "Plur"},
    "VB": {"VerbForm": "Inf"},
    "VBD": {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"},
    "VBP": {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"},
    "VBZ": {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin", "Number": "Sing", "Person": "3"},
    "VBG": {"VerbForm": "Ger"},
    "VBN": {"Tense": "Past", "VerbForm": "Part"},
    "MD": {"VerbForm": "Fin"},
}
#: Lemmas of what is written short.
_SHORT = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'ve": "have", "’ve": "have"}
_RELATIVE = frozenset(("WP", "WDT", "WP$"))
_CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "parataxis"))


def note_negations(tree: Tree) -> None:
    """Keep as a feature what CLEAR says with the label "neg"."""
    for index, label in enumerate(tree.deps):
        if label == "neg":
            tree.morphs[index]["Polarity"] = "Neg"


def rename(tree: Tree) -> None:
    """Give every label its name in Universal Dependencies."""
    for index, label in enumerate(tree.deps):
        if label == "npadvmod":
            on_noun = tree.is_nominal(tree.heads[index])
            tree.deps[index] = "nmod:unmarked" if on_noun else "obl:unmarked"
        elif label == "nmod" and not tree.below(index, "case"):
            tree.deps[index] = "compound" if index < tree.heads[index] else "nmod"
        else:
            tree.deps[index] = _LABELS.get(label, label)
        if tree.is_root(index):
            tree.deps[index] = "ROOT"
        elif tree.deps[index] == "ROOT":
            tree.deps[index] = "dep"


def describe(tree: Tree) -> None:
    """Complete parts of speech, features and lemmas, once the tree is that of Universal Dependencies."""
    for index in range(len(tree.words)):
        tree.lemmas[index] = _SHORT.get(tree.words[index], tree.lemmas[index])
        tree.morphs[index] = {**_FEATURES.get(tree.tags[index], {}), **tree.morphs[index]}
        _set_part_of_speech(tree, index)
    for index in range(len(tree.words)):
        if tree.tags[index] in _RELATIVE:
            tree.morphs[index]["PronType"] = "Rel" if _is_relative(tree, index) else "Int"
        if tree.tags[index] == "VBN" and _is_passive(tree, index):
            tree.morphs[index]["Voice"] = "Pass"


def _set_part_of_speech(tree: Tree, index: int) -> None:
    pos, label = tree.pos[index], tree.deps[index]
    if pos == "ADP" and label == "mark":
        tree.pos[index] = "SCONJ"
    elif pos == "SCONJ" and label in ("case", "fixed"):
        tree.pos[index] = "ADP"
    elif pos == "AUX" and label not in ("aux", "aux:pass", "cop"):
        tree.pos[index] = "VERB"  # "there was no evidence"
    elif pos == "VERB" and label in ("aux", "aux:pass", "cop"):
        tree.pos[index] = "AUX"


def _is_relative(tree: Tree, pronoun: int) -> bool:
    """Whether a wh-word opens a relative clause: the nearest clause around it is one, and begins with it."""
    for clause in tree.above(pronoun):
        if tree.deps[clause] in _CLAUSES:
            return tree.deps[clause] == "acl:relcl" and pronoun < clause
    return False


def _is_passive(tree: Tree, participle: int) -> bool:
    """Whether a participle is in the passive voice: it has an auxiliary of it, or stands by itself."""
    if tree.below(participle, "aux:pass", "obl:agent"):
        return True
    if tree.below(participle, "aux", "cop", "nsubj"):
        return False
    label, head = tree.deps[participle], tree.heads[participle]
    if label == "conj":
        return tree.tags[head] == "VBN" and tree.morphs[head].get("Voice") == "Pass"
    return label in ("acl", "amod") or (label in ("advcl", "xcomp") and not tree.below(participle, "obj"))
