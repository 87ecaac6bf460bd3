"""What mf2py finds of the h-events of a page on standard input: a line for each, as JSON."""

import json
import sys

import mf2py


def text(value):
    """A property's value as text: of a thing within it that thing's name, its address behind it."""
    if not isinstance(value, dict):
        return value
    properties = value.get("properties", {})
    parts = [properties.get(key, [""])[0] for key in ("name", "street-address", "locality", "country-name")]
    return ", ".join(part for part in parts if part) or value.get("value")


def events(items):
    for item in items:
        if "h-event" in item["type"]:
            yield item["properties"]
        yield from events(item.get("children", []))


KEYS = ("name", "start", "end", "location", "url", "summary", "organizer", "category")
for event in events(mf2py.parse(doc=sys.stdin.read(), url="https://harbor.example/")["items"]):
    found = {key: [text(value) for value in event[key]] for key in KEYS if key in event}
    print(json.dumps(found, ensure_ascii=False))
