import { type EgressHost, formatHost } from "../../src/egress/plan.js";
import type { FirewallBackend, RuleSet } from "../../src/firewall/backend.js";
import { DeploymentError } from "../../src/problem.js";

/** An entry of a plan from `*.example.com:443`; the port is optional, and IPv6 stands in brackets. */
export function planned(text: string): EgressHost {
	const [, star, host = "", port = "443"] = /^(\*\.)?\[?(.+?)\]?(?::(\d+))?$/.exec(text) ?? [];
	return {
		host,
		match: star ? "subdomains" : "exact",
		port: Number(port),
		protocol: "tcp",
		operator: "third-party",
		reasons: [
			{
				feature: "essential-telemetry",
				key: "disableEssentialTelemetry",
				because: "crash reports",
				ifDenied: "No crash reports arrive.",
				requirement: "optional",
				source: "https://docs.example.com/egress",
			},
		],
	};
}

/** What every backend is shown; the names are those of its golden folders. */
export const cases = {
	empty: [],
	exact: ["api.anthropic.com"],
	subdomains: ["*.sentry.io"],
	"apex-and-subdomains": ["sentry.io", "*.sentry.io"],
	"nested-subdomains": ["*.sentry.io", "*.ingest.us.sentry.io", "o1.ingest.us.sentry.io"],
	"other-ports": [
		"llm.example.com",
		"llm.example.com:8443",
		"otel.example.com:4318",
		"git.example.com:22",
		"*.example.net:8443",
		"example.net",
	],
	addresses: ["10.0.0.5", "[2001:db8::1]:8443"],
	unusual: [
		"xn--bcher-kva.example",
		"*.xn--bcher-kva.example",
		"my_host.example.com",
		"1.2.3.example.com",
		`${"l".repeat(63)}.example.com`,
		`${Array.from({ length: 3 }, () => "n".repeat(61)).join(".")}.${"n".repeat(55)}.example.com`,
		"constructor.example.com",
		"__proto__.example.com",
	],
	many: Array.from({ length: 40 }, (_, index) => `${index % 4 === 0 ? "*." : ""}service-${index}.example.com`),
} satisfies Record<string, string[]>;

/** What a backend makes of the entries of a plan. Throws where it refuses. */
export function rulesOf(backend: FirewallBackend, entries: readonly string[], options: object = {}): RuleSet {
	const { value, problems } = backend.render({ deployment: "eu", hosts: entries.map(planned) }, options);
	if (!value) throw new DeploymentError(problems);
	return value;
}

/** `*.example.com:443`: an entry as {@link planned} reads it. */
export function entryOf(entry: Pick<EgressHost, "host" | "match" | "port">): string {
	return `${formatHost(entry)}:${entry.port}`;
}
