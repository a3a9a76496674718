import { isPresetName } from "../configuration/presets.js";
import { isJsonObject, isObject, type JsonObject, sortMembers } from "../json.js";
import type { OtherAgentName } from "../observability/agents/index.js";
import { knownAgents } from "../observability/agents/known.js";
import type { GroupObservability } from "../observability/observability.js";
import { deliveries, type Platform, platforms } from "../profiles/format.js";
import type { HeldRings, PublishOptions } from "../publication/publish-options.js";
import { isSecretReference } from "../reference/reference.js";
import type { Registries } from "../registries.js";
import { type AppVersion, compareVersions, newestKnownVersion, versionOf } from "../version.js";
import { splitPublish } from "./check-publish.js";
import type { ParsedDeployment, ParsedGroup } from "./deployment.js";

export const defaultIdentifier = "com.anthropic.claudefordesktop";

/**
 * A deployment with its defaults in place. What has the wrong form counts as absent, so that what else is wrong
 * can still be found; only of a deployment without errors is the result one to build on.
 */
export function withDefaults(
	input: unknown,
	registries: Pick<Registries, "observability" | "collectorHosts">,
): ParsedDeployment {
	const deployment = object(input);
	const organization = object(deployment.organization);
	const app = object(deployment.app);
	const minimum = versionOf(app.minimumVersion);
	return {
		name: text(deployment.name, ""),
		organization: {
			name: text(organization.name, ""),
			...(typeof organization.uuid === "string" && { uuid: organization.uuid }),
			identifier: text(organization.identifier, defaultIdentifier),
		},
		app: {
			...(minimum && { minimumVersion: minimum }),
			maximumVersion: versionOf(app.maximumVersion) ?? newest(minimum),
			installer: app.installer === "offline" ? "offline" : "online",
		},
		inference: object(deployment.inference),
		settings: object(deployment.settings),
		extraSettings: object(deployment.extraSettings),
		...(isJsonObject(deployment.claudeCode) && { claudeCode: deployment.claudeCode }),
		...deliveryOf(deployment),
		groups: Object.fromEntries(
			Object.entries(object(deployment.groups)).map(([name, group]) => [name, groupWithDefaults(group)]),
		),
		firewall: blocks(deployment.firewall),
		profiles: blocks(deployment.profiles),
		...observabilityOf(deployment, registries),
		...otherAgentsOf(deployment),
		...publishOf(deployment),
	};
}

function groupWithDefaults(input: unknown): ParsedGroup {
	const group = object(input);
	const chosen = Array.isArray(group.platforms) ? group.platforms : platforms;
	return {
		preset: isPresetName(group.preset) ? group.preset : "none",
		settings: object(group.settings),
		extraSettings: object(group.extraSettings),
		...(isJsonObject(group.claudeCode) && { claudeCode: group.claudeCode }),
		platforms: platforms.filter((platform: Platform) => chosen.includes(platform)),
		...deliveryOf(group),
		...(Array.isArray(group.clients) && { clients: group.clients.filter((each) => typeof each === "string") }),
		...(isJsonObject(group.members) && { members: group.members }),
		...(isJsonObject(group.inference) && { inference: group.inference }),
		...groupObservabilityOf(group),
		...(isObject(group.rings) && { rings: heldRings(group.rings) }),
	};
}

function deliveryOf({ delivery }: JsonObject) {
	const said = deliveries.find((each) => each === delivery);
	return said && { delivery: said };
}

function observabilityOf(
	{ observability }: JsonObject,
	registries: Pick<Registries, "observability" | "collectorHosts">,
): Pick<ParsedDeployment, "observability"> {
	const said = registries.observability?.read(observability, registries.collectorHosts);
	return said ? { observability: said } : {};
}

/** Each once, in the order of the words. */
function otherAgentsOf({ otherAgents: named }: JsonObject): Pick<ParsedDeployment, "otherAgents"> {
	if (!Array.isArray(named)) return {};
	// The names are those of the registry.
	const words = (Object.keys(knownAgents) as OtherAgentName[]).filter((word) => named.includes(word));
	return words.length > 0 ? { otherAgents: words } : {};
}

function groupObservabilityOf({ observability }: JsonObject): Pick<ParsedGroup, "observability"> {
	// Its tier is asked for before it is taken, and the shape refuses whatever else has another form.
	return isObject(observability) ? { observability: observability as GroupObservability } : {};
}

/** Stores, and what is said whatever the store. */
export function publishOf({ publish }: JsonObject): Pick<ParsedDeployment, "publish" | "publication"> {
	const { options, stores } = splitPublish(publish);
	const { rings, sign, perimeter } = options;
	const { key, publicKeys } = object(sign);
	const publication: PublishOptions = {
		...(Array.isArray(rings) && { rings: rings.filter((each) => typeof each === "string") }),
		...((typeof key === "string" || isSecretReference(key)) && { sign: { key, ...publicKeysOf(publicKeys) } }),
		...(isObject(perimeter) && { perimeter: heldRings(perimeter) }),
	};
	return { publish: blocks(stores), ...(Object.keys(publication).length > 0 && { publication }) };
}

function publicKeysOf(named: unknown) {
	return Array.isArray(named) && { publicKeys: named.filter((each) => typeof each === "string") };
}

function heldRings(held: Record<string, unknown>): HeldRings {
	const rings = Object.entries(held).map(([ring, said]) => [ring, { hold: text(isObject(said) ? said.hold : "", "") }]);
	return Object.fromEntries(rings);
}

/** An object of an unknown form; its members are checked elsewhere before anything is built on them. */
function object(value: unknown): JsonObject {
	return isObject(value) ? (value as JsonObject) : {};
}

function blocks(value: unknown): Record<string, JsonObject> {
	return Object.fromEntries(Object.entries(object(value)).map(([name, block]) => [name, object(sortMembers(block))]));
}

/** A fleet may be ahead of what is known. */
function newest(minimum: AppVersion | undefined): AppVersion {
	return minimum && compareVersions(minimum, newestKnownVersion) > 0 ? minimum : newestKnownVersion;
}

function text(value: unknown, otherwise: string): string {
	return typeof value === "string" ? value : otherwise;
}
