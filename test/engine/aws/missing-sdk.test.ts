import { describe, expect, test } from "vitest";
import { shippedPackage } from "../../support/engine.js";
import { runWithout } from "../without-sdk.js";

const report = "(fault) => console.log(fault.message)";
const message = "creating resources in AWS needs the package @pulumi/aws; run npm install @pulumi/aws\n";

describe("pulumi-cowork/aws without @pulumi/aws", () => {
	const folder = shippedPackage();

	test("loads, and names the install command where something is to be created", () => {
		const script = `import("pulumi-cowork/aws").then(({ BedrockFoundation }) => {
			new BedrockFoundation("base", { region: "eu-central-1" });
		}).catch(${report})`;
		expect(runWithout("@pulumi/aws", folder(), ["--input-type=module"], script)).toBe(message);
	});

	test.each(["awsNetworkFirewall", "awsNetworkFirewallDomainList", "awsDnsFirewall"])(
		"names it for %s before anything of it is registered",
		(adapter) => {
			const script = `import("pulumi-cowork/aws").then(({ ${adapter} }) => {
			const ruleSet = { plan: { resources: [], outputs: {} } };
			${adapter}({}).place("rules", { ruleSet, passed() {} }, {});
		}).catch(${report})`;
			expect(runWithout("@pulumi/aws", folder(), ["--input-type=module"], script)).toBe(message);
		},
	);

	test("the same from CommonJS", () => {
		const script = `const { bedrock, bedrockFacts } = require("pulumi-cowork/aws");
			console.log(bedrock({}).name);
			bedrockFacts({ region: "eu-central-1", models: [] }).catch(${report})`;
		expect(runWithout("@pulumi/aws", folder(), [], script)).toBe(`bedrock\n${message}`);
	});
});
