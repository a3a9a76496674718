import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "../golden.js";
import { readWithGoogleModels, whyNoGoogleModels } from "../programs/google-models.js";

function resourcesOf(place: string): object[] {
	return JSON.parse(readFileSync(place, "utf8")).resources;
}

const rule = {
	type: "compute.googleapis.com/FirewallPolicy.Rule",
	properties: { priority: 1000, match: { destFqdns: ["api.anthropic.com"] } },
};

// Importing them takes many seconds on a busy machine.
const patient = { timeout: 120_000 };

describe.skipIf(whyNoGoogleModels !== undefined)(
	`Google's models: ${whyNoGoogleModels ?? "installed"}`,
	patient,
	() => {
		it.each(["gcpFirewallPolicy", "gcpSecureWebProxy"])("read every golden file of %s", (word) => {
			const resources = goldenFiles(word, "resources.json").flatMap(([, place]) => resourcesOf(place));
			expect(resources.length).toBeGreaterThan(20);
			const wrong = readWithGoogleModels(resources).flatMap((fault, index) =>
				fault ? [{ fault, of: resources[index] }] : [],
			);
			expect(wrong).toEqual([]);
		});

		it("refuse another member, and another type of value", () => {
			const strange = { ...rule, properties: { priority: 1000, match: { destFqdn: ["api.anthropic.com"] } } };
			const mistyped = { ...rule, properties: { priority: "first" } };
			expect(readWithGoogleModels([rule, strange, mistyped])).toEqual([
				null,
				expect.stringContaining("destFqdn"),
				expect.stringContaining("priority"),
			]);
		});
	},
);
