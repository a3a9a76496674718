import * as pulumi from "@pulumi/pulumi";
import type { FirewallAdapter } from "../../src/components/adapters.js";
import { placedIn } from "../../src/components/firewall-rules.js";
import type { CloudBackend, RuleFile, RuleRequest } from "../../src/firewall/backend.js";
import { planFile, type RulePlan } from "../../src/firewall/rule-plan.js";
import { compareText } from "../../src/json.js";
import { made } from "../../src/outcome.js";
import { late, text } from "../../src/shape/build.js";

interface Options {
	/** Wall that the gate is in; a program may pass an output. */
	readonly wall?: string;
}

/** A cloud's firewall: what is created, as data, is also the file that reviewers read. */
export const portcullis: CloudBackend<Options> = {
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
	cloud: "portcullis",
	quic: "not said",
	revisions: "the files replace the old ones",
	options: { wall: { shape: late(text()), summary: "Wall that the gate is in.", defaultNote: "none" } },
	examples: { plain: {}, walled: { wall: "north" } },
	render(request, options) {
		const plan = planGate(request, options);
		return made({
			files: [planFile(plan)],
			plan,
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
		});
	},
};

function planGate({ deployment, hosts }: RuleRequest, { wall }: Options): RulePlan {
	const exact = hosts.filter(({ match }) => match === "exact");
	const name = `cowork-${deployment}`;
	const names = [...new Set(exact.map(({ host }) => host))].sort();
	const properties = { name, names, ...(wall !== undefined && { wall }) };
	return {
		resources: [{ id: "gate", name, type: "gate", meter: "free", properties }],
		outputs: { gateId: "<late:gate.id>" },
	};
}

class Gate extends pulumi.CustomResource {
	constructor(name: string, inputs: pulumi.Inputs, opts: pulumi.CustomResourceOptions) {
		super("test:index:Gate", name, inputs, opts);
	}
}

const place = placedIn({
	type: "test:index:PortcullisRules",
	placers: {
		lookUps: {},
		resources: {
			gate: (name, properties, opts) => {
				const gate = new Gate(name, properties, opts);
				return { resource: gate, outputs: { id: gate.id } };
			},
		},
	},
});

/** Places the gate under the deployment. */
export function portcullisAdapter(
	options: {
		readonly leaveTo?: string;
		readonly place?: boolean;
		readonly scope?: "perGroup";
		readonly wall?: pulumi.Input<string>;
	} = {},
): FirewallAdapter {
	return { name: "portcullis", options, place };
}

export function readPortcullis(files: readonly RuleFile[]) {
	const {
		resources,
	}: { readonly resources: readonly { readonly properties: { readonly names: readonly string[] } }[] } = JSON.parse(
		files[0]?.content ?? "",
	);
	const names = resources.flatMap(({ properties }) => properties.names);
	return ({ host }: { readonly host: string }) => (names.includes(host) ? "open" : "unlisted");
}
