import { parseDeployment } from "../../src/deployment/parse.js";
import { collectorHosts } from "../../src/observability/collector-hosts.js";
import { type ObservedPart, observedPart } from "../../src/observability/observed-part.js";
import { soundWith } from "../support/deployment.js";

/** What is asked of a deployment that captures content. */
export const terms = {
	owners: { privacy: "privacy@example.com", readers: ["incident-response"] },
	retention: { metadata: 365, content: 30 },
};

export const sinks = {
	metrics: { endpoint: "https://metrics.example.com" },
	events: { endpoint: "https://siem.example.com", headers: { authorization: { fromEnv: "SIEM_TOKEN" } } },
	traces: { endpoint: "https://traces.example.com" },
	content: { endpoint: "https://vault.example.com", headers: { authorization: { fromEnv: "VAULT_TOKEN" } } },
};

export const collector = {
	endpoint: "https://otel.example.com:4318",
	auth: { token: { fromEnv: "COLLECTOR_TOKEN" } },
	sinks,
};

/** A deployment with a block of observability. */
export function observed(block: object, groups: object = { pilot: { preset: "none" } }): Record<string, unknown> {
	return soundWith({ observability: { tier: "metadata", collector, ...block }, groups });
}

/** What the files of such a deployment are rendered from. */
export function partOf(block: object, groups?: object): ObservedPart {
	const { deployment, configurations } = parseDeployment(observed(block, groups));
	const part = observedPart(deployment, configurations, collectorHosts);
	if (!part) throw new Error("the deployment has no observability");
	return part;
}

/** A group for each tier. */
export const groupOfEachTier = {
	plain: { preset: "none" },
	details: { preset: "none", observability: { tier: "toolDetails" } },
	restricted: { preset: "none", observability: { tier: "restricted" } },
	cases: { preset: "none", observability: { tier: "forensic" } },
};
