import { describe, expect, test } from "vitest";
import { shippedPackage } from "../../support/engine.js";
import { runWithout } from "../without-sdk.js";

const place = `place("rules", { ruleSet: { plan: { resources: [], outputs: {} } }, passed() {} }, {})`;
const message = "creating resources in Google Cloud needs the package @pulumi/gcp; run npm install @pulumi/gcp\n";

describe("pulumi-cowork/gcp without @pulumi/gcp", () => {
	const folder = shippedPackage();

	test("loads, and names the install command where something is to be created", () => {
		const script = `import("pulumi-cowork/gcp").then(({ gcpSecureWebProxy }) => {
			gcpSecureWebProxy({ location: "europe-west3" }).${place};
		}).catch((fault) => console.log(fault.message))`;
		expect(runWithout("@pulumi/gcp", folder(), ["--input-type=module"], script)).toBe(message);
	});

	test("names it for inference too, before anything of it is registered", () => {
		const script = `import("pulumi-cowork/gcp").then(({ vertex }) => {
			const plan = { lookUps: [], resources: [], identities: [], policies: {}, late: {}, outputs: {} };
			vertex({}).place("eu-inference", { plan, at: [], passed() {} }, {});
		}).catch((fault) => console.log(fault.message))`;
		expect(runWithout("@pulumi/gcp", folder(), ["--input-type=module"], script)).toBe(message);
	});

	test("the same from CommonJS", () => {
		const script = `const { gcpSecureWebProxy } = require("pulumi-cowork/gcp");
			const rules = gcpSecureWebProxy({ location: "europe-west3" });
			console.log(rules.name);
			try { rules.${place} } catch (fault) { console.log(fault.message) }`;
		expect(runWithout("@pulumi/gcp", folder(), [], script)).toBe(`gcpSecureWebProxy\n${message}`);
	});
});
