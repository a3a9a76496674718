import type { ProfileFile } from "./format.js";
import type { PolicyHolder } from "./policy-key.js";
import type { EncodedSetting } from "./settings.js";

/**
 * A script that Windows PowerShell 5.1 and later run: ASCII alone, which every version reads alike, with CRLF.
 * What goes wrong is said on standard output and by the exit code, because device management takes anything on standard
 * error for a script that did not run.
 */
export function powershellScript(name: string, lines: readonly string[]): ProfileFile {
	const content = Buffer.from(lines.map((line) => `${line}\r\n`).join(""), "latin1");
	return { name, mediaType: "text/x-powershell", content: new Uint8Array(content) };
}

/** Values by name. */
export type WantedValues = readonly Pick<EncodedSetting, "name" | "text">[];

/** The script that makes a device's policies those of a group; `head` is its first comment. */
export function settingScript(
	name: string,
	head: readonly string[],
	holder: PolicyHolder,
	values: WantedValues,
): ProfileFile {
	return powershellScript(name, [
		...head,
		...wantedValues(holder, values),
		...onMachine(holder, writeValues, `The policies of ${holder.program} are set.`),
	]);
}

/** The script that ends with 1 where a device's policies are not those of a group. */
export function comparingScript(
	name: string,
	head: readonly string[],
	holder: PolicyHolder,
	values: WantedValues,
): ProfileFile {
	const { program } = holder;
	return powershellScript(name, [
		...head,
		...wantedValues(holder, values),
		...onMachine(holder, compareValues(holder), `The policies of ${program} are those of this group.`),
	]);
}

/** The script that takes a program's policies from a device. */
export function removingScript(name: string, holder: PolicyHolder): ProfileFile {
	const lines = ["$machine.DeleteSubKeyTree($path, $false)"];
	return powershellScript(name, [
		`# Removes the policies of ${holder.program}.`,
		keyPath(holder),
		...onMachine(holder, lines, `The policies of ${holder.program} are removed.`),
	]);
}

/** `$path` with the key below HKEY_LOCAL_MACHINE, `$values` with what it is to hold, and their `$names`. */
function wantedValues(holder: PolicyHolder, wanted: WantedValues): string[] {
	const values = wanted.map(({ name, text }) => `\t${literal(name)} = ${expression(text)}`);
	return [keyPath(holder), ...decoder(wanted), "$values = [ordered]@{", ...values, "}", names];
}

/** Without `PSBase` a value of the name Keys would be found in place of the names. */
const names = "$names = @($values.PSBase.Keys)";

export function keyPath({ key }: PolicyHolder): string {
	return `$path = '${key}'`;
}

/** Makes the key hold `$values` alone; a value that stays is never away, so that a running app does not find it missing. */
const writeValues: readonly string[] = [
	"$key = $machine.CreateSubKey($path)",
	"foreach ($name in $key.GetValueNames()) { if ($names -cnotcontains $name) { $key.DeleteValue($name) } }",
	"foreach ($name in $key.GetSubKeyNames()) { $key.DeleteSubKeyTree($name) }",
	"foreach ($name in $names) { $key.SetValue($name, [string] $values[$name], 'String') }",
];

/** Ends the script with 1 where the key does not hold `$values` alone. Compares code units: no culture, no case. */
function compareValues({ program }: PolicyHolder): readonly string[] {
	return [
		"$key = $machine.OpenSubKey($path)",
		"$same = ($null -ne $key) -and ($key.ValueCount -eq $names.Count) -and ($key.SubKeyCount -eq 0)",
		"foreach ($name in $names) {",
		"\t$same = $same -and ($key.GetValueNames() -ccontains $name) -and ($key.GetValueKind($name) -eq 'String') -and",
		"\t\t[string]::Equals($key.GetValue($name), [string] $values[$name], 'Ordinal')",
		"}",
		"if (-not $same) {",
		`\tWrite-Output 'The policies of ${program} are not those of this group.'`,
		"\texit 1",
		"}",
	];
}

/** Runs lines on `$machine`, the machine's hive in the view of 64-bit programs, and says how that went. */
export function onMachine({ program }: PolicyHolder, lines: readonly string[], done: string): string[] {
	const body = [
		"$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')",
		...lines,
		`Write-Output '${done}'`,
		"exit 0",
	];
	return [
		"$ErrorActionPreference = 'Stop'",
		"try {",
		...body.map((line) => `\t${line}`),
		"} catch {",
		`\tWrite-Output "The policies of ${program} could not be read or written: $_"`,
		"\texit 1",
		"}",
	];
}

const printable = /^[ -~]*$/;

function decoder(settings: WantedValues): string[] {
	if (settings.every(({ text }) => printable.test(text))) return [];
	return [
		"function Read-Text([string] $base64) { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($base64)) }",
	];
}

/** Printable ASCII stands as it is; other text as base64, which no editor and no code page changes. */
function expression(text: string): string {
	return printable.test(text) ? literal(text) : `Read-Text '${Buffer.from(text, "utf8").toString("base64")}'`;
}

/** Between single quotes nothing but the quote itself has a meaning. */
function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
