import { canonicalJson, isJsonObject, type JsonValue } from "../../json.js";
import type { DeploymentPair, GroupPair } from "../pair.js";
import type { ReviewedGroup } from "../reviewed-deployment.js";
import { changeText, shownWhole } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Keys that are told server by server. */
export const connectorKeys = ["managedMcpServers"] as const;

/** Servers of tools that every user gets. */
export const connectors: Subject = {
	title: "Connectors",
	rules: {
		"connector-added": {
			grade: "widens",
			title: "The agent gets the tools of a further server.",
			because: "what it knows of people's work can reach that server, and the server's answers the agent",
		},
		"connector-removed": {
			grade: "breaks",
			title: "The agent loses the tools of a server.",
			because: "people who work with them cannot any more",
		},
		"connector-changed": {
			grade: "widens",
			title: "A server of tools is another, or may do something else.",
			because: "what it may do is its own description's, and no order of those is known",
		},
	},
	compare: ({ groups }: DeploymentPair) => groups.flatMap(compareGroup),
};

function compareGroup({ name, before, after }: GroupPair): Difference[] {
	const [from, to] = [serversOf(before), serversOf(after)];
	const at = { groups: [name], ...(after?.settings.managedMcpServers ?? before?.settings.managedMcpServers)?.at };
	return [...new Set([...from.keys(), ...to.keys()])].flatMap((subject): Difference[] => {
		const [old, now] = [from.get(subject), to.get(subject)];
		if (now !== undefined && old === undefined) {
			const says = `is a server of tools that every user gets: ${shownWhole(now)}`;
			return [{ ...at, rule: "connector-added", subject, change: "added", after: now, says }];
		}
		if (old !== undefined && now === undefined) {
			const says = `is no longer a server of tools that users get: ${shownWhole(old)}`;
			return [{ ...at, rule: "connector-removed", subject, change: "removed", before: old, says }];
		}
		if (old === undefined || now === undefined || canonicalJson(old) === canonicalJson(now)) return [];
		const says = changeText(old, now);
		return [{ ...at, rule: "connector-changed", subject, change: "changed", before: old, after: now, says }];
	});
}

function serversOf(group: ReviewedGroup | undefined): ReadonlyMap<string, JsonValue> {
	const servers = group?.settings.managedMcpServers?.value;
	if (!Array.isArray(servers)) return new Map();
	return new Map(
		servers.map((server: JsonValue, index): [string, JsonValue] => {
			const named = isJsonObject(server) && typeof server.name === "string" ? server.name : undefined;
			return [named ?? `managedMcpServers[${index}]`, server];
		}),
	);
}
