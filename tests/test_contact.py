"""What leaves the finder in a card, a draft or a code holds what it should, and nothing more."""

from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

from matcher.exports.contact import mail_draft, vcard, wish_words
from matcher.exports.qr import qr_svg
from matcher.language import language
from matcher.wishes import MAX_LENGTH, parse_wishes

GERMAN = language("de")
PROPERTIES = {"BEGIN", "VERSION", "N", "FN", "ORG", "ADR;TYPE=WORK", "URL", "NOTE", "END"}


def unfolded(card):
    return card.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_every_site_has_a_card_with_its_name_and_its_town(region):
    for site in region.sites:
        lines = unfolded(vcard(site, GERMAN))

        assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
        assert lines[-1] == "END:VCARD"
        assert f"FN:{site.name}" in lines
        town = site.address.city.replace(",", "\\,")
        assert any(f";{town};" in line for line in lines if line.startswith("ADR"))
        assert {line.partition(":")[0] for line in lines} <= PROPERTIES


def test_a_comma_a_semicolon_and_a_backslash_stay_in_their_field(region):
    site = region.sites[0].model_copy(update={"name": "A, B; C \\ D"})
    card = vcard(site, GERMAN)

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


def test_a_code_is_a_picture_with_a_name_and_takes_the_longest_address():
    picture = ElementTree.fromstring(qr_svg("https://f.example/?" + "a" * MAX_LENGTH, "x"))  # noqa: S314

    assert picture.get("role") == "img"
    assert picture[0].tag.endswith("title")
    assert picture[0].text == "x"


def test_a_code_escapes_its_name():
    svg = qr_svg("https://f.example/", "</title><script>alert(1)</script>")

    assert "<script" not in svg
