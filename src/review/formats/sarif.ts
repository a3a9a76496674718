import { generator } from "../../generator.js";
import { prettyJson } from "../../json.js";
import { printable } from "../../printable.js";
import type { Finding, Grade } from "../finding.js";
import { subjects } from "../subjects/index.js";
import type { ReviewFormat } from "./format.js";
import { whose } from "./words.js";

/** For code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: ReviewFormat = {
	title: "SARIF",
	mediaType: "application/sarif+json",
	render: ({ findings }) =>
		prettyJson({
			$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
			version: "2.1.0",
			runs: [{ tool: { driver: driver(findings) }, columnKind: "utf16CodeUnits", results: findings.map(result) }],
		}),
};

const levels: Readonly<Record<Grade, "error" | "warning" | "note">> = {
	breaks: "error",
	widens: "error",
	loosens: "warning",
	informs: "note",
};

const rules = new Map(Object.values(subjects).flatMap(({ rules: each }) => Object.entries(each)));

function driver(findings: readonly Finding[]) {
	const [name, version] = generator.split(" ");
	const used = [...new Set(findings.map(({ rule }) => rule))].sort();
	return {
		name,
		version,
		informationUri: "https://www.npmjs.com/package/pulumi-cowork",
		rules: used.map((id) => {
			const known = rules.get(id);
			return {
				id,
				shortDescription: { text: known?.title ?? id },
				...(known && { fullDescription: { text: `${known.title} Grade ${known.grade}, because ${known.because}.` } }),
				...(known && { defaultConfiguration: { level: levels[known.grade] } }),
			};
		}),
	};
}

function result(finding: Finding) {
	const { rule, grade, deployment, subject, change, says, path, location } = finding;
	const groups = whose(finding);
	const whole = `${deployment}${groups === "" ? "" : `, ${groups}`}: ${subject} ${says}.`;
	const logical = {
		fullyQualifiedName: printable([deployment, ...(path === undefined ? [subject] : [path])].join(": ")),
	};
	return {
		ruleId: rule,
		level: levels[grade],
		message: { text: printable(whole) },
		locations: [
			{
				...(location && {
					physicalLocation: {
						artifactLocation: { uri: uriOf(location.file) },
						region: { startLine: location.line, startColumn: location.column },
					},
				}),
				logicalLocations: [logical],
			},
		],
		properties: { grade, deployment, groups: finding.groups.map(printable), subject: printable(subject), change },
	};
}

/** A relative reference, in which nothing but `/` means anything. */
function uriOf(file: string): string {
	const plain = file.replace(/^git:[^:]+:/, "").replaceAll("\\", "/");
	return plain
		.split("/")
		.map((step) => encodeURIComponent(printable(step)))
		.join("/");
}
