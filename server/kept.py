"""What a browser keeps beside the page: the questions of the board, the towns of the map.

They are the same with every answer; so they are files, and an answer is a tenth as long.
"""

import csv
from functools import cache

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from pages.parts.board import questions_file
from pages.parts.regions import DATA, find_catalogue, speech_in

A_DAY = {"cache-control": "public, max-age=86400"}
A_YEAR = {"cache-control": "public, max-age=31536000, immutable"}
BIG, SMALL = 14, 12  # pixels of a name


def questions(request: Request) -> Response:
    """Answer with the questions of a region; their address changes with them."""
    region = request.path_params["region"]
    catalogue = find_catalogue(region)
    if catalogue is None:
        return PlainTextResponse("There is no such region.", status_code=404)
    speech = speech_in(catalogue, request.path_params["language"])
    headers = A_YEAR if "v" in request.query_params else A_DAY
    return Response(
        questions_file(region, speech.code), media_type="application/json", headers=headers
    )


def towns(request: Request) -> Response:
    """Answer with the towns of the base map, as rows of a layer of names."""
    return JSONResponse(_town_rows(), headers=A_DAY)


@cache
def _town_rows() -> list[dict[str, object]]:
    with (DATA / "base-map" / "towns.csv").open(encoding="utf-8", newline="") as file:
        return [
            {
                "name": row["name"],
                "position": [float(row["longitude"]), float(row["latitude"])],
                "size": BIG if row["rank"] == "1" else SMALL,
                "priority": float(row["population"]) / 5000,
            }
            for row in csv.DictReader(file)
        ]


ROUTES = [
    Route("/questions/{region}/{language}.json", questions),
    Route("/base-map/towns.json", towns),
]
