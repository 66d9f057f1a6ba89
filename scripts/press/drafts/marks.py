"""Where an article quotes: what stands between its quotation marks is somebody's words, and not its own."""

import re

# A mark that is not closed goes on to the end of the paragraph, as where speech fills several; a single one must be
# closed, for an apostrophe looks the same, and one inside a word closes nothing.
_QUOTED = re.compile(
    r"""„[^“”]*(?:[“”]|$)|“[^“”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)"""
    r"""|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)"""
)


def quoted(paragraph: str, start: int, end: int) -> bool | None:
    """Whether a piece of a paragraph stands inside quotation marks; None where it does so in part."""
    found = [each.span() for each in _QUOTED.finditer(paragraph)]
    if any(first <= start and end <= last for first, last in found):
        return True
    return None if any(first < end and start < last for first, last in found) else False
