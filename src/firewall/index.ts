import type { FirewallBackend } from "./backend.js";
import { hosts } from "./hosts.js";
import { json } from "./json.js";
import { squid } from "./squid.js";

/** Every firewall that a deployment can ask for, by the word it uses. */
export const firewallBackends = { hosts, json, squid } satisfies Record<string, FirewallBackend>;

export type FirewallBackendName = keyof typeof firewallBackends;
