import { runError } from "../run-error.js";

/** An endpoint has a name per zone too, which carries the zone after the endpoint's id, and maybe the public names. */
export function regionalName(entries: readonly { readonly dnsName: string }[]): string {
	const names = entries.map(({ dnsName }) => dnsName).filter((name) => name.startsWith("vpce-"));
	const [shortest] = names.sort((a, b) => a.length - b.length);
	if (shortest === undefined) throw runError("the endpoint has no regional DNS name of its own");
	return shortest;
}
