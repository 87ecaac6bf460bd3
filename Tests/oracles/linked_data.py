"""What extruct and mf2py read from pages: a JSON object of paths and HTML on standard input.

For each page a JSON line: its path, its one schema.org event, its one h-event. A page without all that
Google requires of an event fails this.
"""

import json
import sys

import extruct
import mf2py

REQUIRED = ["name", "startDate", "location"]


def first(values):
    return values[0] if values else None


def text(value):
    return value["value"] if isinstance(value, dict) else value


def place(value):
    if value.get("@type") == "VirtualLocation":
        return bool(value.get("url"))
    return value.get("@type") == "Place" and bool(value.get("address"))


for path, html in json.load(sys.stdin).items():
    data = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    assert len(data) == 1, (path, data)
    event = data[0]
    if event["@type"] == "Event":
        missing = [name for name in REQUIRED if not event.get(name)]
        assert not missing, (path, missing)
        places = event["location"]
        places = places if isinstance(places, list) else [places]
        assert all(place(value) for value in places), (path, places)
    items = mf2py.parse(doc=html, url="https://harbor.example/club/")["items"]
    marked = [item for item in items if "h-event" in item["type"]]
    properties = first(marked)["properties"] if marked else {}
    print(
        json.dumps(
            {
                "path": path,
                "data": event,
                "marked": {
                    name: text(first(properties.get(name, []))) or ""
                    for name in ["name", "start", "end", "url", "summary"]
                },
            },
            ensure_ascii=False,
        )
    )
