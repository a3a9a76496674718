import { stringify } from "yaml";
import { isAddress } from "../host.js";
import { made } from "../outcome.js";
import { error } from "../problem.js";
import { map, textMatching } from "../shape/build.js";
import type { Members, Rule } from "../shape/shape.js";
import type { FirewallBackend, RuleRequest } from "./backend.js";
import { linesOf, titleOf } from "./comment.js";
import { ownerName } from "./owner-name.js";
import { type PortHosts, portsOf } from "./port-hosts.js";

export interface CiliumOptions {
	/** Labels of the pods that the policy holds for, such as those of a gateway. */
	readonly podLabels: Readonly<Record<string, string>>;
	/** Namespace of those pods. @default "default" */
	readonly namespace?: string;
	/** Domain of the cluster, whose names stay resolvable. @default "cluster.local" */
	readonly clusterDomain?: string;
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set, after where Cilium has it from. */
const labelKey = textMatching(
	"label-key",
	/^(?:[a-z0-9-]{1,63}:)?(?:[a-z0-9][a-z0-9.-]{0,252}\/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
	"is no key of a label; expected such as app or app.kubernetes.io/name",
);

const labelValue = textMatching(
	"label-value",
	/^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
	"is no value of a label; expected up to 63 letters, digits, hyphens, underscores and dots",
);

const label = textMatching(
	"kubernetes-name",
	/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
	"is no name of Kubernetes; expected up to 63 lower-case letters, digits and inner hyphens",
);

/** No label would mean every pod of the namespace. */
const someLabel: Rule<Members> = (labels) =>
	Object.keys(labels).length > 0 ? [] : [error("empty", [], "is empty; name at least one label of the pods")];

/**
 * A policy for pods that serve or use Claude, such as a gateway. Cilium opens the addresses that its DNS proxy sees for a
 * name, so that other names at such an address are open, too. A single `*` would be one label; `**` is any depth.
 */
export const cilium: FirewallBackend<CiliumOptions> = {
	title: "Cilium network policy",
	docs: "https://docs.cilium.io/en/stable/security/policy/language/#dns-based",
	evidence: "read by Cilium's own policy code and matcher",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: false,
	denies: true,
	deniesHosts: false,
	inspects: false,
	quic: "refused",
	revisions: "kubectl apply replaces the policy of the same name",
	options: {
		podLabels: {
			shape: map(labelValue, { names: labelKey, rules: [someLabel] }),
			summary: "Labels of the pods that the policy holds for.",
			required: true,
		},
		namespace: { shape: label, summary: "Namespace of those pods.", default: "default" },
		clusterDomain: {
			shape: textMatching(
				"domain",
				/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
				"is no domain; expected such as cluster.local",
			),
			summary: "Domain of the cluster, whose names stay resolvable.",
			default: "cluster.local",
		},
	},
	examples: {
		gateway: { podLabels: { app: "claude-gateway" } },
		namespaced: {
			podLabels: { "app.kubernetes.io/name": "litellm" },
			namespace: "claude",
			clusterDomain: "k8s.example.com",
		},
	},
	render: (request, options) =>
		made({
			files: [
				{
					name: "policy.yaml",
					mediaType: "application/yaml",
					content: linesOf([`# ${titleOf(request)}.`]) + stringify(policy(request, options), { lineWidth: 0 }),
				},
			],
			effects: [],
			notes: ["the rules hold addresses, so that every other name at the address of an opened host is open, too"],
		}),
};

function policy(
	request: RuleRequest,
	{ podLabels, namespace = "default", clusterDomain = "cluster.local" }: CiliumOptions,
) {
	const ports = portsOf(request.hosts);
	const names = new Map(ports.flatMap(selectors).map((selector) => [JSON.stringify(selector), selector]));
	const resolvable = [...names.values(), { matchPattern: `**.${clusterDomain}` }];
	return {
		apiVersion: "cilium.io/v2",
		kind: "CiliumNetworkPolicy",
		metadata: { name: `claude-egress.${ownerName(request, ".")}`, namespace },
		spec: {
			endpointSelector: { matchLabels: podLabels },
			egress: [
				{
					toEndpoints: [
						{ matchLabels: { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s:k8s-app": "kube-dns" } },
					],
					toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], rules: { dns: resolvable } }],
				},
				...ports.flatMap(egress),
			],
		},
	};
}

function egress(of: PortHosts): object[] {
	const toPorts = [{ ports: [{ port: String(of.port), protocol: "TCP" }] }];
	const toFQDNs = selectors(of);
	const toCIDR = of.alone.filter(isAddress).map((address) => `${address}/${address.includes(":") ? 128 : 32}`);
	return [...(toFQDNs.length > 0 ? [{ toFQDNs, toPorts }] : []), ...(toCIDR.length > 0 ? [{ toCIDR, toPorts }] : [])];
}

function selectors({
	topmost,
	alone,
}: PortHosts): ({ readonly matchPattern: string } | { readonly matchName: string })[] {
	return [
		...topmost.map((name) => ({ matchPattern: `**.${name}` })),
		...alone.filter((name) => !isAddress(name)).map((name) => ({ matchName: name })),
	];
}
