#!/bin/sh
# Installs the managed settings of Claude Desktop of deployment eu, group pilot.
# Preset Standard, settings 0a1b2c3d.
# Run as root. DESTDIR, where it is set, goes before the paths, as for an image that is being built.
set -eu
directory="${DESTDIR:-}/etc/claude-desktop"
file="$directory/managed-settings.json"

if [ "$(id -u)" -ne 0 ]; then
	echo "must run as root: Claude Desktop reads the settings only where root owns them" >&2
	exit 1
fi
if [ -L "$directory" ]; then
	echo "$directory is a symbolic link, which Claude Desktop does not follow; remove it first" >&2
	exit 1
fi
mkdir -p -- "$directory"
chown root:root -- "$directory"
chmod 0755 -- "$directory"

# Renaming puts the whole file there at once, and takes the place of a symbolic link rather than of its target.
temporary=$(mktemp "$directory/.managed-settings.XXXXXX")
trap 'rm -f -- "$temporary"' EXIT
cat >"$temporary" <<'END_OF_SETTINGS'
{
  "backslashes": "\\\\server\\share\\",
  "breaks": "first\r\nsecond\rthird\nfourth\tend",
  "emoji": "😀 日本語 naïve",
  "emptyText": "",
  "injectedLine": "x\"\r\n\"evil\"=\"1",
  "injectedMarkup": "</string><key>evil</key><string>1",
  "markup": "<&> ]]> &amp; <![CDATA[",
  "percent": "%PATH% %% %x",
  "quotes": "\"double\" 'single'",
  "separators": "\u0085\u2028\u2029\u007f\ufeff",
  "spaces": "  both ends  "
}
END_OF_SETTINGS
chown root:root -- "$temporary"
chmod 0644 -- "$temporary"
mv -fT -- "$temporary" "$file"
