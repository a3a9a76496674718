import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sha256 } from "../../../src/bundle/bundle.js";
import { type BlobInputs, create, diff, read } from "../../../src/components/azure/blob-provider.js";
import { closed, listening } from "../../support/listening.js";

const content = Buffer.from("{}\n");
const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-blob-"));
const inputs: BlobInputs = {
	account: "examplecowork",
	container: "cowork",
	key: "eu/groups/pilot/settings.json",
	content: { path: path.join(folder, "content") },
	sha256: sha256(content),
	mediaType: "application/json",
	cacheControl: "no-cache",
};
const { content: _, ...state } = inputs;

let server: Server;
let answer: RequestListener;

beforeEach(async () => {
	writeFileSync(path.join(folder, "content"), content);
	server = createServer((request, response) => {
		request.resume();
		request.once("end", () => answer(request, response));
	});
	const address = await listening(server);
	const key = Buffer.from("none").toString("base64");
	vi.stubEnv(
		"AZURE_STORAGE_CONNECTION_STRING",
		`DefaultEndpointsProtocol=http;AccountName=examplecowork;AccountKey=${key};BlobEndpoint=${address}/examplecowork`,
	);
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await closed(server);
	rmSync(path.join(folder, "content"), { force: true });
});

/** Refuses what is written with a code of Azure, and has this content to read. */
function refusing(status: number, code: string, standing: Uint8Array = new Uint8Array()) {
	answer = ({ method }, response) => {
		if (method === "PUT") return response.writeHead(status, { "x-ms-error-code": code }).end();
		const headers = { "content-length": standing.length, etag: '"1"', "last-modified": new Date(0).toUTCString() };
		return response.writeHead(200, headers).end(method === "HEAD" ? undefined : standing);
	};
}

test("what a retention keeps is published where it is the same, and only there", async () => {
	for (const code of ["BlobImmutableDueToPolicy", "BlobImmutableDueToLegalHold"]) {
		refusing(409, code, content);
		expect((await create(inputs)).outs).toEqual(state);
		refusing(409, code, Buffer.from("else"));
		await expect(create(inputs)).rejects.toThrow(`settings.json: ${code}`);
	}
});

test.each([
	[403, "AuthorizationPermissionMismatch", "it needs the role Storage Blob Data Contributor on the container"],
	[403, "AuthorizationFailure", "the account's network rules refuse this machine"],
	[403, "KeyBasedAuthenticationNotPermitted", "the account takes no keys"],
	[404, "ContainerNotFound", "there is no such container"],
])("a refusal (%i %s) says what to do, and no key", async (status, code, message) => {
	refusing(status, code);
	const failure = create(inputs);
	await expect(failure).rejects.toThrow(
		"cannot write https://examplecowork.blob.core.windows.net/cowork/eu/groups/pilot/settings.json",
	);
	await expect(failure).rejects.toThrow(message);
	await expect(failure).rejects.not.toThrow(Buffer.from("none").toString("base64"));
});

test("bytes that are not those of the digest are not written", async () => {
	writeFileSync(path.join(folder, "content"), "else");
	answer = (_request, response) => response.writeHead(201).end();
	await expect(create(inputs)).rejects.toThrow("its content is another by now");
});

test("a secret comes as text, is held to its digest too, and is in no state", async () => {
	answer = (_request, response) => response.writeHead(201).end();
	const secret = { ...inputs, content: content.toString("base64") };
	expect((await create(secret)).outs).toEqual(state);
	await expect(create({ ...secret, content: "" })).rejects.toThrow("its content is another by now");
});

test("another key is another blob, and other content is written over the old", async () => {
	expect(await diff("", state, inputs)).toEqual({ changes: false, replaces: [] });
	expect(await diff("", state, { ...inputs, key: "else" })).toEqual({ changes: true, replaces: ["key"] });
	expect(await diff("", state, { ...inputs, account: "else" })).toEqual({ changes: true, replaces: ["account"] });
	for (const other of [{ sha256: "0" }, { mediaType: "a/b" }, { cacheControl: "no-store" }, { disposition: "inline" }])
		expect(await diff("", state, { ...inputs, ...other })).toEqual({ changes: true, replaces: [] });
});

test("a refresh finds what somebody has changed, and what is gone", async () => {
	answer = (_request, response) =>
		response
			.writeHead(200, {
				"content-type": "text/plain",
				"x-ms-meta-sha256": "0",
				"last-modified": new Date(0).toUTCString(),
			})
			.end();
	const { account, container, key } = inputs;
	expect(await read("id", state)).toEqual({
		id: "id",
		props: { account, container, key, sha256: "0", mediaType: "text/plain", cacheControl: "" },
	});
	answer = (_request, response) => response.writeHead(404, { "x-ms-error-code": "BlobNotFound" }).end();
	expect(await read("id", state)).toEqual({ id: "", props: {} });
});
