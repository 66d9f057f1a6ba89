"""What a value without quotes means; whatever two YAML readers could read differently is refused."""

import re

WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
# More digits than a float keeps would be changed in silence.
MOST_DIGITS = 15

INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
SWITCH = re.compile(r"yes|no|on|off|y|n", re.IGNORECASE)
CAPITAL = re.compile(r"true|false|null", re.IGNORECASE)
HOUR = re.compile(r"[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\.[0-9_]*)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:.*)?")
NUMBER = re.compile(
    r"[-+]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+"
    r"|([0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)([eE][-+]?[0-9]+)?|\.inf)|\.nan",
    re.IGNORECASE,
)


class Ambiguous(ValueError):
    """A value without quotes that YAML readers do not agree on; its text says what to do."""


def plain(text: str) -> str | int | float | bool | None:
    """The value of a scalar that was written without quotes.

    Only `true`, `false`, `null`, `~`, nothing at all, and plain decimal numbers are other than text.
    Raises Ambiguous for what YAML 1.1 or 1.2 reads as something else than text in any other spelling.
    Source: https://yaml.org/type/ (1.1) and https://yaml.org/spec/1.2.2/#103-core-schema (1.2).
    """
    if text in WORDS:
        return WORDS[text]
    if SWITCH.fullmatch(text):
        raise Ambiguous(f"'{text}' may be read as true or false; write true or false, or put it in quotes")
    if CAPITAL.fullmatch(text):
        raise Ambiguous(f"'{text}' is not in lower case; write {text.lower()}, or put it in quotes")
    if text in ("=", "<<"):
        raise Ambiguous(f"'{text}' is a sign of YAML's own; put it in quotes")
    if DATE.fullmatch(text):
        raise Ambiguous(f"'{text}' is a date without quotes; put it in quotes")
    if HOUR.fullmatch(text):
        raise Ambiguous(f"'{text}' may be read as a number of seconds; put it in quotes")
    if NUMBER.fullmatch(text):
        return _number(text)
    return text


def _number(text: str) -> int | float:
    whole = INTEGER.fullmatch(text)
    if not whole and not DECIMAL.fullmatch(text):
        remedy = "write it like 12 or 0.5, or put it in quotes"
        raise Ambiguous(f"'{text}' is a number that not every program reads alike; {remedy}")
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise Ambiguous(f"a number of more than {MOST_DIGITS} digits loses its last ones; put it in quotes")
    return int(text) if whole else float(text)


def key(text: str) -> str:
    """The text of a key without quotes; raises Ambiguous where a reader would not take it for text.

    `on`, `off`, `yes`, `no`, `y` and `n` are text here: `on` is the name of a field, and as a key nobody
    means true by it.
    """
    if SWITCH.fullmatch(text):
        return text
    if text == "<<":
        raise Ambiguous("'<<' takes in fields from elsewhere, which a record never does; write the fields out")
    if not text:
        raise Ambiguous("a field has no name; write 'name: value'")
    if not isinstance(plain(text), str):
        raise Ambiguous(f"a field's name must be text, and '{text}' is not; put it in quotes")
    return text
