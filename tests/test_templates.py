"""Templates and views fit each other: the variables of a template are the fields of its view, and all is used."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest
from jinja2 import DictLoader, Environment, meta, nodes

import invented
import press
from press import edition, pages, render
from press.leaves import Site
from press.offline import start

SCRIPTS = Path(__file__).parent.parent / "scripts"
TEMPLATES = sorted(render.TEMPLATES.rglob("*.jinja"))

ENVIRONMENT = render.environment(lambda kind, slug: f"{kind}/{slug}/")


def asked_for(name: str, environment: Environment = ENVIRONMENT) -> set[str]:
    """The variables that a template takes from its view, those of the templates that it includes with it."""
    assert environment.loader
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    found = meta.find_undeclared_variables(tree)
    for part in tree.find_all((nodes.Include, nodes.Extends)):
        assert isinstance(part.template, nodes.Const), f"{name} includes a template that only the run knows"
        found |= asked_for(part.template.value, environment)
    return found - set(environment.globals)


def views(root: Path) -> dict[str, type]:
    """Template -> the view that it prints, of all pages and slots of the publication below `root`."""
    publication, problems = edition.examine(root)
    assert invented.shown(problems) == ""
    found = {page.template: type(page.view) for maker in pages.PAGES for page in maker(publication)}
    found |= {template: type(view(publication, Site())) for template, view in pages.SLOTS.values()}
    found |= {template: type(view(())) for template, view in pages.FILE_SLOTS.values()}
    return found | {start.TEMPLATE: start.StartView}


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, type]:
    return views(invented.lay_out(tmp_path_factory.mktemp("views"), invented.STATES))


def name_of(template: Path) -> str:
    return template.relative_to(render.TEMPLATES).as_posix()


def test_the_variables_of_a_template_are_the_fields_of_its_view(planned: dict[str, type]) -> None:
    for template, view in planned.items():
        assert is_dataclass(view), template
        assert asked_for(template) == {field.name for field in fields(view)}, f"{template} and {view.__name__} differ"


def test_every_template_is_printed_by_a_page_or_a_slot(planned: dict[str, type]) -> None:
    written = {name for name in map(name_of, TEMPLATES) if not name.startswith("part/")}
    assert written == set(planned)
    assert {Path(template).parent.name for template, _ in (*pages.SLOTS.values(), *pages.FILE_SLOTS.values())} <= {
        "slot"
    }


def test_a_variable_without_a_field_would_be_seen() -> None:
    texts = {"a": "{% include 'b' %}{{ x }}{% set y = 1 %}{{ y }}", "b": "{{ z }}"}
    environment = Environment(loader=DictLoader(texts), autoescape=True)
    assert asked_for("a", environment) == {"x", "z"}


def test_every_part_is_used() -> None:
    text = {name_of(template): template.read_text(encoding="utf-8") for template in TEMPLATES}
    parts = {name for name in text if name.startswith("part/")}
    used = {part for part in parts for name, body in text.items() if name != part and f'"{part}"' in body}
    assert parts - used == set()


def submodules() -> Iterator[ModuleType]:
    names = [found.name for found in walk_packages(press.__path__, "press.")]
    yield from (import_module(name) for name in names if name.startswith("press.pages"))


def test_every_field_of_what_a_view_holds_is_read() -> None:
    """A view holds finished things; one that neither a template nor a module reads is left over."""
    read: set[str] = set()
    for template in TEMPLATES:
        tree = ENVIRONMENT.parse(template.read_text(encoding="utf-8"))
        read |= {node.attr for node in tree.find_all(nodes.Getattr)} | meta.find_undeclared_variables(tree)
    for file in SCRIPTS.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        read |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    held = {
        f"{kind.__module__}.{kind.__name__}.{field.name}": field.name
        for module in submodules()
        for kind in vars(module).values()
        if inspect.isclass(kind) and is_dataclass(kind) and kind.__module__ == module.__name__
        for field in fields(kind)
    }
    assert held
    assert sorted(where for where, name in held.items() if name not in read) == []


def test_every_template_opens_with_a_comment_that_names_its_context() -> None:
    opens = re.compile(r"\{#-?\s+\S[^#]{10,}?-?#\}", re.DOTALL)
    assert [name_of(template) for template in TEMPLATES if not opens.match(template.read_text(encoding="utf-8"))] == []


ACTIVE = re.compile(
    r"""<script\b|<iframe\b|<object\b|<embed\b|\sstyle\s*=|\son[a-z]+\s*=\s*["'{]|javascript:""", re.IGNORECASE
)


def test_no_template_holds_a_style_or_a_script() -> None:
    text = {name_of(template): template.read_text(encoding="utf-8") for template in TEMPLATES}
    assert [f"{name}: {match[0]}" for name, body in text.items() for match in ACTIVE.finditer(body)] == []
    for planted in ('<p style="x">', '<a onclick="x">', "<script>", '<a href="javascript:x">', "<p\nonload='x'>"):
        assert ACTIVE.search(planted), planted


def test_only_finished_html_is_called_safe() -> None:
    """`| safe` switches the escaping off: in templates it stands for the drawings alone."""
    text = {name_of(template): template.read_text(encoding="utf-8") for template in TEMPLATES}
    uses = {name for name, body in text.items() if re.search(r"\|\s*safe\b|autoescape", body)}
    assert uses <= {"part/glyph.html.jinja"}
