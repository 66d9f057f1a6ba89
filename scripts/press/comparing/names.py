"""What readers call things: kinds of records, records, fields, and the values in them."""

from collections.abc import Mapping
from re import fullmatch
from typing import Any

from press import prose
from press.graph import Publication
from press.pages.part.phrases import capital, day, listed, moment, quoted, shortened
from press.records import KINDS, Claim, Correction, Item, Omission, Origin, Record, Source, Term, Voice
from press.records.base import AnyRef, Marker, Moment, Others, Own, Part, Ref
from press.records.places import Place, places
from press.records.vocabulary import Vocabulary

_PLURALS: Mapping[str, str] = {kind.KIND: kind.FOLDER for kind in KINDS} | {
    "item": "quiz questions",
    "comparison": "comparison texts",
}
_SINGULARS: Mapping[str, str] = {"item": "quiz question", "comparison": "comparison text"}

# Fields whose own name would puzzle a reader, by kind and path; a path alone serves every kind.
_FIELDS: Mapping[str, str] = {
    "claim title": "The assertion",
    "claim text": "The assertion as one sentence",
    "claim type": "Kind of assertion",
    "undisputed": "Why nobody disputes it",
    "answer.short": "The short answer",
    "answer.basic": "In a minute",
    "answer.full": "The reasoning in full",
    "so.why": "Why this finding",
    "so.holds": "What holds",
    "so.fails": "What fails",
    "context_note": "The note on context",
    "recheck_on": "To be looked at again by",
    "then.on": "Then: the day",
    "then.why": "Then: what one could have known",
    "appearances.mode": "How the article puts it",
    "appearances.chain": "Who quotes whom",
    "appearances.said.finding": "Was it said, at one place",
    "appearances.said.why": "How we know what was said",
    "appearances.said.sources": "Where the words were found",
    "rivals": "Other explanations",
    "rivals.explanation": "Another explanation",
    "rivals.test": "Another explanation: what one would expect",
    "rivals.result": "Another explanation: what is seen",
    "looked_for": "What we looked for",
    "strongest_counter": "The strongest argument on the other side",
    "strongest_counter.argument": "The strongest argument on the other side",
    "strongest_counter.answer": "What answers the other side",
    "strongest_counter.who_holds_it": "Who argues the other side",
    "would_change": "What would change this",
    "techniques": "How it was told",
    "techniques.reason": "Why we see the technique",
    "techniques.counter_reading": "Another reading of the technique",
    "techniques.quote": "The words that show the technique",
    "techniques.strength": "How plainly the technique is there",
    "check_it_yourself": "Check it yourself",
    "discuss": "For the classroom",
    "relations": "Claims beside it",
    "published_on": "First published on",
    "review.status": "Review",
    "review.on": "Reviewed on",
    "establishes": "What it shows",
    "limits": "What it does not show",
    "available": "When it was public",
    "role": "How much weight it carries",
    "quote": "Its words",
    "id": "Its anchor on the page",
    "title_gloss": "The title in English",
    "publisher_name": "Publisher",
    "through": "Read on the page of",
    "url": "Address",
    "access.how": "How we read it",
    "access.on": "Read on",
    "about": "What it is",
    "carries": "The original that it stands for",
    "contains": "What lies behind the link",
    "caveat": "What to be careful about",
    "interest.kind": "Interest in the matter",
    "interest.of": "Whose side",
    "interest.basis": "What the interest rests on",
    "what": "What it is",
    "why_it_matters": "Why it matters",
    "public_by_then.finding": "Public when the article appeared",
    "public_by_then.why": "How we know when it was public",
    "gets_right": "What the article gets right",
    "questions.answer": "Answer to a large question",
    "questions.why": "Why, at a large question",
    "questions.finding": "Finding at a large question",
    "questions.confidence": "Confidence at a large question",
    "paragraphs.gist": "The article in our words",
    "timeline": "Then and now",
    "timeline.event": "Then and now",
    "lesson claims": "Claims that it teaches",
    "lesson claims.version": "Version of the claim that it was written for",
    "gone to": "It leads to",
    "gone on": "The day",
    "not_this_when": "When it is not this",
    "only_linked": "Linked only where we link it",
}


def kind(name: str, number: int = 1) -> str:
    """'source' and 2 -> 'sources'."""
    return _SINGULARS.get(name, name) if number == 1 else _PLURALS[name]


def field(kind: str, path: tuple[str, ...]) -> str:
    """What readers call a field: by its kind and whole path, by less of the path, or by its own name in plain words."""
    for start in range(len(path)):
        tail = ".".join(path[start:])
        told = _FIELDS.get(f"{kind} {tail}") or _FIELDS.get(tail)
        if told:
            return told
    return capital(": ".join(step.replace("_", " ") for step in path))


def called(publication: Publication, record: Record) -> str:
    """A record's name as a sentence holds it, in quotation marks; its slug where what names it cannot be read."""
    try:
        return _name(publication, record)
    except AttributeError:
        return quoted(record.slug)


def _name(publication: Publication, record: Record) -> str:
    match record:
        case Source():
            return f"{publication.carrier(record)}: {quoted(shortened(record.title or record.about, 90))}"
        case Voice():
            return record.name
        case Term():
            return quoted(record.name)
        case Omission():
            return quoted(shortened(record.missing, 90))
        case Origin() | Correction():
            return quoted(shortened(record.what, 90))
        case Item():
            return quoted(shortened(record.asks, 90))
        case _:
            return quoted(record.title if hasattr(record, "title") else record.name)  # type: ignore[attr-defined]


def named(publication: Publication, kind: str, slug: str) -> str:
    """A record that something names; an assertion never stands without its finding."""
    record = publication.records.get((kind, slug))
    if record is None:
        return quoted(slug)
    finding = getattr(getattr(record, "so", None), "finding", None) if isinstance(record, Claim) else None
    return f"{finding.label}: {called(publication, record)}" if finding else called(publication, record)


def value(publication: Publication, held: Any, markers: tuple[Marker, ...] = ()) -> str:
    """A value of a record as readers meet it, in one line."""
    ref = next((each for each in markers if isinstance(each, Ref)), None)
    match held:
        case None | () | "":
            return "none"
        case "none-found":
            return "none found"
        case bool():
            return "yes" if held else "no"
        case Vocabulary():
            return held.label
        case Moment():
            return moment(held)
        case Part():
            return gist(publication, held)
        case tuple():
            return listed(value(publication, each, markers) for each in held)
        case str() if ref:
            return named(publication, ref.kind, held)
        case str() if any(isinstance(each, AnyRef) for each in markers):
            return named(publication, *held.split(":", 1))  # type: ignore[arg-type]
        case str() if fullmatch(r"\d{4}-\d{2}(-\d{2})?", held):
            return day(held)
        case str() if is_words(markers):
            return quoted(shortened(plain(held, markers), 200))
    return str(held)


def is_words(markers: tuple[Marker, ...]) -> bool:
    """Whether a string is somebody's words, and not a name, an address or a day."""
    return any(isinstance(each, Own | Others) for each in markers)


def plain(text: str, markers: tuple[Marker, ...]) -> str:
    """The words of a text; what is Markdown loses its marks."""
    prosaic = any(isinstance(each, Own) and each.markdown for each in markers)
    return prose.plain(text) if prosaic else text


def first_words(part: Part) -> Place | None:
    """The first words that an entry of a list holds."""
    return next((each for each in places(part) if each.value and is_words(each.markers)), None)


def gist(publication: Publication, part: Part) -> str:
    """What one entry of a list says first: its first words, else the first record that it names."""
    named_there = next((each for each in places(part) if each.value and each.marker(Ref)), None)
    best = first_words(part) or named_there or next(iter(places(part)), None)
    return value(publication, best.value, best.markers) if best else "an entry"
