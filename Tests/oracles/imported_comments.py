"""Counts the comments in the pages of a built site, as html5lib sees them.

Standard input: the path of the site's folder. Standard output, as JSON, for all pages together:
`visible`, `placeholders` (a comment without a time), `depth` (the deepest chain of visible comments; one whose
parent isn't visible begins a chain), `pings` (what has a comment's anchor and isn't an article), and `texts`, the
text of each page with comments by its path.
"""

import json
import pathlib
import sys

import html5lib


def walk(root):
    """Each element with its anchor, with the depth of the chain in which it stands."""
    pending = [(root, 0)]
    while pending:
        element, depth = pending.pop()
        yield element, depth
        below = depth
        for child in element:
            if child.tag == "article" and child.get("id", "").startswith("comment-"):
                below = depth + 1 if is_visible(child) else 0
        # The replies stand beside the article, in the item that holds both.
        pending += [(child, below) for child in reversed(element)]


def is_visible(article):
    return next(article.iter("time"), None) is not None


def main():
    root = pathlib.Path(sys.stdin.read())
    count = {"visible": 0, "placeholders": 0, "depth": 0, "pings": 0, "texts": {}}
    for path in sorted(root.rglob("*.html")):
        page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
        found = False
        for element, depth in walk(page):
            if not isinstance(element.tag, str) or not element.get("id", "").startswith("comment-"):
                continue
            found = True
            if element.tag != "article":
                count["pings"] += 1
            elif is_visible(element):
                count["visible"] += 1
                count["depth"] = max(count["depth"], depth)
            else:
                count["placeholders"] += 1
        if found:
            count["texts"][str(path.relative_to(root))] = "".join(page.itertext())
    json.dump(count, sys.stdout)


main()
