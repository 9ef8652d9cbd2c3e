"""How near the shipped pipeline comes to the gold parses, and how many of their statements it still gives."""

from __future__ import annotations

from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, Token
from spacy.training import Example

from ..grading import Grade
from .reading import statements, tells
from .table import sentences


def grade_pipeline(nlp: Language) -> Grade:
    """Shares from 0 to 1: tags, lemmas, attachment, borders, names, and expected statements found."""
    table = sentences()
    parsed = list(nlp.pipe(sentence.text for sentence in table))
    pairs = [Example(doc, sentence.doc("ud")) for doc, sentence in zip(parsed, table, strict=True)]
    deps = Scorer.score_deps(pairs, "dep", getter=_label, ignore_labels=("punct",), has_annotation=_has_parse)
    expected = [
        (words, _is_found(doc, words), sentence)
        for doc, sentence in zip(parsed, table, strict=True)
        for words in sentence.expected
    ]
    scores = {
        "pipeline_upos": Scorer.score_token_attr(pairs, "pos")["pos_acc"],
        "pipeline_lemma": Scorer.score_token_attr(pairs, "lemma")["lemma_acc"],
        "pipeline_uas": deps["dep_uas"],
        "pipeline_las": deps["dep_las"],
        "pipeline_borders": sum(len(list(doc.sents)) == 1 for doc in parsed) / len(parsed),
        "pipeline_names": get_ner_prf(pairs)["ents_f"],
        "pipeline_statements": sum(found for _, found, _ in expected) / len(expected),
    }
    missed = tuple(
        f"pipeline_statements: {sentence.text} {words}" for words, found, sentence in expected if not found
    )
    return Grade({name: round(float(score), 4) for name, score in scores.items()}, missed)


def _is_found(doc: Doc, expected: str) -> bool:
    return any(tells(found, expected) for found in statements(doc))


def _has_parse(doc: Doc) -> bool:
    return doc.has_annotation("DEP")


def _label(token: Token, attribute: str) -> str:
    return token.vocab.strings.as_string(getattr(token, attribute)).lower()
