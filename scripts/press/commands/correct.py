"""Begin a correction: what stood before and what stands now, with the questions that are left to answer."""

import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from press.commands import changes
from press.commands.diff import before as earlier_records
from press.commands.report import Refused, counted
from press.commands.revision import at_revision, files
from press.graph import Publication, assemble
from press.graph.backlinks import backlinks
from press.graph.lasting import FINDINGS, former_slugs, last_line, line
from press.graph.origins import footing
from press.graph.publication import CHANGES_VERSION
from press.load import load
from press.records import Claim, Correction, Lesson
from press.records.base import Lacking
from press.records.ledger import Line
from press.records.vocabulary import CorrectionKind
from press.rules import examine

_HEAD = "# yaml-language-server: $schema=../schema/correction.json\n"
_QUESTIONS = {
    "what": "What changed, in one sentence?",
    "before": "What stood there before?",
    "after": "What stands there now?",
    "why": "Why did it change, and what shows it?",
}
_ASKED = {"said": "Was it said?", "so": "Is it so?", "confidence": ""}


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    changes.add_arguments(parser, why=False)
    kinds = [str(kind) for kind in CorrectionKind]
    parser.add_argument("--kind", choices=kinds, required=True, help="what is corrected")


def run(given: Namespace) -> int:
    """Write data/corrections/<slug>-<day>.yml; other faults do not stand in its way, for it is what mends some."""
    publication, _ = examine(given.root)
    kind, slug = _corrected(publication, given)
    on = changes.day_of(given)
    name = _name(publication, slug, on)
    path = changes.path_of(Correction.KIND, name)
    try:
        known = _known(publication, (kind, slug), CorrectionKind(given.kind))
        if given.kind == CorrectionKind.EVIDENCE:
            known |= _counted_before(given, publication, (kind, slug), known.get("after", ""))
        read_again = _to_read_again(publication, (kind, slug), CorrectionKind(given.kind))
    except Lacking as lacking:
        raise Refused(f"'{given.record}' cannot be read whole ({lacking}); run 'make check', mend that first") from None
    lines = [
        f"corrects: {kind}:{slug}",
        f"on: '{on}'",
        f"kind: {given.kind}",
        *(line for field, question in _QUESTIONS.items() for line in _asked(field, question, known.get(field, ""))),
        "# Who pointed it out, if they wish to be named? Then write: reported_by: their name",
    ]
    text = _HEAD + "\n".join(lines) + "\n"
    open_questions = [each.partition(":")[0] for each in lines if each.endswith(":")]
    answer = f"answer {', '.join(repr(each) for each in open_questions)} in {path}, and read the rest"
    remains = [answer if open_questions else f"read what stands in {path}, and mend it"]
    remains += read_again
    remains.append("run 'make check'; 'make release' follows when the change is published (an editor runs it)")
    return changes.finish(given, {path: text}, [f"{path}: written, with what is known"], remains)


def _to_read_again(publication: Publication, key: changes.Key, kind: CorrectionKind) -> list[str]:
    """The claim's own words, and the lessons that name what is corrected, where more than words changes."""
    record = publication.records.get(key)
    if not record or kind not in CHANGES_VERSION:
        return []
    own = ["read 'so.why', 'answer', 'looked_for' and 'as_of' of the claim again: does each tell what stands now?"]
    lessons = [f"{each.KIND}:{each.slug}" for each in backlinks(publication).of(record) if isinstance(each, Lesson)]
    pin = f", and write version {publication.version(record) + 1} there" if isinstance(record, Claim) else ""
    again = [f"read the lessons that build on it again{pin}: {', '.join(lessons)}"] if lessons else []
    return [*(own if isinstance(record, Claim) else ()), *again]


def _corrected(publication: Publication, given: Namespace) -> changes.Key:
    kind, _, slug = given.record.partition(":")
    if given.kind == CorrectionKind.WITHDRAWAL:
        if (kind, slug) not in publication.gone:
            raise Refused(f"'{given.record}' is not withdrawn; use ./press withdraw first")
        return kind, slug
    key = changes.key_of(publication, given.record)
    if publication.kept and last_line(publication, publication.records[key]) is None:
        raise Refused(f"'{given.record}' was never released, so there is nothing to correct; change it freely")
    return key


def _name(publication: Publication, slug: str, on: str) -> str:
    """A slug that no correction has: the record's, cut where it is too long, and the day."""
    taken = {key[1] for key in (*publication.records, *publication.gone) if key[0] == Correction.KIND}
    for number in range(1, len(taken) + 2):
        end = f"-{on}" + (f"-{number}" if number > 1 else "")
        name = slug if len(slug + end) <= changes.LONGEST else slug[: changes.LONGEST - len(end)].rpartition("-")[0]
        if name + end not in taken:
            return name + end
    raise AssertionError("one of more names than are taken is free")


def _known(publication: Publication, key: changes.Key, kind: CorrectionKind) -> dict[str, str]:
    """The answers that the records give; what they do not tell is asked."""
    record, gone = publication.records.get(key), publication.gone.get(key)
    if kind is CorrectionKind.WITHDRAWAL and gone:
        stood = next((each.address for each in publication.ledger if each.key == key), None)
        return {
            "what": f"The {key[0]} was withdrawn.",
            "before": f"It stood at {stood}." if stood else "",
            "after": "Its address says that it was withdrawn, and why.",
            "why": gone.why,
        }
    if kind is CorrectionKind.EVIDENCE and isinstance(record, Claim):
        return {"after": _count(publication, record)}
    if kind is not CorrectionKind.FINDING:
        return {}
    before, after = _findings(publication, key)
    if before and before == after:
        name = ":".join(key)
        raise Refused(f"'{name}' is found as it was released; change the claim first, or choose another --kind")
    return {"what": _what(before, after), "before": " ".join(before.values()), "after": " ".join(after.values())}


def _counted_before(given: Namespace, publication: Publication, key: changes.Key, now: str) -> dict[str, str]:
    """What a claim's evidence came to where `press diff` would look; nothing where nobody can tell, or it is as now."""
    record = publication.records.get(key)
    if not isinstance(record, Claim):
        return {}
    try:
        earlier = at_revision(given.root)
    except Refused:  # no git here, or no such state: the author is asked
        return {}
    with tempfile.TemporaryDirectory() as folder:
        then, _ = assemble(earlier_records(Path(folder), earlier.files, files(given.root), load(given.root)))
    names = (record.slug, *former_slugs(publication, record))
    old = next((then.claims[name] for name in names if name in then.claims), None)
    try:
        stood = _count(then, old) if old else ""
    except Lacking:
        stood = ""
    return {"before": stood} if stood != now else {}


def _count(publication: Publication, claim: Claim) -> str:
    stands = footing(publication, claim)
    sources = counted(stands.sources, "source", "sources")
    return f"{sources} from {counted(stands.origins, 'origin', 'origins')}."


def _findings(publication: Publication, key: changes.Key) -> tuple[dict[str, str], dict[str, str]]:
    """What a claim was found to be when it was last released, and now, as sentences; nothing for other kinds."""
    claim = publication.records.get(key)
    last = last_line(publication, claim) if isinstance(claim, Claim) else None
    if not isinstance(claim, Claim) or last is None:
        return {}, {}
    return _sentences(last), _sentences(line(publication, claim, last.released_on))


def _sentences(found: Line) -> dict[str, str]:
    told = {field: getattr(found, field) for field in FINDINGS}
    return {field: f"{_ASKED[field]} {value.label}.".strip() for field, value in told.items() if value}


def _what(before: dict[str, str], after: dict[str, str]) -> str:
    changed = [field for field in FINDINGS if before.get(field) != after.get(field)]
    names = {"said": "the finding on what was said", "so": "the finding", "confidence": "the confidence"}
    if not changed:
        return ""
    listed = " and ".join(names[field] for field in changed)
    return f"{listed[0].upper()}{listed[1:]} changed."


def _asked(field: str, question: str, answer: str) -> list[str]:
    return [f"# {question}", f"{field}: {changes.scalar(answer)}" if answer else f"{field}:"]
