import fc from "fast-check";
import type { EgressHost, Reason } from "../../src/egress/plan.js";

/** Few labels, so that names are often equal, above or below each other. */
const label = fc.constantFrom("a", "b", "xa", "a-b");
const zone = fc.constantFrom("example.com", "ingest.example.com", "example.net");
const name = fc.tuple(fc.array(label, { maxLength: 2 }), zone).map(([labels, end]) => [...labels, end].join("."));
const address = fc.constantFrom("10.0.0.5", "192.0.2.7", "2001:db8::1");

/** Text that tries to leave the line, the comment or the string it stands in. */
const hostileText = fc
	.array(
		fc.oneof(
			fc.constantFrom("\n", "\r\n", "\r", "\u2028", "\0", '"', "'", "`", "\\", "#", "//", "*/", ";", "}", "]", "$("),
			fc.constantFrom("http_access allow all", "*.evil.example", "evil.example", '","host":"evil.example"'),
			fc.string(),
		),
		{ maxLength: 6 },
	)
	.map((parts) => parts.join(""));

const reason: fc.Arbitrary<Reason> = fc.record({
	feature: hostileText,
	key: fc.option(hostileText),
	because: hostileText,
	ifDenied: fc.option(hostileText),
	requirement: fc.constantFrom("required", "optional"),
	source: hostileText,
});

const where = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({ host: name, match: fc.constantFrom<EgressHost["match"]>("exact", "subdomains") }),
	},
	{ weight: 1, arbitrary: fc.record({ host: address, match: fc.constant<EgressHost["match"]>("exact") }) },
);

const egressHost: fc.Arbitrary<EgressHost> = fc
	.record({
		where,
		port: fc.constantFrom(443, 443, 443, 22, 4318, 8443),
		operator: fc.constantFrom("anthropic", "inference", "organization", "third-party"),
		reasons: fc.array(reason, { minLength: 1, maxLength: 3 }),
	})
	.map(({ where, ...rest }) => ({ ...where, protocol: "tcp", ...rest }));

/** Hosts of a plan: one entry per name, match and port, with hostile text in every reason. */
export const egressHosts: fc.Arbitrary<EgressHost[]> = fc.uniqueArray(egressHost, {
	maxLength: 8,
	selector: ({ host, match, port }) => `${match} ${host} ${port}`,
});
