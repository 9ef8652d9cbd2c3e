"""Articles made by hand, and what is left of them when decisions are applied."""

from __future__ import annotations

import kg
from kg import rdf
from kg.decisions import (
    Reference,
    Rulings,
    apply,
    parse,
)
from kg.extraction import Knowledge
from kg.extraction.events import find_events
from kg.extraction.referents import name_key
from kg.model import (
    Argument,
    Article,
    AttributionMode,
    Entity,
    Extraction,
    Mention,
    MentionKind,
    Passage,
    Quote,
    RoleAttestation,
    Statement,
)

TEXT = "Ada Hale spoke. Ms Hale said that Ben Orme, the mayor, rejected the plan. A. Hale left."


def named(*words: str) -> Reference:
    return Reference(" ".join(words))


def at(article: Article, words: str) -> Passage:
    start = article.text.index(words)
    return Passage(article.key, start, start + len(words))


def article_with(id: str, *names: str, text: str = TEXT) -> Extraction:
    """An article in which each name is an entity; what Ms Hale says of Ben Orme is a claim."""
    article = Article(f"{id}. {text}", id=id)
    mentions = [
        Mention(at(article, name), MentionKind.NAME, name_key(name), "full-name")
        for name in names
        if name in article.text
    ]
    plan = at(article, "the plan")
    entities = [Entity(name_key(name), name, ("Person",)) for name in names]
    entities.append(Entity(f"{plan.article}.{plan.start}-{plan.end}", "plan", ("Thing",)))
    mentions.append(Mention(plan, MentionKind.NOMINAL, entities[-1].key, "thing"))
    sentence = at(article, "Ms Hale said that Ben Orme, the mayor, rejected the plan.")
    quote = Quote(
        (at(article, "that Ben Orme, the mayor, rejected the plan"),),
        AttributionMode.INDIRECT,
        sentence,
        at(article, "said"),
        at(article, "Ms Hale"),
        "MsHale",
    )
    rejects = Statement(
        "Reject",
        at(article, "rejected"),
        sentence,
        (Argument("agent", at(article, "Ben Orme"), "BenOrme"), Argument("theme", plan, entities[-1].key)),
        quote=quote,
    )
    mayor = RoleAttestation("BenOrme", "mayor", at(article, "the mayor"), sentence, quote=quote)
    return Extraction(
        article,
        (sentence,),
        tuple(sorted(mentions)),
        tuple(sorted(entities)),
        (quote,),
        (rejects,),
        tuple(find_events([rejects])),
        (mayor,),
    )


NAMES = ("Ada Hale", "Ms Hale", "Ben Orme", "A. Hale")


def decided(extraction: Extraction, text: str, knowledge: Knowledge) -> Extraction:
    return apply(extraction, Rulings(parse(text), knowledge)).extraction


def entity(extraction: Extraction, label: str) -> Entity:
    (found,) = (e for e in extraction.entities if e.label == label)
    return found


def who_is(extraction: Extraction, words: str) -> str:
    """The label of the entity that the first mention of some words refers to."""
    labels = {e.key: e.label for e in extraction.entities}
    passage = at(extraction.article, words)
    return next(labels[m.entity] for m in extraction.mentions if m.passage == passage)


def store_of(*extractions: Extraction, knowledge: Knowledge) -> kg.Store:
    store = kg.Store()
    for extraction in extractions:
        store.add(rdf.quads(extraction, knowledge.ontology))
    return store


def edges(extraction: Extraction, knowledge: Knowledge) -> set[str]:
    rows = store_of(extraction, knowledge=knowledge).query(
        "SELECT ?edge WHERE { ?a ?edge ?b . ?edge kg:modality ?m }"
    )
    return {str(row["edge"]).rpartition("/")[2] for row in rows.dicts()}
