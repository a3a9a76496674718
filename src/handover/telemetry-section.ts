import { capturedContent } from "../observability/captured.js";
import { contentCategories, contentSwitches } from "../observability/content-category.js";
import { defaultPeople } from "../observability/observability.js";
import type { ObservedPart } from "../observability/observed-part.js";
import { tierFacts } from "../observability/tier.js";
import { markdownCode as code, markdownTable } from "../table/markdown.js";
import { words } from "./words.js";

/** What the collector is sent of whom, who reads it and how long it is kept. */
export function telemetrySection(part: ObservedPart): string[] {
	const { owners = {}, retention = {}, people = defaultPeople, collector } = part.observability;
	const endpoint = collector.endpoint === undefined ? "a load balancer inside the network" : code(collector.endpoint);
	const captured = capturedContent(part);
	const used = contentCategories.filter((category) =>
		captured.some(({ tier }) => tierFacts[tier].captures.includes(category)),
	);
	const days = (count: number | undefined) => (count === undefined ? "nobody says" : `${count} days`);
	const ownerOf = (owner: string | undefined) => (owner === undefined ? "nobody" : words(owner));
	return [
		"## Telemetry",
		"",
		`Devices report to ${endpoint}, the organisation's own collector. Content is what people and tools write.`,
		"",
		...markdownTable(
			["groups", "tier", "content that is captured", "where the collector passes it on"],
			captured.map(({ tier, groups, content, reaches }) => [
				groups.map(code).join(", "),
				code(tier),
				words(content),
				words(reaches),
			]),
		),
		"",
		...used.map((category) => `- ${code(category)}: ${words(contentSwitches[category].what)}`),
		...(used.length === 0 ? [] : [""]),
		...markdownTable(
			["what", "who"],
			[
				["may read content", used.length === 0 ? "there is none" : words((owners.readers ?? []).join(", "))],
				["content is kept", used.length === 0 ? "there is none" : days(retention.content)],
				["the rest is kept", days(retention.metadata)],
				["answers for content", ownerOf(owners.privacy)],
				["runs alerts", ownerOf(owners.securityOperations)],
				["runs the collector", ownerOf(owners.platform)],
				["people outside of the store for content", people === "none" ? "not told apart" : people],
			],
		),
		"",
	];
}
