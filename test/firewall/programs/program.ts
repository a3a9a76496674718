import type { RuleFile } from "../../../src/firewall/backend.js";

/** Traffic that a program is asked about, the same for all of them. */
export interface ProgramProbe {
	/** Absent where the traffic shows no name. */
	readonly host?: string;
	readonly port: number;
	/** @default "tls" over TCP */
	readonly by?: "quic";
}

/** `-`: nothing that this program decides about. */
export type Answer = "open" | "closed" | "-";

/** A program that is none of ours and reads a backend's rule sets. */
export interface Program {
	/** The registry's word. */
	readonly backend: string;
	readonly title: string;
	/** Why it cannot run here; undefined where it can. */
	readonly whyNot: string | undefined;
	/** The block that its rule set is rendered with. */
	readonly options: object;
	/** What it does with each probe. */
	ask(files: readonly RuleFile[], probes: readonly ProgramProbe[]): Promise<readonly Answer[]>;
}

/** The plan that every program is shown. */
export const plan = ["api.anthropic.com", "*.ingest.us.sentry.io", "otel.example.com:4318"];

/** Names of the table's columns. */
export const probes: Readonly<Record<string, ProgramProbe>> = {
	"exact name": { host: "api.anthropic.com", port: 443 },
	"in upper case": { host: "API.Anthropic.COM", port: 443 },
	"below it": { host: "sub.api.anthropic.com", port: 443 },
	"deep below it": { host: "two.labels.api.anthropic.com", port: 443 },
	"above it": { host: "anthropic.com", port: 443 },
	"name of `*.`": { host: "ingest.us.sentry.io", port: 443 },
	"below `*.`": { host: "o1.ingest.us.sentry.io", port: 443 },
	"deep below `*.`": { host: "two.labels.ingest.us.sentry.io", port: 443 },
	"like it, longer at the front": { host: "xapi.anthropic.com", port: 443 },
	"like `*.`, longer at the front": { host: "xingest.us.sentry.io", port: 443 },
	"like it, longer at the end": { host: "api.anthropic.com.evil.example", port: 443 },
	"another name": { host: "evil.example", port: 443 },
	"on another port": { host: "api.anthropic.com", port: 8443 },
	"planned on another port": { host: "otel.example.com", port: 4318 },
	"that one on 443": { host: "otel.example.com", port: 443 },
	"an address": { host: "10.9.200.200", port: 443 },
	"no name shown": { port: 443 },
	"by QUIC": { host: "api.anthropic.com", port: 443, by: "quic" },
	"a denied name": { host: "telemetry.example.org", port: 443 },
};
