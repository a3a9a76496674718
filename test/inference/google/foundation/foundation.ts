import type { VertexFoundationOptions } from "../../../../src/inference/google/foundation/options.js";

export const least: VertexFoundationOptions = { projectId: "example-cowork" };
export const models = ["claude-opus-5", "claude-sonnet-5"];
export const workforce: NonNullable<VertexFoundationOptions["workforce"]> = {
	organizationId: "123456789012",
	poolId: "example-people",
	provider: {
		id: "example-okta",
		issuer: "https://login.example.com",
		clientId: "cowork",
	},
};
export const perimeter: NonNullable<VertexFoundationOptions["perimeter"]> = {
	accessPolicy: "accessPolicies/987654321",
	networks: ["203.0.113.0/24"],
};

/** A foundation with every part, of which nothing is left to warn. */
export const whole: VertexFoundationOptions = {
	...least,
	projectNumber: "210987654321",
	models,
	settled: ["terms", "identityProvider"],
	allowedModels: { models },
	audit: { bucket: { retentionDays: 365, location: "eu" } },
	workforce,
	perimeter,
	quotas: {
		opus: {
			quotaId: "OnlinePredictionInputTokensPerMinutePerBaseModel",
			value: 2_000_000,
			dimensions: { base_model: "anthropic-claude-opus-5" },
			contactEmail: "cloud@example.com",
		},
	},
};
