"""Languages by their English names, for what a reader is told before a link."""

# English names as ISO 639 gives them; a tag that is not here is shown as it is.
_NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "mk": "Macedonian",
    "nb": "Norwegian",
    "nl": "Dutch",
    "nn": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sk": "Slovak",
    "uk": "Ukrainian",
}


def language_name(tag: str) -> str:
    """'uk' or 'uk-UA' -> 'Ukrainian'; an unknown tag is its own name."""
    return _NAMES.get(tag.split("-", maxsplit=1)[0], tag)
