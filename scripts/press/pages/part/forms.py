"""The issue forms of the repository, for people who send something without git."""

from dataclasses import dataclass

from press.leaves import Site

# The name of the form's file in .github/ISSUE_TEMPLATE/, without its ending -> for what it is.
FORMS = {
    "2-wrong-fact": "Something on a page is wrong",
    "1-missing-source": "A source is missing",
    "3-suggest-claim": "A claim or an article should be examined",
    "4-teacher": "A question from a teacher",
}


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what it is for, and its whole address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class FormsView:
    """The forms; none where no repository is configured."""

    forms: tuple[Form, ...]


def forms(site: Site) -> FormsView:
    """The forms of the configured repository."""
    return FormsView(tuple(Form(label, site.form(name)) for name, label in FORMS.items() if site.repository))
