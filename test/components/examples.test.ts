import { readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test, vi } from "vitest";
import * as aws from "../../src/entries/aws.js";
import * as azure from "../../src/entries/azure.js";
import * as gcp from "../../src/entries/gcp.js";
import * as index from "../../src/entries/index.js";
import { record as recordPlain } from "../support/pulumi.js";
import { recordAws } from "./aws/record-aws.js";
import { clientConfig, recordAzure } from "./azure/record-azure.js";
import { recordGcp } from "./gcp/record-gcp.js";

type Load = () => Promise<unknown>;

const plain = (load: Load) => recordPlain(load, { config: { "cowork:gatewayKey": "key-of-the-gateway" } });
const inAws = (load: Load) =>
	recordAws(load, {
		"aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
		"aws:ssoadmin/getInstances:getInstances": () => ({
			arns: ["arn:aws:sso:::instance/ssoins-0123456789abcdef"],
			identityStoreIds: ["d-0123456789"],
		}),
		"aws:identitystore/getGroup:getGroup": () => ({ groupId: "0f1e2d3c-1111-2222-3333-444455556666" }),
		"aws:bedrock/getInferenceProfile:getInferenceProfile": () => ({ models: [] }),
		"aws:bedrockfoundation/getModelAgreementOffers:getModelAgreementOffers": () => ({
			offers: [{ offerToken: "token" }],
		}),
	});
const inAzure = (load: Load) =>
	recordAzure(load, { [clientConfig]: () => ({ subscriptionId: "3c9d2b7e-5f40-4c6a-8b1d-7e2f9a0b4c53" }) });

/** Each component, by the entry that it is imported from and the file of the examples that its documentation shows. */
const shown = {
	CoworkDeployment: ["index", "program", plain],
	CoworkPerimeter: ["index", "perimeter", plain],
	BedrockFoundation: ["aws", "bedrock-foundation", inAws],
	BedrockInference: ["aws", "bedrock-inference", inAws],
	EcsCollector: ["aws", "ecs-collector", inAws],
	FoundryInference: ["azure", "foundry-inference", inAzure],
	VertexFoundation: ["gcp", "vertex-foundation", recordGcp],
	VertexInference: ["gcp", "vertex-inference", recordGcp],
} as const;

test("every component that is exported has an example", () => {
	const components = Object.entries({ index, aws, azure, gcp }).flatMap(([entry, exported]) =>
		Object.entries(exported).flatMap(([name, each]) =>
			typeof each === "function" && each.prototype instanceof pulumi.ComponentResource ? [[entry, name]] : [],
		),
	);
	expect(components.sort()).toEqual(
		Object.entries(shown)
			.map(([name, [entry]]) => [entry, name])
			.sort(),
	);
});

describe.each(Object.entries(shown))("%s", (component, [entry, example, record]) => {
	test("shows its example in its documentation", () => {
		const folder = path.join("src/components", entry === "index" ? "" : entry);
		const file = `${component.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}.ts`;
		const [before = ""] = readFileSync(path.join(folder, file), "utf8").split(`export class ${component} `);
		const [, code = ""] = /.*^ \* @example\n \* ```ts\n(.*?)^ \* ```\n/ms.exec(before) ?? [];
		const program = readFileSync(`examples/readme/${example}.ts`, "utf8").replaceAll("\t", "  ");
		// Such a comment cannot stand in another.
		expect(code.replace(/^ \* ?/gm, "")).toBe(program.replace(/\/\*\* (.*?) \*\//g, "// $1"));
	});

	test("is what its example creates", async () => {
		vi.spyOn(pulumi.runtime, "getRootDirectory").mockReturnValue(path.resolve("."));
		const load = () => import(`../../examples/readme/${example}.ts`);
		const { resources } = await record(load);
		expect(resources.map(({ type }) => type)).toContain(`pulumi-cowork:${entry}:${component}`);
	});
});
