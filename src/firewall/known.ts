// Rendered from the registry beside it by test/known-variants.test.ts; `npx vitest run -u` writes it anew.
import type { KnownVariants } from "../variant.js";
import type { FirewallBackend } from "./backend.js";
import type { FirewallBackendName } from "./index.js";

/** Every firewall that a deployment can ask for, before its file is loaded. */
export const knownBackends: KnownVariants<FirewallBackend, FirewallBackendName> = {
	hosts: {
		title: "Plain host list",
		docs: "https://claude.com/docs/third-party/claude-desktop/telemetry",
		evidence: "the vendor's page alone",
		options: [],
		load: async () => (await import("./hosts.js")).hosts,
	},
	json: {
		title: "Neutral JSON",
		docs: "https://www.rfc-editor.org/rfc/rfc8259",
		evidence: "read by JSON.parse",
		options: [],
		load: async () => (await import("./json.js")).json,
	},
	csv: {
		title: "CSV of a change request",
		docs: "https://www.rfc-editor.org/rfc/rfc4180",
		evidence: "read by Python's csv module",
		options: [],
		load: async () => (await import("./csv.js")).csv,
	},
	markdown: {
		title: "Markdown of a change request",
		docs: "https://github.github.com/gfm/#tables-extension-",
		evidence: "read by markdown-it",
		options: [],
		load: async () => (await import("./markdown.js")).markdown,
	},
	squid: {
		title: "Squid",
		docs: "https://www.squid-cache.org/Doc/config/acl/",
		evidence: "read by squid -k parse and a live proxy",
		options: ["dedicated", "authenticatedGroup"],
		load: async () => (await import("./squid.js")).squid,
	},
	nftables: {
		title: "nftables with dnsmasq",
		docs: "https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html",
		evidence: "read by nft and dnsmasq, live",
		options: ["hook", "user"],
		load: async () => (await import("./nftables.js")).nftables,
	},
	rpz: {
		title: "DNS response policy zone",
		docs: "https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz",
		evidence: "read by named-checkzone, and by live BIND and Unbound",
		options: ["serial"],
		load: async () => (await import("./rpz.js")).rpz,
	},
	suricata: {
		title: "Suricata",
		docs: "https://docs.suricata.io/en/suricata-7.0.10/rules/tls-keywords.html",
		evidence: "read by suricata -T, and by Suricata over recorded traffic",
		options: ["firstSid"],
		load: async () => (await import("./suricata.js")).suricata,
	},
	haproxy: {
		title: "HAProxy by SNI",
		docs: "https://docs.haproxy.org/2.6/configuration.html#7.3.5-req.ssl_sni",
		evidence: "read by haproxy -c and a live proxy",
		options: ["folder", "resolver", "connectBy"],
		load: async () => (await import("./haproxy.js")).haproxy,
	},
	pac: {
		title: "Proxy configuration file (PAC)",
		docs: "https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file",
		evidence: "read by pac-resolver in QuickJS",
		options: ["planned", "otherwise"],
		load: async () => (await import("./pac.js")).pac,
	},
	cilium: {
		title: "Cilium network policy",
		docs: "https://docs.cilium.io/en/stable/security/policy/language/#dns-based",
		evidence: "read by Cilium's own policy code and matcher",
		options: ["podLabels", "namespace", "clusterDomain"],
		load: async () => (await import("./cilium.js")).cilium,
	},
	littleSnitch: {
		title: "Little Snitch rule group",
		docs: "https://developer.obdev.at/resources/documentation/littlesnitch7/admin-lsrules-file-format",
		evidence: "read by the ls_rules crate",
		options: ["processes"],
		load: async () => (await import("./little-snitch.js")).littleSnitch,
	},
	pihole: {
		title: "Pi-hole, and a hosts file",
		docs: "https://docs.pi-hole.net/database/domain-database/",
		evidence: "read by SQLite with Pi-hole's schema, and the hosts file by dnsmasq",
		options: [],
		load: async () => (await import("./pihole.js")).pihole,
	},
	umbrella: {
		title: "Cisco Umbrella and Secure Access",
		docs: "https://developer.cisco.com/docs/cloud-security/umbrella-api-reference-destination-lists-overview",
		evidence: "the vendor's page alone",
		options: ["product"],
		load: async () => (await import("./umbrella.js")).umbrella,
	},
	fortiGate: {
		title: "FortiGate (FortiOS commands)",
		docs: "https://docs.fortinet.com/document/fortigate/7.0.1/administration-guide/217973/using-wildcard-fqdn-addresses-in-firewall-policies",
		evidence: "read by fwshift, which does not resolve names",
		options: ["sourceInterfaces", "destinationInterfaces", "vdom", "firstPolicyId", "nat", "denyRest"],
		load: async () => (await import("./forti-gate.js")).fortiGate,
	},
	zscaler: {
		title: "Zscaler custom URL category",
		docs: "https://help.zscaler.com/zia/url-format-guidelines",
		evidence: "the vendor's page alone",
		options: ["retainParentCategory"],
		load: async () => (await import("./zscaler.js")).zscaler,
	},
	panOs: {
		title: "PAN-OS (set commands)",
		docs: "https://docs.paloaltonetworks.com/advanced-url-filtering/administration/create-a-custom-url-category-pan-os",
		evidence: "read by fwshift, which does not match names",
		options: ["sourceZones", "destinationZones", "vsys", "deviceGroup", "before", "listUrl", "denyRest"],
		load: async () => (await import("./pan-os.js")).panOs,
	},
	awsNetworkFirewall: {
		title: "AWS Network Firewall",
		docs: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-how-to-provide-rules.html",
		evidence: "read by suricata -T and over recorded traffic; the template by AWS's cloudformation-validate and by cfn-lint",
		options: ["capacity", "dedicated", "homeNet", "logging", "policy", "region", "tags"],
		load: async () => (await import("./aws/network-firewall.js")).awsNetworkFirewall,
	},
};
