import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { VertexFoundation, type VertexFoundationArgs } from "../../../src/components/gcp/vertex-foundation.js";
import type { VertexFoundationOptions } from "../../../src/inference/google/foundation/options.js";
import { planVertexFoundation } from "../../../src/inference/google/foundation/plan-foundation.js";
import { planned } from "../../inference/aws/planned.js";
import { least, models, perimeter, whole, workforce } from "../../inference/google/foundation/foundation.js";
import { recordGcp, reveal } from "./record-gcp.js";

const record = (args: VertexFoundationArgs, opts: pulumi.ComponentResourceOptions = {}) =>
	recordGcp(() => new VertexFoundation("base", args, opts));

const cases: Readonly<Record<string, VertexFoundationOptions>> = {
	least,
	whole,
	"a policy that is tried": { ...least, allowedModels: { models, dryRun: true } },
	"records elsewhere": { ...least, audit: { destination: "storage.googleapis.com/example-audit" } },
	"records under a key": { ...least, audit: { bucket: { retentionDays: 30, kmsKeyName: "projects/p/keys/k" } } },
	"a perimeter that is enforced": { ...whole, perimeter: { ...perimeter, mode: "enforced" } },
	"a perimeter that exists": {
		...whole,
		perimeter: {
			accessPolicy: perimeter.accessPolicy,
			existing: `${perimeter.accessPolicy}/servicePerimeters/office`,
		},
	},
	"a perimeter that exists and is enforced": {
		...whole,
		perimeter: {
			accessPolicy: perimeter.accessPolicy,
			existing: `${perimeter.accessPolicy}/servicePerimeters/office`,
			mode: "enforced",
		},
	},
	"a provider with a condition": {
		...least,
		workforce: {
			...workforce,
			deletionPolicy: "ABANDON",
			provider: { ...workforce.provider, condition: "assertion.mfa", attributes: { ring: "assertion.ring" } },
		},
	},
};

test.each(Object.entries(cases))("%s: what is planned is what is registered", async (_, options) => {
	const { resources, urns, calls } = await record(options);
	const registered = resources.filter(({ type }) => type.startsWith("gcp:"));
	const properties = (each: Readonly<Record<string, unknown>>) => Object.keys(each).sort();
	expect(Object.fromEntries(registered.map(({ name, inputs }) => [name, properties(inputs)]))).toEqual(
		Object.fromEntries(
			planned(planVertexFoundation(options)).resources.map((each) => [`base-${each.id}`, properties(each.properties)]),
		),
	);
	expect(urns.filter((urn) => urn.startsWith("pulumi-cowork:gcp:VertexFoundation$gcp:"))).toHaveLength(
		registered.length,
	);
	expect(registered.filter(({ type }) => /IAM(?:Binding|Policy)$/.test(type))).toEqual([]);
	expect(calls).toEqual([]);
});

test("what is of the project and of the organisation goes to the account of each", async () => {
	const organization = () =>
		new (class extends pulumi.ProviderResource {
			constructor() {
				super("gcp", "organization", {});
			}
		})();
	const { resources } = await recordGcp(
		() => new VertexFoundation("base", { ...whole, organizationProvider: organization() }),
	);
	const there = resources.filter(({ provider }) => provider === "organization");
	expect(there.map(({ name }) => name).sort()).toEqual([
		"base-access-level",
		"base-perimeter",
		"base-workforce-pool",
		"base-workforce-provider",
	]);
});

test("a pool with its provider, of whose audience deployments hear", async () => {
	const { resources, result } = await record({ ...least, workforce });
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	expect(inputs["base-workforce-pool"]).toEqual({
		parent: "organizations/123456789012",
		location: "global",
		workforcePoolId: "example-people",
		displayName: "Claude Cowork",
		sessionDuration: "28800s",
		deletionPolicy: "PREVENT",
	});
	expect(inputs["base-workforce-provider"]).toMatchObject({
		workforcePoolId: "example-people",
		oidc: {
			issuerUri: "https://login.example.com",
			clientId: "cowork",
			webSsoConfig: { responseType: "ID_TOKEN", assertionClaimsBehavior: "ONLY_ID_TOKEN_CLAIMS" },
		},
		deletionPolicy: "PREVENT",
	});
	expect((await reveal(result.workforceAudience)).value).toBe(
		"//iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta",
	);
});

describe("records of calls", () => {
	test("go to the bucket that is made for them, which stays", async () => {
		const kept: string[] = [];
		const note: pulumi.ResourceTransformation = ({ name, opts }) => {
			if ("retainOnDelete" in opts && opts.retainOnDelete) kept.push(name);
			return undefined;
		};
		const { resources, result } = await record(
			{ ...least, audit: { bucket: { retentionDays: 365 } } },
			{ transformations: [note] },
		);
		const sink = resources.find(({ name }) => name === "base-audit-sink");
		expect(sink?.inputs.destination).toBe("logging.googleapis.com/base-audit-bucket-id");
		expect(kept).toEqual(["base-audit-bucket"]);
		expect(result.exportWriter).toBeUndefined();
	});

	test("go elsewhere once their writer is let in, of whom it is told", async () => {
		const { result, warnings } = await record({
			...least,
			audit: { destination: pulumi.output("storage.googleapis.com/example-audit") },
		});
		expect((await reveal(result.exportWriter)).value).toBe(
			"serviceAccount:cowork-audit-export@gcp-sa-logging.iam.gserviceaccount.com",
		);
		expect(warnings.join()).toContain("audit.destination: gets records once its owner has let the writer in");
	});
});

test("a perimeter has the number that the program knows only later, and refuses nothing yet", async () => {
	const { resources } = await record({ ...least, projectNumber: pulumi.output("210987654321"), perimeter });
	expect(resources.find(({ name }) => name === "base-perimeter")?.inputs).toMatchObject({
		useExplicitDryRunSpec: true,
		spec: { resources: ["projects/210987654321"], restrictedServices: ["aiplatform.googleapis.com"] },
	});
});

test("models that share what they are sent are refused until that is acknowledged; the command is told", async () => {
	const options = { ...least, models: ["claude-fable-5"], settled: ["terms"] } as const;
	const { resources } = await recordGcp(() => {
		expect(() => new VertexFoundation("base", options)).toThrow(
			"models: claude-fable-5 answers 403 until the project shares what is sent to it with Anthropic; run printf ",
		);
	});
	expect(resources).toEqual([]);
	const { result } = await record({ ...options, dataSharing: "anthropic" });
	expect(result.dataSharingCommands["claude-fable-5"]).toContain(
		`models/claude-fable-5:setPublisherModelConfig --header "content-type: application/json" --data '{"publisherModelConfig":{"dataSharingEnabledProvider":"anthropic"}}'`,
	);
});

test("everything that is wrong is named before anything is registered", async () => {
	const faulty = {
		projectId: "12",
		audit: { bucket: { retentionDays: 30, isLocked: true } },
		perimeter,
	};
	const { resources } = await recordGcp(() => {
		let message = "";
		try {
			new VertexFoundation("base", faulty);
		} catch (fault) {
			message = String(fault);
		}
		for (const path of ["projectId: ", "audit.bucket.isLocked: ", "projectNumber: "]) expect(message).toContain(path);
	});
	expect(resources).toEqual([]);
});
