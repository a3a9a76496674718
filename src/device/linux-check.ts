import { type DeviceWriter, textDeviceFile } from "./device.js";

/** A script that tells a machine's state by a line for each finding. */
export const linuxCheck: DeviceWriter = ({ identity, preset, revision, managedSettings }) => {
	const lines = [
		"#!/bin/sh",
		"# Prints which settings of Claude Desktop this machine has, then a line for each finding; ends with 1 where there is one.",
		`# Expected: deployment ${identity.deployment}, group ${identity.group}, preset ${preset}, settings ${revision}.`,
		"# DESTDIR, where it is set, goes before the paths.",
		"set -u",
		'directory="$' + '{DESTDIR:-}/etc/claude-desktop"',
		'file="$directory/managed-settings.json"',
		"",
		"report() {",
		'\tif [ ! -f "$file" ]; then',
		'\t\techo "revision none: no settings of the machine"',
		"\telse",
		...(managedSettings.length === 0
			? ['\t\techo "revision not told: the settings hold what only the device has"']
			: [
					'\t\tcase "$(sha256sum <"$file" | cut -c 1-64)" in',
					`\t\t${managedSettings.join(" | ")}) echo "revision ${revision}" ;;`,
					`\t\t*) echo "revision other than ${revision}" ;;`,
					"\t\tesac",
				]),
		"\tfi",
		'\tfor place in "$directory" "$file"; do',
		'\t\t[ ! -L "$place" ] || echo "symbolic link: $place is not followed"',
		'\t\t[ -e "$place" ] || continue',
		'\t\t[ "$(stat -c %u "$place")" = 0 ] || echo "owner: $place is not of root"',
		'\t\tcase "$(stat -c %A "$place")" in',
		'\t\t?????w???? | ????????w?) echo "mode: others than root may write $place" ;;',
		"\t\tesac",
		"\tdone",
		'\t[ ! -f "$file" ] || case "$(stat -c %A "$file")" in',
		"\t???????r??) ;;",
		'\t*) echo "mode: users may not read $file" ;;',
		"\tesac",
		"}",
		"",
		'findings="$(report)"',
		'echo "$findings"',
		`[ "$findings" = "revision ${managedSettings.length === 0 ? "not told: the settings hold what only the device has" : revision}" ]`,
	];
	return [textDeviceFile("check-claude-desktop.sh", "text/x-shellscript", lines.map((line) => `${line}\n`).join(""))];
};
