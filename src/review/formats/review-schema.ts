import type { JsonObject } from "../../json.js";
import { integer, list, object, words } from "../../shape/build.js";
import { jsonSchema } from "../../shape/json-schema.js";
import type { Member, Shape } from "../../shape/shape.js";
import { grades } from "../finding.js";

const line: Shape = { kind: "text" };

function required(shape: Shape, summary: string): Member {
	return { shape, summary, required: true };
}

const location = object(
	{
		file: required(line, "As it was named; of a revision with `git:<revision>:` before it."),
		line: required(integer({ min: 1 }), "From 1."),
		column: required(integer({ min: 1 }), "From 1."),
	},
	{ name: "Location" },
);

const finding = object(
	{
		rule: required(line, "Id of the rule that speaks, in lower-case words with hyphens; it stays."),
		grade: required(words(grades), "What the change does to people, the worst first."),
		deployment: required(line, "Name of the deployment."),
		groups: required(list(line), "Groups that it holds for; empty where it is of the whole deployment."),
		subject: required(line, "What differs: a key, an address, a model, a permission."),
		change: required(words(["added", "removed", "changed"]), "What became of it."),
		before: {
			shape: { kind: "any" },
			summary: "Its value before; a secret is its reference.",
			defaultNote: "it was added, or no single value tells it",
		},
		after: {
			shape: { kind: "any" },
			summary: "Its value after; a secret is its reference.",
			defaultNote: "it was removed, or no single value tells it",
		},
		says: required(line, "What it does to people; goes on with a sentence that begins with the subject."),
		because: required(line, 'Why it has its grade, as what follows "because".'),
		path: {
			shape: line,
			summary: "Where it was written, such as `groups.general.settings.otlpEndpoint`.",
			defaultNote: "it is written nowhere, or the side was no deployment file",
		},
		location: { shape: location, summary: "The same in its file.", defaultNote: "no file is known" },
	},
	{ name: "Finding", summary: "One difference in meaning." },
);

const review = object({
	schemaVersion: required(integer({ min: 1, max: 1 }), "Version of this form; further members are no other version."),
	before: required(line, "The older side, as it was named."),
	after: required(line, "The newer side, as it was named."),
	deployments: required(
		list(
			object({
				name: required(line, "Name of the deployment."),
				groups: required(list(line), "Its groups on either side."),
			}),
		),
		"What was compared, of either side.",
	),
	findings: required(list(finding), "What changes in meaning, the worst first; empty where nothing does."),
});

/** JSON Schema of what the format `json` writes. */
export function reviewSchema(): JsonObject {
	const definitions = new Map<string, JsonObject>();
	const schema = open(jsonSchema(review, { definitions }));
	const defined = [...definitions].map(([name, each]): [string, JsonObject] => [name, open(each)]);
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: "What changes in meaning between two sides, as `pulumi-cowork review --format json` writes it",
		...schema,
		$defs: Object.fromEntries(defined),
	};
}

/** Whoever reads it has to let members through that come later. Any value may be null. */
function open({ additionalProperties: _, properties, ...schema }: JsonObject): JsonObject {
	const members = Object.entries(properties ?? {}).map(([name, member]) => {
		const { type, ...rest } = member as JsonObject;
		return [name, Array.isArray(type) ? rest : member];
	});
	return { ...schema, properties: Object.fromEntries(members) };
}
