"""Law 9: every published claim says how it could be wrong, and when it is looked at again."""

from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Claim
from press.records.vocabulary import Status
from press.rules.law import of_each

_NEEDED = {
    "strongest_counter": "the strongest argument on the other side, or none-found",
    "would_change": "what would change the finding",
    "recheck_on": "the day by which the evidence is looked at again",
}


@of_each(Claim)
def a_published_claim_says_how_it_could_be_wrong(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """Every claim gives the strongest argument on the other side, what would change it, and the day of its re-check."""
    if claim.status is Status.PUBLISHED:
        for name, meaning in _NEEDED.items():
            if not getattr(claim, name):
                message = f"a published claim has '{name}'; add it: {meaning}"
                yield publication.problem(claim, (name,), message)


@of_each(Claim)
def a_claim_is_checked_again_after_its_day(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """The day of the re-check comes after the day that the finding holds for."""
    if claim.recheck_on and claim.recheck_on <= claim.as_of:
        message = f"the finding holds for {claim.as_of}; give a later day for its re-check"
        yield publication.problem(claim, ("recheck_on",), message)
