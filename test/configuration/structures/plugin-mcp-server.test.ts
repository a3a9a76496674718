import { expect, test } from "vitest";
import { settingProblems } from "../../support/setting-problems.js";

const apex = "leaves out the name after the *. itself; add an entry for that where it is meant too";
const below = "https://*.partners.example.com/*";

test.each<[readonly string[], readonly number[]]>([
	[[below], [0]],
	[["https://a.example.com/*", "https://*.partners.example.com:8443/*"], [1]],
	[[below, "https://partners.example.com/*"], []],
	[["https://partners.example.com/*", below], []],
	[[below, "https://partners.example.com/mcp"], [0]],
	[[below, "http://partners.example.com/*"], [0]],
	[["https://*.b.example/*", "https://*.a.example/*", "https://a.example/*"], [0]],
	[["https://*/mcp", "*://a.example.com/*"], []],
])("%j: a name below a host is not the host, unless another pattern has it", (patterns, warned) => {
	const servers = patterns.map((serverUrl) => ({ serverUrl }));
	for (const key of ["allowedPluginMcpServers", "deniedPluginMcpServers"]) {
		expect(settingProblems(key, servers)).toEqual(
			warned.map((index) => `warning: ${key}[${index}].serverUrl: ${apex}`),
		);
	}
});
