import { expect, test } from "vitest";
import { stringify } from "yaml";
import { bedrockPrivate } from "../review/clouds.js";
import { plain } from "../review/edits.js";
import { invoke } from "./invoke.js";

function planned(deployment: unknown, ...options: string[]) {
	return invoke(["plan", "-", ...options], { input: async () => stringify(deployment) });
}

test("shows resources by block and purpose, with counts and what is paid for", async () => {
	const { code, results } = await planned(bedrockPrivate);
	expect(code).toBe(0);
	expect(results).toEqual([
		"private has 8 resources created",
		"",
		"inference.bedrock",
		"  who may do what",
		"    1 AWS::IAM::ManagedPolicy",
		"    1 AWS::IAM::User",
		"    1 AWS::IAM::User.ManagedPolicyArns",
		"    1 AWS::IAM::ServiceSpecificCredential",
		"  ways in the network",
		"    1 AWS::EC2::SecurityGroup",
		"    1 AWS::EC2::SecurityGroupIngress",
		"    2 AWS::EC2::VPCEndpoint, paid per hour and zone, and per gigabyte",
		"",
		"What is paid for",
		"  AWS::EC2::VPCEndpoint (2): per hour and zone, and per gigabyte",
		"  model calls: per token, at the price of the model and region",
	]);
});

test("is data with --json", async () => {
	const { results } = await planned(bedrockPrivate, "--json");
	const { deployment, parts, costs } = JSON.parse(results.join("\n"));
	expect(deployment).toBe("private");
	expect(parts.map(({ block }: { block: string }) => block)).toEqual(["inference.bedrock"]);
	expect(parts[0].resources[0]).toMatchObject({
		id: "shared-policy",
		type: "AWS::IAM::ManagedPolicy",
		name: "cowork-private",
		purpose: "access",
		meter: "free",
		kept: false,
	});
	expect(costs).toContainEqual({
		type: "AWS::EC2::VPCEndpoint",
		meter: "per hour and zone, and per gigabyte",
		count: 2,
	});
});

test("holds with --json what a bucket is given and whom it lets do what", async () => {
	const reader = "arn:aws:iam::111122223333:role/device-management";
	const { results } = await planned(
		{ ...plain, inference: signIn, publish: { s3: { ...bucket, readers: [reader] } } },
		"--json",
	);
	const [{ block, resources, policies }] = JSON.parse(results.join("\n")).parts;
	const properties = (word: string) => resources.find(({ id }: { id: string }) => id === word)?.properties;
	expect(block).toBe("publish.s3");
	expect(properties("private")).toMatchObject({ blockPublicAcls: true, restrictPublicBuckets: true });
	const { policy } = properties("policy").policy;
	expect(policies[policy].Statement).toContainEqual({
		Sid: "ReadPublished",
		Effect: "Allow",
		Principal: { AWS: [reader] },
		Action: ["s3:GetObject"],
		Resource: [expect.stringMatching(/\/cowork\/eu\/\*$/)],
	});
});

const signIn = { gateway: { ...plain.inference.gateway, signIn: { interactive: {} } } };
const bucket = { bucket: "example-cowork", region: "eu-central-1", prefix: "cowork" };

test("says where nothing is created", async () => {
	const { results } = await planned(plain);
	expect(results).toEqual(["eu creates nothing in any cloud"]);
});

test("refuses an invalid deployment", async () => {
	const { code, results, notices } = await planned({ ...plain, nmae: "eu" });
	expect([code, results]).toEqual([1, []]);
	expect(notices.join("\n")).toMatch(/nmae .*unknown member/);
});
