import { expect, it } from "vitest";
import { compareHosts, hostLines } from "../../src/egress/order.js";
import { entryOf, planned } from "../firewall/cases.js";

it("orders by the written line in code units, then by port as a number", () => {
	const entries = [
		"b.example.com:443",
		"a.example.com:8443",
		"a.example.com:443",
		"a-b.example.com:443",
		"*.z.example.com:443",
	];
	expect(entries.map(planned).sort(compareHosts).map(entryOf)).toEqual([
		"*.z.example.com:443",
		"a-b.example.com:443",
		"a.example.com:443",
		"a.example.com:8443",
		"b.example.com:443",
	]);
});

it("writes one line per name and does not touch its argument", () => {
	const hosts = ["b.example.com:8443", "b.example.com", "*.b.example.com", "a.example.com"].map(planned);
	const before = hosts.map(entryOf);
	expect(hostLines(hosts)).toBe("*.b.example.com\na.example.com\nb.example.com\n");
	expect(hosts.map(entryOf)).toEqual(before);
	expect(hostLines([])).toBe("");
});
