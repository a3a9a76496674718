import { describe, expect, it } from "vitest";
import { privateEndpointsShape } from "../../../../src/inference/aws/endpoints/endpoints-shape.js";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../../src/inference/aws/plan-mantle.js";
import type { BedrockProvision } from "../../../../src/inference/aws/provision.js";
import type { MantleRequest } from "../../../../src/inference/aws/request.js";
import { formatProblem } from "../../../../src/problem.js";
import { checkShape } from "../../../../src/shape/check-shape.js";
import { base, withKey } from "../identity/identity-requests.js";
import { errorsOf, planned, problemsOf } from "../planned.js";
import { privateEndpoints } from "../policy/policy-cases.js";

const { vpcId, subnetIds, clientCidrs } = privateEndpoints;
const existing = { runtime: { id: "vpce-0123456789abcdef0" }, control: { id: "vpce-1123456789abcdef0" } };
const at = "inference.bedrock.provision.privateEndpoints";

type Endpoints = NonNullable<BedrockProvision["privateEndpoints"]>;

describe("endpoints", () => {
	it.each<[string, Endpoints, string[]]>([
		["that are created", privateEndpoints, []],
		["that exist, all of them", { existing, privateDns: "existing" }, []],
		["that exist, all of them, by their regional name", { existing, useRegionalName: true }, []],
		[
			"that exist, all of them, with nothing said of their names, and a network",
			{ existing, vpcId },
			[
				`${at}.vpcId: is of endpoints that are created, and all of these exist; leave it out`,
				`${at}.privateDns: is missing or create, and every endpoint exists; say existing where the VPC resolves their names, or useRegionalName: true`,
			],
		],
		[
			"that exist, one of them",
			{ existing: { runtime: existing.runtime } },
			[
				`${at}.vpcId: is missing; endpoints are created in it`,
				`${at}.subnetIds: is missing; endpoints are created in them`,
				`${at}.clientCidrs: is missing; give the ranges of the clients, or securityGroupIds`,
			],
		],
		["behind groups that exist", { vpcId, subnetIds, securityGroupIds: ["sg-0123456789abcdef0"] }, []],
		[
			"behind groups that exist, for clients",
			{ vpcId, subnetIds, clientCidrs, securityGroupIds: ["sg-0123456789abcdef0"] },
			[`${at}.clientCidrs: does not go with securityGroupIds, whose groups nothing changes; leave one of them out`],
		],
		[
			"of a service that is not called",
			{ ...privateEndpoints, services: ["runtime", "mantle"] },
			[`${at}.services[1]: nobody calls mantle; expected some of runtime, control, sts`],
		],
		[
			"that exist for a service that is not asked for",
			{ existing, privateDns: "existing", services: ["runtime"] },
			[`${at}.existing.control: is of no service among runtime; leave it out`],
		],
		[
			"that nothing leads to",
			{ ...privateEndpoints, privateDns: "none" },
			[
				`${at}.privateDns: leads nobody to the endpoints; say useRegionalName: true, or let private DNS be create or existing`,
			],
		],
	])("%s", (_, endpoints, expected) => {
		const provision = { privateEndpoints: endpoints };
		expect(errorsOf(planBedrock({ ...base, provision }))).toEqual(expected);
	});

	it("at two addresses, one of them of an endpoint that is not made", () => {
		const provision = { privateEndpoints: { ...privateEndpoints, useRegionalName: true, services: ["sts" as const] } };
		expect(errorsOf(planBedrock({ ...base, baseUrl: "https://proxy.example.com", provision }))).toEqual([
			`${at}.useRegionalName: does not go with a baseUrl of the route; leave one of them out`,
			`${at}.services: has no runtime, which useRegionalName names in profiles`,
		]);
	});
});

describe("what their policies cut off", () => {
	const cutOff = (services: string, at: string) =>
		`warning: ${at}: with private DNS every call of the VPC to ${services} comes by the endpoints, whose policies refuse all but this deployment's models: other models, and administration of Bedrock from that network; say otherPrincipals: allow to let through what callers' own policies permit, or otherPrincipals: deny where that is meant`;
	const capacity = "arn:aws:bedrock:eu-central-1:111122223333:provisioned-model/a1b2c3d4e5f6";
	const said = (endpoints: Endpoints, part = {}) =>
		problemsOf(planBedrock({ ...base, ...part, provision: { privateEndpoints: endpoints } }));

	it.each<[string, Endpoints, string[]]>([
		["is told where nobody speaks of it", privateEndpoints, [cutOff("runtime and control", at)]],
		["is let through", { ...privateEndpoints, otherPrincipals: "allow" }, []],
		["is meant", { ...privateEndpoints, otherPrincipals: "deny" }, []],
		["is nothing where names lead elsewhere", { ...privateEndpoints, privateDns: "none", useRegionalName: true }, []],
		[
			"is of those that are created",
			{ ...privateEndpoints, existing: { control: existing.control } },
			[
				`warning: ${at}.existing: the endpoints for control keep their own policies, which have to let these calls through`,
				cutOff("runtime", at),
			],
		],
		[
			"is nothing to say of where none is created",
			{ existing, privateDns: "existing", otherPrincipals: "allow" },
			[
				`${at}.otherPrincipals: is of the policies of endpoints that are created, and none is; leave it out`,
				`warning: ${at}.existing: the endpoints for runtime, control keep their own policies, which have to let these calls through`,
			],
		],
	])("%s", (_, endpoints, expected) => {
		expect(said(endpoints).sort()).toEqual(expected);
	});

	it("is told of Mantle's, too", () => {
		const mantle: MantleRequest = {
			...base,
			...withKey,
			region: "us-east-1",
			models: ["anthropic.claude-sonnet-5"],
			provision: { privateEndpoints },
			at: { block: ["inference", "mantle"], groups: ["groups"] },
		};
		expect(problemsOf(planMantle(mantle))).toEqual([cutOff("mantle", "inference.mantle.provision.privateEndpoints")]);
	});

	it("is no control plane that nobody may call, for which no endpoint is paid", () => {
		const account = { accountId: "111122223333" };
		const services = (part: object, endpoints: Endpoints = privateEndpoints) =>
			Object.keys(
				planned(planBedrock({ ...base, ...part, provision: { ...account, privateEndpoints: endpoints } })).outputs
					.endpoints ?? {},
			);
		expect(services({ models: [capacity] })).toEqual(["runtime"]);
		expect(services({ models: [capacity], ...withKey })).toEqual(["runtime", "control"]);
		expect(services({})).toEqual(["runtime", "control"]);
		const provision = {
			...account,
			privateEndpoints: { ...privateEndpoints, services: ["runtime", "control"] as const },
		};
		expect(errorsOf(planBedrock({ ...base, models: [capacity], provision }))).toEqual([
			`${at}.services[1]: nobody calls control; expected some of runtime, sts`,
		]);
	});
});

describe("their form", () => {
	it.each<[object, string[]]>([
		[{ clientCidrs: ["10.0.0.0/16", "192.168.0.128/25", "10.1.2.3/32", "0.0.0.0/0"] }, []],
		[{ clientCidrs: ["999.1.1.1/99"] }, ["clientCidrs[0]: is no IPv4 range; expected one such as 10.0.0.0/16"]],
		[{ clientCidrs: ["10.0.0.0/33"] }, ["clientCidrs[0]: is no IPv4 range; expected one such as 10.0.0.0/16"]],
		[{ clientCidrs: ["10.0.0.0"] }, ["clientCidrs[0]: is no IPv4 range; expected one such as 10.0.0.0/16"]],
		[{ clientCidrs: ["10.1.2.3/12"] }, ["clientCidrs[0]: is not how AWS writes a range; expected 10.0.0.0/12"]],
		[{ clientCidrs: ["010.0.0.0/8"] }, ["clientCidrs[0]: is not how AWS writes a range; expected 10.0.0.0/8"]],
		[{ clientCidrs: ["10.0.0.0/16", "10.0.0.0/16"] }, ["clientCidrs[1]: is listed before; keep one"]],
		[{ services: ["runtime", "sts", "runtime"] }, ["services[2]: is listed before; keep one"]],
		[{ subnetIds: [{ fromProgram: "a" }, { fromProgram: "b" }] }, []],
		[{ existing: { runtime: { id: { fromProgram: "a" } } } }, []],
		[
			{ existing: { runtime: { id: "vpce-0123", regionalName: "bedrock-runtime.eu-central-1.amazonaws.com" } } },
			[
				"existing.runtime.regionalName: is no regional DNS name of an endpoint; expected one such as vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
			],
		],
		[
			{
				existing: {
					runtime: { id: "vpce-0123", regionalName: "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
				},
			},
			[],
		],
	])("%j", (endpoints, expected) => {
		const found = checkShape(privateEndpointsShape, endpoints, { at: [] });
		expect(found.map(formatProblem)).toEqual(expected);
	});
});

describe("places", () => {
	const mantle: MantleRequest = {
		...base,
		...withKey,
		region: "us-east-1",
		models: ["anthropic.claude-sonnet-5"],
		provision: {},
		at: { block: ["inference", "mantle"], groups: ["groups"] },
	};

	it("lets Mantle be where the table knows nothing, and says so", () => {
		expect(problemsOf(planMantle(mantle))).toEqual([]);
		expect(problemsOf(planMantle({ ...mantle, region: "ap-southeast-6" }))).toEqual([
			'warning: inference.mantle.region: no region of the table of 2026-07; did you mean "ap-southeast-1"?',
		]);
	});

	it("has no budget in a partition whose costs another pays", () => {
		const budget = { monthlyUsd: 100, email: "a@example.com" };
		const request = {
			...base,
			region: "us-gov-west-1",
			models: ["us-gov.anthropic.claude-opus-4-8"],
			provision: { applicationProfiles: { pilot: { budget }, general: {} } },
		};
		expect(errorsOf(planBedrock(request))).toEqual([
			"inference.bedrock.provision.applicationProfiles.pilot.budget: does not exist in aws-us-gov, whose costs the linked commercial account pays; leave it out and budget there",
		]);
	});
});
