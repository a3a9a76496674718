import { expect, test } from "vitest";
import { containerFault, openContainer } from "../../src/object-store/azure-container.js";

const place = { account: "examplecowork", container: "cowork" };
const key = Buffer.from("a key of the account").toString("base64");
const connection = (account: string) =>
	`DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key};EndpointSuffix=core.windows.net`;

const open = (text?: string) =>
	openContainer(place, text === undefined ? {} : { AZURE_STORAGE_CONNECTION_STRING: text });

test("without a connection string somebody of Entra ID is asked for, in the public cloud", async () => {
	for (const container of [await open(), await open("")]) {
		expect(container.url).toBe("https://examplecowork.blob.core.windows.net/cowork");
		expect(container.credential.constructor.name).toBe("DefaultAzureCredential");
	}
});

test("a connection string of the account names a key", async () => {
	const container = await open(connection("examplecowork"));
	expect([container.accountName, container.containerName]).toEqual(["examplecowork", "cowork"]);
	expect(container.credential.constructor.name).toBe("StorageSharedKeyCredential");
});

test("one of another account is refused, and so is what is none", async () => {
	await expect(open(connection("another"))).rejects.toMatchObject({
		code: "no-credentials",
		message:
			"AZURE_STORAGE_CONNECTION_STRING is of account another, and the store is examplecowork; unset it, or give that of examplecowork",
	});
	for (const text of ["nothing", `AccountKey=${key}`]) {
		const failure = open(text);
		await expect(failure).rejects.toMatchObject({
			code: "no-credentials",
			message: "AZURE_STORAGE_CONNECTION_STRING is no connection string of a storage account",
		});
		await expect(failure).rejects.not.toThrow(key);
	}
});

test("an account that is not created yet is told as missing, and a network that fails as that", () => {
	const codeOf = (code: string) => containerFault("read it", "reader", Object.assign(new Error(code), { code })).code;
	expect([codeOf("ENOTFOUND"), codeOf("EAI_AGAIN"), codeOf("ECONNREFUSED")]).toEqual([
		"store-missing",
		"store-unreachable",
		"store-unreachable",
	]);
});
