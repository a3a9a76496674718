import { expect, test } from "vitest";
import { type EgressPlan, formatAddress } from "../../src/egress/plan.js";
import { unitePlans } from "../../src/egress/unite.js";
import { type DeploymentEgress, uniteDeployments } from "../../src/egress/unite-deployments.js";
import type { JsonObject } from "../../src/json.js";
import { type AppVersion, newestKnownVersion, oldestKnownVersion } from "../../src/version.js";
import { planOf, quiet } from "../support/configuration.js";

function planned(settings: JsonObject, newest: AppVersion): EgressPlan {
	const inference = {
		inferenceProvider: "bedrock",
		inferenceBedrockRegion: "eu-central-1",
		inferenceCredentialKind: "static",
	};
	return planOf({ ...inference, ...quiet, ...settings }, { platforms: ["macos"], newest });
}

/** A deployment with a group for each of some settings. */
function deployment(
	name: string,
	groups: Readonly<Record<string, JsonObject>>,
	newest: AppVersion = newestKnownVersion,
): DeploymentEgress {
	const fleet = { oldest: oldestKnownVersion, newest };
	const plans = new Map(Object.entries(groups).map(([group, settings]) => [group, planned(settings, newest)]));
	return { name, egress: unitePlans(plans, fleet), fleet };
}

const collector = (name: string): JsonObject => ({ otlpEndpoint: `https://otel.${name}.example.com` });
const eu = deployment("eu", { pilot: collector("eu"), legal: {} });
const us = deployment("us", { pilot: collector("us") });

test("is what any deployment needs, each host with the groups that need it, whatever the order", () => {
	const { hosts } = uniteDeployments([us, eu]);
	expect(hosts.map((host) => [formatAddress(host), host.deployments, host.groups])).toEqual([
		["bedrock-runtime.eu-central-1.amazonaws.com", { eu: ["legal", "pilot"], us: ["pilot"] }, undefined],
		["bedrock.eu-central-1.amazonaws.com", { eu: ["legal", "pilot"], us: ["pilot"] }, undefined],
		["downloads.claude.ai", { eu: ["legal", "pilot"], us: ["pilot"] }, undefined],
		["otel.eu.example.com", { eu: ["pilot"] }, undefined],
		["otel.us.example.com", { us: ["pilot"] }, undefined],
	]);
	expect(JSON.stringify(uniteDeployments([eu, us]))).toBe(JSON.stringify(uniteDeployments([us, eu])));
});

test("keeps every reason that any deployment has for a host", () => {
	const capturing = deployment("us", { pilot: { bootstrapUrl: "https://otel.eu.example.com/bootstrap" } });
	const keys = (plan: EgressPlan) =>
		plan.hosts
			.filter(({ host }) => host === "otel.eu.example.com")
			.flatMap(({ reasons }) => reasons.map(({ key }) => key));
	expect(keys(uniteDeployments([eu, capturing]))).toEqual(["bootstrapUrl", "otlpEndpoint"]);
});

test("claims that content stays with the provider only where each deployment does", () => {
	const leaking = deployment("us", { pilot: { ...collector("us"), otlpContentCapture: ["prompts"] } });
	const { summary } = uniteDeployments([eu, leaking]);
	expect(uniteDeployments([eu, us]).summary.conversationContentStaysWithProvider).toBe(true);
	expect(summary.conversationContentStaysWithProvider).toBe(false);
	expect(summary.contentAlsoReaches.map(({ host }) => host)).toEqual(["otel.us.example.com"]);
});

test("tells apart what each cloud decides, though both have one word for it", () => {
	const late = ({ name, ...rest }: DeploymentEgress): DeploymentEgress => {
		const contentAlsoReaches = [
			{ host: { late: "collector" }, key: "otlpContentCapture", because: "it is sent there" },
		];
		return { name, ...rest, egress: { ...rest.egress, summary: { ...rest.egress.summary, contentAlsoReaches } } };
	};
	const { summary } = uniteDeployments([late(eu), late(us)]);
	expect(summary.contentAlsoReaches.map(({ host }) => host)).toEqual([
		{ late: "eu.collector" },
		{ late: "us.collector" },
	]);
});

test("says of a note whose it is, where it is not of all", () => {
	const said = (each: DeploymentEgress, ...notes: string[]) => ({ ...each, egress: { ...each.egress, notes } });
	const { notes } = uniteDeployments([said(eu, "both", "one"), said(us, "both")]);
	expect(notes.slice(0, 2)).toEqual(["both", "deployment eu: one"]);
});

test("names the hosts that a version would close only where every fleet can ask for it", () => {
	const older = { disableNonessentialTelemetry: false };
	const closing = (newest: AppVersion) =>
		uniteDeployments([deployment("eu", { pilot: older }), deployment("us", { pilot: older }, newest)]).notes.filter(
			(note) => note.includes("would close"),
		);
	expect(closing(newestKnownVersion)).toEqual([
		"in every deployment, app.minimumVersion 2.110.0 would close a-api.anthropic.com, a-cdn.anthropic.com, which only older apps need",
	]);
	expect(closing("2.100.0")).toEqual([]);
});

test("opens nothing for no deployment", () => {
	expect(uniteDeployments([]).hosts).toEqual([]);
});
