"""Support and actors of a region: filtered, what fits the wishes first, honest about status."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from matcher.directory import Filters
from matcher.language import N_, Language
from matcher.model.questions import Questions
from matcher.model.support import Entry, Event, Measure, Progress
from matcher.model.text import Topic
from matcher.wishes import Wishes

SITUATION_WORDS: dict[str, str] = {
    "job-seeker": N_("I am looking for work"),
    "from-abroad": N_("I come from abroad"),
    "returning": N_("I am coming back"),
    "family-care": N_("Family and care"),
    "training": N_("Training and study"),
    "older-than-50": N_("I am older than 50"),
    "employer": N_("I am an employer"),
}
TOPIC_WORDS: dict[str, str] = {
    "recruiting": N_("Finding and keeping staff"),
    "training": N_("Training"),
    "integration": N_("Arriving"),
    "family": N_("Family and work"),
    "health": N_("Health and care"),
    "networks": N_("Networks"),
    "schools": N_("School and choice of career"),
    "returning": N_("Coming back"),
    "older-workers": N_("Older people"),
}
STATUS_WORDS: dict[str, str] = {
    "running": N_("running"),
    "planned": N_("planned"),
    "unconfirmed": N_("not confirmed"),
    "ended": N_("ended"),
}
KIND_WORDS: dict[str, str] = {
    "offer": N_("offer"),
    "project": N_("project"),
    "network": N_("network"),
    "call": N_("call for projects"),
    "publication": N_("publication"),
    "strategy": N_("strategy"),
    "funding-programme": N_("funding programme"),
    "training-fair": N_("training fair"),
    "job-fair": N_("job fair"),
    "career-fair": N_("career fair"),
    "returnee-fair": N_("fair for people who come back"),
    "online-fair": N_("online fair"),
    "open-company": N_("companies open their doors"),
    "open-day": N_("open day"),
    "network-meeting": N_("meeting of a network"),
    "conference": N_("conference"),
    "seminar-series": N_("series of seminars"),
    "university-event": N_("event of a university"),
    "alliance": N_("alliance"),
    "association": N_("association"),
    "chamber": N_("chamber"),
    "municipality": N_("town"),
    "district-office": N_("district office"),
    "job-agency": N_("employment agency"),
    "jobcenter": N_("jobcentre"),
    "university": N_("university"),
    "training-provider": N_("training provider"),
    "economic-development": N_("economic development agency"),
    "welcome-centre": N_("welcome centre"),
    "school-authority": N_("school authority"),
    "funding-agency": N_("funding agency"),
    "state-ministry": N_("state ministry"),
}
ORDER: tuple[Progress, ...] = ("running", "planned", "unconfirmed", "ended")

Found = TypeVar("Found", bound=Entry)
READERS: dict[str, Callable[[Entry, date], tuple[str, ...]]] = {
    "topic": lambda entry, today: entry.topics,
    "situation": lambda entry, today: getattr(entry, "situations", ()),
    "kind": lambda entry, today: (getattr(entry, "kind", ""),),
    "town": lambda entry, today: (getattr(entry, "town", None) or "",),
    "status": lambda entry, today: (progress(entry, today),),
}


def progress(entry: Entry, today: date) -> Progress:
    """Return how things stand: what ended before today is not running, whatever the file says.

    Examples
    --------
    >>> offer = Measure(id="a", topics=("family",), status="running", ends="2024-05",
    ...     title="T", kind="offer", carrier="C", description="D", sources=("S1",))
    >>> progress(offer, date(2024, 5, 31)), progress(offer, date(2024, 6, 1))
    ('running', 'ended')
    """
    if isinstance(entry, Measure) and entry.ends and last_day(entry.ends) < today:
        return "ended"
    return entry.status


def last_day(when: str) -> date:
    """Return the last day of a year, a month, a day or a span.

    Examples
    --------
    >>> last_day("2024"), last_day("2023/2024-02"), last_day("2024-03-05")
    (datetime.date(2024, 12, 31), datetime.date(2024, 2, 29), datetime.date(2024, 3, 5))
    """
    year, *rest = (int(part) for part in when.rsplit("/", 1)[-1].split("-"))
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else monthrange(year, month)[1]
    return date(year, month, day)


def is_coming(event: Event, today: date) -> bool:
    """Whether the organiser has announced a day that is not over."""
    return event.next_on is not None and event.next_on >= today


def wished_topics(wishes: Wishes, questions: Questions) -> frozenset[Topic]:
    """Return the topics of support that go with some wishes, as the pack says."""
    return frozenset(
        topic for wish in wishes for topic in questions.criterion(wish.criterion).topics
    )


def fitting(
    entries: Iterable[Found], filters: Filters, first: frozenset[Topic], today: date
) -> tuple[Found, ...]:
    """Return the entries that the filters leave: wished topics first, then what is running."""

    def kept(entry: Entry) -> bool:
        return all(
            not (wanted := filters.values.get(key)) or not wanted.isdisjoint(read(entry, today))
            for key, read in READERS.items()
        )

    def place(entry: Entry) -> tuple[bool, int, bool]:
        coming = isinstance(entry, Event) and is_coming(entry, today)
        return first.isdisjoint(entry.topics), ORDER.index(progress(entry, today)), not coming

    return tuple(sorted(filter(kept, entries), key=place))


def choices(
    entries: Iterable[Entry], key: str, words: Mapping[str, str], today: date, speech: Language
) -> list[tuple[str, str]]:
    """Return the values that occur under a key, with the words for them; towns by name."""
    occurring = {value for entry in entries for value in READERS[key](entry, today) if value}
    if not words:
        return [(town, town) for town in sorted(occurring)]
    return [(value, speech.gettext(said)) for value, said in words.items() if value in occurring]
