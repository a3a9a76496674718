import { managedKeys } from "../configuration/catalogue.js";
import { codeFolder, managedFolders } from "../profiles/claude-code/code-format.js";
import { claudeDomain } from "../profiles/configuration-profile.js";
import type { Platform } from "../profiles/format.js";
import { settingsPath } from "../profiles/managed-settings-place.js";
import { policyKey } from "../profiles/policy-key.js";
import { textFile } from "../profiles/text-file.js";
import { markdownCode } from "../table/markdown.js";
import { type FleetVersions, fleetMeets } from "../version.js";
import { type DeviceRequest, type DeviceWriter, type ExpectedCode, exportedProfile } from "./device.js";

interface System {
	readonly name: string;
	/** Steps before the settings, for the apps of a fleet. */
	readonly before: (fleet: FleetVersions) => readonly string[];
	/** How the settings come. */
	readonly settings: string;
	/** How one sees that the app took them. */
	readonly taken: string;
	readonly check: string;
	/** Of Claude Code. */
	readonly codeCheck: string;
	/** Who may write a program that the app starts. */
	readonly program: string;
}

const systems: Readonly<Record<Platform, System>> = {
	macos: {
		codeCheck: "check-claude-code.sh",
		program:
			"owner `root:wheel`, mode `0755`, no link, in folders that root alone writes (`ls -lde` of each shows no other);\nsigned, where devices start nothing else",
		name: "macOS",
		before: () => [
			`Remove what the app exported: a profile of the identifier \`${exportedProfile}\`, which\nours does not replace, and those of other groups. A device belongs to one group.`,
			"Where Santa runs: add the rule of `santa-static-rules.plist` to its profile. The agent helper lies in a folder of the\nuser's, so that rules by path block it.",
		],
		settings: `Deliver one file of \`../../profiles/macos/\`, on the device channel: settings of a user (\`/Library/Managed\nPreferences/<user>/${claudeDomain}.plist\`) win key by key over\nthose of the device.`,
		taken: "a window of settings that can be edited means that no known key arrived",
		check: "`check-claude-desktop.sh` as root, `jamf-extension-attribute.sh` in Jamf Pro, or `osquery-pack.json`",
	},
	windows: {
		codeCheck: "Check-ClaudeCode.ps1",
		program:
			"below `C:\\Program Files`, or in another folder that administrators alone write (`icacls` shows no `(M)`, `(W)`\nor `(F)` for `Users` and `Everyone`), so that people read and start it",
		name: "Windows",
		before: (fleet) => [
			`Delete \`${policyKey}\` below \`HKEY_CURRENT_USER\`, where the app exports to: ${besideMachine(fleet)}.`,
			"Where AppLocker runs: merge `applocker.xml` (`Set-AppLockerPolicy -XmlPolicy applocker.xml -Merge`). Its publisher\nis not confirmed on a device: compare `Get-AppLockerFileInformation` first. Other products that allow by signer take the\nsame one.",
		],
		settings: `Deliver one file of \`../../profiles/windows/\`, to the machine (\`HKEY_LOCAL_MACHINE\\${policyKey}\`).\nNever one with \`remove\` in its name, which takes every setting away and is for going back.`,
		taken: "even a value of a misspelt name locks the window of settings, so that alone says nothing",
		check:
			"`Check-ClaudeDesktop.ps1` as the system, `Claude-compliance.ps1` with `Claude-compliance.json` in\nMicrosoft Intune, or `osquery-pack.json`",
	},
	linux: {
		codeCheck: "check-claude-code.sh",
		program:
			"owner `root:root`, mode `0755`, no link, in folders that root alone writes (`namei -l` of it shows no other)",
		name: "Linux",
		before: () => [],
		settings: `Install \`${settingsPath}\`. Root owns it and its folder, nobody else may write them, and neither\nis a symbolic link: otherwise the file is refused, and local settings with it.`,
		taken: "it names the file too",
		check: "`check-claude-desktop.sh`, or `osquery-pack.json`",
	},
};

/** Windows alone: what becomes of a user's settings where the machine has some. https://claude.com/docs/third-party/claude-desktop/mdm */
function besideMachine(fleet: FleetVersions): string {
	const since = "1.19367.0";
	const ignored = "is ignored as a whole where the machine has any value";
	if (!fleetMeets(fleet, { until: since })) return `it\n${ignored}`;
	if (!fleetMeets(fleet, { since })) return "it\nis merged with what the machine has";
	return `from ${since} on it\n${ignored}, and before that it was merged`;
}

/** When the app reads settings, as its versions do. */
function readingAgain(fleet: FleetVersions, minutes: number): string {
	const starts = "the app reads them as it starts";
	const { since } = managedKeys.configRecheckIntervalMinutes;
	if (!fleetMeets(fleet, { since })) return `${starts}, and not again while it\nruns`;
	const again = `${starts}, and one that runs reads them again every\n${minutes} minutes`;
	return fleetMeets(fleet, { until: since }) ? `${again} from ${since} on` : again;
}

/** What tells the state of a device of a platform, of the files beside `INSTALL.md`. */
export function deviceCheck(platform: Platform): string {
	return systems[platform].check.replaceAll("\n", " ");
}

/** The same for Claude Code. */
export function codeDeviceCheck(platform: Platform): string {
	return systems[platform].codeCheck;
}

/** `INSTALL.md`: in which order things go onto a device, and what shows that each is ready. */
export function rollout(platform: Platform): DeviceWriter {
	return (request) => [textFile("INSTALL.md", "text/markdown", page(platform, request))];
}

/** The answer is no file of the device, so that no check of devices sees it. */
const served =
	"Answer with `../../profiles/bootstrap.json` at the address of `bootstrapUrl`, and with the credentials that it leaves\nout: the answer replaces what devices have otherwise. Ready: the server answers so for a user of the group.";

/** Claude Code takes its settings from a place of its own, whatever Claude Desktop has. */
function ofCode(platform: Platform, { servers }: ExpectedCode, revision: string): readonly string[] {
	const folder = `\`../../profiles/${platform}/${codeFolder}/\``;
	const ready = `Ready: \`${systems[platform].codeCheck}\` prints \`Claude Code revision ${revision}\``;
	return [
		`Deliver one file with settings of Claude Code from ${folder}: a policy\nof device management wins over files, and one source alone is read.${servers === undefined ? ` ${ready}.` : ""}`,
		...(servers === undefined
			? []
			: [
					`Install \`managed-mcp.json\` of the same folder as\n\`${managedFolders[platform]}managed-mcp.json\`. ${ready}.`,
				]),
	];
}

/** They are of the whole deployment, and of programs that a device need not have. */
function ofAgents(platform: Platform): string {
	return `Where devices have other coding agents, deliver what switches off their telemetry, \`../../../../observability/agents/<agent>/${platform}/\`:\n\`../../HANDOVER.md\` says which file goes where, by what. Ready: each stands at its place.`;
}

/** Whoever can write a program that prints credentials has them, and no file of the bundle is one. */
function placed(platform: Platform, programs: DeviceRequest["programs"]): readonly string[] {
	const own = programs.filter(({ platforms }) => platforms.includes(platform));
	if (own.length === 0) return [];
	const each = own.map(({ path, names }) => `- ${markdownCode(path)}, of ${names.map(markdownCode).join(" and ")}`);
	return [
		`Place the programs that settings name, which no file here brings:\n${each.join("\n")}\n${systems[platform].program}.\nReady: each of them, started as a user of the device, prints what it is for and ends with 0.`,
	];
}

function page(
	platform: Platform,
	{ identity, revision, fleet, recheckMinutes, delivery, code, programs, otherAgents }: DeviceRequest,
): string {
	const system = systems[platform];
	const steps = [
		"Open the hosts of `../../egress.txt`, and make devices trust a proxy that opens TLS (`trust/` of the deployment, where\nit is). Ready: each host answers from a device of the group.",
		...(delivery === "bootstrap" ? [served] : []),
		...system.before(fleet),
		...placed(platform, programs),
		`${system.settings}\nReady: the check below prints \`revision ${revision}\`.`,
		...(code ? ofCode(platform, code, revision) : []),
		...(otherAgents ? [ofAgents(platform)] : []),
		`Install Claude Desktop. Settings come first: ${readingAgain(fleet, recheckMinutes)}.`,
		`Start the app and sign in. Ready: Help > Troubleshooting > diagnostic report lists every key and no \`Parse errors\`;\n${system.taken}.`,
	];
	return `# Onto a device: ${identity.deployment}, group ${identity.group}, on ${system.name}
Settings ${revision}. In this order:

${steps.map((step, index) => `${index + 1}. ${step.replaceAll("\n", "\n   ")}\n`).join("")}
Check a device with ${system.check}.
${code ? `Claude Code has a check of its own, \`${system.codeCheck}\`, and settings of its own below \`claude-code/\` there.\n` : ""}They report the revision, settings where they are not read or are read beside others, and types that are not read. None
of these files holds a credential: of a setting that does, only the presence is checked.

Sources: https://claude.com/docs/third-party/claude-desktop/mdm,
https://claude.com/docs/third-party/claude-desktop/installation
`;
}
