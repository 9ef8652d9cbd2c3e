"""What a verb is done to, and not only the verb that it is joined to: "resigned and sued Hale"."""

from __future__ import annotations

from ..ontology import Ontology
from . import syntax
from .tokens import Token


def undergoers(verb: Token, rest: tuple[str, ...], ontology: Ontology) -> list[Token]:
    """The heads of a verb's object, without the words of its expression, as "fire" of "opened fire".

    A verb that needs none has none but its own.
    """
    found = [noun for noun in syntax.objects(verb) if noun.lower_ not in rest]
    if verb.lower_ in ontology.words["AmountVerb"]:
        found = [
            noun for noun in found if not (noun.is_currency or syntax.is_measure(noun))
        ]  # "fell £3.70": by how much
    if verb.lower_ not in ontology.words["LoneVerb"] or syntax.passive(verb):
        return found
    last = max((joined.i for joined in syntax.joined(verb)), default=verb.i)
    return [noun for noun in found if not verb.i < last < noun.i]
