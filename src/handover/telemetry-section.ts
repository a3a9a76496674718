import { capturedContent, contentStores, readersOf } from "../observability/captured.js";
import { silentCommandLine } from "../observability/command-line.js";
import { contentCategories, contentSwitches } from "../observability/content-category.js";
import { defaultPeople, type People } from "../observability/observability.js";
import type { ObservedPart } from "../observability/observed-part.js";
import { sinks, tierFacts } from "../observability/tier.js";
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
	const stores = captured.flatMap(({ tier }) => contentStores(part.observability, tier));
	const readers = words((owners.readers ?? []).join(", "));
	const days = (count: number | undefined) => (count === undefined ? "nobody says" : `${count} days`);
	const ownerOf = (owner: string | undefined) => (owner === undefined ? "nobody says" : words(owner));
	return [
		"## Telemetry",
		"",
		`Devices report to ${endpoint}, the organisation's own collector. Content is what people and tools write.`,
		...silentCommandLine(part).map((said) => `${words(said)}.`),
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
				...(used.length === 0
					? [
							["may read content", "there is none"],
							["content is kept", "there is none"],
						]
					: []),
				...(used.length > 0 && !collector.sinks
					? [
							["may read content", readers],
							["content is kept", days(retention.content)],
						]
					: []),
				...sinks.flatMap((sink) => {
					const store = stores.find((each) => each.sink === sink);
					return store
						? [
								[`may read content in ${code(sink)}`, readersOf(sink, readers)],
								[`content in ${code(sink)} is kept`, days(store.days)],
							]
						: [];
				}),
				["the rest is kept", days(retention.metadata)],
				["answers for content", ownerOf(owners.privacy)],
				["runs alerts", ownerOf(owners.securityOperations)],
				["runs the collector", ownerOf(owners.platform)],
				["people outside of the store for content", collector.sinks ? told(people) : "the collector's own affair"],
			],
		),
		"",
	];
}

function told(people: People): string {
	return people === "none" ? "not told apart" : people;
}
