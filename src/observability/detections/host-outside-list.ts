import { ownAttributes } from "../attribute-grammar.js";
import { attribute, type Condition, type Detection, resource } from "./detection.js";

/**
 * How the tool's input shows that its address has one of some hosts: from the address's beginning to the host's end, so that
 * no other part of it, nor a longer name, nor a name before an @ is taken for it.
 */
function addressOf(hosts: readonly string[]): string {
	const names = hosts.map((host) => {
		const name = host.replace(/^\*/, "").replace(/[.*:[\]]/g, "\\$&");
		return host.startsWith("*") ? String.raw`[^/?#"\\@:]+${name}` : name;
	});
	return String.raw`"url":"https?://(?:${names.join("|")})(?::\d+)?[/?#"]`;
}

export const hostOutsideList: Detection = {
	title: "A tool fetched from a host outside of the list",
	severity: "high",
	because: "the sandbox's list is not what holds on the device",
	events: ["tool_result"],
	heldAgainst: "coworkEgressAllowedHosts of settings",
	rule: ({ groups }) => {
		const each = groups.flatMap(({ name, allowedHosts }): Condition[] => {
			if (!allowedHosts || allowedHosts.includes("*")) return [];
			const ofGroup: Condition = { field: resource(ownAttributes.group), is: [name] };
			if (allowedHosts.length === 0) return [ofGroup];
			return [{ all: [ofGroup, { not: { field: attribute("tool_input"), matches: [addressOf(allowedHosts)] } }] }];
		});
		if (each.length === 0) return undefined;
		return {
			condition: {
				all: [
					{ field: attribute("tool_name"), is: ["WebFetch"] },
					{ field: attribute("success"), is: ["true"] },
					{ field: attribute("tool_input"), contains: ["://"] },
					{ any: each },
				],
			},
		};
	},
	investigate: [
		"the address in tool_input, and what the user asked for",
		"whether the device has this group's settings",
	],
	contain: ["deliver the group's profile anew", "close the host at the perimeter"],
	regression: "the host is refused on a device of this group",
};
