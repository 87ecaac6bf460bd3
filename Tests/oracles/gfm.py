"""What GitHub's cmark-gfm makes of documents.

Standard input: JSON with `documents`, a list, and `smart`, whether punctuation is set. Standard output: a JSON list of HTML.
"""

import json
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]

request = json.load(sys.stdin)
if request["smart"]:
    OPTIONS |= Options.CMARK_OPT_SMART
json.dump(
    [
        cmarkgfm.markdown_to_html_with_extensions(document, OPTIONS, EXTENSIONS)
        for document in request["documents"]
    ],
    sys.stdout,
)
