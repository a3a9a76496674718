import { expect, test } from "vitest";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { type CloudRun, each, SimulatedProject } from "./simulated.js";

const main = "../node_modules/pulumi-cowork/dist/program/index.js";
const region = "eu-central-1";
const sonnet = "eu.anthropic.claude-sonnet-5";
const haiku = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
const everywhere = "global.anthropic.claude-sonnet-5";
/** Regions that answer for either by the table. */
const listed = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
/** Everything that AWS tells of here: only residency makes policies name regions. */
const residency = [...listed, "eu-central-2", "eu-west-2"];
const silence = "AWS tells no destinations of ";

/** A stack's configuration; `model` is the deployment's, and one of its groups has another. */
function configuration(project: string, model: string, provision: object = {}): string {
	return `config:
  ${project}:deployment:
    name: eu
    organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
    inference:
      bedrock:
        region: ${region}
        models: ["${model}"]
        signIn: { helper: { path: /opt/example/token } }
        provision: ${JSON.stringify({ accountId: "123456789012", residency, ...provision })}
    groups:
      pilot: { preset: none }
      legal: { preset: none, inference: { models: ["${haiku}"] } }
    publish: { local: { directory: ./published } }
`;
}

describeEngine("destinations that AWS is asked for", () => {
	const folder = shippedPackage();

	test("stand over the table's, and are asked for anew every time", async () => {
		const project = new SimulatedProject(folder(), "asked", "", main);
		const policies = ["eu-inference-group-legal-policy", "eu-inference-shared-policy"];
		project.configure(configuration("asked", sonnet));
		project.knowProfiles({ [sonnet]: ["eu-west-1", "eu-central-2", "eu-central-1"], [haiku]: [region, "eu-west-3"] });

		const first = await project.up();
		expect(first.operations).toEqual(each("create", policies));
		expect(asked(first)).toEqual([haiku, sonnet]);
		// What AWS leaves out today may answer tomorrow.
		expect(await destinations(project, "shared")).toEqual([...listed, "eu-central-2"].sort());
		expect(await destinations(project, "group-legal")).toEqual(listed);
		expect(first.text).not.toContain(silence);

		expect((await project.up()).operations).toEqual([]);

		project.knowProfiles({
			[sonnet]: ["eu-west-1", "eu-central-2", "eu-central-1"],
			[haiku]: [region, "eu-west-2", "eu-west-3"],
		});
		expect((await project.up()).operations).toEqual(each("update", ["eu-inference-group-legal-policy"]));
		expect(await destinations(project, "group-legal")).toEqual([...listed, "eu-west-2"].sort());

		// Zurich is in no table for this model.
		project.configure(configuration("asked", sonnet, { residency: listed }));
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([]);
		expect(message).toContain(
			`inference.bedrock.models[0]: ${sonnet} reaches eu-central-2, which residency does not allow; allow it, or list a profile that stays within ${listed.join(", ")}`,
		);

		// The table's word holds for what AWS tells nothing of, and for nothing else.
		project.configure(configuration("asked", sonnet));
		project.knowProfiles({ [sonnet]: ["eu-west-1", "eu-central-2", "eu-central-1"] });
		const without = await project.up();
		expect(without.operations).toEqual(each("update", ["eu-inference-group-legal-policy"]));
		expect(without.text).toContain(
			`warning: inference.bedrock.provision.destinations: ${silence}${haiku}, so that the word of a table of 2026-07 holds: `,
		);
		expect(without.text).toContain("AccessDeniedException");
		expect(await destinations(project, "group-legal")).toEqual(listed);
	});

	test("are not asked for where they are given", async () => {
		const project = new SimulatedProject(folder(), "given", "", main);
		project.knowProfiles({ [sonnet]: [region, "eu-west-1"], [haiku]: [region, "eu-west-3"] });
		project.configure(configuration("given", sonnet, { destinations: { [sonnet]: [...listed, "eu-west-2"] } }));
		expect(asked(await project.up())).toEqual([haiku]);
		expect(await destinations(project, "shared")).toEqual([...listed, "eu-west-2"].sort());
		expect(await destinations(project, "group-legal")).toEqual(listed);
	});

	test("do not bound a profile that leads anywhere", async () => {
		const project = new SimulatedProject(folder(), "anywhere", "", main);
		// AWS tells the model of such a profile where it is called, and once more without a region.
		project.knowProfiles({ [everywhere]: [region, ""], [haiku]: ["eu-west-3"] });
		const narrow = [region, "eu-west-3"];
		project.configure(configuration("anywhere", everywhere, { residency: narrow }));
		const { operations, message } = await project.failedUp();
		expect(operations).toEqual([]);
		expect(message).toContain(
			`inference.bedrock.models[0]: ${everywhere} reaches any commercial region, which residency does not allow; allow it, or list a profile that stays within ${narrow.join(", ")}`,
		);
	});
});

/** Inference profiles that AWS was asked for, sorted, in the deployment's region. */
function asked({ calls }: CloudRun): unknown[] {
	const lookUps = calls.filter(({ token }) => token === "aws:bedrock/getInferenceProfile:getInferenceProfile");
	expect(lookUps.filter(({ inputs }) => inputs.region !== region)).toEqual([]);
	return lookUps.map(({ inputs }) => inputs.inferenceProfileId).sort();
}

/** Regions of the models in the policy of a role, sorted. */
async function destinations(project: SimulatedProject, role: string): Promise<string[]> {
	const { policy } = (await project.resource(`eu-inference-${role}-policy`)).inputs;
	const regions = String(policy).matchAll(/"Sid":"InvokeModels".*?"Resource":\[(.*?)\]/g);
	const [resources = ""] = [...regions].map(([, list = ""]) => list);
	return [...resources.matchAll(/arn:aws:bedrock:([a-z0-9-]*)::/g)].map(([, each = ""]) => each).sort();
}
