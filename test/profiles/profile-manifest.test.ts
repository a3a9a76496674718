import { describe, expect, test } from "vitest";
import { keyNames, managedKeys } from "../../src/configuration/catalogue.js";
import type { ManagedKey } from "../../src/configuration/managed-key.js";
import { profileManifest } from "../../src/profiles/profile-manifest.js";
import { needsPlistlib, readPlists } from "../support/plists.js";
import { identity } from "./cases.js";

interface Subkey {
	readonly pfm_name: string;
	readonly pfm_type: string;
	readonly pfm_default?: unknown;
	readonly pfm_range_list?: readonly unknown[];
	readonly pfm_sensitive?: boolean;
}

async function subkeys(): Promise<readonly Subkey[]> {
	const { value } = await profileManifest.render({ identity, platform: "macos" }, {});
	expect(value?.map(({ name }) => name)).toEqual(["com.anthropic.claudefordesktop.plist"]);
	const [manifest = {}] = readPlists(value?.map(({ content }) => content) ?? []);
	const { pfm_subkeys, ...rest } = manifest;
	expect(rest).toMatchObject({
		pfm_domain: "com.anthropic.claudefordesktop",
		pfm_format_version: 1,
		pfm_last_modified: "2026-10-01T00:00:00",
		pfm_platforms: ["macOS"],
		pfm_targets: ["system"],
		pfm_version: 20261001,
	});
	return pfm_subkeys as readonly Subkey[];
}

// What manifests hold by type: https://github.com/ProfileManifests/ProfileManifests/wiki/Manifest-Format
const types: Readonly<Record<string, (value: unknown) => boolean>> = {
	string: (value) => typeof value === "string",
	boolean: (value) => typeof value === "boolean",
	integer: Number.isInteger,
	real: (value) => typeof value === "number",
};

describe.skipIf(!needsPlistlib.isHere)(`a profile manifest: needs ${needsPlistlib.needs}`, () => {
	test("has what surrounds a payload, then every key of the catalogue", async () => {
		const names = (await subkeys()).map(({ pfm_name }) => pfm_name);
		expect(names.slice(0, 7).every((name) => name.startsWith("Payload"))).toBe(true);
		expect(names.slice(7)).toEqual(keyNames);
	});

	test("gives every key a type of its own, with a default and values of that type", async () => {
		for (const { pfm_name: name, pfm_type: type, pfm_default, pfm_range_list = [] } of await subkeys()) {
			const given = [...(pfm_default === undefined ? [] : [pfm_default]), ...pfm_range_list];
			expect([name, given.filter((value) => !types[type]?.(value))]).toEqual([name, []]);
		}
	});

	test("hides what holds a credential", async () => {
		const sensitive = (await subkeys()).filter(({ pfm_sensitive }) => pfm_sensitive).map(({ pfm_name }) => pfm_name);
		const secret = Object.entries<ManagedKey>(managedKeys).filter(([, key]) => key.secret);
		expect(sensitive).toEqual(secret.map(([name]) => name));
		expect(sensitive.length).toBeGreaterThan(8);
	});
});
