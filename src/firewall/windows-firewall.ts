import { createHash } from "node:crypto";
import { isAddress } from "../host.js";
import { compareText } from "../json.js";
import { made } from "../outcome.js";
import { list, textMatching } from "../shape/build.js";
import type { FirewallBackend, RuleFile, RuleRequest } from "./backend.js";
import { commentOf, plainLine, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";
import { subdomainEffects } from "./subdomain-effects.js";

export interface WindowsFirewallOptions {
	/** Programs that the rules hold for, by path. @default - every program of the device */
	readonly programs?: readonly string[];
}

/** What the cmdlet that makes a rule takes, by its parameters. */
type Rule = Readonly<Record<string, string>>;

/**
 * Rules of Windows Firewall over names: Network Protection tells the firewall the addresses that DNS answers for a dynamic
 * keyword. They open what a default of blocked outbound connections closes, and leave the default as it is. Which names a
 * wildcard takes besides those one label below, its page does not say.
 */
export const windowsFirewall: FirewallBackend<WindowsFirewallOptions> = {
	title: "Windows Firewall dynamic keywords",
	docs: "https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/dynamic-keywords",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "includes the name itself",
	ports: true,
	clients: false,
	denies: false,
	deniesHosts: true,
	inspects: false,
	quic: "refused",
	revisions: "the script adds what is missing, then removes what an earlier revision left",
	options: {
		programs: {
			shape: list(
				textMatching(
					"path",
					/^(?:[A-Za-z]:|%[A-Za-z()0-9]+%)\\[ !#-);=@-{}~+,.-9-]+$/,
					"is no path of a program on Windows; expected an absolute one of plain letters, with a drive or a variable first",
				),
				{ minItems: 1 },
			),
			summary: "Programs that the rules hold for, by path.",
			defaultNote: "every program of the device",
		},
	},
	examples: {
		plain: {},
		programs: { programs: ["%ProgramFiles%\\Claude\\Claude.exe", "C:\\It's (a) folder\\claude.exe"] },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { programs }) {
		const ports = portsOf(request.hosts);
		const keywords = new Map<string, string>();
		const to = (name: string): Rule => {
			if (isAddress(name)) return { RemoteAddress: name };
			const id = keywordId(request, name);
			keywords.set(id, name);
			return { RemoteDynamicKeywordAddresses: id };
		};
		const each = (rule: Rule) => forPrograms(programs).map((program) => named(request, { ...rule, ...program }));
		const rules = [
			...(request.denied ?? []).flatMap((denied) =>
				each({ Action: "Block", ...to(denied.host), Description: `${denied.host}: ${denialComment(denied)}` }),
			),
			...ports.flatMap((of) =>
				namesOf(of).flatMap(({ name, host }) => {
					const description = plainLine(`${name}: ${commentOf(of.named(host))}`);
					const target = { RemotePort: String(of.port), ...to(name), Description: description };
					return [
						...each({ Action: "Allow", Protocol: "TCP", ...target }),
						// Where outbound connections are allowed by default, nothing else closes it.
						...(of.port === 443 ? each({ Action: "Block", Protocol: "UDP", ...target }) : []),
					];
				}),
			),
		];
		return made({
			files: [
				script("claude-firewall.ps1", settingScript(request, keywords, rules)),
				script("claude-firewall-remove.ps1", removingScript(request)),
			],
			effects: ports.flatMap((of) =>
				subdomainEffects(of, (name) => `may also match ${name}, and to what depth is not said (unverified)`),
			),
			notes: [
				"opens hosts where outbound connections are blocked by default, and leaves that default to others; names are learnt from DNS answers, so that another name at the same address is open, too",
				...(request.denied
					? ["a planned host at an address of a denied one is blocked, too, because what is blocked goes first"]
					: []),
			],
		});
	},
};

/** All of them, because to what depth a wildcard covers others is not said. */
function namesOf({ above, exact }: PortHosts): { name: string; host: string }[] {
	const of = (hosts: ReadonlySet<string>, prefix: string) =>
		[...hosts].sort(compareText).map((host) => ({ name: `${prefix}${host}`, host }));
	return [...of(above, "*."), ...of(exact, "")];
}

function forPrograms(programs: readonly string[] | undefined): Rule[] {
	return programs === undefined ? [{}] : programs.map((Program) => ({ Program }));
}

/** What rules and keywords of a deployment or a group are known by. */
function ownerMark(request: RuleRequest): string {
	return `pulumi-cowork ${ownerName(request, "/")}`;
}

/** A rule with a name that stays as long as the rule does, so that a script run again leaves it alone. */
function named(request: RuleRequest, rule: Rule): Rule {
	const mark = ownerMark(request);
	return { Name: `${mark} ${hexOf(JSON.stringify(rule)).slice(0, 32)}`, DisplayName: mark, ...rule };
}

/** The start of every id of these rules and of no others: twelve digits of the owner's digest. */
function idPrefix(request: RuleRequest): string {
	const digits = hexOf(ownerMark(request));
	return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-8`;
}

/** A UUID of version 8 (RFC 9562), of the owner and the name. */
function keywordId(request: RuleRequest, name: string): string {
	const digits = hexOf(name);
	return `${idPrefix(request)}${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}}`;
}

function hexOf(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}

/** ASCII with CRLF, which every version of PowerShell reads alike. */
function script(name: string, lines: readonly string[]): RuleFile {
	return { name, mediaType: "text/x-powershell", content: lines.map((line) => `${line}\r\n`).join("") };
}

function settingScript(request: RuleRequest, keywords: ReadonlyMap<string, string>, rules: readonly Rule[]): string[] {
	return [
		`# ${titleOf(request)}. Run as administrator on Windows 11, Windows Server 2022 or later.`,
		"# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.",
		"$keywords = @{",
		...[...keywords].map(([id, name]) => `\t${literal(id)} = ${literal(name)}`),
		"}",
		"$rules = @(",
		...rules.map((rule) => `\t@{ ${parameters(rule)} }`),
		")",
		...inTry([
			...foundOf(request),
			"$known = @{}",
			"foreach ($id in $ids) { $known[$id] = $true }",
			"foreach ($id in $keywords.Keys) {",
			"\tif (-not $known.ContainsKey($id)) {",
			"\t\tNew-NetFirewallDynamicKeywordAddress -Id $id -Keyword $keywords[$id] -AutoResolve $true | Out-Null",
			"\t}",
			"}",
			"$wanted = @{}",
			"foreach ($rule in $rules) {",
			"\t$wanted[$rule.Name] = $true",
			"\tif (-not $names.ContainsKey($rule.Name)) {",
			"\t\tNew-NetFirewallRule @rule -Group $group -Direction Outbound | Out-Null",
			"\t}",
			"}",
			"foreach ($name in $names.Keys) { if (-not $wanted.ContainsKey($name)) { Remove-NetFirewallRule -Name $name } }",
			"foreach ($id in $ids) {",
			"\tif (-not $keywords.ContainsKey($id)) { Remove-NetFirewallDynamicKeywordAddress -Id $id }",
			"}",
		]),
	];
}

function removingScript(request: RuleRequest): string[] {
	return [
		`# Removes what was set for: ${titleOf(request)}. Run as administrator.`,
		...inTry([
			...foundOf(request),
			"foreach ($name in $names.Keys) { Remove-NetFirewallRule -Name $name }",
			"foreach ($id in $ids) { Remove-NetFirewallDynamicKeywordAddress -Id $id }",
		]),
	];
}

/** `$names` of the rules and `$ids` of the keywords that are there. */
function foundOf(request: RuleRequest): string[] {
	return [
		`$group = ${literal(ownerMark(request))}`,
		"$names = @{}",
		"foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }",
		"$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)",
		`$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like ${literal(`${idPrefix(request)}*`)} })`,
	];
}

function inTry(lines: readonly string[]): string[] {
	return [
		"$ErrorActionPreference = 'Stop'",
		"try {",
		...lines.map((line) => `\t${line}`),
		"\texit 0",
		"} catch {",
		'\tWrite-Output "The rules of Claude could not be set: $_"',
		"\texit 1",
		"}",
	];
}

function parameters(rule: Rule): string {
	return Object.entries(rule)
		.map(([name, value]) => `${name} = ${literal(value)}`)
		.join("; ");
}

/** Between single quotes nothing but the quote itself has a meaning, and other quotes that PowerShell takes for it are not ASCII. */
function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
