"""What fills a role: the mention of an actor or place, or a thing named by a noun phrase of the article."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Argument, Entity, Mention, MentionKind, Passage
from . import syntax
from .candidates import Candidate
from .knowledge import Knowledge
from .pronoun_forms import REFLEXIVE
from .reading import Reading
from .referents import Referent, Resolved, name_key, name_label
from .tokens import Token

#: Words that stand for a noun said before, whatever their part of speech.
_PRO_FORMS = frozenset(("one", "ones", "it", "this", "that", "these", "those", "them", "all", "some", "both"))
#: Adjectives that stand for those they count.
_COUNTING = frozenset(("few", "many", "more", "most", "several", "some"))
#: Pronouns that stand for nobody able to act.
_NO_ACTORS = frozenset(
    ("it", "that", "this", "these", "those", "everything", "anything", "something", "nothing", "what")
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))


class Participants:
    """What fills the roles in one article, with the things it speaks of, found as they are asked for."""

    def __init__(self, reading: Reading, resolved: Resolved, knowledge: Knowledge) -> None:
        self.reading = reading
        self.resolved = resolved
        self.knowledge = knowledge
        self._things: dict[str, Referent] = {}
        self._mentions: dict[Passage, Mention] = {}
        self.heads: dict[Passage, int] = {}
        """The token that heads a passage which fills a role, where that is no mention of somebody known."""
        self.completed: dict[Passage, Passage] = {}
        """A description that fills a role -> the same with its complement, as it is mentioned there."""
        self._latest: dict[str, Referent] = {}
        self._general: dict[int, str | None] = {}
        self._by_means = knowledge.ontology.words["MeansNoun"]
        self._names = {
            index: (candidate, referent)
            for candidate, referent, _ in resolved.mentions.values()
            if candidate.kind is MentionKind.NAME
            for index in range(candidate.first, candidate.last + 1)
        }

    def name_at(self, index: int) -> tuple[Candidate, Referent] | None:
        """The name that covers a token, though it may only open a description: of "the Oxley MP", Oxley."""
        return self._names.get(index)

    def things(self) -> list[Entity]:
        """The things found so far, by key."""
        return [
            Entity(t.key, t.label, self.knowledge.classes(t.cls)) for _, t in sorted(self._things.items())
        ]

    def mentions(self) -> list[Mention]:
        """The mentions of those things."""
        return list(self._mentions.values())

    def argument(self, role: str, head: Token, *, modifying: bool = False) -> Argument | None:
        """The argument that a noun phrase makes; none for a word that cannot take part ("what", "there").

        Args:
            role: the role that it fills.
            head: the head of the noun phrase.
            modifying: whether a name that only modifies a noun counts ("Government support").
        """
        head = self._heart(head)
        if role == "agent" and head.lower_ in self._by_means and syntax.preposition(head) == "by":
            return None  # "elected by a margin of nine votes"
        found = self._apposed(head) or (self.name_at(head.i) if modifying else None)
        found = found or self.resolved.identified_at(head.i)
        if found is not None and (modifying or not (found[0].modifies or self._is_narrowed(head, found[0]))):
            candidate, referent = found
            passage = self.reading.passage(candidate.first, candidate.last)
            if candidate.kind is MentionKind.NOMINAL and not modifying:
                passage = self._with_complement(head, candidate) or passage
            if head.lower_ in REFLEXIVE:
                return Argument(role, passage)  # "Hale and Reed hurt themselves": not each the other
            return Argument(role, passage, referent.key)
        first, last = syntax.phrase(head)
        if _is_any(head) or head.lower_ in self.knowledge.ontology.words["OpenWord"]:
            last = max(last, syntax.narrowed_to(head))
        if head.lower_ in self.knowledge.ontology.words["WordNoun"]:
            last = max(
                [last, *(t.right_edge.i for t in syntax.appositions(head) if t.left_edge.i == last + 1)]
            )
        passage = self.reading.with_marks(self.reading.passage(first, last))
        told = syntax.content_clause(head)
        if told is not None and told > last and role != "agent":
            passage = self.reading.with_marks(self.reading.passage(first, told))
            self.heads[passage] = head.i
            return Argument(role, passage)  # "the fact that it fell"
        self.heads[passage] = head.i
        if head.lower_ == "what" and (syntax.heads_clause(head) or syntax.tells_what(head)):
            first, last = syntax.clause(head)
            return Argument(role, self.reading.passage(first + (head.doc[first].pos_ == "CCONJ"), last))
        if "Rel" in head.morph.get("PronType", []):
            return None
        doer = role == "agent" and head.pos_ == "ADJ" and head.text.islower()
        if doer and not syntax.determiners(head) and head.lower_ not in _COUNTING:
            return None  # "rejected by large, but insufficient, majorities"
        if head.pos_ in ("PRON", "DET") or head.lower_ in _PRO_FORMS:
            return Argument(role, passage) if head.lower_ not in ("what", "there", "which", "who") else None
        if head.tag_ == "WRB" and syntax.asks_fully(head):
            return Argument(role, self.reading.passage(*syntax.clause(head)))  # "understood why it fell"
        if head.is_currency or (syntax.is_measure(head) and not head.is_alpha):
            return Argument(
                role, passage
            )  # "spent $5m", "killed 130": no thing that anything else is said of
        if not syntax.is_nominal(head) or not any(c.isalpha() for c in head.text) or head.lower_ == "other":
            return None
        if found is not None and passage == self.reading.passage(found[0].first, found[0].last):
            return Argument(
                role, passage, found[1].key
            )  # a modifier that stands alone: "a Whitehall decision"
        return Argument(role, passage, self._thing(head, passage).key)

    def _with_complement(self, head: Token, described: Candidate) -> Passage | None:
        """A description with the "of" that ends it: "members of the board" are not any members."""
        last = syntax.phrase(head)[1]
        narrowed = syntax.narrowed_to(head) if _is_any(head) else last
        beside = [t.lower_ for t in head.doc[described.last + 1 : described.last + 4]]
        if narrowed > max(last, described.last):
            last = narrowed  # "sent no letter", or not "any letter that was secret"
        elif last <= described.last or "of" not in (*beside[:1], *(beside[2:] if beside[0] == "or" else ())):
            return None  # "members of the board", "half or more of the board"
        passage = self.reading.with_marks(self.reading.passage(described.first, last))
        self.completed[self.reading.passage(described.first, described.last)] = passage
        return passage

    @staticmethod
    def _is_narrowed(head: Token, name: Candidate) -> bool:
        """Whether a word with a hyphen makes other people of a name: "Oxley-Marlowans", "anti-war Greens"."""
        doc, first = head.doc, name.first
        if name.first != head.i or first < 2 or "Plur" not in head.morph.get("Number", ()):
            return False
        before = doc[first - 1]
        joined = before.text == "-" and not before.whitespace_
        return joined or any(t.text == "-" for word in syntax.attributes(head) for t in word.subtree)

    def arguments(self, role: str, head: Token) -> list[Argument]:
        """The arguments that a noun phrase makes: two where it joins two names before one noun.

        "Two Oxley and Marlow officials" are two parties, each with the noun; "local and national leaders" are
        one. Where a name stands alone, its words can mean no officials: then those who act for a state are
        the state, and others stay together.
        """
        head = self._heart(head)
        names = [named for word in syntax.sharing_attributes(head) if (named := self.name_at(word.i))]
        whole = self.resolved.identified_at(head.i) if len(names) > 1 else None
        if whole is None or len({referent.key for _, referent in names}) < len(names):
            alone = self.argument(role, head)
            return [] if alone is None else [alone]
        opening = syntax.phrase(head)[0]
        extents = [(name.first, name.last) for name, _ in names]
        own = [(min(opening, extents[0][0]), extents[0][1]), *extents[1:-1], (extents[-1][0], head.i)]
        if any(extent == words for extent, words in zip(extents, own, strict=True)):
            states = head.lower_ in self.knowledge.ontology.words["StateNoun"]
            found = [self.argument(role, head.doc[name.last], modifying=True) for name, _ in names]
            together = None if states else self.argument(role, head)
            return [a for a in (found if states else [together]) if a is not None]
        pairs = zip(names, own, strict=True)
        return [self._sharing(role, head, name.name, words, whole[1]) for (name, _), words in pairs]

    def _sharing(
        self, role: str, head: Token, name: str, extent: tuple[int, int], whole: Referent
    ) -> Argument:
        """The argument of one of two parties that share a noun: "Marlow officials"."""
        passage = self.reading.passage(*extent)
        label = f"{name} {head.text}"
        key = f"{passage.article}.{passage.start}-{passage.end}"
        party = self._latest.get(label.lower()) or Referent(key, label, whole.cls, plural=True)
        if party.key not in self.resolved.referents:
            self._things[party.key] = party
        self._latest[label.lower()] = party
        self._mentions[passage] = Mention(passage, MentionKind.NOMINAL, party.key, "shared-noun")
        return Argument(role, passage, party.key)

    def _apposed(self, head: Token) -> tuple[Candidate, Referent] | None:
        """The name right after a description that it belongs to: of "the newspaper Oxley Echo", the name."""
        if head.pos_ == "NOUN":
            for noun in syntax.appositions(head):
                found = self.name_at(noun.i)
                if found is None:
                    continue
                first = found[0].first
                titled = head.doc[first - 1].head == noun and head.doc[first - 1].pos_ == "PROPN"
                if first == head.i + 1 or (first == head.i + 2 and titled):
                    return found  # "the candidate Ada Hale", "the candidate Sen. Ada Hale"
        return None

    def clause(self, role: str, verb: Token, *, bare: bool = False) -> Argument:
        """The argument that a clause makes: its words, and no entity; bare, without its preposition."""
        first, last = syntax.clause(verb)
        opened = first < verb.i and (syntax.is_gerund(verb) or syntax.begins_a_question(verb.doc[first + 1]))
        first += 1 if bare and opened else 0
        passage = self.reading.with_marks(self.reading.passage(first, last))
        self.heads[passage] = verb.i
        return Argument(role, passage)

    def referent(self, head: Token) -> Referent | None:
        """The entity that a noun phrase refers to, without making a thing of it."""
        found = self.resolved.identified_at(self._heart(head).i)
        return found[1] if found is not None and not found[0].modifies else None

    def is_actor(self, head: Token) -> bool:
        """Whether a noun phrase refers to somebody able to act, or to a place that stands for them."""
        return self._general_class(head) not in (None, "Thing")

    def is_person(self, head: Token) -> bool:
        """Whether a noun phrase refers to a person or to people."""
        return self._general_class(head) == "Person"

    def is_place(self, head: Token) -> bool:
        """Whether a noun phrase refers to a place."""
        return self._general_class(head) == "Place"

    def _general_class(self, head: Token) -> str | None:
        """The top class of what a noun phrase refers to, looked up once; none where it is not known."""
        if head.i not in self._general:
            found = self.resolved.identified_at(self._heart(head).i)
            self._general[head.i] = None if found is None else self.knowledge.general_class(found[1].cls)
        return self._general[head.i]

    def may_act(self, head: Token) -> bool:
        """Whether a noun phrase may refer to somebody able to act, as an unresolved pronoun may."""
        return self.is_actor(head) or (head.pos_ == "PRON" and head.lower_ not in _NO_ACTORS)

    def acts(self, argument: Argument) -> bool:
        """Whether an argument is somebody able to act, or a pronoun that may stand for somebody."""
        if argument.entity is None:
            return True
        referent = self.resolved.referents.get(argument.entity)
        return referent is not None and self.knowledge.general_class(referent.cls) != "Thing"

    def _heart(self, head: Token) -> Token:
        """The noun that matters in "a string of MPs" and "the town of Oxley": what follows "of"."""
        words = self.knowledge.ontology.words
        counts, names = head.lower_ in words["QuantityNoun"], head.lower_ in words["NamingNoun"]
        if not (counts or names):
            within = syntax.agreeing_within(head)  # "a deployment of troops have arrived"
            return head if within is None or self.resolved.identified_at(head.i) else within
        if head.lower_ == "number" and any(word.lower_ == "the" for word in syntax.determiners(head)):
            return head  # "a number of schools" are schools, "the number of schools" is none
        of = [noun for word, noun in syntax.noun_modifiers(head) if word == "of"]
        if names:
            return of[0] if of and of[0].pos_ == "PROPN" else head
        counted = [noun for noun in of if noun.lower_ not in words["QuantityNoun"]]
        if counted and counted[0].lower_ in words["MoneyNoun"]:
            return head  # "millions of dollars": how many is what counts
        if counted or not of:
            return counted[0] if counted else head
        within = of[0] if syntax.attributes(of[0]) else self._heart(of[0])  # "tens of thousands of MPs"
        return head if within is of[0] and not syntax.attributes(within) else within  # "... of dollars"

    def _thing(self, head: Token, passage: Passage) -> Referent:
        """The thing of a noun phrase: the one already named in the same words or by the same noun."""
        known = self._mentions.get(passage)
        if known is not None:
            return self._things.get(known.entity) or self.resolved.referents[known.entity]
        label, definite = self._label(passage)
        bare = " " not in label
        several = head.tag_ in ("NNS", "NNPS")
        referent = self._latest.get(label.lower())
        if referent is None and definite and bare:
            referent = self._latest.get(("…" if several else "1…") + head.lemma_.lower())
        rule = "same-words" if referent else "thing"
        if referent is None:
            key = f"{passage.article}.{passage.start}-{passage.end}"
            proper = head.pos_ == "PROPN" and label[:1].isupper() and not bare
            if proper and name_key(label) and label not in self.knowledge.gazetteer.ambiguous:
                key, label = name_key(label), name_label(label)
            referent = (
                self._things.get(key) or self.resolved.referents.get(key) or Referent(key, label, "Thing")
            )
            if key not in self.resolved.referents:
                self._things[key] = referent
        self._latest[label.lower()] = self._latest["…" + head.lemma_.lower()] = referent
        if not several:  # "every paper" may be "the papers", "decisions" are not "the decision"
            self._latest["1…" + head.lemma_.lower()] = referent
        self._mentions[passage] = Mention(passage, MentionKind.NOMINAL, referent.key, rule)
        return referent

    def _label(self, passage: Passage) -> tuple[str, bool]:
        """A noun phrase without its article, in one line; and whether it was a definite one."""
        tokens: Sequence[Token] = list(self.reading.tokens_in(passage))
        definite = tokens[0].lower_ in _DEFINITE
        while len(tokens) > 1 and (tokens[0].pos_ == "DET" or tokens[0].is_punct):
            tokens = tokens[1:]
        words = "".join(("" if token.is_quote else token.text) + token.whitespace_ for token in tokens)
        words = words.strip(" ,;:-–—")
        return " ".join(words.split()), definite


def _is_any(noun: Token) -> bool:
    """Whether "any" opens a phrase: the clause behind it then tells of which nothing, or all, is said."""
    return any(word.lower_ == "any" for word in syntax.determiners(noun))
