import { desktopPolicies } from "../profiles/policy-key.js";
import { keyPath, powershellScript } from "../profiles/powershell-script.js";
import { jsonFile } from "../profiles/text-file.js";
import { type DeviceRequest, type DeviceWriter, expectation } from "./device.js";

const complianceDocs = "https://learn.microsoft.com/intune/intune-service/protect/compliance-custom-json";

/**
 * A script that tells a machine's state by a line for each finding, and the same for a compliance policy of Microsoft
 * Intune: a script that prints one line of JSON, and the rules that judge it. Runs as the system, in 64 bits.
 */
export const windowsCheck: DeviceWriter = (request) => {
	const reported = report(request);
	return [
		powershellScript("Check-ClaudeDesktop.ps1", [
			"# Prints which settings of Claude Desktop this machine has, then a line for each finding; ends with 1 where there is one.",
			...reported,
			'Write-Output "revision $revision"',
			"$findings | Write-Output",
			`if (($revision -ne '${request.revision}') -or ($findings.Count -gt 0)) { exit 1 }`,
			"exit 0",
		]),
		powershellScript("Claude-compliance.ps1", [
			"# Custom compliance of Microsoft Intune: which settings of Claude Desktop this machine has, as one line of JSON.",
			...reported,
			"return @{ ClaudeRevision = $revision; ClaudeFindings = $findings.Count } | ConvertTo-Json -Compress",
		]),
		jsonFile("Claude-compliance.json", complianceRules(request)),
	];
};

function complianceRules({ identity, revision }: DeviceRequest) {
	const rule = (name: string, type: string, operand: string | number, title: string, description: string) => ({
		SettingName: name,
		Operator: "IsEquals",
		DataType: type,
		Operand: operand,
		MoreInfoUrl: complianceDocs,
		RemediationStrings: [{ Language: "en_US", Title: title, Description: description }],
	});
	const group = `deployment ${identity.deployment}, group ${identity.group}`;
	return {
		Rules: [
			rule(
				"ClaudeRevision",
				"String",
				revision,
				"Claude Desktop has other settings.",
				`Expected those of ${group}, revision ${revision}; this device has {ActualValue}.`,
			),
			rule(
				"ClaudeFindings",
				"Int64",
				0,
				"Settings of Claude Desktop stand where they are not read, or of types that are not.",
				"Check-ClaudeDesktop.ps1 tells which; {ActualValue} were found.",
			),
		],
	};
}

function report(request: DeviceRequest): readonly string[] {
	const { revision, expected } = request;
	const digests = expected.map(({ name, digest = "" }) => `\t'${name}' = '${digest}'`);
	return [
		expectation(request),
		keyPath(desktopPolicies),
		"$digests = [ordered]@{",
		...digests,
		"}",
		"$names = @($digests.PSBase.Keys)",
		"$findings = @()",
		"$revision = 'none'",
		"try {",
		"\t$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')",
		"\t$users = [Microsoft.Win32.RegistryKey]::OpenBaseKey('Users', 'Registry64')",
		"\t$hash = [Security.Cryptography.SHA256]::Create()",
		"\t$key = $machine.OpenSubKey($path)",
		"\t$present = @()",
		"\tif ($null -ne $key) { $present = @($key.GetValueNames()) }",
		"\tif ($present.Count -gt 0) {",
		"\t\t$different = @($present | Where-Object { $names -cnotcontains $_ })",
		"\t\tforeach ($name in $names) {",
		"\t\t\tif ($present -cnotcontains $name) { $different += $name; continue }",
		"\t\t\tif ($digests[$name] -eq '') { continue }",
		"\t\t\t$bytes = [Text.Encoding]::UTF8.GetBytes([string] $key.GetValue($name, '', 'DoNotExpandEnvironmentNames'))",
		"\t\t\t$digest = [BitConverter]::ToString($hash.ComputeHash($bytes)).Replace('-', '')",
		"\t\t\tif ($digest -ne $digests[$name]) { $different += $name }",
		"\t\t}",
		`\t\tif ($different.Count -eq 0) { $revision = '${revision}' }`,
		`\t\telse { $revision = "other than ${revision}: $($different -join ' ')" }`,
		"\t\tforeach ($name in $present) {",
		"\t\t\t$kind = $key.GetValueKind($name)",
		"\t\t\tif (($kind -ne 'String') -and ($kind -ne 'DWord')) { $findings += \"unreadable type: $name is $kind\" }",
		"\t\t}",
		"\t}",
		"\tif (($null -ne $key) -and ($key.SubKeyCount -gt 0)) { $findings += 'subkeys: they are never read' }",
		"\tforeach ($user in $users.GetSubKeyNames()) {",
		'\t\t$own = $users.OpenSubKey("$user\\$path")',
		"\t\tif (($null -eq $own) -or ($own.ValueCount -eq 0)) { continue }",
		"\t\t# The app's own export goes there.",
		'\t\tif ($present.Count -gt 0) { $findings += "machine beside user: $user has settings, which 1.19367.0 and later ignore" }',
		'\t\telse { $findings += "wrong hive: $user has settings, and the machine has none" }',
		"\t}",
		"} catch {",
		'\t$findings += "unreadable: $_"',
		"}",
	];
}
