import { shellPlaces } from "../profiles/managed-settings-place.js";
import { shellScript } from "../profiles/text-file.js";
import { type DeviceWriter, expectation } from "./device.js";

/** A script that tells a machine's state by a line for each finding. */
export const linuxCheck: DeviceWriter = (request) => {
	const { revision, managedSettings } = request;
	const isKnown = managedSettings.length > 0;
	const wanted = isKnown ? `revision ${revision}` : "revision not told: the settings hold what only the device has";
	const lines = [
		"# Prints which settings of Claude Desktop this machine has, then a line for each finding; ends with 1 where there is one.",
		expectation(request),
		"# DESTDIR, where it is set, goes before the paths.",
		"set -u",
		...shellPlaces,
		"",
		"report() {",
		'\tif [ ! -f "$file" ]; then',
		'\t\techo "revision none: no settings of the machine"',
		"\telse",
		...(isKnown
			? [
					'\t\tcase "$(sha256sum <"$file" | cut -c 1-64)" in',
					`\t\t${managedSettings.join(" | ")}) echo "${wanted}" ;;`,
					`\t\t*) echo "revision other than ${revision}" ;;`,
					"\t\tesac",
				]
			: [`\t\techo "${wanted}"`]),
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
		`[ "$findings" = "${wanted}" ]`,
	];
	return [shellScript("check-claude-desktop.sh", lines)];
};
