import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { ListedFile } from "../../src/bundle/manifest.js";
import { fileKey, indexKey, manifestKey, pathInScope, pointerKey, signatureKey } from "../../src/publication/layout.js";
import { pointerContent, pointerOf } from "../../src/publication/pointer.js";
import { revisionOf } from "../../src/publication/revision.js";

const pilot = { deployment: "eu", group: "pilot" };
const digest = "a".repeat(64);
const other = "b".repeat(64);

const settings: ListedFile = {
	path: "groups/pilot/settings.json",
	sha256: digest,
	bytes: 3,
	mediaType: "application/json",
	group: "pilot",
	sensitive: false,
};
const profile: ListedFile = { ...settings, path: "groups/pilot/profiles/a.json", sha256: other, sensitive: true };

test("a revision is named by the digest of its manifest, which lists files by their paths in the group", () => {
	const { digest, manifest, content } = revisionOf(pilot, { minimumVersion: "1.26832.0" }, [settings, profile]);

	expect(digest).toBe(createHash("sha256").update(content).digest("hex"));
	expect(JSON.parse(Buffer.from(content).toString())).toEqual(manifest);
	expect(manifest).toMatchObject({ schemaVersion: 1, deployment: "eu", group: "pilot" });
	expect(manifest.app).toEqual({ minimumVersion: "1.26832.0" });
	expect(manifest.files.map(({ path, sensitive }) => [path, sensitive])).toEqual([
		["profiles/a.json", true],
		["settings.json", false],
	]);
});

test("the same files in another order are the same revision, and another file or app is another", () => {
	const of = (app: object, ...files: ListedFile[]) => revisionOf(pilot, app, files).digest;

	expect(of({}, settings, profile)).toBe(of({}, profile, settings));
	expect(of({}, settings)).not.toBe(of({}, settings, profile));
	expect(of({}, settings)).not.toBe(of({ maximumVersion: "2.1.0" }, settings));
	expect(of({}, { ...settings, sha256: other })).not.toBe(of({}, settings));
});

test("files of another group are refused, and those of the perimeter keep their paths", () => {
	expect(() => revisionOf({ deployment: "eu", group: "finance" }, {}, [settings])).toThrow(RangeError);
	expect(pathInScope({}, "firewall/squid/squid.conf")).toBe("firewall/squid/squid.conf");
});

test("everything of a group stands below the group's folder, and the rest below the deployment's", () => {
	expect(fileKey(pilot, digest, "profiles/a.json")).toBe(`eu/groups/pilot/revisions/${digest}/profiles/a.json`);
	expect(manifestKey(pilot, digest)).toBe(`eu/groups/pilot/revisions/${digest}/manifest.json`);
	expect(signatureKey({ deployment: "eu" }, digest)).toBe(`eu/perimeter/revisions/${digest}/manifest.json.sig`);
	expect(pointerKey(pilot, "broad")).toBe("eu/groups/pilot/rings/broad/current.json");
	expect(pointerKey({ deployment: "eu" }, "all")).toBe("eu/perimeter/rings/all/current.json");
	expect(indexKey("eu")).toBe("eu/index.html");
});

const request = { scope: pilot, ring: "broad", revision: digest, held: false, owner: "cowork/eu/eu" };

test("a pointer names revision and manifest, and the revision that it replaces", () => {
	const pointer = pointerOf({ ...request, before: { revision: other } });

	expect(JSON.parse(Buffer.from(pointerContent(pointer)).toString())).toEqual({
		schemaVersion: 1,
		deployment: "eu",
		group: "pilot",
		ring: "broad",
		revision: digest,
		manifest: `eu/groups/pilot/revisions/${digest}/manifest.json`,
		held: false,
		replaces: other,
		owner: "cowork/eu/eu",
	});
});

test("a pointer that stays where it is keeps what it replaced, so that nothing is written", () => {
	const first = pointerOf({ ...request, before: { revision: other } });

	expect(pointerOf({ ...request, before: first })).toEqual(first);
	expect(pointerOf(request)).not.toHaveProperty("replaces");
});
