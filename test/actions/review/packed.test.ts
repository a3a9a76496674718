import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/command.js";
import { run } from "../../support/programs.js";
import { type PullRequest, pullRequest } from "./git-history.js";
import { github } from "./github.js";
import { type Registry, registryOf } from "./registry.js";
import { runAction } from "./run-action.js";

const folder = temporaryFolder();
const api = github();
let registry: Registry;
let runs = 0;

// The package with its own manifest and the command as it is shipped; a review needs nothing else of it.
beforeAll(async () => {
	const source = path.join(folder(), "source");
	mkdirSync(source);
	cpSync("package.json", path.join(source, "package.json"));
	run(process.execPath, ["scripts/bundle.js", "command", path.join(source, "dist/cli")]);
	registry = await registryOf(source, folder(), path.join(folder(), "cache"));
}, 120_000);
afterAll(() => registry.close());

const shared = (settings: string, sandbox: string) => `organization:
  name: Example Corp
  uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11
app: { minimumVersion: 2.16120.0 }
inference:
  gateway:
    baseUrl: https://llm.example.com
    models: [claude-sonnet-5]
    signIn: { apiKey: { fromEnv: GATEWAY_KEY } }
settings: { ${settings} }
groups:
  finance: { preset: lockedDown }
  pilot: { preset: lockedDown, settings: { coworkEgressAllowedHosts: [${sandbox}] } }
`;
const own = "name: eu\nextends: shared/base.yaml\n";
const before = { "eu.yaml": own, "shared/base.yaml": shared("skillCreationEnabled: false", "docs.example.com") };

/** The command, where a test is not about how it is installed. */
const unpacked = () => ({ command: `node '${path.join(folder(), "source/dist/cli/main.js")}'` });

/** Runs the action in a pull request; by default with the archive of its own version from the registry. */
async function review({ folder: workspace, base, head }: PullRequest, inputs: Readonly<Record<string, string>> = {}) {
	const event = path.join(folder(), `event-${++runs}`);
	writeFileSync(event, JSON.stringify({ pull_request: { number: 7, base: { sha: base }, head: { sha: head } } }));
	return runAction(
		"actions/review",
		{ files: "eu.yaml", integrity: registry.integrity, ...inputs },
		{
			workspace,
			scratch: folder(),
			environment: {
				npm_config_registry: registry.url,
				npm_config_cache: path.join(folder(), "cache"),
				GITHUB_EVENT_PATH: event,
				GITHUB_API_URL: api.url,
				GITHUB_SERVER_URL: "https://github.example",
				GITHUB_REPOSITORY: "o/r",
				GITHUB_RUN_ID: "11",
			},
		},
	);
}

const pull = (name: string, after: Readonly<Record<string, string | undefined>>) =>
	pullRequest(path.join(folder(), name), before, after);

/** What stands in the comment, with the commits by their names. */
const body = ({ base, head }: PullRequest) =>
	`${api.comments[0]?.body.replaceAll(base, "<base>").replaceAll(head, "<head>")}\n`;

describe("the action with the package that it installs", { timeout: 120_000 }, () => {
	test("comments what a file changes that the deployment only extends, and fails on it", async () => {
		const wider = shared("skillCreationEnabled: true", 'docs.example.com, "*.example.net"');
		const change = pull("wider", { "shared/base.yaml": wider });
		expect(await review(change, { "fail-on": "widens" })).toEqual({
			status: 1,
			log: "::error::the review fails: https://github.example/o/r/actions/runs/11\n",
			summary: expect.stringContaining("sandbox"),
		});
		expect(api.writes).toEqual(["POST /repos/o/r/issues/7/comments"]);
		await expect(body(change)).toMatchFileSnapshot("../../golden/review/comment.md");
	});

	test("says of text that moved that nothing changes in meaning, and updates its comment", async () => {
		const settings = {
			"shared/base.yaml": undefined,
			"eu.yaml": `name: eu\n# all in one\n${before["shared/base.yaml"]}`,
		};
		const change = pull("moved", settings);
		expect(await review(change, { ...unpacked(), "fail-on": "informs" })).toMatchObject({ status: 0, log: "" });
		expect(body(change)).toContain("no change in meaning");
		await review(change, unpacked());
		expect(api.writes.length).toBe(1);
	});

	test("reads no file through a link that a pull request makes, and says so", async () => {
		const change = pull("link", {});
		rmSync(path.join(change.folder, "eu.yaml"));
		symlinkSync("/etc/passwd", path.join(change.folder, "eu.yaml"));
		const { status, log } = await review(change, unpacked());
		expect(status).toBe(1);
		expect(log).toContain("::error::eu.yaml is a link or a folder");
		expect(log).not.toContain("root:");
		expect(api.writes).toEqual([]);
	});

	test("reads no file outside of the repository that a pull request extends", async () => {
		writeFileSync(path.join(folder(), "outside.yaml"), "organization: { name: outside }\n");
		const change = pull("outside", { "eu.yaml": "name: eu\nextends: ../outside.yaml\n" });
		expect((await review(change, unpacked())).status).toBe(1);
		expect(body(change)).toContain("**There is no review.**");
		expect(body(change)).not.toContain("name: outside");
	});

	test("runs no other archive than the one whose digest it is given", async () => {
		const { status, log } = await review(pull("pinned", {}), { integrity: "sha512-other" });
		expect(status).toBe(1);
		expect(log).toContain("integrity names another");
		expect(api.writes).toEqual([]);
	});
});
