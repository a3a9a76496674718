import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iamWildcards } from "../../src/policy/rules/iam-wildcards.js";

const folder = "test/golden/aws/policies";
const ownTexts = readdirSync(folder).filter((name) => /^(identity|trust|endpoint|logging)-/.test(name));

test("nothing that the package plans in AWS has a wildcard", () => {
	const found = ownTexts.flatMap((name) => {
		const policy = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
		const findings = iamWildcards.checkResource?.(
			{ type: "AWS::IAM::RolePolicy", name, properties: { policy } },
			{ allow: [] },
		);
		return (findings ?? []).map(({ says }) => says);
	});
	expect(ownTexts.length).toBeGreaterThan(100);
	expect(found).toEqual([]);
});
