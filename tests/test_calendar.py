"""An event for the calendar: what RFC 5545 asks, and nothing that a text could add."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matcher.exports.calendar import icalendar
from matcher.language import language
from matcher.model.facts import Link
from matcher.model.support import Event
from tests.server import ask, running
from tests.starter import new_pack

GERMAN = language("de")
DAYS = some.dates(date(2020, 1, 1), date(2100, 12, 31))
# Marks of lines and fields, what a calendar could run, and letters of two and four octets.
BITS = some.sampled_from(
    ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b", "\0", ",", ";", ":", "\\", "\\n", '"',
     "END:VEVENT", "ATTACH:x", "BEGIN:VALARM", "ä", "😀", " ", "Messe in der Halle am Fluss"]
)  # fmt: skip
HOSTILE = some.lists(BITS | some.text(max_size=5), max_size=30).map("".join)
PLAIN = some.text(some.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200)
ONCE = ["VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"]


def event(**more) -> Event:
    """An event whose texts are not checked, as if a rule of the packs had been forgotten."""
    fine = Event(
        id="messe", name="Messe", kind="job-fair", topics=("training",), confidence="unverified"
    )
    return fine.model_copy(update={"next_on": date(2026, 9, 1), **more})


def content_lines(text: str) -> list[tuple[str, str]]:
    """Read a calendar as RFC 5545 3.1 says: unfold, then part each line at its first colon."""
    assert text.endswith("\r\n")
    lines = re.sub("\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n")
    return [(name, value) for name, _, value in (line.partition(":") for line in lines)]


def unescaped(value: str) -> str:
    """Read a text value as RFC 5545 3.3.11 says."""
    assert not re.search(r"(?<!\\)(\\\\)*[;,]", value)  # else it were a list
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def everything(text: str, day: date = date(2026, 9, 1)) -> Event:
    return event(
        name={"de": text},
        venue={"de": text},
        town=text,
        organisers=(text, text),
        website=Link.model_construct(url=f"https://example.org/{text}"),
        next_on=day,
    )


@given(text=HOSTILE)
def test_whatever_a_text_holds_no_line_is_added(text):
    names = [name for name, _ in content_lines(icalendar(everything(text), "region", GERMAN))]

    assert names[:1] + names[-1:] == ["BEGIN", "END"]
    assert names.count("BEGIN") == names.count("END") == 2
    assert [name for name in names if name in ONCE] == ONCE
    assert set(names) - {"BEGIN", "END", *ONCE} <= {"LOCATION", "DESCRIPTION", "URL"}
    assert len(names) == len(set(names)) + 2


@given(text=HOSTILE)
def test_every_line_has_at_most_75_octets_and_ends_as_it_must(text):
    calendar = icalendar(everything(text), "region", GERMAN)

    for line in calendar.removesuffix("\r\n").split("\r\n"):
        assert 1 <= len(line.encode()) <= 75
        assert len(line.splitlines()) == 1  # no other end of a line, of any kind


@given(text=HOSTILE)
def test_the_address_of_the_organiser_is_plain_ascii_without_spaces(text):
    found = dict(content_lines(icalendar(everything(text), "region", GERMAN)))

    assert re.fullmatch(r"https://example\.org/[!-~]*", found["URL"])


@given(name=PLAIN, town=PLAIN, venue=PLAIN, organisers=some.lists(PLAIN, max_size=3), day=DAYS)
def test_a_calendar_reads_what_the_pack_says(name, town, venue, organisers, day):
    told = event(
        name={"de": name},
        town=town,
        venue={"de": venue},
        organisers=tuple(organisers),
        website=Link(url="https://example.org/messe?a=b;c,d"),
        next_on=day,
    )

    lines = content_lines(icalendar(told, "harz", GERMAN))
    found = dict(lines)

    assert unescaped(found["SUMMARY"]) == name
    assert unescaped(found["LOCATION"]) == f"{venue}, {town}"
    assert unescaped(found.get("DESCRIPTION", "")) == GERMAN.all_of(organisers)
    assert found["URL"] == "https://example.org/messe?a=b;c,d"
    assert found["DTSTART;VALUE=DATE"] == f"{day:%Y%m%d}"
    assert found["DTEND;VALUE=DATE"] == f"{day + timedelta(days=1):%Y%m%d}"
    assert found["UID"] == f"messe-{day:%Y%m%d}@harz"
    assert lines[:3] == [
        ("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Zukunftsort-Finder//DE"),
    ]  # fmt: skip
    assert lines[3] == ("BEGIN", "VEVENT")
    assert lines[-2:] == [("END", "VEVENT"), ("END", "VCALENDAR")]


def test_what_the_pack_does_not_say_has_no_line():
    names = {name for name, _ in content_lines(icalendar(event(), "harz", GERMAN))}

    assert names.isdisjoint({"LOCATION", "DESCRIPTION", "URL"})


def test_a_time_of_day_that_nobody_knows_is_not_made_up():
    calendar = icalendar(event(), "harz", GERMAN)

    assert "DTSTART;VALUE=DATE:20260901\r\n" in calendar
    assert "DTSTART:" not in calendar


def test_the_name_is_told_in_the_language_that_is_asked_for():
    told = event(name={"de": "Messe", "en": "Fair"})

    assert "SUMMARY:Fair\r\n" in icalendar(told, "harz", language("en"))


def test_an_event_without_a_day_is_no_entry():
    with pytest.raises(ValueError, match="messe has no day"):
        icalendar(event(next_on=None), "harz", GERMAN)


# ---- the address


@pytest.fixture(scope="module")
def fairs(tmp_path_factory):
    """The address of a finder of one small region whose fairs are to come, over, or without day."""
    pack = new_pack(tmp_path_factory.mktemp("fairs"), "musterland")
    today = datetime.now(UTC).date()
    days = {
        "coming": today + timedelta(days=30),
        "over": today - timedelta(days=1),
        "some-day": None,
    }
    entries = [
        f"  - id: {name}\n    name: {{de: Messe; Musterstadt, en: Fair}}\n    kind: job-fair\n"
        f"    topics: [training]\n    confidence: unverified\n"
        + (f"    next_on: {day}\n" if day else "")
        for name, day in days.items()
    ]
    (pack / "events.yaml").write_text("events:\n" + "".join(entries), encoding="utf-8")
    with running(FINDER_DATA=str(pack.parent)) as url:
        yield f"{url}/event"


def test_a_coming_event_is_answered_as_a_calendar_that_is_saved_under_its_name(fairs):
    status, headers, text = ask(f"{fairs}/musterland/coming.ics")

    assert status == 200
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["content-disposition"] == 'attachment; filename="coming.ics"'
    found = dict(content_lines(text))
    assert unescaped(found["SUMMARY"]) == "Messe; Musterstadt"
    assert found["UID"].startswith("coming-")
    assert found["UID"].endswith("@musterland")


def test_it_is_answered_in_english_where_that_is_asked_for(fairs):
    _, _, text = ask(f"{fairs}/musterland/coming.ics?lang=en")

    assert "SUMMARY:Fair\r\n" in text


@pytest.mark.parametrize(
    "path", ["musterland/over", "musterland/some-day", "musterland/nothing", "atlantis/coming"]
)
def test_whatever_is_not_coming_is_not_found_and_that_is_said_in_a_sentence(fairs, path):
    status, headers, text = ask(f"{fairs}/{path}.ics?lang=en")

    assert status == 404
    assert headers["content-type"].startswith("text/plain")
    assert text == "No such event is announced."
