"""Law 6: a finding that leans on something names it."""

from collections.abc import Iterator

from press.graph import Publication
from press.graph.outlets import NEEDED, outlets
from press.problems import Problem
from press.records import Claim, Source
from press.records.base import Loc
from press.records.claim import Appearance
from press.records.vocabulary import RelationType, SaidFinding, SoFinding
from press.rules.law import of_each

_PARAPHRASES = frozenset({SaidFinding.PARAPHRASE_FAIR, SaidFinding.PARAPHRASE_ALTERED})


@of_each(Claim)
def what_depends_on_a_contradicted_claim_is_contradicted(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A claim that depends on a contradicted one is contradicted, or says why not."""
    for index, relation in enumerate(claim.relations):
        other = publication.claims.get(relation.claim)
        if relation.type is not RelationType.DEPENDS_ON or other is None or relation.why:
            continue
        if other.so.finding is SoFinding.CONTRADICTED and claim.so.finding is not SoFinding.CONTRADICTED:
            message = (
                f"'{relation.claim}' is contradicted, and this claim depends on it and is '{claim.so.finding}';"
                " mend the finding, or say under 'why' why it holds all the same"
            )
            yield publication.problem(claim, ("relations", index, "claim"), message)


@of_each(Claim)
def an_unsupported_claim_says_what_was_looked_for(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """Where no evidence, or no such words, were found, the page says what was looked for, where and when."""
    if claim.looked_for:
        return
    if claim.so.finding is SoFinding.UNSUPPORTED:
        message = "'unsupported' says what was looked for; add 'looked_for' with what, where and on which day"
        yield publication.problem(claim, ("so", "finding"), message)
    for loc, appearance in _appearances(claim):
        if appearance.said.finding is SaidFinding.NOT_FOUND:
            message = "'not-found' says what was looked for; add 'looked_for' with what, where and on which day"
            yield publication.problem(claim, (*loc, "said", "finding"), message)


@of_each(Claim)
def a_said_finding_names_its_sources(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """That words were said is shown: at the speaker's own page, or by two different outlets besides the article's."""
    for loc, appearance in _appearances(claim):
        sources = [publication.sources.get(slug) for slug in appearance.said.sources]
        if all(sources):
            message = _said_fault(publication, appearance, [source for source in sources if source])
            if message:
                yield publication.problem(claim, (*loc, "said", "finding"), message)


@of_each(Claim)
def the_articles_own_voice_has_no_other_speaker(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A chain of voices begins with the article's outlet, which alone speaks in the article's own voice."""
    for loc, appearance in _appearances(claim):
        case = publication.cases.get(appearance.case)
        if case and appearance.chain[0] != case.article.outlet:
            message = f"a chain begins with the article's outlet; write '{case.article.outlet}' first"
            yield publication.problem(claim, (*loc, "chain", 0), message)
        if appearance.said.finding is SaidFinding.ARTICLE_VOICE and len(appearance.chain) > 1:
            message = "'article-voice' is for what the article says itself, and the chain names a speaker; mend one"
            yield publication.problem(claim, (*loc, "said", "finding"), message)


def _said_fault(publication: Publication, appearance: Appearance, sources: list[Source]) -> str:
    finding = appearance.said.finding
    if finding is SaidFinding.CONFIRMED_PRIMARY and not any(each.publisher == appearance.chain[-1] for each in sources):
        return (
            f"'{finding}' needs a source that '{appearance.chain[-1]}' published; add it under 'sources', or choose"
            " confirmed-reported"
        )
    if finding is SaidFinding.CONFIRMED_REPORTED:
        case = publication.cases.get(appearance.case)
        if len(outlets(publication, sources, besides=[case.article.outlet] if case else [])) < NEEDED:
            return (
                f"'{finding}' needs sources from two different outlets besides the article's; add them, or, where you"
                " looked and only the article has the words, choose not-found, which never says that they were not said"
            )
    if finding in _PARAPHRASES and not sources:
        return f"'{finding}' needs the source of the original words; add it under 'sources'"
    return ""


def _appearances(claim: Claim) -> Iterator[tuple[Loc, Appearance]]:
    for index, appearance in enumerate(claim.appearances):
        yield ("appearances", index), appearance
