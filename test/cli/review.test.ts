import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { plain } from "../review/edits.js";
import { invoke } from "./invoke.js";

const secret = "sk-the-secret-itself";
let folder: string;
let home: string;

function inside(name: string): string {
	return path.join(folder, name);
}

function write(name: string, value: unknown): void {
	mkdirSync(path.dirname(inside(name)), { recursive: true });
	writeFileSync(inside(name), typeof value === "string" ? value : stringify(value));
}

function git(...args: string[]): void {
	const settings = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
	execFileSync("git", [...settings, ...args], { cwd: folder });
}

const opened = {
	...plain,
	settings: { ...plain.settings, skillCreationEnabled: true, otlpContentCapture: ["userPrompts"] },
};

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), "review-"));
	home = process.cwd();
	process.chdir(folder);
	git("init", "-q", "-b", "main");
	const { groups, ...base } = plain;
	write("shared/base.yaml", base);
	write("deploy/eu.yaml", { extends: "../shared/base.yaml", groups });
	git("add", ".");
	git("commit", "-qm", "first");
	write("shared/base.yaml", { ...base, settings: opened.settings });
	write("same.yaml", plain);
	write("opened.yaml", opened);
	write("us.yaml", { ...plain, name: "us" });
	write("invalid.yaml", { ...plain, nmae: "x" });
	write("Pulumi.eu.yaml", { config: { "cowork:deployment": plain } });
	const { code } = await invoke(["synth", "same.yaml", "us.yaml", "--out", "out"], {
		environment: { GATEWAY_KEY: secret },
	});
	expect(code).toBe(0);
});
afterAll(() => {
	process.chdir(home);
	rmSync(folder, { recursive: true, force: true });
});

describe("sides that mean the same have no findings", () => {
	test.each([
		["a file and itself", "same.yaml", "same.yaml"],
		["a file and one that it is the sum of", "same.yaml", "git:HEAD:deploy/eu.yaml"],
		["a file and a stack's file", "same.yaml", "Pulumi.eu.yaml"],
		["a file and its bundle", "same.yaml", "out/eu"],
		["two files and their bundles", "us.yaml,same.yaml", "out"],
		["a file and standard input", "same.yaml", "-"],
		["nothing and nothing", "none", "none"],
	])("%s", async (_, before, after) => {
		const { code, results, notices } = await invoke(["review", before, after, "--fail-on", "informs"], {
			input: async () => readFileSync("same.yaml", "utf8"),
		});
		expect([results, notices]).toEqual([[`${before} -> ${after}: no change in meaning`], []]);
		expect(code).toBe(0);
	});
});

test("what is extended comes from the same revision, whatever stands on the disk", async () => {
	const { results } = await invoke(["review", "git:main:deploy/eu.yaml", "deploy/eu.yaml", "--format", "json"]);
	const { findings } = JSON.parse(results.join("\n"));
	expect(findings.map(({ rule, subject }: Record<string, string>) => `${rule} ${subject}`)).toEqual(
		expect.arrayContaining(["setting-loosens skillCreationEnabled", "data-leaves otlpContentCapture"]),
	);
	const [loosens] = findings.filter(({ rule }: Record<string, string>) => rule === "setting-loosens");
	expect(loosens.location).toMatchObject({ file: "shared/base.yaml" });
	const back = await invoke(["review", "deploy/eu.yaml", "git:main:deploy/eu.yaml", "--format", "json"]);
	const [tightens] = JSON.parse(back.results.join("\n")).findings.filter(
		({ subject }: Record<string, string>) => subject === "skillCreationEnabled",
	);
	expect(tightens).toMatchObject({ rule: "setting-takes-away", change: "changed", before: true, after: false });
});

test("every finding of something that a file says has its place there", async () => {
	write("rules.yaml", {
		...plain,
		groups: { ...plain.groups, another: { preset: "none" } },
		firewall: { hosts: { accept: ["narrowed"] }, squid: { dedicated: true, accept: ["widened"] } },
	});
	for (const [before, after] of [
		["none", "rules.yaml"],
		["same.yaml", "rules.yaml"],
		["rules.yaml", "same.yaml"],
	]) {
		const { results } = await invoke(["review", before ?? "", after ?? "", "--format", "json"]);
		const { findings } = JSON.parse(results.join("\n"));
		const placed = findings.filter(({ path }: Record<string, unknown>) => path !== undefined);
		expect(placed.length).toBeGreaterThan(0);
		for (const finding of placed) expect(finding).toHaveProperty("location.line");
	}
	const { results } = await invoke(["review", "none", "rules.yaml"]);
	expect(
		results.filter((line) => line.includes("at firewall.")).every((line) => /\(rules\.yaml:\d+:\d+\)$/.test(line)),
	).toBe(true);
});

describe("in a folder of the repository, a file of a revision is named as git has it", () => {
	beforeAll(() => process.chdir(inside("deploy")));
	afterAll(() => process.chdir(folder));

	test.each(["git:main:./eu.yaml", "git:main:../deploy/eu.yaml", "git:main:deploy/eu.yaml"])("%s", async (named) => {
		const { code, results } = await invoke(["review", named, "../same.yaml"]);
		expect([code, results]).toEqual([0, [`${named} -> ../same.yaml: no change in meaning`]]);
	});

	test("and one that only stands here is told from where paths count", async () => {
		const { code, notices } = await invoke(["review", "git:main:eu.yaml", "../same.yaml"]);
		expect(code).toBe(2);
		expect(notices.join("\n")).toMatch(/cannot read git:main:eu\.yaml: .*from the root of the repository.*\.\//);
	});
});

test.each(["text", "markdown", "json", "sarif", "html"])(
	"writes %s, without the value of any secret",
	async (format) => {
		const { code, results } = await invoke(["review", "out/eu", "opened.yaml", "--format", format], {
			environment: { GATEWAY_KEY: secret },
		});
		expect(code).toBe(0);
		const text = results.join("\n");
		expect(text).toContain("skillCreationEnabled");
		expect(text).not.toContain(secret);
	},
);

describe("--fail-on", () => {
	test.each([
		["breaks", 0],
		["widens", 1],
		["loosens", 1],
		["informs", 1],
	] as const)("%s", async (grade, expected) => {
		const { code, results, notices } = await invoke(["review", "same.yaml", "opened.yaml", "--fail-on", grade]);
		expect(code).toBe(expected);
		expect(results.join("\n")).toContain("setting-loosens");
		expect(notices.filter((line) => line.endsWith(`of grade ${grade} or worse`))).toHaveLength(expected);
	});
});

test("several deployments are compared by their names, and one may be new or gone", async () => {
	const { results } = await invoke(["review", "same.yaml", "opened.yaml,us.yaml", "--format", "json"]);
	const { deployments, findings } = JSON.parse(results.join("\n"));
	expect(deployments.map(({ name }: { name: string }) => name)).toEqual(["eu", "us"]);
	expect(findings).toContainEqual(expect.objectContaining({ rule: "deployment-added", deployment: "us" }));
	const gone = await invoke(["review", "us.yaml", "none", "--format", "json"]);
	const rules = JSON.parse(gone.results.join("\n")).findings.map(({ rule }: { rule: string }) => rule);
	expect(rules).toEqual(expect.arrayContaining(["deployment-removed", "group-removed", "host-closed"]));
});

test("a bundle whose profile and manifest were both changed is told with the profile", async () => {
	cpSync(inside("out/eu"), inside("changed"), { recursive: true });
	const profile = "groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig";
	const content = readFileSync(inside(`changed/${profile}`), "utf8").replaceAll("llm.example.com", "llm.example.net");
	writeFileSync(inside(`changed/${profile}`), content);
	const manifest = JSON.parse(readFileSync(inside("changed/manifest.json"), "utf8"));
	const listed = manifest.files.find((each: { path: string }) => each.path === profile);
	listed.sha256 = createHash("sha256").update(content).digest("hex");
	writeFileSync(inside("changed/manifest.json"), JSON.stringify(manifest));
	const { code, results } = await invoke(["review", "out/eu", "changed", "--fail-on", "widens"]);
	expect(code).toBe(1);
	expect(results.join("\n")).toContain(`${profile} [pilot] is another, although`);
	expect((await invoke(["review", "changed", "changed"])).results).toEqual([
		"changed -> changed: no change in meaning",
	]);
});

describe("is refused as a whole, with a reason", () => {
	test.each<[string, string, string, number, RegExp]>([
		["a missing file", "nowhere.yaml", "same.yaml", 2, /cannot read nowhere\.yaml: there is no such file/],
		["an invalid side", "same.yaml", "invalid.yaml", 1, /nmae .*unknown member/],
		["a revision that is not there", "git:nowhere:deploy/eu.yaml", "same.yaml", 2, /nowhere names no commit/],
		["a file that a revision lacks", "git:main:same.yaml", "same.yaml", 2, /cannot read git:main:same\.yaml/],
		["a path out of the repository", "git:main:../x.yaml", "same.yaml", 2, /outside of the repository/],
		[
			"a git side without a path",
			"git:main",
			"same.yaml",
			2,
			/expected git:<revision>:<path from the root, or \.\/ from here>/,
		],
		["a folder without a bundle", "shared", "same.yaml", 2, /shared holds no bundle/],
		["two deployments of one name", "same.yaml,opened.yaml", "us.yaml", 1, /eu is twice in same\.yaml,opened\.yaml/],
		["standard input twice", "-", "-", 2, /standard input can be read once/],
		["a program", "index.ts", "same.yaml", 2, /is a program/],
	])("%s", async (_, before, after, expected, message) => {
		const { code, results, notices } = await invoke(["review", before, after]);
		expect([code, results]).toEqual([expected, []]);
		expect(notices.join("\n")).toMatch(message);
	});

	test("a bundle with an altered file", async () => {
		const file = inside("out/us/groups/pilot/settings.json");
		const text = readFileSync(file, "utf8");
		try {
			writeFileSync(file, text.replace("true", "false"));
			const { code, results, notices } = await invoke(["review", "out/us", "us.yaml"]);
			expect([code, results]).toEqual([1, []]);
			expect(notices.join("\n")).toMatch(/groups\/pilot\/settings\.json.*was altered since it was written/);
		} finally {
			writeFileSync(file, text);
		}
	});
});
