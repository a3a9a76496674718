import { describe, expect, it } from "vitest";
import { bedrockPrivateHosts, planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { mantlePrivateHosts } from "../../../../src/inference/aws/plan-mantle.js";
import type { BedrockProvision } from "../../../../src/inference/aws/provision.js";
import { base, withHelper } from "../identity/identity-requests.js";
import { oidcRole, privateEndpoints } from "../policy/policy-cases.js";
import { mantleRequests } from "../policy/policy-requests.js";

type Endpoints = NonNullable<BedrockProvision["privateEndpoints"]>;

const runtime = "bedrock-runtime.eu-central-1.amazonaws.com";
const regionalName = "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com";

describe("public hosts that endpoints serve", () => {
	it.each<[string, string, Partial<Endpoints>, string[]]>([
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
		["eu-central-1", "profile", { privateDns: "none" }, []],
		// Devices that are told the endpoint's own name do not resolve through the VPC.
		["eu-central-1", "profile", { useRegionalName: true }, [runtime]],
		["eu-central-1", "profile", { useRegionalName: true, privateDns: "existing" }, [runtime]],
		["eu-central-1", "profile", { useRegionalName: true, privateDns: "none" }, [runtime]],
	])("in %s with %s and %j", (region, signIn, endpoints, hosts) => {
		const provision = { privateEndpoints: { ...privateEndpoints, ...endpoints } };
		expect(bedrockPrivateHosts({ ...base, region, signIn, provision })).toEqual(hosts);
	});

	it("are Mantle's own", () => {
		const request = mantleRequests["mantle-bearerToken"];
		expect(request && mantlePrivateHosts(request)).toEqual(["bedrock-mantle.us-east-1.api.aws"]);
	});
});

describe("the plan of endpoints", () => {
	const planned = (endpoints: Endpoints, request = base) =>
		planBedrock({ ...request, provision: { ...request.provision, privateEndpoints: endpoints } });

	it("is of the region's services, which own private DNS unless another does", () => {
		expect(planned({ ...privateEndpoints, privateDns: "existing", useRegionalName: true }).endpoints).toMatchObject({
			network: { clientCidrs: ["10.0.0.0/16"], privateDnsEnabled: false },
			services: [
				{ serviceName: "com.amazonaws.eu-central-1.bedrock-runtime" },
				{ serviceName: "com.amazonaws.eu-central-1.bedrock" },
			],
			baseUrl: { service: "runtime", suffix: "", late: "bedrock.endpoint" },
		});
	});

	it("has no network where every endpoint exists, and asks for nothing but their policies", () => {
		const existing = { runtime: { id: "vpce-0", regionalName }, control: { id: "vpce-1" } };
		const { endpoints, notes } = planned({ existing, useRegionalName: true });
		expect(endpoints?.network).toBeUndefined();
		expect(endpoints?.services.map(({ service, existing: found }) => [service, found])).toEqual([
			["runtime", existing.runtime],
			["control", existing.control],
		]);
		expect(notes).toContain(
			"the endpoints for runtime, control keep their own policies, which have to let these calls through",
		);
	});

	it("creates the rest where some exist, behind groups that exist", () => {
		const { vpcId, subnetIds } = privateEndpoints;
		const securityGroupIds = ["sg-0123456789abcdef0"];
		const existing = { runtime: { id: "vpce-0" } };
		expect(planned({ vpcId, subnetIds, securityGroupIds, existing }).endpoints).toMatchObject({
			network: { vpcId, subnetIds, securityGroupIds, clientCidrs: [], privateDnsEnabled: true },
			services: [{ service: "runtime", existing: { id: "vpce-0" } }, { service: "control" }],
		});
	});

	it("says that the token service's endpoint is the whole VPC's, where private DNS leads there", () => {
		const helper = { ...base, ...withHelper, provision: { oidcRole } };
		const note =
			"the endpoint for sts carries every call of the VPC to the token service: it lets through those of principals and roles of the organisation, or else of the account, and no others";
		expect(planned(privateEndpoints, helper).notes).toContain(note);
		expect(planned({ ...privateEndpoints, privateDns: "existing" }, helper).notes).not.toContain(note);
		expect(planned({ ...privateEndpoints, existing: { sts: { id: "vpce-0" } } }, helper).notes).not.toContain(note);
	});
});
