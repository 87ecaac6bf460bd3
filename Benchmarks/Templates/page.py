"""Renders the benchmark's page with Jinja and prints microseconds a page, or the page with --show.

usage: page.py DIR [--show]     DIR holds base.html, post.html, macros.html and data.json
"""

import json
import sys
import time

import jinja2


class U(jinja2.StrictUndefined):
    __bool__ = jinja2.Undefined.__bool__


folder = sys.argv[1]
jinja = jinja2.Environment(
    loader=jinja2.FileSystemLoader(folder), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    keep_trailing_newline=True, extensions=["jinja2.ext.loopcontrols"], undefined=U,
)
template = jinja.get_template("post.html")
with open(f"{folder}/data.json", encoding="utf-8") as file:
    data = json.load(file)
if "--show" in sys.argv:
    sys.stdout.write(template.render(data))
    sys.exit()
for _ in range(20):
    template.render(data)
best = float("inf")
for _ in range(15):
    start = time.perf_counter()
    for _ in range(20):
        template.render(data)
    best = min(best, (time.perf_counter() - start) / 20)
print(f"{best * 1e6:.1f}")
