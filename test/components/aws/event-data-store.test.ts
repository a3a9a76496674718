import type * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { planOf } from "./plans.js";
import { recordAws } from "./record-aws.js";

test("records of calls stay when their deployment goes", async () => {
	const kept: string[] = [];
	const note: pulumi.ResourceTransformation = ({ name, opts }) => {
		if ("retainOnDelete" in opts && opts.retainOnDelete) kept.push(name);
		return undefined;
	};
	const eventDataStore = { retentionDays: 366, advancedEventSelectors: [] };
	const plan = planOf([], { eventDataStore });
	await recordAws(() => new BedrockInference("eu", { plan }, { transformations: [note] }));
	expect(kept).toEqual(["eu-event-data-store"]);
});
