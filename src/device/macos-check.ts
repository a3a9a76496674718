import { claudeDomain, payloadIdentifier } from "../profiles/configuration-profile.js";
import { shellScript } from "../profiles/text-file.js";
import { type DeviceRequest, type DeviceWriter, expectation, exportedProfile } from "./device.js";

/**
 * A script that tells a Mac's state by a line for each finding, and the same as an extension attribute of Jamf Pro
 * (https://learn.jamf.com/r/en-US/jamf-pro-documentation-current/Computer_Extension_Attributes).
 */
export const macosCheck: DeviceWriter = (request) => {
	const reported = report(request);
	return [
		shellScript("check-claude-desktop.sh", [
			"# Prints which settings of Claude Desktop this Mac has, then a line for each finding; ends with 1 where there is one.",
			...reported,
			'findings="$(report)"',
			'echo "$findings"',
			`[ "$findings" = "revision ${request.revision}" ]`,
		]),
		shellScript("jamf-extension-attribute.sh", [
			"# Extension attribute of Jamf Pro, of type text: which settings of Claude Desktop this Mac has, and findings.",
			...reported,
			'echo "<result>$(report)</result>"',
		]),
	];
};

function report(request: DeviceRequest): readonly string[] {
	const { identity, revision, expected } = request;
	return [
		`${expectation(request)} Run as root.`,
		"set -u",
		'managed="/Library/Managed Preferences"',
		`domain="${claudeDomain}"`,
		`names="${expected.map(({ name }) => name).join(" ")}"`,
		"tab=\"$(printf '\\t')\"",
		"",
		"# Its values are texts, so that each name and each value of another type has a line of its own in this form.",
		"as_xml() {",
		'\t/usr/bin/plutil -convert xml1 -o - "$managed/$domain.plist"',
		"}",
		"",
		"# Compares one setting with the SHA-256 of what it should be, or sees that it is there where none is given.",
		"differs() {",
		'\tcase " $present " in *" $1 "*) ;; *) return 0 ;; esac',
		'\t[ -n "$2" ] || return 1',
		'\tvalue="$(/usr/libexec/PlistBuddy -c "Print :$1" "$managed/$domain.plist"; echo x)"',
		"\t# Without the line end that the tool adds, and with those of the value.",
		`\tvalue="\${value%?x}"`,
		'\t[ "$(printf %s "$value" | /usr/bin/shasum -a 256 | cut -c 1-64)" != "$2" ]',
		"}",
		"",
		"differing() {",
		...expected.map(({ name, digest = "" }) => `\tdiffers ${name} "${digest}" && echo ${name}`),
		"\tfor name in $present; do",
		'\t\tcase " $names " in *" $name "*) ;; *) echo "$name" ;; esac',
		"\tdone",
		"}",
		"",
		"report() {",
		'\tif [ -f "$managed/$domain.plist" ]; then',
		'\t\tpresent="$(as_xml | sed -n "s|^$tab<key>\\(.*\\)</key>\\$|\\1|p" | tr "\\n" " ")"',
		'\t\tdifferent="$(differing | tr "\\n" " ")"',
		`\t\tif [ -z "$different" ]; then echo "revision ${revision}"; else echo "revision other than ${revision}: \${different% }"; fi`,
		'\t\tunreadable="$(as_xml | awk "/^$tab<key>/ { name = \\$0 } /^$tab<(array|data|date|dict)/ { print name }" |',
		'\t\t\tsed "s|^$tab<key>\\(.*\\)</key>\\$|\\1|" | tr "\\n" " ")"',
		`\t\t[ -z "$unreadable" ] || echo "unreadable types: \${unreadable% }"`,
		"\telse",
		'\t\techo "revision none: no settings of the device"',
		"\tfi",
		'\tfor file in "$managed"/*/"$domain.plist"; do',
		'\t\t[ ! -f "$file" ] || echo "machine beside user: $file wins key by key"',
		"\tdone",
		"\t# This lists the profiles of the device, with their payloads.",
		'\tprofiles="$(/usr/bin/profiles show -output stdout-xml 2>/dev/null)"',
		"\t# By type, or as preferences that are managed: other payloads name the app too, such as those for notifications.",
		'\tcount="$(printf "%s\\n" "$profiles" | awk -v domain="$domain" \'',
		"\t\t/<key>PayloadType</ { typed = 1; next }",
		'\t\t(typed && index($0, "<string>" domain "<")) || index($0, "<key>" domain "<") { count++ }',
		"\t\t{ typed = 0 }",
		"\t\tEND { print count + 0 }')\"",
		'\t[ "$count" -le 1 ] || echo "two profiles: $count payloads of $domain; a device belongs to one group"',
		`\tcase "$profiles" in *"<string>${exportedProfile}</string>"*)`,
		`\t\techo "exported profile: ${exportedProfile} is installed; ${payloadIdentifier(identity)} does not replace it, remove it" ;;`,
		"\tesac",
		"}",
		"",
	];
}
