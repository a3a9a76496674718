import { presets } from "../../configuration/presets.js";
import { knownAgents } from "../../observability/agents/known.js";
import { peopleForms } from "../../observability/observability.js";
import { phases } from "../../observability/phase.js";
import { tiers } from "../../observability/tier.js";
import { deliveries, platforms } from "../../profiles/format.js";
import { either, flag, integer, list, map, number, object, text, words } from "../../shape/build.js";
import type { Member, ObjectShape, Shape } from "../../shape/shape.js";

/** The files of a bundle that a review reads, as far as it reads them: anybody may have written them. */

const any: Shape = { kind: "any" };
const line: Shape = { kind: "text" };
const layers = words(["preset", "route", "observability", "deployment", "group", "provision", "extra"]);

function required(shape: Shape): Member {
	return { shape, summary: "", required: true };
}

function optional(shape: Shape): Member {
	return { shape, summary: "" };
}

function document(members: Readonly<Record<string, Member>>): ObjectShape {
	return object({ schemaVersion: required(integer({ min: 1 })), ...members });
}

export const manifestShape = document({
	generator: required(text()),
	facts: optional(object({ app: required(line), date: required(line) })),
	files: required(list(object({ path: required(text()), sha256: required(text()), sensitive: optional(flag) }))),
	omitted: optional(list(object({ path: required(line), because: required(line) }))),
});

const said = { value: required(any), layer: required(layers) };

const settings = map(object({ ...said, onWindows: optional(any), overrides: required(list(object(said))) }));

export const settingsShape = document({
	settings: required(settings),
	claudeCode: optional(object({ settings: required(settings), mcpServers: optional(settings) })),
});

const hostOrLate = either(line, object({ late: required(line) }));
const address = {
	host: required(line),
	match: required(words(["exact", "subdomains"])),
	port: required(integer()),
};

const reason = object({
	feature: required(line),
	key: optional(any),
	because: required(line),
	requirement: required(words(["required", "optional"])),
	since: optional(line),
	until: optional(line),
	source: required(line),
});

const rules = {
	effects: required(
		list(object({ kind: required(words(["widened", "narrowed", "dropped"])), ...address, because: required(line) })),
	),
	left: required(list(line)),
};

export const egressShape = document({
	hosts: required(
		list(
			object({
				...address,
				protocol: required(words(["tcp"])),
				operator: required(words(["anthropic", "inference", "organization", "third-party"])),
				groups: optional(list(line)),
				ifDenied: required(line),
				reasons: required(list(reason)),
			}),
		),
	),
	sandbox: optional(
		object({
			mode: required(words(["inference-only", "none", "list", "off"])),
			hosts: required(list(line)),
			automatic: required(list(hostOrLate)),
		}),
	),
	summary: required(
		object({
			conversationContentStaysWithProvider: required(flag),
			contentAlsoReaches: required(
				list(object({ host: required(hostOrLate), key: required(line), because: required(line) })),
			),
			takesOverDevice: required(flag),
		}),
	),
	ruleSets: optional(map(object(rules))),
	notes: required(list(line)),
});

const held = map(object({ hold: required(line) }));
const blocks = map(map(any));

export const deploymentShape = document({
	name: required(text()),
	organization: required(object({ name: required(line), uuid: optional(line), identifier: required(line) })),
	app: required(
		object({
			minimumVersion: optional(line),
			maximumVersion: required(line),
			installer: required(words(["online", "offline"])),
		}),
	),
	groups: required(
		map(
			object({
				preset: required(words(Object.keys(presets))),
				platforms: required(list(words(platforms))),
				delivery: required(words(deliveries)),
				clients: optional(list(line)),
				members: optional(map(line)),
				rings: optional(held),
			}),
		),
	),
	firewall: required(
		map(
			object({
				options: required(map(any)),
				...rules,
			}),
		),
	),
	profiles: required(blocks),
	publish: required(blocks),
	observability: optional(
		object({
			tiers: required(map(words(tiers))),
			people: required(words(peopleForms)),
			readers: required(list(line)),
			retention: required(object({ metadata: optional(integer()), content: optional(integer()) })),
			sinks: required(map(object({ endpoint: required(line), headers: required(map(any)) }))),
			approved: required(
				object({
					mcpScopes: required(list(line)),
					mcpServers: required(list(line)),
					marketplaces: required(list(line)),
					bypassEnvironments: required(list(line)),
					sensitiveTiers: required(list(line)),
					hourlyCost: required(number({ above: 0, max: 100_000 })),
				}),
			),
			phase: optional(words(phases)),
		}),
	),
	otherAgents: optional(list(words(Object.keys(knownAgents)))),
	publication: required(object({ rings: optional(list(line)), signed: required(flag), perimeter: optional(held) })),
});

const metered = { type: required(line), meter: required(line) };

const planned = {
	lookUps: required(
		list(object({ id: required(line), asks: required(line), properties: required(map(any)), account: optional(line) })),
	),
	resources: required(
		list(
			object({
				...metered,
				id: required(line),
				name: required(line),
				properties: required(map(any)),
				after: optional(list(line)),
				kept: optional(flag),
				fixed: optional(list(line)),
				account: optional(line),
			}),
		),
	),
	late: required(map(line)),
	uses: required(list(object(metered))),
	notes: required(list(object({ code: required(line), path: required(line), message: required(line) }))),
};

export const cloudShape = document({
	...planned,
	identities: required(
		list(
			object({
				name: required(line),
				groups: required(list(line)),
				leaving: optional(flag),
				existing: optional(flag),
				place: optional(map(line)),
				people: optional(list(line)),
				keptBy: optional(line),
			}),
		),
	),
	answers: required(
		list(
			object({
				model: required(line),
				regions: required(either(line, list(line))),
				saidBy: required(line),
				boundary: optional(line),
			}),
		),
	),
});

/** What is created for a collector. */
export const collectorShape = document(planned);

/** A policy of a cloud, of whichever form. */
export const policyShape = object({});
