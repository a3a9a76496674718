import { CoworkDeployment, type CoworkDeploymentArgs, gateway, local, lookUpPublished } from "pulumi-cowork";

async function deploy() {
	const args: CoworkDeploymentArgs = {
		organization: { name: "Example Corp", uuid: "eb99f711-88ae-4fe7-b52e-b920831f8359" },
		inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
		settings: { otlpEndpoint: "https://otel.example.com" },
		groups: { pilot: { preset: "standard" } },
		publish: { stores: [local({ directory: "./published" })], rings: ["canary", "broad"] },
	};
	const deployment = new CoworkDeployment("eu", await lookUpPublished("eu", args));
	return deployment.groups.pilot?.rings;
}

/** What each ring of the group has, by store. */
export const rings = deploy();
