import { describe, expect, it } from "vitest";
import { planVertex } from "../../../../src/inference/google/plan-vertex.js";
import type { VertexPrivateEndpoint } from "../../../../src/inference/google/provision.js";
import type { VertexRequest } from "../../../../src/inference/google/request.js";
import { errorsOf, idsIn, planned, problemsOf, resourceIn } from "../../aws/planned.js";
import { members, requestOf, signInCase } from "../requests.js";

const network = "projects/example-network/global/networks/main";
const placed = { network, projectId: "example-network", address: "10.100.0.5" };

function request(privateEndpoint: VertexPrivateEndpoint, more: Partial<VertexRequest> = {}): VertexRequest {
	const groups = [{ name: "general", members: members.general }];
	return requestOf(signInCase("google"), { groups, ...more, provision: { privateEndpoint } });
}

describe("an endpoint for Google APIs", () => {
	it("has one name of letters and digits for address and rule, in the project of the network", () => {
		const plan = planned(planVertex(request(placed)));
		expect(idsIn(plan).slice(2)).toEqual(["endpoint-address", "endpoint", "response-policy", "response-policy-rule"]);
		expect(resourceIn(plan, "endpoint-address").properties).toEqual({
			project: "example-network",
			name: "coworkeu",
			network,
			address: "10.100.0.5",
			addressType: "INTERNAL",
			purpose: "PRIVATE_SERVICE_CONNECT",
		});
		expect(resourceIn(plan, "endpoint").properties).toEqual({
			project: "example-network",
			name: "coworkeu",
			network,
			ipAddress: "<late:endpoint-address.id>",
			target: "all-apis",
			loadBalancingScheme: "",
		});
		expect(plan.outputs.endpoints).toEqual({ inference: "<late:endpoint.id>" });
	});

	it.each(["a", "europe", "an-extremely-long-deployment-n", "a-b", "ab"])(
		"of %s has a name that Google takes",
		(name) => {
			const plan = planned(planVertex(request(placed, { deployment: name })));
			expect(resourceIn(plan, "endpoint").name).toMatch(/^[a-z][a-z0-9]{0,19}$/);
		},
	);

	it("of deployments whose names differ by a hyphen has another name", () => {
		const nameOf = (deployment: string) =>
			resourceIn(planned(planVertex(request(placed, { deployment }))), "endpoint").name;
		expect(nameOf("a-b")).not.toBe(nameOf("ab"));
	});

	it("is in the project of the network, as its name says it", () => {
		const plan = planned(planVertex(request({ network, address: "10.100.0.5" })));
		const projects = plan.resources.filter(({ id }) => /endpoint|policy/.test(id)).map(({ properties }) => properties);
		expect(projects.map(({ project }) => project)).toEqual(Array(4).fill("example-network"));
		expect(errorsOf(planVertex(request({ ...placed, projectId: "example-cowork" })))).toEqual([
			"inference.vertex.provision.privateEndpoint.projectId: is not example-network, the project of the network, where an endpoint has to be; leave it out",
		]);
		const late = planned(planVertex(request({ network: "<late:network>", address: "10.100.0.5" })));
		expect(resourceIn(late, "endpoint").properties.project).toBe("example-cowork");
	});

	it("may exist, and is paid for all the same", () => {
		const plan = planned(planVertex(request({ ...placed, existing: { name: "googleapis" } })));
		expect(idsIn(plan).slice(2)).toEqual(["response-policy", "response-policy-rule"]);
		expect(plan.outputs.endpoints).toEqual({ inference: "googleapis" });
		expect(plan.uses).toContainEqual({
			type: "compute.googleapis.com/GlobalForwardingRule",
			meter: "per hour, and per gigabyte",
		});
		expect(idsIn(planned(planVertex(request({ existing: { name: "googleapis" }, dns: "existing" }))))).toHaveLength(2);
	});
});

describe("what leads devices to it", () => {
	it.each([
		["global", "aiplatform.googleapis.com"],
		["us-east5", "us-east5-aiplatform.googleapis.com"],
	])("is the public name of %s, and no other", (region, host) => {
		const sonnet = { region, models: ["claude-sonnet-4-6"] };
		const plan = planned(planVertex(request(placed, sonnet)));
		expect(resourceIn(plan, "response-policy-rule").properties).toEqual({
			project: "example-network",
			responsePolicy: "<late:response-policy.responsePolicyName>",
			ruleName: "cowork-eu",
			dnsName: `${host}.`,
			localData: { localDatas: [{ name: `${host}.`, type: "A", ttl: 300, rrdatas: ["10.100.0.5"] }] },
		});
		expect(resourceIn(plan, "response-policy-rule").after).toEqual(["endpoint-address", "endpoint"]);
		const zoned = planned(planVertex(request({ ...placed, dns: "zone" }, sonnet)));
		expect(resourceIn(zoned, "zone").properties.dnsName).toBe(`${host}.`);
		expect(resourceIn(zoned, "record").properties.name).toBe(`${host}.`);
		for (const { privateHosts, settings } of [plan, zoned]) {
			expect(privateHosts).toEqual([host]);
			expect(settings).toEqual({});
		}
	});

	it("is a rule of the policy that the network has already", () => {
		const plan = planned(planVertex(request({ ...placed, responsePolicy: "corporate" })));
		expect(idsIn(plan)).not.toContain("response-policy");
		expect(resourceIn(plan, "response-policy-rule").properties.responsePolicy).toBe("corporate");
	});

	it.each([
		["global", "aiplatform-coworkeu.p.googleapis.com"],
		["us-east5", "us-east5-aiplatform-coworkeu.p.googleapis.com"],
	])("is the endpoint's own name at %s, where profiles say it", (region, host) => {
		const sonnet = { region, models: ["claude-sonnet-4-6"] };
		const plan = planned(planVertex(request({ ...placed, useEndpointName: true }, sonnet)));
		expect(idsIn(plan).slice(2)).toEqual(["endpoint-address", "endpoint"]);
		expect(plan.settings).toEqual({ general: { inferenceVertexBaseUrl: `https://${host}` } });
		expect(plan.privateHosts).toEqual([host]);
	});
});

describe("what does not go together", () => {
	const at = "inference.vertex.provision.privateEndpoint";
	it.each<[VertexPrivateEndpoint, Partial<VertexRequest>, string[]]>([
		[
			{},
			{},
			[
				`${at}.network: is missing; the endpoint is created in it`,
				`${at}.address: is missing; Google chooses none for such an endpoint`,
			],
		],
		[
			{ existing: { name: "a" } },
			{},
			[`${at}.network: is missing; names are resolved in it`, `${at}.address: is missing; names are resolved to it`],
		],
		[
			{ ...placed, existing: { name: "a" }, name: "b" },
			{},
			[`${at}.name: is of an endpoint that is created, and this one exists; leave it out`],
		],
		[
			{ ...placed, dns: "none" },
			{},
			[
				`${at}.dns: is none, and profiles do not name the endpoint either, so that nothing leads to it; say useEndpointName: true, or how names are resolved`,
			],
		],
		[
			{ ...placed, dns: "zone", responsePolicy: "corporate" },
			{},
			[`${at}.responsePolicy: is of dns: responsePolicy, and this says zone; leave it out`],
		],
		[
			{ ...placed, useEndpointName: true },
			{ baseUrl: "https://vertex.example.com" },
			[`${at}.useEndpointName: does not go with baseUrl, which profiles would name instead; leave one of them out`],
		],
		[
			{ ...placed, useEndpointName: true },
			{ region: "eu" },
			[
				`${at}.useEndpointName: is for single regions and global: aiplatform.eu.rep.googleapis.com has no name of an endpoint; leave it out, or take another region`,
			],
		],
	])("%j in %j", (endpoint, more, problems) => {
		expect(errorsOf(planVertex(request(endpoint, more)))).toEqual(problems);
	});

	it("is not known of eu and us", () => {
		expect(problemsOf(planVertex(request(placed, { region: "eu" })))).toEqual([
			`warning: ${at}: leads aiplatform.eu.rep.googleapis.com to an endpoint of which Google does not say that it serves this host; call a model from the network before devices get these profiles, or take a single region or global`,
		]);
	});
});
