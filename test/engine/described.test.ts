import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../src/bundle/bundle.js";
import { compileBundle } from "../../src/bundle/compile.js";
import { loadDeployment } from "../../src/deployment/load.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { repositoryFiles } from "../../src/deployment/repository-files.js";
import { describeEngine, Project, secretText, shippedPackage } from "../support/engine.js";

/** What the command makes of a file, every secret of which is {@link secretText}. */
async function digestsOf(file: string) {
	const { value, locate, problems } = loadDeployment(file, repositoryFiles(file, {}));
	const { bundle } = await compileBundle(parseDeployment(value, { locate, found: problems }), {
		secrets: () => secretText,
	});
	return Object.entries(bundle.digests);
}

function publishedDigest(project: Project, deployment: string) {
	return (file: string) => sha256(readFileSync(project.inside("published", deployment, file)));
}

describeEngine("a program of a few lines", () => {
	const root = shippedPackage();
	const example = (name: string) => {
		const project = new Project(root(), name);
		cpSync(path.join("examples", name), project.folder, { recursive: true });
		return project;
	};

	test("examples/from-file deploys, byte for byte, what the command makes of the file", async () => {
		const project = example("from-file");
		const stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });

		const { outputs, text } = await stack.up();

		expect(outputs.published?.value).toEqual({ local: "published/eu" });
		const digestOf = publishedDigest(project, "eu");
		const wanted = await digestsOf("examples/from-file/deployment.yaml");
		expect(wanted.length).toBeGreaterThan(40);
		expect(wanted.map(([file]) => [file, digestOf(file)])).toEqual(wanted);
		expect(text).not.toContain(secretText);
		expect(stack.state()).not.toContain(secretText);
		await stack.destroy();
	});

	test("examples/stack-configuration deploys what its stack's file extends", async () => {
		const project = example("stack-configuration");
		const stack = await project.stack("eu");
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });

		await stack.up();

		const digestOf = publishedDigest(project, "eu");
		const wanted = await digestsOf("examples/stack-configuration/Pulumi.eu.yaml");
		expect(wanted.length).toBeGreaterThan(20);
		expect(wanted.map(([file]) => [file, digestOf(file)])).toEqual(wanted);
		await stack.destroy();
	});

	test("examples/fleet deploys a region by stack, and one perimeter over them", async () => {
		const project = example("fleet");
		const up = async (name: string) => (await (await project.stack(name)).up()).outputs.reach?.value;

		const [eu, us, all] = [await up("eu"), await up("us"), await up("perimeter")];

		expect(eu).toContain("bedrock-runtime.eu-central-1.amazonaws.com");
		expect(eu).not.toContain("bedrock-runtime.us-east-1.amazonaws.com");
		expect(new Set(all)).toEqual(new Set([...eu, ...us]));
		expect(readFileSync(project.inside("published/fleet/firewall/hosts/hosts.txt"), "utf8")).toContain(
			"bedrock-runtime.us-east-1.amazonaws.com",
		);
		for (const name of ["perimeter", "us", "eu"]) await (await project.stack(name)).destroy();
	});

	test("a secret of a name that the file does not say, and a file that is not there, end the preview with the cure", async () => {
		const project = example("from-file");
		const program = readFileSync(project.inside("index.mjs"), "utf8");
		const stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });

		project.write("index.mjs", program.replace("GATEWAY_KEY:", "GATEWY_KEY:"));
		const misspelt = await stack.failure("preview");
		project.write("index.mjs", program.replace('"deployment.yaml"', '"missing.yaml"'));
		const missing = await stack.failure("preview");

		expect(misspelt).toContain(
			'secrets.GATEWY_KEY: is referred to nowhere in the deployment; did you mean "GATEWAY_KEY"?',
		);
		expect(missing).toContain("cannot read missing.yaml");
		for (const text of [misspelt, missing]) expect(text).not.toMatch(/\n\s+at .*:\d+:\d+/);
	});
});
