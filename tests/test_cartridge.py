"""A Common Cartridge is what platforms read: rules of the profile 1.1, each as an assertion."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree, html

import hostile
import invented
import quizreaders
from press import addresses, edition
from press.exports import cartridge
from press.exports.cartridge import manifest
from press.exports.cartridge.manifest import Kind, Module, Thing
from press.graph import Publication
from press.leaves import Site
from press.records.vocabulary import RouteKind

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/some/path/")
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource}"
LOMIMSCC = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
LINK, TOPIC = (f"{{http://www.imsglobal.org/xsd/imsccv1p1/{name}_v1p1}}" for name in ("imswl", "imsdt"))
TYPES = {
    "webcontent": None,
    "imswl_xmlv1p1": f"{LINK}webLink",
    "imsdt_xmlv1p1": f"{TOPIC}topic",
    "imsqti_xmlv1p2/imscc_xmlv1p1/assessment": f"{quizreaders.QTI}questestinterop",
}
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")
# The order of an element's children, as the schemas have it.
ORDERS = {
    f"{CP}manifest": ("metadata", "organizations", "resources"),
    f"{CP}metadata": ("schema", "schemaversion", "lom"),
    f"{CP}item": ("title", "item", "metadata"),
    f"{CP}resource": ("metadata", "file", "dependency"),
    f"{LOM}intendedEndUserRole": ("source", "value"),
    f"{LINK}webLink": ("title", "url"),
    f"{TOPIC}topic": ("title", "text", "attachments"),
    f"{quizreaders.QTI}assessment": ("qtimetadata", "section"),
    f"{quizreaders.QTI}item": ("itemmetadata", "presentation", "resprocessing", "itemfeedback"),
    f"{quizreaders.QTI}respcondition": ("conditionvar", "setvar", "displayfeedback"),
}


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def order_faults(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(*ORDERS):
        names = [local(child) for child in element]
        known = ORDERS[element.tag]
        if any(name not in known for name in names) or names != sorted(names, key=known.index):
            yield f"{local(element)} has {names}"


def manifest_faults(tree: etree._Element) -> Iterator[str]:
    """What a manifest breaks of the profile, whatever files there are."""
    yield from order_faults(tree)
    names = [element.get("identifier") for element in tree.iter() if element.get("identifier")]
    yield from (f"{name} is there twice" for name in set(names) if names.count(name) > 1)
    yield from (f"{name} is no NCName" for name in names if not NCNAME.fullmatch(name))
    if tree.findtext(f"{CP}metadata/{CP}schema") != "IMS Common Cartridge":
        yield "the schema is another"
    if tree.findtext(f"{CP}metadata/{CP}schemaversion") != "1.1.0":
        yield "the version of the schema is another"
    if not tree.findtext(f"{CP}metadata/{LOMIMSCC}lom/{LOMIMSCC}general/{LOMIMSCC}title/{LOMIMSCC}string"):
        yield "it has no title"
    organizations = tree.findall(f"{CP}organizations/{CP}organization")
    if [each.get("structure") for each in organizations] != ["rooted-hierarchy"]:
        yield "there is one organization, a rooted hierarchy"
    tops = [item for each in organizations for item in each.findall(f"{CP}item")]
    if len(tops) != 1 or tops[0].find(f"{CP}title") is not None or tops[0].get("identifierref"):
        yield "at the root is one item without a title"
    for item in tree.iter(f"{CP}item"):
        if item not in tops and not (item.findtext(f"{CP}title") or "").strip():
            yield f"{item.get('identifier')} has no title"
    for module in (item for top in tops for item in top):
        if module.get("identifierref") or not module.findall(f"{CP}item"):
            yield f"{module.get('identifier')} is no module"


def resource_faults(tree: etree._Element, files: dict[str, bytes]) -> Iterator[str]:
    """Where the manifest and the files do not fit together."""
    resources = {each.get("identifier"): each for each in tree.iter(f"{CP}resource")}
    asked = [item.get("identifierref") for item in tree.iter(f"{CP}item") if item.get("identifierref")]
    if sorted(asked) != sorted(resources):
        yield "each resource stands once in the order"
    listed = [file.get("href") for each in resources.values() for file in each.iter(f"{CP}file")]
    if sorted(listed) != sorted(set(files) - {manifest.PATH}):
        yield "each file is listed once, and each that is listed is there"
    for name, resource in resources.items():
        own = [file.get("href") for file in resource.iter(f"{CP}file")]
        page = resource.get("type") == "webcontent"
        if resource.get("type") not in TYPES:
            yield f"{name} is of the type {resource.get('type')}"
        elif len(own) != 1 or resource.get("href") != (own[0] if page else None):
            yield f"{name} has one file, which is its address only where it is a page"
        elif not page and etree.fromstring(files[own[0]]).tag != TYPES[resource.get("type")]:
            yield f"{name} is something else than its type says"


def read(data: bytes) -> tuple[etree._Element, dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names)
        files = {name: archive.read(name) for name in names}
    return etree.fromstring(files[manifest.PATH]), files


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("cartridges")))[0]


@pytest.fixture(scope="module")
def real() -> Publication:
    return edition.examine(ROOT)[0]


@pytest.fixture(scope="module")
def made(publication: Publication, real: Publication) -> dict[str, bytes]:
    """Every cartridge of the invented and the real publication, with and without an address."""
    return {
        f"{name} {site.url} {file.path}": file.data
        for name, each in (("invented", publication), ("real", real))
        for site in (SITE, Site())
        for file in cartridge.files(each, site)
    }


def test_there_is_one_for_each_route_and_one_for_each_way_through_the_unit(publication: Publication) -> None:
    assert [file.path for file in cartridge.files(publication, SITE)] == [
        "lessons/who-promised-what/lesson.imscc",
        "lessons/who-promised-what/parallel/lesson.imscc",
        "lessons/unit.imscc",
        "lessons/unit-parallel.imscc",
    ]


def test_every_cartridge_keeps_the_rules_of_the_profile(made: dict[str, bytes]) -> None:
    assert made
    for name, data in made.items():
        tree, files = read(data)
        found = [*manifest_faults(tree), *resource_faults(tree, files)]
        for path, document in files.items():
            if path.endswith(".xml"):
                found += order_faults(etree.fromstring(document))
        assert found == [], name


def test_programs_know_a_cartridge_by_its_first_bytes(made: dict[str, bytes]) -> None:
    for data in made.values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            first = archive.infolist()[0]
            assert first.filename == "imsmanifest.xml"
            start = archive.read(first)[:500].decode().lower()
        squeezed = re.sub(r"[\s'\"]", "", start)
        assert "xmlns=http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" in squeezed


def test_no_machine_and_no_clock_is_in_the_archive(made: dict[str, bytes], publication: Publication) -> None:
    for data in made.values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = archive.infolist()
        marks = {(each.date_time, each.create_system, each.external_attr, each.extra) for each in held}
        assert marks == {((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, b"")}
    twice = [tuple(cartridge.files(publication, SITE)) for _ in range(2)]
    assert twice[0] == twice[1]


def things(data: bytes) -> dict[str, etree._Element]:
    """The resources of a cartridge by the last word of their names."""
    tree, _ = read(data)
    return {each.get("identifier").rsplit("-", 1)[1]: each for each in tree.iter(f"{CP}resource")}


def test_what_tells_an_answer_or_a_finding_is_for_instructors_and_nothing_else_is(publication: Publication) -> None:
    for file in cartridge.files(publication, SITE):
        roles = {name: each.findtext(f".//{LOM}value") for name, each in things(file.data).items()}
        claims = {name for name in roles if name.startswith("claim")}
        assert {name for name, role in roles.items() if role == "Instructor"} == {"key", "plan", *claims}
        assert set(roles.values()) == {"Instructor", None}


def test_the_note_on_the_article_is_the_first_thing_of_its_cartridge(publication: Publication) -> None:
    case, parallel = list(cartridge.files(publication, SITE))[:2]
    tree, files = read(case.data)
    first = next(item for item in tree.iter(f"{CP}item") if item.get("identifierref"))
    assert first.findtext(f"{CP}title") == "Before we begin"
    told = " ".join(html.fromstring(files["who-promised-what/case/note.html"]).text_content().split())
    assert "A library and its hours. " in told
    assert "You may work on the story instead, or leave and come back. You need not say why." in told
    assert "note" not in things(parallel.data)


def test_links_lead_to_whole_addresses_and_tell_findings_only_after_the_quiz(publication: Publication) -> None:
    case, parallel = list(cartridge.files(publication, SITE))[:2]
    tree, files = read(case.data)
    titles = [item.findtext(f"{CP}title") for item in tree.iter(f"{CP}item") if item.get("identifierref")]
    assert titles[-3:-1] == [
        "Supported: “The mayor promised longer hours”",
        "Contradicted: “The library will be open longer than ever before”",
    ]
    assert titles.index("Exit ticket: Who promised what?") == len(titles) - 4
    linked = {etree.fromstring(data).find(f"{LINK}url").get("href") for data in files.values() if b"webLink" in data}
    lesson = publication.lessons["who-promised-what"]
    assert linked == {
        SITE.whole("lessons/who-promised-what/"),
        *(SITE.whole(addresses.page("claim", pinned.claim)) for pinned in lesson.claims),
    }
    _, younger = read(parallel.data)
    assert sum(b"webLink" in data for data in younger.values()) == 1
    assert not any(b"/claims/" in data for data in younger.values())


def test_a_cartridge_says_for_which_ages_it_is_as_its_page_does(publication: Publication) -> None:
    made = {file.path: file.data for file in cartridge.files(publication, SITE)}
    for way, ages in (("", "For ages 14 to 16."), ("parallel/", "For ages 11 to 13, or any age.")):
        tree, _ = read(made[f"lessons/who-promised-what/{way}lesson.imscc"])
        about = tree.findtext(f"{CP}metadata/{LOMIMSCC}lom/{LOMIMSCC}general/{LOMIMSCC}description/{LOMIMSCC}string")
        assert about.endswith(ages)


def test_without_an_address_there_are_no_links_and_the_cartridge_says_so(publication: Publication) -> None:
    for file in cartridge.files(publication, Site()):
        tree, files = read(file.data)
        assert not any(b"webLink" in data for data in files.values())
        assert "no address yet, so it holds no links" in " ".join(tree.itertext())
    for file in cartridge.files(publication, SITE):
        assert "no address" not in " ".join(read(file.data)[0].itertext())


def test_the_unit_holds_what_its_lessons_hold(publication: Publication, real: Publication) -> None:
    for each in (publication, real):
        made = {file.path: file.data for file in cartridge.files(each, SITE)}
        for kind in RouteKind:
            singles = [
                read(made[addresses.handout(lesson.slug, route.route, addresses.CARTRIDGE)])[1]
                for lesson in each.lessons.values()
                for route in lesson.routes
                if route.route is kind
            ]
            if singles:
                _, unit = read(made[addresses.UNITS[kind]])
                together = {path: data for single in singles for path, data in single.items()}
                del together[manifest.PATH], unit[manifest.PATH]
                assert unit == together


def test_a_quiz_has_each_question_of_the_exit_ticket(publication: Publication, real: Publication) -> None:
    for each in (publication, real):
        for lesson in each.lessons.values():
            for route in lesson.routes:
                path = addresses.handout(lesson.slug, route.route, addresses.CARTRIDGE)
                (data,) = (file.data for file in cartridge.files(each, Site()) if file.path == path)
                _, files = read(data)
                asked = quizreaders.qti(files[f"{lesson.slug}/{route.route}/quiz.xml"])
                assert [question.name for question in asked] == list(route.exit_ticket)


def test_the_metadata_of_a_quiz_is_that_of_an_exam(publication: Publication) -> None:
    for file in cartridge.files(publication, SITE):
        for data in read(file.data)[1].values():
            if b"questestinterop" in data:
                root = etree.fromstring(data)
                fields = root.iterfind(f"{quizreaders.QTI}assessment/{quizreaders.QTI}qtimetadata/*")
                told = {field[0].text: field[1].text for field in fields}
                assert told["cc_profile"] == "cc.exam.v0p1"
                assert told["qmd_assessmenttype"] == "Examination"
                idents = [each.get("ident") for each in root.iter(f"{quizreaders.QTI}item")]
                assert len(set(idents)) == len(idents)
                for item in root.iter(f"{quizreaders.QTI}item"):
                    essay = quizreaders._fields(item)["cc_profile"] == "cc.essay.v0p1"
                    assert (quizreaders._fields(item).get("qmd_computerscored") == "No") == essay


PARTS: tuple[str, ...] = ("h1", "h2", "table", "caption", "blockquote", "ol")


def test_a_page_needs_nothing_else_and_says_what_is_on_the_sheet(publication: Publication) -> None:
    (case, *_) = cartridge.files(publication, SITE)
    _, files = read(case.data)
    sheet, key = (html.fromstring(files[f"who-promised-what/case/{name}.html"]) for name in ("sheet", "key"))
    for page in (sheet, key):
        assert page.get("lang") == "en-GB"
        assert page.xpath("//@src | //@href | //script | //link[not(@rel)]") == []
        assert all(page.xpath(f"//{part}") for part in PARTS)
        assert page.xpath("//th[not(@scope)]") == []
    words = " ".join(sheet.text_content().split())
    assert "Mayor Ada Finch promised that its doors" in words
    assert "Line 1. Paragraph 1:" in words, "who speaks is what the sheet asks"
    assert "From an article of " in words
    answers = ("Yes, two outlets carry it", "Both halves are there.", "Two outlets carry the same words.")
    assert [answer for answer in answers if answer in words] == []
    assert all(answer in " ".join(key.text_content().split()) for answer in answers)
    assert len(sheet.xpath("//div[@class='line']")) == 3 + 3


def test_markup_in_a_record_stays_text(publication: Publication) -> None:
    lesson = publication.lessons["who-promised-what"]
    route = lesson.routes[0]
    hostile = '<script>x</script> & "q" ]]> ]'
    sheet = route.sheet.model_copy(update={"title": hostile})
    routes = (route.model_copy(update={"sheet": sheet}),)
    changed = lesson.model_copy(update={"title": hostile, "question": hostile, "routes": routes})
    module = cartridge._module(publication, changed, routes[0], SITE)
    tree, files = read(cartridge._cartridge("x", hostile, hostile, [module], SITE))
    assert [*manifest_faults(tree), *resource_faults(tree, files)] == []
    page = html.fromstring(files["who-promised-what/case/sheet.html"])
    assert page.xpath("//script") == []
    assert page.findtext(".//h1") == hostile


RUNS = "//script | //img | //iframe | //object | //base | //form | //a | //@*[starts-with(name(), 'on')]"


@pytest.mark.parametrize("name", ["script", "image", "end of title", "attribute", "javascript link", "reference"])
def test_hostile_text_in_any_record_stays_text(tmp_path: Path, name: str) -> None:
    ground = hostile.lay_out(tmp_path)
    texts = {place: place.text(hostile.TEXTS[name]) for place in ground.places}
    publication, _ = hostile.without_laws(ground, texts)
    seen = 0
    for file in cartridge.files(publication, SITE):
        tree, files = read(file.data)
        assert [*manifest_faults(tree), *resource_faults(tree, files)] == []
        for path, data in files.items():
            for markup in [data.decode()] if path.endswith(".html") else quizreaders.markup(data):
                assert html.document_fromstring(markup).xpath(RUNS) == [], path
                seen += "__pwned" in markup
    assert seen > 50


Planted = Callable[[etree._Element], object]


@pytest.mark.parametrize(
    "planted",
    [
        lambda tree: tree.find(f".//{CP}resource").set("identifier", "1"),
        lambda tree: tree.find(f".//{CP}item/{CP}item").set("identifier", tree.get("identifier")),
        lambda tree: tree.find(f".//{CP}resource").set("type", "imswl_xmlv1p3"),
        lambda tree: tree.find(f".//{CP}resource").append(etree.Element(f"{CP}metadata")),
        lambda tree: tree.find(f".//{CP}file").set("href", "elsewhere.html"),
        lambda tree: tree.find(f".//{CP}resources").remove(tree.find(f".//{CP}resource")),
        lambda tree: etree.SubElement(tree.find(f".//{CP}organization/{CP}item"), f"{CP}title"),
        lambda tree: tree.find(f"{CP}metadata/{CP}schemaversion").__setattr__("text", "1.3.0"),
        lambda tree: tree.find(f".//{CP}organization").set("structure", "flat"),
    ],
)
def test_the_rules_have_teeth(planted: Planted) -> None:
    thing = Thing("a-page", "A page", Kind.PAGE, "a.html", b"")
    data = manifest.document("m", "T", "A", [Module("a", "A", (thing,))])
    tree, files = etree.fromstring(data), {manifest.PATH: data, "a.html": b""}
    assert [*manifest_faults(tree), *resource_faults(tree, files)] == []
    planted(tree)
    assert [*manifest_faults(tree), *resource_faults(tree, files)] != []
