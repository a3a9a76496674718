import { isSharedSuffix, parseHostName, parseHostPattern } from "../../host.js";
import { error, type Problem } from "../../problem.js";
import { text } from "../../shape/build.js";
import type { TextShape } from "../../shape/shape.js";

interface EntryRules {
	/** Whether a bare `*` stands for every host. */
	readonly everything: boolean;
	/** What the app does with an entry that it cannot use, after a colon. */
	readonly unusable: string;
	/** Whether a name without a dot may stand for a host. @default true */
	readonly singleLabels?: false;
	/** Whether the app takes a wildcard over names that strangers may register, as in `*.github.io`. @default true */
	readonly sharedSuffixes?: false;
}

/** An entry of a list of hosts: `host`, `*.host`, either with `:port`. */
export function hostEntry(rules: EntryRules): TextShape {
	return text((entry) => {
		if (entry === "*") {
			const message = "stands for every host, which this list does not take; name the hosts";
			return rules.everything ? [] : [error("every-host", [], message)];
		}
		const { value: pattern, problems } = parseHostPattern(entry);
		if (!pattern) return problems.map((each) => ({ ...each, message: `${each.message}; ${rules.unusable}` }));
		const { host, match, port } = pattern;
		const wrong = (code: string, message: string): Problem[] => [error(code, [], `${message}; ${rules.unusable}`)];
		if (rules.singleLabels === false && !host.includes(".") && !isBareLocalhost(host, match, port)) {
			return wrong("single-label", "has a single label, of which only localhost alone is taken; write the whole name");
		}
		if (match === "subdomains" && rules.sharedSuffixes === false && isSharedSuffix(host)) {
			return wrong("shared-suffix", "is a wildcard over a suffix that strangers share; name your own hosts below it");
		}
		return [];
	});
}

/** Ports came to this list at a version that nobody wrote down; the schema of 1.28929.0 has them. */
export const sandboxHost: TextShape = {
	...hostEntry({ everything: true, singleLabels: false, unusable: "the app leaves the entry out" }),
	someVersions: [
		{
			code: "port-in-sandbox",
			versions: { until: "1.28929.0" },
			concerns: (entry) => typeof entry === "string" && /:\d+$/.test(entry),
			message: "names a port, for which older apps discard the whole list in the shell",
		},
	],
};

function isBareLocalhost(host: string, match: string, port: number | undefined): boolean {
	return host === "localhost" && match === "exact" && port === undefined;
}

/** Host names with a space between each two. */
export const hostNames: TextShape = text((names) =>
	names.split(" ").every((name) => parseHostName(name).value)
		? []
		: [error("host-name", [], "has an entry that is no host name; expected host names with one space between them")],
);
