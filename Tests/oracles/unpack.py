"""The files of a tar archive on standard input, as a JSON list of their contents in Base64."""

import base64
import io
import json
import sys
import tarfile

with tarfile.open(fileobj=io.BytesIO(sys.stdin.buffer.read())) as archive:
    # In the archive's order, since two of its files may have one name.
    contents = [archive.extractfile(member).read() for member in archive]
json.dump([base64.b64encode(content).decode() for content in contents], sys.stdout)
