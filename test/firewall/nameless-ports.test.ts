import { describe, expect, test } from "vitest";
import type { Destination } from "../../src/egress/destination.js";
import { describeEffect, type FirewallBackend } from "../../src/firewall/backend.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { planned } from "./cases.js";

/** What becomes of a host that speaks something on a port, by the example of a backend that stands for the others. */
function outcome(word: string, address: string, speaks?: Destination["speaks"]) {
	const backend: FirewallBackend | undefined = Object.entries(firewallBackends).find(([name]) => name === word)?.[1];
	const [options = {}] = Object.values(backend?.examples ?? {});
	const hosts = [{ ...planned(address), ...(speaks && { speaks }) }];
	const { value } = backend?.render({ deployment: "eu", hosts, clients: ["10.20.0.0/16"] }, options) ?? {};
	return {
		effects: value?.effects.map((effect) => describeEffect(word, effect)),
		notes: value?.notes?.join("\n"),
		text: value?.files.map(({ content }) => content).join("\n"),
	};
}

const byName = ["suricata", "haproxy", "awsNetworkFirewall", "azureFirewall", "cloudflareGateway"];

describe.each(byName)("%s", (word) => {
	test.each(["ssh", "proxy"] as const)("has no words for a host of %s, whatever the port", (speaks) => {
		const { effects, text } = outcome(word, "build.example.com:2222", speaks);
		expect(effects).toEqual([expect.stringMatching(/^\S+: build\.example\.com:2222 is .*\(dropped\)$/)]);
		expect(text).not.toContain("build.example.com");
	});

	test("opens what speaks TLS there", () => {
		const { effects, text } = outcome(word, "build.example.com:2222");
		expect(effects?.filter((effect) => effect.endsWith("(dropped)"))).toEqual([]);
		expect(text).toContain("build.example.com");
	});
});

test.each(["haproxy", "cloudflareGateway"])("%s tells names by TLS alone, on any port", (word) => {
	expect(outcome(word, "otel.example.com:4318", "http").effects).toEqual([
		`${word}: otel.example.com:4318 is reached on port 4318, where no TLS hello shows a name (dropped)`,
	]);
});

test.each(["suricata", "awsNetworkFirewall", "azureFirewall"])("%s tells names of plain http on any port", (word) => {
	expect(outcome(word, "otel.example.com:4318", "http").effects).toEqual([]);
});

test("panOs opens SSH on a port of its own by addresses", () => {
	const { effects, text } = outcome("panOs", "build.example.com:2222", "ssh");
	expect(effects).toEqual([]);
	expect(text).toContain("set rulebase security rules claude_eu_1_hosts destination [ claude_eu.build.example.com ]\n");
	expect(text).not.toContain("list [ build.example.com/ ]");
});

test("zscaler says of SSH that URL filtering does not see it", () => {
	const open =
		"URL filtering sees web traffic alone, which SSH and requests to another proxy are not: open build.example.com:2222 in firewall filtering";
	expect(outcome("zscaler", "build.example.com:2222", "ssh").notes).toContain(open);
	expect(outcome("zscaler", "build.example.com:2222").notes).not.toContain("firewall filtering");
});
