"""What docs/performance.md says, around the figures."""

TEXT = """# How fast is a click?

<!-- Written by `make bench`; a change by hand is lost at the next run. -->

{clicks}

The aim: no slower than the bare page, whose time is 1.0.

{visits}

| resident memory, MiB | after the start | after 50 sessions |
| --- | --: | --: |
{memory}

The very first visit after the start took {cold}.

**What the figures mean.** A click in the finder changes the wishes: the server ranks every site
anew and sends the board, the map and the cards. A click in the bare page, the least that Streamlit
can do, sends one button and one line. The time runs from sending the click to Streamlit's "script
finished", on one machine: the way through the net and the drawing in the browser come on top.
*Packed* is what is left of the kilobytes when the websocket compresses them, as the finder's does.

**How.** {machine}; {day};
load of the machine {before:.1f} before and {after:.1f} after: much more than 1.5 after means that
others were at work, and the figures are too high. Both servers run at once and are asked in turn,
ten runs each, the next when the server is idle: 10 to warm up, 100 clicks by one visitor with other
wishes each time, never the same twice, then 50 sessions opened and closed. A server keeps closed
sessions for a while, so that a phone can come back: they are in the memory. The bare page has
Streamlit's default settings, the finder its own, with one region ({region}); its visitor sees the
map.

## The first visit on a phone's line

{first_visits}

A browser that was never here (Chromium, {width} × {height}) opens each page in turn, {rounds}
times, over a line of {down} Mbit/s down, {up} Mbit/s up and {latency} ms there and back, and taps
the first button as soon as it is there. Seconds since the address was typed, medians. *First text*
is when words stand on the screen, *first answer* when the server has answered the tap and, in the
finder, the first card of the result is there. Requests and kilobytes are those of the files up to
then, as they came over the line. The websocket has the speed of the line too, but Chromium adds no
way there and back to it, for neither page. Streamlit sends its scripts uncompressed; the finder
compresses them once (`server/compress.py`) and names early what a page will need
(`server/early.py`). The map's megabyte waits until somebody looks at its place.

**Again:** `make bench` (Linux, Chromium; five minutes; loopback only).
"""
