import { describe, expect, it } from "vitest";
import { blockShape } from "../../src/firewall/block-shape.js";
import { pac } from "../../src/firewall/pac.js";
import { formatProblem } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { rulesOf } from "./cases.js";
import { pac as reader } from "./programs/pac.js";

describe("a PAC file, in an engine", () => {
	const asked = async (entries: readonly string[], host: string, port: number) =>
		(await reader.ask(rulesOf(pac, entries).files, [{ host, port }]))[0];

	it.each<[string, string[], string, number, string]>([
		["an address of IPv4", ["10.0.0.5"], "10.0.0.5", 443, "open"],
		["its neighbour", ["10.0.0.5"], "10.0.0.50", 443, "closed"],
		["a name with a final dot", ["api.example.com"], "api.example.com.", 443, "open"],
		["a member that every table inherits", ["api.example.com"], "constructor", 443, "closed"],
		["the root of a wildcard", ["*.example.com"], "example.com", 443, "closed"],
		["the port of a wildcard", ["*.example.com:8443"], "a.b.example.com", 8443, "open"],
		["another port of it", ["*.example.com:8443"], "a.b.example.com", 443, "closed"],
	])("%s", async (_, entries, host, port, answer) => {
		expect(await asked(entries, host, port)).toBe(answer);
	});
});

it.each<[unknown, string[]]>([
	["PROXY proxy.example.com:3128; DIRECT", []],
	["SOCKS5 [2001:db8::1]:1080", []],
	[
		'DIRECT"; alert(1); "',
		['planned: is no way that a PAC file knows; expected DIRECT, or such as "PROXY proxy.example.com:3128; DIRECT"'],
	],
])("a way of %j", (planned, problems) => {
	expect(checkShape(blockShape(pac), { planned }, { at: [] }).map(formatProblem)).toEqual(problems);
});
