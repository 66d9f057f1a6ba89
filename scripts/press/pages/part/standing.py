"""What a finding stands on, said in words: the count, and what the law asks of it."""

from press.graph import Publication
from press.graph.origins import NEEDED_FOR_HIGH, Footing, direction
from press.graph.outlets import NEEDED as ENOUGH_OUTLETS
from press.graph.outlets import witnesses
from press.pages.part.phrases import counted
from press.records import Claim
from press.records.vocabulary import ABOUT_SPEECH, INSIDE_HEADS, Confidence, SoFinding

_SIDES = {
    SoFinding.SUPPORTED: "for the claim",
    SoFinding.PARTLY_SUPPORTED: "for the part that holds",
    SoFinding.CONTRADICTED: "against the claim",
}


def count(footing: Footing) -> str:
    """'14 sources go back to 6 origins.'"""
    verb = "goes" if footing.sources == 1 else "go"
    return f"{counted(footing.sources, 'source')} {verb} back to {counted(footing.origins, 'origin')}."


def weight(publication: Publication, claim: Claim, footing: Footing) -> str:
    """What the finding rests on and whether it would outlive its strongest origin; laws 2 to 5, run again."""
    if claim.type in INSIDE_HEADS or claim.so.finding is SoFinding.NOT_CHECKABLE:
        return "No number of sources can settle what goes on inside somebody’s head; they show what is known around it."
    if direction(claim) is None:
        return _either_way(claim, footing)
    if claim.undisputed:
        return f"Nobody disputes it, so one primary document is enough. {claim.undisputed}"
    if claim.type in ABOUT_SPEECH:
        return _speech(publication, claim)
    return _world(claim, footing)


def _either_way(claim: Claim, footing: Footing) -> str:
    known = f"{counted(footing.disinterested, 'origin has', 'origins have')} no known interest in the matter."
    if claim.so.finding is SoFinding.UNSUPPORTED:
        return f"{known} The finding says that evidence is missing, so there is no number that they must reach."
    return f"{known} Together they do not settle it."


def _world(claim: Claim, footing: Footing) -> str:
    """Law 2: two origins without a known interest, three for high confidence."""
    side = _SIDES[claim.so.finding]
    if footing.strongest is None:
        return f"No origin without a known interest speaks {side}."
    speaks = f"{'speaks' if footing.independent == 1 else 'speak'} {side}"
    known = f"{footing.independent} of them, with no known interest{_bodies(claim, footing)}, {speaks}."
    left = counted(footing.without_strongest, "is", "are").replace("0 are", "none is")
    strongest = f"the one that the finding leans on most ({footing.strongest.letter})"
    return f"{known} Without {strongest}, {left} left, and {without_strongest(claim, footing)}."


def without_strongest(claim: Claim, footing: Footing) -> str:
    """What would become of a finding about the world that lost the origin which it leans on most."""
    if not footing.stands_without_strongest:
        return "the finding would fall to unresolved"
    if claim.so.confidence is Confidence.HIGH and footing.without_strongest < NEEDED_FOR_HIGH:
        return "the finding would still stand, with less confidence"
    return "by this count the finding would still stand"


def _bodies(claim: Claim, footing: Footing) -> str:
    """', from 4 bodies' where one body stands behind several of the origins that carry the finding."""
    carrying = [root.origin for root in footing.roots if root.stake.independent and root.bearing is direction(claim)]
    bodies = {origin.voice or origin.slug for origin in carrying}
    return f", from {counted(len(bodies), 'body', 'bodies')}" if len(bodies) < len(carrying) else ""


def _speech(publication: Publication, claim: Claim) -> str:
    """Law 3: the speaker's own page, or two different outlets, whatever their interest."""
    found = witnesses(publication, claim)
    own, outlets = (found.own, len(found.outlets)) if found else (False, 0)
    named = found is None or found.named
    seen = "The article names no speaker" if not named else f"The speaker’s own page was {'' if own else 'not '}seen"
    what = "something else" if claim.so.finding is SoFinding.CONTRADICTED else "it"
    carry = f"{counted(outlets, 'outlet carries', 'different outlets carry')} {what}"
    carried = carry if outlets else "no outlet is counted"
    return (
        "That it was said is the fact in question, so an interest in the matter does not count against a source here. "
        f"{seen}, {'and' if own else 'but'} {carried}. {_fate(claim, own=own, outlets=outlets)}"
    )


def _fate(claim: Claim, *, own: bool, outlets: int) -> str:
    """What law 3 would still allow if one of its witnesses were gone."""
    if own and outlets < ENOUGH_OUTLETS:
        return "Without the speaker’s own page, the finding would fall to unresolved."
    if own or outlets > ENOUGH_OUTLETS:
        less = ", with less confidence" if claim.so.confidence is Confidence.HIGH else ""
        return f"Without any one of these, the finding would still stand{less}."
    return "Without either of these, the finding would fall to unresolved."
