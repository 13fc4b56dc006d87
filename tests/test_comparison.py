"""What a comparison of sites shows is what is scored, and in an order that helps."""

from matcher.comparison import MOST, TELLING, compare
from matcher.language import language
from matcher.ranking import rank
from matcher.wishes import parse_wishes

GERMAN = language("de")
WISHES = "sector=chemistry&work=laboratory&living=near-water,childcare"


def rows_for(catalogue, sites, text=WISHES):
    result = rank(catalogue, parse_wishes(text, catalogue.region.questions))
    return compare(catalogue, result, sites, GERMAN)


def test_wishes_come_first_and_the_largest_differences_on_top(catalogue):
    _, rows = rows_for(catalogue, ["chemiestandort-leuna", "green-gate-gatersleben"])

    order = [(not row.wished, -row.spread) for row in rows]
    assert order == sorted(order)
    assert [row.wished for row in rows[:4]] == [True] * 4
    assert all(row.spread >= TELLING for row in rows if not row.wished)


def test_every_fit_is_the_one_that_is_scored(catalogue):
    matches, rows = rows_for(catalogue, ["dow-valuepark", "biopharmapark-dessau"])

    for row in rows:
        for match, cell in zip(matches, row.cells, strict=True):
            fit = catalogue.sites.fits_[
                catalogue.rows[match.site.id], catalogue.columns[row.criterion]
            ]
            assert cell.fit == fit
            assert cell.words


def test_at_most_four_known_sites_are_compared_each_once(catalogue):
    everyone = [site.id for site in catalogue.region.sites]

    matches, _ = rows_for(catalogue, ["nowhere", *everyone[:2], *everyone])

    assert [match.site.id for match in matches] == everyone[:MOST]


def test_a_site_compared_with_itself_alone_has_no_best(catalogue):
    _, rows = rows_for(catalogue, ["dow-valuepark"])

    assert not any(cell.best for row in rows for cell in row.cells)
