"""The pages of a lesson, of an invented story, and what the page for teachers shows."""

from dataclasses import replace

import pytest
from lxml import html

import invented
from press import addresses, graph
from press.graph import Publication
from press.graph.pinned import changed_since, versions
from press.leaves import Page, Site
from press.pages import SLOTS, case, claimfile, lesson, sheet, story, teaching
from press.pages.part import handouts
from press.pages.part.aligned import Aligned
from press.pages.part.linkmaker import lesson_link
from press.records import Lesson
from press.records.vocabulary import CorrectionKind, RouteKind
from press.render import Renderer

EMPTY = Publication({}, {}, {}, frozenset())
SITE = Site("https://claims.millbrook.test/")
SLUG, EVER, PROMISE = "who-promised-what", "library-open-longer-than-ever", "mayor-promised-longer-hours"
WAYS = {RouteKind.CASE: f"lessons/{SLUG}/", RouteKind.PARALLEL: f"lessons/{SLUG}/parallel/"}


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    root = invented.lay_out(tmp_path_factory.mktemp("lesson"), invented.STATES)
    return graph.without_drafts(graph.assemble(invented.sound(root))[0])


def with_lesson(publication: Publication, **more: object) -> Publication:
    changed = publication.lessons[SLUG].model_copy(update=more)
    return replace(publication, records={**publication.records, changed.ref: changed})


def pinning(publication: Publication, version: int) -> Publication:
    claims = publication.lessons[SLUG].claims
    return with_lesson(publication, claims=tuple(each.model_copy(update={"version": version}) for each in claims))


def planned(publication: Publication, site: Site = SITE) -> dict[str, Page]:
    makers = (lesson.pages(publication, site), story.pages(publication, site), teaching.pages(publication))
    return {page.path: page for pages in makers for page in pages}


def body(publication: Publication, page: Page) -> html.HtmlElement:
    return html.fragment_fromstring(Renderer(publication).leaf(page).body, create_parent="main")


def way(publication: Publication, kind: RouteKind = RouteKind.CASE, site: Site = SITE) -> html.HtmlElement:
    return body(publication, planned(publication, site)[WAYS[kind]])


def slot(publication: Publication, name: str, site: Site = SITE) -> html.HtmlElement:
    template, view = SLOTS[name]
    text = Renderer(publication).html(template, view(publication, site), addresses.TEACH)
    return html.fragment_fromstring(text, create_parent="main")


def words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def the(element: html.HtmlElement, path: str) -> html.HtmlElement:
    (found,) = element.xpath(path)
    return found


# --- the two ways


def test_each_way_has_its_page_and_leads_to_the_other(publication: Publication) -> None:
    pages = planned(publication)
    assert set(WAYS.values()) < set(pages)
    titles = [pages[path].title for path in WAYS.values()]
    assert titles == [
        "Who promised what? A lesson, ages 14 to 16",
        "Who promised what? A lesson with an invented story, ages 11 to 13, or any age",
    ]
    assert pages[WAYS[RouteKind.CASE]].search.text == "What does a promise show?"
    for kind, other in zip(WAYS, reversed(WAYS.values()), strict=True):
        shown = way(publication, kind)
        assert words(the(shown, "//h1")) == "Who promised what?"
        assert any(href.endswith(other) for href in shown.xpath("//a/@href")), kind
        assert pages[WAYS[kind]].search.title == pages[WAYS[kind]].title


def test_a_lesson_with_one_way_says_nothing_of_another(publication: Publication) -> None:
    alone = with_lesson(publication, routes=publication.lessons[SLUG].routes[:1])
    assert "The other way" not in words(way(alone))
    assert WAYS[RouteKind.PARALLEL] not in planned(alone)


def test_the_facts_are_counted_from_the_steps(publication: Publication) -> None:
    told = {
        words(the(each, "dt")): words(the(each, "dd"))
        for each in the(way(publication), "//dl[@class='glance']").xpath("div")
    }
    assert told["Ages"] == "14 to 16"
    assert told["Time"] == "45 minutes18 for the core alone"
    assert told["Practises"] == "Telling said from so, hearing words that lean"
    assert "40 minutes" in words(the(way(publication, RouteKind.PARALLEL), "//dl[@class='glance']"))


def test_the_note_with_its_choices_comes_before_everything_that_is_taught(publication: Publication) -> None:
    note = the(way(publication), "//aside[@aria-labelledby='before']")
    assert "A library and its hours. The flood." in words(note)
    assert [words(each) for each in note.xpath(".//li")] == ["Take the story instead."]
    assert "The desk of the library." in words(note)
    assert not note.xpath(".//details"), "a choice is not folded away"
    for kind in WAYS:
        assert not way(publication, kind).xpath("//aside[@aria-labelledby='before']/preceding::section[@class]"), kind
    places = {
        (each.getprevious().tag, each.getnext().get("class"))
        for each in (the(way(publication, kind), "//aside[@aria-labelledby='before']") for kind in WAYS)
    }
    assert places == {("dl", "jump")}


def test_before_the_article_stands_what_to_read_first_and_what_fits_tomorrow(publication: Publication) -> None:
    note = the(way(publication), "//aside[@aria-labelledby='before']")
    hrefs = [href.replace("../", "") for href in note.xpath("p/a/@href")]
    first = [f"teach/{name}/" for name in ("briefing", "hard-subjects", "families")]
    assert hrefs == [*first, WAYS[RouteKind.PARALLEL], "teach/single/"]
    assert "Only tonight?" in words(note)
    alone = with_lesson(publication, routes=publication.lessons[SLUG].routes[:1])
    assert "story for everyone" not in words(way(alone))


def test_the_way_with_the_story_speaks_of_the_story_alone(publication: Publication) -> None:
    record, story = publication.lessons[SLUG], publication.stories["the-lost-cake"]
    shown = way(publication, RouteKind.PARALLEL)
    note = words(the(shown, "//aside[@aria-labelledby='before']"))
    upset = "If somebody is upset all the same: how to teach a hard subject says what to do."
    assert note == f"Before you teach this{record.routes[1].note} {upset}"
    told = words(shown)
    own = [story.known, "crumb", "“Dogs like cake, so it was the dog.”", "Ask who could open the door.", "Draw the"]
    assert [text for text in own if text not in told] == []
    of_the_case = [
        *(each.gloss for each in record.words), *(each.what for each in record.gets_right), *record.prepare,
        *record.materials, *(each.pupils_say for each in record.misconceptions), record.differentiation.support,
        record.content_note.contains, record.content_note.support, "The mayor gave a speech.",
    ]  # fmt: skip
    assert [text for text in of_the_case if f"{text}" in told.replace("Print the sheet, one", "")] == []
    assert shown.xpath("//section[@id='claims'] | //*[@id='right']") == []


def test_a_story_that_says_nothing_of_its_own_is_harmless(publication: Publication) -> None:
    case, parallel = publication.lessons[SLUG].routes
    bare = parallel.model_copy(update={"note": None, "words": (), "misconceptions": (), "differentiation": None})
    shown = way(with_lesson(publication, routes=(case, bare)), RouteKind.PARALLEL)
    assert "This way tells an invented story. Nobody in it is hurt." in words(shown)
    assert shown.xpath("//*[@id='words' or @id='help' or @id='misconceptions'] | //a[@href='#help']") == []


def test_the_first_link_to_pass_on_is_for_pupils_and_the_plan_is_for_colleagues(publication: Publication) -> None:
    for kind, path in WAYS.items():
        section = the(way(publication, kind), "//section[@id='link']")
        codes = [each.get("aria-label") for each in section.xpath(".//*[name() = 'svg']")]
        assert codes == [f"QR code of {SITE.url}{path}sheet/", f"QR code of {SITE.url}{path}"]
        assert words(the(section, ".//details/summary")) == "A link for colleagues, to this plan"
        assert section.xpath(".//details//pre") == section.xpath(".//pre")[2:]
        assert section.getprevious().get("id") == "print"


def test_the_table_tells_the_ways_apart_and_is_found_by_what_a_lesson_is_about(publication: Publication) -> None:
    rows = slot(publication, "lessons").xpath("//tbody/tr")
    assert [words(the(each, "th/a")) for each in rows] == ["Who promised what?", "Who promised what? With the story"]
    assert [words(the(each, "td[2]")) for each in rows] == ["Ages 14 to 16", "Ages 11 to 13, or any age"]
    case, parallel = (each.get("data-words").split() for each in rows)
    assert {"ever", "Pupils", "apart"} < set(case), "words of an assertion, and of the summary"
    assert "apart" in parallel
    assert "ever" not in parallel


def test_a_name_that_begins_with_its_code_is_told_once() -> None:
    assert Aligned("F", "1", "Source", "Source: Who has it?", "").label == "Source: Who has it?"
    assert Aligned("F", "1", "R1", "Telling who speaks", "").label == "R1 Telling who speaks"


def test_everything_of_the_record_is_on_the_page(publication: Publication) -> None:
    record = publication.lessons[SLUG]
    shown = words(way(publication))
    texts = [record.question, record.summary, *record.objectives, *record.prepare, *record.materials, *record.subjects]
    texts += [text for each in record.words for text in (each.word, each.gloss)]
    texts += [text for each in record.rubric for text in each.model_dump().values()]
    texts += [each.what for each in record.gets_right]
    texts += [text for step in record.routes[0].steps for text in (step.title, *step.say)]
    texts += ["Show the sentence. Ask for two votes.", "They fill in the card.", "Reasons and not only ticks."]
    texts += ["Give the first word.", "Ask for a third voice.", "Ask what the ledger shows.", "Who speaks in it?"]
    texts += ["“She said it, so it is true.”", "R1 Telling who speaks", "Reading Aims, 2nd edition, 2023"]
    assert [text for text in texts if text not in shown] == []


def test_what_one_prints_is_led_to(publication: Publication) -> None:
    for kind, path in WAYS.items():
        hrefs = way(publication, kind).xpath("(//ul[contains(@class, 'handouts')])[1]//a/@href")
        found = [href.replace("../", "") for href in hrefs]
        assert found == [f"{path}{name}/" for name in ("sheet", "sheet/large", "key", "slides")]
        assert "cannot hide a key" in words(way(publication, kind))


def test_a_file_is_listed_by_its_line_in_one_list(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    line = ("Quiz", "for a quiz program", lambda slug, kind: f"{addresses.route(slug, kind)}quiz.txt")
    monkeypatch.setattr(handouts, "FILES", (line,))
    (link,) = way(publication, RouteKind.PARALLEL).xpath("//h3[@id='files']/following-sibling::ul[1]//a")
    assert (link.text, link.get("href")) == ("Quiz", f"../../../{WAYS[RouteKind.PARALLEL]}quiz.txt")


# --- the run sheet


def test_the_clock_runs_through_the_whole_and_through_the_core_alone(publication: Publication) -> None:
    steps = lesson.run_sheet(publication, publication.lessons[SLUG], publication.lessons[SLUG].routes[0])
    assert [(each.whole.start, each.whole.end) for each in steps] == [(0, 8), (8, 35), (35, 45)]
    assert [each.alone and (each.alone.start, each.alone.end) for each in steps] == [(0, 8), None, (8, 18)]


def test_the_core_is_marked_by_a_word_and_a_shape(publication: Publication) -> None:
    for step, record in zip(
        way(publication).xpath("//ol[contains(@class, 'run')]/li"),
        publication.lessons[SLUG].routes[0].steps,
        strict=True,
    ):
        marks = [each.get("class") for each in step.xpath(".//p[@class='core' or @class='beyond']")]
        assert marks == (["core"] if record.core else ["beyond"])
        assert ("Not in the core" in words(step)) is not record.core
        assert ("run__step--more" in step.get("class")) is not record.core


def test_a_lesson_without_a_core_offers_none(publication: Publication) -> None:
    route = publication.lessons[SLUG].routes[0]
    steps = tuple(step.model_copy(update={"core": False}) for step in route.steps)
    bare = with_lesson(publication, routes=(route.model_copy(update={"steps": steps}),))
    assert way(bare).xpath("//*[@id='core'] | //a[@href='#core']") == []


def test_a_board_shows_what_the_class_sees_and_no_answer(publication: Publication) -> None:
    board = the(way(publication), "//li[@id='step-1']//div[contains(@class, 'run__board')]")
    assert "Mayor Ada Finch promised that its doors" in words(board)
    assert "In our words:" in words(board)
    assert not board.xpath(".//*[contains(@class, 'answer') or contains(@class, 'writing')]")
    assert not way(publication).xpath("//li[@id='step-3']//div[contains(@class, 'run__board')]")


# --- what it teaches


def test_a_claim_stands_with_its_stamps_and_the_version_that_was_written_for(publication: Publication) -> None:
    rows = the(way(publication), "//section[@id='claims']").xpath(".//tbody/tr")
    assert len(rows) == 2
    for row in rows:
        slug = the(row, "th/a").get("href").rstrip("/").rpartition("/")[2]
        claim = publication.claims[slug]
        assert claim.so.finding.label in words(row)
        assert ("Version 1 (now 2)" in words(row)) is (slug == EVER), slug


def test_a_hard_word_leads_to_its_term(publication: Publication) -> None:
    term = the(way(publication), "//dl[@class='gloss-list']//dt/a")
    assert term.get("href").endswith("terms/#opening-hours")


# --- what changed since


def test_a_change_of_what_it_teaches_stands_at_the_top_of_both_ways(publication: Publication) -> None:
    for kind in WAYS:
        shown = way(publication, kind)
        note = the(shown, "//aside[@aria-labelledby='changed']")
        told = words(note)
        assert "Contradicted: The library will be open longer than ever before" in told
        assert "stands at version 2; the lesson was written for version 1" in told
        assert "25 September 2024, the evidence: We had read one column of the ledger as winter hours." in told
        assert "Before: The ledger gives ten to seven. Now: The ledger gives ten to eight." in told
        assert note.getprevious().tag == "header"
        assert note.xpath(".//a/@href")[-1].endswith("corrections/#ledger-read-again")


def test_a_lesson_that_is_up_to_date_has_no_note(publication: Publication) -> None:
    now = pinning(publication, 2)
    assert changed_since(now, now.lessons[SLUG]) == ()
    assert not way(now).xpath("//aside[@aria-labelledby='changed']")
    assert "every lesson teaches findings as they stand now" in words(slot(now, "changed-lessons"))


def test_only_what_came_after_the_pinned_version_is_told_the_oldest_first(publication: Publication) -> None:
    first = publication.corrections[0]
    more = [
        first.model_copy(update={"slug": "read-once-more", "on": "2024-10-02", "kind": CorrectionKind.FINDING}),
        first.model_copy(update={"slug": "a-comma", "on": "2024-10-03", "kind": CorrectionKind.WORDING}),
        first.model_copy(update={"slug": "a-fact", "on": "2024-10-04", "kind": CorrectionKind.FACT}),
    ]
    later = replace(publication, records={**publication.records, **{each.ref: each for each in more}})
    claim = later.claims[EVER]
    assert [(number, each.slug) for number, each in versions(later, claim)] == [
        (2, "ledger-read-again"),
        (3, "read-once-more"),
        (4, "a-fact"),
    ]
    (changed,) = changed_since(pinning(later, 2), pinning(later, 2).lessons[SLUG])
    assert (changed.pinned, changed.version) == (2, 4)
    assert [each.slug for each in changed.corrections] == ["read-once-more", "a-fact"]


def test_a_changed_lesson_is_one_line_on_the_page_for_teachers(publication: Publication) -> None:
    (line,) = slot(publication, "changed-lessons").xpath("//li")
    assert words(line).startswith("Who promised what?: changed on 25 September 2024. Contradicted: ")


def test_the_page_of_a_lesson_is_as_new_as_what_it_tells(publication: Publication) -> None:
    assert planned(publication)[WAYS[RouteKind.CASE]].on == "2024-09-25"
    assert planned(pinning(publication, 2))[WAYS[RouteKind.CASE]].on == "2024-09-20"


def test_the_feeds_are_named_only_where_the_site_has_an_address(publication: Publication) -> None:
    (feed,) = way(publication).xpath("//a[contains(@href, 'feeds/')]/@href")
    assert feed.endswith(f"feeds/lessons/{SLUG}.xml")
    assert not way(publication, site=Site()).xpath("//a[contains(@href, 'feeds/')]")
    assert slot(publication, "changed-lessons").xpath("//a[contains(@href, 'feeds/lessons.xml')]")
    assert not slot(publication, "changed-lessons", Site()).xpath("//a[contains(@href, 'feeds/')]")
    links = {link.path for link in planned(publication)[WAYS[RouteKind.PARALLEL]].links}
    assert {"feeds/lessons.xml", f"feeds/lessons/{SLUG}.json"} < links


# --- honest, and found from elsewhere


def test_a_lesson_says_who_has_read_it_and_that_no_teacher_has_tried_it(publication: Publication) -> None:
    shown = words(the(way(publication), "//section[@id='about']"))
    assert "No second person has reviewed it yet." in shown
    assert "No teacher has tried it in a class yet" in shown
    assert "We look at it again by 1 September 2090." in shown


def test_the_case_and_the_whole_file_lead_to_the_lessons(publication: Publication) -> None:
    link = the(body(publication, next(case.pages(publication, SITE))), "//*[@id='lessons']//a")
    assert (link.text, link.get("href")) == ("1 lesson built on this case", "../../lessons/")
    files = {page.path: page for page in claimfile.pages(publication, SITE)}
    for slug in publication.claims:
        found = body(publication, files[addresses.whole_file(slug)]).xpath("//section[@id='lessons']//a/@href")
        expected = [WAYS[RouteKind.CASE]] if slug in (EVER, PROMISE) else []
        assert [href.replace("../", "") for href in found] == expected, slug


# --- stories and lists


def test_a_story_says_in_its_title_and_at_its_top_that_it_is_invented(publication: Publication) -> None:
    page = planned(publication)["stories/the-lost-cake/"]
    shown = body(publication, page)
    assert page.title.startswith("An invented story")
    assert page.description.startswith("Invented")
    assert words(the(shown, "//h1")).startswith("An invented story:")
    assert "No person, place, paper or event in it is real." in words(the(shown, "//aside"))


def test_the_lines_of_a_story_have_the_numbers_that_lessons_name(publication: Publication) -> None:
    shown = body(publication, planned(publication)["stories/the-lost-cake/"])
    lines = shown.xpath("//ol[@class='story-lines']/li")
    assert [words(each) for each in lines] == list(publication.stories["the-lost-cake"].lines)
    assert [each.get("id") for each in lines] == ["line-1", "line-2", "line-3"]


def test_what_a_teacher_knows_of_a_story_is_folded(publication: Publication) -> None:
    shown = body(publication, planned(publication)["stories/the-lost-cake/"])
    open_text = words(shown)
    for secret in ("Crumbs point to the cook.", "The cook stands for nobody."):
        assert secret in open_text
        holder = the(shown, f"//p[contains(., '{secret}')]")
        assert [each.tag for each in holder.iterancestors()].count("details") == 1
        assert "open" not in the(holder, "ancestor::details").attrib
    assert the(shown, "//section[@id='teacher']//a").get("href").endswith(WAYS[RouteKind.PARALLEL])


def test_the_table_of_plans_is_whole_and_what_narrows_it_fits_its_rows(publication: Publication) -> None:
    shown = slot(publication, "lessons")
    rows = shown.xpath("//table[@id='lessons']/tbody/tr")
    assert [the(row, "th/a").get("href").replace("../", "") for row in rows] == list(WAYS.values())
    known = {f"{box.get('name')}:{box.get('value')}" for box in shown.xpath("//form//input[@type='checkbox']")}
    told = [set(row.get("data-facets").split()) for row in rows]
    assert told[0] > {"age:14-15", "age:16", "minutes:20", "minutes:45", "skill:said-and-so"}
    assert "age:11-13" not in told[0]
    assert {"age:11-13", "age:14-15"} < known
    assert known <= told[0] | told[1]
    assert the(shown, "//form").get("data-table") == "lessons"
    for form in shown.xpath("//*[@data-script]"):
        assert "hidden" in form.attrib, "without the script there is nothing that does nothing"


def test_a_plan_for_any_age_is_found_under_every_age_from_its_youngest_on(publication: Publication) -> None:
    found = {}
    for row in slot(publication, "lessons").xpath("//tbody/tr"):
        told = [each.split(":") for each in row.get("data-facets").split()]
        found[words(the(row, "td[2]"))] = [value for facet, value in told if facet == "age"]
    assert found == {"Ages 14 to 16": ["14-15", "16"], "Ages 11 to 13, or any age": ["11-13", "14-15", "16"]}


def test_whoever_reads_the_ages_of_a_story_reads_that_it_fits_any(publication: Publication) -> None:
    pages = {page.path: page for page in (*planned(publication).values(), *sheet.pages(publication, SITE))}
    path = WAYS[RouteKind.PARALLEL]
    texts = [pages[path].title, pages[path].description, pages[f"{path}sheet/"].description]
    texts += [words(each) for each in way(publication, RouteKind.PARALLEL).xpath("//dl[@class='glance']/div[1]/dd")]
    texts += [lesson_link(publication.lessons[SLUG], publication.lessons[SLUG].routes[1], SITE).text]
    assert [text for text in texts if "11 to 13, or any age" not in text] == []
    case = pages[WAYS[RouteKind.CASE]]
    assert "any age" not in case.title + case.description


def test_before_the_story_stands_what_to_read_for_a_pupil_who_is_upset(publication: Publication) -> None:
    note = the(way(publication, RouteKind.PARALLEL), "//aside[@aria-labelledby='before']")
    assert [href.replace("../", "") for href in note.xpath(".//a/@href")] == [addresses.HARD_SUBJECTS]


def test_by_the_files_stands_how_the_questions_become_a_quiz_and_what_nobody_has_tried(
    publication: Publication,
) -> None:
    for kind in WAYS:
        told = words(the(way(publication, kind), "//h3[@id='files']/following-sibling::ul[1]/following-sibling::p[1]"))
        assert told.startswith("Moodle: in the question bank, choose Import and the format GIFT.")
        assert "add the questions to a quiz" in told
        assert "not in a running Moodle" in told


def test_a_framework_says_how_it_was_read_and_which_lessons_serve_it(publication: Publication) -> None:
    shown = the(slot(publication, "frameworks"), "//details")
    told = words(shown)
    assert "Reading Aims 2nd edition, 2023" in told
    assert "The list of aims was read; the notes on each were not." in told
    assert "R1 Telling who speaks" in told
    assert "R2" not in told, "no lesson serves it"
    assert shown.xpath(".//dd/a/@href") == [f"../{WAYS[RouteKind.CASE]}"]


def test_before_there_is_a_lesson_the_lists_say_so() -> None:
    pages = planned(EMPTY)
    assert set(pages) == {addresses.LESSONS, addresses.STORIES}
    assert "No lesson has been published yet." in words(body(EMPTY, pages[addresses.LESSONS]))
    assert "No story has been published yet." in words(body(EMPTY, pages[addresses.STORIES]))
    assert "No lesson has been published yet." in words(slot(EMPTY, "lessons"))


def test_a_correction_of_a_lesson_stands_in_its_history(publication: Publication) -> None:
    wrong = publication.corrections[0].model_copy(update={"slug": "a-better-step", "corrects": f"lesson:{SLUG}"})
    later = replace(publication, records={**publication.records, wrong.ref: wrong})
    history = the(way(later), "//h3[@id='history']/following-sibling::ul[1]")
    assert "25 September 2024: We had read one column of the ledger as winter hours. (the evidence)" in words(history)
    assert later.version(later.records[Lesson.KIND, SLUG]) == 2
