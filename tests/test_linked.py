"""Linked data: the right pages say the right things to machines, and what is wrong would be found."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import hostile
import invented
import linkeddata
from building import Built
from linkeddata import FINDING_WORDS, blocks, faults, misplaced
from press import addresses, edition, render
from press.edition import Edition
from press.exports import annotations, claimreviews
from press.graph import Publication
from press.leaves import Leaf, Site
from press.pages.part.learning import lesson_data
from press.pages.part.linked import breadcrumbs, date, speaker
from press.pages.part.reviews import rated, rating, review
from press.pages.part.words import vocabularies
from press.records import Voice
from press.records.base import Moment
from press.records.scale import BEST, NUMBERS, WORST
from press.records.vocabulary import SoFinding
from press.stamp import TOKENS, Frame

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/some/path/")
EVER, PROMISE = "library-open-longer-than-ever", "mayor-promised-longer-hours"
NOBODY, MOTIVE = "nobody-complained-of-new-hours", "council-wants-flood-forgotten"

Thing = dict[str, Any]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("sample")))[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition.build(invented.lay_out(tmp_path_factory.mktemp("made"), invented.STATES), site=SITE)


@pytest.fixture(scope="module")
def publication() -> Publication:
    return edition.examine(ROOT)[0]


@pytest.fixture(scope="module")
def printed(built: Built) -> dict[str, str]:
    """The path and the HTML of every page of the built site."""
    files = sorted(built.folder.rglob("*.html"))
    names = [file.relative_to(built.folder).as_posix().removesuffix("index.html") for file in files]
    return {name: file.read_text(encoding="utf-8") for name, file in zip(names, files, strict=True)}


@pytest.fixture(scope="module")
def told(printed: dict[str, str]) -> dict[str, list[Thing]]:
    """What every page of the built site tells machines."""
    return {path: blocks(page) for path, page in printed.items()}


def head(leaf: Leaf) -> list[Thing]:
    return blocks(f"<html><head><title>x</title>{leaf.head}</head><body></body></html>")


def the(kind: str, things: list[Thing]) -> Thing:
    (found,) = [each for each in things if each["@type"] == kind]
    return found


def read(built: Built, path: str) -> Thing:
    return json.loads((built.folder / path).read_text(encoding="utf-8"))


def flat(text: str) -> str:
    return " ".join(text.split())


# --- which pages say what


def test_exactly_the_rated_claims_about_the_world_have_a_review_and_each_has_one(
    publication: Publication, told: dict[str, list[Thing]]
) -> None:
    assert misplaced(publication, told) == []
    reviews = [path for path, things in told.items() if any(each["@type"] == "ClaimReview" for each in things)]
    assert len(reviews) > 10
    assert set(reviews) < {addresses.of(claim) for claim in publication.claims.values()}


def test_every_other_claim_is_told_without_a_rating(publication: Publication, told: dict[str, list[Thing]]) -> None:
    others = [claim for claim in publication.claims.values() if not rated(claim)]
    assert {claim.type.value for claim in others} > {"speech", "attribution", "publication", "motive", "opinion"}
    for claim in others:
        things = told[addresses.of(claim)]
        assert the("Claim", things)["name"] == claim.title
        assert "Rating" not in json.dumps(things)


def test_each_kind_of_page_says_what_it_is(told: dict[str, list[Thing]]) -> None:
    kinds = {
        "cases/hospital-strike-denial/": {"Article", "BreadcrumbList"},
        "claims/ukrainian-interceptor-hit-okhmatdyt/": {"ClaimReview", "BreadcrumbList"},
        "claims/ukrainian-interceptor-hit-okhmatdyt/file/": set(),
        "embed/claims/ukrainian-interceptor-hit-okhmatdyt/": set(),
        "sources/bbc-8jul/": {"BreadcrumbList"},
        "voices/rt/": {"BreadcrumbList"},
        "comparisons/reuters-9-july-2024/": {"BreadcrumbList"},
        "techniques/": {"DefinedTermSet"},
        "techniques/mind-reading/": {"DefinedTerm", "BreadcrumbList"},
        "terms/": {"DefinedTermSet"},
        "lessons/": set(),
        "lessons/who-is-speaking/": {"LearningResource", "BreadcrumbList"},
        "lessons/who-is-speaking/parallel/": {"LearningResource", "BreadcrumbList"},
        "stories/the-broken-window/": {"BreadcrumbList"},
        "method/": set(),
    }
    assert {path: {each["@type"] for each in told[path]} for path in kinds} == kinds


def test_all_that_pages_say_fits_its_words_and_its_shapes(told: dict[str, list[Thing]]) -> None:
    things = [each for found in told.values() for each in found]
    assert len(things) > 300
    # Sources say the least and are the most: a few stand for all.
    sources = [path for path in told if path.startswith("sources/")]
    some = [each for path, found in told.items() if path not in sources[5:] for each in found]
    assert faults(*some) == []
    assert {json.dumps(list(each)) for path in sources[5:] for each in told[path]} == {
        json.dumps(["@context", "@type", "itemListElement"])
    }


def test_without_an_address_nothing_is_said_and_no_file_is_made(
    sample: Publication, tmp_path: Path, made: Edition
) -> None:
    silent = edition.build(invented.lay_out(tmp_path))
    assert {leaf.head for leaf in silent.leaves} == {""}
    own = (addresses.REVIEWS, addresses.annotations("").removesuffix(".json"))
    assert [file.path for file in silent.files if file.path.startswith(own)] == []
    assert sum(bool(leaf.head) for leaf in made.leaves) > 10
    assert breadcrumbs(Site(), here="x") == ()


def test_an_empty_publication_has_an_empty_feed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    publication = edition.examine(tmp_path)[0]
    (feed,) = claimreviews.files(publication, SITE)
    assert json.loads(feed.data)["dataFeedElement"] == []
    assert faults(json.loads(feed.data)) == []
    assert list(annotations.files(publication, SITE)) == []


# --- what a review says


def test_a_review_says_what_its_page_says(publication: Publication, printed: dict[str, str]) -> None:
    for claim in filter(rated, publication.claims.values()):
        page = printed[addresses.of(claim)]
        tree = html.document_fromstring(page)
        shown = flat(tree.find(".//main").text_content())
        found = the("ClaimReview", blocks(page))
        heading = tree.find(".//h1")
        assert flat(heading.text_content()).endswith(f": {flat(found['claimReviewed'])}")
        assert found["reviewRating"]["alternateName"] == claim.so.finding.label
        assert flat(found["reviewRating"]["alternateName"]) in shown
        assert flat(found["reviewRating"]["ratingExplanation"]) in shown
        assert tree.xpath("//link[@rel='canonical']/@href") == [found["url"]]
        for voice in found["itemReviewed"]["author"]:
            assert flat(voice["name"]) in shown


def test_a_way_back_says_what_the_page_says(told: dict[str, list[Thing]], printed: dict[str, str]) -> None:
    for path in ("claims/okhmatdyt-hit-by-missile/", "cases/hospital-strike-denial/", "voices/rt/"):
        steps = the("BreadcrumbList", told[path])["itemListElement"]
        shown = flat(html.document_fromstring(printed[path]).text_content())
        assert [each["position"] for each in steps] == [*range(1, len(steps) + 1)]
        assert "item" not in steps[-1]
        for step in steps[1:-1]:
            assert step["name"] in shown
        assert flat(steps[-1]["name"]) in shown


def test_the_assertion_is_short_and_holds_no_finding(told: dict[str, list[Thing]]) -> None:
    for things in told.values():
        for each in things:
            if each["@type"] in ("ClaimReview", "Claim"):
                title = each.get("claimReviewed") or each["name"]
                assert len(title) <= 75
                assert not any(word in title.lower() for word in FINDING_WORDS), title


def test_a_review_names_the_checker_the_speaker_and_where_it_appeared(sample: Publication) -> None:
    found = review(sample, sample.claims[EVER], SITE)
    assert found == {
        "@type": "ClaimReview",
        "url": f"{SITE.url}claims/{EVER}/",
        "claimReviewed": "The library will be open longer than ever before",
        "author": {"@type": "Organization", "name": "Claim by Claim", "url": SITE.url},
        "datePublished": sample.claims[EVER].published_on,
        "dateModified": found["dateModified"],
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Contradicted",
            "ratingExplanation": sample.claims[EVER].answer.short,
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": [{"@type": "Person", "name": "Ada Finch"}],
            "datePublished": "2024-09-05",
            "appearance": [{"@type": "NewsArticle", "url": "https://courier.millbrook.test/new-hours"}],
        },
    }


def test_a_review_is_as_new_as_its_page_and_its_last_correction(made: Edition) -> None:
    pages = {leaf.path: leaf for leaf in made.leaves}
    leaf = pages[f"claims/{EVER}/"]
    found = the("ClaimReview", head(leaf))
    assert found["dateModified"] == leaf.on
    assert found["dateModified"] > found["datePublished"], "the sample corrects this claim"


def test_a_voice_has_a_type_only_where_its_record_says_so(sample: Publication) -> None:
    def voice(**more: object) -> Voice:
        return sample.voices["millbrook-radio"].model_copy(update=more)

    assert speaker(voice()) == {"name": "Millbrook Radio"}
    assert speaker(voice(person=True))["@type"] == "Person"
    assert speaker(voice(person=False))["@type"] == "Organization"
    assert speaker(voice(same_as=("https://a.test/b",)))["sameAs"] == ["https://a.test/b"]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ({"on": "unknown"}, ""),
        ({"on": "2024"}, "2024"),
        ({"on": "2024-07"}, "2024-07"),
        ({"on": "2024-07-09"}, "2024-07-09"),
        ({"on": "2024-07-09", "clock": "10:42", "zone": "unknown"}, "2024-07-09"),
        ({"on": "2024-07-09", "clock": "10:42", "zone": "UTC", "precision": "by"}, "2024-07-09"),
        ({"on": "2024-07-09", "clock": "10:42", "zone": "UTC"}, "2024-07-09T10:42:00Z"),
        ({"on": "2024-07-09", "clock": "10:42", "zone": "+03:00"}, "2024-07-09T10:42:00+03:00"),
    ],
)
def test_a_date_is_told_no_more_exactly_than_it_is_known(when: dict[str, str], told: str) -> None:
    assert date(Moment.model_validate(when)) == told


def test_the_case_names_its_article_and_repeats_no_review(told: dict[str, list[Thing]]) -> None:
    case = the("Article", told["cases/hospital-strike-denial/"])
    assert case["about"] == {
        "@type": "NewsArticle",
        "url": "https://www.rt.com/russia/600723-kremlin-kiev-hospital-tragedy/",
        "headline": "Kremlin responds to Kiev hospital attack allegations",
        "datePublished": "2024-07-09",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "RT"},
    }
    assert "Review" not in json.dumps(told["cases/hospital-strike-denial/"])


def test_a_headline_that_nobody_saw_is_left_out(tmp_path: Path) -> None:
    case = (invented.SAMPLE / "data/cases/library-hours.yml").read_text(encoding="utf-8")
    unseen = case.replace("  headline: New hours, new readers\n", "")
    assert unseen != case
    root = invented.lay_out(tmp_path, {"data/cases/library-hours.yml": unseen})
    leaf = next(leaf for leaf in edition.build(root, site=SITE).leaves if leaf.path == "cases/library-hours/")
    assert "headline" not in the("Article", head(leaf))["about"]


def test_every_technique_and_every_term_is_in_its_set(publication: Publication, told: dict[str, list[Thing]]) -> None:
    for path, records in ((addresses.TECHNIQUES, publication.techniques), (addresses.TERMS, publication.terms)):
        found = the("DefinedTermSet", told[path])["hasDefinedTerm"]
        assert sorted(each["termCode"] for each in found) == sorted(records)
        for each in found:
            page, _, anchor = each["url"].partition("#")
            assert page.endswith(addresses.of(records[each["termCode"]]).partition("#")[0])
            assert (anchor == each["termCode"]) is (path == addresses.TERMS)


# --- numbers and words


def test_a_number_says_how_far_an_assertion_holds_and_missing_evidence_has_none() -> None:
    assert {finding.value for finding in NUMBERS} == linkeddata.RATED_FINDINGS
    numbers = [number for number in NUMBERS.values() if number is not None]
    assert len(set(numbers)) == len(numbers), "one number has one word"
    assert NUMBERS[SoFinding.CONTRADICTED] == WORST == 1
    assert NUMBERS[SoFinding.SUPPORTED] == BEST == 5
    assert WORST < (NUMBERS[SoFinding.PARTLY_SUPPORTED] or 0) < BEST
    assert NUMBERS[SoFinding.UNSUPPORTED] is None
    assert rating(SoFinding.UNSUPPORTED, "Why.") == {
        "@type": "Rating",
        "alternateName": "Unsupported",
        "ratingExplanation": "Why.",
    }


def test_the_method_page_tells_the_numbers(printed: dict[str, str]) -> None:
    shown = flat(html.document_fromstring(printed["method/"]).text_content())
    assert "from 1 to 5: contradicted is 1, partly supported is 3 and supported is 5." in shown
    assert "“unsupported” as a word without a number" in shown
    assert [bool(each.note) for each in vocabularies().vocabularies].count(True) == 1


# --- faults that are planted must be found

Plant = Callable[[Thing], None]


def put(*way: str, value: object) -> Plant:
    def plant(thing: Thing) -> None:
        for step in way[:-1]:
            thing = thing[step]
        thing[way[-1]] = value

    return plant


def take(*way: str) -> Plant:
    def plant(thing: Thing) -> None:
        for step in way[:-1]:
            thing = thing[step]
        del thing[way[-1]]

    return plant


RATING = "reviewRating"
PLANTED: dict[str, Plant] = {
    "a typo in a property": put("claimReveiwed", value="x"),
    "a typo in a property, deep": put(RATING, "ratingVale", value=1),
    "a property of another type": put(RATING, "claimReviewed", value="x"),
    "a bad type": put("@type", value="ClaimRevue"),
    "a bad type, deep": put(RATING, "@type", value="Raiting"),
    "a type that is another's": put("itemReviewed", "@type", value="CreativeWork"),
    "no rating": take(RATING),
    "a rating without a word": take(RATING, "alternateName"),
    "a rating without a number": take(RATING, "ratingValue"),
    "a rating above the best": put(RATING, "ratingValue", value=6),
    "a rating below the worst": put(RATING, "ratingValue", value=0),
    "a number that is no number": put(RATING, "ratingValue", value="one"),
    "a word that does not match its number": put(RATING, "alternateName", value="Supported"),
    "a number that does not match its word": put(RATING, "ratingValue", value=5),
    "a word that is no finding": put(RATING, "alternateName", value="False"),
    "a word without a number that has one": put(RATING, "alternateName", value="Unsupported"),
    "a scale of another length": put(RATING, "bestRating", value=10),
    "a date in words": put("datePublished", value="22 November 2026"),
    "a date that no calendar has": put("dateModified", value="2026-13-40"),
    "no date": take("datePublished"),
    "the speaker's date in words": put("itemReviewed", "datePublished", value="on Tuesday"),
    "an address that is not whole": put("url", value="/claims/x/"),
    "no address": take("url"),
    "an assertion that is too long": put("claimReviewed", value="x" * 76),
    "no assertion": take("claimReviewed"),
    "no author": take("author"),
    "another author": put("author", "name", value="Somebody else"),
    "two authors": put("author", value=[{"@type": "Organization", "name": name} for name in "AB"]),
    "nobody who says it": take("itemReviewed", "author"),
    "a place in a word": put("itemReviewed", "appearance", value="the paper"),
}


@pytest.fixture
def sound(sample: Publication) -> Thing:
    thing = {"@context": "https://schema.org", **copy.deepcopy(dict(review(sample, sample.claims[EVER], SITE)))}
    assert faults(thing) == []
    return thing


@pytest.mark.parametrize("planted", PLANTED)
def test_a_fault_in_a_review_is_found(sound: Thing, planted: str) -> None:
    PLANTED[planted](sound)
    assert faults(sound)


def test_a_context_from_elsewhere_is_refused(sound: Thing) -> None:
    sound["@context"] = "https://elsewhere.test/context.jsonld"
    with pytest.raises(Exception, match="expand"):
        faults(sound)


def test_a_review_in_the_wrong_place_is_found(sample: Publication) -> None:
    pages = {
        addresses.of(claim): [review(sample, claim, SITE)] if rated(claim) else [] for claim in sample.claims.values()
    }
    assert misplaced(sample, pages) == []
    one = review(sample, sample.claims[EVER], SITE)
    for path, things in {
        f"claims/{EVER}/": [one, one],
        f"claims/{PROMISE}/": [one],
        f"claims/{MOTIVE}/": [one],
        f"claims/{NOBODY}/": [],
        "cases/library-hours/": [{"@type": "Article", "about": [{"review": one}]}],
    }.items():
        assert [each.partition(":")[0] for each in misplaced(sample, {**pages, path: things})] == [path]


# --- what a lesson says


def test_a_lesson_says_what_its_page_says(publication: Publication, printed: dict[str, str]) -> None:
    pages = [
        (lesson, route, addresses.route(slug, route.route))
        for slug, lesson in publication.lessons.items()
        for route in lesson.routes
    ]
    assert len(pages) >= 16
    for lesson, route, path in pages:
        tree = html.document_fromstring(printed[path])
        shown = flat(tree.find(".//main").text_content())
        found = the("LearningResource", blocks(printed[path]))
        assert tree.xpath("//link[@rel='canonical']/@href") == [found["url"]]
        assert found["name"] == tree.findtext(".//title")
        assert found["timeRequired"] == f"PT{sum(step.minutes for step in route.steps)}M"
        youngest, _, oldest = found["typicalAgeRange"].partition("-")
        assert f"Ages{youngest} to {oldest}" in shown
        assert (f"Ages{youngest} to {route.ages.oldest}, or any age" in shown) is (oldest == "") is bool(route.story)
        for text in (found["description"], *found["teaches"], *found["educationalAlignment"]):
            name = text if isinstance(text, str) else text["targetName"]
            assert flat(name) in shown, (path, name)
        assert {url.rstrip("/").rpartition("/")[2] for url in found["isBasedOn"]} == {
            each.claim for each in lesson.claims
        }


MISSTATED: dict[str, Plant] = {
    "a typo in a property": put("learningResourceTyp", value="lesson plan"),
    "no age": take("typicalAgeRange"),
    "an age in words": put("typicalAgeRange", value="14 to 16"),
    "minutes without their form": put("timeRequired", value="45 minutes"),
    "no licence": take("license"),
    "a claim without its whole address": put("isBasedOn", value=["claims/x/"]),
    "nothing that it is based on": put("isBasedOn", value=[]),
    "a hazard": put("accessibilityHazard", value=["flashing"]),
    "a mode that nobody knows": put("accessMode", value=["smell"]),
    "one aim alone": put("teaches", value=["I can say who speaks."]),
    "an audience of another type": put("audience", "@type", value="Audience"),
    "a date in words": put("dateModified", value="in autumn"),
}


@pytest.fixture
def plan(sample: Publication) -> Thing:
    lesson = sample.lessons["who-promised-what"]
    (made,) = lesson_data(sample, lesson, lesson.routes[0], SITE, "Who promised what?", lesson.published_on)
    thing = {"@context": "https://schema.org", **copy.deepcopy(dict(made))}
    assert faults(thing) == []
    return thing


@pytest.mark.parametrize("planted", MISSTATED)
def test_a_fault_in_what_a_lesson_says_is_found(plan: Thing, planted: str) -> None:
    MISSTATED[planted](plan)
    assert faults(plan)


@pytest.mark.parametrize("field", ["educationalFramework", "targetName", "alignmentType"])
def test_an_alignment_that_lacks_something_is_found(plan: Thing, field: str) -> None:
    del plan["educationalAlignment"][0][field]
    assert faults(plan)


def test_an_alignment_without_its_version_is_found(plan: Thing) -> None:
    plan["educationalAlignment"][0]["educationalFramework"] = "Reading Aims"
    assert faults(plan)


# --- hostile texts


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_no_text_leaves_its_block(name: str) -> None:
    text = hostile.TEXTS[name] + "\u2028\u2029]]>"
    thing = {"@type": "Claim", "name": text, text: [text]}
    printed = render.data_blocks([thing, thing])
    body = printed.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    first, _, second = body.partition('</script><script type="application/ld+json">')
    assert first == second
    assert not set(first) & set("<>&\u2028\u2029")
    assert json.loads(first) == {"@context": "https://schema.org", **thing}
    frame = Frame(f"<html><head>{TOKENS['head']}</head><body></body></html>", SITE)
    page = frame.page(Leaf("a/", "T", "D", "", head=printed))
    assert [html.tostring(each)[:7] for each in html.document_fromstring(page).iter("script")] == [b"<script"] * 2
    assert blocks(page) == [json.loads(first)] * 2


@pytest.mark.parametrize("name", ["end of script", "comment", "tokens of the frame"])
def test_a_hostile_record_says_its_own_letters_to_machines(name: str, tmp_path: Path) -> None:
    ground = hostile.lay_out(tmp_path)
    fields = {"Claim.title", "Answer.short", "Voice.name", "Case.title", "Technique.name", "Term.name"}
    texts = {place: place.text(hostile.TEXTS[name])[:60] for place in ground.places if place.field in fields}
    ground.plant(texts)
    refused, _ = ground.refused(texts, edition.examine(tmp_path)[1])
    texts = {place: text for place, text in texts.items() if place not in refused}
    ground.plant(texts)
    leaves = {leaf.path: leaf for leaf in edition.build(tmp_path, drafts=True, site=SITE).leaves}
    told = [head(leaf) for leaf in leaves.values()]
    assert faults(*(each for things in told for each in things)) == []
    said = json.dumps(told, ensure_ascii=False)
    assert {place.field for place in texts} == fields
    for place, text in texts.items():
        if place.field == "Answer.short" and Path(place.path).stem != EVER:  # only a review has the short answer
            continue
        assert json.dumps(text.strip(), ensure_ascii=False)[1:-1] in said, str(place)


# --- the feed


def test_the_feed_holds_every_review_as_its_page_has_it(built: Built, told: dict[str, list[Thing]]) -> None:
    feed = read(built, addresses.REVIEWS)
    assert faults(feed) == []
    on_pages = {
        each["url"]: {name: value for name, value in each.items() if name != "@context"}
        for things in told.values()
        for each in things
        if each["@type"] == "ClaimReview"
    }
    in_feed = {each["url"]: each for each in feed["dataFeedElement"]}
    assert len(in_feed) == len(feed["dataFeedElement"]) > 10
    assert list(map(letters, in_feed.values())) == [letters(on_pages[url]) for url in in_feed]
    assert set(in_feed) == set(on_pages)
    assert feed["dateModified"] == max(each["dateModified"] for each in in_feed.values())


def letters(thing: Thing) -> str:
    """The object to the letter, the order of its properties too."""
    return json.dumps(thing, ensure_ascii=False)


def test_the_case_leads_to_its_files_and_they_are_there(built: Built, printed: dict[str, str]) -> None:
    tree = html.document_fromstring(printed["cases/hospital-strike-denial/"])
    found = tree.xpath("//link[@rel='alternate'][@type='application/ld+json']/@href")
    assert found == [built.address + addresses.annotations("hospital-strike-denial"), built.address + addresses.REVIEWS]
    assert all((built.folder / each.removeprefix(built.address)).is_file() for each in found)


# --- the annotations


@pytest.fixture
def collection(sample: Publication) -> Thing:
    (file,) = annotations.files(sample, SITE)
    assert file.path == "data/annotations/library-hours.json"
    return json.loads(file.data)


def test_a_collection_keeps_the_model(collection: Thing, built: Built) -> None:
    assert faults(collection, shapes="annotation.ttl") == []
    real = read(built, addresses.annotations("hospital-strike-denial"))
    assert faults(real, shapes="annotation.ttl") == []
    for each in (collection, real):
        items = each["first"]["items"]
        assert each["@context"] == annotations.CONTEXT  # 3.1: a single one is given as a string
        assert "@context" not in each["first"]  # 5.2: an embedded page has none
        assert len({item["id"] for item in items}) == len(items) == each["total"] > 0


def test_a_collection_has_one_annotation_for_each_quotation(publication: Publication, built: Built) -> None:
    items = read(built, addresses.annotations("hospital-strike-denial"))["first"]["items"]
    quotes = [q.exact for claim in publication.claims.values() for each in claim.appearances for q in each.quotes]
    assert sorted(each["target"]["selector"]["exact"] for each in items) == sorted(quotes)
    for each in items:
        text, page = each["body"]
        slug = page["source"]["id"].rstrip("/").rpartition("/")[2]
        assert text["value"].startswith(publication.claims[slug].so.finding.label)
        assert (built.folder / page["source"]["id"].removeprefix(built.address) / "index.html").is_file()


def test_each_selector_finds_its_words_and_only_them(collection: Thing, sample: Publication) -> None:
    """As a client does it that compares letter by letter; a paragraph's lines are one text to it."""
    article = (invented.SAMPLE / "article.txt").read_text(encoding="utf-8")
    items = collection["first"]["items"]
    selectors = [each["target"]["selector"] for each in items]
    assert any("prefix" in each for each in selectors)
    for each in selectors:
        assert article.count(each.get("prefix", "") + each["exact"] + each.get("suffix", "")) == 1, each
        assert article.count(each["exact"]) == 1 or "prefix" in each or "suffix" in each


def item(thing: Thing) -> Thing:
    return thing["first"]["items"][0]


MISTAKES: dict[str, Callable[[Thing], None]] = {
    "no id": lambda thing: item(thing).pop("id"),
    "no target": lambda thing: item(thing).pop("target"),
    "no source": lambda thing: item(thing)["target"].pop("source"),
    "no exact words": lambda thing: item(thing)["target"]["selector"].pop("exact"),
    "two exact words": lambda thing: item(thing)["target"]["selector"].update(exact=["a", "b"]),
    "two prefixes": lambda thing: item(thing)["target"]["selector"].update(prefix=["a", "b"]),
    "a typo in a property": lambda thing: item(thing)["target"]["selector"].update(sufix="x"),
    "a bad type": lambda thing: item(thing).update(type="Annotaton"),
    "a bad selector": lambda thing: item(thing)["target"]["selector"].update(type="TextQuoteSelectr"),
    "another motivation": lambda thing: item(thing).update(motivation="judging"),
    "no text": lambda thing: item(thing)["body"][0].pop("value"),
    "no total": lambda thing: thing.pop("total"),
    "no page": lambda thing: thing.pop("first"),
    "an empty page": lambda thing: thing["first"].update(items=[]),
    "a page without its collection": lambda thing: thing["first"].pop("partOf"),
    "a page that begins elsewhere": lambda thing: thing["first"].update(startIndex=1),
}


@pytest.mark.parametrize("planted", MISTAKES)
def test_a_mistake_in_a_collection_is_found(collection: Thing, planted: str) -> None:
    MISTAKES[planted](collection)
    assert faults(collection, shapes="annotation.ttl")


def test_a_case_without_quotations_has_no_page_of_them(sample: Publication) -> None:
    bare = Publication(
        {key: record for key, record in sample.records.items() if key[0] != "claim"}, {}, sample.documents, frozenset()
    )
    (file,) = annotations.files(bare, SITE)
    collection = json.loads(file.data)
    assert (collection["total"], "first" in collection, "last" in collection) == (0, False, False)
    assert faults(collection, shapes="annotation.ttl") == []
