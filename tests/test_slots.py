"""The named slots of hand-written pages: what each one says."""

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

import invented
from press import addresses, graph
from press.graph import Publication
from press.leaves import Site
from press.pages import PAGES, SLOTS, slots
from press.pages.part.article import stretches
from press.pages.part.ledger import ledger
from press.pages.part.rows import rows
from press.pages.part.specimen import specimen
from press.records.vocabulary import VOCABULARIES, SoFinding
from press.render import Renderer
from press.rules import FORM, LAWS

EMPTY = Publication({}, {}, {}, frozenset())
NOWHERE = Site()


@pytest.fixture(scope="module")
def publication() -> Publication:
    return graph.assemble(invented.sound(invented.SAMPLE))[0]


def filled(publication: Publication, name: str, site: Site = NOWHERE) -> html.HtmlElement:
    template, view = SLOTS[name]
    text = Renderer(publication).html(template, view(publication, site), "method/")
    return html.fragment_fromstring(text, create_parent="main")


def words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("name", sorted(SLOTS))
def test_a_slot_can_be_filled_before_there_is_a_record(name: str) -> None:
    assert words(filled(EMPTY, name)) or name in ("start-claim", "specimen")


def test_the_case_in_front_leads_to_its_page_and_counts_its_findings(publication: Publication) -> None:
    front = filled(publication, "case-front")
    assert set(front.xpath("//a[contains(@href, 'cases/')]/@href")) == {"../cases/library-hours/"}
    assert "2 supported 1 unsupported 1 contradicted 1 not checkable" in words(front)


def test_one_starts_with_the_claim_that_has_most_evidence(publication: Publication) -> None:
    start = slots.start_claim(publication)
    most = max(publication.claims.values(), key=lambda claim: len(claim.evidence))
    assert start.start is not None
    assert start.start.row.title == most.title
    assert (start.start.sources, start.start.origins) == (4, 4)
    shown = filled(publication, "start-claim")
    assert words(shown.xpath("//p[@class='who']")[0]) == "Ada Finch says, in the article:"
    assert most.so.finding.label in words(shown)


def test_a_case_may_name_the_claim_to_start_with(publication: Publication) -> None:
    case = publication.cases["library-hours"].model_copy(update={"start_with": "notice-gives-ten-to-six"})
    named = replace(publication, records={**publication.records, case.ref: case})
    start = slots.start_claim(named)
    assert start.start is not None
    assert start.start.row.address == "claims/notice-gives-ten-to-six/"
    assert start.chosen
    assert not slots.start_claim(publication).chosen


def test_one_may_start_with_a_claim_that_holds(publication: Publication) -> None:
    link = slots.start_claim(publication).holds
    assert link is not None
    assert link.label.startswith("Supported: ")
    holding = {
        key: each.model_copy(
            update={"so": each.so.model_copy(update={"finding": SoFinding.SUPPORTED, "confidence": "low"})}
        )
        for key, each in publication.records.items()
        if key[0] == "claim"
    }
    every = replace(publication, records={**publication.records, **holding})
    assert slots.start_claim(every).holds is None, "the first one holds already"


def test_the_front_page_shows_the_newest_corrections_and_leads_to_all(publication: Publication) -> None:
    shown = filled(publication, "latest-corrections")
    assert "25 September 2024" in words(shown)
    assert shown.xpath("//a/@href")[0] == "../corrections/#ledger-read-again"
    assert "None yet." in words(filled(EMPTY, "latest-corrections"))


def test_every_word_of_every_vocabulary_has_its_place_and_its_meaning() -> None:
    shown = filled(EMPTY, "vocabularies")
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))
    for vocabulary in VOCABULARIES:
        assert f"words-{vocabulary.NAME}" in ids
        for member in vocabulary:
            row = shown.xpath(f"//tr[@id='{vocabulary.NAME}-{member}']")
            assert len(row) == 1, member
            assert member.label in words(row[0])
            assert member.definition in words(row[0])


def test_every_link_to_a_definition_meets_one(publication: Publication) -> None:
    ids = set(filled(EMPTY, "vocabularies").xpath("//@id"))
    renderer = Renderer(publication)
    wanted = {
        href.partition("#")[2]
        for pages in PAGES
        for page in pages(publication)
        for href in html.fromstring(renderer.leaf(page).body).xpath("//a/@href")
        if "method/#" in href
    }
    assert wanted
    assert wanted <= ids


def test_every_law_is_printed_as_one_sentence() -> None:
    shown = filled(EMPTY, "laws")
    sentences = [words(item) for item in shown.xpath("//li")]
    assert len(sentences) == sum(len(rules) for subject, rules in LAWS.items() if subject != FORM)
    assert all(sentence.endswith(".") and len(sentence) > 20 for sentence in sentences)
    assert [words(head) for head in shown.xpath("//h3")] == [subject for subject in LAWS if subject != FORM]


def test_the_ledger_counts_each_claim_for_each_voice_whose_words_it_is(publication: Publication) -> None:
    entries = {entry.voice.label: entry for entry in ledger(publication).entries}
    assert {name: entry.total for name, entry in entries.items()} == {"Ada Finch": 3, "The Millbrook Courier": 2}
    assert all(sum(entry.counts) == entry.total for entry in entries.values())
    counts = dict(zip(SoFinding, entries["Ada Finch"].counts, strict=True))
    assert (counts[SoFinding.SUPPORTED], counts[SoFinding.CONTRADICTED], counts[SoFinding.UNSUPPORTED]) == (1, 1, 1)
    assert ledger(publication).shared == 0


def test_the_ledger_says_that_a_shared_claim_counts_for_each(publication: Publication) -> None:
    claim = publication.claims["nobody-complained-of-new-hours"]
    second = claim.appearances[0].model_copy(update={"chain": ("millbrook-courier",)})
    shared = claim.model_copy(update={"appearances": (*claim.appearances, second)})
    both = replace(publication, records={**publication.records, shared.ref: shared})
    assert ledger(both).shared == 1
    assert sum(entry.total for entry in ledger(both).entries) == 6
    assert "1 claim made by more than one voice counts for each of them." in words(filled(both, "ledger-of-findings"))


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("desk@paper.test", "mailto:desk@paper.test"),
        ("mailto:desk@paper.test", "mailto:desk@paper.test"),
        ("https://paper.test/write", "https://paper.test/write"),
    ],
)
def test_a_contact_is_a_link_that_needs_no_account(contact: str, href: str) -> None:
    shown = filled(EMPTY, "contact", Site.configured(None, None, contact))
    assert shown.xpath("//a/@href") == [href]
    assert contact.removeprefix("mailto:") in words(shown)


@pytest.mark.parametrize("contact", ["javascript:alert(1)", "the desk of the library", 123, True, 'a@b.test"><script>'])
def test_a_contact_that_is_no_address_is_refused(contact: object) -> None:
    with pytest.raises(ValueError, match="CONTACT is"):
        Site.configured(None, None, contact)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "git@host.test:a/b", 5, "https://x.test/?q=1", 'https://x.test/"><b>']
)
def test_an_address_that_is_none_is_refused_and_both_are_named(address: object) -> None:
    with pytest.raises(ValueError, match=r"SITE_URL is .*; REPOSITORY_URL is "):
        Site.configured(address, address, None)


def test_a_repository_is_known_by_its_page() -> None:
    assert Site.configured("https://x.test/sub/", "https://h.test/o/r.git/", " ").repository == "https://h.test/o/r"


def test_without_a_contact_the_page_says_so() -> None:
    assert "No contact address is configured" in words(filled(EMPTY, "contact"))


def test_coverage_says_how_sources_were_read_and_who_reviewed_the_claims(publication: Publication) -> None:
    text = words(filled(publication, "coverage"))
    assert "1 case, 5 claims" in text
    assert "8 sentences in 4 paragraphs, the standfirst counted as one. Every sentence is accounted for." in text
    assert "1 source: read through a report." in text
    reviewed = [claim.review.status for claim in publication.claims.values()]
    for status in set(reviewed):
        assert f"{reviewed.count(status)} claim" in text
        assert status.label.lower() in text


def test_the_specimen_is_the_pair_of_neighbours_that_shows_most_kinds_of_findings(publication: Publication) -> None:
    (case,) = publication.cases.values()
    view = specimen(publication, case)
    pairs = pairwise(stretches(publication, case, rows(publication, case)))
    kinds = [len({row.so for stretch in pair for row in stretch.margin}) for pair in pairs]
    assert len({row.so for stretch in view.stretches for row in stretch.margin}) == max(kinds) > min(kinds)
    tree = filled(publication, "specimen")
    assert [each.get("id") for each in tree.xpath(".//ol[@class='map']/li")] == [each.id for each in view.stretches]
    assert tree.xpath(".//a[starts-with(., 'See the whole')]/@href") == [f"../{addresses.of(case)}#map"]
