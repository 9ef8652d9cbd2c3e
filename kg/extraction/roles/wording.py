"""The role that a noun phrase names: its words, its post, its body, and what its own words say of when."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Standing
from .. import syntax
from ..remembered import remembered_by
from ..tokens import Token
from ..triggers import effect_of
from .dates import stated
from .scene import Described, Scene

#: The prepositions that lead from a role to what it is held in or for.
_COMPLEMENTS = frozenset(("of", "for", "at", "in", "with", "to", "on"))
_OWN = frozenset(("for", "to", "on"))
_OUTWARD = frozenset(("for", "to", "on"))
_OPENINGS = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "both")
)


@remembered_by
def described(noun: Token, scene: Scene) -> Described | None:
    """What a role noun says with its words; none where these leave open whether it is held."""
    found = scene.nominals.get(noun.i)
    candidate = found if found is not None and found.head == noun.i else None
    first, last = (candidate.first, candidate.last) if candidate else syntax.flat_phrase(noun)
    last = max(last, noun.i)
    if first > noun.sent.start and scene.has(scene.doc[first - 1].lower_, "FormerWord", "StandInWord"):
        first -= 1
        if first > noun.sent.start and scene.doc[first - 1].pos_ == "DET":
            first -= 1
    before = list(scene.doc[first : noun.i])
    if any(_leaves_open(word, scene) for word in before) or _styled(before, scene):
        return None
    reach, complements = _complements(noun, last, scene)
    end = reach
    plural = scene.is_plural(noun)
    if plural and (len(complements) > 1 or any(len(syntax.conjuncts(c)) > 1 for _, c in complements)):
        end, complements = last, []  # "the MPs for Oxley and Marlow": which of the two is whose is not said
    party, organisation = _body(noun, first, complements, scene)
    standing = _standing(noun, before, last, scene)
    after = [word.lower_ for word in scene.doc[last + 1 : last + 3]]
    if end == last and after and after[0] in ("-", "–") and scene.has(after[-1], "ComingWord"):
        end = last + 2  # "the mayor-elect"
    post = None
    if candidate is not None and candidate.post and not (candidate.qualified or candidate.former or plural):
        post = scene.knowledge.gazetteer.posts[candidate.post]
    start = first
    while start < noun.i and (
        scene.doc[start].lower_ in _OPENINGS or (plural and scene.doc[start].pos_ == "NUM")
    ):
        start += 1
    role = scene.text(start, end)
    if plural:
        role = " ".join(
            word for word in (scene.text(start, noun.i - 1) if start < noun.i else "", _singular(noun, scene),
                              scene.text(noun.i + 1, end) if end > noun.i else "") if word
        )  # fmt: skip
    if (
        role[:1].isupper()
        and scene.doc[start].is_sent_start
        and start not in scene.names
        and scene.doc[start].pos_ not in ("PROPN", "X")
        and not (len(scene.doc[start]) > 1 and scene.doc[start].is_upper)
    ):
        role = role[:1].lower() + role[1:]
    return Described(
        role,
        first,
        end,
        reach,
        standing,
        post=post.key if post and standing is None else None,
        post_name=candidate.name if candidate is not None else "",
        organisation=organisation,
        party=party,
    )


def _styled(before: Sequence[Token], scene: Scene) -> bool:
    """Whether a hyphened word before a role leaves open who holds it: "self-styled"."""
    text = " ".join(word.lower_ for word in before).replace(" - ", "-")
    return any(scene.has(part, "StyledWord") for part in text.split())


def _leaves_open(word: Token, scene: Scene) -> bool:
    """Whether a word before a role says that nobody may hold it: "alleged", "self-styled", "no"."""
    ontology = scene.ontology
    return (
        scene.has(word.lower_, "StyledWord")
        or (effect_of(ontology, "attribute", word).unreal and not scene.has(word.lower_, "ComingWord"))
        or effect_of(ontology, "determiner", word).negative
    )


def _complements(noun: Token, last: int, scene: Scene) -> tuple[int, list[tuple[str, Token]]]:
    """Where a role with its complements ends, and those: "of the board" right after "chair"."""
    end, found = last, []
    for word, head in syntax.trailing_complements(noun):
        follows = head.left_edge.i == end + 1 and scene.doc[end + 1].lower_ == word
        time = scene.has(head.lower_, "TimeNoun") or stated(head) is not None
        if word not in _COMPLEMENTS or not follows or time:
            continue
        own = word in _OWN and head.head == noun
        if not own and word != "of" and head.i not in scene.names and scene.body(head) is None:
            continue  # "spoke as chair at a rally"
        parts = [part for part in syntax.conjuncts(head) if part == head or scene.person(part) is None]
        end = max(syntax.phrase(part)[1] for part in parts)
        found.append((word, head))
    return end, found


def _body(
    noun: Token, first: int, complements: Sequence[tuple[str, Token]], scene: Scene
) -> tuple[tuple[int, int, str] | None, str | None]:
    """The party that the holder of a role sits for, and the body in which it is held."""
    outward = scene.has(noun.lower_, "OutwardRoleNoun")
    inside = [head for word, head in complements if not (outward and word in _OUTWARD)]
    for token in (*inside, *syntax.possessors(noun)):
        body = scene.body(token) if len(syntax.conjuncts(token)) == 1 else None
        if body is not None:
            return None, body.key
    named = _named_before(noun, first, scene)
    if named is None:
        return None, None
    begin, finish, key, cls = named
    if not scene.has(noun.lower_, "PartyRoleNoun"):
        return None, key
    if cls == "PoliticalParty":
        return (begin, finish, key), None
    return None, key if cls != "Organisation" else None  # "the Oxley MP": any name may be taken for a body's


def _named_before(noun: Token, first: int, scene: Scene) -> tuple[int, int, str, str] | None:
    """The body whose name stands before a role noun and belongs to it: "Lantern Party leader".

    Its first and last token, its key and its class.
    """
    for index in range(noun.i - 1, first - 1, -1):
        word = scene.doc[index]
        named = scene.names.get(index)
        hyphened = scene.doc[(named[0].last if named else index) + 1].text in ("-", "–")
        if word.text in scene.parties and (named is None or named[0].first == named[0].last):
            return None if hyphened else (index, index, scene.parties[word.text], "PoliticalParty")
        if named is not None:
            candidate, referent = named
            body = scene.knowledge.general_class(referent.cls) == "Organisation" and not referent.plural
            return (
                (candidate.first, candidate.last, referent.key, referent.cls)
                if body and not hyphened
                else None
            )
        cls = scene.knowledge.gazetteer.words.head_nouns.get(word.lower_)
        if cls is not None and scene.knowledge.general_class(cls) == "Organisation":
            return None  # of "the Lantern council leader", the council is not the party
    return None


def _standing(noun: Token, before: Sequence[Token], last: int, scene: Scene) -> Standing | None:
    """What the words beside a role noun say of when it is held; none where nothing is said."""
    if noun.lower_.startswith("ex-") or any(scene.has(word.lower_, "FormerWord") for word in before):
        return Standing.HELD_BEFORE
    after = [word for word in scene.doc[last + 1 : last + 3] if word.text not in ("-", "–")][:1]
    if any(scene.has(word.lower_, "ComingWord") for word in (*before, *after)):
        return Standing.TO_BE_HELD
    return None


def _singular(noun: Token, scene: Scene) -> str:
    """The singular of a role noun: of "MPs", "MP"."""
    if scene.has(noun.lemma_.lower(), "RoleNoun") and noun.lemma_.lower() != noun.lower_:
        lemma = noun.lemma_
        return noun.text[: len(lemma)] if noun.lower_.startswith(lemma.lower()) else lemma
    if noun.lower_.endswith("s") and scene.has(noun.lower_[:-1], "RoleNoun"):
        return noun.text[:-1]
    return noun.text[:-3] + "man" if noun.lower_.endswith("men") else noun.text
