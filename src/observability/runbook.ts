import { markdownCode, markdownText } from "../table/markdown.js";
import type { SeeingDetection } from "./built-detections.js";
import { nameOf } from "./detections/detection.js";
import type { RenderedFile } from "./rendered-file.js";

/** What people do when a detection tells them. */
export function runbook(
	{ id, detection, rule: { over }, fields, owner, blindTo, deployment }: SeeingDetection,
	queries: readonly RenderedFile[],
): string {
	const names = fields.map(nameOf);
	const inOrder = names.includes("event.sequence") ? ", in the order of `event.sequence`" : "";
	const first = over
		? `The events that came to it, by ${markdownCode(nameOf(over.by))}; then every event of their sessions`
		: `Every event of the same \`session.id\`${inOrder}`;
	const list = (items: readonly string[]) => items.map((item) => `- ${markdownText(item)}`);
	const lines = [
		`# ${markdownText(detection.title)}`,
		"",
		`- Rule: ${markdownCode(id)} of deployment ${markdownCode(deployment)}`,
		`- Severity: ${detection.severity}`,
		`- Owner: ${owner === undefined ? "nobody is named; give observability.owners.securityOperations" : markdownText(owner)}`,
		`- Why it matters: ${markdownText(detection.because)}`,
		...(blindTo.length === 0
			? []
			: [`- It sees nothing of: ${blindTo.map(markdownCode).join(", ")}, whose tier or attributes lack a field`]),
		"",
		"## Query",
		"",
		...queries.map(({ name }) => `- ${markdownCode(name)}`),
		"",
		"## Expected fields",
		"",
		...names.map((name) => `- ${markdownCode(name)}`),
		"",
		"## Investigation",
		"",
		`- ${first}`,
		"- The person and the device, as `README.md` beside this says",
		...list(detection.investigate),
		"",
		"## Containment",
		"",
		...list(detection.contain),
		"",
		"## Regression test",
		"",
		`Add it once the incident is over: ${markdownText(detection.regression)}.`,
	];
	return `${lines.join("\n")}\n`;
}
