import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/**
 * https://securitydocs.cisco.com/docs/csa/olh/130623.dita: a domain stands for itself and for what is below it, and has
 * no wildcard; a request with a destination twice is refused. What is allowed goes before what is denied.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const allowed = listOf(files, "allow");
	const denied = files.some(({ name }) => name === "deny-list.json") ? listOf(files, "deny") : [];
	const holds = (list: readonly string[], host: string) =>
		list.some((each) => host === each || (!isAddress(each) && host.endsWith(`.${each}`)));
	return ({ host }) => {
		if (holds(allowed, host)) return "open";
		return holds(denied, host) ? "closed" : "unlisted";
	};
}

function listOf(files: readonly RuleFile[], kind: "allow" | "deny"): string[] {
	const contents = (pattern: RegExp) => files.filter(({ name }) => pattern.test(name)).map(({ content }) => content);
	const [created = "", ...more] = contents(new RegExp(`^${kind}-list(-add-\\d+)?\\.json$`));
	const list = JSON.parse(created);
	const usual = list.bundleTypeId === 2 && list.access === "none";
	if (!usual && list.access !== (kind === "allow" ? "allow" : "block"))
		throw new Error(`a list that is to ${list.access}`);
	const parts: { destination: string }[][] = [list.destinations, ...more.map((each) => JSON.parse(each))];
	if (parts.some(({ length }) => length > 500)) throw new Error("more than 500 in a request");
	const destinations = parts.flat().map(({ destination }) => destination);
	if (new Set(destinations).size < destinations.length) throw new Error("a destination twice");
	for (const each of destinations) {
		if (!/^[a-z0-9.-]{1,253}$/.test(each) && !each.includes(":")) throw new Error(`no destination: ${each}`);
	}
	const lines = contents(new RegExp(`^${kind}-list(-\\d+)?\\.txt$`)).join("");
	if (lines !== destinations.map((each) => `${each}\n`).join("")) throw new Error("the text has another list");
	return destinations;
}

function isAddress(text: string): boolean {
	return /^[\d.]+$|:/.test(text);
}
