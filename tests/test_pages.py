"""What the generated pages say: the case, its indexes, sources, voices, techniques, corrections and old addresses."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import invented
from press import addresses, graph
from press.graph import Publication
from press.graph.backlinks import backlinks
from press.leaves import Page
from press.pages import (
    PAGES,
    case,
    corrections,
    explore,
    gone,
    indexes,
    missing,
    navigation,
    provenance,
    source,
    technique,
    voice,
)
from press.pages.part import article
from press.pages.part.changes import changes, named
from press.pages.part.rows import assertion, rows, rows_of, tally
from press.records import Case, Claim, Source
from press.records.case import Paragraph
from press.records.vocabulary import CorrectionKind, SegmentKind, SoFinding
from press.render import Renderer

EMPTY = Publication({}, {}, {}, frozenset())
CASE = "cases/library-hours/"
EVER = "library-open-longer-than-ever"


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The invented publication with a moved claim and a withdrawn technique."""
    root = invented.lay_out(tmp_path_factory.mktemp("pages"), invented.STATES)
    return graph.without_drafts(graph.assemble(invented.sound(root))[0])


@pytest.fixture(scope="module")
def planned(publication: Publication) -> dict[str, Page]:
    return {page.path: page for pages in PAGES for page in pages(publication)}


def changed(publication: Publication, *records: Any) -> Publication:
    """The publication with these records in place of those of the same name, or added."""
    documents = dict(publication.documents)
    for record in records:
        documents.setdefault(record.ref, next(iter(documents.values())))
    return replace(publication, records=publication.records | {each.ref: each for each in records}, documents=documents)


def body(publication: Publication, page: Page) -> html.HtmlElement:
    return html.fragment_fromstring(Renderer(publication).leaf(page).body, create_parent="main")


def words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def one(element: html.HtmlElement, path: str) -> html.HtmlElement:
    found = element.xpath(path)
    assert len(found) == 1, (path, len(found))
    return found[0]


def second_case(publication: Publication) -> Publication:
    """A second case, of a later article, that makes one of the first one's claims as well."""
    first = publication.cases["library-hours"]
    later = first.article.model_copy(
        update={"published": first.article.published.model_copy(update={"on": "2024-10-01"})}
    )
    other = first.model_copy(update={"slug": "another-paper", "title": "Another paper", "article": later})
    claim = publication.claims["notice-gives-ten-to-six"]
    there = claim.appearances[0].model_copy(update={"case": "another-paper"})
    return changed(publication, other, claim.model_copy(update={"appearances": (*claim.appearances, there)}))


# --- an assertion never stands alone


def alone(main: html.HtmlElement, claims: list[Claim]) -> Iterator[str]:
    """Where the title of a claim is printed with no finding beside it: in its entry or row, or in the head above."""
    for claim in claims:
        for element in main.iter():
            own = " ".join(filter(None, (element.text, *(child.tail for child in element))))
            if claim.title in own and claim.so.finding.label.lower() not in beside(element).lower():
                yield f"{element.tag}: {own}"


def beside(element: html.HtmlElement) -> str:
    """The words of the entry, row or section that holds the element, and of the head above its list."""
    kinds = ("li", "tr", "p", "figcaption", "section", "main")
    holder = next(each for each in (element, *element.iterancestors()) if each.tag in kinds)
    head = holder.getparent().getprevious() if holder.tag == "li" else None
    return f"{words(holder)} {words(head) if head is not None and head.tag in ('h3', 'h4') else ''}"


def test_an_assertion_never_stands_without_its_finding(publication: Publication, planned: dict[str, Page]) -> None:
    claims = list(publication.claims.values())
    assert claims
    for page in planned.values():
        if page.template != "page/claim.html.jinja":
            assert list(alone(body(publication, page), claims)) == [], page.path


def test_an_assertion_without_its_finding_is_noticed(publication: Publication) -> None:
    claim = publication.claims[EVER]
    bare = html.fragment_fromstring(f"<main><ul><li><a>{claim.title}</a></li></ul></main>")
    told = html.fragment_fromstring(f"<main><ul><li><a>{assertion(claim).label}</a></li></ul></main>")
    assert list(alone(bare, [claim]))
    assert not list(alone(told, [claim]))


# --- the case


def test_a_case_counts_each_finding_and_shows_one_tile_for_each_claim(publication: Publication) -> None:
    main = body(publication, next(case.pages(publication)))
    bar = one(main, "//ul[@class='tally']")
    assert [words(item) for item in bar] == ["2 supported", "1 unsupported", "1 contradicted", "1 not checkable"]
    assert [each.tiles.number for each in next(case.pages(publication)).view.tally] == [2, 1, 1, 1]
    assert [tiles.get("aria-hidden") for tiles in bar.xpath(".//svg")] == ["true"] * 4


def test_a_tally_names_no_finding_that_nothing_has() -> None:
    assert [(each.finding, each.count) for each in tally([SoFinding.UNRESOLVED])] == [(SoFinding.UNRESOLVED, 1)]
    assert tally([]) == ()


def test_the_questions_keep_their_findings_apart(publication: Publication) -> None:
    first = publication.cases["library-hours"]
    open_one = first.questions[0].model_copy(update={"finding": SoFinding.UNRESOLVED, "answer": "Nobody knows."})
    twice = changed(publication, first.model_copy(update={"questions": (first.questions[0], open_one)}))
    main = body(twice, next(case.pages(twice)))
    one_, two = (one(main, f"//*[@id='question-{number}']") for number in (1, 2))
    assert "Contradicted" in words(one_)
    assert "Unresolved" not in words(one_)
    assert "Unresolved" in words(two)
    assert "Nobody knows." in words(two)


def test_the_map_has_every_paragraph_with_its_marks_and_stamps(publication: Publication) -> None:
    main = body(publication, next(case.pages(publication)))
    stretches = main.xpath("//ol[@class='map']/li")
    assert [each.get("id") for each in stretches] == [f"paragraph-{number}" for number in range(4)]
    first = stretches[1]
    assert [words(mark) for mark in first.xpath(".//a[contains(@class, 'mark')]")] == [
        "The mayor said1 (supported)",
        "“longer than ever before”2 (contradicted)",
    ]
    assert first.xpath(".//a[contains(@class, 'mark--contradicted')]/sup/text()") == ["2"]
    assert [words(item) for item in first.xpath(".//ul[@class='margin']/li")] == [
        "Claim 1 Supported",
        "Claim 2 Contradicted",
    ]


def test_what_was_not_checked_says_why(publication: Publication) -> None:
    main = body(publication, next(case.pages(publication)))
    assert "Sentence 2: no page yet. The desk keeps its counts to itself." in words(one(main, "//*[@id='paragraph-3']"))


def test_the_figures_account_for_every_sentence(publication: Publication) -> None:
    found = article.coverage(publication.cases["library-hours"].paragraphs)
    assert (found.paragraphs, found.sentences, found.unaccounted) == (4, 8, 0)
    assert sum(count for _, count in found.kinds) == 8
    assert dict(found.kinds) == {
        SegmentKind.CLAIM: 4,
        SegmentKind.CHECKABLE_UNCHECKED: 1,
        SegmentKind.OPINION: 1,
        SegmentKind.BACKGROUND: 2,
    }


def test_a_sentence_in_several_pieces_counts_once_and_says_what_is_left_of_it() -> None:
    pieces = [
        {"sentence": 1, "kind": "background", "reason": "It names the day."},
        {"sentence": 1, "kind": "claim", "claims": ["a"]},
        {"sentence": 1, "kind": "checkable-unchecked", "reason": "No time."},
    ]
    paragraph = Paragraph.model_validate(
        {"number": 1, "voices": ["v"], "gist": "g", "sentences": 2, "segments": pieces}
    )
    found = article.coverage([paragraph])
    assert found.kinds == ((SegmentKind.CLAIM, 1),)
    assert (found.partly, found.unaccounted) == (1, 1)


def test_who_says_what_counts_claims_by_whose_words_they_are(publication: Publication) -> None:
    main = body(publication, next(case.pages(publication)))
    section = one(main, "//section[@id='voices']")
    table = [[words(cell) for cell in row] for row in section.xpath(".//tbody/tr")]
    assert [(row[0], row[1], row[3]) for row in table] == [
        ("1", "Ada Finch", "3 assertions"),
        ("2", "The Millbrook Courier The article itself", "2 assertions"),
    ]
    assert "1 voice has an interest on one side, the council: Ada Finch. 3 of the 5 examined assertions" in words(
        section
    )


def test_an_omission_says_whether_it_was_public_and_leads_to_what_shows_it(publication: Publication) -> None:
    short = one(body(publication, next(case.pages(publication))), "//*[@id='omission-bell-log-was-public']")
    assert "Public by then? Yes." in words(short)
    assert short.xpath(".//a/@href") == ["../../cases/library-hours/missing/#omission-bell-log-was-public"]
    whole = one(body(publication, next(missing.pages(publication))), "//*[@id='omission-bell-log-was-public']")
    assert "2 September 2024" in words(whole)
    assert whole.xpath(".//a[contains(@href, 'sources/opening-hours-notice/')]")
    assert "What shows it: Millbrook town archive, 2024" in words(whole)


def test_the_timeline_is_an_ordered_list_with_the_article_in_it(publication: Publication) -> None:
    lines = body(publication, next(case.pages(publication))).xpath("//ol[@class='when']/li")
    assert [words(line.xpath("b")[0]) for line in lines] == ["1", "2", "¶", "3"]
    assert [line.get("class") for line in lines] == ["day", "day", "here", "day"]
    assert words(lines[1].xpath("span")[0]) == "3 September 2024, 09:30 UTC"


def test_a_row_of_the_table_says_what_one_could_hold_on_the_day(publication: Publication) -> None:
    main = body(publication, next(case.pages(publication)))
    assert words(one(main, f"//tr[@id='claim-{EVER}']")).endswith("5 September 2024: Contradicted, moderate confidence")
    assert words(one(main, "//tr[@id='claim-mayor-promised-longer-hours']")).endswith(": as now")


def test_what_the_article_gets_right_names_the_claims_and_sources_that_show_it(publication: Publication) -> None:
    items = body(publication, next(case.pages(publication))).xpath("//section[@id='right']//li")
    assert [words(item) for item in items] == [
        "The notice gives ten to six. Claim 5 (supported) Source: Millbrook Library, 2 September 2024",
        "The mayor spoke of longer hours. Claim 1 (supported)",
    ]


def test_a_case_prints_the_fingerprint_that_it_speaks_of(publication: Publication) -> None:
    main = body(publication, next(provenance.pages(publication)))
    assert publication.cases["library-hours"].article.sha256 in words(one(main, "//section[@id='provenance']"))


def test_a_case_shows_the_corrections_of_its_claims(publication: Publication) -> None:
    section = one(body(publication, next(case.pages(publication))), "//section[@id='changes']")
    assert "We had read one column" in words(section)
    without = replace(
        publication, records={key: each for key, each in publication.records.items() if key[0] != "correction"}
    )
    section = one(body(without, next(case.pages(without))), "//section[@id='changes']")
    assert words(section).startswith("Corrections None yet.")


def test_the_warning_stands_before_the_link_to_the_article(publication: Publication) -> None:
    record = publication.sources["courier-letters"]
    url = publication.cases["library-hours"].article.url
    blocked = changed(publication, record.model_copy(update={"url": url, "may_be_blocked_in": ("the next town",)}))
    for planner in (case.pages, provenance.pages):
        text = words(one(body(blocked, next(planner(blocked))), "//section[@id='provenance']"))
        assert 0 < text.index("May be blocked in the next town.") < text.index("t the outlet’s address")


# --- all claims


def test_explore_and_every_index_are_there_before_there_is_a_record() -> None:
    for planner in (explore.pages, indexes.pages, corrections.pages):
        for page in planner(EMPTY):
            text = words(body(EMPTY, page))
            assert "yet" in text, page.path
            assert "0 " not in text, page.path
    assert navigation(EMPTY) == (("Explore", "explore/"),)


def test_explore_has_every_claim_once_though_two_cases_make_it(publication: Publication) -> None:
    two = second_case(publication)
    main = body(two, next(explore.pages(two)))
    ids = main.xpath("//tr/@id")
    assert sorted(ids) == sorted(f"claim-{slug}" for slug in two.claims)
    assert main.xpath(f"//tr[@id='claim-{EVER}']//a[contains(@href, '{CASE}')]"), (
        "with several cases a row names its own"
    )
    only = body(publication, next(explore.pages(publication)))
    assert not only.xpath(f"//tr//a[contains(@href, '{CASE}')]"), "with one case it would say nothing"


def test_the_navigation_holds_the_case_or_all_cases(publication: Publication) -> None:
    assert navigation(publication) == (("The case", CASE), ("Explore", "explore/"))
    assert navigation(second_case(publication)) == (("Cases", "cases/"), ("Explore", "explore/"))


def test_cases_are_listed_newest_article_first(publication: Publication) -> None:
    entries = indexes.case_entries(second_case(publication))
    assert [entry.case.address for entry in entries] == ["cases/another-paper/", CASE]


def test_the_indexes_of_explore_lead_to_the_same_claims(publication: Publication) -> None:
    view = next(explore.pages(publication)).view
    everything = {found.row.address for found in view.rows}
    assert {link.address for group in view.by_finding for link in group.claims} == everything
    assert {link.address for group in view.by_voice for link in group.claims} == everything
    assert [group.name.label for group in view.by_technique] == ["Glittering promise"]
    shelved = [cited.address for shelf in view.shelves for cited in shelf.sources]
    assert sorted(shelved) == sorted(addresses.of(each) for each in publication.sources.values())


def test_a_number_is_the_same_on_every_page(publication: Publication) -> None:
    numbers = {row.address: row.number for row in rows(publication, publication.cases["library-hours"])}
    assert sorted(numbers.values()) == [1, 2, 3, 4, 5]
    some = rows_of(publication, [publication.claims[EVER]])
    assert [(row.address, row.number) for row in some] == [(f"claims/{EVER}/", numbers[f"claims/{EVER}/"])]
    assert all(publication.number(claim) == numbers[addresses.of(claim)] for claim in publication.claims.values())


# --- sources, voices, techniques


def source_page(publication: Publication, slug: str) -> html.HtmlElement:
    return body(publication, {page.path: page for page in source.pages(publication)}[f"sources/{slug}/"])


def test_a_source_without_a_title_is_headed_by_what_it_is(publication: Publication) -> None:
    gazette = publication.sources["gazette-speech"]
    untitled = changed(publication, gazette.model_copy(update={"title": None, "about": "A report. " * 20}))
    main = source_page(untitled, "gazette-speech")
    heading = words(one(main, "//h1"))
    assert heading.startswith("A report. A report.")
    assert len(heading) <= 71
    assert "Not given here" in words(one(main, "//dl"))
    assert "Not given here" not in words(one(source_page(publication, "gazette-speech"), "//dl"))


def test_a_source_warns_before_its_link(publication: Publication) -> None:
    gazette = publication.sources["gazette-speech"]
    warned = changed(publication, gazette.model_copy(update={"may_be_blocked_in": ("the next town",)}))
    main = source_page(warned, "gazette-speech")
    link = one(main, f"//a[@href='{gazette.url}']")
    text = words(one(main, f"//dd[.//a[@href='{gazette.url}']]"))
    assert link.get("aria-describedby") == one(main, "//b[starts-with(., 'Behind the link')]").get("id")
    assert text.startswith("Behind the link: footage of the strike. May be blocked in the next town. Read it")
    assert main.xpath("//a[starts-with(@href, 'https://web.archive.org/web/*/https://gazette.river.test/hours')]")


def test_a_source_lists_everything_that_it_is_used_for(publication: Publication) -> None:
    main = source_page(publication, "mayors-page")
    evidence = words(one(main, "//section[@id='evidence']"))
    assert "For the claim: Contradicted: The library will be open longer than ever before" in evidence
    assert "The mayor says so." in evidence
    uses = words(one(main, "//section[@id='uses']"))
    assert "Shows that it was said: Contradicted: The library" in uses
    assert "Timeline of: The library's new hours" in uses
    assert "Shows the interest of: Ada Finch" in uses
    assert "Also read for: Contradicted" in words(source_page(publication, "courier-letters"))
    assert "Shows that it was public: The article does not say" in words(
        source_page(publication, "opening-hours-notice")
    )


def test_no_record_that_names_a_source_is_left_out_of_its_page(publication: Publication) -> None:
    links = backlinks(publication)
    seen = 0
    for slug, record in publication.sources.items():
        hrefs = " ".join(source_page(publication, slug).xpath("//section//a/@href"))
        for user in links.of(record):
            if user.KIND in addresses.LINKABLE:
                assert addresses.of(user) in hrefs, (slug, user.ref)
                seen += 1
    assert seen > 10


def test_a_title_in_another_language_has_its_tag_and_its_english(publication: Publication) -> None:
    update = {"language": "uk", "title": "Гасла", "title_gloss": "Slogans"}
    foreign = changed(publication, publication.sources["gazette-speech"].model_copy(update=update))
    main = source_page(foreign, "gazette-speech")
    assert one(main, "//h1/span").get("lang") == "uk"
    assert "In English: Slogans" in words(main)
    assert "Ukrainian" in words(main)
    listed = body(foreign, {page.path: page for page in indexes.pages(foreign)}["sources/"])
    entry = one(listed, "//cite[@lang='uk']")
    assert "in English: Slogans" in words(entry.getparent().getparent())


def test_a_title_stands_behind_the_name_of_its_publisher(publication: Publication) -> None:
    listed = body(publication, {page.path: page for page in indexes.pages(publication)}["sources/"])
    for record in publication.sources.values():
        entry = words(one(listed, f"//li[.//a[contains(@href, '{addresses.of(record)}')]]"))
        assert entry.startswith(publication.publisher(record)), entry
        page = source_page(publication, record.slug)
        assert words(one(page, "//p[@class='who']")).startswith(publication.publisher(record))


def test_a_source_without_a_title_is_told_by_what_it_is(publication: Publication) -> None:
    record = publication.sources["gazette-speech"]
    untitled = changed(publication, record.model_copy(update={"title": None}))
    page = {page.path: page for page in source.pages(untitled)}["sources/gazette-speech/"]
    assert "River Gazette, 4 September 2024: A report of the speech" in page.title
    assert record.about in words(body(untitled, page))
    assert record.title not in words(body(untitled, page))


def test_a_voice_lists_its_claims_and_adds_nothing_up(publication: Publication) -> None:
    page = {page.path: page for page in voice.pages(publication)}["voices/ada-finch/"]
    main = body(publication, page)
    table = one(main, "//section[@id='claims']//tbody")
    assert {row.get("id") for row in table} == {
        f"claim-{slug}"
        for slug, claim in publication.claims.items()
        if any(each.chain[-1] == "ada-finch" for each in claim.appearances)
    }
    assert not main.xpath("//ul[@class='tally']")
    assert not re.search(r"\d+ (supported|contradicted|unsupported)|%|per cent", words(main))


def test_a_voice_with_a_small_article_has_a_capital_at_the_head_of_its_page(publication: Publication) -> None:
    speaker = publication.voices["millbrook-library"].model_copy(update={"name": "the library of Millbrook"})
    told = changed(publication, speaker)
    page = {page.path: page for page in voice.pages(told)}["voices/millbrook-library/"]
    assert one(body(told, page), "//h1").text == "The library of Millbrook"
    assert page.title.startswith("The library of Millbrook: ")


def test_a_voice_tells_its_own_words_from_those_that_it_passes_on(publication: Publication) -> None:
    claim = publication.claims[EVER]
    chained = claim.appearances[0].model_copy(update={"chain": ("millbrook-courier", "river-gazette", "ada-finch")})
    told = changed(publication, claim.model_copy(update={"appearances": (chained,)}))
    views = {page.path: page.view for page in voice.pages(told)}
    assert [row.address for row in views["voices/river-gazette/"].speaks] == []
    assert [link.address for link in views["voices/river-gazette/"].passes_on] == [f"claims/{EVER}/"]
    assert f"claims/{EVER}/" in [row.address for row in views["voices/ada-finch/"].speaks]


def test_a_technique_says_when_it_is_not_that_and_how_else_to_read_it(publication: Publication) -> None:
    main = body(publication, next(technique.pages(publication)))
    record = next(iter(publication.techniques.values()))
    assert words(one(main, "//section[@id='not-this']")).startswith("When it is not this")
    assert record.not_this_when.split()[0] in words(one(main, "//section[@id='not-this']"))
    seen = words(one(main, "//section[@id='seen']"))
    assert "“longer than ever”" in seen
    assert "Another reading: A speech need not hold numbers." in seen
    assert "never proves a claim false" in words(main)


# --- corrections and old addresses


def test_corrections_stand_newest_first_each_at_its_own_anchor(publication: Publication) -> None:
    update = {"slug": "hours-again", "on": "2024-09-30", "corrects": "case:library-hours", "what": "A second one."}
    newer = publication.corrections[0].model_copy(update=update)
    main = body(changed(publication, newer), next(corrections.pages(changed(publication, newer))))
    assert main.xpath("//article/@id") == ["hours-again", "ledger-read-again"]


def test_a_correction_shows_both_states_and_names_what_it_touches(publication: Publication) -> None:
    page = next(corrections.pages(publication))
    entry = one(body(publication, page), "//*[@id='ledger-read-again']")
    text = words(entry)
    assert text.index("ten to seven") < text.index("ten to eight") < text.index("printed a key")
    assert "Pointed out by A reader." in text
    touched = {link.address for link in page.view.changes[0].touches}
    assert {CASE, f"{CASE}#question-1", f"{CASE}#omission-bell-log-was-public"} <= touched
    assert f"claims/{EVER}/" not in touched, "that one is corrected, not touched"
    assert page.on == "2024-09-25"


def test_a_correction_of_a_source_touches_the_claims_that_rest_on_it(publication: Publication) -> None:
    moved = publication.corrections[0].model_copy(update={"corrects": "source:archive-ledger"})
    touched = {link.address for link in changes(changed(publication, moved), [moved])[0].touches}
    assert f"claims/{EVER}/" in touched
    assert changes(publication, []) == ()


def test_a_correction_touches_the_lessons_that_teach_the_claim_or_ask_the_question(publication: Publication) -> None:
    lesson = "lessons/who-promised-what/"
    for record in (f"claim:{EVER}", "story:the-lost-cake", "item:did-she-say-it", "framework:reading-aims"):
        moved = publication.corrections[0].model_copy(update={"corrects": record})
        (change,) = changes(changed(publication, moved), [moved])
        assert lesson in {link.address for link in change.touches}, record
    assert change.record.label == "Reading Aims", "a framework has no page, and is called by its name"
    assert change.record.address.startswith("corrections/#")
    (change,) = changes(
        publication, [publication.corrections[0].model_copy(update={"corrects": "lesson:who-promised-what"})]
    )
    assert (change.record.label, change.record.address) == ("Who promised what?", lesson)


def test_a_withdrawal_leads_to_the_page_that_says_why(publication: Publication) -> None:
    update = {"corrects": "technique:empty-shelf", "kind": CorrectionKind.WITHDRAWAL}
    withdrawal = publication.corrections[0].model_copy(update=update)
    change = changes(changed(publication, withdrawal), [withdrawal])[0]
    assert change.record.address == "techniques/empty-shelf/"
    assert change.touches == ()


def test_every_kind_of_record_that_can_be_corrected_has_a_name(publication: Publication) -> None:
    for record in publication.records.values():
        if record.KIND in addresses.LINKABLE:
            link = named(publication, record)
            assert link is not None, record.ref
            assert link.address == addresses.of(record)
            assert link.label.strip()


def test_an_old_address_says_where_the_record_went_or_why_it_was_taken_back(publication: Publication) -> None:
    pages = {page.path: page for page in gone.pages(publication)}
    assert sorted(pages) == [
        "claims/bell-rings-at-noon/",
        "claims/bell-rings-at-noon/file/",
        "claims/door-notice-gives-hours/",
        "claims/door-notice-gives-hours/file/",
        "embed/claims/bell-rings-at-noon/",
        "techniques/empty-shelf/",
    ]
    moved = body(publication, pages["claims/door-notice-gives-hours/"])
    assert "has moved" in words(moved)
    assert one(moved, "//a").get("href") == "../../claims/notice-gives-ten-to-six/"
    assert one(moved, "//a").text.startswith("Supported: ")
    withdrawn = body(publication, pages["techniques/empty-shelf/"])
    assert "was withdrawn" in words(withdrawn)
    assert "It was no technique." in words(withdrawn)
    assert not withdrawn.xpath("//a")
    assert all(page.search is None for page in pages.values())


# --- every page


def test_no_page_uses_an_id_twice_or_skips_a_level_of_heads(publication: Publication, planned: dict[str, Page]) -> None:
    for page in planned.values():
        main = body(publication, page)
        ids = main.xpath("//@id")
        assert len(ids) == len(set(ids)), page.path
        levels = [int(head.tag[1]) for head in main.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[:1] == [1], page.path
        assert levels.count(1) == 1, page.path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page.path, levels)


def test_a_page_needs_no_style_and_no_script_of_its_own(publication: Publication, planned: dict[str, Page]) -> None:
    for page in planned.values():
        main = body(publication, page)
        assert main.xpath("//@style | //script | //@*[starts-with(name(), 'on')]") == [], page.path


def test_each_kind_of_page_is_found_by_search_where_readers_look_for_it(planned: dict[str, Page]) -> None:
    for template in ("case", "source", "voice", "technique", "terms", "claim", "lesson", "story"):
        pages = [page for page in planned.values() if page.template == f"page/{template}.html.jinja"]
        assert pages, template
        assert all(page.search and page.search.title and page.search.text for page in pages), template


def test_a_case_without_a_claim_is_still_a_page(publication: Publication) -> None:
    first: Case = publication.cases["library-hours"]
    bare = first.model_copy(
        update={
            "paragraphs": tuple(
                each.model_copy(
                    update={"segments": (each.segments[0].model_copy(update={"claims": ()}),), "gist": "A gist."}
                )
                for each in first.paragraphs
            ),
            "questions": tuple(each.model_copy(update={"claims": ()}) for each in first.questions),
            "gets_right": (),
        }
    )
    kept = {key: each for key, each in publication.records.items() if isinstance(each, Source) or key[0] == "voice"}
    lonely = replace(publication, records=kept | {bare.ref: bare})
    page = next(case.pages(lonely))
    assert "None is examined yet." in page.description
    assert "Who says what" in words(body(lonely, page))


@pytest.mark.parametrize(
    "path",
    [*addresses.SHELVES, addresses.CORRECTIONS, addresses.TERMS],
)
def test_a_shortened_address_leads_somewhere(planned: dict[str, Page], path: str) -> None:
    assert path in planned


def test_templates_are_all_in_use(planned: dict[str, Page]) -> None:
    folder = Path(case.__file__).parent.parent / "templates" / "page"
    assert {f"page/{file.name}" for file in folder.iterdir()} == {
        "page/start.html.jinja",  # of the folder for use without internet
        *(page.template for page in planned.values()),
    }
