"""What leaves the finder in a card, a draft or a code holds what it should, and nothing more."""

from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from matcher.exports.contact import mail_draft, vcard, wish_words
from matcher.exports.qr import qr_svg
from matcher.language import language
from matcher.wishes import MAX_LENGTH, parse_wishes

GERMAN = language("de")
PROPERTIES = {"BEGIN", "VERSION", "N", "FN", "ORG", "ADR;TYPE=WORK", "URL", "NOTE", "END"}
HOSTILE = [
    "Park\r\nTEL:+49 1",
    "Park\nEND:VCARD\nBEGIN:VCARD",
    "Park\rNOTE:x",
    "Park\u2028NOTE:x",
    "Park\u2029NOTE:x",
    "Park\x85NOTE:x",
    "Park\x0bNOTE:x\x0cNOTE:y\x00",
    "Park;NOTE,x\\",
    "Park\\nNOTE:x",
    "\\;,:" * 40,
    "Straße ä€😀" * 30,
    "?to=a@b.example&cc=c@d.example&body=x#y%0AZ",
]


def unfolded(card):
    return card.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def hostile_site(region, text):
    site = region.sites[0]
    return site.model_copy(
        update={
            "name": text,
            "address": site.address.model_copy(update={"street": text, "city": text}),
            "website": site.website.model_copy(update={"url": f"https://a.example/{text}"}),
            "contact": None,
        }
    )


def test_every_site_has_a_card_with_its_name_and_its_town(region):
    for site in region.sites:
        lines = unfolded(vcard(site, GERMAN))

        assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
        assert lines[-1] == "END:VCARD"
        assert f"FN:{site.name}" in lines
        town = site.address.city.replace(",", "\\,")
        assert any(f";{town};" in line for line in lines if line.startswith("ADR"))
        assert {line.partition(":")[0] for line in lines} <= PROPERTIES


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_adds_no_property_to_a_card(region, text):
    card = vcard(hostile_site(region, text), GERMAN)
    names = [line.partition(":")[0] for line in unfolded(card)]

    assert set(names) <= PROPERTIES
    assert len(names) == len(set(names))
    assert len(card.splitlines()) == card.count("\r\n")  # no other end of a line, of any kind


@pytest.mark.parametrize("text", HOSTILE)
def test_no_line_of_a_card_is_longer_than_75_octets(region, text):
    for line in vcard(hostile_site(region, text), GERMAN).split("\r\n"):
        assert len(line.encode()) <= 75


def test_a_comma_a_semicolon_and_a_backslash_stay_in_their_field(region):
    card = vcard(hostile_site(region, "A, B; C \\ D"), GERMAN)

    assert "FN:A\\, B\\; C \\\\ D" in unfolded(card)


def test_a_draft_names_the_site_the_wishes_and_the_employers_and_has_no_recipient(catalogue):
    wishes = parse_wishes("sector=chemistry&living=near-water:must", catalogue.region.questions)
    words = wish_words(catalogue, wishes, GERMAN)
    site = catalogue.region.sites[0]

    draft = urlsplit(mail_draft(site, words, ["A & B"], "https://f.example/?a=b&c=d", GERMAN))
    fields = parse_qs(draft.query, strict_parsing=True)

    assert (draft.scheme, draft.path) == ("mailto", "")
    assert set(fields) == {"subject", "body"}
    body = fields["body"][0]
    for part in (site.name, "Chemie", "Nah am Wasser (", "A & B", "https://f.example/?a=b&c=d"):
        assert part in body


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_adds_no_field_to_a_draft(region, text):
    link = mail_draft(hostile_site(region, text), [text], [text], text, GERMAN)
    draft = urlsplit(link)

    assert draft.path == ""
    assert draft.fragment == ""
    assert set(parse_qs(draft.query, strict_parsing=True)) == {"subject", "body"}
    assert link.isascii()
    assert link.isprintable()


def test_a_code_is_a_picture_with_a_name_and_takes_the_longest_address():
    picture = ElementTree.fromstring(qr_svg("https://f.example/?" + "a" * MAX_LENGTH, "x"))  # noqa: S314

    assert picture.get("role") == "img"
    assert picture[0].tag.endswith("title")
    assert picture[0].text == "x"


def test_a_code_escapes_its_name():
    svg = qr_svg("https://f.example/", "</title><script>alert(1)</script>")

    assert "<script" not in svg
