import { describe, expect, test } from "vitest";
import { withDefaults } from "../../src/deployment/defaults.js";
import { registries } from "../../src/registries.js";
import { sound, soundWith } from "../support/deployment.js";

test("defaults are those of the contract", () => {
	expect(withDefaults(sound, registries)).toStrictEqual({
		name: "eu",
		organization: { ...sound.organization, identifier: "com.anthropic.claudefordesktop" },
		app: { maximumVersion: "2.19675.0", installer: "online" },
		inference: sound.inference,
		settings: {},
		extraSettings: {},
		groups: {
			pilot: { preset: "none", settings: {}, extraSettings: {}, platforms: ["macos", "windows", "linux"] },
		},
		firewall: {},
		profiles: {},
		publish: {},
	});
});

test("what is given stays, platforms in one order and once", () => {
	const given = {
		app: { minimumVersion: "1.26832.0", maximumVersion: "2.110.0", installer: "offline" },
		settings: { otlpEndpoint: "https://otel.example.com" },
		extraSettings: { futureKey: 1 },
		groups: {
			pilot: {
				preset: "lockedDown",
				settings: { disableAutoUpdates: true },
				extraSettings: { other: 2 },
				platforms: ["linux", "macos", "linux"],
				members: { googleGroup: "pilots" },
				inference: { models: ["claude-haiku-5"] },
			},
		},
		firewall: { squid: {} },
		publish: { local: { directory: "out" } },
	};
	expect(withDefaults(soundWith(given), registries)).toMatchObject({
		...given,
		groups: { pilot: { ...given.groups.pilot, platforms: ["macos", "linux"] } },
	});
});

test("a fleet that is newer than what is known reaches as far as it starts", () => {
	const app = { minimumVersion: "3.0.0" };
	expect(withDefaults(soundWith({ app }), registries).app).toEqual({
		minimumVersion: "3.0.0",
		maximumVersion: "3.0.0",
		installer: "online",
	});
});

describe("what has the wrong form counts as absent", () => {
	test.each([null, [], 3, "text", true, undefined])("%j", (wrong) => {
		const members = ["organization", "app", "inference", "settings", "extraSettings", "groups", "firewall", "publish"];
		const broken = withDefaults(Object.fromEntries(members.map((name) => [name, wrong])), registries);
		expect(broken).toEqual(withDefaults({}, registries));
		expect(withDefaults(wrong, registries)).toEqual(withDefaults({}, registries));
	});

	test("in a group too", () => {
		const group = { preset: "constructor", settings: [], platforms: "macos", members: 3, inference: [] };
		expect(withDefaults({ groups: { a: group, b: null } }, registries).groups).toEqual({
			a: { preset: "none", settings: {}, extraSettings: {}, platforms: ["macos", "windows", "linux"] },
			b: { preset: "none", settings: {}, extraSettings: {}, platforms: ["macos", "windows", "linux"] },
		});
	});
});
