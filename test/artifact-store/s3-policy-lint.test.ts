import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { s3 } from "../../src/artifact-store/s3.js";
import { fillTokens } from "../../src/reference/token.js";
import { program } from "../support/programs.js";
import { storePlan } from "./planned.js";

const arns = {
	"bucket.arn": "arn:aws:s3:::example-cowork",
	"sensitive-bucket.arn": "arn:aws:s3:::example-secret",
};
const policies = Object.entries(s3.examples).flatMap(([example, options]) => {
	return Object.entries(storePlan(s3, options).policies ?? {}).map(([name, document]) => ({
		example,
		name,
		text: JSON.stringify(fillTokens(document, arns)),
	}));
});

function findings(text: string): string {
	return spawnSync("parliament", ["--string", text, "--json"], { encoding: "utf8", timeout: 60_000 }).stdout;
}

describe.skipIf(!program("parliament", ["--help"]))("parliament", () => {
	test.each(policies)("finds nothing in $name of $example", ({ text }) => {
		expect(findings(text)).toBe("");
	});

	test("finds an action that S3 has not", () => {
		expect(findings((policies[0]?.text ?? "").replace("s3:*", "s3:GetObjectt"))).toContain("UNKNOWN_ACTION");
	});
});
