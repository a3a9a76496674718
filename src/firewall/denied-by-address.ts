import { error, type Problem } from "../problem.js";
import type { RuleRequest } from "./backend.js";

/** What follows from rules that deny by address, for people; nothing where they deny no host. */
export function deniedByAddress({ denied = [] }: RuleRequest): string[] {
	if (denied.length === 0) return [];
	return [
		"hosts are denied by address, after what is opened: one at the address of an opened host stays open, and other names at a denied address are denied, too",
	];
}

/** Denied names that rules for their `*.` would open again, where these take the name itself along. */
export function checkDeniedAbove({ hosts, denied = [] }: RuleRequest): Problem[] {
	const above = new Set(hosts.filter(({ match }) => match === "subdomains").map(({ host }) => host));
	return denied
		.filter(({ host }) => above.has(host))
		.map(({ host }) => {
			const message = `${host} would stay open, because rules for *.${host} take it along; leave it out, or say leaveTo with the word of a block that is exact`;
			return error("denied-host-opened", ["deny"], message);
		});
}
