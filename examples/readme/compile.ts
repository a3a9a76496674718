import { compileBundle, formatProblem, parseDeployment } from "pulumi-cowork/core";

const deployment = parseDeployment({
	name: "eu",
	organization: { name: "Example Corp", uuid: "fadd3d11-56a1-4de6-9e88-fecafa365fdd" },
	inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
	settings: { otlpEndpoint: "https://otel.example.com" },
	groups: { pilot: { preset: "standard" } },
});
export const { bundle, warnings } = await compileBundle(deployment);
for (const { path, content } of bundle.files) process.stdout.write(`${path} ${content.length}\n`);
for (const warning of warnings) process.stderr.write(`${formatProblem(warning)}\n`);
