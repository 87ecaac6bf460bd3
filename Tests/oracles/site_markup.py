"""What html5lib finds in the pages of a built site, and whether its feeds can be read.

Standard input: the path of the site's folder. Standard output, as JSON: `findings`, for each the first
page that has it; and `threads`, for each page with comments their ids in order, each with how
deep it stands, 1 for a root. A finding is

    page ELEMENT, page ELEMENT ATTRIBUTE            outside of comments' bodies
    body element NAME, body attribute ELEMENT NAME VALUE, body comment
    handler ELEMENT ATTRIBUTE, unsafe ELEMENT ATTRIBUTE VALUE    anywhere
    data NAME                                       JSON-LD that isn't JSON
    feed NAME                                       one that can't be read
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree

import html5lib

ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "srcset", "poster", "data", "background"}


def is_unsafe(address):
    """Whether a browser, which leaves out blanks at the ends and tabs and line ends, sees an unsafe scheme."""
    bare = re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
    scheme = re.match("([A-Za-z][A-Za-z0-9+.-]*):", bare)
    return bool(scheme) and scheme[1].lower() not in ("http", "https", "mailto", "webcal")


def attributes(element):
    for name, value in element.attrib.items():
        # html5lib names those of foreign elements by namespace and name.
        yield name if isinstance(name, str) else ":".join(filter(None, name)), value


def walk(page):
    """Each element, with whether it is in a comment's body and in how many comments' items it stands."""
    pending = [(page, False, 0)]
    while pending:
        element, in_body, depth = pending.pop()
        yield element, in_body, depth
        classes = element.get("class", "").split() if isinstance(element.tag, str) else []
        is_item = element.tag == "li" and any(c.get("id", "").startswith("comment-") for c in element)
        inside = in_body or (depth > 0 and "e-content" in classes)
        pending += [(child, inside, depth + is_item) for child in reversed(element)]


def judge(page):
    findings, thread = set(), []
    for element, in_body, depth in walk(page):
        if not isinstance(element.tag, str):
            findings.add("body comment" if in_body else "page comment")
            continue
        findings.add(f"body element {element.tag}" if in_body else f"page {element.tag}")
        for name, value in attributes(element):
            findings.add(f"body attribute {element.tag} {name} {value}" if in_body else f"page {element.tag} {name}")
            if name.lower().startswith("on"):
                findings.add(f"handler {element.tag} {name}")
            if name.lower() in ADDRESSES and is_unsafe(value):
                findings.add(f"unsafe {element.tag} {name} {value}")
        if element.get("type") == "application/ld+json" and not is_linked_data(element.text):
            findings.add("data that can't be read")
        if element.get("id", "").startswith("comment-"):
            thread.append([element.get("id"), depth])
    return findings, thread


def is_linked_data(text):
    """Whether a script holds an object and all comments that it counts."""
    try:
        data = json.loads(text)
        return len(data.get("comment", [])) == data.get("commentCount", 0)
    except ValueError:
        return False


def is_readable(path):
    try:
        if path.suffix == ".xml":
            xml.etree.ElementTree.parse(path)
        else:
            json.loads(path.read_bytes())
        return True
    except (ValueError, xml.etree.ElementTree.ParseError):
        return False


def main():
    root = pathlib.Path(sys.stdin.read())
    found, threads, feeds = {}, {}, 0
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.suffix == ".html":
            page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
            findings, thread = judge(page)
            for finding in findings:
                found.setdefault(finding, name)
            if thread:
                threads[name] = thread
        elif path.suffix in (".xml", ".json"):
            feeds += 1
            if not is_readable(path):
                found[f"feed {name}"] = name
    json.dump({"findings": found, "threads": threads, "feeds": feeds}, sys.stdout)


main()
