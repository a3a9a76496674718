import { expect, test } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { checkPathLengths } from "../../src/deployment/check-path-lengths.js";
import { withDefaults } from "../../src/deployment/defaults.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { formatProblem } from "../../src/problem.js";
import { registries } from "../../src/registries.js";
import { sound, soundWith } from "../support/deployment.js";

// The rest of the path of a configuration profile of group pilot of deployment eu is 53 characters long.
const withLength = (length: number, more: Record<string, unknown> = {}) =>
	soundWith({ organization: { ...sound.organization, identifier: `com.${"x".repeat(length - 4)}` }, ...more });
const check = (deployment: unknown, formats = registries) =>
	checkPathLengths(withDefaults(deployment, registries), formats).map(formatProblem);
const tooLong =
	"organization.identifier: makes the path of a profile 201 characters long, which Windows may refuse; shorten it by 1";

test("an identifier makes no path that is too long", () => {
	expect(check(withLength(147))).toEqual([]);
	expect(check(withLength(148))).toEqual([tooLong]);
});

test("nor does the longest default", () => {
	const [name, group] = ["n".repeat(31), "g".repeat(31)];
	const { identifier: _, ...organization } = { identifier: "", ...sound.organization };
	expect(check(soundWith({ name, organization, groups: { [group]: { preset: "none" } } }))).toEqual([]);
});

test("where no file has the identifier in its name, it may be as long as it likes", () => {
	expect(check(withLength(148, { profiles: { reg: {} } }))).toEqual([]);
	expect(check(withLength(148, { groups: { pilot: { preset: "none", platforms: ["windows"] } } }))).toEqual([]);
});

test("a format that no other file knows is asked for its names", () => {
	const wordy = { ...registries.profiles.reg, fileNames: () => [`${"w".repeat(164)}.reg`] };
	const profiles = { ...registries.profiles, wordy } as typeof registries.profiles;
	// eu/groups/pilot/profiles/windows/ is 33 characters long.
	expect(check(soundWith({ profiles: { wordy: {} } }), { ...registries, profiles })).toEqual([tooLong]);
});

test("what a server answers with stands beside the platforms, and only where a group gets it", () => {
	const wordy = { ...registries.profiles.bootstrapResponse, fileNames: () => [`${"w".repeat(171)}.json`] };
	const profiles = { ...registries.profiles, bootstrapResponse: wordy } as typeof registries.profiles;
	const served = soundWith({ delivery: "bootstrap", profiles: { bootstrapResponse: {} } });
	// eu/groups/pilot/profiles/ is 25 characters long.
	expect(check(served, { ...registries, profiles })).toEqual([tooLong]);
	expect(check({ ...served, delivery: "mdm" }, { ...registries, profiles })).toEqual([]);
});

test("files around the profiles have short names of their own, so that theirs are never the longest", async () => {
	const [name, group] = ["n".repeat(31), "g".repeat(31)];
	const { files } = (await compileBundle(parseDeployment(soundWith({ name, groups: { [group]: { preset: "none" } } }))))
		.bundle;
	const others = files.map(({ path }) => `${name}/${path}`).filter((path) => !path.includes("/profiles/"));
	expect(others.filter((path) => path.includes("/device/"))).not.toEqual([]);
	expect(others.filter((path) => path.length > 120)).toEqual([]);
});
