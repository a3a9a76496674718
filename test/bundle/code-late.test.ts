import { expect, test } from "vitest";
import { bedrockPrivate } from "../review/clouds.js";
import { compile } from "./compiled.js";

test("an address that only the cloud will know keeps the files that need it from being written, and never falls back", async () => {
	const inference = structuredClone(bedrockPrivate.inference) as {
		bedrock: { provision: { privateEndpoints: object } };
	};
	Object.assign(inference.bedrock.provision.privateEndpoints, { useRegionalName: true });
	const { bundle, paths, json } = await compile({ ...bedrockPrivate, inference, claudeCode: { mcp: {} } });
	const [group = ""] = Object.keys(bedrockPrivate.groups);
	expect(json(`groups/${group}/settings.json`)).toMatchObject({
		claudeCode: { settings: { "env.ANTHROPIC_BEDROCK_BASE_URL": { value: { late: "bedrock.endpoint" } } } },
	});
	const omitted = bundle.omitted.filter(({ path }) => path.includes("/claude-code/"));
	expect(omitted.length).toBeGreaterThan(0);
	const removal = /ClaudeCode-remove\.reg$/;
	for (const { path, because } of omitted)
		expect(because, path).toBe(
			removal.test(path)
				? "takes away what ClaudeCode.reg brings, which is not written"
				: "needs the address of the private endpoint, which is not available",
		);
	expect(omitted.filter(({ path }) => removal.test(path))).toHaveLength(1);
	const written = paths.filter((path) => path.includes("/claude-code/"));
	// The servers refer to no address.
	expect(new Set(written.map((path) => path.split("/").at(-1)))).toEqual(new Set(["managed-mcp.json"]));
});
