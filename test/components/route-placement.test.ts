import * as pulumi from "@pulumi/pulumi";
import { beforeAll, expect, test } from "vitest";
import { CoworkDeployment } from "../../src/entries/index.js";
import type { InferenceRoute } from "../../src/inference/route.js";
import { registries } from "../../src/registries.js";
import { quiet } from "../support/configuration.js";
import { record } from "../support/pulumi.js";
import { lighthouse, lighthouseAdapter, lighthouseBlock } from "../variants/lighthouse.js";

// The one line that a new route takes, for this file alone.
beforeAll(() => void Object.assign(registries.routes as Record<string, InferenceRoute>, { lighthouse }));

test("what a route of another cloud plans is created, with what a program passes in its place", async () => {
	const keeper = pulumi.output("Ada");
	const { result, resources } = await record(
		() =>
			new CoworkDeployment("eu", {
				organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
				inference: lighthouseAdapter({ ...lighthouseBlock, provision: { keeper } }),
				settings: quiet,
				groups: { general: { preset: "none" }, pilot: { preset: "none" } },
			}),
	);
	const lamps = resources.filter(({ type }) => type === "lighthouse:index:Lamp");
	const inputs = (group: string) => ({
		coast: "coast-eu",
		keeper: "Ada",
		rule: JSON.stringify({ may: ["shine"], at: ["coast-eu"] }),
		name: `eu-inference-lamp-group-${group}`,
	});
	expect(lamps.map((lamp) => ({ ...lamp.inputs, name: lamp.name }))).toEqual([inputs("general"), inputs("pilot")]);
	expect(Object.keys(result.provisioned.principals ?? {})).toEqual(["group-general", "group-pilot"]);
	const governance = await new Promise((resolve) => result.provisioned.governance?.apply(resolve));
	expect(governance).toMatchObject({
		actions: ["shine"],
		resources: ["coast-eu"],
		created: [
			{ type: "Lamp", name: "eu.general" },
			{ type: "Lamp", name: "eu.pilot" },
		],
	});
});
