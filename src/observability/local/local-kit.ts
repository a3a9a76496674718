import { prettyJson } from "../../json.js";
import { exportVariables, resourceAttributesVariable } from "../claude-code-variables.js";
import { collectorKeys } from "../observability-settings.js";
import { type ObservedGroup, observedGroup } from "../observed-group.js";
import type { ObservedPart } from "../observed-part.js";
import type { RenderedText } from "../rendered-file.js";
import { tierFacts } from "../tier.js";
import { yamlText } from "../yaml-text.js";
import { checkProgram } from "./check-program.js";
import { composeFile } from "./compose-file.js";
import { expectedEvents } from "./expected-events.js";
import { groupActions } from "./group-actions.js";
import { kitPage } from "./kit-page.js";
import { localCollectorConfig, localEndpoint } from "./local-collector.js";
import { kindsFor, kindsOfAll } from "./script-kinds.js";

/**
 * What one test machine needs to show that events come as they should, before any device is told anything: a collector,
 * the settings of a group's machine, and a script of actions with the events to expect. Nothing in any other phase.
 */
export function localKitFiles(part: ObservedPart): RenderedText[] {
	if (part.observability.phase !== "local") return [];
	const groups = Object.keys(part.groups).flatMap((name) => {
		const observed = observedGroup(part, name);
		const own = part.groups[name] ?? {};
		return observed ? [{ name, observed, kinds: kindsFor(own.platforms), ...groupActions(own) }] : [];
	});
	const files = [
		text("README.md", "text/markdown", kitPage(part, groups)),
		text("compose.yaml", "application/yaml", yamlText(composeFile)),
		text("collector.yaml", "application/yaml", yamlText(localCollectorConfig(part))),
		...kindsOfAll(groups).map(({ check, mediaType }) => text(check.name, mediaType, check.content)),
		text("check.jq", "text/plain", checkProgram),
		...groups.flatMap(({ name, kinds, observed, actions }) => [
			...kinds.flatMap(({ mediaType, variables, actions: script }) => [
				text(`${name}/${variables.name}`, variables.mediaType, variables.write(environment(part, observed))),
				text(`${name}/${script.name}`, mediaType, script.write(name, actions)),
			]),
			text(`${name}/claude-desktop.json`, "application/json", prettyJson(desktopKeys(part, observed))),
			text(`${name}/expected.json`, "application/json", prettyJson(expectedEvents(part, name, actions))),
		]),
	];
	return files;
}

function text(name: string, mediaType: string, content: string): RenderedText {
	return { name: `local/${name}`, mediaType, content };
}

/** Variables of a shell that Claude Code is started from; short intervals show events while one waits. */
function environment(part: ObservedPart, { tier, attributes }: ObservedGroup): Record<string, string> {
	const { protocol } = part.observability.collector;
	const variables = {
		...exportVariables({
			endpoint: localEndpoint(part),
			...(protocol && { protocol }),
			traces: false,
			captured: tierFacts[tier].captures,
		}),
		OTEL_RESOURCE_ATTRIBUTES: resourceAttributesVariable(attributes),
		OTEL_METRIC_EXPORT_INTERVAL: "10000",
		OTEL_LOGS_EXPORT_INTERVAL: "5000",
	};
	return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

function desktopKeys(part: ObservedPart, observed: ObservedGroup) {
	const { people, collector } = part.observability;
	const { protocol } = collector;
	const here = { ...(protocol && { protocol }) };
	return collectorKeys({ collector: here, ...(people && { people }) }, localEndpoint(part), observed);
}
