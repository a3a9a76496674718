import { describe, expect, it } from "vitest";
import type { AwsSignInName } from "../../../../src/inference/aws/identity/sign-ins.js";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../../src/inference/aws/plan-mantle.js";
import type { BedrockProvision } from "../../../../src/inference/aws/provision.js";
import { base, withHelper } from "../identity/identity-requests.js";
import { idsIn, planned, problemsOf, resourceIn } from "../planned.js";
import { oidcRole, privateEndpoints } from "../policy/policy-cases.js";
import { mantleRequests } from "../policy/policy-requests.js";

type Endpoints = NonNullable<BedrockProvision["privateEndpoints"]>;

const runtime = "bedrock-runtime.eu-central-1.amazonaws.com";
const regionalName = "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com";
const outcome = (endpoints: Endpoints, request = base) =>
	planBedrock({ ...request, provision: { ...request.provision, privateEndpoints: endpoints } });
const plan = (endpoints: Endpoints, request = base) => planned(outcome(endpoints, request));

describe("public hosts that endpoints serve", () => {
	it.each<[string, AwsSignInName, Partial<Endpoints>, string[]]>([
		["eu-central-1", "identityCenter", {}, [runtime, "bedrock.eu-central-1.amazonaws.com"]],
		["eu-central-1", "identityCenter", { privateDns: "existing", services: ["runtime"] }, [runtime]],
		[
			"us-gov-west-1",
			"profile",
			{},
			[
				"bedrock-fips.us-gov-west-1.amazonaws.com",
				"bedrock-runtime-fips.us-gov-west-1.amazonaws.com",
				"sts.us-gov-west-1.amazonaws.com",
			],
		],
		// Devices that are told the endpoint's own name do not resolve through the VPC.
		["eu-central-1", "profile", { useRegionalName: true }, [runtime]],
		["eu-central-1", "profile", { useRegionalName: true, privateDns: "existing" }, [runtime]],
		["eu-central-1", "profile", { useRegionalName: true, privateDns: "none" }, [runtime]],
	])("in %s with %s and %j", (region, signIn, endpoints, hosts) => {
		const models = region === "us-gov-west-1" ? ["us-gov.anthropic.claude-opus-4-8"] : base.models;
		const request = { ...base, region, signIn, ...(models && { models }) };
		expect(plan({ ...privateEndpoints, ...endpoints }, request).privateHosts).toEqual(hosts);
	});

	it("are Mantle's own", () => {
		const request = mantleRequests["mantle-bearerToken"];
		if (!request) throw new Error("no request");
		expect(planned(planMantle(request)).privateHosts).toEqual(["bedrock-mantle.us-east-1.api.aws"]);
	});
});

describe("the plan of endpoints", () => {
	it("takes clients over HTTPS only, in the region's services, which own private DNS unless another does", () => {
		const all = plan({ ...privateEndpoints, privateDns: "existing", useRegionalName: true });
		const ids = idsIn(all).filter((id) => id.startsWith("endpoint"));
		expect(ids).toEqual(["endpoints", "endpoints-from.10.0.0.0/16", "endpoint-runtime", "endpoint-control"]);
		expect(resourceIn(all, "endpoints-from.10.0.0.0/16").properties).toEqual({
			securityGroupId: "<late:endpoints.id>",
			cidrIpv4: "10.0.0.0/16",
			ipProtocol: "tcp",
			fromPort: 443,
			toPort: 443,
			tags: {},
			region: "eu-central-1",
		});
		expect(resourceIn(all, "endpoint-runtime").properties).toEqual({
			vpcId: privateEndpoints.vpcId,
			serviceName: "com.amazonaws.eu-central-1.bedrock-runtime",
			vpcEndpointType: "Interface",
			subnetIds: privateEndpoints.subnetIds,
			securityGroupIds: ["<late:endpoints.id>"],
			privateDnsEnabled: false,
			policy: { policy: "endpoint-runtime" },
			tags: {},
			region: "eu-central-1",
		});
		expect(all.outputs.endpoints).toEqual({
			runtime: "<late:endpoint-runtime.id>",
			control: "<late:endpoint-control.id>",
		});
	});

	it("creates nothing where every endpoint exists, and says what their policies have to let through", () => {
		const existing = { runtime: { id: "vpce-0" }, control: { id: "vpce-1" } };
		const found = outcome({ existing, useRegionalName: true });
		const all = planned(found);
		expect(idsIn(all).filter((id) => id.startsWith("endpoint"))).toEqual([]);
		expect(Object.keys(all.policies)).toEqual(["identity-shared", "endpoint-runtime", "endpoint-control"]);
		expect(all.outputs.endpoints).toEqual({ runtime: "vpce-0", control: "vpce-1" });
		expect(problemsOf(found)).toEqual([
			"warning: inference.bedrock.provision.privateEndpoints.existing: the endpoints for runtime, control keep their own policies, which have to let these calls through",
		]);
		// The regional name is nobody's to say here, so that AWS is asked for it.
		expect(all.late["bedrock.endpoint"]).toBe("https://<late:endpoint-runtime.regionalName>");
		expect(all.lookUps.find(({ id }) => id === "endpoint-runtime")).toEqual({
			id: "endpoint-runtime",
			asks: "endpoint",
			properties: { id: "vpce-0", region: "eu-central-1" },
		});
	});

	it("tells devices a regional name that is written down, which passes no perimeter either", () => {
		const existing = { runtime: { id: "vpce-0", regionalName }, control: { id: "vpce-1" } };
		const { settings, late, privateHosts } = plan({ existing, useRegionalName: true });
		expect(settings.pilot?.inferenceBedrockBaseUrl).toBe(`https://${regionalName}`);
		expect(late["bedrock.endpoint"]).toBeUndefined();
		expect(privateHosts).toEqual([runtime, regionalName]);
	});

	it("creates the rest where some exist, behind groups that exist", () => {
		const { vpcId, subnetIds } = privateEndpoints;
		const securityGroupIds = ["sg-0123456789abcdef0"];
		const all = plan({ vpcId, subnetIds, securityGroupIds, existing: { runtime: { id: "vpce-0" } } });
		expect(idsIn(all).filter((id) => id.startsWith("endpoint"))).toEqual(["endpoint-control"]);
		expect(resourceIn(all, "endpoint-control").properties).toMatchObject({ securityGroupIds, privateDnsEnabled: true });
	});

	it("says that the token service's endpoint is the whole VPC's, where private DNS leads there", () => {
		const helper = { ...base, ...withHelper, provision: { oidcRole } };
		const warned = (endpoints: Endpoints) =>
			problemsOf(outcome(endpoints, helper)).filter((line) => line.includes("the endpoint for sts carries"));
		expect(warned(privateEndpoints)).toEqual([
			"warning: inference.bedrock.provision.privateEndpoints: the endpoint for sts carries every call of the VPC to the token service: it lets through those of principals and roles of the organisation, or else of the account, and no others",
		]);
		expect(warned({ ...privateEndpoints, privateDns: "existing" })).toEqual([]);
		expect(warned({ ...privateEndpoints, existing: { sts: { id: "vpce-0" } } })).toEqual([]);
	});
});
