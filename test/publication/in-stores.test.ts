import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../src/problem.js";
import { fileKey, manifestKey, type PublishedScope, pointerKey, signatureKey } from "../../src/publication/layout.js";
import { pointerContent, pointerOf } from "../../src/publication/pointer.js";
import { planPrune, removeRevision, stillUnneeded } from "../../src/publication/prune.js";
import { readPublished } from "../../src/publication/read-published.js";
import { signRevision } from "../../src/publication/sign.js";
import { type StoreServer, startedServers } from "../object-store/servers.js";
import { owner, perimeter, pilot, revision } from "./tree.js";

const versions = [0, 1, 2].map((index) =>
	revision(pilot, { "egress.txt": `${index}.example.com\n`, "profiles/linux/managed-settings.json": "{}\n" }),
);
const [oldest, older, newest] = versions.map(({ digest }) => digest) as [string, string, string];

async function publish(server: StoreServer, scope: PublishedScope, made: (typeof versions)[number]): Promise<void> {
	for (const [path, content] of Object.entries(made.files))
		await server.put(fileKey(scope, made.digest, path), Buffer.from(content));
	await server.put(manifestKey(scope, made.digest), made.content, { mediaType: "application/json" });
}

async function point(server: StoreServer, ring: string, digest: string, before?: string): Promise<void> {
	const request = { scope: pilot, ring, revision: digest, held: false, owner };
	const content = pointerContent(
		pointerOf({ ...request, ...(before !== undefined && { before: { revision: before } }) }),
	);
	await server.put(pointerKey(pilot, ring), content, { mediaType: "application/json" });
}

/** One store, filled once; every test goes on where the last stopped. */
describe.each(await startedServers())("published to $name", ({ name, server }) => {
	if (!server) {
		test.skip(`no server of ${name} on this machine`, () => undefined);
		return;
	}
	const requests = [
		{ scope: perimeter, rings: ["canary"], holds: [] },
		{ scope: pilot, rings: ["canary", "broad"], holds: [oldest, "f".repeat(64)] },
	];

	test("a place that is missing holds nothing", async () => {
		const { published, problems } = await readPublished(await server.openMissing(), requests);
		expect({ exists: published.place.exists, groups: published.groups, problems }).toEqual({
			exists: false,
			groups: { pilot: { pointers: {}, revisions: {} } },
			problems: [],
		});
	});

	test("pointers, manifests, and the hosts of what is held are read back", async () => {
		for (const each of versions) await publish(server, pilot, each);
		await point(server, "canary", newest, older);
		const { published, problems } = await readPublished(await server.open(), requests);
		expect(problems).toEqual([]);
		expect(published.groups.pilot?.pointers).toMatchObject({ canary: { revision: newest, replaces: older, owner } });
		expect(Object.keys(published.groups.pilot?.revisions ?? {}).sort()).toEqual([newest, oldest].sort());
		expect(published.groups.pilot?.revisions[oldest]).toMatchObject({
			manifest: versions[0]?.manifest,
			addresses: ["0.example.com"],
		});
	});

	test("what nobody of those who sign has signed is none of ours, until it is signed", async () => {
		const { publicKey, privateKey } = generateKeyPairSync("ed25519");
		const codes = async () => {
			const { problems } = await readPublished(await server.open(), requests, { signers: [publicKey] });
			return problems.map(({ code }) => code).sort();
		};
		expect(await codes()).toEqual(["not-signed", "not-signed"]);
		for (const { digest, content } of versions)
			await server.put(signatureKey(pilot, digest), signRevision(content, privateKey));
		expect(await codes()).toEqual([]);
	});

	test("what was altered is told, and what is cut is not whole", async () => {
		const [first] = versions;
		await server.put(fileKey(pilot, oldest, "egress.txt"), Buffer.from("1.example.com\n"));
		const swapped = await readPublished(await server.open(), requests);
		expect(swapped.problems.map(({ code }) => code)).toEqual(["files-altered"]);
		await server.put(fileKey(pilot, oldest, "egress.txt"), Buffer.from(""));
		const cut = await readPublished(await server.open(), requests);
		await server.put(manifestKey(pilot, oldest), Buffer.from("{}"));
		const altered = await readPublished(await server.open(), requests);
		if (first) await publish(server, pilot, first);
		expect(cut.problems.map(({ code }) => code)).toEqual(["files-missing"]);
		expect(altered.problems.map(({ code }) => code)).toEqual(["altered-manifest"]);
		expect(altered.published.groups.pilot?.revisions).not.toHaveProperty(oldest);
	});

	const later = new Date(Date.now() + 100 * 24 * 60 * 60 * 1000);
	const asked = { deployment: "eu", holds: [], keep: 1, olderThanDays: 30, now: later };

	test("nothing goes that is young, named, or beside a pointer that cannot be read", async () => {
		const opened = await server.open();
		const young = await planPrune(opened, { ...asked, now: new Date() });
		expect(young.value?.going).toEqual([]);
		await server.put(pointerKey(pilot, "broad"), Buffer.from("{"));
		const { value, problems } = await planPrune(opened, asked);
		expect({ value, problems: problems.map(({ code }) => code) }).toEqual({ problems: ["not-json"] });
		await point(server, "broad", newest);
	});

	test("what nothing names goes whole, and the rest stays", async () => {
		const opened = await server.open();
		const { value } = await planPrune(opened, { ...asked, keep: 0 });
		expect(value?.going.map((each) => each.revision)).toEqual([oldest]);
		expect(value?.going[0]).toMatchObject({ objects: 4, isWhole: true });
		const going = await stillUnneeded(opened, pilot, value?.going ?? []);
		const problems = [];
		for (const each of going.value ?? []) problems.push(...(await removeRevision(opened, each)));
		expect(problems.map(formatProblem)).toEqual([]);
		const left: string[] = [];
		for await (const { key } of opened.general.list("eu/")) left.push(key);
		expect(left.filter((key) => key.includes(oldest))).toEqual([]);
		expect(left).toHaveLength(2 * 4 + 2);
	});

	test("what a pointer has come to name since it was planned to go stays", async () => {
		const opened = await server.open();
		const [first] = versions;
		if (first) await publish(server, pilot, first);
		const { value } = await planPrune(opened, { ...asked, keep: 0 });
		await point(server, "broad", oldest, newest);
		const going = await stillUnneeded(opened, pilot, value?.going ?? []);
		expect(value?.going.map((each) => each.revision)).toEqual([oldest]);
		expect(going.value).toEqual([]);
	});
});
