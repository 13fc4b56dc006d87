"""What a shared link may rely on: wishes mean the same wherever they are written down."""

import random
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import WishError
from matcher.ranking import rank
from matcher.wishes import MAX_LENGTH, Wish, Wishes, parse_wishes, read_pairs, read_wishes
from tests.laws import law

GOOD = (
    "sector=chemistry,pharma-biotech&work=laboratory"
    "&living=near-water:2,childcare:must&weight=sector:2"
)
LEVELS = ((1, False), (2, False), (2, True))


@pytest.fixture(scope="session")
def questions(region):
    return region.questions


@st.composite
def all_wishes(draw, questions):
    """Draw any wishes that a person can have in a region."""
    blocks = []
    for block in questions.blocks:
        ids = st.sampled_from([criterion.id for criterion in block.criteria])
        wishes = [Wish(name, *draw(st.sampled_from(LEVELS))) for name in draw(distinct(ids))]
        blocks += [(block.id, tuple(wishes))] if wishes else []
    weighted = [block.id for block in questions.blocks if draw(st.booleans())]
    weights = [(name, draw(st.sampled_from([0, 2]))) for name in weighted]
    home = draw(st.sampled_from(["", "leipzig", "bad-salzungen"]))
    return Wishes(tuple(blocks), tuple(weights), home)


def distinct(ids):
    return st.lists(ids, unique=True, max_size=6)


def faults_of(text, questions):
    with pytest.raises(WishError) as caught:
        parse_wishes(text, questions)
    return caught.value.faults


@pytest.mark.parametrize("home", ["Leipzig", "-", "a--b", "<b>", "x" * 61, "köln"])
def test_a_home_that_can_be_no_place_is_told_and_left_out(questions, home):
    wishes, faults = read_wishes(f"sector=chemistry&home={quote(home)}", questions)

    assert str(wishes) == "sector=chemistry"
    assert "is not a known place" in str(faults[0])


def test_where_somebody_lives_changes_no_score_and_no_order(catalogue, questions):
    wishes = parse_wishes(GOOD, questions)
    from_leipzig = parse_wishes(f"{GOOD}&home=leipzig", questions)

    assert rank(catalogue, from_leipzig).sites == rank(catalogue, wishes).sites


def test_a_wish_string_says_what_is_wanted_how_much_and_what_is_a_condition(questions):
    wishes = parse_wishes(GOOD, questions)

    assert wishes == Wishes(
        (
            ("sector", (Wish("chemistry"), Wish("pharma-biotech"))),
            ("work", (Wish("laboratory"),)),
            ("living", (Wish("near-water", 2), Wish("childcare", 2, must=True))),
        ),
        (("sector", 2),),
    )


def test_the_canonical_form_is_its_own_canonical_form(questions):
    assert str(parse_wishes(GOOD, questions)) == GOOD


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("", ""),
        ("?", ""),
        ("sector=", ""),
        ("&&sector=food&", "sector=food"),
        ("?sector=food", "sector=food"),
        ("sector=food,,chemistry,", "sector=food,chemistry"),
        ("living=childcare&work=office&sector=food", "sector=food&work=office&living=childcare"),
        ("weight=sector:2&sector=food", "sector=food&weight=sector:2"),
        ("sector=food,chemistry", "sector=food,chemistry"),
        ("sector=chemistry,food", "sector=chemistry,food"),
        ("sector=food:1", "sector=food"),
        ("sector=food:2", "sector=food:2"),
        ("sector=food:must", "sector=food:must"),
        ("weight=sector:1", ""),
        ("weight=living:0,sector:1,work:2", "weight=work:2,living:0"),
        ("living=near-water%3A2%2Cchildcare%3Amust", "living=near-water:2,childcare:must"),
        ("%73ector=f%6Fod", "sector=food"),
    ],
)
def test_one_meaning_has_one_form(questions, written, canonical):
    assert str(parse_wishes(written, questions)) == canonical


@law(100)
@given(data=st.data())
def test_wishes_survive_being_written_and_read(questions, data):
    wishes = data.draw(all_wishes(questions))

    assert parse_wishes(str(wishes), questions) == wishes


@law(60)
@given(data=st.data())
def test_a_browser_may_encode_and_reorder_an_address(questions, data):
    wishes = data.draw(all_wishes(questions))
    pairs = data.draw(st.permutations(list(wishes.pairs().items())))
    address = "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs)

    assert parse_wishes(address, questions) == wishes
    assert read_pairs(pairs, questions) == (wishes, [])


@law(60)
@given(data=st.data())
def test_wishes_without_some_criteria_are_the_others_in_the_same_order(questions, data):
    wishes = data.draw(all_wishes(questions))
    dropped = data.draw(st.sets(st.sampled_from([w.criterion for w in wishes] or ["food"])))
    rest = wishes.without(*dropped)

    assert list(rest) == [wish for wish in wishes if wish.criterion not in dropped]
    assert rest.weights == wishes.weights
    assert parse_wishes(str(rest), questions) == rest


def test_wishing_for_everything_still_fits_in_an_address(questions):
    pills = [block for block in questions.blocks if block.asked == "pills"]
    everything = Wishes(
        tuple(
            (block.id, tuple(Wish(criterion.id, 2, must=True) for criterion in block.criteria))
            for block in pills
        ),
        tuple((block.id, 2) for block in pills),
    )

    assert parse_wishes(str(everything), questions) == everything
    assert len(quote(str(everything), safe="=&")) <= MAX_LENGTH


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("sector=chemisty", "“chemisty” is not a known wish. → chemistry"),
        ("living=motorwy", "“motorwy” is not a known wish. → motorway"),
        ("sector=quidditch", "“quidditch” is not a known wish."),
        ("sector=laboratory", "“laboratory” is not a known wish."),
        ("sektor=food", "“sektor” is not a block of questions. → sector"),
        ("weight=secto:2", "“secto” is not a block of questions. → sector"),
        ("food", "“food” is not of the form key=values."),
        ("sector=food&sector=chemistry", "“sector” is given twice."),
        ("sector=food,food:2", "“food” is given twice."),
        ("weight=sector:2,sector:0", "“sector” is given twice."),
        (
            "sector=food:3",
            "“3” is no importance of “food”: leave it out, or use 1, 2 or must.",
        ),
        ("weight=sector:3", "“3” is no weight of “sector”: use 0, 1 or 2."),
        ("weight=sector", "“” is no weight of “sector”: use 0, 1 or 2."),
        ("x" * 2001, "A wish string has at most 2000 characters."),
        ("sector=" + "x" * 100, f"“{'x' * 39}…” is not a known wish."),
        ("sector=a%00b%0Ac%1B", "“a�b�c�” is not a known wish."),
    ],
)
def test_what_is_not_understood_is_told_with_the_nearest_ids(questions, written, told):
    assert faults_of(written, questions) == (told,)


def test_every_part_that_is_not_understood_is_told(questions):
    faults = faults_of("sector=chemisty,food:9&x=y&weight=z:1&a", questions)

    assert [fault.split("”")[0] for fault in sorted(faults)] == [
        "“9", "“a", "“chemisty", "“x", "“z"
    ]  # fmt: skip


@law(60)
@given(data=st.data())
def test_what_is_understood_is_kept_beside_what_is_not(questions, data):
    wishes = data.draw(all_wishes(questions))
    junk = data.draw(st.sampled_from(["utm_source=mail", "gclid", "sectors=food", "=", "%00=1"]))
    parts = data.draw(st.permutations([*str(wishes).split("&"), junk]))

    kept, faults = read_wishes("&".join(parts), questions)

    assert kept == wishes
    assert len(faults) == 1


def test_a_wrong_wish_costs_only_itself(questions):
    wishes, faults = read_wishes("sector=chemisty,food:9,it-software&work=office", questions)

    assert str(wishes) == "sector=it-software&work=office"
    assert len(faults) == 2


def malformed(chance, questions):
    """Make a wish string that a person, a mail program or an attacker may have spoiled."""
    ids = [criterion.id for block in questions.blocks for criterion in block.criteria]
    odd = ["\0", "\n", "\r\n", "\t", "\x1b[31m", "\u202e", "\u2028", "😀", "%", "%zz", "%ff", "%00"]
    odd += ["%0a", "+", "=", "==", "&", ",", ":", ":must", ":2", "{0}", "{value}", "%s", "'", "<b>"]
    odd += ["\ud800", "ſector", "sector", "weight", "must", "a" * 300, "😀" * 500, "-1", "1e9"]
    way = chance.randrange(4)
    if way == 0:
        text = list(GOOD)
        for _ in range(chance.randrange(1, 6)):
            text[chance.randrange(len(text))] = chance.choice([*odd, "", *GOOD])
        return "".join(text)
    if way == 1:
        return "".join(chance.choices([*odd, *ids, "sector=", "&living="], k=chance.randrange(30)))
    if way == 2:
        return "".join(map(chr, chance.choices(range(0x110000), k=chance.randrange(1, 60))))
    values = ",".join(chance.choices([*ids, *odd], k=chance.randrange(200)))
    return "&".join([f"{chance.choice(['sector', 'living', 'weight', 'x'])}={values}"] * 2)


def faults_or_none(text, questions):
    try:
        parse_wishes(text, questions)
    except WishError as error:
        return error.faults
    return None


def test_a_thousand_malformed_strings_are_understood_or_refused_in_plain_sentences(questions):
    chance = random.Random(2026)
    texts = [malformed(chance, questions) for _ in range(1000)]
    refused = {text: faults_or_none(text, questions) for text in texts}

    assert sum(faults is None for faults in refused.values()) < 150
    for text, faults in refused.items():
        for fault in faults or ["understood"]:
            assert fault.isprintable(), (text, fault)
            assert 10 <= len(fault) <= 200, (text, fault)


def test_what_a_malformed_address_leaves_can_be_written_and_read(questions):
    chance = random.Random(2027)
    for _ in range(300):
        wishes, _ = read_wishes(malformed(chance, questions), questions)

        assert parse_wishes(str(wishes), questions) == wishes
