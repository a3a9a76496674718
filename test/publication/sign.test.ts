import { execFileSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readPublicKey, readRevisionKey, signRevision, verifyRevision } from "../../src/publication/sign.js";
import { inFolder } from "../support/in-folder.js";

const manifest = new TextEncoder().encode('{"schemaVersion":1}\n');

test("a key that openssl made signs what openssl verifies, and nothing else", () =>
	inFolder((folder) => {
		const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, encoding: "utf8" });
		const key = readRevisionKey(openssl("genpkey", "-algorithm", "ed25519")).value;
		if (!key) throw new Error("the key is not read");
		writeFileSync(path.join(folder, "key.pem"), key.export({ type: "pkcs8", format: "pem" }));
		const publicKey = openssl("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem");
		writeFileSync(path.join(folder, "manifest.json"), manifest);
		writeFileSync(path.join(folder, "manifest.json.sig"), signRevision(manifest, key));
		const verify = () =>
			openssl(
				...["pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin"],
				...["-in", "manifest.json", "-sigfile", "manifest.json.sig"],
			);

		expect(publicKey).toBe("");
		expect(verify()).toContain("Signature Verified Successfully");
		writeFileSync(path.join(folder, "manifest.json"), '{"schemaVersion":2}\n');
		expect(verify).toThrow();
	}));

test("a signature is 64 bytes, the same each time, and holds for its manifest and key alone", () => {
	const [key, another] = [newKey(), newKey()];
	const signature = signRevision(manifest, key);

	expect(signature).toHaveLength(64);
	expect(signRevision(manifest, key)).toEqual(signature);
	expect(verifyRevision(manifest, signature, key)).toBe(true);
	expect(verifyRevision(manifest, signature, another)).toBe(false);
	expect(verifyRevision(manifest.slice(1), signature, key)).toBe(false);
	expect(verifyRevision(manifest, signature.slice(1), key)).toBe(false);
});

test.each([
	["text", "no key", "is no readable key in PEM"],
	["an RSA key", opensslKey("rsa"), "is a key of another kind"],
	["a key on P-256", opensslKey("EC", "-pkeyopt", "ec_paramgen_curve:P-256"), "is a key of another kind"],
	["an encrypted key", opensslKey("ed25519", "-aes256", "-pass", "pass:x"), "is no readable key in PEM"],
])("%s is refused, and not repeated", (_, pem, what) => {
	const { value, problems } = readRevisionKey(pem);

	expect(value).toBeUndefined();
	expect(problems).toEqual([expect.objectContaining({ code: "signing-key", path: [], severity: "error" })]);
	expect(problems[0]?.message.startsWith(what)).toBe(true);
});

test("the public half of a key is read, and never taken from a private one", () => {
	const key = newKey();
	const pem = createPublicKey(key).export({ type: "spki", format: "pem" }).toString();
	const { value } = readPublicKey(pem);
	if (!value) throw new Error("the key is not read");
	expect(verifyRevision(manifest, signRevision(manifest, key), value)).toBe(true);

	const messages = [opensslKey("ed25519"), "no key", rsaPublic()].map((each) => readPublicKey(each).problems);
	const expected = "expected the public half of an Ed25519 key, such as openssl pkey -pubout writes";
	expect(messages.map((problems) => problems.map(({ code, message }) => `${code}: ${message}`))).toEqual([
		[`public-key: is a private key; ${expected}`],
		[`public-key: is no readable key in PEM; ${expected}`],
		[`public-key: is a key of another kind; ${expected}`],
	]);
});

function rsaPublic(): string {
	return execFileSync("openssl", ["pkey", "-pubout"], { encoding: "utf8", input: opensslKey("rsa") });
}

function newKey() {
	const { value } = readRevisionKey(opensslKey("ed25519"));
	if (!value) throw new Error("the key is not read");
	return value;
}

function opensslKey(algorithm: string, ...args: string[]): string {
	return execFileSync("openssl", ["genpkey", "-algorithm", algorithm, ...args], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"],
	});
}
