import * as pulumi from "@pulumi/pulumi";
import type { FirewallAdapter } from "../../src/components/adapters.js";
import type { FirewallBackend, RuleFile, RuleRequest } from "../../src/firewall/backend.js";
import { compareText, prettyJson } from "../../src/json.js";
import { made } from "../../src/outcome.js";

type Options = Record<never, never>;

/** A cloud's firewall: what is created, as data, is also the file that reviewers read. */
export const portcullis: FirewallBackend<Options> = {
	title: "Portcullis",
	docs: "https://example.com/portcullis",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "not expressible",
	ports: false,
	clients: false,
	denies: false,
	deniesHosts: false,
	inspects: false,
	quic: "not said",
	revisions: "the files replace the old ones",
	options: {},
	examples: { plain: {} },
	render: (request) =>
		made({
			files: [{ name: "gate.json", mediaType: "application/json", content: prettyJson(planGate(request)) }],
			effects: [...request.hosts]
				.sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))
				.filter(({ match, port }) => match === "subdomains" || port !== 443)
				.map(({ host, match, port }) => ({
					host,
					match,
					port,
					kind: match === "subdomains" ? "dropped" : "narrowed",
					because: match === "subdomains" ? "has no words here" : "is opened on port 443",
				})),
		}),
};

function planGate({ deployment, hosts }: RuleRequest) {
	const exact = hosts.filter(({ match }) => match === "exact");
	return { name: `cowork-${deployment}`, names: [...new Set(exact.map(({ host }) => host))].sort() };
}

class Gate extends pulumi.CustomResource {
	constructor(name: string, inputs: pulumi.Inputs, opts: pulumi.ComponentResourceOptions) {
		super("test:index:Gate", name, inputs, opts);
	}
}

/** Places the gate under the deployment. */
export function portcullisAdapter(
	options: { readonly leaveTo?: string; readonly scope?: "perGroup" } = {},
): FirewallAdapter {
	return {
		name: "portcullis",
		options,
		place(name, { request }, opts) {
			const gate = new Gate(`${name}-gate`, planGate(request), opts);
			return { gateId: gate.id };
		},
	};
}

export function readPortcullis(files: readonly RuleFile[]) {
	const { names }: { readonly names: readonly string[] } = JSON.parse(files[0]?.content ?? "");
	return ({ host }: { readonly host: string }) => (names.includes(host) ? "open" : "unlisted");
}
