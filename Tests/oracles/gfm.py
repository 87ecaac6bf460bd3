"""What GitHub's cmark-gfm makes of documents.

Standard input: a JSON list of documents. Standard output: a JSON list of HTML.
"""

import json
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]

json.dump(
    [
        cmarkgfm.markdown_to_html_with_extensions(document, OPTIONS, EXTENSIONS)
        for document in json.load(sys.stdin)
    ],
    sys.stdout,
)
