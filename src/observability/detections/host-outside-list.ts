import { ownAttributes } from "../attribute-grammar.js";
import { attribute, type Condition, type Detection, resource } from "./detection.js";

/** Where a host ends in an address. */
const ends = ["/", ":", '"'];

/**
 * How the tool's input shows that its address has a host: at the address's beginning, so that no other part of it, nor a
 * longer name, is taken for it. A name below a wildcard has no such beginning.
 */
function asInTheAddress(host: string): string[] {
	const start = host.startsWith("*") ? host.slice(1) : `"url":"https://${host}`;
	return ends.map((end) => `${start}${end}`);
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
			const inside = allowedHosts.flatMap(asInTheAddress);
			const ofGroup: Condition = { field: resource(ownAttributes.group), is: [name] };
			if (inside.length === 0) return [ofGroup];
			return [{ all: [ofGroup, { not: { field: attribute("tool_input"), contains: inside } }] }];
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
		"the address in tool_input, and what the user asked for; a name below a wildcard of the list is found anywhere in it",
		"whether the device has this group's settings",
	],
	contain: ["deliver the group's profile anew", "close the host at the perimeter"],
	regression: "the host is refused on a device of this group",
};
