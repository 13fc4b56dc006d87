"""How Chromium is started without a screen: it draws the map in software."""

FLAGS = ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"]
