"""Every message that a contributor can meet, in one file to read aloud: `tests/messages.md`.

It is drawn from the fault cases; `pytest tests/test_messages.py --accept` writes it anew: read what changed, and ask
whether a teacher would understand it.
"""

import re
from inspect import getdoc
from pathlib import Path

import pytest
import yaml

from press import rules

MESSAGES = Path(__file__).parent / "messages.md"
CASES = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(MESSAGES.parent.glob("faults/*.yml"))]
_HEAD = (
    "# What `make check` says\n\nDrawn from the fault cases in `tests/faults/`; every law and every kind of fault has"
    " its message here.\n"
)


def messages(law: str | None) -> list[str]:
    """What the cases of a law, or those of no law, find; each message once, without its place."""
    found = [problem for case in CASES if case.get("law") == law for problem in case["problems"]]
    return sorted({re.sub(r"^[^:]+:\d+:\d+: ", "", each) for each in found})


def drawn() -> str:
    """The whole file."""
    parts = [_HEAD, "## The file and its fields\n", *(f"- {each}" for each in messages(None)), ""]
    for subject, laws in rules.LAWS.items():
        parts.append(f"## {subject}\n")
        for law in laws:
            sentence = (getdoc(law) or "").partition("\n")[0]
            parts += [f"**{sentence}**\n", *(f"- {each}" for each in messages(law.__name__)), ""]
    return "\n".join(parts).rstrip() + "\n"


def test_the_file_shows_every_message_as_it_is_now(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("accept"):
        MESSAGES.write_text(drawn(), encoding="utf-8")
    assert MESSAGES.read_text(encoding="utf-8") == drawn(), "draw it anew: pytest tests/test_messages.py --accept"


@pytest.mark.parametrize("law", rules.RULES, ids=lambda law: law.__name__)
def test_every_law_has_a_message_that_says_what_to_do(law: rules.Rule) -> None:
    """What is wrong stands before the semicolon, and what to do after it."""
    assert messages(law.__name__)
    assert all(re.fullmatch(r"\S.*; \S.*", message) for message in messages(law.__name__))
