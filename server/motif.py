"""``/motif/<region>/<site>.svg``: the drawn picture of a site."""

from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from matcher.motif import motif_svg, scene_of
from pages.parts.regions import find_catalogue, known_catalogue


def motif(request: Request) -> Response:
    """Answer with a picture that a browser may keep for a day."""
    picture = _drawn(
        request.path_params["region"],
        request.path_params["site"],
        request.query_params.get("theme") == "dark",
    )
    if picture is None:
        return PlainTextResponse("There is no such picture.", status_code=404)
    return Response(
        picture, media_type="image/svg+xml", headers={"cache-control": "public, max-age=86400"}
    )


def _drawn(region: str, site_id: str, dark: bool) -> str | None:
    catalogue = find_catalogue(region)
    site = catalogue.region.site(site_id) if catalogue else None
    return _draw(region, site.id, dark) if site else None


@cache
def _draw(region: str, site_id: str, dark: bool) -> str:
    catalogue = known_catalogue(region)
    site = catalogue.region.sites[catalogue.rows[site_id]]
    return motif_svg(scene_of(catalogue, site), dark=dark)
