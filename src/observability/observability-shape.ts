import { line } from "../configuration/values/text.js";
import { integer, list, number, object, textMatching, words } from "../shape/build.js";
import type { ObjectShape } from "../shape/shape.js";
import { attributesShape } from "./attribute-grammar.js";
import type { CollectorHosts } from "./collector-host.js";
import { collectorShape } from "./collector-shape.js";
import { defaultPeople, peopleForms } from "./observability.js";
import { phases } from "./phase.js";
import { tiers } from "./tier.js";

const captured =
	"How much content is captured: none, what tools are called with, also what they give back, or everything.";

const owners = object(
	{
		securityOperations: { shape: line, summary: "Who runs alerts and the SIEM.", defaultNote: "nobody" },
		platform: { shape: line, summary: "Who runs the collector and what devices get.", defaultNote: "nobody" },
		privacy: { shape: line, summary: "Who decides which content is captured.", defaultNote: "nobody" },
		detections: { shape: line, summary: "Who writes detections.", defaultNote: "nobody" },
		readers: { shape: list(line, { minItems: 1 }), summary: "Who may read content.", defaultNote: "nobody" },
	},
	{ name: "Owners", summary: "Teams or addresses." },
);

const days = integer({ min: 1, max: 3650 });

const retention = object(
	{
		metadata: { shape: days, summary: "Of what holds no content.", defaultNote: "nothing is said" },
		content: { shape: days, summary: "Of content; not longer.", defaultNote: "nothing is said" },
	},
	{ name: "Retention", summary: "In days." },
);

/** Each stands inside of rules in several languages. */
const word = textMatching(
	"detection-word",
	/^[A-Za-z0-9][A-Za-z0-9 ._:@/-]{0,99}$/,
	"is no plain word; expected letters, digits, spaces, dots, colons, hyphens and slashes",
);

const approved = object(
	{
		mcpScopes: { shape: list(word), summary: "Scopes of MCP servers.", default: ["managed"] },
		mcpServers: {
			shape: list(word),
			summary: "MCP servers by name, beside those that a group gets.",
			defaultNote: "none",
		},
		marketplaces: {
			shape: list(word),
			summary: "Marketplaces of plug-ins, by name, beside the vendor's own.",
			defaultNote: "none",
		},
		bypassEnvironments: {
			shape: list(word),
			summary: "Values of the resource attribute `deployment.environment` where permissions may be bypassed.",
			defaultNote: "none",
		},
		sensitiveTiers: {
			shape: list(word),
			summary: "Values of the resource attribute `repository.tier` that mean a sensitive repository.",
			default: ["sensitive"],
		},
		hourlyCost: {
			shape: number({ above: 0, max: 100_000 }),
			summary: "Cost that one user may come to in an hour, in US dollars.",
			default: 25,
		},
	},
	{ name: "Approved", summary: "What the deployment approves of, for detections." },
);

/** With a collector in one of the places given. */
export function observabilityShape(hosts: CollectorHosts): ObjectShape {
	return object(
		{
			tier: { shape: words(tiers), summary: captured, required: true },
			collector: {
				shape: collectorShape(hosts),
				summary: "Where devices send to, and what is behind it.",
				required: true,
			},
			owners: {
				shape: owners,
				summary: "Who answers for what.",
				defaultNote: "nobody, which no tier with content takes",
			},
			retention: {
				shape: retention,
				summary: "How long stores keep what they get, in days.",
				defaultNote: "nothing is said, which no tier with content takes",
			},
			people: {
				shape: words(peopleForms),
				summary: "What is known of people outside of the store for content.",
				default: defaultPeople,
			},
			attributes: {
				shape: attributesShape,
				summary: "Resource attributes of every device, by name.",
				defaultNote: "those of the deployment and the group alone",
			},
			phase: { shape: words(phases), summary: "How far the rollout has come.", defaultNote: "all of it" },
			approved: { shape: approved, summary: "What detections take for approved.", defaultNote: "nothing is" },
		},
		{
			name: "Observability",
			summary: "What a deployment sends to the organisation's collector, and who may read it.",
		},
	);
}

export const groupObservabilityShape = object(
	{
		tier: { shape: words(tiers), summary: captured, defaultNote: "the deployment's" },
		attributes: {
			shape: attributesShape,
			summary: "Resource attributes of the group's devices, over the deployment's.",
			defaultNote: "the deployment's",
		},
	},
	{ name: "GroupObservability", summary: "What differs for one group." },
);
