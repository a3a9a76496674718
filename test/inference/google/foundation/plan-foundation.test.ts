import { evaluate } from "@marcbachmann/cel-js";
import { describe, expect, it } from "vitest";
import type { VertexFoundationOptions } from "../../../../src/inference/google/foundation/options.js";
import { planVertexFoundation } from "../../../../src/inference/google/foundation/plan-foundation.js";
import { governanceOf } from "../../../../src/inference/google/governance.js";
import { tokensIn } from "../../../../src/reference/token.js";
import { idsIn, planned, problemsOf, resourceIn } from "../../aws/planned.js";
import { decide } from "../access/iam.js";
import { least, models, perimeter, whole, workforce } from "./foundation.js";

const plan = (options: VertexFoundationOptions) => planned(planVertexFoundation(options));

describe("a whole foundation", () => {
	const { resources, lookUps, policies } = plan(whole);

	it("warns of nothing", () => {
		expect(problemsOf(planVertexFoundation(whole))).toEqual([]);
	});

	it("refers only to what is before it", () => {
		const there = new Set(lookUps.map(({ id }) => id));
		for (const { id, properties, after = [] } of resources) {
			const named = tokensIn(properties).map((name) => name.slice(0, name.lastIndexOf(".")));
			expect([...named, ...after].filter((each) => !there.has(each))).toEqual([]);
			there.add(id);
		}
		expect(there.size).toBe(resources.length);
	});

	it("enables every API that it needs before anything else, and disables none", () => {
		const services = resources.filter(({ type }) => type === "serviceusage.googleapis.com/Service");
		expect(services.map(({ name }) => name)).toEqual([
			"aiplatform.googleapis.com",
			"cloudresourcemanager.googleapis.com",
			"iam.googleapis.com",
			"iamcredentials.googleapis.com",
			"serviceusage.googleapis.com",
			"sts.googleapis.com",
			"logging.googleapis.com",
			"orgpolicy.googleapis.com",
			"accesscontextmanager.googleapis.com",
			"cloudquotas.googleapis.com",
		]);
		for (const { properties } of services) {
			expect(properties).toMatchObject({ disableOnDestroy: false, deletionPolicy: "ABANDON" });
		}
		const first = ["audit", "audit-bucket", "allowed-models", "workforce-pool", "perimeter", "quota.opus"];
		for (const id of first) expect(resourceIn({ ...plan(whole) }, id).after).toEqual(services.map((each) => each.id));
	});

	it("is governed as it is planned, and lets nobody do anything", () => {
		const { actions, created } = governanceOf(plan(whole));
		expect(actions).toEqual([]);
		expect(created).toHaveLength(resources.length);
		expect(Object.keys(policies)).toEqual(["allowed-models"]);
	});
});

it("the least foundation enables APIs and nothing else", () => {
	expect(new Set(plan(least).resources.map(({ type }) => type))).toEqual(
		new Set(["serviceusage.googleapis.com/Service"]),
	);
	const services = ["compute.googleapis.com", "sts.googleapis.com"];
	expect(idsIn(plan({ ...least, services })).filter((id) => /compute|sts/.test(id))).toEqual([
		"service.sts.googleapis.com",
		"service.compute.googleapis.com",
	]);
});

it("models are enabled by their publisher's names", () => {
	expect(resourceIn(plan(whole), "model.claude-opus-5").properties).toEqual({
		project: "example-cowork",
		publisherModelName: "publishers/anthropic/models/claude-opus-5",
	});
});

describe("the organisation policy", () => {
	const allowedValues = [
		"publishers/anthropic/models/claude-opus-5:predict",
		"publishers/anthropic/models/claude-sonnet-5:predict",
		"publishers/anthropic/models/count-tokens:predict",
	];

	it("lists each model, and the one that counts tokens", () => {
		expect(resourceIn(plan(whole), "allowed-models").properties).toEqual({
			name: "projects/example-cowork/policies/vertexai.allowedModels",
			parent: "projects/example-cowork",
			spec: { rules: [{ values: { allowedValues } }] },
		});
	});

	it("may be tried in dry run, without counting, and with models of others", () => {
		const others = ["publishers/google/models/gemini-2.5-pro:predict"];
		const allowedModels = { models, countTokens: false, others, dryRun: true };
		const { spec, dryRunSpec } = resourceIn(plan({ ...least, allowedModels }), "allowed-models").properties;
		expect(spec).toBeUndefined();
		expect(dryRunSpec).toEqual({ rules: [{ values: { allowedValues: [...allowedValues.slice(0, 2), ...others] } }] });
	});

	it("is what tells models apart where IAM does not", () => {
		const role = "projects/example-cowork/roles/cowork_eu";
		const allow = [
			{
				project: "example-cowork",
				bindings: [{ role, members: ["group:a@example.com"] }],
				roles: { [role]: ["aiplatform.endpoints.predict"] },
			},
		];
		const caller = ["group:a@example.com"];
		const call = { caller, permission: "aiplatform.endpoints.predict", project: "example-cowork" };
		const policy = resourceIn(plan(whole), "allowed-models").properties as {
			spec: { rules: [{ values: { allowedValues: string[] } }] };
		};
		const bound = { allow, models: [policy.spec.rules[0].values] };
		for (const model of [...models, "count-tokens"]) expect(decide(bound, { ...call, model })).toBe("allow");
		for (const model of ["claude-haiku-4-5@20251001", "claude-fable-5"]) {
			expect(decide(bound, { ...call, model })).toBe("against organisation policy");
			expect(decide({ allow }, { ...call, model })).toBe("allow");
		}
	});
});

describe("records of calls", () => {
	it("are of every kind, and go to a bucket of the project", () => {
		const all = plan(whole);
		expect(resourceIn(all, "audit").properties).toEqual({
			project: "example-cowork",
			service: "aiplatform.googleapis.com",
			auditLogConfigs: [{ logType: "ADMIN_READ" }, { logType: "DATA_READ" }, { logType: "DATA_WRITE" }],
		});
		expect(resourceIn(all, "audit-bucket")).toMatchObject({
			kept: true,
			properties: {
				project: "example-cowork",
				location: "eu",
				bucketId: "cowork-audit",
				retentionDays: 365,
				locked: false,
			},
		});
		expect(resourceIn(all, "audit-sink").properties).toEqual({
			project: "example-cowork",
			name: "cowork-audit",
			destination: "logging.googleapis.com/<late:audit-bucket.id>",
			filter: 'logName:"cloudaudit.googleapis.com" AND protoPayload.serviceName="aiplatform.googleapis.com"',
			uniqueWriterIdentity: true,
		});
	});

	it("may go elsewhere, whose owner lets the writer in", () => {
		const destination = "storage.googleapis.com/example-audit";
		const outcome = planVertexFoundation({ ...least, audit: { destination } });
		expect(planned(outcome).outputs.audit).toEqual({ exportWriter: "<late:audit-export.writerIdentity>" });
		expect(problemsOf(outcome)).toEqual([
			"warning: audit.destination: gets records once its owner has let the writer in that the output audit.exportWriter names, with the right to create objects, log entries, messages or rows there",
		]);
	});

	it("are locked in only where that is said twice", () => {
		const locked = { retentionDays: 30, isLocked: true, lockAcknowledged: true };
		expect(resourceIn(plan({ ...least, audit: { bucket: locked } }), "audit-bucket").properties.locked).toBe(true);
	});
});

describe("workforce identity", () => {
	it("is a pool and provider of the organisation, which no update deletes", () => {
		const all = plan(whole);
		expect(resourceIn(all, "workforce-pool")).toMatchObject({
			account: "organization",
			properties: {
				parent: "organizations/123456789012",
				location: "global",
				workforcePoolId: "example-people",
				displayName: "Claude Cowork",
				sessionDuration: "28800s",
				deletionPolicy: "PREVENT",
			},
		});
		expect(resourceIn(all, "workforce-provider").properties).toEqual({
			workforcePoolId: "<late:workforce-pool.workforcePoolId>",
			location: "global",
			providerId: "example-okta",
			attributeMapping: { "google.subject": "assertion.sub", "google.groups": "assertion.groups" },
			oidc: {
				issuerUri: "https://login.example.com",
				clientId: "cowork",
				webSsoConfig: { responseType: "ID_TOKEN", assertionClaimsBehavior: "ONLY_ID_TOKEN_CLAIMS" },
			},
			detailedAuditLogging: false,
			deletionPolicy: "PREVENT",
		});
		expect(all.outputs.workforce).toEqual({
			audience: "//iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta",
		});
	});

	it("reads out of a token who somebody is, by expressions that another program evaluates", () => {
		const { attributeMapping } = resourceIn(plan(whole), "workforce-provider").properties as {
			attributeMapping: Record<string, string>;
		};
		const assertion = { sub: "me@example.com", groups: ["everyone"] };
		const mapped = Object.entries(attributeMapping).map(([name, of]) => [name, evaluate(of, { assertion })]);
		expect(mapped).toEqual([
			["google.subject", "me@example.com"],
			["google.groups", ["everyone"]],
		]);
	});

	it("maps what bindings speak of", () => {
		const attributes = { ring: "assertion.ring" };
		const provider = { ...workforce.provider, groups: "assertion.roles", attributes, condition: "assertion.aud != ''" };
		const mapped = plan({ ...least, workforce: { ...workforce, provider, deletionPolicy: "ABANDON" } });
		expect(resourceIn(mapped, "workforce-provider").properties).toMatchObject({
			attributeMapping: {
				"google.subject": "assertion.sub",
				"google.groups": "assertion.roles",
				"attribute.ring": "assertion.ring",
			},
			attributeCondition: "assertion.aud != ''",
			deletionPolicy: "ABANDON",
		});
	});
});

describe("a perimeter", () => {
	const config = {
		resources: ["projects/210987654321"],
		restrictedServices: ["aiplatform.googleapis.com"],
		accessLevels: ["<late:access-level.name>"],
	};
	const name = "accessPolicies/987654321/servicePerimeters/cowork_example_cowork";

	it("is tried in dry run, with a level of the devices' networks", () => {
		const all = plan(whole);
		expect(resourceIn(all, "access-level").properties).toEqual({
			parent: "accessPolicies/987654321",
			name: "accessPolicies/987654321/accessLevels/cowork_example_cowork",
			title: "Claude Cowork example-cowork",
			basic: { conditions: [{ ipSubnetworks: ["203.0.113.0/24"] }] },
		});
		expect(resourceIn(all, "perimeter").properties).toEqual({
			parent: "accessPolicies/987654321",
			name,
			title: "Claude Cowork example-cowork",
			useExplicitDryRunSpec: true,
			spec: config,
		});
	});

	it("is enforced only where that is said, and stays the same resource", () => {
		const enforced = plan({ ...whole, perimeter: { ...perimeter, mode: "enforced" } });
		const { id, properties } = resourceIn(enforced, "perimeter");
		expect(id).toBe(resourceIn(plan(whole), "perimeter").id);
		expect(properties).toMatchObject({ name, useExplicitDryRunSpec: false, status: config });
		expect(properties.spec).toBeUndefined();
	});

	it("may be one that exists, to which the project is added alone", () => {
		const existing = "accessPolicies/987654321/servicePerimeters/corporate";
		const { accessPolicy } = perimeter;
		for (const [mode, kind] of [
			["dryRun", "DryRunResource"],
			["enforced", "Resource"],
		] as const) {
			const added = plan({ ...whole, perimeter: { accessPolicy, existing, mode } });
			expect(idsIn(added)).not.toContain("perimeter");
			expect(resourceIn(added, "perimeter-project")).toMatchObject({
				type: `accesscontextmanager.googleapis.com/ServicePerimeter.${kind}`,
				properties: { perimeterName: existing, resource: "projects/210987654321" },
			});
		}
	});
});

it("quotas are asked for", () => {
	expect(resourceIn(plan(whole), "quota.opus").properties).toEqual({
		parent: "projects/example-cowork",
		name: "cowork-opus",
		service: "aiplatform.googleapis.com",
		quotaId: "OnlinePredictionInputTokensPerMinutePerBaseModel",
		dimensions: { base_model: "anthropic-claude-opus-5" },
		quotaConfig: { preferredValue: "2000000" },
		contactEmail: "cloud@example.com",
	});
});

it("the exact request is told for models that share what they are sent", () => {
	const options = { ...least, models: ["claude-fable-5"], settled: ["terms"], dataSharing: "anthropic" } as const;
	expect(Object.entries(plan(options).dataSharingCommands)).toEqual([
		["claude-fable-5", expect.stringContaining("/models/claude-fable-5:setPublisherModelConfig")],
	]);
	expect(plan(whole).dataSharingCommands).toEqual({});
});
