import { describe, expect, test } from "vitest";
import { artifactStores } from "../../src/artifact-store/index.js";
import { checkForm } from "../../src/deployment/check-form.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { formatProblem } from "../../src/problem.js";
import { type Registries, registries } from "../../src/registries.js";
import { sound, soundWith } from "../support/deployment.js";

/** Only these, so that messages do not change with every variant that is added. */
const { hosts, json, squid } = firewallBackends;
const { local } = artifactStores;
const some: Registries = { ...registries, firewall: { hosts, json, squid }, stores: { local } };
const check = (input: unknown) => checkForm(input, some).map(formatProblem);
const pilot = (members: Record<string, unknown>) => soundWith({ groups: { pilot: { preset: "none", ...members } } });

test("a deployment with every member has nothing wrong with it", () => {
	const whole = soundWith({
		organization: { name: "Example", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11", identifier: "com.example.cowork" },
		app: { minimumVersion: "1.26832.0", maximumVersion: "2.19675.0", installer: "offline" },
		settings: {},
		extraSettings: {},
		groups: {
			pilot: {
				preset: "lockedDown",
				settings: {},
				extraSettings: {},
				platforms: ["macos", "windows", "linux"],
				members: {
					identityCenterGroup: "claude",
					googleGroup: "claude",
					entraGroupId: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12",
				},
				inference: {},
			},
		},
		firewall: { hosts: {}, json: {}, squid: {} },
		profiles: { mobileconfig: {} },
		publish: { local: { directory: "./published" } },
	});
	expect(check(whole)).toEqual([]);
});

describe("the whole", () => {
	test.each([
		[null, "deployment: is empty; expected an object"],
		[[], "deployment: is a list; expected an object"],
		["eu", "deployment: is text; expected an object"],
		[3, "deployment: is 3; expected an object"],
		[true, "deployment: is a boolean; expected an object"],
	])("%j", (input, problem) => {
		expect(check(input)).toEqual([problem]);
	});

	test("what is required is missed, all at once", () => {
		expect(check({})).toEqual([
			"name: is missing; expected text",
			"organization: is missing; expected an object",
			"groups: is missing; expected an object",
		]);
		expect(check({ name: "eu", organization: {}, groups: { pilot: {} } })).toEqual([
			"organization.name: is missing; expected text",
			"groups.pilot.preset: is missing; expected one of standard, restricted, lockedDown, none",
		]);
	});

	test("empty blocks are named, not taken for absent ones", () => {
		const empty = Object.fromEntries(
			["app", "settings", "extraSettings", "firewall", "profiles", "publish"].map((name) => [name, null]),
		);
		expect(check(soundWith(empty))).toEqual(Object.keys(empty).map((name) => `${name}: is empty; expected an object`));
		expect(check(soundWith({ groups: null }))).toEqual(["groups: is empty; expected an object"]);
		expect(check(soundWith({ groups: [] }))).toEqual(["groups: is a list; expected an object"]);
		expect(check(soundWith({ groups: { pilot: null } }))).toEqual(["groups.pilot: is empty; expected an object"]);
	});
});

describe("members", () => {
	test.each([
		[soundWith({ setings: {} }), 'setings: unknown member; did you mean "settings"?'],
		[
			soundWith({ organization: { ...sound.organization, contact: "x" } }),
			"organization.contact: unknown member; expected one of identifier, name, uuid",
		],
		[
			soundWith({ app: { minimumVerison: "1.26832.0" } }),
			'app.minimumVerison: unknown member; did you mean "minimumVersion"?',
		],
		[pilot({ platform: [] }), 'groups.pilot.platform: unknown member; did you mean "platforms"?'],
		[
			pilot({ members: { oktaGroup: "x" } }),
			"groups.pilot.members.oktaGroup: unknown member; expected one of entraGroupId, googleGroup, identityCenterGroup, principalSet",
		],
		[
			pilot({ preset: "lockeddown" }),
			'groups.pilot.preset: unknown value "lockeddown"; expected one of standard, restricted, lockedDown, none',
		],
		[pilot({ preset: null }), "groups.pilot.preset: is empty; expected one of standard, restricted, lockedDown, none"],
		[pilot({ platforms: [] }), "groups.pilot.platforms: is 0 items; expected at least 1 item"],
		[
			pilot({ platforms: ["mac"] }),
			'groups.pilot.platforms[0]: unknown value "mac"; expected one of macos, windows, linux',
		],
		[pilot({ platforms: "macos" }), "groups.pilot.platforms: is text; expected a list"],
		[soundWith({ settings: [] }), "settings: is a list; expected an object"],
		[soundWith({ app: { installer: "msi" } }), 'app.installer: unknown value "msi"; expected one of online, offline'],
		[soundWith({ firewall: { squidd: {} } }), 'firewall.squidd: unknown firewall backend; did you mean "squid"?'],
		[soundWith({ firewall: { pf: {} } }), "firewall.pf: unknown firewall backend; expected one of hosts, json, squid"],
		[
			soundWith({ firewall: { constructor: {} } }),
			"firewall.constructor: unknown firewall backend; expected one of hosts, json, squid",
		],
		[soundWith({ firewall: { hosts: null } }), "firewall.hosts: is empty; expected an object"],
		[
			soundWith({ firewall: { hosts: { x: 1 } } }),
			"firewall.hosts.x: unknown member; expected one of accept, leaveTo, scope",
		],
		[
			soundWith({ firewall: { hosts: { clients: ["10.0.0.0/8"] } } }),
			"firewall.hosts.clients: is for rules that carry networks, which Plain host list does not; leave it out",
		],
		[
			soundWith({ firewall: { squid: { authenticatedGroup: "Domain Users" } } }),
			"firewall.squid.authenticatedGroup: is no group name that Squid reads as one word; expected letters, digits, dots, dashes, underscores and @",
		],
		[
			soundWith({ groups: { pilot: { preset: "none", clients: ["10.20.0.1/16"] } } }),
			"groups.pilot.clients[0]: is no network as it is written; write 10.20.0.0/16",
		],
		[
			soundWith({ firewall: { hosts: { accept: ["dropped"] } } }),
			'firewall.hosts.accept[0]: unknown value "dropped"; expected one of widened, narrowed',
		],
		[
			soundWith({ firewall: { hosts: { leaveTo: "squid" }, json: {} } }),
			"firewall.hosts.leaveTo: names no other block of this firewall; expected one of json",
		],
		[
			soundWith({ firewall: { hosts: { leaveTo: "hosts" } } }),
			"firewall.hosts.leaveTo: names no other block of this firewall; add one, or leave this out",
		],
		[
			soundWith({ profiles: { mobileConfig: {} } }),
			'profiles.mobileConfig: unknown profile format; did you mean "mobileconfig"?',
		],
		[soundWith({ publish: { s3: {} } }), "publish.s3: unknown artifact store; expected one of local"],
		[soundWith({ publish: { local: {} } }), "publish.local.directory: is missing; expected text"],
	])("%j", (input, problem) => {
		expect(check(input)).toEqual([problem]);
	});
});

describe("names", () => {
	const nameProblem =
		"is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens";
	test.each(["eu", "a", "eu-west-1", `a${"b".repeat(30)}`])("%s is one", (name) => {
		expect(check(soundWith({ name, groups: { [name]: { preset: "none" } } }))).toEqual([]);
	});

	test.each(["", "EU", "1st", "-eu", "eu_west", "eu west", "e\n", `a${"b".repeat(31)}`, "é"])("%j is none", (name) => {
		expect(check(soundWith({ name }))).toEqual([`name: ${nameProblem}`]);
		const path = /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? `groups.${name}` : `groups[${JSON.stringify(name)}]`;
		expect(check(soundWith({ groups: { [name]: { preset: "none" } } }))).toEqual([`${path}: ${nameProblem}`]);
	});

	test("a deployment needs a group", () => {
		expect(check(soundWith({ groups: {} }))).toEqual(["groups: is empty; expected at least one group"]);
	});

	test.each(["com.example", "com.example.cowork", "Com.Example-2.x"])("%s is an identifier", (identifier) => {
		expect(check(soundWith({ organization: { name: "Example", identifier } }))).toEqual([]);
	});

	test.each(["com", "com.", ".com", "com..example", "com.exam_ple", "com.example cowork", "https://example.com"])(
		"%s is no identifier",
		(identifier) => {
			expect(check(soundWith({ organization: { name: "Example", identifier } }))).toEqual([
				"organization.identifier: is no reverse-DNS identifier; expected at least two labels of letters, digits and hyphens, such as com.example.cowork",
			]);
		},
	);
});

describe("names that Windows cannot hold", () => {
	const kept = "which Windows keeps for a device and makes no file of; expected another";
	test.each(["con", "nul", "aux", "prn", "com1", "lpt9"])("%s", (name) => {
		expect(check(soundWith({ name }))).toEqual([`name: is a name, ${kept}`]);
		expect(check(soundWith({ groups: { [name]: { preset: "none" } } }))).toEqual([
			`groups.${name}: is a name, ${kept}`,
		]);
		const organization = { ...sound.organization, identifier: `${name.toUpperCase()}.example` };
		expect(check(soundWith({ organization }))).toEqual([`organization.identifier: begins with a name, ${kept}`]);
	});

	test.each(["console", "com10", "com", "nul-eu"])("%s it can", (name) => {
		expect(check(soundWith({ name }))).toEqual([]);
	});
});

describe("versions of the fleet", () => {
	test("a bound beyond the facts is told how far they reach", () => {
		const beyond =
			"is newer than 2.19675.0 of 2026-10-01, where the facts end; keys, rules and hosts are those of that version";
		expect(check(soundWith({ app: { minimumVersion: "2.26454.0", maximumVersion: "6.28899.2" } }))).toEqual([
			`warning: app.minimumVersion: ${beyond}`,
			`warning: app.maximumVersion: ${beyond}`,
		]);
	});

	test.each([
		[{ minimumVersion: "1.26832.0", maximumVersion: "1.26832.0" }],
		[{ minimumVersion: "1.2581.0" }],
		[{ maximumVersion: "1.2581.0" }],
		[{ maximumVersion: "2.19675.0" }],
	])("%j", (app) => {
		expect(check(soundWith({ app }))).toEqual([]);
	});

	test.each([
		[{ minimumVersion: 1.26832 }, "app.minimumVersion: is a number; expected text, so write it in quotes"],
		[
			{ minimumVersion: "1.26832" },
			'app.minimumVersion: is no app version; expected three numbers such as "2.19675.0"',
		],
		[
			{ maximumVersion: "v2.19675.0" },
			'app.maximumVersion: is no app version; expected three numbers such as "2.19675.0"',
		],
		[
			{ minimumVersion: "2.110.0", maximumVersion: "1.26832.0" },
			"app.minimumVersion: is newer than app.maximumVersion 1.26832.0; swap the two",
		],
		[
			{ maximumVersion: "1.2580.9" },
			"app.maximumVersion: is older than every version that is known; expected 1.2581.0 or later",
		],
		[
			{ minimumVersion: "0.14.1" },
			"app.minimumVersion: is older than every version that is known; expected 1.2581.0 or later",
		],
		[
			{ minimumVersion: "2.19676.0" },
			"warning: app.minimumVersion: is newer than 2.19675.0 of 2026-10-01, where the facts end; keys, rules and hosts are those of that version",
		],
	])("%j", (app, problem) => {
		expect(check(soundWith({ app }))).toEqual([problem]);
	});
});
