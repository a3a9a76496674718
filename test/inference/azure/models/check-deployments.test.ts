import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { problemsOf } from "../../aws/planned.js";
import { type Asked, asked, directory, haiku, settledBut, sonnet } from "../requests.js";

const at = "inference.foundry.provision.deployments";
const table = "by the table of 2026-09-21";
const problems = (more: Asked = {}) => problemsOf(planFoundry(asked(more)));

/** What is said of one deployment, which the profiles list. */
function ofOne(deployment: object, provision: object = {}, more: Asked = {}): string[] {
	return problems({
		models: ["m"],
		...more,
		provision: { deployments: { m: { ...sonnet, ...deployment } }, ...provision },
	});
}

describe("model, version, hosting and SKU", () => {
	test.each<[string, object, object, string[]]>([
		["Azure in the data zone", { sku: "DataZoneStandard" }, { location: "eastus2" }, []],
		["Anthropic by the first version", { version: "1", hosting: "anthropic" }, {}, []],
		["Anthropic by a dated version", { model: "claude-haiku-4-5", version: "20251001", hosting: "anthropic" }, {}, []],
		[
			"the highest text for Azure's version",
			{ model: "claude-haiku-4-5", version: "20251001" },
			{},
			[
				`${at}.m.version: is 20251001, which anthropic hosts, where hosting says azure; give the version that azure hosts, or say hosting: anthropic`,
			],
		],
		[
			"a version of which nothing is known",
			{ version: "3" },
			{},
			[
				`warning: ${at}.m.version: is 3, of which nothing tells who hosts it; see that it is azure, or take 2 for Azure, 1 or a date for Anthropic`,
			],
		],
		[
			"a model that Azure does not host",
			{ model: "claude-opus-4-7" },
			{},
			[`${at}.m.hosting: azure does not host claude-opus-4-7 ${table}; expected anthropic`],
		],
		[
			"the data zone with Anthropic",
			{ version: "1", hosting: "anthropic", sku: "DataZoneStandard" },
			{ location: "eastus2" },
			[
				`${at}.m.sku: claude-sonnet-5 is not to be had with DataZoneStandard where anthropic hosts it, ${table}; expected GlobalStandard`,
			],
		],
		[
			"the data zone for a model that is not there",
			{ model: "claude-haiku-4-5", sku: "DataZoneStandard" },
			{ location: "eastus2" },
			[
				`${at}.m.sku: claude-haiku-4-5 is not to be had with DataZoneStandard where azure hosts it, ${table}; expected GlobalStandard`,
			],
		],
		[
			"the data zone from a region outside of it",
			{ sku: "DataZoneStandard" },
			{},
			[
				`${at}.m.sku: is to be had in eastus2 alone, and the account is in swedencentral; take GlobalStandard, or another location`,
			],
		],
		[
			"a model that is younger than the table",
			{ model: "claude-sonnet-9" },
			{},
			[
				`warning: ${at}.m.model: is no model of the table of 2026-09-21, so that nothing tells whether Azure has it with GlobalStandard; did you mean "claude-sonnet-5"?`,
			],
		],
	])("%s", (_, deployment, provision, expected) => {
		expect(ofOne(deployment, provision)).toEqual(expected);
	});

	test("mythos takes no key", () => {
		const mythos = { model: "claude-mythos-5", version: "1", hosting: "anthropic" };
		expect(ofOne(mythos, {}, { signIn: { apiKey: {} } })).toEqual([
			`${at}.m.model: claude-mythos-5 takes Entra ID alone; sign in with entra, or leave it out`,
		]);
		expect(ofOne(mythos)).toEqual([]);
	});
});

describe("residency", () => {
	const residency = ["us"];
	test.each<[string, object, string | undefined]>([
		["the data zone on Azure", { sku: "DataZoneStandard" }, undefined],
		["any region of Azure's", {}, "any of Azure's regions"],
		["machines of Anthropic's", { version: "1", hosting: "anthropic" }, "machines outside of Azure"],
	])("%s", (_, deployment, reaches) => {
		const expected = `${at}.m.sku: reaches ${reaches}, which residency does not allow; allow it by leaving residency out, or deploy it on Azure with DataZoneStandard`;
		expect(ofOne(deployment, { residency, location: "eastus2" })).toEqual(reaches === undefined ? [] : [expected]);
	});
});

describe("what profiles list", () => {
	const deployments = { "claude-sonnet-5": sonnet, fast: haiku };

	test.each<[string, Asked, string[]]>([
		[
			"what is not deployed",
			{ models: ["claude-sonnet-5", "fast", "claude-sonnet-55"] },
			['inference.foundry.models[2]: is no deployment of provision.deployments; did you mean "claude-sonnet-5"?'],
		],
		["a variant with a longer context", { models: ["claude-sonnet-5[1m]", "fast"] }, []],
		[
			"another family than the model's",
			{ models: ["claude-sonnet-5", { name: "fast", anthropicFamilyTier: "opus" }] },
			[
				"inference.foundry.models[1].anthropicFamilyTier: is opus, where the deployment's model is haiku; expected the same",
			],
		],
		[
			"less than is deployed",
			{ models: ["claude-sonnet-5"] },
			[`warning: ${at}.fast: is in no list of models: nobody is offered it; list it, or leave it out`],
		],
	])("%s", (_, more, expected) => {
		expect(problems({ ...more, provision: { deployments } })).toEqual(expected);
	});

	test("a group that lists less can call the rest all the same", () => {
		const groups = {
			general: { members: { entraGroupId: directory.general } },
			pilot: { members: { entraGroupId: directory.pilot }, models: ["fast"] },
		};
		const models = ["claude-sonnet-5", "fast"];
		const provision = { deployments, settled: settledBut("sharedDeployments") };
		expect(problems({ models, groups, provision })).toEqual([
			"warning: groups.pilot.inference.models: the people of pilot can call claude-sonnet-5, too, which their profile does not list: whoever may call an account may call every deployment of it; give them an account of their own in a deployment file of its own, if they must not; once seen to, list sharedDeployments in provision.settled",
		]);
	});
});

describe("what somebody has to know first", () => {
	test("how far content goes, by who hosts", () => {
		const deployments = { sonnet, fast: haiku };
		const more = { models: ["sonnet", "fast"], provision: { deployments, settled: settledBut("dataBoundary") } };
		const promise =
			"with either hosting Anthropic processes content under its own terms, so that nothing promises here that it stays away from Anthropic; once seen to, list dataBoundary in provision.settled";
		expect(problems(more)).toEqual([
			`warning: ${at}: fast, hosted by Anthropic: prompts and answers leave Azure, and may be processed outside of its regions; ${promise}`,
			`warning: ${at}: sonnet, hosted on Azure: prompts and answers are processed there, as widely as the SKU says, and Anthropic may review what its safeguards flag; ${promise}`,
		]);
	});

	test("what quota has to cover of one model, and that there is none of fable at first", () => {
		const fable = { ...haiku, model: "claude-fable-5", version: "1", capacity: 10 };
		const deployments = { first: sonnet, second: { ...sonnet, capacity: 1500 }, fable };
		const provision = { deployments, settled: settledBut("quota") };
		expect(problems({ models: Object.keys(deployments), provision })).toEqual([
			expect.stringMatching(
				/cover 10,000 tokens a minute of claude-fable-5 version 1 \(GlobalStandard\), 2,000,000 tokens a minute of claude-sonnet-5 version 2 \(GlobalStandard\), which .* begins at 40,000 for a model, and at none for fable: look /,
			),
		]);
	});

	test("what quota has to cover", () => {
		expect(problems({ provision: { settled: settledBut("quota") } })).toEqual([
			`warning: ${at}: the subscription's quota has to cover 500,000 tokens a minute of claude-sonnet-5 version 2 (GlobalStandard), which all its accounts share: Azure refuses a deployment beyond it with InsufficientQuota, and people get 429 beyond their deployment's; pay-as-you-go begins at 40,000 for a model: look at Quota in the Foundry portal, and ask for more at https://aka.ms/oai/stuquotarequest; once seen to, list quota in provision.settled`,
		]);
	});
});
