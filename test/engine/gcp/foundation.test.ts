import { expect, test } from "vitest";
import { whole } from "../../inference/google/foundation/foundation.js";
import { describeEngine, shippedPackage } from "../../support/engine.js";
import { each, vertexProject } from "./simulated.js";

/** What `input.json` describes, once for a project. */
const program = `import { readFileSync } from "node:fs";
import { VertexFoundation } from "pulumi-cowork/gcp";
const args = JSON.parse(readFileSync(new URL("./input.json", import.meta.url), "utf8"));
export const { workforceAudience, exportWriter, dataSharingCommands, governance } = new VertexFoundation("base", args);
`;

const services = [
	"accesscontextmanager",
	"aiplatform",
	"cloudquotas",
	"cloudresourcemanager",
	"iam",
	"iamcredentials",
	"logging",
	"orgpolicy",
	"serviceusage",
	"sts",
].map((name) => `base-service.${name}.googleapis.com`);

const parts = [
	"base-access-level",
	"base-allowed-models",
	"base-audit",
	"base-audit-bucket",
	"base-audit-sink",
	"base-model.claude-opus-5",
	"base-model.claude-sonnet-5",
	"base-perimeter",
	"base-quota.opus",
	"base-workforce-pool",
	"base-workforce-provider",
];

describeEngine("a foundation of Vertex AI against a simulated Google Cloud", () => {
	const folder = shippedPackage();

	test("through its life", async () => {
		const project = vertexProject(folder(), "base", program);
		project.describe(whole);
		expect((await project.preview()).operations).toEqual([]);
		const { operations, outputs, calls } = await project.up();
		expect(operations).toEqual(each("create", [...services, ...parts]));
		expect(calls).toEqual([]);
		expect(outputs.workforceAudience?.value).toBe(
			"//iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta",
		);
		// Records go to the bucket that is made for them, and no API is asked before it is enabled.
		const sink = await project.resource("base-audit-sink");
		expect(sink.inputs.destination).toBe(
			"logging.googleapis.com/projects/example-cowork/locations/eu/buckets/cowork-audit",
		);
		const { dependencies } = await project.resource("base-model.claude-opus-5");
		expect(dependencies.map((urn) => urn.split("::").at(-1)).sort()).toEqual(services);
		expect((await project.up()).operations).toEqual([]);

		// A model more for everybody.
		const models = [...(whole.models ?? []), "claude-haiku-5"];
		const more = { ...whole, models, allowedModels: { models } };
		project.describe(more);
		expect((await project.up()).operations).toEqual([
			...each("update", ["base-allowed-models"]),
			...each("create", ["base-model.claude-haiku-5"]),
		]);

		// One that shares what it is sent waits for a person.
		const sharing = { ...more, models: [...models, "claude-fable-5"] };
		project.describe(sharing);
		const refused = await project.failedUp();
		expect(refused.operations).toEqual([]);
		project.describe({ ...sharing, dataSharing: "anthropic" });
		const shared = await project.up();
		expect(shared.operations).toEqual(each("create", ["base-model.claude-fable-5"]));
		expect(refused.message).toContain(shared.outputs.dataSharingCommands?.value["claude-fable-5"]);

		// Everybody who comes by the pool would lose access: Google is told to refuse that.
		project.describe({ ...sharing, dataSharing: "anthropic", workforce: undefined });
		expect((await project.failedUp()).message).toContain("has deletionPolicy PREVENT and cannot be destroyed");
		const leaving = { ...whole.workforce, deletionPolicy: "ABANDON" };
		project.describe({ ...sharing, dataSharing: "anthropic", workforce: leaving });
		expect((await project.up()).operations).toEqual(each("update", ["base-workforce-pool", "base-workforce-provider"]));

		// APIs stay enabled, pool and records stay; what is of the foundation alone goes.
		const gone = await project.destroy();
		const kept = ["base-audit-bucket", "base-workforce-pool", "base-workforce-provider"];
		const own = [...parts, "base-model.claude-haiku-5", "base-model.claude-fable-5"];
		const ofOperation = (word: string) =>
			gone.operations.filter(({ operation }) => operation === word).map(({ name }) => name);
		expect(ofOperation("delete")).toEqual(own.filter((name) => !kept.includes(name)).sort());
		expect(ofOperation("abandon")).toEqual([...services, ...kept.slice(1)].sort());
		expect(await project.resources()).toEqual([]);
	});

	test("what a failure left out is made up for by the next run", async () => {
		const project = vertexProject(folder(), "halfway", program);
		project.describe({ projectId: "example-cowork", audit: { destination: "storage.googleapis.com/example-audit" } });
		project.refuseOnce("base-service.logging.googleapis.com");
		const { operations } = await project.failedUp();
		expect(operations.map(({ name }) => name)).not.toContain("base-audit-export");
		const next = await project.up();
		const left = ["base-audit", "base-audit-export", "base-service.logging.googleapis.com"];
		expect(next.operations).toEqual(expect.arrayContaining(each("create", left)));
		// How many of the other APIs the first run still enabled is the engine's: all are, and none twice.
		const ofOthers = /accesscontextmanager|cloudquotas|orgpolicy/;
		const used = services.filter((name) => !ofOthers.test(name));
		const both = [...operations, ...next.operations].sort((a, b) => (a.name < b.name ? -1 : 1));
		expect(both).toEqual(each("create", ["base-audit", "base-audit-export", ...used]));
		expect(next.outputs.exportWriter?.value).toBe("serviceAccount:cowork-audit-export@example.com");
	});
});
