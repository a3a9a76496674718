import { describe, expect, test } from "vitest";
import { cloudFiles, cloudPart } from "../../src/bundle/cloud-files.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { CloudPlan } from "../../src/inference/cloud-plan.js";
import type { Governance } from "../../src/inference/governance.js";
import { retire } from "../../src/inference/retire.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { isObject } from "../../src/json.js";
import { tokensIn } from "../../src/reference/token.js";
import { findReferences } from "../../src/reference/walk.js";
import { registries } from "../../src/registries.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { soundWith } from "../support/deployment.js";

/** A route that creates something, with a block that asks for it. */
export interface ProvisioningExam {
	readonly route: InferenceRoute;
	/** With `models`, `signIn` and `provision`. */
	readonly block: object;
	/** What a group may state as models of its own. */
	readonly otherModels: readonly string[];
	readonly governanceOf: (plan: CloudPlan) => Governance;
}

/** What every route that creates something has to pass: its plan says everything that is needed to place it. */
export function examineProvisioning(word: string, { route, block, otherModels, governanceOf }: ProvisioningExam): void {
	const known = { ...registries, routes: { ...registries.routes, [word]: route } };
	// Nobody is in two groups, whose models differ.
	const members = (group: string, digit: number) => ({
		identityCenterGroup: `people of ${group}`,
		entraGroupId: `6f1c1b0e-4c7a-4f0e-9b57-00000000000${digit}`,
		googleGroup: `${group}@example.com`,
	});
	const groups = {
		general: { preset: "none", members: members("general", 1) },
		pilot: { preset: "none", members: members("pilot", 2), inference: { models: otherModels } },
		visitors: { preset: "none", members: members("visitors", 3) },
	};
	const deployment = soundWith({ inference: { [word]: block }, groups });
	const { cloud, configurations } = parseDeployment(deployment, { registries: known });
	const plan = cloud?.plan;

	describe(`what ${word} creates`, () => {
		if (!plan) {
			test("is planned", () => expect(plan).toBeDefined());
			return;
		}

		test("is plain JSON", () => {
			expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
			expect(findReferences([plan.resources, plan.lookUps, plan.policies])).toEqual([]);
		});

		test("refers only to what was before it, and to policies that there are", () => {
			const there = new Set<string>();
			for (const { id, properties } of plan.lookUps) {
				expect(tokensIn(properties).filter((name) => !there.has(idOf(name)))).toEqual([]);
				there.add(id);
			}
			for (const { id, properties, after = [] } of plan.resources) {
				const policies = policiesIn(properties);
				for (const policy of policies) expect(plan.policies).toHaveProperty([policy]);
				const named = tokensIn([properties, ...policies.map((policy) => plan.policies[policy])]).map(idOf);
				expect([...named, ...after].filter((each) => !there.has(each))).toEqual([]);
				there.add(id);
			}
			const last = tokensIn([plan.late, plan.outputs, plan.policies]).map(idOf);
			expect(last.filter((each) => !there.has(each))).toEqual([]);
			expect(there.size).toBe(plan.lookUps.length + plan.resources.length);
		});

		test("names what devices hold, and takes in its block what they may lose of it", () => {
			expect([...new Set(plan.identities.flatMap(({ groups }) => groups))].sort()).toEqual(Object.keys(groups).sort());
			expect(route.provisioning?.shape.members.retire).toBe(retire);
			for (const { name } of plan.identities) expect(checkShape(retire.shape, [name], { at: [] })).toEqual([]);
		});

		test("gives a group with models of its own a principal of its own", () => {
			const { principals = {} } = plan.outputs;
			expect(Object.keys(principals)).toContain("group-pilot");
			expect(Object.keys(principals).filter((id) => !/^(shared|group-(general|pilot|visitors))$/.test(id))).toEqual([]);
			const identified = plan.identities.flatMap(({ groups }) => groups);
			expect([...new Set(identified)].sort()).toEqual(["general", "pilot", "visitors"]);
			const shared = plan.identities.filter(({ groups }) => groups.includes("pilot") && groups.length > 1);
			expect(shared).toEqual([]);
		});

		test("settles every value that settings leave to the cloud", () => {
			const settings = [...configurations.values()].flatMap((each) => [...each.settings.values()]);
			const late = settings
				.flatMap(({ value }) => findReferences(value))
				.flatMap(({ reference }) => ("fromCloud" in reference ? [reference.fromCloud.name] : []));
			expect(late.filter((name) => !Object.hasOwn(plan.late, name))).toEqual([]);
			for (const group of Object.keys(plan.settings)) expect(configurations.has(group)).toBe(true);
		});

		test("is written below cloud/, each policy as a file of its own", () => {
			const files = cloudFiles(cloudPart({ plan, at: [], problems: cloud.problems }));
			const policies = Object.keys(plan.policies).map((name) => `cloud/policies/${name}.json`);
			expect(files.map(({ path }) => path).sort()).toEqual(["cloud/resources.json", ...policies].sort());
			for (const { path } of files) expect(path).toMatch(/^[a-z]+(\/[A-Za-z0-9._-]+)+$/);
			const [resources] = files.map(({ content }) => JSON.parse(Buffer.from(content).toString("utf8")));
			expect(resources.resources).toEqual(plan.resources);
			expect(resources.notes).toHaveLength(cloud.problems.length);
		});

		test("is governed as it is planned", () => {
			const { actions, resources, created, costs } = governanceOf(plan);
			expect(created).toEqual(plan.resources.map(({ type, name }) => ({ type, name })));
			expect(new Set(costs.map(({ type }) => type))).toEqual(
				new Set([...plan.resources, ...plan.uses].map(({ type }) => type)),
			);
			expect(actions.length).toBeGreaterThan(0);
			expect(resources.length).toBeGreaterThan(0);
		});
	});
}

function idOf(token: string): string {
	return token.slice(0, token.lastIndexOf("."));
}

function policiesIn(properties: Readonly<Record<string, unknown>>): string[] {
	return Object.values(properties).flatMap((value) =>
		isObject(value) && typeof value.policy === "string" ? [value.policy] : [],
	);
}
