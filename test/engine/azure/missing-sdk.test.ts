import { describe, expect, test } from "vitest";
import { shippedPackage } from "../../support/engine.js";
import { runWithout } from "../without-sdk.js";

const place = `place("rules", { ruleSet: { plan: { resources: [], outputs: {} } }, passed() {} }, {})`;
const message =
	"creating resources in Azure needs the package @pulumi/azure-native; run npm install @pulumi/azure-native\n";

describe("pulumi-cowork/azure without @pulumi/azure-native", () => {
	const folder = shippedPackage();

	test("loads, and names the install command where something is to be created", () => {
		const script = `import("pulumi-cowork/azure").then(({ azureFirewall }) => {
			azureFirewall({ resourceGroup: "network" }).${place};
		}).catch((fault) => console.log(fault.message))`;
		expect(runWithout("@pulumi/azure-native", folder(), ["--input-type=module"], script)).toBe(message);
	});

	test("the same from CommonJS", () => {
		const script = `const { azureFirewall } = require("pulumi-cowork/azure");
			const rules = azureFirewall({ resourceGroup: "network" });
			console.log(rules.name);
			try { rules.${place} } catch (fault) { console.log(fault.message) }`;
		expect(runWithout("@pulumi/azure-native", folder(), [], script)).toBe(`azureFirewall\n${message}`);
	});
});

describe("foundry without an SDK that it needs", () => {
	const folder = shippedPackage();
	const placing = (...types: readonly string[]) => `const { foundry } = require("pulumi-cowork/azure");
		const plan = { resources: ${JSON.stringify(types.map((type) => ({ type })))}, identities: [] };
		try { foundry({}).place("eu", { plan, passed() {} }, {}) } catch (fault) { console.log(fault.message) }`;
	const account = "Microsoft.CognitiveServices/accounts";

	test("names the install command of Azure's", () => {
		expect(runWithout("@pulumi/azure-native", folder(), [], placing(account))).toBe(message);
	});

	test("names that of Entra ID's, and the way by hand, where an app is to be registered, and only there", () => {
		const without = (script: string) => runWithout("@pulumi/azuread", folder(), [], script);
		expect(without(placing(account, "Microsoft.Graph/applications"))).toBe(
			"creating resources in Entra ID needs the package @pulumi/azuread; run npm install @pulumi/azuread, or leave out provision.app and give signIn.entra a clientId: a warning then tells each step of registering the app by hand\n",
		);
		// There is no engine either, which is all that is left to miss.
		expect(without(placing(account))).not.toContain("@pulumi/azuread");
	});
});

describe("azureBlob without a package that it needs", () => {
	const folder = shippedPackage();
	const opening = `const { azureBlob } = require("pulumi-cowork/azure");
		try { azureBlob({}).open("eu-azureBlob", {}, {}) } catch (fault) { console.log(fault.message) }`;

	test("names the install command of Azure's SDK", () => {
		expect(runWithout("@pulumi/azure-native", folder(), [], opening)).toBe(message);
	});

	test("names that of what writes files, and the way by hand", () => {
		expect(runWithout("@azure/storage-blob", folder(), [], opening)).toBe(
			"creating resources in Azure Blob Storage needs the package @azure/storage-blob; run npm install @azure/storage-blob, or publish to a local folder and hand it to az storage blob upload-batch --auth-mode login\n",
		);
	});
});
