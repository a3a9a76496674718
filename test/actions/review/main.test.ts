import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/command.js";
import { checkOut, type PullRequest, pullRequest, shallowClone } from "./git-history.js";
import { github } from "./github.js";

const folder = temporaryFolder();
const api = github();
const bot = { login: "github-actions[bot]" };
const marker = "<!-- pulumi-cowork review -->";
let runs = 0;

/** Runs the script as the runner does, in a clone. */
async function review({ folder: clone, base, head }: PullRequest, inputs: Readonly<Record<string, string>> = {}) {
	runs += 1;
	const [event, summary] = ["event", "summary"].map((name) => path.join(folder(), `${name}-${runs}`)) as [
		string,
		string,
	];
	writeFileSync(event, JSON.stringify({ pull_request: { number: 7, base: { sha: base }, head: { sha: head } } }));
	writeFileSync(summary, "");
	const child = spawn(process.execPath, [path.resolve("actions/review/main.js")], {
		cwd: clone,
		env: {
			PATH: process.env.PATH,
			GITHUB_EVENT_PATH: event,
			GITHUB_STEP_SUMMARY: summary,
			GITHUB_API_URL: api.url,
			GITHUB_SERVER_URL: "https://github.example",
			GITHUB_REPOSITORY: "o/r",
			GITHUB_RUN_ID: "11",
			GITHUB_TOKEN: "the token",
			COMMAND: `node '${path.resolve("test/actions/review/differs.mjs")}'`,
			FILES: "eu.yaml",
			FAIL_ON: "",
			COMMENT: "true",
			COMMENT_ID: "review",
			COMMENT_AUTHOR: bot.login,
			...inputs,
		},
	});
	let log = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += chunk));
	const status = await new Promise((exit) => child.on("close", exit));
	return { status, log, summary: readFileSync(summary, "utf8") };
}

const clone = (name: string) => path.join(folder(), name);

describe("a comment", () => {
	test("is written once, found among others by its marker and its author, and updated", async () => {
		const pull = pullRequest(clone("once"), { "eu.yaml": "a\n" }, { "eu.yaml": "a\nb\n" });
		const others = [
			{ id: 1, user: { login: "someone" }, body: `${marker}\n\nmine` },
			{ id: 2, user: bot, body: `quotes ${marker}` },
			{ id: 3, user: bot, body: "<!-- pulumi-cowork review-us -->" },
		];
		api.comments.push(...others.map((each) => ({ ...each })));
		expect(await review(pull)).toMatchObject({ status: 0, log: "" });
		expect(api.writes).toEqual(["POST /repos/o/r/issues/7/comments"]);
		const foot = `<sub>${pull.head} compared with ${pull.base}, in [this run](https://github.example/o/r/actions/runs/11).</sub>`;
		expect(api.comments[3]?.body).toBe(`${marker}\n\ngone: ; added: b\n\n${foot}`);
		expect([...api.tokens]).toEqual(["Bearer the token"]);

		writeFileSync(path.join(pull.folder, "eu.yaml"), "a\nc\n");
		expect(await review(pull)).toMatchObject({ status: 0, log: "" });
		expect(api.writes.slice(1)).toEqual([`PATCH /repos/o/r/issues/comments/${api.comments[3]?.id}`]);
		expect(api.comments[3]?.body).toBe(`${marker}\n\ngone: ; added: c\n\n${foot}`);
		expect(api.comments.slice(0, 3)).toEqual(others);

		await review(pull);
		expect(api.writes.length, "the same again is not written").toBe(2);
	});

	test("is not written where nobody asks for it; the summary has the review", async () => {
		const pull = pullRequest(clone("quiet"), { "eu.yaml": "a\n" }, { "eu.yaml": "a\nb\n" });
		const { status, summary } = await review(pull, { COMMENT: "false" });
		expect([status, api.tokens.size]).toEqual([0, 0]);
		expect(summary).toContain("added: b\n");
	});

	test("from a fork, whose token may only read, fails nothing and needs no secret", async () => {
		const pull = pullRequest(clone("fork"), { "eu.yaml": "a\n" }, { "eu.yaml": "a\nb\n" });
		api.mayWrite = false;
		const { status, log, summary } = await review(pull);
		expect(status).toBe(0);
		expect(log).toBe(
			"::warning::no comment: GitHub answers 403 to POST /repos/o/r/issues/7/comments; the token of a pull request from a fork, or of Dependabot, may only read. The summary of the run has the review\n",
		);
		expect(summary).toContain("added: b\n");
	});

	test("of what is more than GitHub takes says where it is", async () => {
		const pull = pullRequest(clone("long"), { "eu.yaml": "" }, { "eu.yaml": `${"é".repeat(65_000)}\n` });
		expect(await review(pull)).toMatchObject({ status: 0, log: "" });
		expect(api.comments[0]?.body).toContain("é".repeat(65_000));

		writeFileSync(path.join(pull.folder, "eu.yaml"), `${"é".repeat(65_500)}\n`);
		const { status, log, summary } = await review(pull);
		expect([status, log]).toEqual([0, ""]);
		expect(api.comments[0]?.body).toContain(
			"The review is too long for a comment: [the run](https://github.example/o/r/actions/runs/11) has it.",
		);
		expect(summary).toContain("é".repeat(65_500));
	});
});

describe("what is compared", () => {
	test("is the merge with its first parent, and without one the head with where it left its base", async () => {
		const pull = pullRequest(clone("base"), { "eu.yaml": "a\n" }, { "eu.yaml": "a\nb\n" });
		expect((await review(pull)).summary).toContain(`compared with ${pull.base}`);
		checkOut(pull, pull.head);
		expect((await review(pull)).summary).toContain(`compared with ${pull.fork}`);
	});

	test("has to be in the clone", async () => {
		const pull = pullRequest(clone("whole"), { "eu.yaml": "a\n" }, { "eu.yaml": "a\nb\n" });
		shallowClone(pull, clone("shallow"));
		expect(await review({ ...pull, folder: clone("shallow") })).toEqual({
			status: 1,
			log: `::error::commit ${pull.base} is not in this clone; check out with fetch-depth: 0\n`,
			summary: "",
		});
	});

	test("is every file together; one that is new or gone is of one side", async () => {
		const before = { "old.yaml": "a\n", "eu.yaml": "b\n" };
		const pull = pullRequest(clone("new"), before, { "old.yaml": undefined, "new.yaml": "c\n" });
		const of = async (files: string) => (await review(pull, { FILES: files, COMMENT: "false" })).summary.split("\n")[0];
		expect(await of("old.yaml\n\n  new.yaml\neu.yaml\n")).toBe("gone: a; added: c");
		expect(await of("new.yaml")).toBe("gone: ; added: c");
		expect(await of("old.yaml")).toBe("gone: a; added:");
		expect(await review(pull, { FILES: "eu.yaml\nnone.yaml" })).toMatchObject({
			status: 1,
			log: "::error::none.yaml: there is no such file, before or after\n",
		});
	});
});

describe("a run fails", () => {
	test("on a finding of the grade, with its comment", async () => {
		const pull = pullRequest(clone("grade"), { "eu.yaml": "a\n" }, { "eu.yaml": "a\nwidens\n" });
		expect(await review(pull, { FAIL_ON: "breaks" })).toMatchObject({ status: 0, log: "" });
		expect(await review(pull, { FAIL_ON: "widens" })).toMatchObject({
			status: 1,
			log: "::error::the review fails: https://github.example/o/r/actions/runs/11\n",
		});
		expect(api.comments.map(({ body }) => body.includes("added: widens"))).toEqual([true]);
	});

	test("on a file that cannot be read, with the problems as nothing but text", async () => {
		const pull = pullRequest(clone("invalid"), { "eu.yaml": "a\n" }, { "eu.yaml": "invalid\n" });
		expect((await review(pull)).status).toBe(1);
		expect(api.comments[0]?.body).toContain(
			"**There is no review.**\n\n````text\nname: is not a name ```; write another\n````",
		);
	});

	test.each([
		["a link", "eu.yaml", (at: string) => symlinkSync("other.yaml", at)],
		["a link to nothing", "eu.yaml", (at: string) => symlinkSync("nowhere", at)],
		["a folder, such as a bundle that says what was", "eu.yaml", (at: string) => mkdirSync(at)],
		["below a link", "there/eu.yaml", (at: string) => symlinkSync("elsewhere", path.dirname(at))],
	])("where a file has become %s", async (kind, file, put) => {
		const all = { [file]: "a\n", "elsewhere/eu.yaml": "a\n", "other.yaml": "a\n" };
		const pull = pullRequest(clone(kind), all, {});
		const [first = ""] = file.split("/");
		rmSync(path.join(pull.folder, first), { recursive: true });
		put(path.join(pull.folder, file));
		expect(await review(pull, { FILES: file })).toMatchObject({
			status: 1,
			log: `::error::${file} is a link or a folder, or stands below a link; name a file as git has it\n`,
		});
	});

	test.each([
		[{ FILES: " \n" }, "files names no file"],
		[{ FILES: "../eu.yaml" }, "files names ../eu.yaml; paths are relative to the root, without comma, . and .."],
		[{ FILES: "--eu.yaml" }, "files names --eu.yaml; paths are relative to the root, without comma, . and .."],
		[{ FILES: "a,b.yaml" }, "files names a,b.yaml; paths are relative to the root, without comma, . and .."],
		[{ COMMENT_ID: "-->" }, "id has to be lower-case letters, digits and hyphens"],
	])("on inputs that name nothing: %j", async (inputs, message) => {
		const pull = pullRequest(clone(`input-${runs}`), {}, {});
		expect(await review(pull, inputs)).toEqual({ status: 1, log: `::error::${message}\n`, summary: "" });
	});
});
