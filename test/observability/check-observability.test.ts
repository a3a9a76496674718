import { expect, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import { problemsOf, soundWith } from "../support/deployment.js";
import { collector, observed, sinks, terms } from "./observed.js";

/** Of a tier with content, where the SIEM keeps what it gets 365 days and content is to be gone after 30. */
const outlives =
	"warning: observability.retention.content: is 30 days and holds nowhere: observability.collector.sinks.events gets toolDetails, secrets masked, and keeps that 365, as observability.retention.metadata says; give no more there, give observability.collector.sinks.content, or take the tier metadata";

test("metadata asks for nothing, and says in every setting where it came from", () => {
	const input = observed({ attributes: { team: "platform" } });
	expect(problemsOf(input)).toEqual([]);
	const settings = parseDeployment(input).configurations.get("pilot")?.settings;
	const own = [...(settings ?? [])].filter(([, { layer }]) => layer === "observability");
	expect(Object.fromEntries(own.map(([key, { value }]) => [key, value]))).toEqual({
		otlpEndpoint: "https://otel.example.com:4318",
		otlpHeaders: { Authorization: { fromEnv: "COLLECTOR_TOKEN" } },
		otlpResourceAttributes: { "cowork.deployment": "eu", "cowork.group": "pilot", team: "platform" },
		otlpContentCapture: [],
	});
});

test("a block that is wrong is there, so that nobody is asked for one", () => {
	const block = { approved: { mcpServers: ['a"b'] } };
	const cases = { preset: "none", observability: { attributes: { team: "response" } } };
	expect(problemsOf(observed(block, { cases }))).toEqual([
		"observability.approved.mcpServers[0]: is no plain word; expected letters, digits, spaces, dots, colons, hyphens and slashes",
	]);
});

test("each tier captures what the source says of it", () => {
	const captures = ["metadata", "toolDetails", "restricted", "forensic"].map((tier) => {
		const settings = parseDeployment(observed({ tier, ...terms })).configurations.get("pilot")?.settings;
		return [settings?.get("otlpContentCapture")?.value, settings?.get("otlpTracesEnabled")?.value];
	});
	expect(captures).toEqual([
		[[], undefined],
		[["toolDetails"], undefined],
		[["toolDetails", "toolContent"], true],
		[["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"], true],
	]);
});

test("a tier that captures content names an owner, readers and a time", () => {
	expect(problemsOf(observed({ tier: "toolDetails" }))).toEqual([
		"observability.owners.privacy: is missing, and observability.tier is toolDetails, which captures toolDetails; name who answers for content",
		"observability.owners.readers: is missing, and observability.tier is toolDetails, which captures toolDetails; name who may read content",
		"observability.retention.content: is missing, and observability.tier is toolDetails, which captures toolDetails; give the days that content is kept",
	]);
});

test("content is kept no longer than the rest, and goes into a store of its own", () => {
	const { sinks } = collector;
	const kept = observed({ tier: "forensic", ...terms, retention: { metadata: 30, content: 31 } });
	expect(problemsOf(kept)).toEqual([
		"observability.retention.content: is 31 days, longer than observability.retention.metadata, which is 30; content is kept no longer than the rest",
	]);
	const { content: _, ...others } = sinks;
	const without = observed({ tier: "restricted", ...terms, collector: { ...collector, sinks: others } });
	expect(problemsOf(without)).toEqual([
		"observability.collector.sinks.content: is missing, and observability.tier is restricted, which captures toolDetails, toolContent; give the restricted store",
		outlives,
	]);
	const beside = { ...collector, sinks: { ...sinks, content: sinks.events } };
	expect(problemsOf(observed({ tier: "restricted", ...terms, collector: beside }))).toEqual([
		"observability.collector.sinks.content: is the same place as observability.collector.sinks.events, which more people read; give content a place or a credential of its own",
	]);
});

test("the limit of content is of its store, and a warning says where there is none that it holds for", () => {
	const { content: _, events: __, ...numbers } = sinks;
	const only = { ...collector, sinks: { ...numbers, events: sinks.events } };
	const undated =
		"warning: observability.retention.content: is 30 days, while observability.collector.sinks.events gets toolDetails, secrets masked, and nothing says how long it keeps that; give observability.retention.metadata";
	for (const tier of ["toolDetails", "restricted", "forensic"])
		expect(problemsOf(observed({ tier, ...terms }))).toEqual([]);
	const tier = "toolDetails";
	expect(problemsOf(observed({ tier, ...terms, collector: only }))).toEqual([outlives]);
	for (const each of [collector, only])
		expect(problemsOf(observed({ tier, ...terms, collector: each, retention: { content: 30 } }))).toEqual([undated]);
	for (const block of [
		{ collector: only, retention: { metadata: 30, content: 30 } },
		{ collector: { endpoint: collector.endpoint } },
		{ collector: only, tier: "metadata" },
	])
		expect(problemsOf(observed({ tier, ...terms, ...block }))).toEqual([]);
	expect(problemsOf(observed({ tier, ...terms, collector: { ...collector, sinks: numbers } }))).toEqual([
		"warning: observability.collector.sinks: has no events, which devices send and the collector drops",
	]);
});

test.each([
	[
		"both stores",
		{},
		"events keeps toolDetails (365 days), and incident-response and whoever else reads the SIEM may read it there; content keeps toolDetails (30 days), and incident-response may read it there; privacy@example.com answers for it",
	],
	[
		"the SIEM without a limit",
		{ retention: { content: 30 }, collector: { ...collector, sinks: { events: sinks.events } } },
		"events keeps toolDetails (nothing is said of how long), and incident-response and whoever else reads the SIEM may read it there; privacy@example.com answers for it",
	],
	[
		"a collector that passes no content on",
		{ collector: { ...collector, sinks: { metrics: sinks.metrics } } },
		"the collector drops it; privacy@example.com answers for it",
	],
	[
		"a collector of one's own",
		{ collector: { endpoint: collector.endpoint } },
		"incident-response may read it, it is kept 30 days, and privacy@example.com answers for it",
	],
])("what is said of content names who reads it and for how long: %s", (_, block, said) => {
	const { configurations } = parseDeployment(observed({ tier: "toolDetails", ...terms, ...block }));
	expect(configurations.get("pilot")?.contentTerms).toBe(said);
});

test.each([
	["a slash", "https://siem.example.com/", "authorization"],
	["the port of https", "https://siem.example.com:443", "authorization"],
	["capitals", "https://SIEM.example.com", "Authorization"],
])("the store for content is no other place by %s in its spelling", (_, endpoint, header) => {
	const content = { endpoint, headers: { [header]: { fromEnv: "SIEM_TOKEN" } } };
	const beside = { ...collector, sinks: { ...collector.sinks, content } };
	expect(problemsOf(observed({ tier: "restricted", ...terms, collector: beside }))).toContain(
		"observability.collector.sinks.content: is the same place as observability.collector.sinks.events, which more people read; give content a place or a credential of its own",
	);
});

test("a header of a sink that is named as a credential is a reference, and no text", () => {
	const events = { endpoint: "https://siem.example.com", headers: { Authorization: "Bearer hunter2", "x-org": "eu" } };
	const problems = problemsOf(observed({ collector: { ...collector, sinks: { ...sinks, events } } }));
	expect(problems).toEqual([
		"observability.collector.sinks.events.headers.Authorization: is a secret in plain text; use { fromEnv: NAME } or { fromConfig: key }",
	]);
});

test("no two secrets are one variable of the collector", () => {
	const named = (fromConfig: string) => ({
		endpoint: `https://${fromConfig.length}.example.com`,
		headers: { a: { fromConfig } },
	});
	const of = (...names: readonly [string, string]) =>
		problemsOf(
			observed({ collector: { ...collector, sinks: { ...sinks, metrics: named(names[0]), events: named(names[1]) } } }),
		);
	const at = "observability.collector.sinks.events.headers.a: would be the variable";
	expect(of("siem-token", "siem-token")).toEqual([]);
	expect(of("siemToken", "siem_token_2")).toEqual([]);
	expect(of("siem-token", "siemToken")).toEqual([
		`${at} SIEM_TOKEN of the collector, as observability.collector.sinks.metrics.headers.a is, and is another secret; give it another name`,
	]);
	expect(of("other", "cowork-pseudonym-key")).toEqual([
		`${at} COWORK_PSEUDONYM_KEY of the collector, as the key of pseudonyms is, and is another secret; give it another name`,
	]);
	expect(of("other", "2nd")).toEqual([
		`${at} "2ND" of the collector, which is no name of one; give the secret a name that begins with a letter`,
	]);
});

test("a group that captures more is warned of, and one that captures less is not", () => {
	const groups = {
		cases: { preset: "none", observability: { tier: "forensic" } },
		pilot: { preset: "none", observability: { tier: "metadata" } },
	};
	expect(problemsOf(observed({ tier: "toolDetails", ...terms }, groups))).toEqual([
		"warning: groups.cases.observability.tier: captures more than observability.tier, which is toolDetails: userPrompts, assistantResponses, toolDetails, toolContent, rawApiBodies",
	]);
	expect(problemsOf(soundWith({ groups }))[0]).toBe(
		"groups.cases.observability: differs from what the deployment does not say; give observability of the deployment, or leave this out",
	);
});

test("nothing captures content before the privacy review, and traces begin in their phase", () => {
	expect(problemsOf(observed({ tier: "toolDetails", phase: "siem", ...terms }))).toEqual([
		"observability.tier: captures content before the privacy review, as observability.phase is siem; take metadata, or the phase privacyReview or later",
	]);
	const traces = ["local", "managed", "privacyReview", "tracing"].map((phase) => {
		const settings = parseDeployment(observed({ phase })).configurations.get("pilot")?.settings;
		return [settings?.has("otlpEndpoint"), settings?.get("otlpTracesEnabled")?.value];
	});
	expect(traces).toEqual([
		[false, undefined],
		[true, undefined],
		[true, undefined],
		[true, true],
	]);
});

test("what observability sets, settings do not say again", () => {
	const input = { ...observed({}), settings: { otlpEndpoint: "https://other.example.com", otlpTracesEnabled: true } };
	expect(problemsOf(input)).toEqual([
		"settings.otlpEndpoint: is already set by observability.collector.endpoint; remove it here",
		"settings.otlpTracesEnabled: is already set by observability.tier; remove it here",
	]);
});

test("a collector takes nobody without a credential, and a rule set may not close it", () => {
	const { auth: _, ...open } = collector;
	expect(problemsOf(observed({ collector: open }))).toEqual([
		"observability.collector.auth: is missing, so that the collector would take records from anybody; give a token",
	]);
	const closed = { ...observed({}), firewall: { json: { deny: { hosts: ["otel.example.com"] } } } };
	expect(problemsOf(closed)).toContain(
		"observability.collector.endpoint: is closed by firewall.json.deny.hosts[0]; open it there, or send elsewhere",
	);
});

test("what is approved of is held against something that somebody sends", () => {
	const approved = { marketplaces: ["acme"], mcpScopes: ["managed", "user"], mcpServers: ["wiki"], hourlyCost: 10 };
	expect(problemsOf(observed({ people: "none", approved }))).toEqual([
		"observability.approved.marketplaces: is held against marketplace.name, which nobody sends, as observability.tier says; change it there, or leave this out",
		"observability.approved.mcpServers: is held against server_name, which nobody sends, as observability.tier says; change it there, or leave this out",
		"observability.approved.hourlyCost: is held against user.id, which nobody sends, as observability.people says; change it there, or leave this out",
	]);
	expect(problemsOf(observed({ phase: "siem", approved }))).toEqual([]);
	const details = { pilot: { preset: "none" }, lab: { preset: "none", observability: { tier: "toolDetails" } } };
	expect(problemsOf(observed({ ...terms, approved }, details))).toEqual([
		"warning: groups.lab.observability.tier: captures more than observability.tier, which is metadata: toolDetails",
	]);
});

test("a resource attribute that an approval is held against, and no group has, is asked for", () => {
	const approved = { bypassEnvironments: ["lab"], sensitiveTiers: ["secret"] };
	const of = (name: string, attribute: string) =>
		`warning: observability.approved.${name}: is held against the resource attribute ${attribute}, which no group has; give it in observability.attributes, unless jobs give it`;
	expect(problemsOf(observed({ phase: "siem", approved }))).toEqual([
		of("bypassEnvironments", "deployment.environment"),
		of("sensitiveTiers", "repository.tier"),
	]);
	const attributes = { "deployment.environment": "lab" };
	expect(problemsOf(observed({ approved, attributes }))).toEqual([of("sensitiveTiers", "repository.tier")]);
});

test("settings are not asked for the collector's address beside the block, whatever its phase and its errors", () => {
	const standard = { pilot: { preset: "standard" } };
	expect(problemsOf(observed({ phase: "local" }, standard))).toEqual([]);
	expect(problemsOf(observed({ attributes: { ok: "two words" } }, standard))).toEqual([
		expect.stringMatching(/^observability\.attributes\.ok: /),
	]);
	expect(problemsOf(soundWith({ groups: standard }))).toEqual([
		"warning: groups.pilot.preset: preset standard expects otlpEndpoint; give it in settings",
	]);
});

test("attributes keep the grammar of OTEL_RESOURCE_ATTRIBUTES", () => {
	const wrong = { "a b": "x", "service.name": "x", "cowork.group": "x", ok: "two words", also: "a,b", fine: "a=b" };
	expect(problemsOf(observed({ attributes: wrong })).map((problem) => problem.split(";")[0])).toEqual([
		'observability.attributes["a b"]: is no name of a resource attribute',
		'observability.attributes["service.name"]: is an attribute that is set already',
		'observability.attributes["cowork.group"]: is an attribute that is set already',
		"observability.attributes.ok: is no value of a resource attribute",
		"observability.attributes.also: is no value of a resource attribute",
	]);
});
