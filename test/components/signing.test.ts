import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { CoworkDeployment, gateway, local, type StoreAdapter } from "pulumi-cowork";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSigners, verified } from "../signing/identities.js";
import { isSecret, record } from "../support/pulumi.js";
import { vault } from "./artifact-store/vault.js";

let keys = "";
beforeAll(() => {
	keys = mkdtempSync(path.join(tmpdir(), "signing-"));
	makeSigners(keys);
}, 60_000);
afterAll(() => rmSync(keys, { recursive: true }));

const place = (name: string) => path.join(keys, name);
const textOf = (name: string) => readFileSync(place(name), "utf8");

function deploy(sign: object, stores: readonly StoreAdapter[] = [vault({ shelf: 3 })]) {
	return record(
		() =>
			new CoworkDeployment("eu", {
				organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
				inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
				groups: { pilot: { preset: "none", platforms: ["macos"] } },
				profiles: { mobileconfig: { sign } },
				publish: { stores },
			}),
		{ config: { "cowork:password": "p\u00e455", "cowork:key": textOf("ec.key") } },
	);
}

describe("a program signs profiles", () => {
	it.each<[string, () => object]>([
		["with files", () => ({ certificate: place("rsa.pem"), key: place("rsa.key") })],
		["with a key that is an output", () => ({ certificate: place("rsa.pem"), key: pulumi.secret(textOf("rsa.key")) })],
		["with a key of the configuration", () => ({ certificate: place("ec.pem"), key: { fromConfig: "key" } })],
		["with a PKCS#12 file", () => ({ pkcs12: place("modern.p12"), password: { fromConfig: "password" } })],
	])("%s", async (_, sign) => {
		const { resources } = await deploy(sign());

		const boxes = resources.filter(({ type }) => type === "vault:index:Box").map(({ inputs }) => inputs);
		const box = boxes.find((each) => String(each.path).endsWith(".mobileconfig"));
		const text = isSecret(box?.text) ? box?.text.value : box?.text;
		writeFileSync(place("published.mobileconfig"), Buffer.from(String(text), "base64"));
		expect(verified(keys, place("published.mobileconfig"))).toContain("com.anthropic.claudefordesktop");
	});
});

it.each([
	["files of their own", ["rsa.pem"], ["rsa.key"]],
	["one file, the certificate first", ["rsa.pem", "rsa.key"], ["rsa.pem", "rsa.key"]],
	["one file, the key first", ["rsa.key", "rsa.pem"], ["rsa.key", "rsa.pem"]],
])("the key is a secret of the state, and is nowhere else: from %s", async (_, certificate, of) => {
	const file = (name: string, parts: readonly string[]) => {
		writeFileSync(place(name), parts.map(textOf).join(""));
		return place(name);
	};
	const sign = { certificate: file("certificate.pem", certificate), key: file("key.pem", of) };
	const { resources } = await deploy(sign, [local({ directory: "published" })]);

	const key = textOf("rsa.key").split("\n")[1] ?? "";
	const group = resources.find(({ name }) => name === "eu-group-pilot-local")?.inputs;
	expect(isSecret(group?.secrets) && JSON.stringify(group?.secrets.value)).toContain(key);
	const others = resources.map(({ inputs: { secrets: _, ...inputs } }) => JSON.stringify(inputs));
	expect(others.filter((text) => text.includes(key))).toEqual([]);
});

it("a signer that cannot sign ends the program before anything is registered", async () => {
	for (const [sign, message] of [
		[{ certificate: place("ended.pem"), key: place("ended.key") }, /sign\.certificate: expired on/],
		[{ certificate: place("rsa.pem"), key: place("none.key") }, /sign\.key: names .*none\.key, which cannot be read/],
		[{ certificate: place("rsa.pem"), key: { fromConfig: "key" } }, /sign\.key: is not the key of the certificate/],
		[
			{ pkcs12: place("modern.p12"), password: { fromConfig: "key" } },
			/sign\.pkcs12: is no PKCS#12 file that this password opens/,
		],
		[{ pkcs12: place("rsa.pem"), password: { fromConfig: "password" } }, /sign\.pkcs12: is no PKCS#12 file/],
		[
			{ pkcs12: place("legacy.p12"), password: { fromConfig: "password" } },
			/sign\.pkcs12: is encrypted with RC2 or 3DES/,
		],
	] as const) {
		await expect(deploy(sign)).rejects.toThrow(message);
	}
});
