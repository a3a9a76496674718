"""Prints the property lists in the files named, as one JSON array."""

import json
import plistlib
import sys

documents = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        documents.append(plistlib.load(file, fmt=plistlib.FMT_XML))
print(json.dumps(documents))
