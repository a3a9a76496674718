import { findPlainSecrets } from "../configuration/check-plain-secrets.js";
import { hostOfUrl, parseHostName } from "../host.js";
import { canonicalJson, isObject, type JsonObject } from "../json.js";
import { formatPath, type Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import { contentStores } from "./captured.js";
import { checkApproved } from "./check-approved.js";
import { checkVariables } from "./check-variables.js";
import { collectorAt, collectorEndpoint } from "./collector-endpoint.js";
import type { CollectorHosts } from "./collector-host.js";
import type { Collector, Observability, SinkOptions } from "./observability.js";
import { type ObservedDeployment, observedGroup, tiersInUse } from "./observed-group.js";
import { isReached } from "./phase.js";
import { isLooser, needsContentSink, type Sink, sinks, type Tier, tierFacts, tierOf } from "./tier.js";

/** A deployment with the rule sets that devices' traffic passes. */
export interface CheckedDeployment extends ObservedDeployment {
	readonly firewall: Readonly<Record<string, JsonObject>>;
}

/** What a deployment's observability lacks, contradicts or opens; each shape was checked before. */
export function checkObservability(deployment: CheckedDeployment, hosts: CollectorHosts): Problem[] {
	const { observability, groups } = deployment;
	if (!observability) {
		return Object.keys(groups)
			.filter((group) => groups[group]?.observability !== undefined)
			.map((group) => error("no-observability", ["groups", group, "observability"], withoutDeployments));
	}
	return [
		...Object.keys(groups).flatMap((group) => checkGroup(deployment, observability, group)),
		...checkContent(deployment, observability),
		...checkRetention(observability),
		...checkStores(deployment, observability),
		...checkApproved(deployment, observability),
		...checkEndpoint(observability.collector),
		...checkHelpers(observability.collector),
		...checkCollector(deployment, observability.collector),
		...(observability.collector.sinks ? checkVariables(observability.collector) : []),
		...checkPerimeter(deployment, observability.collector, hosts),
	];
}

const withoutDeployments =
	"differs from what the deployment does not say; give observability of the deployment, or leave this out";

function checkGroup(deployment: ObservedDeployment, { tier, phase }: Observability, group: string): Problem[] {
	const { tier: own, at } = tierOf(deployment, group);
	const looser = `captures more than ${formatPath(["observability", "tier"])}, which is ${tier}: ${listed(own)}`;
	const early = `captures content before the privacy review, as ${formatPath(["observability", "phase"])} is ${phase}; take metadata, or the phase privacyReview or later`;
	return [
		...(isLooser(own, tier) ? [warning("looser-tier", at, looser)] : []),
		...(isLooser(own, "metadata") && !isReached("privacyReview", phase)
			? [error("content-before-review", at, early)]
			: []),
	];
}

function listed(tier: Tier): string {
	return tierFacts[tier].captures.join(", ");
}

/** Whoever captures content says who answers for it, who reads it and how long it is kept. */
function checkContent(deployment: ObservedDeployment, { owners, retention, collector }: Observability): Problem[] {
	const loosest = Object.keys(deployment.groups)
		.map((group) => tierOf(deployment, group))
		.reduce<{ tier: Tier; at: Path }>((most, each) => (isLooser(each.tier, most.tier) ? each : most), {
			tier: "metadata",
			at: [],
		});
	if (loosest.tier === "metadata") return [];
	const because = `is missing, and ${formatPath(loosest.at)} is ${loosest.tier}, which captures ${listed(loosest.tier)}`;
	const missing = (code: string, at: Path, what: string) => error(code, at, `${because}; ${what}`);
	return [
		...(owners?.privacy === undefined
			? [missing("content-without-owner", ["observability", "owners", "privacy"], "name who answers for content")]
			: []),
		...(owners?.readers === undefined
			? [missing("content-without-readers", ["observability", "owners", "readers"], "name who may read content")]
			: []),
		...(retention?.content === undefined
			? [
					missing(
						"content-without-retention",
						["observability", "retention", "content"],
						"give the days that content is kept",
					),
				]
			: []),
		...(collector.sinks && needsContentSink(loosest.tier) && !collector.sinks.content
			? [
					missing(
						"content-without-sink",
						["observability", "collector", "sinks", "content"],
						"give the restricted store",
					),
				]
			: []),
	];
}

function checkRetention({ retention: { metadata, content } = {} }: Observability): Problem[] {
	if (metadata === undefined || content === undefined || content <= metadata) return [];
	const other = formatPath(["observability", "retention", "metadata"]);
	const message = `is ${content} days, longer than ${other}, which is ${metadata}; content is kept no longer than the rest`;
	return [error("content-kept-longer", ["observability", "retention", "content"], message)];
}

/**
 * The limit is of the store for content. Details of tools, secrets masked, are with the rest in the SIEM and kept as long,
 * which summaries say; where that is the one store which content reaches, the limit holds nowhere.
 */
function checkStores(deployment: ObservedDeployment, observability: Observability): Problem[] {
	const content = observability.retention?.content;
	if (content === undefined) return [];
	const hasStore = observability.collector.sinks?.content !== undefined;
	const stores = [...tiersInUse(deployment).keys()].flatMap((tier) => contentStores(observability, tier));
	const other = formatPath(["observability", "retention", "metadata"]);
	return sinks.flatMap((sink) => {
		const store = stores.find(
			({ sink: each, days }) => each === sink && (days === undefined || (!hasStore && days > content)),
		);
		if (!store) return [];
		const at = formatPath([...collectorAt, "sinks", sink]);
		const gets = `${at} gets ${store.categories.join(", ")}, secrets masked`;
		const kept =
			store.days === undefined
				? `is ${content} days, while ${gets}, and nothing says how long it keeps that; give ${other}`
				: `is ${content} days and holds nowhere: ${gets}, and keeps that ${store.days}, as ${other} says; give no more there, give ${formatPath([...collectorAt, "sinks", "content"])}, or take the tier metadata`;
		return [warning("content-outlives-retention", ["observability", "retention", "content"], kept)];
	});
}

/** Devices send to one place. */
function checkEndpoint({ endpoint, provision }: Collector): Problem[] {
	const at = [...collectorAt, "endpoint"];
	if (endpoint === undefined && !provision) {
		const message = "is missing; give the address of a collector, or provision to have one created";
		return [error("missing", at, message)];
	}
	if (endpoint === undefined || !provision) return [];
	const other = formatPath([...collectorAt, "provision"]);
	return [
		error("contradiction", at, `is the address of another collector than ${other} creates; leave one of them out`),
	];
}

/** One of the two alone would leave a credential in the profiles of others. */
function checkHelpers({ auth }: Collector): Problem[] {
	if (auth?.windowsHelper === undefined || auth.helper !== undefined) return [];
	const other = formatPath([...collectorAt, "auth", "windowsHelper"]);
	const message = `is missing, and ${other} is for Windows beside other platforms; name the program of those, or write the path of Windows here where there are none`;
	return [error("missing", [...collectorAt, "auth", "helper"], message)];
}

function checkCollector(deployment: ObservedDeployment, { auth, sinks }: Collector): Problem[] {
	if (!sinks) return [];
	const at = collectorAt;
	const traced = Object.keys(deployment.groups).some((group) => observedGroup(deployment, group)?.traces);
	const expected: readonly Sink[] = ["metrics", "events", ...(traced ? (["traces"] as const) : [])];
	const { content } = sinks;
	const plain = Object.entries(sinks).flatMap(([sink, { headers }]) =>
		findPlainSecrets(headers, "headers", [...at, "sinks", sink, "headers"]),
	);
	const shared = content ? expected.filter((sink) => isSamePlace(sinks[sink], content)) : [];
	return [
		...plain,
		...(auth ? [] : [error("collector-without-auth", [...at, "auth"], takesAnybody)]),
		...expected
			.filter((sink) => !sinks[sink])
			.map((sink) =>
				warning("signal-without-sink", [...at, "sinks"], `has no ${sink}, which devices send and the collector drops`),
			),
		...shared.map((sink) => {
			const other = formatPath([...at, "sinks", sink]);
			const message = `is the same place as ${other}, which more people read; give content a place or a credential of its own`;
			return error("content-beside-others", [...at, "sinks", "content"], message);
		}),
	];
}

function isSamePlace(sink: SinkOptions | undefined, other: SinkOptions): boolean {
	return sink !== undefined && placeOf(sink) === placeOf(other);
}

/** However its address and its headers are spelt. */
function placeOf({ endpoint, headers = {} }: SinkOptions): string {
	const { origin, pathname } = new URL(endpoint);
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return canonicalJson({ at: `${origin}${pathname.replace(/\/$/, "")}`, headers: Object.fromEntries(named) });
}

const takesAnybody = "is missing, so that the collector would take records from anybody; give a token";

/** Rule sets that deny the collector by name. */
function checkPerimeter({ firewall }: CheckedDeployment, collector: Collector, hosts: CollectorHosts): Problem[] {
	const endpoint = collectorEndpoint(collector, hosts);
	// Of what only the cloud will know, nobody has written a name.
	const host = typeof endpoint === "string" ? hostOfUrl(endpoint).value?.host : undefined;
	if (host === undefined) return [];
	const at = collector.provision ? [...collectorAt, "provision"] : [...collectorAt, "endpoint"];
	return Object.entries(firewall).flatMap(([word, { deny }]) => {
		const denied = isObject(deny) && Array.isArray(deny.hosts) ? deny.hosts : [];
		return denied.flatMap((each: unknown, index) => {
			if (typeof each !== "string" || parseHostName(each).value?.host !== host) return [];
			const closed = formatPath(["firewall", word, "deny", "hosts", index]);
			const message = `is closed by ${closed}; open it there, or send elsewhere`;
			return [error("collector-denied", at, message)];
		});
	});
}
