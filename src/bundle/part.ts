import type { CodeConfiguration } from "../claude-code/code-configuration.js";
import {
	type Layer,
	type LayeredValue,
	type ResolvedSetting,
	valueOn,
} from "../configuration/managed-configuration.js";
import { presets } from "../configuration/presets.js";
import { deliveryOf } from "../deployment/check-delivery.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { configurationsOf, type DeploymentPlan } from "../deployment/plan-with.js";
import { waitsOf } from "../deployment/waits.js";
import type { EgressPlan } from "../egress/plan.js";
import { describeBeyond } from "../egress/unite.js";
import { type Scope, scopeOf } from "../firewall/rule-set-options.js";
import { type DataFacts, dataFacts } from "../handover/data-facts.js";
import type { JsonObject, JsonValue } from "../json.js";
import type { OtherAgentName } from "../observability/agents/index.js";
import type { ObservedPart } from "../observability/observed-part.js";
import { chosenBlocks } from "../profiles/chosen-formats.js";
import { type DeploymentIdentity, type Platform, type ProfileIdentity, platforms } from "../profiles/format.js";
import type { StorePlans } from "../publication/plan-stores.js";
import type { Registries } from "../registries.js";
import { whyTrust } from "../trust/why-trust.js";
import type { FleetVersions } from "../version.js";
import { type CloudPart, cloudPart } from "./cloud-files.js";
import { type CollectorPart, collectorPart } from "./collector-files.js";
import { type DescribedDeployment, describeDeployment } from "./described-deployment.js";

/** A key's value and what it won over, without the places they were written at. */
export interface PartSetting {
	readonly value: JsonValue;
	/** What devices with Windows get in its place. @default the same */
	readonly onWindows?: JsonValue;
	readonly layer: Layer;
	readonly overrides: readonly { readonly value: JsonValue; readonly layer: Layer }[];
}

/** What Claude Code gets on a group's devices. */
export interface CodePart {
	/** Options by format for Claude Code. */
	readonly formats: Readonly<Record<string, JsonObject>>;
	/** By names with dots between levels. */
	readonly settings: Readonly<Record<string, PartSetting>>;
	/** Absent where they are not written. */
	readonly mcpServers?: Readonly<Record<string, PartSetting>>;
}

/** Everything one group's files are rendered from, as plain JSON. */
export interface GroupPart {
	readonly identity: ProfileIdentity;
	readonly platforms: readonly Platform[];
	/** Versions of Claude Desktop that its devices run. */
	readonly fleet: FleetVersions;
	/** Title of the preset that the group starts from. */
	readonly preset: string;
	/** Options by format with values. */
	readonly profiles: Readonly<Record<string, JsonObject>>;
	readonly settings: Readonly<Record<string, PartSetting>>;
	/** Absent where no file for Claude Code is written. */
	readonly code?: CodePart;
	/** Other coding agents whose switches are written. @default none */
	readonly otherAgents?: readonly OtherAgentName[];
	/** Whether the deployment says what devices report. @default it says nothing of it */
	readonly observed?: true;
	readonly egress: EgressPlan;
	/** What a person has to do for it, in a cloud or on devices, or to know of its settings; absent where nothing is. */
	readonly manual?: readonly { readonly code: string; readonly message: string }[];
	/** Present where its settings come from a server. */
	readonly delivery?: "bootstrap";
	/** Networks that its devices come from; absent where nothing says. */
	readonly clients?: readonly string[];
	/** Options by backend, but of those whose rule set for the whole deployment fits the group. */
	readonly firewall: Readonly<Record<string, JsonObject>>;
}

/** Everything the files of the whole deployment, or of what several share, are rendered from, as plain JSON. */
export interface PerimeterPart {
	readonly identity: DeploymentIdentity;
	/** The deployments that share it, in code-unit order; absent where it is of one. */
	readonly deployments?: readonly string[];
	/** Those of all groups. */
	readonly platforms: readonly Platform[];
	/** Options by format without values. */
	readonly templates: Readonly<Record<string, JsonObject>>;
	readonly egress: EgressPlan;
	/** What {@link egress} opens that single groups do not need, in words. @default nothing */
	readonly beyond?: readonly string[];
	/** Networks that devices come from; absent where not every group says. */
	readonly clients?: readonly string[];
	/** Options by backend, but of those that write a rule set for each group alone. */
	readonly firewall: Readonly<Record<string, JsonObject>>;
	/** What says that TLS may be opened on the way, in words; absent where nothing does. */
	readonly trust?: readonly string[];
	/** Absent where the route creates nothing. */
	readonly cloud?: CloudPart;
	/** Absent where the collector is one's own. */
	readonly collector?: CollectorPart;
	/** Absent where the deployment says nothing of it, and of what several share. */
	readonly observability?: ObservedPart;
	/** What its `DATA.md` says besides the hosts; absent of what several share. */
	readonly data?: DataFacts;
	/** What stores are to create, by word; absent where nothing is published to a cloud. */
	readonly stores?: StorePlans;
	/** Other coding agents whose switches are written. @default none */
	readonly otherAgents?: readonly OtherAgentName[];
	/** Absent of what several share. */
	readonly described?: DescribedDeployment;
}

export function groupPart(
	deployment: ParsedDeployment,
	plan: DeploymentPlan,
	group: string,
	registries: Registries,
): GroupPart {
	const planned = plan.groups.get(group);
	if (!planned) throw new RangeError(`deployment ${deployment.name} has no group ${group}`);
	const { configuration, egress } = planned;
	const delivery = deliveryOf(deployment, group);
	const manual = waitsOf(deployment, plan, configuration, registries);
	return {
		identity: { ...identityOf(deployment), group },
		platforms: configuration.platforms,
		fleet: configuration.fleet,
		preset: presets[deployment.groups[group]?.preset ?? "none"].title,
		profiles: chosenBlocks(deployment.profiles, registries.profiles, configuration.platforms, delivery),
		settings: withoutPaths(configuration.settings),
		...(configuration.code && { code: codePart(deployment, configuration.code, configuration.platforms, registries) }),
		...(deployment.otherAgents && { otherAgents: deployment.otherAgents }),
		...(deployment.observability && { observed: true as const }),
		egress,
		...(manual.length > 0 && { manual }),
		...(delivery === "bootstrap" && { delivery }),
		...withClients(deployment.groups[group]?.clients),
		firewall: plan.beyond.size > 0 ? deployment.firewall : ofScope(deployment, "perGroup"),
	};
}

function codePart(
	{ profiles }: ParsedDeployment,
	{ settings, mcpServers }: CodeConfiguration,
	of: readonly Platform[],
	{ codeFormats }: Registries,
): CodePart {
	return {
		formats: chosenBlocks(profiles, codeFormats, of),
		settings: withoutPaths(settings),
		...(mcpServers && { mcpServers: withoutPaths(mcpServers) }),
	};
}

function withoutPaths(settings: ReadonlyMap<string, ResolvedSetting>): Record<string, PartSetting> {
	const entries = [...settings].map(([key, { value, onWindows, layer, overrides }]): [string, PartSetting] => [
		key,
		{ value, ...(onWindows !== undefined && { onWindows }), layer, overrides: overrides.map(withoutPath) },
	]);
	return Object.fromEntries(entries);
}

/** The platform, where its devices may get other values than those of others. */
export function toldApart({ settings, code }: GroupPart, platform: Platform): Platform | undefined {
	const all = [...Object.values(settings), ...Object.values(code?.settings ?? {})];
	return all.some(({ onWindows }) => onWindows !== undefined) ? platform : undefined;
}

/** Values alone, by name. */
export function valuesOf(settings: Readonly<Record<string, PartSetting>>, platform?: Platform): JsonObject {
	return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, valueOn(setting, platform)]));
}

export function perimeterPart(
	deployment: ParsedDeployment,
	plan: DeploymentPlan,
	registries: Registries,
): PerimeterPart {
	const beyond = [...plan.beyond].map(([group, opened]) =>
		describeBeyond(`group ${group}`, opened, { others: "groups", exact: `groups/${group}/egress.txt` }),
	);
	const used = platforms.filter((platform) =>
		[...plan.groups.values()].some(({ configuration }) => configuration.platforms.includes(platform)),
	);
	const keys = [...plan.groups.values()].flatMap(({ configuration }) => [...configuration.settings.keys()]);
	const { collectorHosts } = registries;
	const observability = registries.observability?.part(deployment, configurationsOf(plan), collectorHosts);
	const because = whyTrust(new Set(keys), deployment.firewall);
	return {
		identity: identityOf(deployment),
		platforms: used,
		templates: chosenBlocks(deployment.profiles, registries.templates, used),
		egress: plan.perimeter,
		...(beyond.length > 0 && { beyond }),
		...withClients(clientsOfAll(deployment)),
		firewall: ofScope(deployment, "union"),
		...(because.length > 0 && { trust: because }),
		...(plan.cloud && { cloud: cloudPart(plan.cloud) }),
		...(plan.collector && { collector: collectorPart(plan.collector) }),
		...(observability && { observability }),
		data: dataFacts(plan, registries),
		...(deployment.otherAgents && { otherAgents: deployment.otherAgents }),
		...storesOf(plan.stores),
		described: describeDeployment(deployment),
	};
}

/** Stores that have a plan, as a part holds them. */
export function storesOf(stores: StorePlans = {}): Pick<PerimeterPart, "stores"> {
	return Object.keys(stores).length > 0 ? { stores } : {};
}

function ofScope({ firewall }: ParsedDeployment, scope: Scope): Record<string, JsonObject> {
	return Object.fromEntries(Object.entries(firewall).filter(([, block]) => scopeOf(block) === scope));
}

export function clientsOfAll({ groups }: ParsedDeployment): readonly string[] | undefined {
	const all = Object.values(groups).map(({ clients }) => clients);
	return all.includes(undefined) ? undefined : [...new Set(all.flatMap((clients) => clients ?? []))].sort();
}

function withClients(clients: readonly string[] | undefined) {
	return clients && { clients };
}

export function identityOf({ name, organization }: ParsedDeployment): DeploymentIdentity {
	return { organization: organization.name, identifierPrefix: organization.identifier, deployment: name };
}

function withoutPath({ value, layer }: LayeredValue) {
	return { value, layer };
}
