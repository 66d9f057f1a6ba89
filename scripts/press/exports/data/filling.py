"""The rows of the tables, filled from the records."""

from collections.abc import Iterator

from press import addresses
from press.exports.data.desk import Desk
from press.exports.data.evidence import survives
from press.exports.data.rows import (
    CaseRow,
    ClaimRow,
    EvidenceRow,
    ItemRow,
    LessonRow,
    OriginRow,
    SourceRow,
    VoiceRow,
    WordRow,
)
from press.graph.origins import footing
from press.graph.publication import Stake
from press.graph.teaching import behind, lessons_with, minutes
from press.records import Case, Claim
from press.records.vocabulary import VOCABULARIES


def cases(desk: Desk) -> Iterator[CaseRow]:
    """Every case."""
    for case in desk.publication.cases.values():
        yield CaseRow(
            identifier=case.slug,
            name=case.title,
            outlet=desk.publication.voices[case.article.outlet].name,
            published=case.article.published.on,
            url=case.article.url,
            claims=len(desk.publication.claims_of(case)),
            address=addresses.of(case),
        )


def claims(desk: Desk) -> Iterator[ClaimRow]:
    """Every claim, case by case, in the order of the article in which it appears first."""
    for case in desk.publication.cases.values():
        for number, claim in enumerate(desk.publication.claims_of(case), 1):
            if desk.publication.case_of(claim) is case:
                yield _claim(desk, case, number, claim)


def _claim(desk: Desk, case: Case, number: int, claim: Claim) -> ClaimRow:
    publication, stands = desk.publication, footing(desk.publication, claim)
    said = publication.said(claim)
    places = {number for each in claim.appearances if each.case == case.slug for number in each.paragraphs}
    return ClaimRow(
        identifier=claim.slug,
        case=case.slug,
        number=number,
        finding=claim.so.finding,
        finding_label=claim.so.finding.label,
        confidence=claim.so.confidence,
        name=claim.title,
        text=claim.text,
        claim_type=claim.type,
        author=tuple(voice.name for voice in publication.speakers(claim)),
        paragraphs=tuple(sorted(places)),
        said=said,
        said_label=said.label,
        context=claim.context,
        as_of=claim.as_of,
        then_date=claim.then.on,
        then_finding=claim.then.finding,
        then_confidence=claim.then.confidence,
        items=len(claim.evidence),
        sources=stands.sources,
        origins=stands.origins,
        independent_origins=stands.independent,
        stands_without_strongest=survives(claim, stands),
        abstract=claim.answer.short,
        review=claim.review.status,
        version=publication.version(claim),
        date_published=claim.published_on,
        date_modified=desk.modified(claim),
        address=addresses.of(claim),
        json_=addresses.data(*claim.ref),
    )


def evidence(desk: Desk) -> Iterator[EvidenceRow]:
    """Every item of evidence, claim by claim."""
    for claim in desk.publication.claims.values():
        for item in claim.evidence:
            yield EvidenceRow(
                claim=claim.slug,
                identifier=item.id,
                source=item.source,
                origin=item.origin,
                bearing=item.bearing,
                role=item.role,
                available=item.available,
                **_interest(desk.publication.stake_of_item(item)),
            )


def sources(desk: Desk) -> Iterator[SourceRow]:
    """Every source."""
    for source in desk.publication.sources.values():
        yield SourceRow(
            identifier=source.slug,
            publisher=desk.publication.publisher(source),
            voice=source.publisher,
            title=source.title,
            title_gloss=source.title_gloss,
            published=source.published.on,
            in_language=source.language,
            kind=source.kind,
            access=source.access.how,
            access_date=source.access.on,
            url=source.url,
            address=addresses.of(source),
        )


def origins(desk: Desk) -> Iterator[OriginRow]:
    """Every origin."""
    for origin in desk.publication.origins.values():
        yield OriginRow(
            identifier=origin.slug,
            name=origin.what,
            kind=origin.kind,
            voice=origin.voice,
            **_interest(desk.publication.stake_of_origin(origin)),
        )


def voices(desk: Desk) -> Iterator[VoiceRow]:
    """Every voice."""
    for voice in desk.publication.voices.values():
        yield VoiceRow(
            identifier=voice.slug,
            name=voice.name,
            role=voice.role,
            address=addresses.of(voice),
            **_interest(desk.publication.stake_of_voice(voice)),
        )


def lessons(desk: Desk) -> Iterator[LessonRow]:
    """Every way through every lesson, in the order of the unit."""
    for lesson in desk.publication.lessons.values():
        for route in lesson.routes:
            yield LessonRow(
                identifier=lesson.slug,
                route=route.route,
                position=lesson.order,
                name=lesson.title,
                question=lesson.question,
                abstract=lesson.summary,
                skills=lesson.skills,
                about=lesson.subjects,
                youngest=route.ages.youngest,
                oldest=route.ages.oldest,
                minutes=minutes(route),
                core_minutes=minutes(route, core=True),
                items=len(route.exit_ticket),
                story=route.story,
                claims=tuple(each.claim for each in lesson.claims),
                claims_behind=len(list(behind(desk.publication, lesson))),
                version=desk.publication.version(lesson),
                date_published=lesson.published_on,
                recheck_on=lesson.recheck_on,
                address=addresses.route(lesson.slug, route.route),
                json_=addresses.data(*lesson.ref),
            )


def items(desk: Desk) -> Iterator[ItemRow]:
    """Every question of the quiz bank."""
    for item in desk.publication.items.values():
        right = tuple(each.text for each in item.options if each.right)
        yield ItemRow(
            identifier=item.slug,
            item_kind=item.kind,
            text=item.asks,
            claim=item.excerpt.claim if item.excerpt else None,
            options=len(item.options),
            right=right or ((item.model_answer,) if item.model_answer else ()),
            explanation=item.why,
            affirms=item.affirms,
            lessons=tuple(dict.fromkeys(lesson.slug for lesson, _ in lessons_with(desk.publication, item))),
            version=desk.publication.version(item),
            json_=addresses.data(*item.ref),
        )


def words(_: Desk) -> Iterator[WordRow]:
    """Every word of every closed list, in the order of the method page."""
    for vocabulary in VOCABULARIES:
        for word in vocabulary:
            yield WordRow(vocabulary=vocabulary.NAME, value=str(word), label=word.label, definition=word.definition)


def _interest(stake: Stake | None) -> dict[str, str | None]:
    return {"interest": stake.kind if stake else None, "interest_of": (stake.of or None) if stake else None}
