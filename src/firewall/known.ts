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
	squid: {
		title: "Squid",
		docs: "https://www.squid-cache.org/Doc/config/acl/",
		evidence: "read by squid -k parse and a live proxy",
		options: ["dedicated", "authenticatedGroup"],
		load: async () => (await import("./squid.js")).squid,
	},
};
