import { parseHostName, parseHostPattern } from "../../host.js";
import { error } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";

interface EntryRules {
	/** Whether a bare `*` stands for every host. */
	readonly everything: boolean;
	/** Whether an entry may end in `:port`. */
	readonly ports: boolean;
}

/** An entry of a list of hosts: `host` or `*.host`. */
export function hostEntry({ everything, ports }: EntryRules): TextShape {
	return text((entry) => {
		if (entry === "*") {
			const message = "stands for every host, which this list does not take; name the hosts";
			return everything ? [] : [error("every-host", [], message)];
		}
		const { value: pattern, problems } = parseHostPattern(entry);
		if (!pattern || pattern.port === undefined || ports) return problems;
		return [error("host-port", [], "has a port, which this list does not take; write the host alone")];
	});
}

/** Host names with a space between each two. */
export const hostNames: TextShape = text((names) =>
	names.split(" ").every((name) => parseHostName(name).value)
		? []
		: [error("host-name", [], "has an entry that is no host name; expected host names with one space between them")],
);
