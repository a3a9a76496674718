import { parseHostName, parseHostPattern } from "../../host.js";
import { textWithout } from "./text.js";

interface EntryRules {
	/** Whether a bare `*` stands for every host. */
	readonly everything: boolean;
	/** Whether an entry may end in `:port`. */
	readonly ports: boolean;
}

/** An entry of a list of hosts: `host` or `*.host`. */
export function hostEntry({ everything, ports }: EntryRules) {
	return textWithout((text) => {
		if (text === "*")
			return everything ? undefined : "stands for every host, which this list does not take; name the hosts";
		const pattern = parseHostPattern(text);
		if ("problem" in pattern) return pattern.problem;
		return pattern.port === undefined || ports
			? undefined
			: "has a port, which this list does not take; write the host alone";
	});
}

/** Host names with a space between each two. */
export const hostNames = textWithout((text) => {
	const wrong = text
		.split(" ")
		.map(parseHostName)
		.find((parsed) => "problem" in parsed);
	return wrong === undefined
		? undefined
		: "has an entry that is no host name; expected host names with one space between them";
});
