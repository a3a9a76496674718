import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { vertexHost } from "../../google-hosts.js";
import type { VertexRequest } from "../request.js";
import { resource } from "../resource.js";

const ttlSeconds = 300;

export interface RecordsRequest {
	readonly request: VertexRequest;
	readonly dns: "responsePolicy" | "zone";
	readonly network: string;
	readonly address: string;
	readonly project: string;
	/** Ids of what answers at the address. */
	readonly after: readonly string[];
}

/** What resolves the public name of inference, and no other, to the endpoint inside its network. */
export function planRecords(asked: RecordsRequest): PlannedResource[] {
	return asked.dns === "zone" ? zone(asked) : responsePolicy(asked);
}

function responsePolicy({ request, network, address, project, after }: RecordsRequest): PlannedResource[] {
	const existing = request.provision.privateEndpoint?.responsePolicy;
	const name = `cowork-${request.deployment}`;
	const policy = resource(
		"dns.googleapis.com/ResponsePolicy",
		"response-policy",
		{
			project,
			responsePolicyName: name,
			description: "Leads inference of Claude Cowork to a private endpoint.",
			networks: [{ networkUrl: network }],
		},
		{ name },
	);
	const dnsName = `${vertexHost(request.region)}.`;
	const rule = resource(
		"dns.googleapis.com/ResponsePolicyRule",
		"response-policy-rule",
		{
			project,
			responsePolicy: existing ?? outputOf(policy, "responsePolicyName"),
			ruleName: name,
			dnsName,
			localData: { localDatas: [{ name: dnsName, type: "A", ttl: ttlSeconds, rrdatas: [address] }] },
		},
		// Before there is an endpoint the name would lead nowhere.
		{ name: dnsName, after },
	);
	return [...(existing === undefined ? [policy] : []), rule];
}

/** Of the one name alone, so that every other of Google's is resolved as before. */
function zone({ request, network, address, project, after }: RecordsRequest): PlannedResource[] {
	const name = `cowork-${request.deployment}`;
	const dnsName = `${vertexHost(request.region)}.`;
	const created = resource(
		"dns.googleapis.com/ManagedZone",
		"zone",
		{
			project,
			name,
			dnsName,
			description: "Leads inference of Claude Cowork to a private endpoint.",
			visibility: "private",
			privateVisibilityConfig: { networks: [{ networkUrl: network }] },
		},
		{ name, after },
	);
	const record = resource(
		"dns.googleapis.com/ResourceRecordSet",
		"record",
		{ project, managedZone: outputOf(created, "name"), name: dnsName, type: "A", ttl: ttlSeconds, rrdatas: [address] },
		{ name: dnsName },
	);
	return [created, record];
}
