"""Plans of headlines, which leave out "is" or "are": "Hale to back Marsh", "Council to sue bank"."""

from __future__ import annotations

from ....ontology import Ontology
from ...tokens import Token
from ..words import is_infinitive, is_verb
from .hanging import Words, hang, has
from .headlines import is_headline


def tell_plans(words: Words, ontology: Ontology) -> bool:
    """Make whoever opens a headline the subject of the infinitive behind them."""
    root = next((t for t in words if t.head is t), None)
    if root is None or root.tag_ == "VB" or root.pos_ not in ("NOUN", "PROPN") or not is_headline(words):
        return False
    body = root.doc.mention_heads.get(root.i) == "organization" and not has(root, "amod", "det")
    acts = root.ent_type_ in ("PERSON", "ORG") if root.pos_ == "PROPN" else body
    if not acts or has(root, "cop", "nsubj", "case"):  # "First woman to lead bank" plans nothing
        return False
    behind = max((c.i for c in (root, *root.rights) if c.dep_ in ("ROOT", "flat")), default=root.i) + 1
    verb = next((c for c in root.rights if c.left_edge.i == behind and _plans(c)), None)
    if verb is None or verb.doc[behind].lower_ != "to":
        return False
    for child in [c for c in root.rights if c.i > verb.i]:
        hang(child, verb, child.dep_)
    if not is_verb(verb):  # "Hale to back Marsh", read as a noun
        verb.tag_, verb.pos_ = "VB", "VERB"
        hang(verb.doc[behind], verb, "mark")
    hang(verb, verb, "ROOT")
    hang(root, verb, "nsubj")
    return True


def _plans(word: Token) -> bool:
    """Whether a word behind a name is an infinitive, or a noun with an object, which only a verb has."""
    if is_verb(word):
        if has(word, "aux", "aux:pass", "cop"):
            return False  # "Hale to be sued": that is told as of any infinitive behind a noun
        return word.dep_ in ("acl", "advcl", "xcomp") and is_infinitive(word) and not has(word, "nsubj")
    return word.tag_ == "NN" and word.dep_ in ("obl", "nmod") and has(word, "obj")
