"""``/photo/<region>/<site>/<file>``: a photo of a site, from the folder of its pack."""

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from matcher.joined import ALL
from matcher.pack import find_packs
from matcher.pack.photos import read_photo
from pages.parts.regions import DATA, find_catalogue


def photo(request: Request) -> Response:
    """Answer with a photo that a browser may keep for a day."""
    region, name = request.path_params["region"], request.path_params["file"]
    catalogue = find_catalogue(region)
    site = catalogue.region.site(request.path_params["site"]) if catalogue else None
    if site is None or name not in {known.file for known in site.photos}:
        return PlainTextResponse("There is no such picture.", status_code=404)
    raw, kind = _read(region, site.id, name)
    return Response(raw, media_type=kind, headers={"cache-control": "public, max-age=86400"})


@cache
def _read(region: str, site_id: str, name: str) -> tuple[bytes, str]:
    return read_photo(_folder(region, site_id), name)


def _folder(region: str, site_id: str) -> Path:
    """Return the pack of a site; all regions together have no folder of their own."""
    packs = [pack for pack in find_packs(DATA) if region in (pack.name, ALL)]
    return next(pack for pack in packs if (pack / "sites" / f"{site_id}.yaml").is_file())
