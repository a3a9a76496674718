import { describe, expect, test } from "vitest";
import type { Layer } from "../../../src/configuration/managed-configuration.js";
import { checkRules } from "../../../src/configuration/rules/index.js";
import type { JsonObject } from "../../../src/json.js";
import { formatProblem } from "../../../src/problem.js";
import { registries } from "../../../src/registries.js";
import { type Circumstances, configurationOf } from "../../support/configuration.js";
import { type RuleCase, ruleProblems } from "./problems.js";

/** As if the settings stood in a layer. */
function inLayer(layer: Layer, settings: JsonObject, circumstances: Circumstances = {}): string[] {
	const configuration = configurationOf(settings, circumstances);
	const layered = [...configuration.settings].map(([name, setting]) => [name, { ...setting, layer }] as const);
	return checkRules({ ...configuration, settings: new Map(layered) }, registries.routes).map(formatProblem);
}

describe("deprecated keys", () => {
	const client = { clientId: "cowork", issuer: "https://login.example.com" };
	const oidc =
		"warning: settings.inferenceGatewayOidc: is the older spelling; from app 2.7032.0 write signIn.idp.oidc instead";
	const flow =
		"warning: settings.inferenceGatewayOidcAuthFlow: is the older spelling; from app 2.7032.0 write signIn.idp.flow instead";
	test.each<RuleCase>([
		[
			{ requireCoworkFullVmSandbox: true },
			{},
			[
				"warning: settings.requireCoworkFullVmSandbox: is deprecated: the newest reference calls it deprecated; remove it where no older app needs it",
			],
		],
		[{ inferenceGatewayOidc: client, inferenceGatewayOidcAuthFlow: "browser" }, {}, []],
		[{ inferenceGatewayOidc: client, inferenceGatewayOidcAuthFlow: "browser" }, { oldest: "2.9939.2" }, [oidc, flow]],
		[{ inferenceGatewayOidc: client }, { oldest: "2.7032.0" }, [oidc]],
		[{ inferenceGatewayOidc: client }, { oldest: "2.2553.0" }, []],
		[{ inferenceIdpOidc: client }, { oldest: "2.7032.0" }, []],
	])("%j %j", (settings, circumstances, problems) => {
		expect(ruleProblems(settings, circumstances)).toEqual(problems);
	});
});

describe("keys of other platforms", () => {
	const problem = (name: string, platforms: string) =>
		`warning: settings.${name}: is read on ${platforms} only, which group everyone does not have; remove it`;

	test("are pointed out in a group", () => {
		expect(inLayer("group", { coworkVmIpv6Enabled: false }, { platforms: ["linux"] })).toEqual([
			problem("coworkVmIpv6Enabled", "macos and windows"),
		]);
		expect(inLayer("group", { coworkVmIpv6Enabled: false }, { platforms: ["linux", "macos"] })).toEqual([]);
	});

	test.each(["deployment", "route"] as const)("are for other groups where the %s has them", (layer) => {
		expect(inLayer(layer, { coworkVmIpv6Enabled: false }, { platforms: ["linux"] })).toEqual([]);
	});
});

test("names that differ by case alone are one name on Windows", () => {
	const problem =
		"settings.FutureKey: differs from futureKey by case alone, which Windows does not tell apart; keep one of the two";
	expect(inLayer("extra", { futureKey: 1, FutureKey: 2 })).toContain(problem);
	// Wherever it is written, it is no key.
	expect(inLayer("deployment", { disableAutoUpdates: true, DisableAutoUpdates: false })).toEqual([]);
});

describe("keys that the catalogue does not know", () => {
	const kept = "is kept unchecked, because the catalogue does not know it";
	const linux = "; some Linux builds discard a whole file with a key they do not know";
	test("are kept, with a warning", () => {
		const desktop: Circumstances = { platforms: ["macos", "windows"] };
		expect(inLayer("extra", { futureKey: true }, desktop)).toEqual([`warning: settings.futureKey: ${kept}`]);
		expect(inLayer("extra", { futureKey: true })).toEqual([`warning: settings.futureKey: ${kept}${linux}`]);
		expect(inLayer("extra", { disableAutoUpdate: true })).toEqual([
			`warning: settings.disableAutoUpdate: ${kept}; if you mean disableAutoUpdates, write that in settings${linux}`,
		]);
	});
});
