import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../src/firewall/backend.js";
import { blockShape } from "../../src/firewall/block-shape.js";
import { windowsFirewall } from "../../src/firewall/windows-firewall.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { powershellParser } from "../support/powershell.js";
import { planned } from "./cases.js";
import { hostileTexts } from "./exam.js";

const parse = await powershellParser();

function scriptOf(entries: readonly string[], more: Partial<RuleRequest> = {}, options: object = {}): string {
	const { value } = windowsFirewall.render({ deployment: "eu", ...more, hosts: entries.map(planned) }, options);
	return value?.files.find(({ name }) => name === "claude-firewall.ps1")?.content ?? "";
}

/** Ids by keyword. */
function keywordsOf(script: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		[...script.matchAll(/^\t'(\{[0-9a-f-]+\})' = '(.+)'\r$/gm)].map(([, id, name]) => [name, id]),
	);
}

/** Everything but the tables, whatever the plan. */
function programOf(script: string): string {
	return script.slice(script.indexOf("$ErrorActionPreference"));
}

describe("the script for Windows Firewall", () => {
	it("has commands of the module alone, and the same whatever the hosts", () => {
		const script = scriptOf(["*.sentry.io", "10.0.0.5", "api.anthropic.com:8443"]);
		const commands = parse(script)
			.descendantsOfType("command_name")
			.map((each) => each?.text);
		expect([...new Set(commands)].sort()).toEqual([
			"ForEach-Object",
			"Get-NetFirewallDynamicKeywordAddress",
			"Get-NetFirewallRule",
			"New-NetFirewallDynamicKeywordAddress",
			"New-NetFirewallRule",
			"Out-Null",
			"Remove-NetFirewallDynamicKeywordAddress",
			"Remove-NetFirewallRule",
			"Where-Object",
			"Write-Output",
		]);
		expect(programOf(script)).toBe(programOf(scriptOf([])));
	});

	it("gives a keyword the same id whatever else is there, and each owner ids of its own", () => {
		const [first, second] = [["a.example.com"], ["b.example.com", "a.example.com"]].map((each) =>
			keywordsOf(scriptOf(each)),
		);
		expect(first?.["a.example.com"]).toMatch(/^\{[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}\}$/);
		expect(second?.["a.example.com"]).toBe(first?.["a.example.com"]);
		const start = (script: string) => /-like '(\{[0-9a-f-]+)\*'/.exec(script)?.[1] ?? "none";
		const other = scriptOf(["a.example.com"], { group: "pilot" });
		expect(Object.values(keywordsOf(other)).every((id) => id.startsWith(start(other)))).toBe(true);
		expect(Object.values(keywordsOf(other)).some((id) => id.startsWith(start(scriptOf([]))))).toBe(false);
	});

	it("names a rule anew where it changes, so that the next run replaces it", () => {
		const nameOf = (...args: Parameters<typeof scriptOf>) => /@\{ Name = '([^']+)'/.exec(scriptOf(...args))?.[1];
		expect(nameOf(["a.example.com"])).toBe(nameOf(["a.example.com"]));
		expect(nameOf(["a.example.com"])).not.toBe(nameOf(["a.example.com:8443"]));
		expect(nameOf(["a.example.com"])).not.toBe(nameOf(["a.example.com"], {}, { programs: ["C:\\a.exe"] }));
	});

	it("adds before it removes", () => {
		const script = scriptOf(["a.example.com"]);
		const order = [
			"New-NetFirewallDynamic",
			"New-NetFirewallRule",
			"Remove-NetFirewallRule",
			"Remove-NetFirewallDynamic",
		];
		const places = order.map((each) => script.indexOf(each));
		expect(places).toEqual([...places].sort((a, b) => a - b));
	});

	it.each(hostileTexts.map((text) => [text.slice(0, 30), text]))(
		"is the same program with the reason %j",
		(_, text) => {
			const host = planned("api.anthropic.com");
			const hosts = [{ ...host, reasons: host.reasons.map((reason) => ({ ...reason, because: text, feature: text })) }];
			const denied = [{ host: "stats.example.org", reasons: [{ agent: text, unnecessaryWith: text, source: text }] }];
			const { value } = windowsFirewall.render({ deployment: "eu", hosts, denied }, {});
			const script = value?.files[0]?.content ?? "";
			const kinds = (of: string) =>
				parse(of)
					.descendantsOfType("command_name")
					.map((each) => each?.text);
			expect(kinds(script)).toEqual(kinds(scriptOf(["api.anthropic.com"])));
			expect(script).toMatch(/^[ -~\t\r\n]*$/);
		},
	);
});

describe("a program of the rules", () => {
	it.each<[string, boolean]>([
		["C:\\Program Files\\Claude\\Claude.exe", true],
		["%LocalAppData%\\AnthropicClaude\\claude.exe", true],
		["%ProgramFiles(x86)%\\It's\\claude.exe", true],
		["claude.exe", false],
		["C:\\a\u2019; Remove-Item C:\\ \u2019.exe", false],
		["C:\\*.exe", false],
		["C:\\a\r\nb.exe", false],
		["C:\\$(calc).exe", true],
	])("%j: %s", (program, isTaken) => {
		const problems = checkShape(blockShape(windowsFirewall), { programs: [program] }, { at: [] });
		expect(problems.length === 0).toBe(isTaken);
		if (isTaken) expect(() => parse(scriptOf(["a.example.com"], {}, { programs: [program] }))).not.toThrow();
	});
});
