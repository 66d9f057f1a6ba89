"""The page of a claim: the finding before the assertion, evidence by origin, nothing shown that is not there."""

import re
from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import invented
from press import graph, load, render, yamlfile
from press.leaves import Leaf
from press.pages import claim as claim_page
from press.pages import claimfile
from press.pages.claim import ClaimView
from press.records import Claim

LONGER = "library-open-longer-than-ever"
PROMISED = "mayor-promised-longer-hours"
MOTIVE = "council-wants-flood-forgotten"
NOBODY = "nobody-complained-of-new-hours"

Change = Callable[[dict[str, Any]], None]


class Printed:
    """The claim pages of the invented publication, with some records changed."""

    def __init__(self, root: Path, changes: dict[str, Change]) -> None:
        invented.lay_out(root)
        for path, change in changes.items():
            file = root / "data" / f"{path}.yml"
            values = deepcopy(dict(yamlfile.read(file, path).values))
            change(values)
            file.write_text(invented.written(values), encoding="utf-8")
        loaded = load.load(root)
        self.publication, unproved = graph.assemble(loaded)
        assert invented.shown([*loaded.problems, *unproved]) == ""
        self.pages = {page.view.title: page for page in claim_page.pages(self.publication)}
        self.files = {page.view.title: page for page in claimfile.pages(self.publication)}

    def claim(self, slug: str) -> Claim:
        return self.publication.claims[slug]

    def view(self, slug: str) -> ClaimView:
        return self.pages[self.claim(slug).title].view

    def leaf(self, slug: str) -> Leaf:
        return render.Renderer(self.publication).leaf(self.pages[self.claim(slug).title])

    def tree(self, slug: str) -> html.HtmlElement:
        return html.fragment_fromstring(self.leaf(slug).body)

    def file(self, slug: str) -> html.HtmlElement:
        """The page of the claim's whole file."""
        page = self.files[self.claim(slug).title]
        return html.fragment_fromstring(render.Renderer(self.publication).leaf(page).body)


Press = Callable[..., Printed]


@pytest.fixture
def printed(tmp_path: Path) -> Press:
    def printed(changes: dict[str, Change] | None = None) -> Printed:
        return Printed(tmp_path, changes or {})

    return printed


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def has(name: str) -> str:
    """The XPath test for an element of that class."""
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def heads(tree: html.HtmlElement) -> list[str]:
    return [words(each) for each in tree.xpath(".//h2")]


# --- what leaves the page


def test_title_and_description_begin_with_the_finding(printed: Press) -> None:
    made = printed()
    for claim in made.publication.claims.values():
        page = made.pages[claim.title]
        assert page.title == f"{claim.so.finding.label}: “{claim.title}”"
        assert page.description.startswith(claim.so.finding.label)
        assert len(page.description) <= 160
        assert page.search is not None
        assert page.search.title == page.title


def test_a_long_answer_is_cut_between_words(printed: Press) -> None:
    def long(claim: dict[str, Any]) -> None:
        claim["answer"]["short"] = "fourteen letters " * 15

    description = printed({f"claims/{LONGER}": long}).leaf(LONGER).description
    assert len(description) <= 160
    assert description.endswith(("fourteen…", "letters…"))


def test_search_finds_a_claim_by_its_speakers_and_the_terms_it_links_to(printed: Press) -> None:
    def also(term: dict[str, Any]) -> None:
        term["also"] = ["door times"]

    found = printed({"terms/opening-hours": also}).leaf(LONGER).search
    assert found is not None
    for word in ("Ada Finch", "opening hours", "door times", "No. The notice gives ten to six"):
        assert word in found.text


def test_the_newest_correction_dates_the_page(printed: Press) -> None:
    def later(correction: dict[str, Any]) -> None:
        correction["on"] = "2024-11-30"

    made = printed({"corrections/ledger-read-again": later})
    assert made.leaf(LONGER).on == "2024-11-30"
    assert made.leaf(PROMISED).on == "2024-09-21"


# --- who says it, and where


def test_an_assertion_never_stands_without_its_speaker(printed: Press) -> None:
    made = printed()
    assert made.view(LONGER).who == "Ada Finch says, in the article:"
    assert made.view(MOTIVE).who == "The article says:"
    for slug in made.publication.claims:
        for page in (made.tree(slug), made.file(slug)):
            (speaker,) = page.xpath(".//h1/span[@class='who']")
            assert words(speaker).endswith(":")
            assert words(page.xpath(".//h1")[0]) == f"{words(speaker)} {made.claim(slug).title}"


def test_several_speakers_say_and_an_implied_assertion_is_implied(printed: Press) -> None:
    def twice(claim: dict[str, Any]) -> None:
        claim["appearances"].append({**claim["appearances"][0], "chain": ["millbrook-courier", "millbrook-library"]})

    def implied(claim: dict[str, Any]) -> None:
        claim["appearances"][0]["mode"] = "implied"

    made = printed({f"claims/{LONGER}": twice, f"claims/{MOTIVE}": implied})
    other = made.publication.voices["millbrook-library"].name
    assert made.view(LONGER).who == f"Ada Finch and {other} say, in the article:"
    assert made.view(MOTIVE).who == "The article implies:"


def test_the_place_names_the_standfirst_and_every_paragraph(printed: Press) -> None:
    def everywhere(claim: dict[str, Any]) -> None:
        claim["appearances"][0]["paragraphs"] = [3, 0, 1]

    place = printed({f"claims/{LONGER}": everywhere}).view(LONGER).crumb.place
    assert place.label == "Standfirst and paragraphs 1 and 3 of 3"
    assert place.address == "cases/library-hours/#paragraph-0"


def test_each_place_has_its_own_stamp_where_the_places_differ(printed: Press) -> None:
    def twice(claim: dict[str, Any]) -> None:
        said = {"finding": "not-found", "why": "Nobody has it."}
        claim["appearances"].append({**claim["appearances"][0], "paragraphs": [2], "said": said})

    tree = printed({f"claims/{LONGER}": twice}).tree(LONGER)
    stamps = [words(each) for each in tree.xpath(".//*[@id='said']//a[@class='said']")]
    assert stamps == ["Said, at the source", "Not found"]
    (verdict,) = tree.xpath(".//*[@id='finding']")
    assert "Not found The weakest finding of 2 places" in words(verdict)


# --- the count that matters


def test_the_evidence_is_counted_by_origin_and_the_law_is_run_again(printed: Press) -> None:
    shown = printed().view(LONGER).evidence
    assert shown.count == "4 sources go back to 4 origins."
    assert shown.weight == (
        "3 of them, with no known interest, speak against the claim. Without the one that the finding leans on most"
        " (A), 2 are left, and the finding would still stand, with less confidence."
    )


def test_an_origin_with_an_interest_does_not_count(printed: Press) -> None:
    def interested(claim: dict[str, Any]) -> None:
        claim["evidence"][2]["interest"] = {"kind": "party", "of": "the council", "basis": "It rings the bell."}

    weight = printed({f"claims/{LONGER}": interested}).view(LONGER).evidence.weight
    assert weight.startswith("2 of them, with no known interest, speak against the claim.")
    assert weight.endswith("1 is left, and the finding would fall to unresolved.")


def test_origins_of_one_body_are_said_to_be_of_one_body(printed: Press) -> None:
    def of_the_library(origin: dict[str, Any]) -> None:
        origin["voice"] = "millbrook-library"

    made = printed({"origins/door-notice": of_the_library, "origins/hours-ledger": of_the_library})
    assert made.view(LONGER).evidence.weight.startswith(
        "3 of them, with no known interest, from 2 bodies, speak against the claim."
    )
    assert "bodies" not in printed().view(LONGER).evidence.weight


def test_one_reader_with_an_interest_is_named_and_the_others_keep_theirs(printed: Press) -> None:
    def reader(claim: dict[str, Any]) -> None:
        claim["evidence"][1]["origin"] = "door-notice"
        claim["evidence"][1]["interest"] = {"kind": "partisan", "of": "the council", "basis": "It wrote the plan."}

    shown = printed({f"claims/{LONGER}": reader}).view(LONGER).evidence
    (door,) = (root for root in shown.groups[0].roots if root.letter == "A")
    assert (door.interest, door.independent) == ("No known interest", False), "one such reader, and it does not count"
    notice, ledger = door.items
    assert (notice.interest, notice.basis) == ("", "")
    assert (ledger.interest, ledger.basis) == ("Partisan, the council", "It wrote the plan.")
    (origin,) = (each for each in shown.origins if each.letter == "A")
    assert origin.independent
    assert [each.endswith("(Partisan, the council)") for each in origin.readers] == [False, True]


def test_two_sources_of_one_origin_are_one_origin(printed: Press) -> None:
    def same(claim: dict[str, Any]) -> None:
        claim["evidence"][1]["origin"] = "door-notice"

    shown = printed({f"claims/{LONGER}": same}).view(LONGER).evidence
    assert shown.count == "4 sources go back to 3 origins."
    assert [(group.bearing, group.count) for group in shown.groups] == [
        ("contradicts", "3 sources, 2 origins"),
        ("supports", "1 source, 1 origin, with an interest"),
    ]


def test_a_claim_about_speech_is_weighed_by_witnesses_and_not_by_interest(printed: Press) -> None:
    weight = printed().view(PROMISED).evidence.weight
    assert "an interest in the matter does not count against a source here" in weight
    assert "The speaker’s own page was seen, and 2 different outlets carry it." in weight
    assert weight.endswith("the finding would still stand, with less confidence.")


def test_where_the_article_names_nobody_no_speakers_page_is_missed(printed: Press) -> None:
    def unnamed(claim: dict[str, Any]) -> None:
        claim["so"]["confidence"] = "moderate"
        appearance = claim["appearances"][0]
        appearance["chain"] = appearance["chain"][:1]
        appearance["said"] = {"finding": "article-voice", "why": "The article names nobody."}

    weight = printed({f"claims/{PROMISED}": unnamed}).view(PROMISED).evidence.weight
    assert "The article names no speaker, but 3 different outlets carry it." in weight
    assert "speaker’s own page" not in weight


def test_one_outlet_through_two_publishers_is_one_outlet(printed: Press) -> None:
    def through(source: dict[str, Any]) -> None:
        del source["publisher"]
        source["publisher_name"] = "The River Gazette"
        source["through"] = "Millbrook Radio"

    def gazette(source: dict[str, Any]) -> None:
        del source["publisher"]
        source["publisher_name"] = "River Gazette"

    made = printed({"sources/radio-speech": through, "sources/gazette-speech": gazette})
    weight = made.view(PROMISED).evidence.weight
    assert "and 1 outlet carries it. Without the speaker’s own page, the finding would fall to unresolved." in weight


def test_the_law_of_the_world_is_not_told_where_it_does_not_hold(printed: Press) -> None:
    def item(claim: dict[str, Any]) -> None:
        claim["evidence"] = [
            {"id": "n", "source": "opening-hours-notice", "origin": "door-notice", "bearing": "background",
             "establishes": "A notice hangs there.", "available": "before"}
        ]  # fmt: skip

    def undisputed(claim: dict[str, Any]) -> None:
        claim["undisputed"] = "Everybody can read it."

    made = printed({f"claims/{MOTIVE}": item, f"claims/{NOBODY}": item, "claims/notice-gives-ten-to-six": undisputed})
    assert "No number of sources can settle what goes on inside somebody’s head" in made.view(MOTIVE).evidence.weight
    assert "there is no number that they must reach" in made.view(NOBODY).evidence.weight
    assert made.view("notice-gives-ten-to-six").evidence.weight == (
        "Nobody disputes it, so one primary document is enough. Everybody can read it."
    )


# --- the drawing


def test_the_drawing_has_a_ring_for_each_origin_and_a_dot_for_each_source(printed: Press) -> None:
    def same(claim: dict[str, Any]) -> None:
        claim["evidence"][1]["origin"] = "door-notice"

    tree = printed({f"claims/{LONGER}": same}).tree(LONGER)
    (svg,) = tree.xpath(".//svg[@role='img']")
    assert len(svg.xpath(".//circle[@r='12']")) == 3
    assert len(svg.xpath(".//circle[@r='12'][contains(@class, 'dash')]")) == 1
    assert svg.xpath("string(.//path[@class='dots']/@d)").count("M") == 4
    assert svg.xpath("string(.//desc)") == (
        "Against the claim: A and B; 3 sources, 2 origins. For the claim: C; 1 source, 1 origin, with an interest."
    )
    for name in svg.get("aria-labelledby").split():
        assert len(tree.xpath(f".//*[@id='{name}']")) == 1


def test_the_list_says_what_the_drawing_shows(printed: Press) -> None:
    made = printed()
    tree = made.tree(LONGER)
    listed = [each.text for each in tree.xpath(".//div[@class='root']/i")]
    drawn = [each.text for each in tree.xpath(".//svg[@role='img']//text[not(@class='lbl')]")]
    explained = [each.text for each in made.file(LONGER).xpath(".//ul[@class='origins']/li/i")]
    assert listed == drawn == explained == ["A", "B", "C", "D"]
    dots = tree.xpath("string(.//path[@class='dots']/@d)").count("M")
    assert dots == len(tree.xpath(".//div[@class='root']/div")) == 4


def test_nothing_drawn_stands_outside_the_drawing(printed: Press) -> None:
    def many(claim: dict[str, Any]) -> None:
        one = claim["evidence"][0]
        names = ("archive-ledger", "bell-log-scan", "courier-letters", "gazette-speech", "mayors-page")
        for bearing in ("qualifies", "background"):
            claim["evidence"] += [{**one, "id": f"{bearing}-{n}", "bearing": bearing, "source": n} for n in names]

    made = printed({f"claims/{LONGER}": many}).view(LONGER).evidence.tree
    assert made is not None
    assert made.width <= 400, "a wider drawing would have smaller letters on a phone"
    for ring in made.rings:
        for x, y in (*ring.dots, (ring.x, ring.y)):
            assert 0 < x < made.width
            assert 0 < y < made.height


# --- links to sources


def test_what_is_behind_a_link_is_said_before_the_link(printed: Press) -> None:
    made = printed()
    warnings = {"gazette": "Behind the link: footage of the strike.", "radio": "May be blocked in an invented country."}
    for tree, place in ((made.tree(PROMISED), "evidence"), (made.file(PROMISED), "file-evidence")):
        for item, warning in warnings.items():
            (link,) = tree.xpath(f".//*[@id='{place}-{item}']//a[starts-with(., 'Read it')]")
            (said,) = link.xpath("preceding::*[@id][1]")
            assert words(said) == warning
            assert link.get("aria-describedby") == said.get("id")
        (bare,) = tree.xpath(f".//*[@id='{place}-own-page']//a[starts-with(., 'Read it')]")
        assert bare.get("aria-describedby") is None


def test_an_archived_copy_is_a_look_up_and_no_promise(printed: Press) -> None:
    file = printed().file(PROMISED)
    (link,) = file.xpath(".//*[@id='file-evidence-gazette']//a[starts-with(., 'Look for an archived copy')]")
    assert link.get("href") == "https://web.archive.org/web/*/https://gazette.river.test/hours"
    assert "we don’t know whether it holds one" in words(file)


def test_words_in_another_language_say_so(printed: Press) -> None:
    def cites(claim: dict[str, Any]) -> None:
        claim["evidence"][1]["quote"] = "länger als je zuvor"
        claim["also_read"] = ["radio-speech"]

    made = printed({f"claims/{PROMISED}": cites})
    tree = made.file(PROMISED)
    (quote,) = tree.xpath(".//blockquote[contains(., 'länger')]")
    assert quote.get("lang") == "de"
    (title,) = tree.xpath(".//cite")
    assert title.get("lang") == "de"
    assert "The mayor speaks about the library" in words(title.getparent().getparent())
    for page, place in ((made.tree(PROMISED), "evidence"), (tree, "file-evidence")):
        (link,) = page.xpath(f".//*[@id='{place}-radio']//a[starts-with(., 'Read it')]")
        assert link.get("hreflang") == "de"
        assert "in German" in words(page.xpath(f".//*[@id='{place}-radio']/p")[0])


# --- judging first


def test_judging_first_hides_everything_that_tells_the_finding(printed: Press) -> None:
    def related(claim: dict[str, Any]) -> None:
        claim["relations"] = [{"type": "restates", "claim": PROMISED}]

    made = printed({f"claims/{LONGER}": related})
    for slug, claim in made.publication.claims.items():
        tree = made.tree(slug)
        if not claim.evidence:
            assert tree.xpath(".//*[@id='judge']") == []
            continue
        (fold,) = tree.xpath(".//aside[@id='judge']")
        hidden = fold.xpath(f"following-sibling::*[{has('verdict')} or {has('jump')}]")
        hidden += fold.xpath(f"following-sibling::*/descendant-or-self::*[{has('finding')}]")
        hidden += tree.xpath(f".//details[{has('judge')}]")
        for each in hidden:
            each.clear()
        assert tree.xpath(f".//*[{has('so')}]") == []
        assert claim.answer.short not in words(tree)
        assert "would still stand" not in words(tree)
        assert tree.xpath(".//*[@class='bearing']"), "the evidence stays"


# --- then and now


def test_the_article_stands_among_the_evidence_in_time(printed: Press) -> None:
    def later(source: dict[str, Any]) -> None:
        source["published"] = {"on": "2024-09-04"}

    stages = printed({"sources/opening-hours-notice": later}).view(LONGER).stages
    assert [(each.label, [entry.letter for entry in each.entries]) for each in stages] == [
        ("Before", ["D", "A"]),
        ("The article appears", []),
        ("After", ["C"]),
        ("Before or after: unknown", ["B"]),
    ]


# --- relations and neighbours


def test_a_relation_is_seen_from_both_ends_with_its_finding(printed: Press) -> None:
    def needs(claim: dict[str, Any]) -> None:
        claim["relations"] = [{"type": "depends_on", "claim": LONGER, "why": "It is said of these hours."}]

    made = printed({f"claims/{NOBODY}": needs})
    (there,) = made.view(NOBODY).related
    (back,) = made.view(LONGER).related
    assert (there.label, there.claim.address, there.so.finding) == ("Depends on", f"claims/{LONGER}/", "contradicted")
    assert (back.label, back.claim.address, back.so.finding) == ("Needed by", f"claims/{NOBODY}/", "unsupported")
    assert back.why == "It is said of these hours."


def test_the_claims_of_a_case_lead_from_one_to_the_next(printed: Press) -> None:
    made = printed()
    order = made.publication.claims_of(made.publication.cases["library-hours"])
    for number, claim in enumerate(order):
        foot = made.view(claim.slug).colophon
        assert made.view(claim.slug).crumb.number == number + 1
        assert (foot.previous is None) == (number == 0)
        if foot.next:
            following = order[number + 1]
            assert foot.next.claim.address == f"claims/{following.slug}/"
            assert foot.next.so.finding == following.so.finding
    assert made.view(order[-1].slug).colophon.next is None


# --- the foot


def test_the_foot_tells_version_corrections_and_review_as_they_are(printed: Press) -> None:
    made = printed()
    (corrected,) = made.tree(LONGER).xpath("(.//section)[last()]")
    told = words(corrected)
    assert "Contradicted, high confidence: “" in told
    assert "ersion 2" in told
    assert "25 September 2024" in told
    assert "25 September 2024: We had read one column of the ledger as winter hours. (the evidence)" in words(corrected)
    assert "Read by an editor on 21 September 2024." in words(corrected)
    (fresh,) = made.tree(PROMISED).xpath("(.//section)[last()]")
    assert "first published. No correction since." in words(fresh)
    assert "No second person has reviewed it yet." in words(fresh)


# --- the page as a whole


def test_a_section_without_content_is_left_out(printed: Press) -> None:
    made = printed()
    assert "Other explanations" in heads(made.file(LONGER))
    bare = heads(made.tree(MOTIVE))
    for head in ("The evidence", "Check it yourself", "How it was told"):
        assert head not in bare
    for head in ("Every item of evidence", "Other explanations", "What we looked for"):
        assert head not in heads(made.file(MOTIVE))
    assert "We looked for one and found none." in words(made.tree(MOTIVE))


def test_every_section_with_content_is_there(printed: Press) -> None:
    assert heads(printed().tree(LONGER)) == [
        "Was it said?",
        "Is it so?",
        "The short answer",
        "In a minute",
        "Why this finding",
        "The evidence",
        "Your own judgement",
        "The strongest argument on the other side",
        "Then and now",
        "What would change this",
        "Check it yourself",
        "In the article",
        "How it was told",
        "Where it belongs",
        "For the classroom",
        "About this page",
    ]
    assert heads(printed().file(LONGER)) == [
        "As one sentence",
        "Other explanations",
        "Every item of evidence",
        "In order of time",
        "The origins",
        "Was it said?",
        "What we looked for",
        "Open questions",
        "Lessons that teach it",
        "A link to this claim",
        "Share and cite",
    ]


def test_an_id_stands_once_and_every_link_on_the_page_leads_somewhere(printed: Press) -> None:
    made = printed()
    for slug in made.publication.claims:
        tree = made.tree(slug)
        ids = tree.xpath(".//@id")
        assert sorted(ids) == sorted(set(ids))
        assert {target[1:] for target in tree.xpath(".//a/@href") if target.startswith("#")} <= set(ids)


def test_no_heading_skips_a_level(printed: Press) -> None:
    made = printed()
    for slug in made.publication.claims:
        levels = [int(each.tag[1]) for each in made.tree(slug).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_stamp_leads_to_its_definition(printed: Press) -> None:
    made = printed()
    for slug, claim in made.publication.claims.items():
        (verdict,) = made.tree(slug).xpath(".//*[@id='finding']")
        stamps = [each.get("href") for each in verdict.xpath(".//a[contains(@class, '--lg')]")]
        said = made.publication.said(claim)
        assert stamps == [f"../../method/#said-{said}", f"../../method/#so-{claim.so.finding}"]


def test_a_claim_in_two_cases_is_numbered_in_its_first(tmp_path: Path) -> None:
    case = (invented.SAMPLE / "data/cases/library-hours.yml").read_text(encoding="utf-8")
    alone = re.sub(r"claims: \[(?!library-open)[^\]]*\]", f"claims: [{LONGER}]", case)

    def both(claim: dict[str, Any]) -> None:
        claim["appearances"].append({**claim["appearances"][0], "case": "reading-room"})

    invented.lay_out(tmp_path, {"data/cases/reading-room.yml": alone})
    crumb = Printed(tmp_path, {f"claims/{LONGER}": both}).view(LONGER).crumb
    assert (crumb.case.address, crumb.number) == ("cases/library-hours/", 2)
