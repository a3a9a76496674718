import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { parseDeployment } from "../src/deployment/parse.js";
import { formatProblem } from "../src/problem.js";
import { type CloudRecording, recordAws } from "./components/aws/record-aws.js";
import { stackConfiguration } from "./support/example-stack.js";

/** What the cloud and other stacks answer to what the examples look up. */
const answers = {
	"aws:ssoadmin/getInstances:getInstances": () => ({
		arns: ["arn:aws:sso:::instance/ssoins-0123456789abcdef"],
		identityStoreIds: ["d-0123456789"],
	}),
	"aws:bedrock/getInferenceProfile:getInferenceProfile": ({ region }: Record<string, unknown>) => ({
		models: [{ modelArn: `arn:aws:bedrock:${region}::foundation-model/anthropic.claude` }],
	}),
	"aws:bedrockfoundation/getModelAgreementOffers:getModelAgreementOffers": () => ({
		offers: [{ offerToken: "token" }],
	}),
	"aws:identitystore/getGroup:getGroup": () => ({ groupId: "0f1e2d3c-1111-2222-3333-444455556666" }),
};

const network = { vpcId: "vpc-0123456789abcdef0", subnetA: "subnet-a", subnetB: "subnet-b" };

const stacks: [string, string, () => Promise<object>, readonly string[]][] = [
	[
		"bedrock-identity-center",
		"eu",
		() => import("../examples/bedrock-identity-center/index.js"),
		["bedrock-runtime.eu-central-1.amazonaws.com", "bedrock.eu-central-1.amazonaws.com"],
	],
	[
		"bedrock-identity-center",
		"us",
		() => import("../examples/bedrock-identity-center/index.js"),
		["bedrock-runtime.us-east-1.amazonaws.com", "bedrock.us-east-1.amazonaws.com"],
	],
	["bedrock-private", "eu", () => import("../examples/bedrock-private/index.js"), []],
];

test.each(stacks)("examples/%s deploys stack %s", async (project, stack, load, hosts) => {
	const { urns, warnings, result, calls } = await deploy(project, stack, load);

	expect(urns).toMatchSnapshot();
	expect(warnings).toEqual([]);
	expect(calls.map(({ token }) => token).filter((token) => !Object.hasOwn(answers, token))).toEqual([]);
	expect(result).toHaveProperty("hosts");
	// The perimeter leads to the stack's own region, or to no public host of Bedrock at all.
	const given = "hosts" in result ? await result.hosts : [];
	const reached = Array.isArray(given) ? given : [];
	expect(reached.filter((host: string) => host.startsWith("bedrock"))).toEqual(hosts);
});

test("the documentation's words for Bedrock are those of a deployment", () => {
	const [, text = ""] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/amazon-bedrock.md", "utf8")) ?? [];
	const groups = { pilot: { preset: "none", members: { identityCenterGroup: "claude-pilot" } } };
	const organization = { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" };
	const { warnings } = parseDeployment({ name: "eu", organization, ...parse(text), groups });
	expect(warnings.map(formatProblem)).toEqual([]);
});

/** A program runs once, and its module is read anew for every stack. */
async function deploy(project: string, stack: string, load: () => Promise<object>): Promise<CloudRecording<object>> {
	vi.resetModules();
	return recordAws(load, answers, { project, stack, config: stackConfiguration(project, stack), outputs: network });
}

test.each(["bedrock-identity-center", "bedrock-private"])("every stack of %s says its region", (project) => {
	const files = readdirSync(`examples/${project}`).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
	expect(files).not.toEqual([]);
	for (const file of files) {
		const { config } = parse(readFileSync(`examples/${project}/${file}`, "utf8"));
		expect(config["aws:region"]).toMatch(/^(eu-central|us-east)-1$/);
	}
});
