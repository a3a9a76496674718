#!/bin/sh
# Removes the managed settings of Claude Desktop.
# Run as root. DESTDIR, where it is set, goes before the paths, as for an image that is being built.
set -eu
directory="${DESTDIR:-}/etc/claude-desktop"
file="$directory/managed-settings.json"

rm -f -- "$file"
