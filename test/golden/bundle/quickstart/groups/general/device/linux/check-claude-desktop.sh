#!/bin/sh
# Prints which settings of Claude Desktop this machine has, then a line for each finding; ends with 1 where there is one.
# Expected: deployment quickstart, group general, preset Restricted, settings dcbaa691.
# DESTDIR, where it is set, goes before the paths.
set -u
directory="${DESTDIR:-}/etc/claude-desktop"
file="$directory/managed-settings.json"

report() {
	if [ ! -f "$file" ]; then
		echo "revision none: no settings of the machine"
	else
		case "$(sha256sum <"$file" | cut -c 1-64)" in
		684c958c7d0d67cc93f437e6f618bdb45b40f09a8dc92a844d5a13a4d2ff1a8c) echo "revision dcbaa691" ;;
		*) echo "revision other than dcbaa691" ;;
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
[ "$findings" = "revision dcbaa691" ]
