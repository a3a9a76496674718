import { list, text } from "../../shape/build.js";
import { eachGroup } from "../each-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

/** Lists that open hosts to the agent, to the user or to sessions. */
const hostLists = ["coworkEgressAllowedHosts", "sshHostAllowlist", "builtinBrowserAllowedDomains"];

export const wildcardHosts = definePolicyRule<{ readonly allow: readonly string[] }>({
	id: "wildcard-hosts",
	title: "lists of hosts name each host",
	why: "A wildcard opens whatever somebody puts below the name next year, and at shared services what strangers put there.",
	fix: "Name the hosts that are needed, or allow the wildcard where every name below it is the organisation's.",
	severity: "warning",
	parameters: parameters({
		allow: {
			shape: list(text()),
			summary: "Entries that may stand, such as `*.example.com`, letter by letter.",
			default: [],
		},
	}),
	check: (deployment, { allow }) =>
		eachGroup(deployment, (group) =>
			hostLists.flatMap((key) =>
				group
					.items(key)
					.filter((entry) => typeof entry === "string")
					// Here an asterisk is the entry's own.
					.filter((entry) => entry.includes("*") && !allow.includes(entry))
					.map((entry) => group.finding(entry, key, `${key} opens ${entry === "*" ? "every host" : entry}`)),
			),
		),
});
