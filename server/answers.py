"""What ``/api/v1`` answers, as JSON schemas: every key that is there, and no other."""

from typing import Any, get_args

from matcher.model.facts import LivingFact
from matcher.model.organisations import Institute, Location, Offer, Size, Status
from matcher.model.site import SiteSector
from matcher.ranking import Band

Schema = dict[str, Any]


def _record(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(*values: str) -> Schema:
    return {"type": "string", "enum": list(values)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": -1e-9, "maximum": 1 + 1e-9}  # sums are rounded
RANK: Schema = {"type": "integer", "minimum": 1}
FLAG: Schema = {"type": "boolean"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
BY_LANGUAGE: Schema = {"type": "object", "additionalProperties": TEXT, "required": ["de"]}
STATUS = _one_of(*(status for status in get_args(Status) if status != "closed"))
LINK = _or_null(_record(url=TEXT, unverified=FLAG))
ORIGIN = {
    "year": _or_null({"type": "integer"}),
    "source": _or_null(_ref("Source")),
    "unverified": FLAG,
}


def _choices(model: Any, field: str) -> Schema:
    return _one_of(*get_args(model.model_fields[field].annotation))


RANKING = _record(
    region=ID,
    wishes=TEXT,
    sites=_list(
        _record(
            rank=RANK,
            id=ID,
            name=TEXT,
            score=SHARE,
            band=_one_of(*get_args(Band)),
            coverage=SHARE,
            excluded_by=_list(ID),
            first_share=SHARE,
            top3_share=SHARE,
            contributions=_list(
                _record(
                    block=ID,
                    criterion=ID,
                    fit=_or_null(SHARE),
                    weight=SHARE,
                    contribution=SHARE,
                )
            ),
        )
    ),
    employers=_list(_record(rank=RANK, id=ID, name=TEXT, site=ID, score=SHARE, status=STATUS)),
)
REGIONS = _record(
    regions=_list(
        _record(
            id=ID,
            name=BY_LANGUAGE,
            languages=_list({"type": "string", "pattern": "^[a-z]{2}(-simple)?$"}),
            sites=RANK,
            blocks=_list(
                _record(
                    id=ID,
                    label=BY_LANGUAGE,
                    rule=_one_of("any-of", "each-of"),
                    criteria=_list(
                        _record(
                            id=ID,
                            label=BY_LANGUAGE,
                            kind=_one_of("evidence", "indicator", "distance"),
                        )
                    ),
                )
            ),
        )
    )
)
ORGANISATION = _record(
    id=ID,
    name=TEXT,
    kind=_one_of("employer", *get_args(Institute.model_fields["kind"].annotation)),
    status=STATUS,
    reason=_or_null(TEXT),
    location=_one_of(*get_args(Location)),
    activity=TEXT,
    sectors=_list(ID),
    work=_list(ID),
    occupations=_list(TEXT),
    occupations_basis=_one_of("documented", "typical"),
    offers=_list(_one_of(*get_args(Offer))),
    size=_or_null(_one_of(*get_args(Size))),
    people=_or_null(_record(qualifier=_or_null(TEXT), value=NUMBER, **ORIGIN)),
    website=LINK,
    careers=LINK,
    note=_or_null(TEXT),
    unverified=FLAG,
    sources=_list(_ref("Source")),
)
SITE = _record(
    region=ID,
    id=ID,
    name=TEXT,
    short_name=TEXT,
    place=TEXT,
    district=TEXT,
    municipality=TEXT,
    summary=TEXT,
    notice=_or_null(TEXT),
    website=LINK,
    contact=LINK,
    address=_record(street=_or_null(TEXT), postal_code=TEXT, city=TEXT, **ORIGIN),
    position=_record(latitude=NUMBER, longitude=NUMBER, precision_m={"type": "integer"}, **ORIGIN),
    operator=_record(name=TEXT, **ORIGIN),
    award=_or_null(_record(title=TEXT, awarded_by=TEXT, **ORIGIN)),
    sectors=_list(_record(id=ID, level=_choices(SiteSector, "level"))),
    focus=_list(_record(text=TEXT, **ORIGIN)),
    work=_list(_record(id=ID, text=TEXT, **ORIGIN)),
    figures=_list(
        _record(
            id=TEXT,
            label=TEXT,
            qualifier=_or_null(TEXT),
            value=NUMBER,
            unit=_or_null(TEXT),
            note=_or_null(TEXT),
            **ORIGIN,
        )
    ),
    living=_list(_record(topic=_choices(LivingFact, "topic"), text=TEXT, **ORIGIN)),
    employers=_list(_ref("Organisation")),
    institutes=_list(_ref("Organisation")),
)
SCHEMAS: Schema = {
    "Ranking": RANKING,
    "Regions": REGIONS,
    "Site": SITE,
    "Organisation": ORGANISATION,
    "Source": _record(title=TEXT, url=TEXT),
    "Error": _record(error=_record(code=TEXT, message=TEXT, details=_list(TEXT))),
    "Description": {"type": "object", "required": ["openapi", "info", "paths"]},
}
