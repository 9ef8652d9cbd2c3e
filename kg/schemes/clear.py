"""CLEAR -> Universal Dependencies: the order of the steps.

CLEAR is the scheme of the ClearNLP converter (Choi and Palmer, "Guidelines for the CLEAR style constituent to
dependency conversion", 2012), with which spaCy's English pipelines were trained on OntoNotes. It differs from
Universal Dependencies (de Marneffe, Manning, Nivre and Zeman, "Universal Dependencies", 2021) where Stanford
Dependencies did: function words head their phrases. What UD leaves open follows the English treebanks EWT and
GUM, on which kg's own pipeline was trained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import clauses, copulas, phrases, prepositions, words
from .names import spans, trimmed
from .tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The classes of names that Universal Dependencies heads by their first word; bodies keep their last.
_FIRST_WORD_HEADS = ("PERSON", "PER", "GPE")


def to_ud(doc: Doc) -> Doc:
    """Make of a Doc with CLEAR labels one with those of Universal Dependencies; the words stay as they are.

    Names get the classes that extraction knows (see ``names``).
    """
    if not len(doc):
        return doc
    tree = Tree(doc)
    words.note_negations(tree)
    prepositions.turn_round(tree)
    copulas.turn_round(tree)
    clauses.rebuild(tree)
    phrases.rehead_names(tree, [trimmed(name) for name in doc.ents if name.label_ in _FIRST_WORD_HEADS])
    phrases.spread_coordination(tree)
    words.rename(tree)
    words.describe(tree)
    return _doc(doc, tree)


def _doc(doc: Doc, tree: Tree) -> Doc:
    """The same words with another tree."""
    from spacy.tokens import Doc as Made
    from spacy.tokens import Span

    made = Made(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        lemmas=tree.lemmas,
        tags=tree.tags,
        pos=tree.pos,
        morphs=["|".join(f"{key}={value}" for key, value in sorted(m.items())) for m in tree.morphs],
        heads=tree.heads,
        deps=tree.deps,
    )
    made.set_ents([Span(made, s.start, s.end, label=s.label) for s in spans(doc)], default="outside")
    return made
