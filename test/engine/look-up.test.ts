import { generateKeyPairSync } from "node:crypto";
import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { manifestKey, pointerKey } from "../../src/publication/layout.js";
import { pointerContent, pointerOf } from "../../src/publication/pointer.js";
import { pilot, revision } from "../publication/tree.js";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, secretText, shippedPackage } from "../support/engine.js";
import { closed, listening } from "../support/listening.js";

/** As the documentation writes it: what an async function gives is waited for in modules of either kind. */
function looking(program: string): string {
	return program
		.replace("const deployment = ", "async function deploy() {\n\tconst deployment = ")
		.replace('new CoworkDeployment("eu", {', 'new CoworkDeployment("eu", await lookUpPublished("eu", {')
		.replace("\n});", "\n}));\n\treturn deployment.groups.pilot.rings;\n}\nexport const rings = deploy();")
		.replace("gateway, local", "gateway, local, lookUpPublished");
}

/** One stack whose program looks first; every test goes on where the last stopped. */
describeEngine("a program that looks at what is published on the real engine", () => {
	const root = shippedPackage();
	let project: Project;
	let stack: Stack;
	const file = (name: string) => project.inside("published/eu/groups/pilot", name);
	const pointer = (ring: string) => JSON.parse(readFileSync(file(`rings/${ring}/current.json`), "utf8"));
	const groups = (hold?: string) => {
		const rings = hold === undefined ? "" : `, rings: { broad: { hold: ${JSON.stringify(hold)} } }`;
		return `{ pilot: { preset: "standard", platforms: ["linux"]${rings} } }`;
	};
	const publish = 'rings: ["canary", "broad"], sign: { key: "./key.pem", publicKeys: ["./public.pem"] }';
	const write = (hold?: string, settings = "{}") =>
		project.write("main.mjs", looking(deploymentProgram({ groups: groups(hold), publish, settings, rest: "" })));

	beforeAll(async () => {
		project = new Project(root(), "look-up");
		const { privateKey, publicKey } = generateKeyPairSync("ed25519");
		writeFileSync(project.inside("key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
		writeFileSync(project.inside("public.pem"), publicKey.export({ type: "spki", format: "pem" }));
		write();
		stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });
	}, 60_000);

	test("publishes where nothing stands yet, shows what rings have, and then changes nothing", async () => {
		const { outputs } = await stack.up();
		expect(outputs.rings?.value.broad.local.revision).toBe(pointer("broad").revision);
		expect((await stack.up()).changes).toEqual([]);
	});

	test("what a pointer named before is what it says it replaces", async () => {
		const { revision: first } = pointer("canary");
		write(first, '{ otlpEndpoint: "https://otel.example.com" }');
		await stack.up();
		expect(pointer("canary")).toMatchObject({ replaces: first, held: false });
		expect(pointer("broad")).toMatchObject({ revision: first, held: true });
	});

	/** What a preview says while a file is another. */
	const previewWith = async (name: string, change: (place: string) => void) => {
		const before = readFileSync(file(name));
		change(file(name));
		const message = await stack.failure("preview");
		writeFileSync(file(name), before);
		expect(message).not.toContain("at async");
		return message;
	};

	test("a preview is refused with a hold whose file was altered to the same length, or lost its signature", async () => {
		const below = `revisions/${pointer("broad").revision}`;
		const swapped = (place: string) => writeFileSync(place, readFileSync(place, "utf8").replace("example", "exemple"));
		expect(await previewWith(`${below}/settings.json`, swapped)).toMatch(
			/groups\.pilot\.rings\.broad\.hold: \S+\/manifest\.json is not whole: settings\.json is altered since/,
		);
		expect(await previewWith(`${below}/manifest.json.sig`, (place) => rmSync(place))).toMatch(
			/groups\.pilot\.rings\.broad\.hold: \S+\/manifest\.json has no signature beside it/,
		);
	});

	test("a preview is refused with a pointer that somebody has damaged", async () => {
		const message = await previewWith("rings/broad/current.json", (place) => writeFileSync(place, "{"));
		expect(message).toMatch(/publish\.local: \S+\/rings\/broad\/current\.json is no JSON in UTF-8/);
	});

	test("a file that was altered under a ring that is not held is told", async () => {
		const settings = file(`revisions/${pointer("canary").revision}/settings.json`);
		const before = readFileSync(settings);
		writeFileSync(settings, before.toString().replace("example", "exemple"));
		const { text } = await stack.up();
		expect(text).toContain("settings.json is altered since");
		expect(readFileSync(settings)).toEqual(before);
	});

	test("a preview is refused with the hold that was never published, and without a stack trace", async () => {
		write("f".repeat(64));
		const refused = await stack.failure("preview");
		expect(refused).toContain("groups.pilot.rings.broad.hold: was never published to ");
		expect(refused).not.toContain("at async");
	});
});

/** A bucket with a rule of its own, by which what is held there goes in a week. */
describeEngine("a program that looks at a bucket which forgets, on the real engine", () => {
	const root = shippedPackage();
	const held = revision(pilot, { "settings.json": "{}\n" });
	const owner = "forgetting/test/eu";
	const objects = new Map<string, Uint8Array>([
		[
			pointerKey(pilot, "all"),
			pointerContent(pointerOf({ scope: pilot, ring: "all", revision: held.digest, held: true, owner })),
		],
		[manifestKey(pilot, held.digest), held.content],
		[manifestKey(pilot, held.digest).replace("manifest.json", "settings.json"), Buffer.from("{}\n")],
	]);
	const expires = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000);
	const server = createServer(({ method, url = "" }, response) => {
		const { pathname, searchParams } = new URL(url, "http://bucket");
		const key = decodeURIComponent(pathname).replace(/^\/forgetting\/?/, "");
		const content = objects.get(key);
		if (method === "HEAD") return response.writeHead(200, { "x-amz-bucket-region": "eu-central-1" }).end();
		if (searchParams.has("list-type")) return response.writeHead(200).end(listing(searchParams.get("prefix") ?? ""));
		if (!content) return response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
		const expiry = `expiry-date="${expires.toUTCString()}", rule-id="tidy"`;
		return response.writeHead(200, { "content-length": content.length, "x-amz-expiration": expiry }).end(content);
	});
	const listing = (prefix: string) => {
		const found = [...objects].filter(([key]) => key.startsWith(prefix));
		const entries = found.map(([key, { length }]) => `<Contents><Key>${key}</Key><Size>${length}</Size></Contents>`);
		return `<ListBucketResult>${entries.join("")}</ListBucketResult>`;
	};
	let endpoint = "";
	beforeAll(async () => {
		endpoint = await listening(server);
	});
	afterAll(() => closed(server));

	test("a hold that the bucket removes within 30 days is refused in the preview", async () => {
		symlinkSync(path.resolve("node_modules/@aws-sdk"), path.join(root(), "node_modules/@aws-sdk"));
		const project = new Project(root(), "forgetting");
		const holding = `{ pilot: { preset: "standard", rings: { all: { hold: "${held.digest}" } } } }`;
		const program = deploymentProgram({ groups: holding, rest: "" })
			.replace(/signIn: \{.*\}/, "signIn: { interactive: {} }")
			.replace('local({ directory: "./published" })', 's3({ bucket: "forgetting", region: "eu-central-1" })');
		const environment = { AWS_ENDPOINT_URL_S3: endpoint, AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" };
		const head = `import { s3 } from "pulumi-cowork/aws";\nObject.assign(process.env, ${JSON.stringify(environment)});\n`;
		project.write("main.mjs", `${head}${looking(program)}`);
		const stack = await project.stack();

		const message = await stack.failure("preview");

		const day = expires.toISOString().slice(0, 10);
		expect(message).toContain(
			`groups.pilot.rings.all.hold: is removed by a rule of s3://forgetting/ on ${day}, which is no more than 30 days from now`,
		);
	});
});
