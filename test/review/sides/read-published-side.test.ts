import { generateKeyPairSync } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { compileBundle } from "../../../src/bundle/compile.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { formatProblem } from "../../../src/problem.js";
import { fileKey, manifestKey, pointerKey } from "../../../src/publication/layout.js";
import { compare } from "../../../src/review/compare.js";
import { readPublishedSide } from "../../../src/review/sides/read-published-side.js";
import { invoke } from "../../cli/invoke.js";
import { perimeter, pilot, revision, tree } from "../../publication/tree.js";
import { inFolder } from "../../support/in-folder.js";
import { bedrockPeople } from "../clouds.js";
import { plain } from "../edits.js";
import { reviewed } from "../reviewed.js";

/** Publishes what a deployment comes to, but what carries a secret, to a ring of a folder. */
async function publish(folder: string, input: { readonly groups: object; readonly publish?: object }, ring = "broad") {
	const { bundle } = await compileBundle(parseDeployment(input));
	const store = tree(folder);
	const scopes = [perimeter, ...Object.keys(input.groups).map((group) => ({ deployment: "eu", group }))];
	const digests = scopes.map((scope) => {
		const own = bundle.files.filter(({ group, path: name }) => group === scope.group && name !== "manifest.json");
		const start = scope.group === undefined ? "" : `groups/${scope.group}/`;
		const files = own.map(({ path: name, content }) => [
			name.slice(start.length),
			Buffer.from(content).toString("utf8"),
		]);
		const made = revision(scope, Object.fromEntries(files));
		store.putRevision(scope, made);
		store.putPointer({ scope, ring, revision: made.digest });
		return [scope.group, made.digest] as const;
	});
	return { store, reader: await store.reader(), digests: new Map(digests) };
}

test.each([
	["a deployment without a cloud", plain],
	["one with resources and policies", bedrockPeople],
])("what is published of %s means what the deployment does", (_, input) =>
	inFolder(async (folder) => {
		const { reader } = await publish(folder, input);
		const { value, problems } = await readPublishedSide(reader, "eu", { ring: "broad" });
		expect(problems).toEqual([]);
		if (!value) throw new Error("no model");
		const sides = [value, reviewed(input)].map((each) => ({ name: "side", deployments: [each] }));
		expect(sides.flatMap((each) => sides.flatMap((other) => compare(each, other).findings))).toEqual([]);
	}),
);

test("rings are held as their pointers say", () =>
	inFolder(async (folder) => {
		const { store, reader, digests } = await publish(folder, { ...plain, publish: ringed });
		const [whole = "", own = ""] = [digests.get(undefined), digests.get("pilot")];
		store.putPointer({ scope: pilot, ring: "canary", revision: own, held: true });
		store.putPointer({ scope: perimeter, ring: "broad", revision: whole, held: true });

		const { value, problems } = await readPublishedSide(reader, "eu", { ring: "broad" });

		expect(problems).toEqual([]);
		expect(value?.publication.perimeter).toEqual({ broad: { hold: whole } });
		expect(value?.groups.pilot?.rings).toEqual({ canary: { hold: own } });
	}));

const ringed = { rings: ["canary", "broad"], local: { directory: "./published" } };

describe("is refused as a whole", () => {
	const refusal = (alter: (folder: string, published: Awaited<ReturnType<typeof publish>>) => void, ring = "broad") =>
		inFolder(async (folder) => {
			const published = await publish(folder, plain);
			alter(folder, published);
			const { value, problems } = await readPublishedSide(published.reader, "eu", { ring });
			expect(value).toBeUndefined();
			return problems.map(formatProblem);
		});

	test("where nothing was published to the ring", async () => {
		expect(await refusal(() => undefined, "canary")).toEqual([
			`["${pointerKey(perimeter, "canary")}"]: is not there: nothing was published to this ring; name another, or compare with none`,
		]);
	});

	test("where a group's pointer is gone", async () => {
		const found = await refusal((folder) => rmSync(path.join(folder, pointerKey(pilot, "broad"))));
		expect(found).toEqual([expect.stringContaining(`["${pointerKey(pilot, "broad")}"]: is not there`)]);
	});

	test("where a file was altered or is gone", async () => {
		const found = await refusal((folder, { digests }) => {
			const at = (name: string) => path.join(folder, fileKey(pilot, digests.get("pilot") ?? "", name));
			writeFileSync(at("settings.json"), "{}");
			rmSync(at("egress.json"));
		});
		expect(found).toEqual([
			expect.stringMatching(/egress\.json"\]: is listed in its manifest and is not there$/),
			expect.stringMatching(/settings\.json"\]: was altered since it was published: its digest is another$/),
		]);
	});
});

test("a revision that none of the keys has signed is refused, and one that was signed is read", () =>
	inFolder(async (folder) => {
		const { store, reader, digests } = await publish(folder, plain);
		const { publicKey, privateKey } = generateKeyPairSync("ed25519");
		const request = { ring: "broad", signers: [publicKey] };
		const refused = await readPublishedSide(reader, "eu", request);
		expect(refused.value).toBeUndefined();
		expect(refused.problems.map(({ code }) => code)).toEqual(["not-signed"]);
		for (const [group, digest] of digests) {
			const scope = { deployment: "eu", ...(group !== undefined && { group }) };
			const content = readFileSync(path.join(folder, manifestKey(scope, digest)));
			store.putSignature(scope, { digest, content }, privateKey);
		}
		expect((await readPublishedSide(reader, "eu", request)).problems).toEqual([]);
	}));

test("the command reads what the file's store holds for a ring", () =>
	inFolder(async (folder) => {
		await publish(path.join(folder, "published"), plain);
		const file = path.join(folder, "eu.yaml");
		const settings = { ...plain.settings, skillCreationEnabled: true };
		const to = { rings: ["canary", "broad"], local: { directory: "./published" } };
		writeFileSync(file, stringify({ ...plain, settings, publish: to }));
		const { code, results } = await invoke(["review", `published:${file}`, file, "--format", "json"]);
		expect(code).toBe(0);
		const rules = JSON.parse(results.join("\n")).findings.map(({ rule }: { rule: string }) => rule);
		expect(rules).toEqual(expect.arrayContaining(["setting-loosens", "store-added", "ring-added"]));
		const canary = await invoke(["review", `published:${file}#canary`, file]);
		expect(canary.code).toBe(1);
		expect(canary.notices.join("\n")).toMatch(/nothing was published to this ring/);
	}));
