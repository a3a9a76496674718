import { describe, expect, test } from "vitest";
import { quiet } from "../support/configuration.js";
import { compile, twins } from "./compiled.js";

/** Nothing opens a host by default, so that these tests name every host there is. */
const settings = { ...quiet, isLocalDevMcpEnabled: false };
const offline = { ...twins, app: { installer: "offline" }, settings };

describe("groups that need the same hosts", () => {
	test("share the deployment's rules and have none of their own", () => {
		const { paths, json, text } = compile(offline);
		expect(paths.filter((path) => path.includes("firewall/"))).toEqual([
			"firewall/hosts/hosts.txt",
			"firewall/squid/squid.conf",
		]);
		expect(text("egress.txt")).toBe("llm.example.com\n");
		expect(text("groups/pilot/egress.txt")).toBe("llm.example.com\n");
		expect(json("egress.json")).toMatchObject({ notes: [] });
	});
});

describe("groups that differ in hosts", () => {
	const differing = {
		...offline,
		groups: {
			...offline.groups,
			pilot: {
				...offline.groups.pilot,
				settings: { otlpEndpoint: "https://otel.example.com:4318", coworkEgressAllowedHosts: ["*.example.org"] },
			},
		},
	};
	const { paths, json, text } = compile(differing);

	test("each have rules of their own besides the union's", () => {
		expect(paths.filter((path) => path.includes("firewall/"))).toEqual([
			"firewall/hosts/hosts.txt",
			"firewall/squid/squid.conf",
			"groups/general/firewall/hosts/hosts.txt",
			"groups/general/firewall/squid/squid.conf",
			"groups/pilot/firewall/hosts/hosts.txt",
			"groups/pilot/firewall/squid/squid.conf",
		]);
		const everything = "*.example.org\nllm.example.com\notel.example.com\n";
		expect(text("egress.txt")).toBe(everything);
		expect(text("firewall/hosts/hosts.txt")).toBe(everything);
		expect(text("groups/pilot/firewall/hosts/hosts.txt")).toBe(everything);
		expect(text("groups/general/egress.txt")).toBe("llm.example.com\n");
		expect(text("groups/general/firewall/hosts/hosts.txt")).toBe("llm.example.com\n");
	});

	test("are told in egress.json what the union opens beyond each, and what a rule set cannot say exactly", () => {
		const effects = [
			"egress.txt names hosts without ports: otel.example.com is reached on port 4318",
			"hosts: otel.example.com:4318 is listed without its port, which needs a rule of its own (narrowed)",
			"squid: *.example.org also matches example.org (widened)",
		];
		const [ports, ...rules] = effects;
		expect(json("egress.json")).toMatchObject({
			notes: [
				ports,
				"for group general this list also opens *.example.org, otel.example.com:4318, which other groups need",
				...rules,
			],
		});
		expect(json("groups/pilot/egress.json")).toMatchObject({ notes: effects });
		expect(json("groups/general/egress.json")).toMatchObject({ notes: [] });
	});

	test("have a sandbox in their own egress.json only", () => {
		expect(json("groups/pilot/egress.json")).toMatchObject({
			schemaVersion: 1,
			sandbox: { mode: "list", hosts: ["*.example.org"], automatic: ["llm.example.com", "otel.example.com"] },
			summary: { anthropicHosts: [], conversationContentStaysWithProvider: false, takesOverDevice: true },
		});
		expect(json("egress.json")).not.toHaveProperty("sandbox");
		expect(json("egress.json")).toMatchObject({ schemaVersion: 1, summary: { takesOverDevice: true } });
	});
});

test("without a firewall no rules are written, nor notes about them", () => {
	const { firewall: _, ...bare } = offline;
	const { paths } = compile(bare);
	expect(paths.filter((path) => path.includes("firewall"))).toEqual([]);
});
