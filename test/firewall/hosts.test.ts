import { describe, expect, it } from "vitest";
import { hosts } from "../../src/firewall/hosts.js";
import { rulesOf } from "./cases.js";

const hostsTxt = (...entries: string[]) => rulesOf(hosts, entries);

describe("hosts", () => {
	it.each<[string, string[], string]>([
		["an empty plan is an empty file", [], ""],
		["one line per host", ["api.anthropic.com"], "api.anthropic.com\n"],
		[
			"sorted by code unit, wildcards first",
			["b.example.com", "a.example.com", "*.z.example.com"],
			"*.z.example.com\na.example.com\nb.example.com\n",
		],
		["the name is not its subdomains", ["*.sentry.io", "sentry.io"], "*.sentry.io\nsentry.io\n"],
		["one line whatever the ports", ["llm.example.com:8443", "llm.example.com"], "llm.example.com\n"],
	])("%s", (_, entries, content) => {
		expect(hostsTxt(...entries).files).toEqual([{ name: "hosts.txt", mediaType: "text/plain", content }]);
	});

	it("names each port that it cannot carry", () => {
		expect(hostsTxt("*.b.example.com:8443", "api.anthropic.com", "otel.example.com:4318").effects).toEqual([
			{
				host: "b.example.com",
				match: "subdomains",
				port: 8443,
				kind: "narrowed",
				because: "is listed without its port, which needs a rule of its own",
			},
			{
				host: "otel.example.com",
				match: "exact",
				port: 4318,
				kind: "narrowed",
				because: "is listed without its port, which needs a rule of its own",
			},
		]);
	});
});
