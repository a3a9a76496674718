import type { CodeConfiguration } from "../claude-code/code-configuration.js";
import { nameInCode } from "../claude-code/desktop-servers.js";
import type { ManagedConfiguration } from "../configuration/managed-configuration.js";
import { isJsonObject, itemsOf, type JsonValue } from "../json.js";
import type { Platform } from "../profiles/format.js";
import { isSecretReference } from "../reference/reference.js";
import { collectorEndpoint } from "./collector-endpoint.js";
import type { CollectorHosts } from "./collector-host.js";
import type { GroupObservability, Observability } from "./observability.js";
import type { ObservedDeployment } from "./observed-group.js";

/** A secret as a collector reads it: from a variable of its environment. */
export interface Variable {
	readonly variable: string;
}

/** What the files of a deployment's observability are rendered from, as plain JSON. */
export interface ObservedPart extends ObservedDeployment<Variable> {
	/** The address of the collector is absent where only the cloud will know it, and so is what is created for it. */
	readonly observability: Observability<Variable>;
	readonly groups: Readonly<Record<string, ObservedPartGroup>>;
}

/** What of a group's settings events are held against. */
export interface ObservedPartGroup {
	readonly observability?: GroupObservability;
	/** Tools that the group has not. @default none */
	readonly disabledTools?: readonly string[];
	/** Names of MCP servers that it gets, in either program. @default none */
	readonly mcpServers?: readonly string[];
	/** Hosts that the agent's tools may reach, as configured. @default nothing lists them */
	readonly allowedHosts?: readonly string[];
	/** Whether Claude Code on the command line is told to send. @default false */
	readonly reportsFromCommandLine?: true;
	/** Of its devices, only while the rollout is on one machine. */
	readonly platforms?: readonly Platform[];
	/** Only while the rollout is on one machine, whose script tries it. @default nothing of Claude Code is configured */
	readonly code?: ObservedCode;
}

/** What of a group's settings of Claude Code is tried on one machine before any other gets it. */
export interface ObservedCode {
	/** Rules of `permissions.deny`. @default none */
	readonly deniedRules?: readonly string[];
	/** Hosts that commands in the sandbox reach. @default there is no sandbox, or nothing lists them */
	readonly shellHosts?: readonly string[];
	/** Whether it gets servers of MCP. @default false */
	readonly hasServers?: true;
	/** Whether it gets hooks. @default false */
	readonly hasHooks?: true;
}

/** Absent where the deployment says nothing of observability. */
export function observedPart(
	deployment: ObservedDeployment,
	configurations: ReadonlyMap<string, ManagedConfiguration>,
	hosts: CollectorHosts,
): ObservedPart | undefined {
	const { name, observability, groups } = deployment;
	if (!observability) return undefined;
	const { provision: _, endpoint: __, ...collector } = observability.collector;
	const endpoint = collectorEndpoint(observability.collector, hosts);
	const rendered = { ...observability, collector: { ...collector, ...(typeof endpoint === "string" && { endpoint }) } };
	return {
		name,
		// Of plain data, only references become something else.
		observability: withVariables(rendered as unknown as JsonValue) as unknown as Observability<Variable>,
		groups: Object.fromEntries(
			Object.entries(groups).map(([group, said]) => {
				const disabledTools = disabledToolsOf(configurations.get(group));
				const mcpServers = serversOf(configurations.get(group));
				const allowedHosts = texts(configurations.get(group), "coworkEgressAllowedHosts");
				const { code, platforms } = configurations.get(group) ?? {};
				return [
					group,
					{
						...(said.observability && { observability: said.observability }),
						...(disabledTools && { disabledTools }),
						...(mcpServers.length > 0 && { mcpServers }),
						...(allowedHosts && { allowedHosts }),
						...(code && { reportsFromCommandLine: true as const }),
						...(platforms && observability.phase === "local" && { platforms }),
						...(code && observability.phase === "local" && { code: observedCode(code) }),
					},
				];
			}),
		),
	};
}

/** Those of Claude Desktop, and those that a rule of Claude Code denies altogether where that reaches Cowork as well. */
function disabledToolsOf(configuration: ManagedConfiguration | undefined): readonly string[] | undefined {
	const disabled = texts(configuration, "disabledBuiltinTools");
	const reachesCowork = configuration?.settings.get("requireCoworkFullVmSandbox")?.value !== true;
	const denied = reachesCowork ? (texts(configuration?.code, "permissions.deny") ?? []) : [];
	// Events do not name tools of servers at every tier.
	const whole = denied.flatMap((rule) => /^([A-Za-z][A-Za-z0-9]*)(?:\(\*\))?$/.exec(rule)?.[1] ?? []);
	return disabled || whole.length > 0 ? [...new Set([...(disabled ?? []), ...whole])] : undefined;
}

/** As either program calls them: Claude Code knows servers of Claude Desktop by fewer characters. */
function serversOf(configuration: ManagedConfiguration | undefined): readonly string[] {
	const entries = itemsOf(configuration?.settings.get("managedMcpServers")?.value).filter(isJsonObject);
	const names = entries.flatMap(({ name }) => (typeof name === "string" ? [name, nameInCode(name)] : []));
	return [...new Set([...names, ...(configuration?.code?.mcpServers?.keys() ?? [])])];
}

function observedCode({ settings, mcpServers }: CodeConfiguration): ObservedCode {
	const deniedRules = texts({ settings }, "permissions.deny");
	const shellHosts =
		settings.get("sandbox.enabled")?.value === true ? texts({ settings }, "sandbox.network.allowedDomains") : undefined;
	return {
		...(deniedRules && { deniedRules }),
		...(shellHosts && { shellHosts }),
		...(mcpServers && mcpServers.size > 0 && { hasServers: true }),
		...([...settings.keys()].some((name) => name.startsWith("hooks.")) && { hasHooks: true }),
	};
}

function texts(
	configuration: Pick<ManagedConfiguration, "settings"> | undefined,
	key: string,
): readonly string[] | undefined {
	const value = configuration?.settings.get(key)?.value;
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : undefined;
}

function withVariables(value: JsonValue): JsonValue {
	if (isSecretReference(value)) return { variable: variableName(Object.values(value)[0] ?? "") };
	if (Array.isArray(value)) return value.map(withVariables);
	if (!isJsonObject(value)) return value;
	const members = Object.entries(value).map(([member, inner]) => [member, withVariables(inner)]);
	return Object.fromEntries(members);
}

/** `SIEM_TOKEN` as it is, `siemToken` and `observability.collector.auth.token` as a shell would have them. */
export function variableName(text: string): string {
	if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && text === text.toUpperCase()) return text;
	const words = text.replace(/([a-z0-9])([A-Z])/g, "$1_$2").split(/[^A-Za-z0-9]/);
	return words
		.filter((word) => word !== "")
		.join("_")
		.toUpperCase();
}
