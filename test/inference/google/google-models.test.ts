import { describe, expect, it } from "vitest";
import type { PlannedResource } from "../../../src/cloud/planned-resource.js";
import type { VertexFoundationOptions } from "../../../src/inference/google/foundation/options.js";
import { planVertexFoundation } from "../../../src/inference/google/foundation/plan-foundation.js";
import { planVertex } from "../../../src/inference/google/plan-vertex.js";
import type { VertexProvision } from "../../../src/inference/google/provision.js";
import { planned } from "../aws/planned.js";
import { least, models, perimeter, whole } from "./foundation/foundation.js";
import { readWithGoogleModels, whyNoGoogleModels, withoutModel } from "./programs/google-models.js";
import { requestOf, signInCase, signInCases } from "./requests.js";

const google = signInCase("google");
const privateEndpoint = { network: "projects/example-net/global/networks/main", address: "10.100.0.5" };
const provisions: readonly VertexProvision[] = [
	{ accessUntil: "2027-03-31T00:00:00Z" },
	{ privateEndpoint },
	{ privateEndpoint: { ...privateEndpoint, apis: "vpc-sc", dns: "zone" } },
];
const foundations: readonly VertexFoundationOptions[] = [
	whole,
	{ ...least, allowedModels: { models, dryRun: true }, audit: { destination: "storage.googleapis.com/example-audit" } },
	{ ...least, audit: { bucket: { retentionDays: 30, kmsKeyName: "projects/p/locations/eu/keyRings/r/cryptoKeys/k" } } },
	{ ...whole, perimeter: { ...perimeter, mode: "enforced" } },
];

/** Everything that is planned for one case or another, but what there is no model of. */
function plannedResources(): PlannedResource[] {
	const deployments = [
		...signInCases.map((each) => requestOf(each)),
		...provisions.map((provision) => requestOf(google, { provision })),
	].map((request) => planned(planVertex(request)));
	return [...deployments, ...foundations.map((options) => planned(planVertexFoundation(options)))]
		.flatMap(({ resources }) => resources)
		.filter(({ type }) => !withoutModel.includes(type));
}

// Importing them takes many seconds on a busy machine.
const patient = { timeout: 120_000 };

describe.skipIf(whyNoGoogleModels !== undefined)(
	`Google's models: ${whyNoGoogleModels ?? "installed"}`,
	patient,
	() => {
		it("read everything that is planned", () => {
			const resources = plannedResources();
			expect(new Set(resources.map(({ type }) => type)).size).toBe(12);
			const wrong = readWithGoogleModels(resources).flatMap((fault, index) =>
				fault ? [{ fault, of: resources[index] }] : [],
			);
			expect(wrong).toEqual([]);
		});

		it("refuse another member, another word, and another type of value", () => {
			const role = { type: "iam.googleapis.com/Role", properties: { title: "Cowork", permissions: ["a.b.c"] } };
			const audit = { type: "cloudresourcemanager.googleapis.com/Project.AuditConfig" };
			expect(
				readWithGoogleModels([
					role,
					{ ...role, properties: { ...role.properties, permission: "a.b.c" } },
					{ ...audit, properties: { service: "a", auditLogConfigs: [{ logType: "DATA_READS" }] } },
					{ type: "logging.googleapis.com/LogBucket", properties: { retentionDays: "a year" } },
				]),
			).toEqual([
				null,
				expect.stringContaining("permission"),
				expect.stringContaining("logType"),
				expect.stringContaining("retentionDays"),
			]);
		});
	},
);
