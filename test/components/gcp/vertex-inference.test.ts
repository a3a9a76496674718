import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { VertexInference } from "../../../src/components/gcp/vertex-inference.js";
import type { CloudPlan } from "../../../src/inference/cloud-plan.js";
import { planVertex } from "../../../src/inference/google/plan-vertex.js";
import type { VertexProvision } from "../../../src/inference/google/provision.js";
import type { VertexRequest } from "../../../src/inference/google/request.js";
import { planned } from "../../inference/aws/planned.js";
import { projectId, requestOf, signInCase, signInCases } from "../../inference/google/requests.js";
import { credentialsText, recordGcp, reveal } from "./record-gcp.js";

const network = "projects/example-net/global/networks/main";
const address = "10.100.0.5";
const google = signInCase("google");
const withKey = signInCase("a service account's key");

function planOf(signIn = google, provision: VertexProvision = {}, more: Partial<VertexRequest> = {}): CloudPlan {
	return planned(planVertex(requestOf(signIn, { ...more, provision: { ...signIn.provision, ...provision } })));
}

/** A service account that exists is one, so that the people of one principal have it. */
const alone: VertexRequest["groups"] = [{ name: "general", members: { googleGroup: "everyone@example.com" } }];
const email = "cowork@example-cowork.iam.gserviceaccount.com";

const plans: Readonly<Record<string, CloudPlan>> = {
	...Object.fromEntries(signInCases.map((each) => [each.title, planOf(each)])),
	"access for a time": planOf(google, { accessUntil: "2027-03-31T00:00:00Z" }),
	"a role that exists": planOf(google, { role: { existing: "projects/example-cowork/roles/claude" } }),
	"a service account that exists": planOf(withKey, { serviceAccountKey: { existing: { email } } }, { groups: alone }),
	"two keys": planOf(withKey, { serviceAccountKey: { current: "2027", previous: "current" } }),
	"nobody bound": planOf(google, { bringYourOwn: true }),
	"an endpoint with a rule of a response policy": planOf(google, { privateEndpoint: { network, address } }),
	"an endpoint with a zone": planOf(google, { privateEndpoint: { network, address, dns: "zone", apis: "vpc-sc" } }),
	"a rule of a response policy that exists": planOf(google, {
		privateEndpoint: { network, address, responsePolicy: "office" },
	}),
	"an endpoint that exists": planOf(google, {
		privateEndpoint: { network, address, existing: { name: "googleapis" } },
	}),
	"an endpoint by its own name": planOf(google, { privateEndpoint: { network, address, useEndpointName: true } }),
};

describe.each(Object.entries(plans))("%s", (_, plan) => {
	test("what is planned is what is registered, each below the component, and nothing is looked up", async () => {
		const { resources, urns, calls } = await recordGcp(() => new VertexInference("eu", { plan }));
		const registered = resources.filter(({ type }) => type.startsWith("gcp:"));
		const properties = (each: Readonly<Record<string, unknown>>) => Object.keys(each).sort();
		expect(Object.fromEntries(registered.map(({ name, inputs }) => [name, properties(inputs)]))).toEqual(
			Object.fromEntries(plan.resources.map((each) => [`eu-${each.id}`, properties(each.properties)])),
		);
		expect(urns.filter((urn) => urn.startsWith("pulumi-cowork:gcp:VertexInference$gcp:"))).toHaveLength(
			registered.length,
		);
		expect(calls).toEqual([]);
	});

	test("sets nothing of the project as a whole", async () => {
		const { resources } = await recordGcp(() => new VertexInference("eu", { plan }));
		expect(resources.filter(({ type }) => /IAM(?:Binding|Policy)$/.test(type))).toEqual([]);
	});
});

test("an end of access that is past is told of, where it was asked for", async () => {
	const at = ["inference", "vertex", "provision"];
	const of = async (accessUntil: string) => {
		const plan = planOf(google, { accessUntil });
		return (await recordGcp(() => new VertexInference("eu", { plan, at }))).warnings;
	};
	expect(await of("9999-12-31T00:00:00Z")).toEqual([]);
	expect(await of("2020-01-01T00:00:00Z")).toEqual([
		expect.stringContaining("inference.vertex.provision.accessUntil: is past, so that nobody of this deployment"),
	]);
});

test("a role with its bindings, exactly", async () => {
	const plan = planOf(google, { accessUntil: "2027-03-31T00:00:00Z" });
	const { resources, result } = await recordGcp(() => new VertexInference("eu", { plan }));
	const role = "projects/example-cowork/roles/cowork_eu";
	const binding = (group: string) => ({
		type: "gcp:projects/iAMMember:IAMMember",
		name: `eu-member.group:${group}@example.com`,
		provider: "",
		inputs: {
			project: projectId,
			role,
			member: `group:${group}@example.com`,
			condition: {
				title: "Until 2027-03-31",
				description: "Access to Claude Cowork for a time.",
				expression: 'request.time < timestamp("2027-03-31T00:00:00Z")',
			},
		},
	});
	expect(resources.filter(({ type }) => type.startsWith("gcp:"))).toEqual([
		{
			type: "gcp:projects/iAMCustomRole:IAMCustomRole",
			name: "eu-role",
			provider: "",
			inputs: {
				project: projectId,
				roleId: "cowork_eu",
				title: "Claude Cowork eu",
				description: "Calls models of publishers on Vertex AI, and nothing else.",
				permissions: ["aiplatform.endpoints.predict"],
				stage: "GA",
				deletionPolicy: "ABANDON",
			},
		},
		binding("everyone"),
		binding("pilots"),
	]);
	expect((await reveal(result.principals.shared)).value).toBe(role);
	expect(result.late).toEqual({});
});

test("people of a workforce pool may name the project that pays, in that project", async () => {
	const plan = planOf(signInCase("workforce by its pool, and a project that pays"));
	const { resources } = await recordGcp(() => new VertexInference("eu", { plan }));
	const everyone = "principalSet://iam.googleapis.com/locations/global/workforcePools/example-people/group/everyone";
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	expect(inputs["eu-user-project-role.example-quota"]).toMatchObject({
		project: "example-quota",
		roleId: "cowork_eu.user",
		permissions: ["serviceusage.services.use"],
	});
	expect(inputs[`eu-user-project-member.example-quota.${everyone}`]).toEqual({
		project: "example-quota",
		role: "projects/example-quota/roles/cowork_eu.user",
		member: everyone,
	});
});

describe("a key of a service account", () => {
	test("comes as the file that it is, decoded, and as a secret", async () => {
		const plan = planOf(withKey, {}, { groups: alone });
		const { result, resources } = await recordGcp(() => new VertexInference("eu", { plan }));
		expect(Object.keys(result.credentialsFiles)).toEqual(["shared.current"]);
		expect(await reveal(result.credentialsFiles["shared.current"])).toEqual({ value: credentialsText, secret: true });
		expect(JSON.parse(credentialsText).type).toBe("service_account");
		const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
		const account = "cowork-eu@example-cowork.iam.gserviceaccount.com";
		expect(inputs["eu-shared-key.current"]).toEqual({
			serviceAccountId: `projects/example-cowork/serviceAccounts/${account}`,
			keepers: { label: "current" },
		});
		expect(inputs["eu-member.serviceAccount:cowork-eu@example-cowork.iam.gserviceaccount.com"]).toEqual({
			project: projectId,
			role: "projects/example-cowork/roles/cowork_eu",
			member: `serviceAccount:${account}`,
		});
	});

	test("is of the account that exists, where one does", async () => {
		const plan = planOf(withKey, { serviceAccountKey: { existing: { email } } }, { groups: alone });
		const { resources, result } = await recordGcp(() => new VertexInference("eu", { plan }));
		expect(resources.find(({ name }) => name === "eu-shared-key.current")?.inputs.serviceAccountId).toBe(email);
		expect((await reveal(result.principals.shared)).value).toBe(email);
	});
});

test("an endpoint stands before names lead to it, where a program knows its network only later", async () => {
	const late = { network: "<late:net>", address: "<late:ip>" };
	const plan = planOf(google, { privateEndpoint: late }, { region: "europe-west1", models: ["claude-sonnet-4-6"] });
	const values: Readonly<Record<string, pulumi.Output<string>>> = {
		net: pulumi.output(network),
		ip: pulumi.output(address),
	};
	const after: Record<string, string[]> = {};
	const note: pulumi.ResourceTransformation = ({ name, opts }) => {
		const before = opts.dependsOn as readonly pulumi.Resource[] | undefined;
		if (before) after[name] = before.map((each) => (each as pulumi.Resource & { __name: string }).__name);
		return undefined;
	};
	const { resources, result } = await recordGcp(
		() => new VertexInference("eu", { plan, passed: (place) => values[place] }, { transformations: [note] }),
	);
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	expect(inputs["eu-endpoint-address"]).toMatchObject({ name: "coworkeu", network, address });
	expect(inputs["eu-endpoint"]).toEqual({
		project: projectId,
		// The provider's own names are too long for Google here.
		name: "coworkeu",
		network,
		ipAddress: "eu-endpoint-address-id",
		target: "all-apis",
		loadBalancingScheme: "",
	});
	const dnsName = "europe-west1-aiplatform.googleapis.com.";
	expect(inputs["eu-response-policy-rule"]).toEqual({
		project: projectId,
		responsePolicy: "cowork-eu",
		ruleName: "cowork-eu",
		dnsName,
		localData: { localDatas: [{ name: dnsName, type: "A", ttl: 300, rrdatas: [address] }] },
	});
	expect(after["eu-response-policy-rule"]).toEqual(["eu-endpoint-address", "eu-endpoint"]);
	expect((await reveal(result.endpoints.inference)).value).toBe("eu-endpoint-id");
});

test("a plan that refers to what nobody passed places nothing half", async () => {
	const plan = planOf(google, { privateEndpoint: { network: "<late:nowhere>", address } });
	await recordGcp(() => {
		expect(() => new VertexInference("eu", { plan })).toThrow("the plan refers to nowhere");
	});
});

test("governance tells what is allowed, created and paid for", async () => {
	const plan = planOf(google, { privateEndpoint: { network, address } });
	const { result } = await recordGcp(() => new VertexInference("eu", { plan }));
	const { actions, resources, created } = (await reveal(result.governance)).value;
	expect(actions).toEqual(["aiplatform.endpoints.predict"]);
	expect(resources).toEqual(["//cloudresourcemanager.googleapis.com/projects/example-cowork"]);
	expect(created.map(({ type }) => type)).toContain("compute.googleapis.com/GlobalForwardingRule");
});
