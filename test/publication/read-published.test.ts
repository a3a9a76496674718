import path from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../src/bundle/bundle.js";
import { prettyJson } from "../../src/json.js";
import { type ObjectReader, StoreFault } from "../../src/object-store/object-reader.js";
import { formatProblem } from "../../src/problem.js";
import { fileKey, manifestKey, pointerKey } from "../../src/publication/layout.js";
import { readPublished } from "../../src/publication/read-published.js";
import { inFolder } from "../support/in-folder.js";
import { owner, perimeter, pilot, revision, tree } from "./tree.js";

const first = revision(pilot, { "egress.txt": "llm.example.com\n", "profiles/linux/managed-settings.json": "{}\n" });
const second = revision(pilot, { "egress.txt": "llm.example.com\n" });
const canary = pointerKey(pilot, "canary");
const since = new Date("2026-11-01T08:00:00Z");

/** What is found where a tree was made, asked for two rings of group pilot and those of the perimeter. */
function find(make: (store: ReturnType<typeof tree>) => void, holds: readonly string[] = []) {
	return inFolder(async (folder) => {
		const store = tree(folder);
		make(store);
		const found = await readPublished({ general: await store.reader() }, [
			{ scope: perimeter, rings: ["canary", "broad"], holds: [] },
			{ scope: pilot, rings: ["canary", "broad"], holds },
		]);
		return { ...found.published, problems: found.problems.map(formatProblem) };
	});
}

test("pointers and the manifests that they name come back as they were published", async () => {
	const { problems, ...published } = await find((store) => {
		store.putRevision(pilot, first, since);
		store.putRevision(pilot, second, since);
		store.putPointer({ scope: pilot, ring: "broad", revision: first.digest, held: true }, since);
		const before = { revision: first.digest };
		store.putPointer({ scope: pilot, ring: "canary", revision: second.digest, before }, since);
	});
	const pointer = { schemaVersion: 1, ...pilot, owner, since: since.toISOString() };
	expect(problems).toEqual([]);
	expect(published).toEqual({
		place: { exists: true },
		perimeter: { pointers: {}, revisions: {} },
		groups: {
			pilot: {
				pointers: {
					canary: {
						...pointer,
						ring: "canary",
						revision: second.digest,
						manifest: `eu/groups/pilot/revisions/${second.digest}/manifest.json`,
						held: false,
						replaces: first.digest,
					},
					broad: {
						...pointer,
						ring: "broad",
						revision: first.digest,
						manifest: `eu/groups/pilot/revisions/${first.digest}/manifest.json`,
						held: true,
					},
				},
				revisions: {
					[first.digest]: { manifest: first.manifest, written: since.toISOString() },
					[second.digest]: { manifest: second.manifest, written: since.toISOString() },
				},
			},
		},
	});
});

test("what a deployment holds is looked for too, and a ring that nobody asked for is found", async () => {
	const { groups, problems } = await find(
		(store) => {
			store.putRevision(pilot, first);
			store.putRevision(pilot, second);
			store.putPointer({ scope: pilot, ring: "former", revision: second.digest });
		},
		[first.digest, "0".repeat(64)],
	);
	expect(problems).toEqual([]);
	expect(Object.keys(groups.pilot?.pointers ?? {})).toEqual(["former"]);
	expect(Object.keys(groups.pilot?.revisions ?? {}).sort()).toEqual([first.digest, second.digest].sort());
});

test("a place that is not there yet holds nothing, and is asked for nothing", async () => {
	const asked: string[] = [];
	const reader: ObjectReader = {
		title: "s3://example/",
		place: async () => ({ exists: false }),
		get: async (key) => void asked.push(key),
		list(prefix) {
			asked.push(prefix);
			throw new RangeError("nobody asks");
		},
		remove: async () => [],
	};
	const { published, problems } = await readPublished({ general: reader }, [
		{ scope: pilot, rings: ["canary"], holds: [] },
	]);
	expect({ published, problems, asked }).toEqual({
		published: {
			place: { exists: false },
			perimeter: { pointers: {}, revisions: {} },
			groups: { pilot: { pointers: {}, revisions: {} } },
		},
		problems: [],
		asked: [],
	});
});

test("what has no name of a ring, or stands below a pointer, is none", async () => {
	const { groups, problems } = await find((store) => {
		store.putRevision(pilot, first);
		for (const key of ["Canary/current.json", "a b/current.json", "__proto__/current.json", "ring/current.json/x"])
			store.put(`eu/groups/pilot/rings/${key}`, "{");
	});
	expect(problems).toEqual([]);
	expect(groups.pilot).toEqual({ pointers: {}, revisions: {} });
});

const sound = {
	schemaVersion: 1,
	deployment: "eu",
	group: "pilot",
	ring: "canary",
	revision: first.digest,
	manifest: manifestKey(pilot, first.digest),
	held: false,
	owner,
};

test("members that a later version added are passed over", async () => {
	const { groups, problems } = await find((store) => {
		store.putRevision(pilot, first);
		store.put(canary, prettyJson({ ...sound, later: { anything: true } }));
	});
	expect(problems).toEqual([]);
	expect(groups.pilot?.pointers.canary).toEqual({ ...sound, since: expect.any(String) });
});

/** What stands in the pointer's place, and what is said of it. */
const hostilePointers: Readonly<Record<string, readonly [string | Uint8Array, string]>> = {
	"no JSON": ["revision: 1", "is no JSON in UTF-8"],
	"nothing at all": ["", "is no JSON in UTF-8"],
	"no UTF-8": [Uint8Array.of(0x7b, 0xff, 0x7d), "is no JSON in UTF-8"],
	"UTF-16": [Buffer.from(prettyJson(sound), "utf16le"), "is no JSON in UTF-8"],
	"a list": ["[]", "is a list; expected an object"],
	null: ["null", "is empty; expected an object"],
	"a later version": [
		prettyJson({ schemaVersion: 2 }),
		"schemaVersion is of a later version of pulumi-cowork; use that version, which knows what it means",
	],
	"another deployment": [prettyJson({ ...sound, deployment: "us" }), "deployment leads elsewhere; expected eu"],
	"another group": [prettyJson({ ...sound, group: "general" }), "group leads elsewhere; expected pilot"],
	"the perimeter": [prettyJson({ ...sound, group: undefined }), "group leads elsewhere; expected pilot"],
	"another ring": [prettyJson({ ...sound, ring: "broad" }), "ring leads elsewhere; expected canary"],
	"a manifest above": [
		prettyJson({ ...sound, manifest: "../../secret" }),
		`manifest leads elsewhere; expected ${sound.manifest}`,
	],
	"a manifest of another group": [
		prettyJson({ ...sound, manifest: sound.manifest.replace("pilot", "general") }),
		`manifest leads elsewhere; expected ${sound.manifest}`,
	],
	"a path for a digest": [
		prettyJson({ ...sound, revision: "../../../x" }),
		"revision is no digest; expected 64 hexadecimal digits in lower case",
	],
	"a digest in capitals": [
		prettyJson({ ...sound, revision: "A".repeat(64) }),
		"revision is no digest; expected 64 hexadecimal digits in lower case",
	],
	"a digest with a line break": [
		prettyJson({ ...sound, revision: `${first.digest}\n` }),
		"revision is no digest; expected 64 hexadecimal digits in lower case",
	],
	"other types": [
		prettyJson({ ...sound, held: "yes", owner: ["x"], replaces: 1 }),
		"held is text; expected true or false; replaces is a number; expected text, so write it in quotes; owner is a list; expected text",
	],
	"members of a prototype": [
		'{"__proto__": {"schemaVersion": 1}, "constructor": 1}',
		expect.stringContaining("schemaVersion is missing") as unknown as string,
	],
	"as many bytes as nobody reads": [
		" ".repeat(64 * 1024 + 1),
		expect.stringContaining("65537 bytes, and 65536 at most") as unknown as string,
	],
	"lists in lists": ["[".repeat(30_000), "is no JSON in UTF-8"],
};

test.each(Object.entries(hostilePointers))(
	"a pointer that is %s is told, and is none",
	async (_, [content, message]) => {
		const { groups, problems } = await find((store) => {
			store.putRevision(pilot, first);
			store.put(canary, content);
		});
		expect(groups.pilot).toEqual({ pointers: {}, revisions: {} });
		expect(problems).toHaveLength(1);
		expect(problems[0]?.startsWith(`["${canary}"]: `)).toBe(true);
		expect(problems[0]?.slice(`["${canary}"]: `.length)).toEqual(message);
	},
);

/** A manifest whose digest is right, which anybody can make who may write to the store. */
function forged(change: object): { readonly digest: string; readonly content: string } {
	const content = prettyJson({ ...first.manifest, ...change });
	return { digest: sha256(Buffer.from(content)), content };
}

const [file] = first.manifest.files;

test.each([
	["another deployment's", { deployment: "us" }, "deployment is another one's: somebody has copied it here"],
	["another group's", { group: "general" }, "group is another one's: somebody has copied it here"],
	[
		"of a file above",
		{ files: [{ ...file, path: "../x" }] },
		"files[0].path leads out of the revision, or to what says what it is",
	],
	[
		"of a file of the root",
		{ files: [{ ...file, path: "/etc/passwd" }] },
		"files[0].path leads out of the revision, or to what says what it is",
	],
	[
		"of itself",
		{ files: [{ ...file, path: "manifest.json" }] },
		"files[0].path leads out of the revision, or to what says what it is",
	],
	["of a file twice", { files: [file, file] }, "files lists a path twice"],
	["of a size below none", { files: [{ ...file, bytes: -1 }] }, "files[0].bytes is out of range; expected at least 0"],
	["of no file", { files: [null] }, "files[0] is empty; expected an object"],
])("a manifest that is %s is told, and is none", async (_, change, message) => {
	const { digest, content } = forged(change);
	const { groups, problems } = await find((store) => {
		store.put(manifestKey(pilot, digest), content);
		store.putPointer({ scope: pilot, ring: "canary", revision: digest });
	});
	expect(groups.pilot?.revisions).toEqual({});
	expect(problems).toEqual([`["${manifestKey(pilot, digest)}"]: ${message}`]);
});

test("a manifest that is not what its key says was altered", async () => {
	const { groups, problems } = await find((store) => {
		store.put(manifestKey(pilot, first.digest), second.content);
		store.putPointer({ scope: pilot, ring: "canary", revision: first.digest });
	});
	expect(groups.pilot?.revisions).toEqual({});
	expect(problems).toEqual([`["${manifestKey(pilot, first.digest)}"]: was altered: its digest is ${second.digest}`]);
});

test("a manifest with more bytes than one of any deployment is not read", async () => {
	const { problems } = await find((store) => {
		store.put(manifestKey(pilot, first.digest), new Uint8Array(4 * 1024 * 1024 + 1));
		store.putPointer({ scope: pilot, ring: "canary", revision: first.digest });
	});
	expect(problems).toEqual([expect.stringContaining("4194305 bytes, and 4194304 at most are read")]);
});

test("pointers that replace one another are read once each", async () => {
	const { groups, problems } = await find((store) => {
		store.putRevision(pilot, first);
		store.putRevision(pilot, second);
		store.putPointer({ scope: pilot, ring: "canary", revision: first.digest, before: { revision: second.digest } });
		store.putPointer({ scope: pilot, ring: "broad", revision: second.digest, before: { revision: first.digest } });
	});
	expect(problems).toEqual([]);
	expect(groups.pilot?.pointers).toMatchObject({
		canary: { replaces: second.digest },
		broad: { replaces: first.digest },
	});
});

test("what stands among rings and is no ring is passed over; more rings than anybody has are told", async () => {
	const rings = path.posix.dirname(path.posix.dirname(canary));
	const some = await find((store) => {
		store.put(`${rings}/note.txt`, "");
		store.put(`${rings}/other/README`, "");
	});
	expect(some).toMatchObject({ problems: [], groups: { pilot: { pointers: {} } } });
	const many = await find((store) => {
		for (let ring = 0; ring <= 1000; ring++) store.put(`${rings}/r${ring}/current.json`, "");
	});
	expect(many.problems).toEqual([
		`["${rings}/"]: holds more than 1000 rings, which no deployment has; somebody else writes there`,
	]);
});

test("a list without an end is left", async () => {
	let given = 0;
	const reader: ObjectReader = {
		title: "endless",
		place: async () => ({ exists: true }),
		get: async () => undefined,
		async *list(prefix) {
			for (;;) yield { key: `${prefix}r${given++}/current.json`, bytes: 0, modified: since };
		},
		remove: async () => [],
	};
	const { problems } = await readPublished({ general: reader }, [{ scope: pilot, rings: [], holds: [] }]);
	expect(problems.map(({ code }) => code)).toEqual(["too-many-rings"]);
	expect(given).toBe(1001);
});

test("a store that refuses is told, key by key, and nothing is taken for absent", async () => {
	const refuse = () => {
		throw new StoreFault("store-denied", "reading it was denied; the credentials need s3:GetObject");
	};
	const reader: ObjectReader = {
		title: "closed",
		place: async () => ({ exists: true }),
		get: async () => refuse(),
		// biome-ignore lint/correctness/useYield: it fails before it has anything to give
		async *list() {
			refuse();
		},
		remove: async () => [],
	};
	const { problems } = await readPublished({ general: reader }, [
		{ scope: pilot, rings: ["canary"], holds: [first.digest] },
	]);
	const why = "reading it was denied; the credentials need s3:GetObject";
	expect(problems.map(formatProblem)).toEqual([
		`["eu/groups/pilot/rings/"]: ${why}`,
		`["${canary}"]: ${why}`,
		`["${fileKey(pilot, first.digest, "manifest.json")}"]: ${why}`,
	]);
});
