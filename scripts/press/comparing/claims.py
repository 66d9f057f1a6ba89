"""What became of a claim: its findings first, then its evidence, its quotations, and all other words."""

from collections.abc import Iterable, Iterator

from press.comparing.difference import Line, Mark, Piece, line, strong
from press.comparing.evidence import counts, items
from press.comparing.fields import changes, paired, told
from press.comparing.words import reworded
from press.graph import Publication
from press.graph.lasting import last_line, public
from press.graph.origins import footing
from press.pages.part import standing
from press.pages.part.citing import finding as rating
from press.pages.part.phrases import day, listed, quoted, shortened
from press.records import Claim
from press.records.vocabulary import CorrectionKind

_TELLS = frozenset({CorrectionKind.FINDING, CorrectionKind.EVIDENCE})
_CARRIES = ("source", "origin", "bearing", "interest")
_TOLD = {
    ("so", "finding"),
    ("so", "confidence"),
    ("then", "finding"),
    ("then", "confidence"),
    ("context",),
    ("as_of",),
    ("appearances", "quotes"),
    ("appearances", "paragraphs"),
}


def found_otherwise(before: Publication, after: Publication, old: Claim, new: Claim) -> bool:
    """Whether the finding on what was said or on what is so is another one, or how sure it is."""
    return (before.said(old), rating(old.so)) != (after.said(new), rating(new.so))


def findings(before: Publication, after: Publication, old: Claim, new: Claim) -> Iterator[Line]:
    """What was found before and now; where nothing is otherwise, what is still found."""
    if found_otherwise(before, after, old, new):
        yield from _otherwise("Was it said?", before.said(old).label, after.said(new).label)
        yield from _otherwise("Is it so?", rating(old.so), rating(new.so))
    else:
        yield line(strong("Finding as before:"), f" {rating(new.so)}")
    yield from _otherwise("Context:", old.context.label, new.context.label)
    yield from _otherwise("The finding holds for:", day(old.as_of), day(new.as_of))
    yield from _otherwise(f"What one could have known on {day(new.then.on)}:", rating(old.then), rating(new.then))


def _otherwise(question: str, before: str, after: str) -> Iterator[Line]:
    if before != after:
        yield line(strong(question), f" {before} → {after}")


def carried_otherwise(old: Claim, new: Claim) -> bool:
    """Whether other items carry the claim, or one points or is weighed another way; other words do not count."""
    return _carrying(old) != _carrying(new)


def _carrying(claim: Claim) -> set[tuple[object, ...]]:
    return {tuple(getattr(item, name, None) for name in _CARRIES) for item in claim.evidence}


def untold(after: Publication, new: Claim, fresh: Iterable[str], kind: CorrectionKind) -> Iterator[Line]:
    """That no correction tells readers of a changed finding, or of other evidence, as `kind` says.

    `fresh` are the corrections that are new.
    """
    if not public(new) or (after.kept and last_line(after, new) is None):
        return  # nobody was given the finding that it had
    new_ones = set(fresh)
    for each in after.corrections_of(new):
        unreleased = after.kept is not None and last_line(after, each) is None
        if each.kind in _TELLS and public(each) and (each.slug in new_ones or unreleased):
            return
    command = Piece(f"./press correct claim:{new.slug} --kind {kind}", Mark.COMMAND)
    yield line(strong("No correction tells readers of this."), " Write one: ", command)


def changed(before: Publication, after: Publication, old: Claim, new: Claim) -> tuple[Iterator[Line], ...]:
    """All that differs, in the order of importance: each part by itself, for a fault may keep one from being told."""
    weighed = (items(before, after, old, new), counts(before, after, old, new))
    return (*weighed, quotations(old, new), _texts(before, after, old, new))


def _texts(before: Publication, after: Publication, old: Claim, new: Claim) -> Iterator[Line]:
    for change in changes(old, new, lambda path: _elsewhere(path, new)):
        yield told(before, after, "claim", change)


def _elsewhere(path: tuple[str, ...], claim: Claim) -> bool:
    alone = path == ("appearances", "said", "finding") and len(claim.appearances) == 1
    return path[:2] in _TOLD or path[0] == "evidence" or alone


def quotations(old: Claim, new: Claim) -> Iterator[Line]:
    """The words of the article that came, went or changed, with their paragraphs."""
    was, now = _quoted(old), _quoted(new)
    lost, found = [each for each in was if each not in now], [each for each in now if each not in was]
    for words, others in paired(lost, found):
        if words is None:
            yield line(strong(f"Quotation added, {now[others]}:"), f" {quoted(others)}")
        elif others is None:
            yield line(strong(f"Quotation taken out, {was[words]}:"), f" {quoted(words)}")
        else:
            yield reworded(f"Quotation changed, {now[others]}", words, others)
    for words in now:
        if words in was and was[words] != now[words]:
            yield line(strong("Quotation in another place:"), f" {quoted(words)}: {was[words]} → {now[words]}")


def _quoted(claim: Claim) -> dict[str, str]:
    return {
        quote.exact: _place(appearance.paragraphs)
        for appearance in claim.appearances
        for quote in appearance.quotes
        if getattr(quote, "exact", None)
    }


def _place(paragraphs: tuple[int, ...]) -> str:
    numbers = [str(number) for number in paragraphs if number]
    first = ["standfirst"] if 0 in paragraphs else []
    body = [f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}"] if numbers else []
    return ", ".join([*first, *body])


def new(publication: Publication, claim: Claim) -> Iterator[Line]:
    """What a new claim says, in short."""
    yield line(strong("Was it said?"), f" {publication.said(claim).label}")
    yield line(strong("Is it so?"), f" {rating(claim.so)}, as of {day(claim.as_of)}")
    yield line(strong("The short answer:"), f" {shortened(claim.answer.short, 320)}")
    stands = footing(publication, claim)
    if stands.roots:
        weighed = standing.weight(publication, claim, stands)
        yield line(strong("What it rests on:"), f" {standing.count(stands)} {weighed}")
    for words, place in _quoted(claim).items():
        yield line(strong(f"Quotation, {place}:"), f" {quoted(words)}")


def still(claim: Claim) -> Line:
    """What a claim was last found to be, for one that is no longer there."""
    return line(strong("What it was found to be:"), f" {rating(claim.so)}")
