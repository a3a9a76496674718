"""Registry hives for tests: `new FILE` writes an empty one, `read KEY FILE...` prints the values of a key in each."""

import json
import struct
import sys

PAGE = 4096
NONE = 0xFFFFFFFF


def cell(content):
    """A used cell: its size, negative, in front; a multiple of eight bytes."""
    size = -(-(len(content) + 4) // 8) * 8
    return struct.pack("<i", -size) + content.ljust(size - 4, b"\0")


def empty_hive():
    """A base block and one bin that holds a root key without values and its security descriptor."""
    administrators = struct.pack("<BB6BII", 1, 2, 0, 0, 0, 0, 0, 5, 32, 544)
    owner = 20
    descriptor = struct.pack("<BBHIIII", 1, 0, 0x8000, owner, owner + len(administrators), 0, 0) + administrators * 2

    name = b"ROOT"
    first_cell = 32
    root_size = len(cell(b"\0" * (76 + len(name))))
    security = first_cell + root_size
    is_root_with_ascii_name = 0x2C
    root = cell(
        struct.pack("<2sHQII", b"nk", is_root_with_ascii_name, 0, 0, first_cell)
        + struct.pack("<II", 0, 0)  # subkeys, volatile subkeys
        + struct.pack("<II", NONE, NONE)  # their lists
        + struct.pack("<II", 0, NONE)  # values and their list
        + struct.pack("<II", security, NONE)  # security, class name
        + struct.pack("<5I", 0, 0, 0, 0, 0)  # longest names and data
        + struct.pack("<HH", len(name), 0)
        + name
    )
    key_security = cell(struct.pack("<2sHIIII", b"sk", 0, security, security, 1, len(descriptor)) + descriptor)

    cells = struct.pack("<4sIIQQI", b"hbin", 0, PAGE, 0, 0, 0) + root + key_security
    free = PAGE - len(cells)
    page = cells + struct.pack("<i", free) + b"\0" * (free - 4)

    base = struct.pack("<4sIIQIIIIIII", b"regf", 1, 1, 0, 1, 5, 0, 1, first_cell, PAGE, 1).ljust(508, b"\0")
    checksum = 0
    for (word,) in struct.iter_unpack("<I", base):
        checksum ^= word
    return (base + struct.pack("<I", checksum)).ljust(PAGE, b"\0") + page


def values(path, key):
    """Type and text of every value of a key, whose parts a backslash divides; None where there is no such key."""
    import hivex

    hive = hivex.Hivex(path)
    node = hive.root()
    for part in key.split("\\"):
        node = hive.node_get_child(node, part)
        if node is None:
            return None
    found = {}
    for value in hive.node_values(node):
        kind, content = hive.value_value(value)
        found[hive.value_key(value)] = [kind, content.decode("utf-16-le")]
    return found


if sys.argv[1] == "new":
    with open(sys.argv[2], "wb") as file:
        file.write(empty_hive())
else:
    print(json.dumps([values(path, sys.argv[2]) for path in sys.argv[3:]]))
