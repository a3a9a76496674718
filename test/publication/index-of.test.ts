import { expect, test } from "vitest";
import { timeBound } from "../../src/configuration/time-bound.js";
import { publicationIndex } from "../../src/publication/index-of.js";
import type { PublishedPointer, PublishedRevision, PublishedRings } from "../../src/publication/published.js";

const [newest, held, before] = ["a", "b", "c"].map((digit) => digit.repeat(64)) as [string, string, string];
const file = {
	path: "settings.json",
	sha256: "d".repeat(64),
	bytes: 2,
	mediaType: "application/json",
	sensitive: false,
};
const run = { deployment: "eu", app: { minimumVersion: "1.46388.1" }, signed: true };

/** What stood before: a pointer for each ring at a revision that has replaced `before`. */
function standing(pointers: Readonly<Record<string, string>>, of: readonly string[]): PublishedRings {
	const pointer = (revision: string) => ({ revision, replaces: before }) as PublishedPointer;
	const app = { maximumVersion: "2.7032.0" };
	return {
		pointers: Object.fromEntries(Object.entries(pointers).map(([ring, revision]) => [ring, pointer(revision)])),
		revisions: Object.fromEntries(of.map((digest) => [digest, { manifest: { app } } as PublishedRevision])),
	};
}

test("lists what this run has published, and what earlier ones did as far as it was looked up", () => {
	const scopes = [
		{ rings: [{ ring: "all", revision: newest, held: false, files: [file] }] },
		{
			group: "pilot",
			rings: [
				{ ring: "canary", revision: newest, held: false, files: [file] },
				{ ring: "broad", revision: held, held: true, files: [file] },
				{ ring: "late", revision: before, held: true },
			],
			timeBound: timeBound(() => undefined),
			published: standing({ canary: held, broad: held }, [held]),
		},
	];
	const { deployment, groups, perimeter } = publicationIndex(run, scopes);
	expect(deployment).toBe("eu");
	expect(perimeter).toEqual({
		rings: [{ name: "all", path: "perimeter/rings/all/current.json", revision: newest, held: false }],
		revisions: [{ digest: newest, folder: `perimeter/revisions/${newest}`, signed: true, app: run.app, files: [file] }],
	});
	const folder = "groups/pilot/revisions";
	expect(groups).toMatchObject([
		{
			name: "pilot",
			rings: [
				{
					name: "canary",
					path: "groups/pilot/rings/canary/current.json",
					revision: newest,
					held: false,
					replaces: held,
				},
				// It stays where it was: what it has replaced is still that.
				{ name: "broad", revision: held, held: true, replaces: before },
				{ name: "late", revision: before, held: true },
			],
		},
	]);
	expect(groups[0]?.revisions).toEqual([
		{ digest: newest, folder: `${folder}/${newest}`, signed: true, app: run.app, files: [file] },
		{ digest: held, folder: `${folder}/${held}`, signed: false, app: { maximumVersion: "2.7032.0" }, files: [file] },
		{ digest: before, folder: `${folder}/${before}`, signed: false },
	]);
});

test("a revision that one ring follows and another is held at is one, with all that is known of it", () => {
	const rings = [
		{ ring: "canary", revision: newest, held: true },
		{ ring: "broad", revision: newest, held: false, files: [file] },
	];
	expect(publicationIndex(run, [{ group: "pilot", rings }]).groups[0]?.revisions).toMatchObject([
		{ digest: newest, signed: true, files: [file] },
	]);
});

test.each([
	[{}, "within 10 minutes, and has to restart within 24 hours of that."],
	[
		{ configRecheckIntervalMinutes: 2, relaunchEnforcementHours: 1 },
		"within 2 minutes, and has to restart within 1 hour of that.",
	],
	[{ relaunchEnforcementHours: 0 }, "within 10 minutes, and has to restart at once."],
])("says when every device of a group has it: %j", (settings, says) => {
	const given = new Map<string, number>(Object.entries(settings));
	const bound = timeBound((key) => given.get(key));
	const { groups } = publicationIndex(run, [{ group: "pilot", rings: [], timeBound: bound }]);
	expect(groups[0]?.everyDevice).toEqual([
		"A device has its files when what manages it has delivered them, which it does only to devices that are on.",
		`From then on an app of 1.46388.1 or later, while it runs, sees them ${says}`,
		"An older app takes them the next time that it starts: until people quit it, it runs with what it had.",
	]);
});
