import { expect, test } from "vitest";
import { compare } from "../../src/review/compare.js";
import type { Finding } from "../../src/review/finding.js";
import { type Edit, edits, plain } from "./edits.js";
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

test("a credential that stands in plain text is in no finding, and that it changes is told", () => {
	const side = (name: string, end: string) => {
		const token = `sk-ant-api03-${"aB3".repeat(8)}${end}`;
		const extraSettings = { newKey: token, another: { deep: [`x ${token} y`] } };
		return { name, deployments: [reviewed({ ...plain, extraSettings })] };
	};
	const before = side("before", "one");
	for (const [from, to] of [
		[before, side("after", "two")],
		[none, before],
	] as const) {
		const { findings } = compare(from, to);
		const subjects = findings.map(({ subject }) => subject);
		expect(subjects).toEqual(expect.arrayContaining(["another", "newKey"]));
		expect(JSON.stringify(findings)).not.toContain("aB3");
	}
});

const none = { name: "none", deployments: [] };

test("nothing breaks of a deployment that is new", () => {
	const broken = edits.flatMap(({ name, of, edit }) => {
		const edited = structuredClone(of);
		edit(edited);
		const { findings } = compare(none, { name: "after", deployments: [reviewed(edited)] });
		return findings.filter(({ grade }) => grade === "breaks").map((finding) => `${name}: ${line(finding)}`);
	});
	expect(broken).toEqual([]);
});

/** A list of hosts has no ports. */
const narrowing = { ...plain, settings: { otlpEndpoint: "https://otel.example.com:4318" }, firewall: {} };
const narrowed = { hosts: { accept: ["narrowed"] } };
const ofRules = ({ rule }: Finding) => /narrower/.test(rule);

test("a rule set that opens less than the plan breaks where its deployment was there, and only informs where it was not", () => {
	const after = { name: "after", deployments: [reviewed({ ...narrowing, firewall: narrowed })] };
	const before = { name: "before", deployments: [reviewed(narrowing)] };
	expect(compare(none, after).findings.filter(ofRules).map(line)).toEqual(["informs new-rule-set-narrower [] + hosts"]);
	expect(compare(before, after).findings.filter(ofRules).map(line)).toEqual(["breaks rule-set-narrower [] + hosts"]);
});

test("a rule set of a group that is new only informs, and one of a group that was there breaks", () => {
	const alone = { ...narrowing, firewall: { hosts: { ...narrowed.hosts, scope: "perGroup" } } };
	const { pilot: _, ...groups } = alone.groups;
	const before = reviewed({ ...alone, settings: plain.settings, groups });
	const { findings } = compare(
		{ name: "before", deployments: [before] },
		{ name: "after", deployments: [reviewed(alone)] },
	);
	expect(findings.filter(ofRules).map(line).sort()).toEqual([
		"breaks rule-set-narrower [general] + hosts",
		"informs new-rule-set-narrower [pilot] + hosts",
	]);
});
