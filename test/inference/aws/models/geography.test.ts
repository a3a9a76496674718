import { expect, test } from "vitest";
import { profileOf } from "../../../../src/inference/aws/models/geography.js";
import { inferenceRoutes } from "../../../../src/inference/routes/index.js";
import { spellOutModels } from "../../../../src/inference/spell-out-models.js";
import { write } from "../../../cli/deployments.js";
import { invoke } from "../../../cli/invoke.js";
import { temporaryFolder } from "../../../support/command.js";
import { readFacts } from "../../../support/facts.js";

const folder = temporaryFolder();

test.each([
	["eu", "claude-sonnet-5", "eu.anthropic.claude-sonnet-5"],
	["global", "claude-sonnet-4-6", "global.anthropic.claude-sonnet-4-6"],
	// Profiles of old carry a date: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
	["us", "claude-haiku-4-5", "us.anthropic.claude-haiku-4-5-20251001-v1:0"],
	["jp", "claude-sonnet-4-5", "jp.anthropic.claude-sonnet-4-5-20250929-v1:0"],
	// What is no bare name stays, and so does everything without a geography.
	["eu", "global.anthropic.claude-sonnet-5", "global.anthropic.claude-sonnet-5"],
	["eu", "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc", undefined],
	["eu", "sonnet", "sonnet"],
	[undefined, "claude-sonnet-5", "claude-sonnet-5"],
])("in %s, %s stands for %s", (geography, listed, profile) => {
	expect(profileOf(listed, { geography })).toBe(profile ?? listed);
});

const table = readFacts<Record<string, unknown>>("bedrock-cris-destinations.json");

test.skipIf(!table)("every profile of AWS's table is found by its bare name in its geography", () => {
	for (const id of Object.keys(table ?? {})) {
		const [geography = "", , model = ""] = id.split(".");
		const bare = model.replace(/-\d{8}-v\d+:\d+$/, "");
		expect(profileOf(bare, { geography })).toBe(id);
	}
});

test("entries, groups and the variant with the long context are spelled out, and nothing else", () => {
	const deployment = {
		inference: {
			bedrock: { geography: "eu", models: ["claude-sonnet-5[1m]", { name: "claude-opus-5", labelOverride: "O" }, 7] },
		},
		groups: { pilot: { preset: "none", inference: { models: ["claude-haiku-4-5"] } }, other: { preset: "none" } },
	};
	expect(spellOutModels(deployment, inferenceRoutes)).toEqual({
		inference: {
			bedrock: {
				geography: "eu",
				models: ["eu.anthropic.claude-sonnet-5[1m]", { name: "eu.anthropic.claude-opus-5", labelOverride: "O" }, 7],
			},
		},
		groups: {
			pilot: { preset: "none", inference: { models: ["eu.anthropic.claude-haiku-4-5-20251001-v1:0"] } },
			other: { preset: "none" },
		},
	});
	const gateway = { inference: { gateway: { models: ["claude-sonnet-5"] } } };
	expect(spellOutModels(gateway, inferenceRoutes)).toBe(gateway);
});

test("a list by bare names compiles to the same as one by profiles, and a geography elsewhere is refused", async () => {
	const deployment = (region: string, said: string) => `name: eu
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
inference:
  bedrock:
    region: ${region}
    ${said}
    signIn: { profile: { name: cowork } }
groups: { pilot: { preset: none } }
`;
	const explained = async (name: string, said: string) => {
		const file = write(folder(), deployment("eu-central-1", said), name);
		return (await invoke(["explain", file, "--group", "pilot", "inferenceModels", "--json"])).results;
	};
	expect(await explained("bare.yaml", "geography: eu\n    models: [claude-sonnet-5]")).toEqual(
		(await explained("full.yaml", "models: [eu.anthropic.claude-sonnet-5]")).map((line) =>
			line.replace("full.yaml", "bare.yaml").replace(/yaml:6:/, "yaml:7:"),
		),
	);
	const elsewhere = write(folder(), deployment("us-east-1", "geography: eu\n    models: [claude-sonnet-5]"), "us.yaml");
	const { code, notices } = await invoke(["synth", elsewhere, "--out", "out"]);
	expect(code).toBe(1);
	expect(notices[0]).toMatch(/models\[0\] \(.*\): eu\. serves regions eu-\*, not us-east-1; expected us\. or global\./);
});
