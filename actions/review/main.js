// Reviews the files of a pull request, and says so in the summary of the run and in a comment.
import { appendFileSync, readFileSync } from "node:fs";
import { comment, longestComment } from "./comment.js";
import { baseOf } from "./git.js";
import { review } from "./review.js";
import { tell } from "./tell.js";

const { COMMAND, FILES, FAIL_ON, COMMENT, COMMENT_ID, COMMENT_AUTHOR, GITHUB_TOKEN } = process.env;
const { GITHUB_EVENT_PATH, GITHUB_STEP_SUMMARY, GITHUB_API_URL, GITHUB_REPOSITORY } = process.env;
const { GITHUB_SERVER_URL, GITHUB_RUN_ID } = process.env;

try {
	const { pull_request: pull } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8"));
	const files = FILES.split("\n").flatMap((line) => line.trim() || []);
	refuse(pull, files);
	const base = baseOf(pull);
	const { failed, text } = review(files, { base, command: COMMAND, failOn: FAIL_ON });
	const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
	const foot = `<sub>${pull.head.sha} compared with ${base}, in [this run](${run}).</sub>`;
	appendFileSync(GITHUB_STEP_SUMMARY, `${text}\n\n${foot}\n`);
	if (COMMENT === "true") await post(pull.number, { text, foot, run });
	if (failed) throw new Error(`the review fails: ${run}`);
} catch (error) {
	tell("error", error.message);
	process.exitCode = 1;
}

function refuse(pull, files) {
	if (!pull) throw new Error("this run is of no pull request; let the workflow start on pull_request");
	if (files.length === 0) throw new Error("files names no file");
	const strange = files.find((file) => /^[-/]|,|(?:^|\/)\.\.?(?:\/|$)/.test(file));
	if (strange !== undefined)
		throw new Error(`files names ${strange}; paths are relative to the root, without comma, . and ..`);
	if (!/^[a-z0-9-]+$/.test(COMMENT_ID)) throw new Error("id has to be lower-case letters, digits and hyphens");
}

/** A review that cannot be posted is none that fails: the summary has it. */
async function post(number, { text, foot, run }) {
	const marker = `<!-- pulumi-cowork ${COMMENT_ID} -->`;
	const whole = `${marker}\n\n${text}\n\n${foot}`;
	const short = `${marker}\n\nThe review is too long for a comment: [the run](${run}) has it.\n\n${foot}`;
	const body = whole.length > longestComment ? short : whole;
	const place = { api: GITHUB_API_URL, repository: GITHUB_REPOSITORY, number, token: GITHUB_TOKEN };
	try {
		await comment({ ...place, author: COMMENT_AUTHOR, marker, body });
	} catch (error) {
		const why = "the token of a pull request from a fork, or of Dependabot, may only read";
		tell("warning", `no comment: ${error.message}; ${why}. The summary of the run has the review`);
	}
}
