import { printable } from "../../printable.js";
import type { LocalAction } from "./local-action.js";

/** What `actions.sh` does, for Windows PowerShell 5.1 and later. */
export function powershellActions(group: string, actions: readonly LocalAction[]): string {
	return script([
		`# Actions of Claude Code on a test machine of group ${printable(group)}: some are allowed, some have to be refused, and`,
		"# none harms where nothing refuses it. check.ps1 tells whether the events of each came.",
		"$ErrorActionPreference = 'Stop'",
		". (Join-Path $PSScriptRoot 'claude-code.ps1')",
		"$OutputEncoding = New-Object System.Text.UTF8Encoding $false",
		"",
		`$sessions = Join-Path (Split-Path -Parent $PSScriptRoot) ${quoted(`received\\${group}.tsv`)}`,
		"[IO.File]::WriteAllText($sessions, '')",
		"$work = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid().ToString())",
		"New-Item -ItemType Directory -Path $work | Out-Null",
		"[IO.File]::WriteAllText((Join-Path $work 'note.txt'), 'a note')",
		"$notes = New-Object System.Collections.ArrayList",
		"$folders = New-Object System.Collections.ArrayList",
		"",
		"# A note where a rule refuses to read, unless something stands there.",
		"function Add-Note([string]$file) {",
		"\ttry {",
		"\t\t$folder = Split-Path -Parent $file",
		"\t\tif (-not (Test-Path -LiteralPath $folder)) {",
		"\t\t\tNew-Item -ItemType Directory -Path $folder | Out-Null",
		"\t\t\t[void]$folders.Add($folder)",
		"\t\t}",
		"\t\t$stream = [IO.File]::Open($file, [IO.FileMode]::CreateNew)",
		"\t\t[void]$notes.Add($file)",
		"\t\t$stream.WriteByte(97)",
		"\t\t$stream.Close()",
		"\t}",
		"\tcatch { Write-Output ('without ' + $file + ' nothing is shown') }",
		"}",
		"",
		"function Invoke-Action([string]$id, [string]$prompt, [string[]]$flags) {",
		"\t$session = [guid]::NewGuid().ToString()",
		"\tWrite-Output ('== ' + $id)",
		'\t[IO.File]::AppendAllText($sessions, $id + "`t" + $session + "`n")',
		"\t# Before 7.3 a quote within an argument ends it.",
		"\tif ($PSVersionTable.PSVersion -lt [version]'7.3') {",
		"\t\t$flags = @($flags | ForEach-Object { $_ -replace '(\\\\*)\"', '$1$1\\\"' })",
		"\t}",
		"\tPush-Location -LiteralPath $work",
		"\ttry {",
		"\t\t$prompt | & claude --print --session-id $session @flags",
		"\t\t# A refusal may end it with another status than 0: events tell.",
		"\t\tif ($LASTEXITCODE -ne 0) { Write-Output ('ended with ' + $LASTEXITCODE) }",
		"\t}",
		"\tfinally { Pop-Location }",
		"}",
		"",
		"try {",
		...actions.flatMap(({ id, title, session }) =>
			session
				? [
						`\t# ${printable(title)}.`,
						...(session.file === undefined ? [] : [`\tAdd-Note ${place(session.file)}`]),
						`\tInvoke-Action ${quoted(id)} ${quoted(session.prompt)} @(${session.flags.map(quoted).join(", ")})`,
					]
				: [],
		),
		"}",
		"finally {",
		"\t$notes | ForEach-Object { Remove-Item -LiteralPath $_ }",
		"\t# Of a folder that holds something by now, Remove-Item would ask.",
		"\tforeach ($folder in $folders) { try { [IO.Directory]::Delete($folder) } catch { Write-Output ($folder + ' stays') } }",
		"\tRemove-Item -LiteralPath $work -Recurse -Force",
		"}",
	]);
}

/** Variables by name, which a script or a person reads into a session. */
export function powershellVariables(variables: Readonly<Record<string, string>>): string {
	return script(Object.entries(variables).map(([name, value]) => `$env:${name} = ${quoted(value)}`));
}

/** What `check.sh` does. */
export const powershellCheck = script([
	"# check.ps1 GROUP: prints what of GROUP\\expected.json the files of the collector do not show; ends with 1 where there is any.",
	"param([Parameter(Mandatory = $true)][string]$Group)",
	"$ErrorActionPreference = 'Stop'",
	"$received = Join-Path $PSScriptRoot 'received'",
	"if (-not (Test-Path -LiteralPath (Join-Path $received 'sent.jsonl'))) {",
	"\tWrite-Output ('nothing was received in ' + $received)",
	"\texit 1",
	"}",
	"$sessions = Join-Path $received ($Group + '.tsv')",
	"if (-not (Test-Path -LiteralPath $sessions)) { [IO.File]::WriteAllText($sessions, '') }",
	"$arguments = @('--null-input', '--raw-output', '--from-file', (Join-Path $PSScriptRoot 'check.jq'))",
	"$arguments += @('--slurpfile', 'expected', (Join-Path (Join-Path $PSScriptRoot $Group) 'expected.json'))",
	"$arguments += @('--rawfile', 'sessions', $sessions)",
	"foreach ($name in @('events', 'metrics', 'sent')) {",
	"\t$arguments += @('--slurpfile', $name, (Join-Path $received ($name + '.jsonl')))",
	"}",
	"$lines = & jq @arguments",
	"if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }",
	"$findings = @($lines | Where-Object { $_ } | Sort-Object -Unique)",
	"if ($findings.Count -gt 0) {",
	"\t$findings | Write-Output",
	"\texit 1",
	"}",
	"Write-Output ($Group + ': every expected event came, and none that should not')",
]);

/** With a mark of UTF-8, without which Windows PowerShell reads the code page of the machine. */
function script(lines: readonly string[]): string {
	return `\ufeff${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** Between single quotes nothing but a quote has a meaning, and typographic ones are quotes to PowerShell. */
function quoted(text: string): string {
	return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}

/**
 * A file of a rule: below the folder of whoever runs the script, on a drive as rules name it, `/c/Secrets/`, or of the folder
 * that Claude Code runs in.
 */
function place(file: string): string {
	if (file.startsWith("~/")) return `(Join-Path $HOME ${quoted(file.slice(2))})`;
	if (!file.startsWith("/")) return `(Join-Path $work ${quoted(file)})`;
	const [, drive, rest] = /^\/([A-Za-z])(\/.*)$/.exec(file) ?? [];
	return quoted(drive === undefined ? file : `${drive.toUpperCase()}:${rest}`);
}
