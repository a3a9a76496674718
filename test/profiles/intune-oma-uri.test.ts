import { describe, expect, test } from "vitest";
import { keyNames } from "../../src/configuration/catalogue.js";
import type { JsonObject } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import { intuneOmaUri } from "../../src/profiles/intune-oma-uri.js";
import { checkAdmx, hasAdmxSchemas } from "../support/admx-schemas.js";
import { bytesOf, profileOf } from "./cases.js";

interface Setting {
	readonly displayName: string;
	readonly omaUri: string;
	readonly value: string;
}

async function settingsOf(settings: JsonObject): Promise<readonly Setting[]> {
	return JSON.parse(new TextDecoder().decode(await bytesOf(intuneOmaUri, settings))).omaSettings;
}

test("writes a policy for each setting, in Microsoft's documented form", async () => {
	const [, ...policies] = await settingsOf({ inferenceProvider: "bedrock", disableAutoUpdates: true });
	const at = "./Device/Vendor/MSFT/Policy/Config/ClaudeCowork~Policy~ClaudeCowork~Settings";
	expect(policies).toEqual([
		{
			"@odata.type": "#microsoft.graph.omaSettingString",
			displayName: "disableAutoUpdates",
			omaUri: `${at}/disableAutoUpdates`,
			value: '<enabled/><data id="disableAutoUpdates" value="true"/>',
		},
		{
			"@odata.type": "#microsoft.graph.omaSettingString",
			displayName: "inferenceProvider",
			omaUri: `${at}/inferenceProvider`,
			value: '<enabled/><data id="inferenceProvider" value="bedrock"/>',
		},
	]);
});

test("brings a definition of every key, so that a device can clear what a later revision leaves out", async () => {
	const names = ([install]: readonly Setting[]) =>
		[...(install?.value ?? "").matchAll(/valueName="([^"]*)"/g)].map(([, name]) => name);
	expect(names(await settingsOf({}))).toEqual(keyNames);
	expect(names(await settingsOf({ "key-of.tomorrow": "x" }))).toEqual([...keyNames, "key-of.tomorrow"]);
});

describe.skipIf(!hasAdmxSchemas)("Microsoft's schemas: needs them beside the repository, and xmllint", () => {
	test("take the definitions, also of keys that the catalogue does not know", async () => {
		const installs = await Promise.all([{}, { "key-of.tomorrow_1": "x" }].map(settingsOf));
		checkAdmx(installs.map(([install]) => install?.value ?? ""));
	});
});

test("refuses a text that is longer than a policy takes", async () => {
	const long = { organizationInstructions: "x".repeat(1_000_001) };
	const { value, problems } = await intuneOmaUri.render(profileOf(intuneOmaUri, long), {});
	expect([value, problems.map(formatProblem)]).toEqual([
		undefined,
		["organizationInstructions: would be 1000001 characters in a text of a policy; expected at most 1000000"],
	]);
});
