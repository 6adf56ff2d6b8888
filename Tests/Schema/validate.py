"""Says which documents a JSON Schema refuses, and why.

    validate.py SCHEMA FILE

Each line of FILE is {"name": ..., "document": ...}. For each document that is refused, a line is printed:
its name, a tab, and the first error. The exit status is 0 whatever is refused, and 1 where the
schema is none or a line is no JSON.

Needs the Debian package python3-jsonschema (.ci/install --tests).
"""

import json
import sys

from jsonschema import Draft202012Validator


def without_doubles(pairs):
    """An object whose names are unique (RFC 8259 §4): Python takes the last of two."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name stands twice in " + ", ".join(name for name, _ in pairs))
    return members


def main(schema_file, documents_file):
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file, object_pairs_hook=without_doubles)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    with open(documents_file, encoding="utf-8") as file:
        for line in file:
            entry = json.loads(line, object_pairs_hook=without_doubles)
            error = next(validator.iter_errors(entry["document"]), None)
            if error is not None:
                place = "/".join(str(step) for step in error.absolute_path)
                print(f"{entry['name']}\t{place}: {error.message[:300]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
