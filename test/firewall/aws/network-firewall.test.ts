import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { awsNetworkFirewallDomainList } from "../../../src/firewall/aws/domain-list.js";
import { awsNetworkFirewall } from "../../../src/firewall/aws/network-firewall.js";
import { describeEffect, type RuleRequest } from "../../../src/firewall/backend.js";
import { formatProblem } from "../../../src/problem.js";
import { inFolder } from "../../support/in-folder.js";
import { program, run } from "../../support/programs.js";
import { planned, rulesOf } from "../cases.js";
import { goldenFiles } from "../golden.js";
import { clientHello } from "../programs/client-hello.js";
import { replay } from "../programs/suricata.js";

const withSuricata = it.skipIf(!program("suricata", ["-V"]));
const clients = ["10.20.0.0/16"];

function render(entries: readonly string[], options: object = {}, request: Partial<RuleRequest> = { clients }) {
	return awsNetworkFirewall.render({ deployment: "eu", hosts: entries.map(planned), ...request }, options);
}

function resourcesOf(...given: Parameters<typeof render>) {
	return render(...given).value?.plan?.resources ?? [];
}

const fewer = ["api.anthropic.com", "*.sentry.io"];
const more = ["z.example.com:8443", "*.sentry.io", "a.example.com", "api.anthropic.com"];

describe("a host that comes or goes", () => {
	it("changes the source of the rules and nothing else", () => {
		const [before, after] = [fewer, more].map((entries) => resourcesOf(entries, { policy: true }));
		const withoutRules = (resources: typeof before) =>
			JSON.parse(JSON.stringify(resources), (name, value) => (name === "rulesString" ? "" : value));
		expect(withoutRules(after)).toEqual(withoutRules(before));
		expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
	});

	it("leaves the ids of the others", () => {
		const idsOf = (entries: readonly string[]) => {
			const lines = render(entries).value?.files[0]?.content.split("\n") ?? [];
			return lines.flatMap((line) => /msg:"([^"]*)".*sid:(\d+)/.exec(line)?.slice(1).join(" ") ?? []);
		};
		expect(idsOf(more)).toEqual(expect.arrayContaining(idsOf(fewer)));
	});
});

it("names what it creates for whom it is, and a group of another capacity otherwise", () => {
	const namesOf = (...given: Parameters<typeof render>) => resourcesOf(...given).map(({ name }) => name);
	expect(namesOf(fewer, { policy: true })).toEqual(["cowork-eu-C1000", "cowork-eu"]);
	expect(namesOf(fewer, { capacity: 2000 })).toEqual(["cowork-eu-C2000"]);
	const longest = namesOf(fewer, {}, { deployment: `a${"-".repeat(30)}`, group: `b${"-".repeat(30)}` });
	// https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateRuleGroup.html
	for (const name of longest) expect(name).toMatch(/^[a-zA-Z0-9-]{1,128}$/);
	expect(longest).toEqual([`cowork-a${"-".repeat(30)}-Group-b${"-".repeat(30)}-C1000`]);
});

describe("home networks", () => {
	const homeOf = (...given: Parameters<typeof render>) => {
		const { ruleGroup } = (resourcesOf(...given)[0]?.properties ?? {}) as { ruleGroup?: { ruleVariables?: object } };
		return ruleGroup?.ruleVariables;
	};

	it("are those of the clients", () => {
		const definitions = { ipSets: [{ key: "HOME_NET", ipSet: { definitions: clients } }] };
		expect(homeOf(fewer)).toEqual(definitions);
		expect(render(fewer).problems).toEqual([]);
	});

	it("are the policy's where the block says so", () => {
		expect(homeOf(fewer, { homeNet: "policy" })).toBeUndefined();
		expect(render(fewer, { homeNet: "policy" }, {}).problems).toEqual([]);
	});

	it("are said to be the firewall's own where nobody says anything", () => {
		const { problems } = render(fewer, {}, {});
		expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
		expect(problems.map(formatProblem)[0]).toMatch(
			/^warning: deployment: says no clients, so that HOME_NET is the VPC of the firewall/,
		);
	});
});

describe("limits", () => {
	const names = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example.com`);
	const refusals = (...given: Parameters<typeof render>) => render(...given).problems.map(formatProblem);

	it("refuse a capacity that is too small or too large for one policy, with one that is not", () => {
		expect(refusals(names(2000), { capacity: 80 })).toEqual([
			expect.stringMatching(
				/^capacity: makes \d+ rule groups of 2000 rules; .*: say 8000, which makes other rule groups/,
			),
		]);
		expect(refusals(names(10), { capacity: 4, dedicated: true })).toEqual([
			expect.stringMatching(/^capacity: is too small for 15 rules; .*: say 1000, which/),
		]);
		const [found = ""] = refusals(names(10_000), { capacity: 30_000 });
		const [, capacity] = /say (\d+), which/.exec(found) ?? [];
		expect(refusals(names(10_000), { capacity: Number(capacity) })).toEqual([]);
	});

	it("refuse what no policy holds", () => {
		expect(refusals(names(30_001), { capacity: 30_000 })).toEqual([
			expect.stringMatching(/would be 30001 rules, which no rule groups of one policy hold: a policy takes 20 groups/),
		]);
	});
});

it("keeps tokens of plans out of comments, whatever a reason says", () => {
	const [host] = ["api.anthropic.com"].map(planned);
	const hosts = host
		? [{ ...host, reasons: host.reasons.map((reason) => ({ ...reason, because: "<late:x.y>" })) }]
		: [];
	const { value } = render([], {}, { hosts });
	expect(value?.files[0]?.content).toContain("late:x.y>");
	expect(JSON.stringify(value?.plan)).not.toContain("<late:x.y>");
});

it("gives a stack parameters for what only a program knows", () => {
	const logging = { firewallArn: "<late:firewall.awsNetworkFirewall.logging.firewallArn>", logGroup: "egress" };
	const template = JSON.parse(render(fewer, { logging }).value?.files[1]?.content ?? "");
	expect(template.Parameters).toEqual({ FirewallArn: { Type: "String" } });
	expect(template.Resources.Logging.Properties.FirewallArn).toEqual({ Ref: "FirewallArn" });
});

describe("Suricata", { timeout: 120_000 }, () => {
	withSuricata("reads every golden file", async () => {
		await inFolder((folder) => {
			const settings = '%YAML 1.1\n---\nvars:\n  address-groups: { HOME_NET: "[10.1.0.0/16]", EXTERNAL_NET: any }\n';
			writeFileSync(path.join(folder, "s.yaml"), settings);
			// Examples share their rules; one of each case is enough.
			const files = goldenFiles("awsNetworkFirewall", ".rules").filter(([name]) => name.startsWith("denying/"));
			expect(files.length).toBeGreaterThan(5);
			for (const [file, place] of files) {
				const args = ["-T", "-c", path.join(folder, "s.yaml"), "-S", place, "-l", folder];
				expect([file, run("suricata", args)]).toEqual([file, expect.any(String)]);
			}
		});
	});

	const rules = (options: object) =>
		rulesOf(awsNetworkFirewall, ["api.anthropic.com"], options).files[0]?.content ?? "";

	withSuricata("drops the rest for dedicated clients alone, QUIC too", async () => {
		const hello = await clientHello("api.anthropic.com");
		const flows = [
			{ host: "evil.example", port: 443 },
			{ host: "evil.example", port: 443, by: "quic" as const },
			{ host: "api.anthropic.com", port: 443, said: [hello.subarray(0, 60), hello.subarray(60)] },
			{ host: "api.anthropic.com", port: 443, to: "10.1.0.77" },
		];
		expect(await replay(rules({}), flows)).toEqual(["open", "open", "open", "open"]);
		expect(await replay(rules({ dedicated: true }), flows)).toEqual(["closed", "closed", "open", "open"]);
	});
});

describe("a domain list", () => {
	const listOf = (entries: readonly string[]) => rulesOf(awsNetworkFirewallDomainList, entries, { homeNet: "policy" });

	it("takes names alone, without what has none, and says what it takes along", () => {
		const { files, effects, plan } = listOf([
			"api.anthropic.com:8443",
			"*.sentry.io",
			"10.0.0.5",
			"git.example.com:22",
		]);
		expect(files[0]).toMatchObject({ name: "domains.txt", content: ".sentry.io\napi.anthropic.com\n" });
		expect(plan?.resources[0]?.name).toBe("cowork-eu-Domains-C1000");
		expect(effects.map((effect) => describeEffect("list", effect)).sort()).toEqual([
			"list: *.sentry.io also matches sentry.io (widened)",
			"list: 10.0.0.5 is an address, for which no name is shown (dropped)",
			"list: api.anthropic.com:8443 passes on every port where TLS or HTTP shows its name (widened)",
			"list: git.example.com:22 is reached on port 22, where no TLS hello shows a name (dropped)",
		]);
	});

	it("of an empty plan has a name that nobody can have", () => {
		expect(listOf([]).files[0]?.content).toBe("nothing.invalid\n");
	});

	it("is not more than the capacity is for", () => {
		const hosts = Array.from({ length: 500 }, (_, index) => planned(`h${index}.example.com`));
		const { problems } = awsNetworkFirewallDomainList.render({ deployment: "eu", hosts }, { homeNet: "policy" });
		expect(problems.map(formatProblem)[0]).toMatch(/^capacity: are too few for 1002 rules; say 5000/);
	});
});
