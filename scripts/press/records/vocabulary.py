"""The closed lists of words that records use; each value carries a reader's label and a plain definition.

A vocabulary lives here and nowhere else: models, editors' schemas, stamps and the method page are drawn from it.
"""

from enum import StrEnum, nonmember
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Vocabulary(StrEnum):
    """A closed list; a member is its own YAML word and has a `label` and a `definition`.

    `NAME` is the list's own short name: the method page anchors each word as `NAME-value`.
    """

    NAME: str
    label: str
    definition: str

    def __new__(cls, value: str, label: str, definition: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.definition = definition
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Give editors the meaning of each value beside the value."""
        schema = handler.resolve_ref_schema(handler(core))
        meanings = [f"{member.label}: {member.definition}" for member in cls]
        schema["enumDescriptions"] = meanings
        schema["markdownEnumDescriptions"] = meanings
        return schema


class SaidFinding(Vocabulary):
    """Was it said?"""

    NAME = nonmember("said")

    CONFIRMED_PRIMARY = (
        "confirmed-primary",
        "Said, at the source",
        "The same words stand at the speaker’s own page or record.",
    )
    CONFIRMED_REPORTED = (
        "confirmed-reported",
        "Said, as outlets report",
        "Two or more different outlets carry the same words; the speaker’s own page was not seen.",
    )
    PARAPHRASE_FAIR = (
        "paraphrase-fair",
        "Said, but reworded",
        "The article uses other words and keeps the sense.",
    )
    PARAPHRASE_ALTERED = (
        "paraphrase-altered",
        "Said, with another sense",
        "The article uses other words, and the sense has shifted.",
    )
    NOT_FOUND = (
        "not-found",
        "Not found",
        "We looked for the words outside the article and did not find them, which does not show that they were not"
        " said; the page says where we looked.",
    )
    ARTICLE_VOICE = (
        "article-voice",
        "By the article itself",
        "The article says it itself and names nobody else as the speaker.",
    )


class SoFinding(Vocabulary):
    """Is it so?"""

    NAME = nonmember("so")

    SUPPORTED = (
        "supported",
        "Supported",
        "Independent evidence says that it is so, and nothing serious speaks against it.",
    )
    PARTLY_SUPPORTED = (
        "partly-supported",
        "Partly supported",
        "A part of it holds and a part does not; the page names both.",
    )
    UNRESOLVED = (
        "unresolved",
        "Unresolved",
        "There is good evidence on both sides, or only the parties speak, or there is too little to tell.",
    )
    UNSUPPORTED = (
        "unsupported",
        "Unsupported",
        "No evidence that would show it was given, and we found none; the page says what we looked for.",
    )
    CONTRADICTED = (
        "contradicted",
        "Contradicted",
        "Independent evidence says that it is not so.",
    )
    NOT_CHECKABLE = (
        "not-checkable",
        "Not checkable",
        "It is an opinion, a motive, a prediction or a value: it goes on inside somebody’s head.",
    )


class Confidence(Vocabulary):
    """How sure can one be?"""

    NAME = nonmember("confidence")

    HIGH = (
        "high",
        "High confidence",
        "Three or more independent origins, and another explanation was tested. We would be surprised to be wrong.",
    )
    MODERATE = (
        "moderate",
        "Moderate confidence",
        "The evidence points one way, but it is thinner or leaves a gap. New evidence could change the finding.",
    )
    LOW = (
        "low",
        "Low confidence",
        "The finding is the best reading of little evidence. Expect it to change.",
    )


class Context(Vocabulary):
    """Does the sentence mislead although its words may be right?"""

    NAME = nonmember("context")

    NONE = ("none", "No note on context", "Nothing that a reader needs is missing around it.")
    MISSING_KEY_FACT = (
        "missing-key-fact",
        "The article leaves out a key fact",
        "The words may hold, but the article leaves out a fact that changes how one reads them.",
    )
    MISLEADING_ORDER = (
        "misleading-order",
        "The order misleads",
        "The facts may hold, but they are told in an order that suggests something else.",
    )
    OUTDATED = ("outdated", "Out of date", "It held once and no longer did when the article appeared.")


class Bearing(Vocabulary):
    """What does an item of evidence do to the claim?"""

    NAME = nonmember("bearing")

    SUPPORTS = ("supports", "For the claim", "If the item is right, the claim is more likely to be so.")
    CONTRADICTS = ("contradicts", "Against the claim", "If the item is right, the claim is less likely to be so.")
    QUALIFIES = ("qualifies", "Qualifies it", "The item limits the claim, or limits what speaks against it.")
    BACKGROUND = ("background", "Background", "The item helps to understand the claim and does not weigh on it.")


class Interest(Vocabulary):
    """What does somebody stand to gain or lose in the matter?"""

    NAME = nonmember("interest")

    NONE_KNOWN = (
        "none-known",
        "No known interest",
        "We know of nothing that they stand to gain or lose in the matter.",
    )
    PARTY = ("party", "A party", "One of the sides whose acts are in question.")
    STATE_MEDIA = (
        "state-media",
        "State media",
        "An outlet that a government owns or pays for, and whose content no law or charter keeps out of its hands.",
    )
    ALLY = ("ally", "An ally", "A government or body that takes a side’s part.")
    NATIONAL_MEDIA = ("national-media", "National media", "An outlet of a country that is a side in the matter.")
    PARTISAN = ("partisan", "Partisan", "A person, group or outlet that openly takes a side.")


class Available(Vocabulary):
    """When was the evidence public, against the article?"""

    NAME = nonmember("available")

    BEFORE = (
        "before",
        "Public before the article",
        "It was public on an earlier day, or at an hour known to be earlier.",
    )
    SAME_DAY = (
        "same-day",
        "Public the same day",
        "It became public on the day of the article; which came first is unknown.",
    )
    AFTER = ("after", "Public after the article", "It became public only later.")
    UNKNOWN = ("unknown", "Not known when", "We could not establish when it became public.")


class AccessKind(Vocabulary):
    """How did we read the source?"""

    NAME = nonmember("access")

    LIVE = ("live", "Read at its address", "We opened the page at its own address.")
    STORED_COPY = (
        "stored-copy",
        "Read as a stored copy",
        "We read a whole copy that somebody keeps, not the page itself.",
    )
    STORED_EXCERPT = (
        "stored-excerpt",
        "Read as a stored excerpt",
        "We read a part of the page as an index of public pages keeps it; we did not open the page.",
    )
    SECONDARY = ("secondary", "Read through a report", "We did not see it; we read somebody’s report of it.")


class Mode(Vocabulary):
    """How does the article put the assertion?"""

    NAME = nonmember("mode")

    ASSERTED = ("asserted", "The article asserts it", "The article says it in its own voice.")
    REPORTED = ("reported", "The article reports it", "The article gives somebody’s words in its own.")
    QUOTED = ("quoted", "The article quotes it", "The article prints somebody’s words in quotation marks.")
    IMPLIED = ("implied", "The article implies it", "The article leads the reader to it without saying it.")


class ClaimType(Vocabulary):
    """What kind of assertion is it?"""

    NAME = nonmember("type")

    EVENT = ("event", "Event", "Something happened, or is the case, in the world.")
    DENIAL = ("denial", "Denial", "Something that was said to have happened did not.")
    GENERAL_DENIAL = ("general-denial", "General denial", "Something never happens, or always happens.")
    EVIDENCE_CLAIM = ("evidence-claim", "Claim about evidence", "Evidence exists and shows something.")
    FRAMING = ("framing", "Framing", "It is these people, or these words, that a matter belongs to.")
    SPEECH = ("speech", "Speech", "Somebody said something.")
    ATTRIBUTION = ("attribution", "Attribution", "Somebody, often unnamed, holds or argues something.")
    PUBLICATION = ("publication", "Publication", "An outlet printed something, or left it out.")
    MOTIVE = ("motive", "Motive", "Somebody did something for this reason.")
    OPINION = ("opinion", "Opinion", "Somebody thinks or values something.")
    INSINUATION = ("insinuation", "Insinuation", "Something is hinted at without being said.")


ABOUT_SPEECH = frozenset({ClaimType.SPEECH, ClaimType.ATTRIBUTION, ClaimType.PUBLICATION})
INSIDE_HEADS = frozenset({ClaimType.MOTIVE, ClaimType.OPINION, ClaimType.INSINUATION})
ABOUT_THE_WORLD = frozenset(ClaimType) - ABOUT_SPEECH - INSIDE_HEADS


class Role(Vocabulary):
    """How much weight does an item carry on its side?"""

    NAME = nonmember("role")

    DECISIVE = ("decisive", "Weighs most on its side", "Of the evidence on its side, it carries most weight.")
    CORROBORATING = ("corroborating", "Adds to its side", "It adds to what carries more weight on its side.")


class OriginKind(Vocabulary):
    """What is the root that evidence goes back to?"""

    NAME = nonmember("origin")

    OBSERVATION = ("observation", "Observation", "What somebody saw, filmed or measured.")
    PHYSICAL_OBJECT = ("physical-object", "Physical object", "A thing that was handled and described.")
    STATEMENT = ("statement", "Statement", "What somebody said or announced.")
    DOCUMENT = ("document", "Document", "A text that itself is the fact: a law, a programme, a record.")
    DATASET = ("dataset", "Dataset", "Counts or records that somebody collects by a method.")


class SourceKind(Vocabulary):
    """What kind of document is the source?"""

    NAME = nonmember("source")

    PRIMARY_DOCUMENT = ("primary-document", "Primary document", "The thing itself: a programme, a law, the article.")
    OFFICIAL_STATEMENT = ("official-statement", "Official statement", "Words of an office or body in its own name.")
    PHYSICAL_EVIDENCE = ("physical-evidence", "Physical evidence", "An account by people who handled an object.")
    OPEN_SOURCE_ANALYSIS = (
        "open-source-analysis",
        "Open-source analysis",
        "Work on public pictures, footage or data, with its steps shown.",
    )
    EXPERT_ASSESSMENT = ("expert-assessment", "Expert assessment", "The judgement of people who know the field.")
    ON_SCENE_REPORT = ("on-scene-report", "On-scene report", "By people who were at the place.")
    AGENCY_REPORT = ("agency-report", "News report", "A news agency’s or outlet’s report.")
    PARTY_CLAIM = (
        "party-claim",
        "A party’s words",
        "What a side says about the matter, on a page of its own or passed on by an outlet.",
    )


class Contains(Vocabulary):
    """What may a reader meet behind a link?"""

    NAME = nonmember("contains")

    FOOTAGE = ("footage", "footage of the strike", "Moving or still pictures of the event.")
    INJURED_PEOPLE = ("injured-people", "pictures of injured people", "People who are hurt can be seen.")
    VICTIMS_NAMES = ("victims-names", "names of victims", "People who died or were hurt are named.")


class LinkState(Vocabulary):
    """What did a source's address answer when a program last asked it?"""

    NAME = nonmember("link")

    OK = ("ok", "It answered", "The address answered with a page.")
    REDIRECTED = ("redirected", "It led elsewhere", "The address led to another one, and that one answered.")
    CHANGED = ("changed", "It was changed", "It answered, and its host says that it was changed after we read it.")
    REFUSES = ("refuses", "It lets no programs look", "Its host keeps programs out; a browser may open it.")
    GONE = ("gone", "It is gone", "The host answered that there is no such page.")
    UNREACHABLE = ("unreachable", "It did not answer", "Nothing usable came back; that may be for a while only.")


class SegmentKind(Vocabulary):
    """What is a sentence of the article, for us?"""

    NAME = nonmember("segment")

    CLAIM = ("claim", "Examined", "It holds an assertion that has a page here.")
    QUOTATION = ("quotation", "Quotation", "It only says that words were said, and they are examined elsewhere.")
    BACKGROUND = ("background", "Background", "It places the matter and asserts nothing that is in question.")
    OPINION = ("opinion", "Opinion", "It judges or values, and cannot be checked.")
    CHECKABLE_UNCHECKED = (
        "checkable-unchecked",
        "No page yet",
        "It could be checked, and has no page here yet; the reason is given.",
    )


class Strength(Vocabulary):
    """How plainly is a technique there?"""

    NAME = nonmember("strength")

    CLEAR = ("clear", "Clear", "Most careful readers would see it.")
    ARGUABLE = ("arguable", "Arguable", "Careful readers may differ.")
    WEAK = ("weak", "Weak", "A trace of it.")


class Wording(Vocabulary):
    """Whose words show the technique?"""

    NAME = nonmember("wording")

    ARTICLE = ("article", "The writer’s own words", "Whoever wrote the text chose the words.")
    QUOTED = ("quoted", "Quoted words", "The words are those of somebody whom the text quotes.")


class Extent(Vocabulary):
    """How much of a comparison text was read?"""

    NAME = nonmember("extent")

    WHOLE = ("whole", "Whole", "We read all of it as a copy keeps it, without the headline.")
    PART = ("part", "In part", "The copy that we read breaks off, or leaves something out; we counted what it shows.")


class Measure(Vocabulary):
    """What is counted in the article and in each comparison text?"""

    NAME = nonmember("count")

    PEOPLE_HARMED = (
        "people-harmed",
        "On people killed or hurt",
        "Sentences which say that people were killed or hurt, here or elsewhere.",
    )
    ACCUSED = (
        "accused",
        "What the accused side says",
        "Sentences with what it says of this event: its cause, or that it did not do it. General rules do not count.",
    )
    ACCUSING = (
        "accusing",
        "What the accusing side says",
        "Sentences with what it says of the cause of this event. One sentence can hold both sides and count for each.",
    )
    NEITHER = (
        "neither",
        "What somebody else says",
        "Sentences with what a named voice without a known interest says of the cause of this event.",
    )
    THINGS = (
        "things",
        "Things pointed to",
        "Objects, pictures and documents that are said to show the cause, each once. A judgement is not a thing.",
    )
    DOUBT = (
        "doubt",
        "Words of doubt",
        "Each of these: alleged, apparently, appears, likely, may, might, perhaps, possibly, preliminary, presumably,"
        " probably, reportedly, seems.",
    )


class RelationType(Vocabulary):
    """How does one claim stand to another?"""

    NAME = nonmember("relation")

    RESTATES = ("restates", "Says again", "It says the same as the other claim in other words.")
    NARROWS = ("narrows", "Narrows", "It says a part of what the other claim says.")
    DEPENDS_ON = ("depends_on", "Depends on", "It can only be so if the other claim is so.")
    SUPPORTS = ("supports", "Speaks for", "If it is so, the other claim is more likely.")
    CONTRADICTS = ("contradicts", "Speaks against", "If it is so, the other claim is less likely.")


class PublicByThen(Vocabulary):
    """Was what is missing already public when the article appeared?"""

    NAME = nonmember("public-by-then")

    PUBLIC = ("public", "Yes", "It was public before the article.")
    NOT_PUBLIC = ("not-public", "No", "It became public only after the article.")
    UNKNOWN = ("unknown", "Unknown", "The hours are not known well enough to set them in order.")


class CorrectionKind(Vocabulary):
    """What was corrected?"""

    NAME = nonmember("correction")

    FACT = ("fact", "A fact", "We had a fact wrong.")
    EVIDENCE = ("evidence", "The evidence", "Evidence came, went or was read wrongly.")
    FINDING = ("finding", "The finding", "The finding or its confidence changed.")
    WORDING = ("wording", "The wording", "The words are clearer or fairer; nothing else changed.")
    WITHDRAWAL = ("withdrawal", "Withdrawn", "The record was taken back.")


class ReviewStatus(Vocabulary):
    """Who has read the record besides its author?"""

    NAME = nonmember("review")

    NONE = ("none", "Not reviewed yet", "No second person has reviewed it yet.")
    EDITOR = ("editor", "Read by an editor", "An editor of the publication has reviewed it.")
    OUTSIDE = ("outside", "Read by an outside reader", "Somebody outside the publication has reviewed it.")


class Precision(Vocabulary):
    """How exactly is an hour known?"""

    NAME = nonmember("precision")

    EXACT = ("exact", "at", "At that hour.")
    BY = ("by", "by", "At that hour or earlier.")
    ABOUT = ("about", "about", "At about that hour.")


class Drawing(Vocabulary):
    """Which drawing of ours stands on a claim's page?"""

    NAME = nonmember("drawing")

    MISSILE_OUTLINES = (
        "missile-outlines",
        "Outlines of two kinds of missile",
        "Two schematic shapes that show which parts to look for; not to scale, and of no single missile.",
    )


class Skill(Vocabulary):
    """What does a lesson practise?"""

    NAME = nonmember("skill")

    SAID_AND_SO = (
        "said-and-so",
        "Telling said from so",
        "Keeping apart that something was said and that it is so.",
    )
    READING_A_DENIAL = (
        "reading-a-denial",
        "Reading a denial",
        "Finding out what exactly is denied, and what is left open.",
    )
    LATERAL_READING = (
        "lateral-reading",
        "Reading laterally",
        "Leaving a page to see who is behind it and what others report.",
    )
    PICTURE_CHECKING = (
        "picture-checking",
        "Checking a picture",
        "Testing what a picture shows, and saying what it cannot show.",
    )
    WEIGHING_MOTIVES = (
        "weighing-motives",
        "Weighing motives",
        "Taking a motive as a reason to check, and not as a proof.",
    )
    FINDING_OMISSIONS = (
        "finding-omissions",
        "Finding what is missing",
        "Asking what a full report would answer, and what was public at the time.",
    )
    READING_WORDS = (
        "reading-words",
        "Hearing words that lean",
        "Finding words that judge, and saying whose they are.",
    )
    CHANGING_ONES_MIND = (
        "changing-ones-mind",
        "Changing one’s mind well",
        "Saying how sure one is and what would change that, and changing when it comes.",
    )


class RouteKind(Vocabulary):
    """Which way does a class go through a lesson?"""

    NAME = nonmember("route")

    CASE = ("case", "With the article", "The real article, in short excerpts.")
    PARALLEL = ("parallel", "With an invented story", "A harmless invented story, with the same steps of thinking.")


class Setting(Vocabulary):
    """Who works with whom in a step?"""

    NAME = nonmember("setting")

    CLASS = ("class", "Whole class", "All together.")
    ALONE = ("alone", "Alone", "Each for themselves.")
    PAIRS = ("pairs", "In pairs", "Two and two.")
    GROUPS = ("groups", "In groups", "Three or four together.")


class ItemKind(Vocabulary):
    """How is a quiz question answered?"""

    NAME = nonmember("item")

    ONE = ("one", "Choose one", "Exactly one answer is right.")
    SEVERAL = ("several", "Choose all that are right", "One or more answers are right, and not all.")
    TRUE_FALSE = ("true-false", "True or false", "A sentence to judge.")
    OPEN = ("open", "Write an answer", "Written in one’s own words; a person reads it.")


class Status(Vocabulary):
    """Is the record public?"""

    NAME = nonmember("status")

    DRAFT = ("draft", "Draft", "Being written; shown only in a preview.")
    PUBLISHED = ("published", "Published", "Public; its address is permanent.")


# In the order in which the method page explains them.
VOCABULARIES: tuple[type[Vocabulary], ...] = (
    SaidFinding,
    SoFinding,
    Confidence,
    Context,
    ClaimType,
    Bearing,
    Role,
    Interest,
    Available,
    AccessKind,
    OriginKind,
    SourceKind,
    Contains,
    LinkState,
    Mode,
    SegmentKind,
    Strength,
    Wording,
    Extent,
    Measure,
    RelationType,
    PublicByThen,
    CorrectionKind,
    ReviewStatus,
    Precision,
    Drawing,
    Skill,
    RouteKind,
    Setting,
    ItemKind,
    Status,
)
