import { expect, test } from "vitest";
import { s3 } from "../../src/artifact-store/s3.js";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";

const deployment = {
	name: "eu",
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
	groups: { pilot: { preset: "none", platforms: ["linux"] } },
};

async function storeFiles(publish: object) {
	const { bundle } = await compileBundle(parseDeployment({ ...deployment, publish }));
	const below = bundle.files.filter(({ path }) => path.startsWith("cloud/"));
	return Object.fromEntries(below.map(({ path, content }) => [path, JSON.parse(Buffer.from(content).toString())]));
}

test("what a store is to create is a file of the bundle, with its policies and where things go", async () => {
	const block = { bucket: "example-cowork", region: "eu-central-1", prefix: "claude" };
	const planned = s3.plan?.({ deployment: "eu", carriesSecrets: false }, block).value;
	const local = { directory: "./published" };
	expect(await storeFiles({ s3: block, local })).toEqual({ "cloud/stores/s3.json": { schemaVersion: 1, ...planned } });
	expect(planned?.resources.length).toBeGreaterThan(0);
});

test("a folder creates nothing in a cloud", async () => {
	expect(await storeFiles({ local: { directory: "./published" } })).toEqual({});
});
