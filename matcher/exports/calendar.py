"""Events that are announced, for a calendar: iCalendar (RFC 5545)."""

from datetime import timedelta
from urllib.parse import quote

from matcher.exports.contact import URL_CHARACTERS
from matcher.exports.content_lines import escaped, folded
from matcher.language import Language
from matcher.model.support import Event


def icalendar(event: Event, region: str, language: Language) -> str:
    """Return an event as a calendar with one entry for the whole day.

    The time is not in the packs, so none is given; the web page of the organiser knows it.

    Raises
    ------
    ValueError
        If no day is announced.
    """
    if event.next_on is None:
        raise ValueError(f"{event.id} has no day")
    where = ", ".join(
        filter(None, (language.text(event.venue) if event.venue else "", event.town or ""))
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Zukunftsort-Finder//DE",
        "BEGIN:VEVENT",
        f"UID:{event.id}-{event.next_on:%Y%m%d}@{region}",
        f"DTSTAMP:{event.next_on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.next_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.next_on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(language.text(event.name))}",
    ]
    if where:
        lines.append(f"LOCATION:{escaped(where)}")
    if event.organisers:
        lines.append(f"DESCRIPTION:{escaped(language.all_of(event.organisers))}")
    if event.website:
        lines.append(f"URL:{quote(event.website.url, safe=URL_CHARACTERS)}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(f"{folded(line)}\r\n" for line in lines)
