import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import type { LateInput } from "../../../src/components/token-values.js";
import type { BedrockProvision } from "../../../src/inference/aws/provision.js";
import { policyIn } from "../../inference/aws/planned.js";
import { bedrockPlan, keyRequest, withoutSet } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const at = "inference.bedrock.provision.privateEndpoints";
const late = (member: string) => `<late:${at}.${member}>`;
const regionalName = "vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com";

function place(
	privateEndpoints: NonNullable<BedrockProvision["privateEndpoints"]>,
	passed: Readonly<Record<string, LateInput>> = {},
	answers = {},
) {
	const plan = bedrockPlan({ ...keyRequest, provision: withoutSet({ privateEndpoints }) });
	const known = Object.fromEntries(Object.entries(passed).map(([member, value]) => [`${at}.${member}`, value]));
	const build = () => new BedrockInference("eu", { plan, passed: (wanted) => known[wanted] });
	return { plan, recording: recordAws(build, answers) };
}

test("endpoints take clients over HTTPS only, and their regional name is the base URL", async () => {
	const { plan, recording } = place(
		{
			vpcId: late("vpcId"),
			subnetIds: ["subnet-a", late("subnetIds[1]")],
			clientCidrs: ["10.0.0.0/16"],
			services: ["runtime"],
			useRegionalName: true,
		},
		{ vpcId: pulumi.output("vpc-0123"), "subnetIds[1]": pulumi.output(["subnet-b", "subnet-c"]) },
	);
	const { result, resources } = await recording;
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
		policy: JSON.stringify(policyIn(plan, "endpoint-runtime")),
	});
	expect((await reveal(result.late["bedrock.endpoint"])).value).toBe(`https://${regionalName}`);
	expect((await reveal(result.endpoints.runtime)).value).toBe("eu-endpoint-runtime-id");
});

test("endpoints that exist are referred to, and their policies are for their owner to merge", async () => {
	const id = late("existing.runtime.id");
	const passed = { "existing.runtime.id": pulumi.output("vpce-0123") };
	const named = { id, regionalName: late("existing.runtime.regionalName") };
	const given = place(
		{ existing: { runtime: named }, services: ["runtime"], useRegionalName: true },
		{ ...passed, "existing.runtime.regionalName": pulumi.output("vpce-0123-abc.example.vpce.amazonaws.com") },
	);
	const { result, resources, calls } = await given.recording;
	expect(resources.filter(({ type }) => type.startsWith("aws:ec2"))).toEqual([]);
	expect(calls).toEqual([]);
	expect((await reveal(result.late["bedrock.endpoint"])).value).toBe(
		"https://vpce-0123-abc.example.vpce.amazonaws.com",
	);
	expect((await reveal(result.endpoints.runtime)).value).toBe("vpce-0123");
	expect(JSON.parse((await reveal(result.policies["endpoint-runtime"])).value)).toEqual(
		policyIn(given.plan, "endpoint-runtime"),
	);

	const lookedUp = place({ existing: { runtime: { id } }, services: ["runtime"], useRegionalName: true }, passed, {
		"aws:ec2/getVpcEndpoint:getVpcEndpoint": () => ({
			dnsEntries: [
				{ dnsName: "vpce-0123-abc-eu-central-1a.bedrock-runtime.eu-central-1.vpce.amazonaws.com" },
				{ dnsName: regionalName },
			],
		}),
	});
	const found = await lookedUp.recording;
	expect(found.calls.map(({ inputs }) => inputs)).toEqual([{ id: "vpce-0123", region: "eu-central-1" }]);
	expect((await reveal(found.result.late["bedrock.endpoint"])).value).toBe(`https://${regionalName}`);
});

test("security groups that exist stand before what is created, and no rule is added", async () => {
	const { recording } = place(
		{
			vpcId: "vpc-0123",
			subnetIds: ["subnet-a"],
			securityGroupIds: [late("securityGroupIds[0]")],
			privateDns: "existing",
			services: ["runtime"],
		},
		{ "securityGroupIds[0]": pulumi.output("sg-0123") },
	);
	const { resources } = await recording;
	const created = resources.filter(({ type }) => /^aws:(ec2|vpc)/.test(type));
	expect(created.map(({ name }) => name)).toEqual(["eu-endpoint-runtime"]);
	expect(created[0]?.inputs.securityGroupIds).toEqual(["sg-0123"]);
});
