import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { made } from "../../src/outcome.js";
import { mobileconfig } from "../../src/profiles/mobileconfig.js";
import { makeSigners, openssl } from "../signing/identities.js";
import { temporaryFolder } from "../support/command.js";
import { nativeOf, profileOf } from "./cases.js";
import { answersBroken } from "./conformance.js";

const folder = temporaryFolder();
let keys = "";
beforeAll(() => {
	keys = folder();
	makeSigners(keys);
}, 60_000);

const settings = { disableAutoUpdates: true, inferenceProvider: "bedrock" };

async function render(sign?: { certificate: string; key: string }): Promise<Uint8Array> {
	const { value } = await mobileconfig.render(profileOf(mobileconfig, settings), sign ? { sign } : {});
	return value?.[0]?.content ?? new Uint8Array();
}

const textOf = (name: string) => readFileSync(path.join(keys, name), "utf8");
const ours = () => render({ certificate: textOf("ec.pem"), key: textOf("ec.key") });

/** The profile as OpenSSL signs it: with a length, or in pieces of none. */
async function signedByOthers(...more: string[]): Promise<Uint8Array> {
	writeFileSync(path.join(keys, "plain"), await render());
	const files = ["-signer", "rsa.pem", "-inkey", "rsa.key", "-in", "plain", "-out", "signed"];
	openssl(keys, "cms", "-sign", "-binary", "-nodetach", "-outform", "DER", ...files, ...more);
	return readFileSync(path.join(keys, "signed"));
}

test.each<[string, () => Promise<Uint8Array>]>([
	["by us", ours],
	["by OpenSSL", () => signedByOthers()],
	["by OpenSSL, in pieces", () => signedByOthers("-stream")],
])("a profile that is signed %s is recognized and decoded as what it signs", async (_, signed) => {
	const bytes = await signed();

	expect(mobileconfig.recognizes(bytes)).toBe(true);
	expect(await nativeOf(mobileconfig, bytes)).toEqual(made(settings));
});

test("broken ones are settings or problems, and never an exception", async () => {
	const whole = await ours();
	await answersBroken(mobileconfig, whole);
	const { problems } = await mobileconfig.decode(whole.subarray(0, 40));
	expect(problems.map(({ message }) => message)).toEqual(["is no signed message with content; expected CMS in DER"]);
});

test.each<[string, () => Promise<Uint8Array>, RegExp]>([
	["was changed since", async () => changed(await signedByOthers()), /^has a signature that does not hold/],
	["of ours was changed since", async () => changed(await ours()), /^has a signature that does not hold/],
	[
		"is signed by a key that nobody knows",
		() => signedByOthers("-nocerts"),
		/^is signed by a key whose certificate it does not hold/,
	],
])("a profile that %s is refused", async (_, signed, message) => {
	const { value, problems } = await mobileconfig.decode(await signed());
	expect(value).toBeUndefined();
	expect(problems.map((each) => each.message)).toEqual([expect.stringMatching(message)]);
});

test("a profile that several signed is what all of them signed", async () => {
	const bytes = await signedByOthers("-signer", "ec.pem", "-inkey", "ec.key");
	expect(await nativeOf(mobileconfig, bytes)).toEqual(made(settings));
});

function changed(bytes: Uint8Array): Uint8Array {
	const text = Buffer.from(bytes).toString("latin1");
	expect(text).toContain("bedrock");
	return Buffer.from(text.replace("bedrock", "gateway"), "latin1");
}
