import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { type PanOsOptions, panOs } from "../../src/firewall/pan-os.js";
import { formatProblem } from "../../src/problem.js";
import { cases, planned } from "./cases.js";
import { goldenFiles } from "./golden.js";
import { readWithFwshift, whyNoFwshift } from "./programs/fwshift.js";
import { entriesOf, runPanOs, type Setting, verdictOf } from "./readers/pan-os.js";

const options: PanOsOptions = { sourceZones: ["trust"], destinationZones: ["untrust"] };

function rendered(entries: readonly string[], more: Partial<PanOsOptions> = {}, request: object = {}) {
	return panOs.render({ deployment: "eu", hosts: entries.map(planned), ...request }, { ...options, ...more });
}

function commands(...[entries, more, request]: Parameters<typeof rendered>): string {
	return rendered(entries, more, request).value?.files[0]?.content ?? "";
}

/** A configuration as `show` prints it in the format of set commands. */
function shown(settings: readonly Setting[]): string {
	const quoted = (word: string) => (/[ *()]/.test(word) ? `"${word}"` : word);
	return settings
		.map(
			({ path, values }) =>
				`set ${path.map(quoted).join(" ")} ${values.length > 1 ? `[ ${values.map(quoted).join(" ")} ]` : quoted(values[0] ?? "")}\n`,
		)
		.join("");
}

it("resolves hosts of SSH itself, and has no words for `*.` there", () => {
	const { value } = rendered(["git.example.com:22", "*.example.net:22", "10.0.0.5:22"]);
	expect(value?.effects.map((effect) => describeEffect("panOs", effect))).toEqual([
		"panOs: *.example.net:22 is reached on port 22, where no TLS hello shows a name, and an address object takes none with *. (dropped)",
	]);
	expect(value?.files[0]?.content).toContain(
		"set rulebase security rules claude_eu_1_hosts destination [ claude_eu.git.example.com 10.0.0.5 ]\n",
	);
	expect(value?.notes?.join("\n")).toMatch(/such as SSH, hold the addresses/);
});

it.each<[string, string[], Partial<PanOsOptions>, RegExp]>([
	["a virtual system of a device group", [], { vsys: "vsys2", deviceGroup: "Offices" }, /^vsys: .* beside deviceGroup/],
	[
		"more ports than it has names for",
		Array.from({ length: 9 }, (_, index) => `a.example.com:${1000 + index}`),
		{},
		/would be 9 ports.*; at most 8 are written$/,
	],
	[
		"more entries of lists than firewalls take",
		Array.from({ length: 50_001 }, (_, index) => `h${index}.example.com`),
		{ listUrl: "https://lists.example.com/" },
		/would be 50001 entries of external lists; at most 50000 are written$/,
	],
])("refuses %s", (_, entries, more, message) => {
	expect(rendered(entries, more).problems.map(formatProblem)).toEqual([expect.stringMatching(message)]);
});

it("keeps names of objects within 31 characters, and apart", () => {
	const owners = ["a", "b"].map((end) => ({ deployment: "d".repeat(31), group: `${"g".repeat(30)}${end}` }));
	const names = owners.map((owner) => [
		...entriesOf(runPanOs(commands(["a.example.com"], {}, owner)), ["custom-url-category"]).keys(),
	]);
	expect(names.flat()).toHaveLength(2);
	expect(new Set(names.flat()).size).toBe(2);
	for (const name of names.flat()) expect(name.length).toBeLessThanOrEqual(31);
});

it("comes before the rule that is named, and keeps planned hosts out of decryption before any other rule", () => {
	const own = ["from", "to", "source", "source-user", "destination", "application", "service", "category"];
	const office = own.map((member) => `set rulebase security rules "office out" ${member} [ any ]\n`).join("");
	const decrypt = "set rulebase decryption rules all action decrypt\n";
	const settings = runPanOs(
		`${office}${decrypt}${commands(["a.example.com"], { before: "office out", denyRest: true }, { inspects: true })}`,
	);
	expect([...entriesOf(settings, ["security", "rules"]).keys()]).toEqual([
		"claude_eu_1_names",
		"claude_eu_rest",
		"office out",
	]);
	expect([...entriesOf(settings, ["decryption", "rules"]).keys()]).toEqual(["claude_eu_bypass", "all"]);
	expect(entriesOf(settings, ["custom-url-category"]).get("claude_eu_bypass")?.get("list")).toEqual(["a.example.com/"]);
});

describe("commands that a firewall would refuse or read otherwise are not read by the tests' own reader", () => {
	const good = commands(cases["apex-and-subdomains"]);

	it.each<[string, (text: string) => string]>([
		[
			"a misspelt keyword, which fwshift passes",
			(text) => text.replace("custom-url-category claude_eu_1_names list", "custom-url-category claude_eu_1_names lst"),
		],
		["a type without its quotes", (text) => text.replace('"URL List"', "URL List")],
		["a category that is not defined", (text) => text.replace("category [ claude_eu_1_names ]", "category [ nope ]")],
		["an entry without its slash at the end", (text) => text.replace("sentry.io/ ]", "sentry.io ]")],
		["a list that is not closed", (text) => text.replace("sentry.io/ ]", "sentry.io/")],
	])("%s", (_, mutate) => {
		expect(mutate(good)).not.toBe(good);
		expect(() => verdictOf(runPanOs(mutate(good)))({ host: "a.sentry.io", port: 443 })).toThrow();
	});
});

describe("fwshift", () => {
	// Every case in the plainest example, and what differs most in the others.
	const golden = goldenFiles("panOs", "panos.txt").filter(([name]) => /^plain|\/(addresses|other-ports)\//.test(name));

	it.for(golden)("reads the rules of %s as they are meant", async ([, place], { skip }) => {
		skip(whyNoFwshift !== undefined, whyNoFwshift);
		const settings = runPanOs(readFileSync(place, "utf8"));
		const own = [...entriesOf(settings, ["security", "rules"])];
		if (own.length === 0) return;
		const { rules, findings } = await readWithFwshift(shown(settings), "panos");
		const services = entriesOf(settings, ["service"]);
		const addresses = entriesOf(settings, ["address"]);
		expect(findings.filter((each) => !/PANOS_SET_FORMAT|PANORAMA_SOURCE/.test(each))).toEqual([]);
		expect(rules).toEqual(
			own.map(([name, rule]) => ({
				name,
				enabled: true,
				action: rule.get("action")?.[0],
				from: rule.get("from"),
				to: rule.get("to"),
				sources: rule.get("source"),
				destinations: rule.get("destination")?.map((each) => addresses.get(each)?.get("fqdn")?.[0] ?? each),
				services: rule
					.get("service")
					?.map((each) => (each === "any" ? each : `tcp ${services.get(each)?.get("protocol tcp port")?.[0]}`)),
				applications: rule.get("application"),
				categories: rule.get("category"),
			})),
		);
	});

	it("finds closed by a second revision what the first one opened", async ({ skip }) => {
		skip(whyNoFwshift !== undefined, whyNoFwshift);
		const before = commands(
			["api.anthropic.com", "old.example.com:8443", "git.example.com:22"],
			{ denyRest: true },
			{ inspects: true },
		);
		const after = runPanOs(commands(["new.example.com"]), runPanOs(before));
		const { rules } = await readWithFwshift(shown(after), "panos");
		expect(rules.map(({ name, services, categories }) => [name, services, categories])).toEqual([
			["claude_eu_1_names", ["tcp 443"], ["claude_eu_1_names"]],
		]);
		expect(entriesOf(after, ["custom-url-category"])).toEqual(
			new Map([
				[
					"claude_eu_1_names",
					new Map([
						["type", ["URL List"]],
						["list", ["new.example.com/"]],
					]),
				],
			]),
		);
	});
});

it("a second revision over the first leaves nothing of it but addresses that no rule names", () => {
	const before = commands(["api.anthropic.com", "*.sentry.io:8443", "git.example.com:22"], {}, { inspects: true });
	const after = commands(["*.sentry.io", "llm.example.com:4318"], { listUrl: "https://lists.example.com/" });
	const over = runPanOs(after, runPanOs(before)).filter(({ path }) => path[0] !== "address");
	expect(over).toEqual(runPanOs(after));
});

it("says where its rules stand, unless `before` does", () => {
	const notes = (more: Partial<PanOsOptions>) => rendered(["a.example.com"], more).value?.notes?.join("\n");
	expect(notes({})).toContain("the rules come last at every revision");
	expect(notes({ before: "office out" })).not.toContain("come last");
});
