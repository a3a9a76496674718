import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { azureBlob as plain } from "../../../src/artifact-store/azure-blob.js";
import { sha256 } from "../../../src/bundle/bundle.js";
import { ProgramValues } from "../../../src/components/program-values.js";
import { type AzureBlobBlock, azureBlob } from "../../../src/entries/azure.js";
import type { JsonObject } from "../../../src/json.js";
import { fileKey, pointerKey } from "../../../src/publication/layout.js";
import { withTokens } from "../../../src/reference/walk.js";
import { storePlan } from "../../artifact-store/planned.js";
import { subscription } from "../../inference/azure/requests.js";
import { isSecret } from "../../support/pulumi.js";
import { bytesOf, pilotFile, pilotPart } from "../artifact-store/pilot-part.js";
import { clientConfig, recordAzure } from "./record-azure.js";

const group = { objectId: "aaaaaaaa-0000-4000-8000-000000000001", type: "Group" } as const;
const block = {
	subscription,
	resourceGroup: "cowork",
	account: { name: "examplecowork" },
	readers: [group],
	writers: [],
	sensitive: {},
} as const satisfies AzureBlobBlock;

const scope = { deployment: "eu", group: "pilot" };

function publish(options: AzureBlobBlock, answers: Parameters<typeof recordAzure>[1] = {}) {
	return recordAzure(() => {
		const program = new ProgramValues();
		const written = withTokens(program.takeOutputs({ publish: { azureBlob: options } }) as JsonObject);
		const { publish: stores } = written as { readonly publish: { readonly azureBlob: never } };
		const plan = storePlan(plain, stores.azureBlob, { carriesSecrets: true });
		const passed = (place: string) => program.get(place);
		const publication = { deployment: "eu", owner: "p/s/eu", app: {}, passed, plan };
		const opened = azureBlob(options).open("eu-azureBlob", publication, {});
		return opened.publish("eu-group-pilot-azureBlob", pilot, {});
	}, answers);
}

const registry = Buffer.from("\uFEFF[-HKEY]\r\n", "utf16le");

const pilot = pilotPart([{ ring: "canary" }], () => [
	pilotFile("settings.json", "application/json", "{}"),
	pilotFile("profiles/windows/Claude.reg", "text/x-ms-regedit", registry, true),
]);

type Recorded = Awaited<ReturnType<typeof publish>>;

function found({ resources }: Pick<Recorded, "resources">, name: string) {
	const resource = resources.find((each) => each.name === name);
	if (!resource) throw new Error(`${name} is none of ${resources.map((each) => each.name).join(", ")}`);
	return resource;
}

const digestIn = ({ inputs }: { readonly inputs: Readonly<Record<string, unknown>> }, name: string) =>
	/revisions\/([0-9a-f]{64})\//.exec(String(inputs[name]))?.[1] ?? "";

test("account, service and containers are classes of the provider, in that order, with what the plan says", async () => {
	const recorded = await publish(block);
	const types = recorded.resources.filter(({ type }) => type.startsWith("azure-native:"));
	expect(types.map(({ type, name }) => `${type} ${name}`)).toEqual([
		"azure-native:storage:StorageAccount eu-azureBlob-account",
		"azure-native:storage:BlobServiceProperties eu-azureBlob-blob-service",
		"azure-native:storage:BlobContainer eu-azureBlob-container",
		"azure-native:storage:BlobContainer eu-azureBlob-sensitive-container",
		`azure-native:authorization:RoleAssignment eu-azureBlob-reader.${group.objectId}`,
	]);
	expect(found(recorded, "eu-azureBlob-account").inputs).toMatchObject({
		resourceGroupName: "cowork",
		accountName: "examplecowork",
		allowSharedKeyAccess: false,
		allowBlobPublicAccess: false,
	});
	expect(found(recorded, "eu-azureBlob-container").inputs).toEqual({
		resourceGroupName: "cowork",
		accountName: "examplecowork",
		containerName: "cowork",
		publicAccess: "None",
	});
	expect(recorded.warnings).toEqual([]);
});

test("files are written with every header, each in its container, and a secret one as a secret", async () => {
	const recorded = await publish(block);
	const closed = found(recorded, "eu-group-pilot-azureBlob-profiles/windows/Claude.reg");
	const digest = digestIn(closed, "key");
	expect(closed.type).toBe("pulumi-nodejs:dynamic/pulumi-cowork:AzureBlob");
	expect(closed.inputs).toMatchObject({
		account: "examplecowork",
		container: "cowork-sensitive",
		key: fileKey(scope, digest, "profiles/windows/Claude.reg"),
		sha256: sha256(registry),
		mediaType: "text/plain; charset=utf-16le",
		cacheControl: "no-store",
		disposition: 'attachment; filename="Claude.reg"',
	});
	// In no file: a program that is killed leaves those behind.
	const secret = isSecret(closed.inputs.content) ? closed.inputs.content.value : undefined;
	expect(secret).toBe(Buffer.from(registry).toString("base64"));
	const open = found(recorded, "eu-group-pilot-azureBlob-settings.json");
	expect(open.inputs).toMatchObject({ container: "cowork", cacheControl: "private, max-age=31536000, immutable" });
	expect((await bytesOf(open.inputs.content)).toString()).toBe("{}");
	const pointer = found(recorded, "eu-group-pilot-azureBlob-ring-canary");
	expect(pointer.inputs).toMatchObject({
		container: "cowork",
		key: pointerKey(scope, "canary"),
		cacheControl: "no-cache",
		mediaType: "application/json",
	});
	expect(JSON.parse((await bytesOf(pointer.inputs.content)).toString())).toMatchObject({ revision: digest });
});

test("a resource group that a program passes is that of everything", async () => {
	const recorded = await publish({ ...block, resourceGroup: pulumi.output("passed") });
	expect(found(recorded, "eu-azureBlob-container").inputs.resourceGroupName).toBe("passed");
	expect(String(found(recorded, `eu-azureBlob-reader.${group.objectId}`).inputs.scope)).toContain(
		"/resourceGroups/passed/providers/Microsoft.Storage/storageAccounts/examplecowork/",
	);
});

test("the provider is asked which subscription it creates in", async () => {
	const { calls } = await publish(block);
	expect(calls.map(({ token }) => token)).toEqual([clientConfig]);
});
