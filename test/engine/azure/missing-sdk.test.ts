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
