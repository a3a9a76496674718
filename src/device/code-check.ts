import { codeDomain, managedFolders } from "../profiles/claude-code/code-format.js";
import type { Platform, ProfileFile } from "../profiles/format.js";
import { codePolicies } from "../profiles/policy-key.js";
import { keyPath, powershellScript } from "../profiles/powershell-script.js";
import { shellScript } from "../profiles/text-file.js";
import { shellQuoted } from "../shell-quoted.js";
import { type DeviceRequest, type DeviceWriter, type ExpectedCode, expectation } from "./device.js";

/** A script that tells which managed settings of Claude Code a machine has; none where a group has none. */
export function codeCheck(platform: Platform): DeviceWriter {
	return (request) => (request.code ? [checks[platform](request, request.code)] : []);
}

const checks: Readonly<Record<Platform, (request: DeviceRequest, code: ExpectedCode) => ProfileFile>> = {
	linux: (request, code) => shellCheck(request, [...places("linux", "sha256sum"), ...reportOfFiles(request, code)]),
	macos: (request, code) =>
		shellCheck(request, [
			...places("macos", "/usr/bin/shasum -a 256"),
			`managed="/Library/Managed Preferences/${codeDomain}.plist"`,
			"",
			...comparedLeaves(code),
			...reportOfFiles(request, code),
			"",
			"# A policy comes before files, which are then not read.",
			"report_policy() {",
			'\tdifferent="$(differing | tr "\\n" " ")"',
			`\tif [ -z "$different" ]; then echo "${right(request)}"; else echo "${other(request)}: \${different% }"; fi`,
			'\t[ ! -f "$file" ] || echo "not read: $file stands beside a profile"',
			"\tservers",
			"}",
			"",
			'[ ! -f "$managed" ] || { report() { report_policy; }; }',
		]),
	windows: windowsCheck,
};

function shellCheck(request: DeviceRequest, lines: readonly string[]): ProfileFile {
	return shellScript("check-claude-code.sh", [
		"# Prints which settings of Claude Code this machine has, then a line for each finding; ends with 1 where there is one.",
		expectation(request),
		"# DESTDIR, where it is set, goes before the paths.",
		"set -u",
		...lines,
		"",
		'findings="$(report)"',
		'echo "$findings"',
		`[ "$findings" = "${right(request)}" ]`,
	]);
}

function right({ revision }: DeviceRequest): string {
	return `Claude Code revision ${revision}`;
}

function other({ revision }: DeviceRequest): string {
	return `Claude Code revision other than ${revision}`;
}

function places(platform: "macos" | "linux", digest: string): readonly string[] {
	return [
		`directory="\${DESTDIR:-}${managedFolders[platform].replace(/\/$/, "")}"`,
		'file="$directory/managed-settings.json"',
		"",
		`digest() { ${digest} <"$1" | cut -c 1-64; }`,
		"",
	];
}

/** Files are merged, so that one beside ours makes other settings of it. */
function reportOfFiles(request: DeviceRequest, { file, servers }: ExpectedCode): readonly string[] {
	const wrongServers =
		servers === undefined
			? ['\t[ ! -f "$list" ] || echo "servers: $list is there, and this deployment writes none"']
			: [
					'\tif [ ! -f "$list" ]; then echo "servers: there is no $list"',
					`\telif [ "$(digest "$list")" != ${servers} ]; then echo "servers: $list is another"; fi`,
				];
	return [
		"servers() {",
		'\tlist="$directory/managed-mcp.json"',
		...wrongServers,
		"}",
		"",
		"report() {",
		'\tfound="" others=""',
		'\tfor each in "$file" "$directory"/managed-settings.d/*.json; do',
		'\t\t[ -f "$each" ] || continue',
		`\t\tif [ "$(digest "$each")" = ${file} ]; then found="$each"; else others="$others $each"; fi`,
		"\tdone",
		'\tif [ -z "$found$others" ]; then echo "Claude Code revision none: no settings of the machine"',
		`\telif [ -z "$others" ]; then echo "${right(request)}"`,
		`\telse echo "${other(request)}:$others"; fi`,
		'\tfor place in "$directory" "$found"; do',
		'\t\t[ -e "$place" ] || continue',
		'\t\tcase "$(ls -ldn "$place")" in',
		'\t\t?????w* | ????????w*) echo "mode: others than root may write $place" ;;',
		"\t\tesac",
		"\tdone",
		"\tservers",
		"}",
	];
}

/** Each text, number and switch of the settings by its place, and how many there are. */
function comparedLeaves({ leaves }: ExpectedCode): readonly string[] {
	return [
		"# Compares one value with the SHA-256 of what it should be.",
		"differs() {",
		'\tvalue="$(/usr/libexec/PlistBuddy -c "Print $1" "$managed" 2>/dev/null; echo x)"',
		`\tvalue="\${value%?x}"`,
		'\t[ "$(printf %s "$value" | /usr/bin/shasum -a 256 | cut -c 1-64)" != "$2" ]',
		"}",
		"",
		"differing() {",
		...leaves.compared.map(
			({ place, digest }) => `\tdiffers ${shellQuoted(place)} ${digest} && echo ${shellQuoted(place)}`,
		),
		`\tcount="$(/usr/bin/plutil -convert xml1 -o - "$managed" | grep -cE '<(string|integer|real|true|false)[/> ]')"`,
		`\t[ "$count" = ${leaves.count} ] || echo "$count values in place of ${leaves.count}"`,
		"}",
		"",
	];
}

function windowsCheck(request: DeviceRequest, { text, file, servers }: ExpectedCode): ProfileFile {
	return powershellScript("Check-ClaudeCode.ps1", [
		"# Prints which settings of Claude Code this machine has, then a line for each finding; ends with 1 where there is one.",
		expectation(request),
		keyPath(codePolicies),
		"$directory = Join-Path $env:ProgramW6432 'ClaudeCode'",
		"$findings = @()",
		"$revision = 'none'",
		"function Get-Digest([byte[]] $bytes) {",
		"\t$hash = [Security.Cryptography.SHA256]::Create()",
		"\t[BitConverter]::ToString($hash.ComputeHash($bytes)).Replace('-', '').ToLowerInvariant()",
		"}",
		"try {",
		"\t$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')",
		"\t$users = [Microsoft.Win32.RegistryKey]::OpenBaseKey('Users', 'Registry64')",
		"\t$key = $machine.OpenSubKey($path)",
		"\t$value = $null",
		"\tif ($null -ne $key) { $value = $key.GetValue('Settings', $null, 'DoNotExpandEnvironmentNames') }",
		"\t$files = @(Get-ChildItem -Path (Join-Path $directory 'managed-settings.json'), (Join-Path $directory 'managed-settings.d\\*.json') -ErrorAction SilentlyContinue)",
		"\tif ($null -ne $value) {",
		`\t\tif ((Get-Digest ([Text.Encoding]::UTF8.GetBytes([string] $value))) -eq '${text}') { $revision = '${request.revision}' }`,
		`\t\telse { $revision = 'other than ${request.revision}' }`,
		'\t\tforeach ($each in $files) { $findings += "not read: $($each.FullName) stands beside the policy" }',
		"\t} elseif ($files.Count -gt 0) {",
		`\t\t$others = @($files | Where-Object { (Get-Digest ([IO.File]::ReadAllBytes($_.FullName))) -ne '${file}' })`,
		`\t\tif ($others.Count -eq 0) { $revision = '${request.revision}' }`,
		`\t\telse { $revision = "other than ${request.revision}: $($others.FullName -join ' ')" }`,
		"\t}",
		"\tforeach ($user in $users.GetSubKeyNames()) {",
		'\t\t$own = $users.OpenSubKey("$user\\$path")',
		"\t\tif (($null -eq $own) -or ($null -eq $own.GetValue('Settings'))) { continue }",
		'\t\t$findings += "user: $user has settings, which are read only where the machine has none"',
		"\t}",
		"\t$list = Join-Path $directory 'managed-mcp.json'",
		...(servers === undefined
			? ['\tif (Test-Path $list) { $findings += "servers: $list is there, and this deployment writes none" }']
			: [
					'\tif (-not (Test-Path $list)) { $findings += "servers: there is no $list" }',
					`\telseif ((Get-Digest ([IO.File]::ReadAllBytes($list))) -ne '${servers}') { $findings += "servers: $list is another" }`,
				]),
		"} catch {",
		'\t$findings += "unreadable: $_"',
		"}",
		'Write-Output "Claude Code revision $revision"',
		"$findings | Write-Output",
		`if (($revision -ne '${request.revision}') -or ($findings.Count -gt 0)) { exit 1 }`,
		"exit 0",
	]);
}
