"""Draw ``static/icon.png``, the picture in the browser's tab. Needs Pillow."""

from pathlib import Path

from PIL import Image, ImageDraw

SIZE = 256
PETROL = "#00606b"
AMBER = "#f0a830"
PAPER = "#fbfaf7"


def draw() -> Image.Image:
    """Draw a pin whose eye is a rising sun, four times too large, and scale it down."""
    big = SIZE * 4
    image = Image.new("RGBA", (big, big))
    pen = ImageDraw.Draw(image)
    pen.ellipse((big * 0.14, big * 0.04, big * 0.86, big * 0.76), fill=PETROL)
    pen.polygon([(big * 0.22, big * 0.6), (big * 0.78, big * 0.6), (big * 0.5, big * 0.98)], PETROL)
    pen.ellipse((big * 0.28, big * 0.18, big * 0.72, big * 0.62), fill=PAPER)
    pen.pieslice((big * 0.33, big * 0.24, big * 0.67, big * 0.58), 180, 360, fill=AMBER)
    pen.rectangle((big * 0.33, big * 0.43, big * 0.67, big * 0.47), fill=PETROL)
    return image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    draw().save(Path(__file__).parents[1] / "static" / "icon.png", optimize=True)
