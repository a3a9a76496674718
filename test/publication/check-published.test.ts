import { generateKeyPairSync } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type ObjectReader, StoreFault } from "../../src/object-store/object-reader.js";
import { formatProblem } from "../../src/problem.js";
import { checkPublished, type PlannedStore } from "../../src/publication/check-published.js";
import { fileKey, manifestKey } from "../../src/publication/layout.js";
import { scopeRequests } from "../../src/publication/planned-scopes.js";
import { readPublished } from "../../src/publication/read-published.js";
import type { PlannedRing } from "../../src/publication/rings.js";
import type { RevisionSigners } from "../../src/publication/signers.js";
import { inFolder } from "../support/in-folder.js";
import { owner, perimeter, pilot, revision, tree } from "./tree.js";

const held = revision(pilot, { "egress.txt": "llm.example.com\n", "profiles/linux/managed-settings.json": "{}\n" });
const newest = revision(pilot, { "egress.txt": "llm.example.com\n" });
const secret = revision(pilot, { "settings.json": "{}", "profiles/linux/managed-settings.json": "{}\n" }, [
	"profiles/linux/managed-settings.json",
]);
const now = new Date("2026-11-29T12:00:00Z");

type Store = ReturnType<typeof tree>;
interface Asked {
	readonly rings?: readonly PlannedRing[];
	readonly planned?: Partial<PlannedStore>;
	readonly isAnonymous?: true;
	readonly signers?: RevisionSigners;
	readonly around?: (reader: ObjectReader) => ObjectReader;
	readonly sensitive?: (folder: string) => Promise<ObjectReader>;
}

/** What is said of a store that was filled, with its folder as `<store>`. */
function check(
	fill: (store: Store, folder: string) => void,
	{ rings, planned, isAnonymous, signers, around, sensitive }: Asked = {},
) {
	return inFolder(async (folder) => {
		const store = tree(path.join(folder, "general"));
		fill(store, folder);
		const scopes = [
			{ scope: perimeter, rings: [{ ring: "canary" }, { ring: "broad" }], at: ["publish", "perimeter"] },
			{
				scope: pilot,
				rings: rings ?? [{ ring: "canary" }, { ring: "broad", hold: held.digest }],
				at: ["groups", "pilot", "rings"],
			},
		];
		const reader = await store.reader();
		const general = around?.(reader) ?? reader;
		const opened = { general, ...(sensitive && { sensitive: await sensitive(folder) }) };
		const found = await readPublished(opened, scopeRequests(scopes), signers && { signers });
		const at = { store: "local", title: general.title, ...(!isAnonymous && { owner }), scopes, now, ...planned };
		return checkPublished(at, found).map((problem) => formatProblem(problem).replaceAll(folder, "<store>"));
	});
}

/** Everything as an update has left it. */
function sound(store: Store): void {
	store.putRevision(pilot, held);
	store.putRevision(pilot, newest);
	store.putPointer({ scope: pilot, ring: "broad", revision: held.digest, held: true });
	store.putPointer({ scope: pilot, ring: "canary", revision: newest.digest });
}

const at = "groups.pilot.rings.broad.hold: ";
const key = `eu/groups/pilot/revisions/${held.digest}/manifest.json`;

test("nothing is wrong with what an update has left, nor with what one has yet to publish", async () => {
	expect(await check(sound)).toEqual([]);
	expect(await check(() => undefined, { rings: [{ ring: "canary" }, { ring: "broad" }] })).toEqual([]);
});

test("a hold that was never published is an error at the hold", async () => {
	expect(await check((store) => store.putRevision(pilot, newest))).toEqual([
		`${at}was never published to <store>/general/, or is gone: nothing stands at ${key}; hold a revision that \`pulumi-cowork rings\` or the store shows, or leave the ring to follow the newest`,
	]);
});

test("a hold of another group's revision was never published for this one", async () => {
	const general = { deployment: "eu", group: "general" };
	const [line] = await check((store) => store.putRevision(general, revision(general, held.files)));
	expect(line).toContain(`${at}was never published`);
});

test("a held manifest that was altered is an error at the hold, once", async () => {
	const altered = await check((store) => {
		sound(store);
		store.put(key, newest.content);
	});
	expect(altered).toEqual([`${at}<store>/general/${key} was altered: its digest is ${newest.digest}`]);
});

test("a held revision that lacks a file, or has one of another size, is an error at the hold", async () => {
	const lost = await check((store, folder) => {
		sound(store);
		rmSync(path.join(folder, "general", fileKey(pilot, held.digest, "egress.txt")));
	});
	expect(lost).toEqual([
		`${at}<store>/general/${key} is not whole: egress.txt is not there, or not with as many bytes`,
	]);
	const cut = await check((store) => {
		sound(store);
		store.put(fileKey(pilot, held.digest, "egress.txt"), "");
		store.put(fileKey(pilot, held.digest, "profiles/linux/managed-settings.json"), "");
	});
	expect(cut).toEqual([
		`${at}<store>/general/${key} is not whole: egress.txt and 1 more of its files are not there, or not with as many bytes`,
	]);
});

const anew =
	"rings that are not held move away from it where this program renders another, and `pulumi up --replace` with the URNs of its objects publishes it anew where it renders the same";

test("a file that was altered to the same length is an error at a hold, and a warning of a ring that moves on", async () => {
	const altered = (digest: string) => (store: Store) => {
		sound(store);
		store.put(fileKey(pilot, digest, "egress.txt"), "evil.example.com\n".slice(1));
	};
	expect(await check(altered(held.digest))).toEqual([
		`${at}<store>/general/${key} is not whole: egress.txt is altered since`,
	]);
	expect(await check(altered(newest.digest))).toEqual([
		`warning: publish.local: <store>/general/${manifestKey(pilot, newest.digest)} is not whole: egress.txt is altered since; ${anew}`,
	]);
});

test("where the deployment says who signs, what nobody of them has signed is an error at a hold", async () => {
	const [own, former, other] = [1, 2, 3].map(() => generateKeyPairSync("ed25519"));
	if (!own || !former || !other) throw new Error("no keys");
	const signers = [own.publicKey, former.publicKey];
	const signed = (ofHeld: typeof own | undefined, ofNewest: typeof own | undefined) => (store: Store) => {
		sound(store);
		if (ofHeld) store.putSignature(pilot, held, ofHeld.privateKey);
		if (ofNewest) store.putSignature(pilot, newest, ofNewest.privateKey);
	};
	expect(await check(signed(former, own), { signers })).toEqual([]);
	const stranger = `${at}<store>/general/${key} is signed by none of the keys that this deployment names`;
	expect(await check(signed(other, own), { signers })).toEqual([stranger]);
	const ofAnother = (store: Store) => {
		signed(own, own)(store);
		store.putSignature(pilot, { ...held, content: newest.content }, own.privateKey);
	};
	expect(await check(ofAnother, { signers })).toEqual([stranger]);
	expect(await check(signed(undefined, own), { signers })).toEqual([
		`${at}<store>/general/${key} has no signature beside it; somebody without a key put it there`,
	]);
	expect(await check(signed(own, undefined), { signers })).toEqual([
		`warning: publish.local: <store>/general/${manifestKey(pilot, newest.digest)} has no signature beside it; somebody without a key put it there; ${anew}`,
	]);
	const long = (store: Store) => {
		signed(own, own)(store);
		store.put(`${key}.sig`, new Uint8Array(65));
	};
	expect(await check(long, { signers })).toEqual([expect.stringContaining("has a signature that cannot be read: ")]);
});

test("secret files of a held revision are looked for in their own place", async () => {
	const rings = [{ ring: "broad", hold: secret.digest }];
	const profile = fileKey(pilot, secret.digest, "profiles/linux/managed-settings.json");
	const split = (store: Store, folder: string) => {
		store.putRevision(pilot, secret);
		rmSync(path.join(folder, "general", profile));
	};
	const sensitive = (folder: string) => tree(path.join(folder, "sensitive")).reader();
	expect(await check(split, { rings, sensitive })).toEqual([expect.stringContaining("is not whole")]);
	const both = (store: Store, folder: string) => {
		split(store, folder);
		tree(path.join(folder, "sensitive")).put(profile, "{}\n");
	};
	expect(await check(both, { rings, sensitive })).toEqual([]);
	const closed = async (folder: string): Promise<ObjectReader> => ({
		...(await sensitive(folder)),
		title: "<sensitive>/",
		// biome-ignore lint/correctness/useYield: it fails before it has anything to give
		async *list() {
			throw new StoreFault("store-denied", "reading it was denied");
		},
	});
	expect(await check(both, { rings, sensitive: closed })).toEqual([
		`${at}<store>/general/${manifestKey(pilot, secret.digest)} has files in <sensitive>/ that nobody could look at: reading it was denied`,
	]);
});

/** A store that removes what it holds by a rule of its own. */
const expiring = (expires: string) => (reader: ObjectReader) => ({
	...reader,
	async get(key: string, limit: number) {
		const object = await reader.get(key, limit);
		return object && { ...object, expires: new Date(expires) };
	},
});

test.each([
	["2026-12-29T12:00:00Z", true],
	["2026-12-30T11:59:59Z", true],
	["2026-12-30T12:00:00Z", false],
	["2026-11-28T00:00:00Z", true],
])("a held revision that its store removes at %s, a month from now at most: %s", async (expires, isRefused) => {
	const title = "<store>/general/";
	const line = `${at}is removed by a rule of ${title} on ${expires.slice(0, 10)}, which is no more than 30 days from now; take revisions/ out of that rule, or hold a revision that stays`;
	expect(await check(sound, { around: expiring(expires) })).toEqual(isRefused ? [line] : []);
});

test("a place that is elsewhere than stated is an error; one that does not tell is none", async () => {
	const inRegion = (region: string) => (reader: ObjectReader) => ({
		...reader,
		place: async () => ({ exists: true, region }),
	});
	const planned = { region: "eu-central-1" };
	expect(await check(sound, { planned, around: inRegion("eu-central-1") })).toEqual([]);
	expect(await check(sound, { planned })).toEqual([]);
	expect(await check(sound, { around: inRegion("cn-north-1") })).toEqual([]);
	expect(await check(sound, { planned, around: inRegion("cn-north-1") })).toEqual([
		"publish.local: says eu-central-1, and <store>/general/ is in cn-north-1; write the region that it is in, or choose another name",
	]);
});

test("what another stack published under the same prefix is an error, once for each", async () => {
	const lines = await check((store) => {
		sound(store);
		store.putPointer({ scope: pilot, ring: "canary", revision: newest.digest, owner: "cowork/dev/eu" });
		store.putPointer({ scope: perimeter, ring: "canary", revision: newest.digest, owner: "cowork/dev/eu" });
		store.putRevision(perimeter, newest);
		store.putPointer({ scope: perimeter, ring: "broad", revision: newest.digest, owner: "other/prod/eu" });
	});
	const line = (ring: string, other: string) =>
		`publish.local: <store>/general/eu/perimeter/rings/${ring}/current.json was published by ${other}, and this is ${owner}; choose another prefix or another name for this deployment. Where it is the same deployment under a new name, PULUMI_COWORK_SKIP_LOOK_UP=1 takes it over in one run`;
	expect(lines.filter((each) => each.includes("was published by"))).toEqual([
		line("canary", "cowork/dev/eu"),
		line("broad", "other/prod/eu"),
	]);
});

test("whose a store is does not matter where nobody says who asks", async () => {
	const fill = (store: Store) => {
		sound(store);
		store.putPointer({ scope: pilot, ring: "canary", revision: newest.digest, owner: "cowork/dev/eu" });
	};
	expect(await check(fill, { isAnonymous: true })).toEqual([]);
});

test("a ring that is gone while its pointer stands is a warning", async () => {
	const lines = await check((store) => {
		sound(store);
		store.putPointer({ scope: pilot, ring: "early", revision: held.digest });
	});
	expect(lines).toEqual([
		`warning: publish.local: <store>/general/eu/groups/pilot/rings/early/current.json still names revision ${held.digest.slice(0, 12)}, and ring "early" is none of this deployment any more: devices that read it stay there; move them to another ring, then remove the object`,
	]);
});

test("a pointer whose revision is gone is a warning, one that is damaged an error", async () => {
	const gone = await check((store, folder) => {
		sound(store);
		rmSync(path.join(folder, "general", manifestKey(pilot, newest.digest)));
	});
	expect(gone).toEqual([
		`warning: publish.local: <store>/general/eu/groups/pilot/rings/canary/current.json names revision ${newest.digest.slice(0, 12)}, which is gone; \`pulumi up --refresh\` publishes anew what this program renders`,
	]);
	const damaged = await check((store) => {
		sound(store);
		store.put("eu/groups/pilot/rings/canary/current.json", "{");
	});
	expect(damaged).toEqual([
		"publish.local: <store>/general/eu/groups/pilot/rings/canary/current.json is no JSON in UTF-8",
	]);
});
