import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Action {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
	readonly runs: {
		readonly using: string;
		readonly steps: readonly {
			readonly uses?: string;
			readonly run?: string;
			readonly env?: Readonly<Record<string, string>>;
		}[];
	};
}

const text = readFileSync("actions/review/action.yml", "utf8");
const action: Action = parse(text);
const guide = readFileSync("actions/review/README.md", "utf8");

test("is composite, and pins what it uses by commit, with the version beside it", () => {
	expect(action.runs.using).toBe("composite");
	const uses = text.match(/uses:.*/g) ?? [];
	expect(uses.length).toBe(1);
	for (const each of uses) expect(each).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("puts no input into the text of a script, and reads every one", () => {
	for (const { run = "" } of action.runs.steps) expect(run).not.toContain("${{");
	for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name}`);
	expect(text).not.toMatch(/secrets\./);
});

test("gives its scripts what they read", () => {
	const given = action.runs.steps.flatMap(({ env }) => Object.keys(env ?? {}));
	const read = ["install.js", "main.js"].flatMap((file) =>
		[...readFileSync(`actions/review/${file}`, "utf8").matchAll(/const \{([^}]+)\} = process\.env/g)].flatMap(
			([, names]) => names?.split(",").map((name) => name.trim()) ?? [],
		),
	);
	const ofRunner = read.filter((name) => /^(?:GITHUB|RUNNER)_/.test(name) && name !== "GITHUB_TOKEN");
	expect(read.filter((name) => !ofRunner.includes(name)).sort()).toEqual(given.sort());
});

test("its guide has every input, and shows nothing that is not pinned", () => {
	for (const [name, { description }] of Object.entries(action.inputs))
		expect(guide).toContain(`| \`${name}\` | ${description}`);
	for (const [uses] of guide.matchAll(/uses: .*/g))
		expect(uses).toMatch(/^uses: \S+@(?:[0-9a-f]{40} # v[\d.]+|<commit>.*)$/);
});
