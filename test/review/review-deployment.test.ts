import { expect, test } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { grades } from "../../src/review/finding.js";
import { reviewDeployment } from "../../src/review/review-deployment.js";
import type { ReviewedDeployment } from "../../src/review/reviewed-deployment.js";
import { soundWith } from "../support/deployment.js";

async function reviewed(input: unknown): Promise<ReviewedDeployment> {
	const parsed = parseDeployment(input);
	const secrets = () => "sk-the-secret-itself";
	return reviewDeployment(parsed.deployment, await compileBundle(parsed, { secrets }));
}

test("is plain JSON that names secrets and never holds them", async () => {
	const model = await reviewed(soundWith({ firewall: { squid: {} } }));
	const text = JSON.stringify(model);
	expect(JSON.parse(text)).toEqual(model);
	expect(text).not.toContain("sk-the-secret-itself");
	expect(model.groups.pilot?.settings.inferenceGatewayApiKey?.value).toEqual({ secret: { fromEnv: "GATEWAY_KEY" } });
});

test("tells of each setting the layer that it came from, what it won over and where it was written", async () => {
	const model = await reviewed(
		soundWith({
			settings: { otlpEndpoint: "https://otel.example.com" },
			groups: { general: { preset: "lockedDown", settings: { disableAutoUpdates: false } } },
		}),
	);
	const { general } = model.groups;
	expect(general?.preset).toBe("lockedDown");
	expect(general?.settings.otlpEndpoint).toMatchObject({ layer: "deployment", overrides: [] });
	expect(general?.settings.disableAutoUpdates).toEqual({
		value: false,
		layer: "group",
		overrides: [{ layer: "preset", value: true }],
		at: { path: "groups.general.settings.disableAutoUpdates" },
	});
});

test("names the groups that need a host, and what a rule set says otherwise than the plan", async () => {
	const model = await reviewed(
		soundWith({
			firewall: { squid: {}, rpz: {} },
			groups: { a: { preset: "none" }, b: { preset: "lockedDown" } },
		}),
	);
	const gateway = model.egress.hosts.find(({ host }) => host === "llm.example.com");
	expect(gateway).toMatchObject({ operator: "inference", groups: ["a", "b"] });
	expect(gateway?.ifDenied).not.toBe("");
	expect(Object.keys(model.firewall)).toEqual(["squid", "rpz"]);
	expect(model.firewall.rpz?.effects.every(({ because }) => because !== "")).toBe(true);
});

test("grades come worst first", () => {
	expect(grades).toEqual(["breaks", "widens", "loosens", "informs"]);
});
