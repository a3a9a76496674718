import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { rpz } from "../../src/firewall/rpz.js";
import { program, run } from "../support/programs.js";
import { rulesOf } from "./cases.js";
import { goldenFiles } from "./golden.js";

describe("a policy zone", () => {
	it("says of every name above a planned one that it is closed, and so is what is below it", () => {
		const zone = rulesOf(rpz, ["api.anthropic.com", "*.sentry.io"]).files[0]?.content ?? "";
		expect(zone.split("\n").filter((line) => / CNAME /.test(line))).toEqual([
			"com CNAME .",
			"*.com CNAME .",
			"anthropic.com CNAME .",
			"*.anthropic.com CNAME .",
			"api.anthropic.com CNAME rpz-passthru.",
			"*.api.anthropic.com CNAME .",
			"io CNAME .",
			"*.io CNAME .",
			"sentry.io CNAME .",
			"*.sentry.io CNAME rpz-passthru.",
			"* CNAME .",
		]);
	});

	it("leaves out what no resolver is asked for, or what would be another rule", () => {
		const long = `${Array.from({ length: 4 }, () => "a".repeat(50)).join(".")}.example.com`;
		const { effects } = rulesOf(rpz, [
			"10.0.0.5",
			"[2001:db8::1]:8443",
			long,
			"32.1.2.0.192.rpz-client-ip",
			"a.example.com",
		]);
		expect(effects.map((effect) => describeEffect("rpz", effect))).toEqual([
			"rpz: 10.0.0.5 is an address, which no resolver is asked for (dropped)",
			"rpz: [2001:db8::1]:8443 is an address, which no resolver is asked for (dropped)",
			"rpz: 32.1.2.0.192.rpz-client-ip ends like a rule that is not about a name (dropped)",
			`rpz: ${long} is longer than 200 characters, which may be too long below the zone's own name (dropped)`,
		]);
	});
});

describe("named-checkzone", () => {
	const files = goldenFiles("rpz", ".zone");

	it.skipIf(!program("named-checkzone", ["-v"])).each(files)("accepts the golden file %s", (_, place) => {
		const [, serial] = /\( (\d+) /.exec(readFileSync(place, "utf8")) ?? [];
		expect(run("named-checkzone", ["rpz.cowork.example", place])).toBe(
			`zone rpz.cowork.example/IN: loaded serial ${serial}\nOK\n`,
		);
	});
});
