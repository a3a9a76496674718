import { executable, windowsExecutable } from "../configuration/values/file-path.js";
import { headers } from "../configuration/values/text-map.js";
import { url } from "../configuration/values/url.js";
import { integer, number, object, textMatching, words } from "../shape/build.js";
import type { Member, ObjectShape } from "../shape/shape.js";
import type { CollectorHosts } from "./collector-host.js";
import { defaultHeader } from "./observability.js";

/** The app appends these to the address. */
const appended = ["/v1/logs", "/v1/metrics", "/v1/traces"];

const base = url({ http: "loopback", parts: "base", appended });

const pem = textMatching(
	"collector-file",
	/^\/[A-Za-z0-9._/-]+$/,
	"is no absolute path on the collector's machine; expected one such as /etc/otelcol/tls.crt",
);

const headerName = textMatching(
	"header-name",
	/^[A-Za-z0-9-]+$/,
	"is no header name; expected letters, digits and hyphens",
);

const auth = object(
	{
		header: { shape: headerName, summary: "Header that carries the credential.", default: defaultHeader },
		token: {
			shape: { kind: "text" },
			summary: "The whole value of the header.",
			required: true,
			secret: true,
		},
		helper: {
			shape: executable(),
			summary: "Program on devices that prints the header as JSON, so that no profile carries it.",
			defaultNote: "the profile does",
		},
		windowsHelper: {
			shape: windowsExecutable(),
			summary: "The same program where devices have Windows.",
			defaultNote: "`helper`",
		},
	},
	{ name: "CollectorAuth", summary: "A header with a credential that devices send." },
);

const tls = object(
	{
		certificate: { shape: pem, summary: "Certificate in PEM.", required: true },
		key: { shape: pem, summary: "Key in PEM.", required: true },
		clientCa: {
			shape: pem,
			summary: "Certificates in PEM that a client's has to come from.",
			defaultNote: "clients need none",
		},
	},
	{ name: "CollectorTls", summary: "Files on the collector's machine." },
);

const sink = object(
	{
		endpoint: {
			shape: base,
			summary: "Base address that takes OTLP over HTTP.",
			required: true,
		},
		headers: { shape: headers, summary: "Headers of every request.", defaultNote: "none", secretsInside: true },
	},
	{ name: "SinkOptions", summary: "One place that the collector sends to." },
);

function sinkMember(summary: string): Member {
	return { shape: sink, summary, defaultNote: "the signal goes nowhere" };
}

const sinks = object(
	{
		metrics: sinkMember("Numbers over time."),
		events: sinkMember("Events, for a SIEM."),
		traces: sinkMember("Traces without content."),
		content: sinkMember("A store of content that few people read."),
	},
	{ name: "Sinks", summary: "Where the collector sends to, by signal." },
);

const limits = object(
	{
		memory: { shape: integer({ min: 64, max: 65_536 }), summary: "In MiB.", default: 512 },
		request: { shape: integer({ min: 1, max: 64 }), summary: "Of one request, in MiB.", default: 20 },
	},
	{ name: "CollectorLimits", summary: "What the collector takes at most." },
);

function provisionShape(hosts: CollectorHosts): ObjectShape {
	const members = Object.entries(hosts).map(([word, { shape, summary }]): [string, Member] => [
		word,
		{ shape, summary, required: true },
	]);
	return object(Object.fromEntries(members), {
		name: "CollectorProvision",
		summary: "The place that a collector is created in.",
	});
}

/** With `provision` of the places given. */
export function collectorShape(hosts: CollectorHosts): ObjectShape {
	return object(
		{
			endpoint: {
				shape: base,
				summary: "Base address that devices send to, without /v1/logs.",
				defaultNote: "that of the collector which `provision` creates",
			},
			provision: {
				shape: provisionShape(hosts),
				summary: "Where the collector is created.",
				defaultNote: "it is one's own, at `endpoint`",
			},
			protocol: {
				shape: words(["http/protobuf", "http/json", "grpc"]),
				summary: "Protocol of the export.",
				default: "http/protobuf",
			},
			auth: {
				shape: auth,
				summary: "What tells devices from others.",
				defaultNote: "nothing, which no collector with sinks takes",
			},
			tls: { shape: tls, summary: "Files on the collector's machine.", defaultNote: "TLS ends before the collector" },
			sinks: {
				shape: sinks,
				summary: "Where the collector sends to, by signal.",
				defaultNote: "no configuration of a collector is written",
			},
			traceSamplingPercentage: {
				shape: number({ above: 0, max: 100 }),
				summary: "Share of traces that is kept, in percent.",
				default: 100,
			},
			limits: {
				shape: limits,
				summary: "What the collector takes at most.",
				defaultNote: "512 MiB of memory, requests of up to 20 MiB",
			},
		},
		{ name: "Collector", summary: "A collector, one's own or one that is configured here." },
	);
}
