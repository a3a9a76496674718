import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { type VertexAdapterOptions, vertex } from "../../../src/entries/gcp.js";
import { CoworkDeployment, type CoworkDeploymentArgs } from "../../../src/entries/index.js";
import { credentialsText, recordGcp, reveal } from "./record-gcp.js";

const base = { projectId: "example-cowork", region: "eu", models: ["claude-sonnet-5"] } as const;
const enabled = { enabledModels: ["claude-sonnet-5"] } as const;
const groups = {
	pilot: { preset: "none", members: { googleGroup: "pilots@example.com" } },
} satisfies CoworkDeploymentArgs["groups"];

function deploy(options: VertexAdapterOptions) {
	return recordGcp(
		() =>
			new CoworkDeployment("eu", {
				organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
				inference: vertex(options),
				groups,
			}),
	);
}

const createdBy = ({
	resources,
}: {
	readonly resources: readonly { readonly type: string; readonly name: string }[];
}) =>
	resources
		.filter(({ type }) => type.startsWith("gcp:"))
		.map(({ name }) => name)
		.sort();

describe("vertex", () => {
	test("without provision creates nothing", async () => {
		expect(createdBy(await deploy({ ...base, signIn: { applicationDefault: {} } }))).toEqual([]);
	});

	test("creates what was planned, with what the program knows only later in its place", async () => {
		const privateEndpoint = {
			network: pulumi.output("projects/example-net/global/networks/main"),
			address: pulumi.output("10.100.0.5"),
		};
		const recording = await deploy({
			...base,
			region: "global",
			signIn: {
				google: { clientId: "a.apps.googleusercontent.com", clientSecret: pulumi.secret("GOCSPX-secret") },
			},
			provision: { ...enabled, settled: ["oauthClient"], privateEndpoint },
		});
		expect(createdBy(recording)).toEqual([
			"eu-inference-endpoint",
			"eu-inference-endpoint-address",
			"eu-inference-member.group:pilots@example.com",
			"eu-inference-response-policy",
			"eu-inference-response-policy-rule",
			"eu-inference-role",
		]);
		const policy = recording.resources.find(({ name }) => name === "eu-inference-response-policy");
		expect(policy?.inputs.networks).toEqual([{ networkUrl: "projects/example-net/global/networks/main" }]);
		expect(recording.result.egress.hosts.map(({ host }) => host)).not.toContain("aiplatform.googleapis.com");
		expect(recording.warnings).toEqual([]);
	});

	test("shows a credentials file as a secret, and what lets a publisher have content", async () => {
		const { result } = await deploy({
			...base,
			models: ["claude-fable-5"],
			signIn: { credentialsFile: { path: "/etc/example/vertex.json" } },
			provision: { serviceAccountKey: {}, enabledModels: ["claude-fable-5"], dataSharing: "anthropic" },
		});
		const { credentialsFiles, dataSharingCommands } = result.provisioned;
		expect(await reveal(credentialsFiles?.["shared.current"])).toEqual({ value: credentialsText, secret: true });
		expect((await reveal(dataSharingCommands?.["claude-fable-5"])).value).toContain(
			"/projects/example-cowork/locations/global/publishers/anthropic/models/claude-fable-5:setPublisherModelConfig",
		);
	});
});
