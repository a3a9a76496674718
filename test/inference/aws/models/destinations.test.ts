import { describe, expect, it } from "vitest";
import { destinationsOf } from "../../../../src/inference/aws/models/destinations.js";
import { tableProfiles, tableRow } from "../../../../src/inference/aws/models/destinations-table.js";
import { readFacts } from "../../../support/facts.js";

type Listing = Readonly<Record<string, { readonly source: string[]; readonly destinations: string[] }>>;

/** The facts the table was made from. */
const listing = readFacts<Listing>("bedrock-cris-destinations.json");

describe("destinations", () => {
	it.each([
		["us.anthropic.claude-opus-4-8", "us-east-1", "ca-central-1 ca-west-1 us-east-1 us-east-2 us-west-1 us-west-2"],
		["us.anthropic.claude-sonnet-5", "ca-west-1", "ca-central-1 ca-west-1 us-east-1 us-east-2 us-west-2"],
		["us.anthropic.claude-haiku-4-5-20251001-v1:0", "us-west-2", "ca-central-1 us-east-1 us-east-2 us-west-2"],
		["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us-east-2", "us-east-1 us-east-2 us-west-1 us-west-2"],
		[
			"eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
			"eu-west-2",
			"eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3",
		],
		[
			"eu.anthropic.claude-fable-5",
			"eu-central-1",
			"eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3",
		],
		["au.anthropic.claude-sonnet-4-6", "ap-southeast-4", "ap-southeast-2 ap-southeast-4"],
		["jp.anthropic.claude-sonnet-4-6", "ap-northeast-3", "ap-northeast-1 ap-northeast-3"],
		["us-gov.anthropic.claude-opus-4-8", "us-gov-east-1", "us-gov-east-1 us-gov-west-1"],
	])("%s from %s", (profile, region, expected) => {
		expect(destinationsOf(profile, region).value).toEqual({ regions: expected.split(" "), source: "table" });
	});

	it("has no destination regions of a global profile that reaches all", () => {
		expect(destinationsOf("global.anthropic.claude-sonnet-5", "eu-central-1").value).toEqual({
			regions: "anywhere",
			source: "table",
		});
	});

	it("takes what is given before the table", () => {
		const overrides = { "eu.anthropic.claude-sonnet-5": ["eu-west-1", "eu-central-1", "eu-west-1"] };
		expect(destinationsOf("eu.anthropic.claude-sonnet-5", "eu-west-2", overrides).value).toEqual({
			regions: ["eu-central-1", "eu-west-1"],
			source: "given",
		});
	});

	it.each([
		[
			"eu.anthropic.claude-sonet-5",
			"eu-central-1",
			'its destination regions are not in the table of 2026-07; did you mean "eu.anthropic.claude-sonnet-5"? otherwise give them in provision.destinations["eu.anthropic.claude-sonet-5"]',
		],
		[
			"ca.anthropic.model",
			"ca-central-1",
			'its destination regions are not in the table of 2026-07; give them in provision.destinations["ca.anthropic.model"]',
		],
		[
			"au.anthropic.claude-sonnet-4-6",
			"ap-southeast-1",
			'cannot be called in ap-southeast-1 by the table of 2026-07, but in ap-southeast-2, ap-southeast-4; where it can by now, give them in provision.destinations["au.anthropic.claude-sonnet-4-6"]',
		],
	])("says how to give those of %s in %s", (profile, region, message) => {
		const { value, problems } = destinationsOf(profile, region);
		expect(value).toBeUndefined();
		expect(problems.map((problem) => problem.message)).toEqual([message]);
	});

	it.skipIf(listing === undefined)("agrees with bedrock-cris-destinations.json in every row", () => {
		const rows = listing ?? {};
		expect(tableProfiles().sort()).toEqual(Object.keys(rows).sort());
		for (const [id, { source, destinations }] of Object.entries(rows)) {
			expect(tableRow(id), id).toEqual({
				sources: [...source].sort(),
				destinations: destinations[0] === "all-commercial" ? "anywhere" : [...destinations].sort(),
			});
		}
	});
});
