import { describe, expect, it } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import { twins } from "../bundle/compiled.js";
import { quiet } from "../support/configuration.js";

/** Every backend in the first of its examples, whatever it makes of hosts. */
const firewall = Object.fromEntries(
	Object.entries<FirewallBackend>(firewallBackends).map(([word, { examples, subdomains }]) => [
		word,
		{
			accept: ["widened", "narrowed"],
			...Object.values(examples)[0],
			...(subdomains === "not expressible" && { leaveTo: "json" }),
		},
	]),
);

/** What is wrong with hosts of a setting, and the hosts that are planned where nothing is. */
async function outcomeOf(hosts: readonly unknown[]): Promise<{ errors: string[]; planned: string[] }> {
	const deployment = { ...twins, settings: { ...quiet, coworkEgressAllowedHosts: hosts }, firewall };
	try {
		const { plan } = await compileBundle(parseDeployment(deployment));
		return { errors: [], planned: plan.perimeter.hosts.map(({ host }) => host) };
	} catch (fault) {
		if (!(fault instanceof DeploymentError)) throw fault;
		return { errors: fault.problems.filter(({ severity }) => severity === "error").map(formatProblem), planned: [] };
	}
}

describe("through every backend, a host of a setting", () => {
	it.each<[string, string, RegExp]>([
		["with a scheme", "https://api.example.com", /scheme/],
		["with a path", "api.example.com/v1", /path/],
		["that is not in A-labels", "b\u00fccher.example", /write xn--bcher-kva\.example/],
		["with a final dot", "api.example.com.", /write api\.example\.com/],
		["that is a bare suffix with a wildcard", "*.com", /public suffix/],
		["with a wildcard inside", "api.*.example.com", /wildcard inside/],
		["with an empty label", "api..example.com", /empty label/],
		["with a label that is too long", `${"a".repeat(64)}.example.com`, /label longer than 63/],
		["that is too long", `${"a.".repeat(125)}example.com`, /longer than 253/],
		["with a port that is none", "api.example.com:99999", /invalid port/],
		["that is an address of IPv6", "[2001:db8::1]", /IPv6/],
		["that is another spelling of an address", "0x7f.1", /unusual form/],
		["with a line feed", "api.example.com\nevil.example", /white space/],
		["with a quote", 'api.example.com";evil', /has """/],
		["with a backslash", "api.example.com\\", /has "\\\\?"/],
		["that begins with a hyphen", "-x.example.com", /start and end with a letter or digit/],
	])("%s is refused at its place", async (_, host, message) => {
		const { errors } = await outcomeOf(["kept.example.com", host]);
		expect(errors).toEqual([expect.stringMatching(/^settings\.coworkEgressAllowedHosts\[1\]: /)]);
		expect(errors[0]).toMatch(message);
	});

	it("is written once, in lower case, whatever covers it", async () => {
		const hosts = ["API.Example.COM", "api.example.com", "*.example.com", "*.deep.example.com", "example.com"];
		const { errors, planned } = await outcomeOf(hosts);
		expect(errors).toEqual([]);
		expect(planned.filter((host) => host.endsWith("example.com"))).toEqual([
			"deep.example.com",
			"example.com",
			"api.example.com",
			"example.com",
			"llm.example.com",
		]);
	});

	it("that is an address is refused by every backend that has no words for one, and by no other", async () => {
		const { errors } = await outcomeOf(["10.0.0.5"]);
		expect(errors.map((each) => each.split(":")[0])).toEqual([
			"firewall.awsDnsFirewall",
			"firewall.awsNetworkFirewallDomainList",
			"firewall.haproxy",
			"firewall.pihole",
			"firewall.rpz",
		]);
	});
});
