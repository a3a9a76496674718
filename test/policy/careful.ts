import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { reviewDeployment } from "../../src/review/review-deployment.js";
import type { ReviewedDeployment } from "../../src/review/reviewed-deployment.js";

/** Settings that close what rules look at. */
export const carefulSettings = {
	disableBypassPermissionsMode: true,
	autoModeEnabled: false,
	userPluginMarketplacesEnabled: false,
	userPluginUploadsEnabled: false,
	chatSessionRetentionDays: 30,
	coworkSessionRetentionDays: 30,
	codeSessionRetentionDays: 30,
	skipWebFetchPreflight: true,
};

export const bedrock = {
	region: "eu-central-1",
	models: ["eu.anthropic.claude-sonnet-5"],
	signIn: {
		identityCenter: {
			startUrl: "https://example.awsapps.com/start",
			region: "eu-central-1",
			accountId: "123456789012",
			roleName: "Cowork",
		},
	},
};

/** A deployment that nothing of the recommended set is against. */
export const careful = {
	name: "eu",
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	app: { minimumVersion: "2.16120.0" },
	inference: { bedrock },
	settings: carefulSettings,
	groups: { general: { preset: "lockedDown" } },
};

/** Settings of Claude Code that close what rules look at. */
export const carefulCode = {
	switches: "private",
	settings: {
		allowManagedHooksOnly: true,
		sandbox: { enabled: true, allowUnsandboxedCommands: false, network: { allowManagedDomainsOnly: true } },
	},
	mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
};

/** {@link careful} with other settings of Claude Code on top of those. */
export function carefulCodeWith({ settings, ...members }: Readonly<Record<string, object | boolean>>): object {
	return carefulWith({
		claudeCode: { ...carefulCode, ...members, settings: { ...carefulCode.settings, ...Object(settings) } },
	});
}

/** {@link careful} with other members. */
export function carefulWith(members: object): object {
	return { ...careful, ...members };
}

/** {@link careful} with more settings, or others. */
export function carefulSetting(settings: object): object {
	return carefulWith({ settings: { ...carefulSettings, ...settings } });
}

/** {@link careful} without some of its settings. */
export function carefulWithout(...keys: readonly string[]): object {
	const rest = Object.entries(carefulSettings).filter(([key]) => !keys.includes(key));
	return carefulWith({ settings: Object.fromEntries(rest) });
}

/** What provisions a permission set and private endpoints. */
export const privately = {
	bedrock: {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5"],
		signIn: { bearerToken: {} },
		provision: {
			accountId: "123456789012",
			bearerKey: { ageDays: 90, current: "first" },
			privateEndpoints: {
				vpcId: "vpc-0123456789abcdef0",
				subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
				clientCidrs: ["10.20.0.0/16"],
				otherPrincipals: "deny",
			},
		},
	},
};

/** What a deployment means. */
export async function reviewed(input: unknown): Promise<ReviewedDeployment> {
	const parsed = parseDeployment(input);
	return reviewDeployment(parsed.deployment, await compileBundle(parsed));
}
