import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { ManagedKeyName, managedKeys } from "../../src/configuration/catalogue.js";
import type { ManagedSettings } from "../../src/configuration/managed-settings.js";
import { renderSettings } from "../support/render-settings.js";

/** A type without the difference between `readonly` and not, and between absent and undefined. */
type Plain<T> = T extends readonly (infer Item)[]
	? readonly Plain<Item>[]
	: T extends object
		? { readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
		: T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Checked = { [K in ManagedKeyName]: Plain<z.input<(typeof managedKeys)[K]["schema"]>> };
type Declared = Required<Plain<ManagedSettings<string>>>;
type Different = {
	[K in ManagedKeyName]: Same<Checked[K], K extends keyof Declared ? Declared[K] : never> extends true ? never : K;
}[ManagedKeyName];

test("the interface is what the catalogue says", async () => {
	await expect(renderSettings()).toMatchFileSnapshot("../../src/configuration/managed-settings.ts");
});

test("interface and schemas take the same keys and values", () => {
	expectTypeOf<keyof ManagedSettings>().toEqualTypeOf<ManagedKeyName>();
	expectTypeOf<Different>().toBeNever();
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
