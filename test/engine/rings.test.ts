import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { verifyRevision } from "pulumi-cowork";
import { beforeAll, expect, test } from "vitest";
import { deploymentProgram } from "../support/deployment-program.js";
import { describeEngine, Project, type Stack, secretText, shippedPackage } from "../support/engine.js";

const finance = "eu-group-finance-local";
const pilot = "eu-group-pilot-local";

/** One stack whose folder keeps revisions, from its first update to its end; every test goes on where the last stopped. */
describeEngine("rings in a local folder on the real engine", () => {
	const root = shippedPackage();
	let project: Project;
	let stack: Stack;
	let publicKey: string;
	const digests: string[] = [];
	const file = (name: string) => project.inside("published/eu", name);
	const pointer = (group: string, ring: string) =>
		JSON.parse(readFileSync(file(`groups/${group}/rings/${ring}/current.json`), "utf8"));
	const revision = (digest: string | undefined) => file(`groups/finance/revisions/${digest}`);

	/** The groups with a setting of finance, and what holds its broad ring. */
	const write = (collector: string, hold?: string, ring = "broad") => {
		const held = hold === undefined ? "" : `, rings: { ${ring}: { hold: ${JSON.stringify(hold)} } }`;
		const settings = `{ otlpEndpoint: ${JSON.stringify(collector)} }`;
		const groups = `{ pilot: { preset: "standard" }, finance: { preset: "lockedDown", settings: ${settings}${held} } }`;
		const publish = 'rings: ["canary", "broad"], sign: { key: "./revisions.pem" }';
		const rest = `export const broad = deployment.groups.finance.rings.broad.local;
export const canary = deployment.groups.finance.rings.canary.local;`;
		project.write("main.mjs", deploymentProgram({ groups, publish, rest }));
	};
	const first = "https://one.example.com";
	const second = "https://two.example.com";

	beforeAll(async () => {
		project = new Project(root(), "rings");
		const pem = execFileSync("openssl", ["genpkey", "-algorithm", "ed25519"], { encoding: "utf8" });
		publicKey = execFileSync("openssl", ["pkey", "-pubout"], { encoding: "utf8", input: pem });
		writeFileSync(project.inside("revisions.pem"), pem);
		write(first);
		stack = await project.stack();
		await stack.inner.setConfig("gatewayKey", { value: secretText, secret: true });
	}, 60_000);

	test("what is published lies under the digest of its manifest, signed, and every ring names it", async () => {
		const { outputs } = await stack.up();

		const { revision: digest, ...said } = pointer("finance", "broad");
		digests.push(digest);
		expect(said).toEqual({
			schemaVersion: 1,
			deployment: "eu",
			group: "finance",
			ring: "broad",
			manifest: `eu/groups/finance/revisions/${digest}/manifest.json`,
			held: false,
			owner: "rings/test/eu",
		});
		expect(pointer("finance", "canary").revision).toBe(digest);
		const manifest = readFileSync(path.join(revision(digest), "manifest.json"));
		expect(sha256(manifest)).toBe(digest);
		expect(verifyRevision(manifest, readFileSync(path.join(revision(digest), "manifest.json.sig")), publicKey)).toBe(
			true,
		);
		const { files } = JSON.parse(manifest.toString());
		for (const listed of files) {
			const place = path.join(revision(digest), listed.path);
			expect(sha256(readFileSync(place))).toBe(listed.sha256);
			expect(statSync(place).mode & 0o777).toBe(listed.sensitive ? 0o600 : 0o644);
		}
		expect(readdirSync(file("")).sort()).toEqual([".owner.json", "groups", "index.html", "perimeter"]);
		const index = readFileSync(file("index.html"), "utf8");
		expect(index).toContain(`<a href="./groups/finance/revisions/${digest}/settings.json" download>settings.json</a>`);
		for (const { path: listed, sensitive } of files) if (sensitive) expect(index).not.toContain(path.basename(listed));
		expect(outputs.canary?.value).toMatchObject({
			revision: digest,
			location: `published/eu/groups/finance/revisions/${digest}/`,
		});
		expect(outputs.canary?.value.files.map(({ path }: { path: string }) => path).sort()).toEqual(
			files.map(({ path }: { path: string }) => path).sort(),
		);
	});

	test("the state holds neither the secret nor the key, and the same program changes nothing", async () => {
		const state = stack.state();
		const key = readFileSync(project.inside("revisions.pem"), "utf8").split("\n")[1] ?? "";

		expect(state).not.toContain(secretText);
		expect(state).not.toContain(key);
		expect((await stack.up()).changes).toEqual([]);
	});

	test("a group that changes moves the rings that are not held, and no other group", async () => {
		write(second, digests[0]);
		const { changes, outputs } = await stack.up();

		const { revision: digest } = pointer("finance", "canary");
		digests.push(digest);
		// Another host is the perimeter's, too.
		expect(changes).toEqual([
			{ name: finance, op: "update" },
			{ name: "eu-index-local", op: "update" },
			{ name: "eu-perimeter-local", op: "update" },
		]);
		expect(digest).not.toBe(digests[0]);
		expect(pointer("finance", "canary")).toMatchObject({ replaces: digests[0], held: false });
		expect(pointer("finance", "broad")).toMatchObject({ revision: digests[0], held: true });
		expect(pointer("finance", "broad")).not.toHaveProperty("replaces");
		expect(readdirSync(file("groups/finance/revisions")).sort()).toEqual([...digests].sort());
		expect(outputs.broad?.value.revision).toBe(digests[0]);
		expect(outputs.broad?.value.files[0].location).toContain(digests[0]);
	});

	test("a ring is promoted by a hold at what the ring before has, and nothing is written but its pointer", async () => {
		const before = inodes(file("groups/finance/revisions"));
		write(second, digests[1]);
		await stack.up();

		expect(pointer("finance", "broad")).toMatchObject({ revision: digests[1], held: true, replaces: digests[0] });
		expect(inodes(file("groups/finance/revisions"))).toEqual(before);
	});

	test("going back is a hold at the digest before, and nothing is written but the pointer", async () => {
		const before = inodes(file("groups/finance/revisions"));
		write(second, digests[0], "canary");
		await stack.up();

		expect(pointer("finance", "canary")).toMatchObject({ revision: digests[0], held: true, replaces: digests[1] });
		expect(inodes(file("groups/finance/revisions"))).toEqual(before);
		expect((await stack.up()).changes).toEqual([]);
	});

	test("a program that renders an earlier revision publishes what is there already", async () => {
		const before = inodes(file("groups/finance/revisions"));
		write(first);
		await stack.up();

		expect(pointer("finance", "broad")).toMatchObject({ revision: digests[0], held: false });
		expect(inodes(file("groups/finance/revisions"))).toEqual(before);
	});

	test("a hold at what was never published ends the preview, and no ring moves", async () => {
		write(first, "f".repeat(64));
		const refused = await stack.preview().then(String, String);

		expect(refused).toContain(`is to be held at ${"f".repeat(64)}`);
		expect(pointer("finance", "broad").revision).toBe(digests[0]);
	});

	test("a revision that was altered is put right by the next update", async () => {
		write(first);
		const settings = path.join(revision(digests[0]), "settings.json");
		const before = readFileSync(settings);
		writeFileSync(settings, "{}");
		const { changes } = await stack.up();

		expect(changes).toEqual([{ name: finance, op: "update" }]);
		expect(readFileSync(settings)).toEqual(before);
	});

	test("a ring whose manifest was altered is held at nothing", async () => {
		const manifest = path.join(revision(digests[1]), "manifest.json");
		const before = readFileSync(manifest);
		writeFileSync(manifest, before.toString().replace('"sensitive": true', '"sensitive": false'));
		write(first, digests[1]);
		const refused = await stack.preview().then(String, String);
		writeFileSync(manifest, before);

		expect(refused).toContain("of which");
	});

	test("without rings the folder holds the bundle as the command writes it, and no revision is left", async () => {
		project.write("main.mjs", deploymentProgram());
		await stack.up();

		expect(readdirSync(file("groups/finance"))).not.toContain("revisions");
		expect(readdirSync(file(""))).toContain("manifest.json");
		expect(existsSync(file("perimeter"))).toBe(false);
	});

	test("destroy removes every revision that the stack has published, and nothing else", async () => {
		write(first);
		await stack.up();
		write(second);
		await stack.up();
		expect(readdirSync(file("groups/finance/revisions"))).toHaveLength(2);
		const foreign = file("groups/pilot/notes");
		mkdirSync(foreign);
		writeFileSync(path.join(foreign, "mine.txt"), "mine");
		const { changes } = await stack.destroy();

		expect(changes.map(({ name }) => name)).toContain(pilot);
		expect(readdirSync(file(""), { recursive: true }).sort()).toEqual([
			"groups",
			"groups/pilot",
			"groups/pilot/notes",
			"groups/pilot/notes/mine.txt",
		]);
	});
});

function sha256(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** Which file stands where: one that is written anew is another. */
function inodes(folder: string): Readonly<Record<string, number>> {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
	return Object.fromEntries(names.map((name) => [name, statSync(path.join(folder, name)).ino]));
}
