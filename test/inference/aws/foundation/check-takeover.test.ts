import { expect, it } from "vitest";
import { checkTakeover, takeoverUnknown } from "../../../../src/inference/aws/foundation/check-takeover.js";
import { formatProblem } from "../../../../src/problem.js";

it.each([
	[[], []],
	[
		["/security/bedrock", "security-records"],
		[
			"logging.adopt: calls in eu-central-1 are recorded already, to /security/bedrock and security-records, by a setting of which the account has one per region; say adopt: true to replace it, leave logging out, or, where it is this foundation's under another name, keep that name by an alias, because the deletion of the other would end all records",
		],
	],
])("records that go to %j", (destinations, expected) => {
	expect(checkTakeover("eu-central-1", destinations).map(formatProblem)).toEqual(expected);
});

it("records of which nobody knows", () => {
	expect(formatProblem(takeoverUnknown("eu-central-1", "no credentials"))).toBe(
		"warning: logging.adopt: nobody could look whether calls in eu-central-1 are recorded already, so that another's setting is overwritten where there is one: no credentials",
	);
});
