import { parse } from "yaml";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

interface Egress {
	readonly toEndpoints?: object[];
	readonly toFQDNs?: { readonly matchName?: string; readonly matchPattern?: string }[];
	readonly toCIDR?: string[];
	readonly toPorts: { readonly ports: { readonly port: string; readonly protocol: string }[] }[];
}

/** https://docs.cilium.io/en/stable/security/policy/language/: with one rule of egress the rest is denied. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const document = parse(onlyFile(files, "policy.yaml"));
	if (document.kind !== "CiliumNetworkPolicy") throw new Error("no policy");
	const rules: Egress[] = document.spec.egress;
	return ({ host, port, quic = false }) => {
		const isOpen = rules.some(({ toEndpoints, toFQDNs = [], toCIDR = [], toPorts }) => {
			const ofPort = toPorts[0]?.ports.some((each) => each.port === String(port) && each.protocol === "TCP");
			if (toEndpoints || quic || !ofPort) return false;
			const isNamed = toFQDNs.some(({ matchName, matchPattern }) => {
				if (matchName !== undefined) return host === matchName;
				if (!matchPattern?.startsWith("**.")) throw new Error(`another depth: ${matchPattern}`);
				return host.endsWith(matchPattern.slice(2));
			});
			return isNamed || toCIDR.some((network) => network.replace(/\/\d+$/, "") === host);
		});
		return isOpen ? "open" : "closed";
	};
}
