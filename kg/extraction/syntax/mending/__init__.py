"""Trees that cannot be right by the words they stand over, hung as they must be before anything is read off.

Each module knows one kind of mistake that parsers make, and mends it only where features, order or agreement
of the words leave no other reading. What is mended is the plain Doc of the rules, not what the pipeline gave.
"""

from __future__ import annotations

from collections.abc import Callable

from ....ontology import Ontology
from ...tokens import Doc
from .accused import hang_accused
from .active_pasts import make_active
from .after_contents import free_what_follows
from .after_quoted import hang_after_quoted
from .arrangements import free_arrangements
from .asides import part_asides
from .before_names import place_before
from .behind_reports import hang_behind_reports
from .causation import hang_caused
from .claims import hang_claims
from .closing_sources import free_closing_clause, free_closing_verb
from .compared import tell_beside
from .coordination import part_clauses
from .doubled import hang_on_verbs
from .embedded_reports import hang_embedded
from .exclusion import rule_out
from .gapping import part_gapped
from .gerund_subjects import make_gerunds_subjects
from .gerunds import hang_gerunds
from .going_to import write_out
from .had_done import part_had
from .hanging import Words, settle
from .headline_plans import tell_plans
from .headlines import turn_headlines
from .infinitive_heads import hang_infinitives
from .infinitives import lift_tenses
from .inserted import free_inserted
from .intended import give_to_doers
from .inversion import turn_speakers
from .lost_objects import find_lost_objects
from .means import free_purposes
from .moments import free_moments, tell_of_moments
from .naming import tell_what_it_is_called
from .objects import part_objects
from .openings import free_from_opening
from .orders import give_orders
from .owners import give_to_owners
from .participle_roots import free_from_participle
from .particles import join_particles
from .places_behind import hang_places_behind
from .prefixes import join_prefixes
from .prepositions import make_prepositions
from .relative_verbs import hang_relative_verbs
from .relatives import find_relatives
from .shared_modals import share_modals
from .shown import hang_shown
from .standing import hang_standing
from .stranded import complete_passives, free_main_verb, free_teller, hang_report
from .subjects import part_two_subjects
from .tenses import lift_joined
from .that_clauses import join_that_clauses
from .transitive import find_objects
from .under import stand_under
from .whom import give_to_whom

#: In this order: what stands higher in the tree first.
_MENDERS: tuple[Callable[[Words, Ontology], bool], ...] = (
    write_out,
    give_to_owners,
    make_active,
    join_prefixes,
    free_from_opening,
    hang_places_behind,
    free_main_verb,
    free_from_participle,
    free_teller,
    free_closing_verb,
    free_closing_clause,
    free_inserted,
    hang_report,
    tell_beside,
    complete_passives,
    part_two_subjects,
    place_before,
    hang_behind_reports,
    free_what_follows,
    hang_after_quoted,
    make_gerunds_subjects,
    join_particles,
    hang_infinitives,
    free_arrangements,
    lift_tenses,
    hang_gerunds,
    make_prepositions,
    give_to_whom,
    hang_embedded,
    find_relatives,
    hang_relative_verbs,
    free_purposes,
    hang_standing,
    part_gapped,
    hang_claims,
    hang_caused,
    turn_speakers,
    part_clauses,
    lift_joined,
    join_that_clauses,
    rule_out,
    give_to_doers,
    give_orders,
    part_objects,
    hang_on_verbs,
    part_had,
    tell_what_it_is_called,
    hang_shown,
    free_moments,
    tell_of_moments,
    share_modals,
    find_objects,
    find_lost_objects,
    hang_accused,
    part_asides,
    turn_headlines,
    tell_plans,
    stand_under,
)


def mend(doc: Doc, ontology: Ontology) -> None:
    """Hang the words of a Doc anew, in place, where its parse cannot be right.

    Call it before any rule looks at the Doc.
    """
    for sentence in doc.sents:
        words = doc[sentence.start : sentence.end]
        for mender in _MENDERS:
            if mender(words, ontology):
                settle(words)
