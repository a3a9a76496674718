#!/bin/sh
# Prints which settings of Claude Desktop this machine has, then a line for each finding; ends with 1 where there is one.
# Expected: deployment quickstart, group finance, preset Locked down, settings 14a60489.
# DESTDIR, where it is set, goes before the paths.
set -u
directory="${DESTDIR:-}/etc/claude-desktop"
file="$directory/managed-settings.json"

report() {
	if [ ! -f "$file" ]; then
		echo "revision none: no settings of the machine"
	else
		case "$(sha256sum <"$file" | cut -c 1-64)" in
		92ad2d2603b857be687b5dcfb2761afaa0b8b3453e0e40b84346bee5bccdc038) echo "revision 14a60489" ;;
		*) echo "revision other than 14a60489" ;;
		esac
	fi
	for place in "$directory" "$file"; do
		[ ! -L "$place" ] || echo "symbolic link: $place is not followed"
		[ -e "$place" ] || continue
		[ "$(stat -c %u "$place")" = 0 ] || echo "owner: $place is not of root"
		case "$(stat -c %A "$place")" in
		?????w???? | ????????w?) echo "mode: others than root may write $place" ;;
		esac
	done
	[ ! -f "$file" ] || case "$(stat -c %A "$file")" in
	???????r??) ;;
	*) echo "mode: users may not read $file" ;;
	esac
}

findings="$(report)"
echo "$findings"
[ "$findings" = "revision 14a60489" ]
