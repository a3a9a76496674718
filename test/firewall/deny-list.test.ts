import { describe, expect, it } from "vitest";
import { blockShape } from "../../src/firewall/block-shape.js";
import { denialComment } from "../../src/firewall/denied-host.js";
import { type DenyList, deniedHosts } from "../../src/firewall/deny-list.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { agents, sharedDomains } from "../../src/firewall/telemetry-hosts.js";
import { formatProblem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { readFacts } from "../support/facts.js";
import { planned } from "./cases.js";

function problemsOf(list: DenyList, ...entries: readonly string[]): string[] {
	return deniedHosts(list, entries.map(planned)).problems.map(formatProblem);
}

describe("a deny list", () => {
	it("carries who sends to each host, the switch that makes it unnecessary, and what says so", () => {
		const { value } = deniedHosts({ agents: ["codex"], hosts: ["Stats.Example.ORG."] }, []);
		expect(value?.map((each) => [each.host, denialComment(each)])).toEqual([
			[
				"ab.chatgpt.com",
				"OpenAI Codex, unnecessary with analytics.enabled = false in config.toml [source of Codex at rust-v0.154.0]",
			],
			[
				"o33249.ingest.us.sentry.io",
				"OpenAI Codex, unnecessary with feedback.enabled = false in config.toml or requirements.toml [source of Codex at rust-v0.154.0]",
			],
			["stats.example.org", "named by the deployment"],
		]);
	});

	it("names a host once, with everybody who sends there", () => {
		const { value = [] } = deniedHosts({ agents: ["vscode", "copilot"] }, []);
		const shared = value.filter(({ host }) => host === "default.exp-tas.com");
		expect(shared.map(({ reasons }) => reasons.map(({ agent }) => agent))).toEqual([
			["Visual Studio Code", "GitHub Copilot"],
		]);
	});

	it("is refused where it would cut what the plan opens, naming the host, the key and both cures", () => {
		expect(problemsOf({ agents: ["claudeCode"] }, "browser-intake-us5-datadoghq.com", "api.anthropic.com")).toEqual([
			"agents[0]: browser-intake-us5-datadoghq.com of Claude Code would cut browser-intake-us5-datadoghq.com, which the plan needs for essential-telemetry; change disableEssentialTelemetry so that it is not needed, or leave claudeCode out and name its other hosts under deny.hosts",
		]);
		expect(problemsOf({ agents: ["codex"] }, "*.sentry.io:8443")).toEqual([
			"agents[0]: o33249.ingest.us.sentry.io of OpenAI Codex would cut *.sentry.io:8443, which the plan needs for essential-telemetry; change disableEssentialTelemetry so that it is not needed, or leave codex out and name its other hosts under deny.hosts",
		]);
		expect(problemsOf({ hosts: ["a.example.com"] }, "a.example.com", "xa.example.com", "*.a.example.com")).toEqual([
			"hosts[0]: a.example.com would cut a.example.com, which the plan needs for essential-telemetry; change disableEssentialTelemetry so that it is not needed, or leave it out here",
		]);
	});

	it("has one cure where a host is also needed for what no setting governs", () => {
		const [host] = ["downloads.claude.ai"].map(planned);
		const reasons = host?.reasons.flatMap((reason) => [reason, { ...reason, feature: "vm-bundle", key: null }]) ?? [];
		const { problems } = deniedHosts({ hosts: ["downloads.claude.ai"] }, host ? [{ ...host, reasons }] : []);
		expect(problems.map(formatProblem)).toEqual([
			"hosts[0]: downloads.claude.ai would cut downloads.claude.ai, which the plan needs for essential-telemetry, vm-bundle; leave it out here",
		]);
	});

	it.each<[string, object, string[]]>([
		["nothing", {}, ["deny: is empty; expected agents or hosts"]],
		[
			"an agent that is unknown",
			{ agents: ["codec"] },
			[
				'deny.agents[0]: unknown value "codec"; expected one of amazonQ, claudeCode, cline, codex, continue, copilot, cursor, opencode, pi, vscode',
			],
		],
		[
			"a base domain",
			{ hosts: ["sentry.io", "exp-tas.com"] },
			[
				"deny.hosts[0]: is more than one host, which other programs need too; name its hosts, such as o1158394.ingest.us.sentry.io and o33249.ingest.us.sentry.io",
				"deny.hosts[1]: is more than one host, which other programs need too; name its hosts, such as default.exp-tas.com",
			],
		],
		[
			"any other whole domain, or a wildcard",
			{ hosts: ["example.org", "*.stats.example.org", "co.uk"] },
			Array.from(
				{ length: 3 },
				(_, index) =>
					`deny.hosts[${index}]: is more than one host, which other programs need too; name its hosts one by one`,
			),
		],
		["an address", { hosts: ["10.0.0.5"] }, ["deny.hosts[0]: is an address; a deny list names hosts"]],
		[
			"what is no name",
			{ hosts: ["https://a.example.org/x"] },
			['deny.hosts[0]: has ":"; a host name has letters, digits, hyphens and dots'],
		],
	])("refuses %s", (_, deny, messages) => {
		expect(checkShape(blockShape(firewallBackends.squid), { deny }, { at: [] }).map(formatProblem)).toEqual(messages);
	});

	it("is refused by a backend that cannot deny by name", () => {
		expect(
			checkShape(blockShape(firewallBackends.hosts), { deny: { agents: ["pi"] } }, { at: [] }).map(formatProblem),
		).toEqual(["deny: is for rules that deny hosts by name, which Plain host list cannot; leave it out"]);
	});
});

interface OtherAgents {
	readonly agents: readonly {
		readonly agent: string;
		readonly mustStay: readonly string[];
		readonly switches?: readonly { readonly switch: string; readonly stopsHosts: readonly string[] }[];
	}[];
}

describe("the hosts of agents", () => {
	const facts = readFacts<OtherAgents>("other-agents.json");
	const listed = Object.values(agents).flatMap(({ hosts }) => hosts.map(({ host }) => host));
	/** Others need them for more than telemetry. */
	const shared = [
		"api.github.com",
		"cognito-identity.us-east-1.amazonaws.com",
		"formulae.brew.sh (brew)",
		"github.com/openai/plugins.git",
		"registry.npmjs.org",
		"registry.npmjs.org (npm)",
		"update.code.visualstudio.com",
	];

	it.skipIf(!facts)("are those that the facts say switches stop, but for what others need", () => {
		const stopped =
			facts?.agents.flatMap(({ switches = [] }) => switches.flatMap(({ stopsHosts }) => stopsHosts)) ?? [];
		expect([...new Set(stopped)].filter((host) => !listed.includes(host)).sort()).toEqual(shared);
	});

	it.skipIf(!facts)("are none that any agent works by", () => {
		const needed = facts?.agents.flatMap(({ mustStay }) => mustStay.map((each) => each.replace(/ .*/, ""))) ?? [];
		expect(listed.filter((host) => needed.includes(host))).toEqual([]);
	});

	it("are exact: no domain that others need", () => {
		expect(listed.filter((host) => sharedDomains.includes(host))).toEqual([]);
	});
});
