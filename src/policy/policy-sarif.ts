import { createHash } from "node:crypto";
import path from "node:path";
import { generator } from "../generator.js";
import { printable } from "../printable.js";
import type { Violation } from "./check-policies.js";
import type { Exemption } from "./policies.js";
import { groupsOf } from "./policy-problems.js";
import { type PolicyRun, placeOf } from "./policy-report.js";

/**
 * The report as SARIF 2.1.0, which code hosts show beside the lines of a change. What is exempted is there as suppressed.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function policySarif(runs: readonly PolicyRun[]) {
	const [name, version] = generator.split(" ");
	const chosen = new Map(runs.flatMap(({ policies }) => policies.rules.map((each) => [each.rule.id, each])));
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name,
						version,
						rules: [...chosen.values()].map(({ rule, severity }) => ({
							id: rule.id,
							shortDescription: { text: sentence(rule.title) },
							fullDescription: { text: rule.why },
							help: { text: rule.fix },
							defaultConfiguration: { level: severity },
						})),
					},
				},
				columnKind: "utf16CodeUnits",
				results: runs.flatMap((run) => [
					...run.result.violations.map((violation) => resultOf(violation, run)),
					...run.result.exempted.map(({ exemption, ...violation }) => resultOf(violation, run, exemption)),
					...run.result.problems.map(({ severity, code, message, location }) => ({
						ruleId: code,
						level: severity,
						message: { text: printable(message) },
						...located(location ?? { file: run.file }),
					})),
				]),
			},
		],
	};
}

function resultOf(violation: Violation, { deployments }: PolicyRun, exemption?: Exemption) {
	const { rule, severity, deployment, groups, subject, says } = violation;
	const whose = groups.length === 0 ? "" : `, ${groupsOf(groups)}`;
	return {
		ruleId: rule.id,
		level: severity,
		message: { text: printable(`${says} (deployment ${deployment}${whose}). ${rule.fix}`) },
		...located(placeOf(violation, deployments)),
		// Lines move, and what is found stays the same.
		partialFingerprints: { "subject/v1": digest([rule.id, deployment, subject, ...groups]) },
		...(exemption && {
			suppressions: [
				{
					kind: "external",
					justification: printable(`${exemption.reason} (${exemption.owner}, until ${exemption.expires})`),
				},
			],
		}),
	};
}

function located({ file, line, column }: { file?: string | undefined; line?: number; column?: number }) {
	if (file === undefined) return {};
	const region = line === undefined ? {} : { region: { startLine: line, ...(column && { startColumn: column }) } };
	return { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }] };
}

/** Relative to where the command runs, as code hosts expect it. */
function uriOf(file: string): string {
	return file.split(path.sep).map(encodeURIComponent).join("/");
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function digest(parts: readonly string[]): string {
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
