import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeEngine, Project, shippedPackage } from "../../support/engine.js";
import type { CloudProject } from "../simulated.js";
import { each, vertexProject } from "./simulated.js";

const always = ["aiplatform", "cloudresourcemanager", "iam", "iamcredentials", "serviceusage", "sts"];
const services = (...names: readonly string[]) =>
	[...always, ...names].map((name) => `foundation-service.${name}.googleapis.com`);

describeEngine("the examples on Vertex AI against a simulated Google Cloud", () => {
	const folder = shippedPackage();
	// The compiler has its say about them where it checks the whole repository.
	beforeAll(() => void vi.stubEnv("PULUMI_NODEJS_TRANSPILE_ONLY", "true"));
	afterAll(() => void vi.unstubAllEnvs());

	test("vertex-workforce: what a project has once, and people of a pool", async () => {
		const name = "vertex-workforce";
		const project = vertexProject(folder(), name, "", "index.ts", { files: `examples/${name}` });
		const member = (group: string) =>
			`eu-inference-member.principalSet://iam.googleapis.com/locations/global/workforcePools/example-people/group/${group}`;
		const everything = [
			...services("logging", "orgpolicy"),
			"eu-inference-role",
			"foundation-allowed-models",
			"foundation-audit",
			"foundation-audit-bucket",
			"foundation-audit-sink",
			"foundation-model.claude-opus-5",
			"foundation-model.claude-sonnet-5",
			"foundation-workforce-pool",
			"foundation-workforce-provider",
			member("claude-general"),
			member("claude-pilot"),
		];

		const previewed = await project.preview("eu");
		expect(previewed.operations).toEqual([]);
		expect(previewed.text).not.toContain("warning");
		const { operations, outputs } = await project.up("eu");
		expect(operations).toEqual(each("create", everything));
		expect(outputs.hosts?.value).toContain("aiplatform.eu.rep.googleapis.com");
		for (const group of ["pilot", "general"]) {
			expect(profile(project, "eu", group)).toMatchObject({
				inferenceVertexProjectId: "example-cowork",
				inferenceVertexRegion: "eu",
				inferenceVertexWorkforceAudience: outputs.workforceAudience?.value,
				inferenceModels: ["claude-sonnet-5", "claude-opus-5"],
			});
		}
		expect((await project.up("eu")).operations).toEqual([]);

		// Nobody loses the pool before the README's word for it.
		const left = await project.failedDestroy("eu");
		expect(left.message).toContain("has deletionPolicy PREVENT and cannot be destroyed");
	});

	test("vertex-private: an endpoint in a network of another stack, and no host of Vertex AI in the perimeter", async () => {
		const network = new Project(folder(), "network");
		network.write("main.mjs", `export const network = "projects/example-net/global/networks/main";\n`);
		await (await network.stack("eu")).up();
		const name = "vertex-private";
		const project = vertexProject(folder(), name, "", "index.ts", {
			files: `examples/${name}`,
			backend: network.backend,
		});
		const config = readFileSync(`examples/${name}/Pulumi.eu.yaml`, "utf8");
		project.configure(
			`${config.replace("example/network/eu", "organization/network/eu")}  ${name}:clientSecret: GOCSPX-example\n`,
			"eu",
		);
		const gone = [
			"foundation-access-level",
			"foundation-model.claude-sonnet-4-6",
			"foundation-perimeter",
			"private-inference-endpoint",
			"private-inference-endpoint-address",
			"private-inference-member.group:claude@example.com",
			"private-inference-response-policy",
			"private-inference-response-policy-rule",
		];
		const stays = [...services("accesscontextmanager", "compute", "dns", "servicedirectory"), "private-inference-role"];

		const { operations, outputs, text } = await project.up("eu");
		expect(operations).toEqual(each("create", [...gone, ...stays]));
		expect(text).not.toContain("warning");
		expect((await project.resource("private-inference-endpoint", "eu")).inputs).toMatchObject({
			name: "coworkprivate",
			network: "projects/example-net/global/networks/main",
			ipAddress: "projects/example-cowork/global/addresses/coworkprivate",
			target: "vpc-sc",
		});
		const rule = await project.resource("private-inference-response-policy-rule", "eu");
		expect(rule.inputs.localData).toEqual({
			localDatas: [{ name: "europe-west1-aiplatform.googleapis.com.", type: "A", ttl: 300, rrdatas: ["10.100.0.5"] }],
		});
		expect((await project.resource("foundation-perimeter", "eu")).inputs).toMatchObject({
			useExplicitDryRunSpec: true,
			spec: { resources: ["projects/210987654321"] },
		});
		expect(outputs.hosts?.value.filter((host: string) => host.includes("aiplatform"))).toEqual([]);
		expect(outputs.hosts?.value).toContain("accounts.google.com");
		expect((await project.up("eu")).operations).toEqual([]);

		const destroyed = await project.destroy("eu");
		const ofOperation = (word: string) =>
			destroyed.operations.filter(({ operation }) => operation === word).map(({ name }) => name);
		expect([ofOperation("delete"), ofOperation("abandon")]).toEqual([gone.sort(), stays.sort()]);
		expect(existsSync(project.published("private"))).toBe(false);
	});
});

function profile(project: CloudProject, deployment: string, group: string): Record<string, unknown> {
	const file = project.published(deployment, "groups", group, "profiles/linux/managed-settings.json");
	return JSON.parse(readFileSync(file, "utf8"));
}
