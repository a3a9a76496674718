import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { late, lateText } from "../../../src/inference/aws/late-text.js";
import { accountId, planOf, policyOf } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const root = "pulumi-cowork:aws:BedrockInference";
const serviceName = "com.amazonaws.eu-central-1.bedrock-runtime";
const baseUrl = { service: "runtime", suffix: "", late: late.endpoint } as const;

test("endpoints take clients over HTTPS only, and their regional name is the base URL", async () => {
	const policy = policyOf(lateText(late.accountId));
	const plan = planOf([], {
		endpoints: {
			network: {
				vpcId: pulumi.output("vpc-0123"),
				subnetIds: ["subnet-a", pulumi.output(["subnet-b", "subnet-c"])],
				clientCidrs: ["10.0.0.0/16"],
				privateDnsEnabled: true,
			},
			services: [{ service: "runtime", serviceName: "com.amazonaws.eu-central-1.bedrock-runtime", policy }],
			baseUrl: { service: "runtime", suffix: "", late: late.endpoint },
		},
	});
	const { result, resources, urns } = await recordAws(() => new BedrockInference("eu", { plan }));
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	const where = { region: "eu-central-1", tags: { team: "platform" } };
	expect(inputs["eu-endpoints"]).toEqual({
		...where,
		vpcId: "vpc-0123",
		description: "Clients of the endpoints for Claude Cowork",
	});
	expect(inputs["eu-endpoints-from.10.0.0.0/16"]).toEqual({
		...where,
		securityGroupId: "eu-endpoints-id",
		cidrIpv4: "10.0.0.0/16",
		ipProtocol: "tcp",
		fromPort: 443,
		toPort: 443,
	});
	expect(inputs["eu-endpoint-runtime"]).toEqual({
		...where,
		vpcId: "vpc-0123",
		serviceName: "com.amazonaws.eu-central-1.bedrock-runtime",
		vpcEndpointType: "Interface",
		subnetIds: ["subnet-a", "subnet-b", "subnet-c"],
		securityGroupIds: ["eu-endpoints-id"],
		privateDnsEnabled: true,
		policy: JSON.stringify(policyOf(accountId)),
	});
	expect((await reveal(result.late[late.endpoint])).value).toBe(
		"https://vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
	);
	expect(urns).toContain(
		`${root}$aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::eu-endpoints-from.10.0.0.0/16`,
	);
});

test("endpoints that exist are referred to, and their policies are for their owner to merge", async () => {
	const policy = policyOf(lateText(late.accountId));
	const runtime = { service: "runtime", serviceName, policy } as const;
	const build = (regionalName?: pulumi.Output<string>) => () => {
		const existing = { id: pulumi.output("vpce-0123"), ...(regionalName && { regionalName }) };
		return new BedrockInference("eu", {
			plan: planOf([], { endpoints: { services: [{ ...runtime, existing }], baseUrl } }),
		});
	};
	const given = await recordAws(build(pulumi.output("vpce-0123-abc.example.vpce.amazonaws.com")));
	expect(given.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
	expect(given.calls).toEqual([]);
	expect((await reveal(given.result.late[late.endpoint])).value).toBe(
		"https://vpce-0123-abc.example.vpce.amazonaws.com",
	);
	expect((await reveal(given.result.endpoints?.ids.runtime)).value).toBe("vpce-0123");
	expect(JSON.parse((await reveal(given.result.endpoints?.policies.runtime)).value)).toEqual(policyOf(accountId));

	const lookedUp = await recordAws(build(), {
		"aws:ec2/getVpcEndpoint:getVpcEndpoint": () => ({
			dnsEntries: [
				{ dnsName: "vpce-0123-abc-eu-central-1a.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
				{ dnsName: "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
			],
		}),
	});
	expect(lookedUp.calls.map(({ inputs }) => inputs)).toEqual([{ id: "vpce-0123", region: "eu-central-1" }]);
	expect((await reveal(lookedUp.result.late[late.endpoint])).value).toBe(
		"https://vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
	);
});

test("security groups that exist stand before what is created, and no rule is added", async () => {
	const plan = planOf([], {
		endpoints: {
			network: {
				vpcId: "vpc-0123",
				subnetIds: ["subnet-a"],
				clientCidrs: [],
				securityGroupIds: [pulumi.output("sg-0123")],
				privateDnsEnabled: false,
			},
			services: [{ service: "runtime", serviceName, policy: policyOf(accountId) }],
		},
	});
	const { resources } = await recordAws(() => new BedrockInference("eu", { plan }));
	const created = resources.filter(({ type }) => type.startsWith("aws:"));
	expect(created.map(({ name }) => name)).toEqual(["eu-endpoint-runtime"]);
	expect(created[0]?.inputs.securityGroupIds).toEqual(["sg-0123"]);
});
