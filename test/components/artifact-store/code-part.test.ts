import { expect, test } from "vitest";
import { groupPart } from "../../../src/bundle/part.js";
import { groupRecipe, renderPart } from "../../../src/components/artifact-store/part-recipe.js";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { planWith } from "../../../src/deployment/plan-with.js";
import { registries } from "../../../src/registries.js";
import { compile, everySecret, reversed, twins } from "../../bundle/compiled.js";

const withCode = {
	...twins,
	settings: { coworkEgressAllowedHosts: ["*"], skipWebFetchPreflight: true },
	claudeCode: {
		settings: { sandbox: { network: { allowedDomains: ["pypi.org"] } } },
		permissions: { deny: ["WebSearch"] },
		denyCredentialPaths: true,
		hooks: { Stop: [{ hooks: [{ type: "http", url: "https://hooks.example.com/stop" }] }] },
		mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
	},
};

test("what Pulumi keeps in state renders the files for Claude Code that the command writes, whatever order it keeps", async () => {
	const parsed = parseDeployment(withCode);
	const plan = planWith(registries, parsed);
	const part = groupPart(parsed.deployment, plan, "pilot", registries);
	const configuration = parsed.configurations.get("pilot");
	if (!configuration) throw new Error("there is no such group");
	const kept = reversed(JSON.parse(JSON.stringify(groupRecipe(part, configuration)))) as ReturnType<typeof groupRecipe>;
	const rendered = await renderPart(kept, { "fromEnv GATEWAY_KEY": "key-of-the-gateway" });
	const { bundle } = await compile(withCode, everySecret);
	const texts = (files: typeof bundle.files) =>
		Object.fromEntries(
			files
				.filter(({ path }) => path.startsWith("groups/pilot/") && !path.includes("/firewall/"))
				.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]),
		);
	expect(texts(rendered)).toEqual(texts(bundle.files));
	expect(Object.keys(texts(rendered)).filter((path) => path.includes("claude-code")).length).toBeGreaterThan(5);
});
