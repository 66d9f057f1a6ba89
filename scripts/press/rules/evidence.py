"""Laws 2 to 5: what evidence a finding needs, by the kind of the assertion."""

from collections.abc import Iterable, Iterator

from press.graph import Publication
from press.graph.origins import BEARING_OF, NEEDED, NEEDED_FOR_HIGH, direction, footing, independent
from press.graph.outlets import NEEDED as ENOUGH_OUTLETS
from press.graph.outlets import witnesses
from press.problems import Problem
from press.records import Claim, Source
from press.records.evidence import Evidence
from press.records.vocabulary import (
    ABOUT_SPEECH,
    ABOUT_THE_WORLD,
    INSIDE_HEADS,
    Available,
    Bearing,
    Confidence,
    Interest,
    SoFinding,
    SourceKind,
)
from press.rules.law import of_each

_VERDICTS = frozenset({SoFinding.SUPPORTED, SoFinding.PARTLY_SUPPORTED, SoFinding.CONTRADICTED})
_WAY = {Bearing.SUPPORTS: "support it", Bearing.CONTRADICTS: "speak against it"}


@of_each(Claim)
def a_finding_about_the_world_has_two_origins(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """What happened in the world is supported or contradicted by two origins without a known interest, or it is not.

    Origins are counted, not links, and those of a party, an ally, state media, national media or partisans never
    count towards the two, whichever side they are on. A partly-supported finding needs two for the part that holds.
    """
    needed = direction(claim)
    if needed is None or not _about_the_world(claim) or not _countable(publication, claim):
        return
    found = footing(publication, claim).independent
    if found < NEEDED:
        message = (
            f"'{claim.so.finding}' needs {NEEDED} origins without a known interest that {_WAY[needed]}, and there"
            f" {_are(found)}; add evidence, or choose unresolved or unsupported{_undisputed(publication, claim)}"
        )
        yield publication.problem(claim, ("so", "finding"), message)


@of_each(Claim)
def what_one_could_have_known_rests_on_what_was_public(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """What a careful reader could have known counts only the origins that were public by that day.

    Two without a known interest for a finding about the world, and three for high confidence, as for the finding of
    today. A piece whose own day is not known is given the benefit of the doubt.
    """
    needed = BEARING_OF.get(claim.then.finding)
    if needed is None or not _about_the_world(claim) or not _countable(publication, claim):
        return
    public = (item for item in claim.evidence if _public_by(publication, item, claim.then.on))
    found = independent(publication, public, needed)
    if found < NEEDED:
        message = (
            f"'{claim.then.finding}' needs {NEEDED} origins without a known interest that {_WAY[needed]} and were"
            f" public by {claim.then.on}, and there {_are(found)}; choose unresolved or unsupported, or mend"
            " 'available'"
        )
        yield publication.problem(claim, ("then", "finding"), message)
    elif found < NEEDED_FOR_HIGH and claim.then.confidence is Confidence.HIGH:
        message = (
            f"'high' needs {NEEDED_FOR_HIGH} origins without a known interest that were public by {claim.then.on}, and"
            f" there {_are(found)}; choose moderate, or mend 'available'"
        )
        yield publication.problem(claim, ("then", "confidence"), message)


def _public_by(publication: Publication, item: Evidence, day: str) -> bool:
    """Whether an item may have been public by a day: nothing shows that it came later."""
    if item.available is not Available.AFTER:
        return True
    source = publication.sources.get(item.source)
    return source is not None and len(source.published.on) == len(day) and source.published.on <= day


@of_each(Claim)
def high_confidence_about_the_world_is_earned(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """High confidence about the world needs three origins without a known interest, and another explanation tested."""
    if claim.so.confidence is not Confidence.HIGH or not _about_the_world(claim):
        return
    at = ("so", "confidence")
    if claim.so.finding not in _VERDICTS:
        message = f"'{claim.so.finding}' says that evidence is thin, so it is never high; choose moderate or low"
        yield publication.problem(claim, at, message)
        return
    if not claim.rivals:
        message = "'high' needs another explanation that was tested; add one under 'rivals', or choose moderate"
        yield publication.problem(claim, at, message)
    found = footing(publication, claim).independent if _countable(publication, claim) else NEEDED_FOR_HIGH
    if NEEDED <= found < NEEDED_FOR_HIGH:  # with fewer, the finding itself is at fault
        message = (
            f"'high' needs {NEEDED_FOR_HIGH} origins without a known interest, and there {_are(found)};"
            " add evidence, or choose moderate"
        )
        yield publication.problem(claim, at, message)


@of_each(Claim)
def an_item_never_frees_its_origin_of_an_interest(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """What counts is the origin, whoever carries it: an item may add an interest and never take one away."""
    for index, item in enumerate(claim.evidence):
        origin = publication.origins.get(item.origin)
        stake = publication.stake_of_origin(origin) if origin else None
        if item.interest and item.interest.kind is Interest.NONE_KNOWN and stake and not stake.independent:
            message = (
                f"the origin '{item.origin}' has the interest '{stake.kind}', and an item cannot take it away;"
                " leave 'interest' out, or name another origin"
            )
            yield publication.problem(claim, ("evidence", index, "interest", "kind"), message)


@of_each(Claim)
def a_finding_about_speech_has_the_words(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """That something was said or printed is shown by the speaker's own page or two different outlets; high needs both.

    Whatever their interest: that it was said is the fact. The examined outlet is no
    witness for the words of others; for what it printed itself its own page is the place.
    """
    needed = direction(claim)
    if claim.type not in ABOUT_SPEECH or claim.undisputed or needed is None:
        return
    found = witnesses(publication, claim)
    if found is None:
        return
    enough = len(found.outlets) >= ENOUGH_OUTLETS
    if not found.own and not enough:
        message = (
            f"'{claim.so.finding}' needs evidence from the speaker's own page, or from two different outlets besides"
            " the article's; add it, or choose unresolved or unsupported"
        )
        yield publication.problem(claim, ("so", "finding"), message)
    elif claim.so.confidence is Confidence.HIGH and not (found.own and enough):
        lacking = "two different outlets besides it" if found.own else "the speaker's own page"
        message = f"'high' needs the speaker's own page and two different outlets; add {lacking}, or choose moderate"
        yield publication.problem(claim, ("so", "confidence"), message)


@of_each(Claim)
def an_undisputed_detail_has_a_primary_document(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """For a detail that nobody disputes one primary document is enough, also for high confidence."""
    needed = direction(claim)
    if not claim.undisputed or needed is None:
        return
    sources = _sources(publication, [item for item in claim.evidence if item.bearing is needed])
    if sources is not None and not _documented(sources):
        message = "an undisputed detail rests on a source of kind 'primary-document'; add one, or take this line out"
        yield publication.problem(claim, ("undisputed",), message)


@of_each(Claim)
def what_goes_on_inside_heads_is_never_settled(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A motive, an opinion or an insinuation is never supported or contradicted.

    What is checkable in it is a claim of its own.
    """
    if claim.type not in INSIDE_HEADS:
        return
    for name, finding in (("so", claim.so.finding), ("then", claim.then.finding)):
        if finding in _VERDICTS:
            message = (
                f"a claim of type '{claim.type}' is never '{finding}'; choose not-checkable, and make what is checkable"
                " in it a claim of its own"
            )
            yield publication.problem(claim, (name, "finding"), message)


def _about_the_world(claim: Claim) -> bool:
    return claim.type in ABOUT_THE_WORLD and not claim.undisputed


def _countable(publication: Publication, claim: Claim) -> bool:
    """Whether every item's interest is known; a broken reference is told elsewhere."""
    return all(publication.stake_of_item(item) is not None for item in claim.evidence)


def _sources(publication: Publication, items: list[Evidence]) -> list[Source] | None:
    """The items' sources, or None when one of them cannot be used; a broken reference is told elsewhere."""
    found = [publication.sources.get(item.source) for item in items]
    return [source for source in found if source] if all(found) else None


def _documented(sources: Iterable[Source]) -> bool:
    return any(source.kind is SourceKind.PRIMARY_DOCUMENT for source in sources)


def _undisputed(publication: Publication, claim: Claim) -> str:
    """The third way out, for what a primary document supports; what is contradicted is disputed by the article."""
    sources = _sources(publication, [item for item in claim.evidence if item.bearing is Bearing.SUPPORTS])
    if claim.so.finding is not SoFinding.SUPPORTED or not _documented(sources or ()):
        return ""
    return ", or, where nobody disputes it, say why under 'undisputed': your primary document is then enough"


def _are(number: int) -> str:
    return {0: "is none", 1: "is 1"}.get(number, f"are {number}")
