import * as pulumi from "@pulumi/pulumi";
import type { InferenceAdapter } from "../../src/components/adapters.js";
import { type CloudPlacers, placePlan } from "../../src/components/place-plan.js";
import type { CloudPlan } from "../../src/inference/cloud-plan.js";
import { type Governance, governanceWith } from "../../src/inference/governance.js";
import { joinPlans, type PlanPart } from "../../src/inference/join-plans.js";
import { type Principal, principalsOf } from "../../src/inference/principals.js";
import { retire } from "../../src/inference/retire.js";
import type { InferenceRoute, ProvisionedGroup, ProvisionRequest } from "../../src/inference/route.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { made } from "../../src/outcome.js";
import { warning } from "../../src/problem.js";
import type { LateReference } from "../../src/reference/reference.js";
import { token } from "../../src/reference/token.js";
import { withTokens } from "../../src/reference/walk.js";
import { late, object, text } from "../../src/shape/build.js";

const provisionShape = object({
	keeper: { shape: late(text()), summary: "Who looks after the lamps.", defaultNote: "nobody does" },
	retire,
});

/** A route of a cloud that no other file knows of: each group gets a lamp of its own, and its key stands in profiles. */
export const lighthouse: InferenceRoute = {
	title: "Lighthouse",
	docs: "https://example.com/lighthouse",
	options: { harbour: { key: "inferenceGatewayBaseUrl", required: true, summary: "Address of the harbour." } },
	modelIds: "Ids that begin with lh-.",
	signIn: {
		lamp: { kind: "static", summary: "A key of a lamp.", key: "inferenceGatewayApiKey", provisioned: true },
	},
	modelsRequired: true,
	first: {},
	keepsConversationContent: false,
	egress: { rows: [] },
	provisioning: {
		cloud: "lighthouse",
		shape: provisionShape,
		manual: ["light-the-lamps"],
		plan(request) {
			const lamps = principalsOf(request.groups, () => true).map((principal) => planLamp(request, principal));
			const harbour = { id: "coast", asks: "coast", properties: { of: request.deployment } };
			const plan = joinPlans([{ lookUps: [harbour] }, ...lamps, { uses: [{ type: "beam", meter: "per night" }] }]);
			const told = warning("light-the-lamps", [...request.at, "provision"], "the lamps are lit by hand");
			return made(plan, [told]);
		},
	},
	checkModel: () => [],
};

function planLamp({ deployment, options }: ProvisionRequest, principal: Principal<ProvisionedGroup>): PlanPart {
	const { id, groups } = principal;
	const lamp = `lamp-${id}`;
	// The block has passed its shape.
	const { keeper } = withTokens(options.provision as JsonValue) as JsonObject;
	const names = groups.map(({ name }) => name);
	const key = ({ name }: ProvisionedGroup): LateReference => ({
		fromCloud: { name: `lighthouse.key.${name}`, words: `the key of the lamp of group ${name}` },
	});
	return {
		resources: [
			{
				id: lamp,
				type: "Lamp",
				name: `${deployment}.${names.join("+")}`,
				meter: "per lamp and month",
				properties: {
					coast: token("coast.code"),
					...(keeper !== undefined && { keeper }),
					rule: { policy: `shine-${id}` },
				},
			},
		],
		policies: { [`shine-${id}`]: { may: ["shine"], at: [token("coast.code")] } },
		identities: [{ name: `lamp/${names.join("+")}`, groups: names }],
		late: Object.fromEntries(groups.map((group) => [key(group).fromCloud.name, token(`${lamp}.key`)])),
		outputs: { principals: { [id]: token(`${lamp}.number`) } },
		settings: Object.fromEntries(groups.map((group) => [group.name, { inferenceGatewayApiKey: key(group) }])),
	};
}

/** What the plan's own policies allow. */
export function lighthouseGovernance(plan: CloudPlan): Governance {
	const policies = Object.values(plan.policies) as { may: string[]; at: string[] }[];
	return governanceWith(
		policies.map(({ may, at }) => ({ actions: may, resources: at })),
		plan,
	);
}

class Lamp extends pulumi.CustomResource {
	declare readonly key: pulumi.Output<string>;
}

const placers: CloudPlacers = {
	resources: {
		Lamp: (name, properties: object, opts) => {
			const resource = new Lamp("lighthouse:index:Lamp", name, properties, opts);
			const key = pulumi.secret(pulumi.interpolate`key of ${resource.id}`);
			return { resource, outputs: { number: resource.id, key } };
		},
	},
	lookUps: { coast: ({ of }: { of: pulumi.Input<string> }) => ({ code: pulumi.interpolate`coast-${of}` }) },
};

/** Places the lamps under the deployment. */
export function lighthouseAdapter(options: object): InferenceAdapter {
	return {
		name: "lighthouse",
		options,
		place(name, { plan, passed }, { parent }) {
			const placed = placePlan({ name, plan, passed, placers, opts: parent ? { parent } : {} });
			return {
				late: placed.late,
				outputs: {
					principals: placed.outputs.principals ?? {},
					governance: placed.values.data(lighthouseGovernance(plan)),
				},
			};
		},
	};
}

/** The block of a deployment file. */
export const lighthouseBlock = {
	harbour: "https://harbour.example.com",
	models: ["lh-1"],
	signIn: { lamp: {} },
	provision: {},
};
