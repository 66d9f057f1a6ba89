"""What is worth a second look: it stops nothing, and `press check` prints it apart as warnings."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from press.graph import Publication
from press.graph.lasting import public
from press.graph.origins import footing
from press.problems import Problem
from press.records import Claim, Correction, Lesson, Record, Source, Story
from press.records.base import Own
from press.records.life import Withdrawn
from press.records.places import places
from press.records.vocabulary import CorrectionKind, SoFinding, Status
from press.rules.coverage import unmapped
from press.rules.law import of_each
from press.rules.wording import joined, spoken

LONGEST = 40
"""Words in a sentence of ours: our own choice; about twice the length that is easy to read."""

_SETTLED = (SoFinding.SUPPORTED, SoFinding.PARTLY_SUPPORTED, SoFinding.CONTRADICTED)


@of_each(Claim)
def a_finding_rests_on_more_than_one_origin(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A settled finding should go back to more than one origin, even where one is allowed to be enough."""
    if claim.status is Status.PUBLISHED and claim.so.finding in _SETTLED:
        stands = footing(publication, claim)
        if stands.origins == 1:
            only = stands.roots[0].origin.slug
            message = f"all of the evidence goes back to one origin, '{only}'; is there a second?"
            yield publication.problem(claim, ("evidence",), message)


@of_each(Claim)
def a_draft_is_in_the_map_once_it_is_published(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A draft claim should be named in each paragraph in which it appears, at the latest when it is published."""
    if claim.status is not Status.DRAFT:
        return
    for loc, case, number in unmapped(publication, claim):
        # A published case cannot name a draft.
        when = "there, in 'segments', when you publish it" if public(case) else "there, in 'segments'"
        message = (
            f"no segment of paragraph {number} of '{case.slug}' names this claim, which is a fault once it is"
            f" published; name it {when}"
        )
        yield publication.problem(claim, loc, message)


def a_withdrawal_is_told(publication: Publication) -> Iterator[Problem]:
    """Readers should be told of what was withdrawn, by a correction that is public."""
    corrections = (each for each in publication.records.values() if isinstance(each, Correction) and public(each))
    told = {
        getattr(each, "corrects", "")  # a record with faults may lack it
        for each in corrections
        if getattr(each, "kind", None) is CorrectionKind.WITHDRAWAL
    }
    for (kind, slug), gone in publication.gone.items():
        name = f"{kind}:{slug}"
        if isinstance(gone, Withdrawn) and name not in told:
            write = f"./press correct {name} --kind withdrawal"
            message = f"no correction tells readers that this was withdrawn; write one: {write}"
            yield Problem(publication.documents[kind, slug].path, 1, 1, message)


@of_each(Record)
def a_sentence_of_ours_is_short(publication: Publication, record: Record) -> Iterator[Problem]:
    """A sentence of ours should have at most 40 words."""
    if isinstance(record, Lesson | Story):
        return  # a law of their own is stricter
    for place in places(record):
        if place.marker(Own):
            for sentence in spoken(joined(place.value)):
                words = sentence.split()
                if len(words) > LONGEST:
                    message = f"a sentence of {len(words)} words; make two of it: '{' '.join(words[:8])} …'"
                    yield publication.problem(record, place.loc, message)


@of_each(Source)
def a_publisher_is_not_called_by_its_address(publication: Publication, source: Source) -> Iterator[Problem]:
    """In a draft, the name of a publisher should be more than what its address tells.

    A few are called as their address is: whoever publishes the draft, or another source of theirs, has settled that.
    """
    host = (urlsplit(source.url).hostname or "").removeprefix("www.")
    settled = (getattr(each, "publisher_name", None) == host and public(each) for each in publication.sources.values())
    if source.status is Status.DRAFT and source.publisher_name == host and not any(settled):
        message = f"'{host}' comes from the address; write the publisher's name as its page gives it, or keep this"
        yield publication.problem(source, ("publisher_name",), message)
