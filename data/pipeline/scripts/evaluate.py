"""Grade pipelines on the test sets, from raw text: `python evaluate.py CORPUS PIPELINE… [--json FILE]`.

Scores are those of spaCy's scorer, in per cent: tokens by spaCy, borders by the pipeline, punctuation left
out of the
attachment scores. Entity classes that a test set does not annotate are left out of its names.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from conllu import MENTIONS
from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example

TREES, NAMES = ("pud", "ewt", "gum"), ("uner", "politics", "re3d")
RELATIONS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "ccomp",
    "xcomp",
    "advcl",
    "acl:relcl",
    "conj",
    "appos",
    "parataxis",
)
Scores = dict[str, float]


def examples(nlp: Language, gold: Sequence[Doc]) -> list[Example]:
    """What a pipeline makes of the texts, beside what is right."""
    predicted = nlp.pipe(doc.text for doc in gold)
    return [Example(doc, right) for doc, right in zip(predicted, gold, strict=True)]


def tree_scores(pairs: Sequence[Example]) -> Scores:
    """Scores of tags, lemmas, sentences and parse; relations as "las nsubj" and so on."""
    found = {
        "upos": Scorer.score_token_attr(pairs, "pos")["pos_acc"],
        "xpos": Scorer.score_token_attr(pairs, "tag")["tag_acc"],
        "lemma": Scorer.score_token_attr(pairs, "lemma")["lemma_acc"],
        "morph": Scorer.score_token_attr(pairs, "morph")["morph_acc"],
        "sentences": Scorer.score_spans(pairs, "sents", has_annotation=_has_borders)["sents_f"],
    }
    deps = Scorer.score_deps(
        pairs,
        "dep",
        getter=_label,
        ignore_labels=("p", "punct"),
        has_annotation=lambda doc: doc.has_annotation("DEP"),
    )
    per_type = deps["dep_las_per_type"]
    found |= {"uas": deps["dep_uas"], "las": deps["dep_las"]}
    found |= {f"las {name}": per_type[name]["f"] for name in RELATIONS if name in per_type}
    if any(MENTIONS in pair.reference.spans for pair in pairs):
        found["mentions"] = _mention_f(pairs)
    return {name: 100 * (value or 0.0) for name, value in found.items()}


def _mention_f(pairs: Sequence[Example]) -> float:
    """F of the words that head a mention, right where word and type are."""
    right = given = wanted = 0
    for pair in pairs:
        gold = {(span.start_char, span.label_) for span in pair.reference.spans.get(MENTIONS, ())}
        found = {(span.start_char, span.label_) for span in pair.predicted.spans.get(MENTIONS, ())}
        right, given, wanted = right + len(gold & found), given + len(found), wanted + len(gold)
    return 2 * right / max(1, given + wanted)


def _has_borders(doc: Doc) -> bool:
    return doc.has_annotation("SENT_START")


def _label(token: Token, attribute: str) -> str:
    return token.vocab.strings.as_string(getattr(token, attribute)).lower()


def name_scores(pairs: Sequence[Example]) -> Scores:
    """F of all names, and of each class, that the test set annotates."""
    annotated = {span.label_ for pair in pairs for span in pair.reference.ents}
    for pair in pairs:
        pair.predicted.ents = [span for span in pair.predicted.ents if span.label_ in annotated]
    scores = get_ner_prf(pairs)
    found = {name: value["f"] for name, value in sorted(scores["ents_per_type"].items())}
    found |= {"precision": scores["ents_p"], "recall": scores["ents_r"]}
    return {"names": 100 * scores["ents_f"], **{name: 100 * value for name, value in found.items()}}


def evaluate(nlp: Language, corpus: Path) -> dict[str, Scores]:
    """The scores of a pipeline on every test set, and its speed in words a second of processor time."""
    found: dict[str, Scores] = {}
    for kind, score, sets in (("trees", tree_scores, TREES), ("names", name_scores, NAMES)):
        for name in sets:
            gold = list(DocBin().from_disk(corpus / f"{kind}_test_{name}.spacy").get_docs(nlp.vocab))
            began = time.process_time()
            pairs = examples(nlp, gold)
            seconds = time.process_time() - began
            found[name] = score(pairs) | {"words/s": sum(map(len, gold)) / seconds}
    return found


def main() -> None:
    """Read the command line; print one table a pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("pipelines", type=Path, nargs="+")
    parser.add_argument("--json", type=Path, help="also write the scores of the last pipeline to a file")
    given = parser.parse_args()
    for path in given.pipelines:
        began = time.perf_counter()
        nlp = spacy.load(path)
        loaded = time.perf_counter() - began
        scores = evaluate(nlp, given.corpus)
        size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{path.name}: {size:.1f} MB, loaded in {loaded:.2f} s, {memory:.0f} MB of memory so far")
        for name, values in scores.items():
            print(
                f"  {name:9}" + "  ".join(f"{key} {value:.1f}" for key, value in values.items()), flush=True
            )
    if given.json:
        rounded = {
            name: {key: round(value, 2) for key, value in values.items()} for name, values in scores.items()
        }
        given.json.write_text(json.dumps(rounded, indent=2, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
