"""A citation says finding, version and dates, and is read back letter by letter by the programs that it is for."""

import json
import re
import warnings
from pathlib import Path

import bibtexparser
import pytest
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

import hostile
import invented
from press import edition
from press.graph import Publication
from press.leaves import Site
from press.pages.part.citing import Reference, bibtex, case_citing, claim_citing, csl, latex, plain
from press.records import Claim

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library has regular expressions that newer Pythons warn of
    import citeproc.types
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

SITE = Site("https://claims.millbrook.test/some/path/")
TOLD = Reference(
    key="claim-x",
    title="Contradicted, high confidence: “It is so”",
    issued="2024-09-21",
    version=2,
    as_of="finding as of 25 September 2024",
    note="Finding: Contradicted, high confidence, as of 25 September 2024",
    url="https://claims.millbrook.test/claims/x/",
)
EVER = "library-open-longer-than-ever"


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("citing")))[0]


def reader() -> LatexNodes2Text:
    """LaTeX as letters; the library knows all names but these of the kernel."""
    database = get_default_latex_context_db()
    named = {"textbraceleft": "{", "textbraceright": "}", "textbar": "|", "textasciicircum": "^"}
    named |= {"textless": "<", "textgreater": ">"}
    macros = [MacroTextSpec(name, letter, discard=False) for name, letter in named.items()]
    database.add_context_category("kernel", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=database, strict_latex_spaces=True)


def read(entry: str) -> dict[str, str]:
    """The fields of one BibTeX entry as a program has them, with its kind and its key."""
    found = bibtexparser.parse_string(entry)
    assert not found.failed_blocks
    (one,) = found.entries
    fields = {field.key: field.value.removeprefix("{").removesuffix("}") for field in one.fields}
    return fields | {"kind": one.entry_type, "key": one.key}


def printed(items: str) -> str:
    """CSL-JSON as a reference manager prints it in a style that the library brings."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # it warns of a field or a kind that it does not know
        source = CiteProcJSON(json.loads(items))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        found = CitationStylesBibliography(style, source, formatter.plain)
        found.register(Citation([CitationItem(next(iter(source)))]))
        return " ".join(map(str, found.bibliography()))


def test_the_sentence_has_finding_version_dates_and_address_in_this_order(publication: Publication) -> None:
    assert claim_citing(publication, publication.claims[EVER], SITE).plain == (
        "Claim by Claim. Contradicted, high confidence: “The library will be open longer than ever before”. "
        "Version 2, published 21 September 2024, finding as of 25 September 2024. "
        f"https://claims.millbrook.test/some/path/claims/{EVER}/"
    )


def test_a_case_is_cited_by_its_title_and_by_what_was_found(publication: Publication) -> None:
    citing = case_citing(publication, publication.cases["library-hours"], SITE)
    assert "5 assertions of an article, examined" in citing.plain
    fields = read(citing.bibtex)
    assert fields["note"].startswith("Findings: 2 supported, 1 unsupported, 1 contradicted and 1 not checkable, as of")
    assert fields["year"] == "2024"
    assert fields["key"] == "case-library-hours-v1"


def test_no_form_has_an_address_while_the_site_has_none(publication: Publication) -> None:
    for claim in publication.claims.values():
        citing = claim_citing(publication, claim, Site())
        assert not citing.whole
        assert not re.search("https?:", citing.plain + citing.bibtex + citing.csl)
        assert "URL" not in json.loads(citing.csl)[0]
        assert "url" not in read(citing.bibtex)


def test_every_form_of_every_claim_says_finding_version_and_day(publication: Publication) -> None:
    for claim in publication.claims.values():
        citing = claim_citing(publication, claim, SITE)
        (item,) = json.loads(citing.csl)
        fields = read(citing.bibtex)
        for title in (item["title"], fields["title"], citing.plain.removeprefix("Claim by Claim. ")):
            assert title.startswith(claim.so.finding.label)
        version = str(publication.version(claim))
        assert (item["version"], fields["version"]) == (version, version)
        for note in (item["note"], fields["note"]):
            assert note.startswith(f"Finding: {claim.so.finding.label}")
            assert "as of" in note
            assert f"Version {version}" in note
        assert item["issued"] == {"date-parts": [[int(part) for part in claim.published_on.split("-")]]}
        assert "accessed" not in item


def test_the_entry_is_read_by_a_bibtex_program() -> None:
    assert read(bibtex(TOLD)) == {
        "kind": "misc",
        "key": "claim-x-v2",
        "author": "Claim by Claim",
        "title": "Contradicted, high confidence: “It is so”",
        "year": "2024",
        "month": "sep",
        "day": "21",
        "version": "2",
        "note": "Finding: Contradicted, high confidence, as of 25 September 2024. Version 2",
        "url": "https://claims.millbrook.test/claims/x/",
    }


def test_the_item_is_set_by_a_reference_manager() -> None:
    shown = printed(csl(TOLD))
    assert shown.startswith("Claim by Claim")
    for part in ("2024", "Contradicted, high confidence: “It is so”", TOLD.url):
        assert part in shown


def test_the_kind_is_one_that_reference_managers_know() -> None:
    (item,) = json.loads(csl(TOLD))
    assert item["type"] in vars(citeproc.types).values()


def test_a_field_that_reference_managers_do_not_know_would_be_noticed() -> None:
    with pytest.raises(UserWarning, match="unsupported"):
        printed(csl(TOLD).replace('"version"', '"edition_of_the_page"'))


@pytest.mark.parametrize("text", [*hostile.TEXTS.values(), "50% of $5 & #1_a ~b ^c {d} }e{ \\f `g' \\\\ @misc{h,"])
def test_a_hostile_title_comes_back_letter_by_letter(text: str) -> None:
    line = " ".join(text.split())
    told = Reference("claim-x", f"Supported: “{line}”", "2024-09-21", 1, "finding as of 25 September 2024", line, "")
    assert json.loads(csl(told))[0]["title"] == told.title
    assert told.title in plain(told)
    entry = bibtex(told)
    assert entry.count("{") == entry.count("}"), "braces that do not pair off end the entry too early"
    fields = read(entry)
    # What LaTeX itself would set as other letters: ligatures and curly quotation marks.
    ligatures = {"---": "—", "--": "–", "''": "”", "'": "’"}
    wanted, found = told.title, reader().latex_to_text(fields["title"])
    for typed, drawn in ligatures.items():
        wanted, found = wanted.replace(typed, drawn), found.replace(typed, drawn)
    assert found == wanted


def test_an_unescaped_letter_would_be_noticed() -> None:
    assert latex("a_b") == r"a\_b"
    assert reader().latex_to_text("50% of it") != "50% of it"
    assert reader().latex_to_text(latex("50% of it")) == "50% of it"


def test_a_case_without_claims_is_cited_without_a_date(tmp_path: Path, publication: Publication) -> None:
    case = publication.cases["library-hours"]
    kept = {key: record for key, record in publication.records.items() if not isinstance(record, Claim)}
    bare = Publication(kept, publication.gone, publication.documents, publication.unfit)
    citing = case_citing(bare, case, Site())
    assert citing.plain == "Claim by Claim. The library's new hours: 0 assertions of an article, examined. Version 1."
    assert "issued" not in json.loads(citing.csl)[0]
    assert not {"year", "month", "day"} & set(read(citing.bibtex))
