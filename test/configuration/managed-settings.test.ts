import { expect, expectTypeOf, test } from "vitest";
import type { ManagedKeyName } from "../../src/configuration/catalogue.js";
import type { ManagedSettings } from "../../src/configuration/managed-settings.js";
import { renderSettings, renderStructures } from "../support/render-settings.js";

test("the declarations are what the catalogue says", async () => {
	await expect(renderSettings()).toMatchFileSnapshot("../../src/configuration/managed-settings.ts");
	await expect(renderStructures()).toMatchFileSnapshot("../../src/configuration/setting-structures.ts");
	expectTypeOf<keyof ManagedSettings>().toEqualTypeOf<ManagedKeyName>();
});

test("secrets are references at the top and may be references inside", () => {
	expectTypeOf<{ inferenceGatewayApiKey: { fromEnv: "KEY" } }>().toExtend<ManagedSettings>();
	expectTypeOf<{ otlpHeaders: { authorization: { fromConfig: "key" } } }>().toExtend<ManagedSettings>();
	// @ts-expect-error a secret is never plain text
	expectTypeOf<{ inferenceGatewayApiKey: string }>().toExtend<ManagedSettings>();
	// @ts-expect-error a secret shapes no list of hosts
	expectTypeOf<{ coworkEgressAllowedHosts: { fromEnv: "KEY" }[] }>().toExtend<ManagedSettings>();
});

test("misspelt names and wrong values do not compile", () => {
	const settings: ManagedSettings[] = [
		// @ts-expect-error a misspelt key
		{ disableAutoUpdate: true },
		// @ts-expect-error a value of another type
		{ disableAutoUpdates: "true" },
		// @ts-expect-error a value that is not in the enumeration
		{ otlpProtocol: "http" },
		// @ts-expect-error a misspelt member three levels deep
		{ managedMcpServers: [{ name: "a", transport: "http", url: "https://a.example", oauth: { clientID: "b" } }] },
	];
	expect(settings).toHaveLength(4);
});
