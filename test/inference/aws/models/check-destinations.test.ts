import { describe, expect, it } from "vitest";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import type { BedrockRequest } from "../../../../src/inference/aws/request.js";
import { base, opus, pilot, sonnet } from "../identity/identity-requests.js";
import { errorsOf, problemsOf } from "../planned.js";

const at = "inference.bedrock";
const account = "111122223333";
const copy = `arn:aws:bedrock:eu-central-1:${account}:application-inference-profile/a1b2c3d4e5f6`;
const profileArn = `arn:aws:bedrock:eu-central-1:${account}:inference-profile/${sonnet}`;
const foundationModel = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-5";
const european = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
const fable = "eu.anthropic.claude-fable-5";

function problems(part: Partial<BedrockRequest>): string[] {
	return problemsOf(planBedrock({ ...base, ...part }));
}

describe("nothing is wrong", () => {
	it.each<[string, Partial<BedrockRequest>]>([
		["with models that residency allows", { provision: { destinations: { [sonnet]: european }, residency: european } }],
		[
			"with destinations of a profile by its ARN",
			{ models: [profileArn], provision: { destinations: { [sonnet]: european } } },
		],
		[
			"with destinations of a group's own model",
			{
				groups: [{ ...pilot, models: [opus] }],
				provision: { destinations: { [opus]: [...european, "eu-central-2"] } },
			},
		],
		// An answer for the deployment's list, which each of its groups replaces.
		[
			"with destinations of a model that every group replaces",
			{ groups: [{ ...pilot, models: [opus] }], provision: { destinations: { [sonnet]: european } } },
		],
		[
			"with destinations of what is copied",
			{ models: [copy], provision: { copiedFrom: { [copy]: sonnet }, destinations: { [sonnet]: european } } },
		],
		["with a copy of a foundation model", { models: [copy], provision: { copiedFrom: { [copy]: foundationModel } } }],
		["with a copy of a profile by its ARN", { models: [copy], provision: { copiedFrom: { [copy]: profileArn } } }],
		[
			"with regions that are newer than the table",
			{ provision: { destinations: { [sonnet]: [...european, "eu-central-9"] } } },
		],
		[
			"with destinations outside of the Union, which the table has for another model of the prefix",
			{ provision: { destinations: { [sonnet]: [...european, "eu-west-2", "eu-central-2"] } } },
		],
		[
			"with a model that leads anywhere, by what AWS says",
			{
				models: ["global.anthropic.claude-sonnet-9"],
				provision: { destinations: { "global.anthropic.claude-sonnet-9": "anywhere" } },
			},
		],
	])("%s", (_, part) => {
		expect(problems(part)).toEqual([]);
	});
});

describe("residency", () => {
	const byTable = (profileId: string) =>
		`warning: ${at}.provision.residency: where ${profileId} is answered is the word of a table of 2026-07; AWS adds regions, and the policy refuses calls that it routes to a new one: say in provision.destinations what AWS tells`;
	const stays = (allowed: readonly string[]) =>
		`which residency does not allow; allow it, or list a profile that stays within ${allowed.join(", ")}`;

	it("refuses destinations that it does not name", () => {
		const residency = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"];
		const models = ["us.anthropic.claude-opus-4-6-v1"];
		expect(problems({ region: "us-east-1", models, provision: { residency } })).toEqual([
			`${at}.models[0]: us.anthropic.claude-opus-4-6-v1 reaches ca-central-1, ca-west-1, ${stays(residency)}`,
			byTable("us.anthropic.claude-opus-4-6-v1"),
		]);
	});

	it("refuses the region of the calls, where it does not name that", () => {
		const residency = ["ca-central-1", "us-east-1", "us-east-2", "us-west-2"];
		const models = ["us.anthropic.claude-haiku-4-5-20251001-v1:0"];
		expect(problems({ region: "us-west-1", models, provision: { residency } })).toEqual([
			`${at}.models[0]: ${models[0]} reaches us-west-1, ${stays(residency)}`,
			byTable("us.anthropic.claude-haiku-4-5-20251001-v1:0"),
		]);
	});

	it.each<[string, NonNullable<BedrockRequest["provision"]["destinations"]> | undefined]>([
		["the table", undefined],
		["a list", { "global.anthropic.claude-opus-4-6-v1": ["eu-central-1"] }],
		["AWS", { "global.anthropic.claude-opus-4-6-v1": "anywhere" }],
	])("refuses a global profile, whatever %s says", (_, destinations) => {
		const models = ["global.anthropic.claude-opus-4-6-v1"];
		const provision = { residency: ["eu-central-1"], ...(destinations && { destinations }) };
		expect(problems({ models, provision })).toEqual([
			`${at}.models[0]: ${models[0]} reaches any commercial region, ${stays(["eu-central-1"])}`,
		]);
	});

	it("holds what an application profile copies, which in one region stays there", () => {
		const residency = ["eu-central-1"];
		const provision = (copied: string) => ({ copiedFrom: { [copy]: copied }, residency });
		expect(problems({ models: [copy], provision: provision(foundationModel) })).toEqual([]);
		expect(problems({ models: [copy], provision: provision(sonnet) })).toEqual([
			`${at}.models[0]: ${copy} reaches eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-3, ${stays(residency)}`,
			byTable(sonnet),
		]);
	});

	it("says by which table it holds, where nobody has said what AWS tells", () => {
		expect(problems({ provision: { residency: european } })).toEqual([byTable(sonnet)]);
		expect(problems({ models: [profileArn], provision: { residency: european } })).toEqual([byTable(sonnet)]);
		expect(problems({ provision: {} })).toEqual([]);
	});

	it("is passed by no destination that somebody leaves out", () => {
		const residency = ["eu-central-1", "eu-west-1"];
		const given = { [sonnet]: ["eu-central-1", "eu-west-1"] };
		expect(errorsOf(planBedrock({ ...base, provision: { destinations: given, residency } }))).toEqual([
			`${at}.models[0]: ${sonnet} reaches eu-north-1, eu-south-1, eu-south-2, eu-west-3, ${stays(residency)}`,
		]);
	});
});

describe("what is wrong with destinations", () => {
	it.each<[string, Partial<BedrockRequest>, string[]]>([
		[
			"of a mistyped profile",
			{ provision: { destinations: { "eu.anthropic.claude-sonet-5": ["eu-central-1"] } } },
			[
				`${at}.provision.destinations["eu.anthropic.claude-sonet-5"]: nothing among the models leads there; did you mean "${sonnet}"?`,
			],
		],
		[
			"of another partition",
			{ provision: { destinations: { [sonnet]: ["us-gov-west-1"] } } },
			[`${at}.provision.destinations["${sonnet}"][0]: is not in partition aws, to which eu-central-1 belongs`],
		],
		[
			"that leave some out",
			{ provision: { destinations: { [sonnet]: european.slice(1) } } },
			[
				`warning: ${at}.provision.destinations["${sonnet}"]: leaves out eu-central-1, which answers by the table of 2026-07: that keeps no call from there, because AWS routes them all the same; name them, and say residency to refuse such a model`,
			],
		],
		[
			"that leave some out, within residency",
			{ provision: { destinations: { [sonnet]: european.slice(0, 5) }, residency: european } },
			[
				`warning: ${at}.provision.destinations["${sonnet}"]: leaves out eu-west-3, which answers by the table of 2026-07: calls that AWS routes there will fail, because the policy lists the regions that are named; name them, too`,
			],
		],
		[
			"of another geography",
			{ provision: { destinations: { [sonnet]: ["us-east-1", "zz-nowhere-9", ...european] } } },
			[
				`warning: ${at}.provision.destinations["${sonnet}"][0]: us-east-1 is no region that eu. reaches by the table of 2026-07`,
				`warning: ${at}.provision.destinations["${sonnet}"][1]: zz-nowhere-9 is no region that eu. reaches by the table of 2026-07`,
			],
		],
	])("%s", (_, part, expected) => {
		expect(problems(part)).toEqual(expected);
	});
});

describe("what is wrong with a copy", () => {
	it.each<[string, Partial<BedrockRequest>, string[]]>([
		[
			"of who knows what",
			{ models: [copy] },
			[
				`${at}.models[0]: is an application inference profile, whose policy needs what it copies; give provision.copiedFrom["${copy}"]`,
			],
		],
		[
			"that nobody lists",
			{ provision: { copiedFrom: { foo: "bar" } } },
			[`${at}.provision.copiedFrom.foo: nothing among the models leads there; expected one of ${sonnet}`],
		],
		[
			"of a profile that its region does not serve",
			{ models: [copy], provision: { copiedFrom: { [copy]: "us.anthropic.claude-sonnet-5" } } },
			[
				`${at}.models[0]: copies "us.anthropic.claude-sonnet-5" by provision.copiedFrom, which does not fit: us. serves regions us-* and ca-*, not eu-central-1; expected eu. or global.`,
			],
		],
		[
			"of a foundation model without its region",
			{ models: [copy], provision: { copiedFrom: { [copy]: "anthropic.claude-sonnet-5" } } },
			[
				`${at}.models[0]: copies "anthropic.claude-sonnet-5" by provision.copiedFrom, which does not fit: is an on-demand id; expected an inference profile such as eu.anthropic.claude-sonnet-5, or an ARN`,
			],
		],
		[
			"of a foundation model elsewhere",
			{
				models: [copy],
				provision: { copiedFrom: { [copy]: foundationModel.replace("eu-central-1", "eu-west-1") } },
			},
			[
				`${at}.models[0]: copies "${foundationModel.replace("eu-central-1", "eu-west-1")}" by provision.copiedFrom, which is in region eu-west-1; expected one in eu-central-1`,
			],
		],
		[
			"of a copy",
			{ models: [copy], provision: { copiedFrom: { [copy]: `${copy}0` } } },
			[
				`${at}.models[0]: copies "${copy}0" by provision.copiedFrom, which is no inference profile of AWS's own; expected one, or the ARN of a foundation model`,
			],
		],
		[
			"of another family than is stated",
			{
				models: [{ name: copy, anthropicFamilyTier: "sonnet" }],
				provision: { copiedFrom: { [copy]: fable }, dataRetention: "aws_review" },
			},
			[
				`${at}.models[0].anthropicFamilyTier: is sonnet, where the model that provision.copiedFrom names is fable; expected the same`,
			],
		],
	])("%s", (_, part, expected) => {
		expect(problems(part)).toEqual(expected);
	});

	it("of a model that demands review", () => {
		for (const copied of [fable, foundationModel.replace("sonnet", "fable")]) {
			const [problem, ...others] = problems({ models: [copy], provision: { copiedFrom: { [copy]: copied } } });
			expect(problem).toContain(`${at}.models: ${copied} answers only where AWS may keep and review content`);
			expect(others).toEqual([]);
		}
	});
});
