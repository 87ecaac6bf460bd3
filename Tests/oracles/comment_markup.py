"""What html5lib finds in fragments that strangers wrote.

Standard input: a JSON list of fragments. Standard output: a JSON list of what each holds, sorted and
once: `element NAME`, `attribute ELEMENT NAME VALUE`, `comment`, and `broke out` when the element
around the fragment doesn't hold all of it.
"""

import json
import sys

import html5lib

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def findings(fragment):
    found = set()
    page = "<!DOCTYPE html><title>x</title><div id=page>" + fragment + "</div><hr id=end>"
    body = html5lib.parse(page).find(NAMESPACE + "body")
    if [child.get("id") for child in body] != ["page", "end"] or body[0].tail or body.text:
        return ["broke out"]
    for element in list(body[0].iter())[1:]:
        if not isinstance(element.tag, str):
            found.add("comment")
            continue
        name = element.tag.removeprefix(NAMESPACE)
        found.add(f"element {name}")
        for attribute, value in element.attrib.items():
            found.add(f"attribute {name} {attribute} {value}")
    return sorted(found)


json.dump([findings(fragment) for fragment in json.load(sys.stdin)], sys.stdout)
