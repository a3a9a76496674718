import { expect, test } from "vitest";
import { compare } from "../../src/review/compare.js";
import type { Finding } from "../../src/review/finding.js";
import { type Edit, edits } from "./edits.js";
import { reviewed } from "./reviewed.js";

const befores = new Map<object, ReturnType<typeof reviewed>>();

function findingsOf({ of, edit }: Edit): readonly Finding[] {
	const before = befores.get(of) ?? reviewed(of);
	befores.set(of, before);
	const edited = structuredClone(of);
	edit(edited);
	return compare({ name: "before", deployments: [before] }, { name: "after", deployments: [reviewed(edited)] })
		.findings;
}

/** `widens host-opened [general] + otel.example.com`, and values where they are short. */
function line({ grade, rule, groups, subject, change, before, after }: Finding): string {
	const mark = { added: "+", removed: "-", changed: "~" }[change];
	const text = (value: unknown) => {
		const json = JSON.stringify(value);
		return json === undefined || json.length > 60 ? "" : ` ${json}`;
	};
	const [from, to] = [text(before), text(after)];
	const values = change === "changed" && from + to !== "" ? `:${from} ->${to}` : "";
	return `${grade} ${rule} [${groups.join(", ")}] ${mark} ${subject}${values}`;
}

test("edits of at least sixty kinds come to exactly the findings of golden/review/edits.txt", async () => {
	expect(edits.length).toBeGreaterThanOrEqual(60);
	expect(new Set(edits.map(({ name }) => name)).size).toBe(edits.length);
	const sections = edits.map((edit) => {
		const lines = findingsOf(edit).map(line);
		return [`# ${edit.name}`, ...(lines.length === 0 ? ["no change in meaning"] : lines), ""].join("\n");
	});
	await expect(sections.join("\n")).toMatchFileSnapshot("../golden/review/edits.txt");
});
