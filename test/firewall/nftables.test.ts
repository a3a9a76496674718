import { describe, expect, it } from "vitest";
import { nftables } from "../../src/firewall/nftables.js";
import { formatProblem } from "../../src/problem.js";
import { program, run } from "../support/programs.js";
import { goldenFiles } from "./golden.js";

/** Checking rules asks the kernel, which a network of one's own allows. */
const checks = program("unshare", ["--net", "nft", "list", "ruleset"]);

describe("nft --check", () => {
	it.skipIf(!checks).each(goldenFiles("nftables", ".nft"))(
		"accepts the golden file %s, and again over itself",
		(_, place) => {
			expect(run("unshare", ["--net", "sh", "-c", 'nft -c -f "$1" && nft -f "$1" && nft -f "$1"', "sh", place])).toBe(
				"",
			);
		},
	);
});

describe("options", () => {
	it.each<[string, object, object, string]>([
		["an account on a router", { user: "1000" }, {}, "user: is for the hook output; a router does not know accounts"],
		[
			"networks on a device",
			{ hook: "output" },
			{ clients: ["10.0.0.0/8"] },
			"clients: is for a router; on a device itself nothing comes from elsewhere",
		],
	])("refuse %s", (_, options, request, message) => {
		const { problems } = nftables.render({ deployment: "eu", hosts: [], ...request }, options);
		expect(problems.map(formatProblem)).toEqual([message]);
	});
});
