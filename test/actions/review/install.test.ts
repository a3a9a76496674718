import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../support/command.js";
import { run } from "../../support/programs.js";
import { type Registry, registryOf } from "./registry.js";

const folder = temporaryFolder();
const own: { readonly version: string } = JSON.parse(readFileSync("package.json", "utf8"));
let registry: Registry;

// The command in the archive prints its arguments, and its script must not run.
beforeAll(async () => {
	const source = path.join(folder(), "source");
	mkdirSync(path.join(source, "dist/cli"), { recursive: true });
	const manifest = { name: "pulumi-cowork", version: own.version, scripts: { postinstall: "exit 1" } };
	writeFileSync(path.join(source, "package.json"), JSON.stringify(manifest));
	writeFileSync(path.join(source, "dist/cli/main.js"), "console.log(...process.argv.slice(2))");
	registry = await registryOf(source, folder(), cache());
});
afterAll(() => registry.close());

const cache = () => path.join(folder(), "cache");

async function install(inputs: Readonly<Record<string, string>>, workspace = ".") {
	const runner = mkdtempSync(path.join(folder(), "runner-"));
	const output = path.join(runner, "output");
	writeFileSync(output, "");
	writeFileSync(path.join(runner, ".npmrc"), `registry=${registry.url}\n`);
	const child = spawn(process.execPath, [path.resolve("actions/review/install.js")], {
		cwd: workspace,
		env: {
			PATH: process.env.PATH,
			HOME: runner,
			npm_config_cache: cache(),
			RUNNER_TEMP: runner,
			GITHUB_OUTPUT: output,
			...inputs,
		},
	});
	let log = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk) => {
			log += chunk;
		});
	const status = await new Promise((exit) => child.on("close", exit));
	return { status, log, output: readFileSync(output, "utf8") };
}

test("takes the archive of the action's own version, whose command then runs", async () => {
	const { status, log, output } = await install({ VERSION: "", INTEGRITY: "" });
	expect([status, log]).toEqual([0, ""]);
	const command = output.replace(/^command=/, "").trim();
	expect(run("bash", ["--norc", "-c", `${command} "$@"`, "bash", "review", "a b"])).toBe("review a b\n");
});

test("takes an archive by its digest alone", async () => {
	expect((await install({ VERSION: own.version, INTEGRITY: registry.integrity })).status).toBe(0);
	expect(await install({ VERSION: own.version, INTEGRITY: "sha512-other" })).toEqual({
		status: 1,
		log: `::error::the archive of pulumi-cowork ${own.version} has the digest ${registry.integrity}; integrity names another\n`,
		output: "",
	});
});

test("takes none from a registry that the checkout names", async () => {
	const workspace = mkdtempSync(path.join(folder(), "workspace-"));
	writeFileSync(path.join(workspace, "package.json"), "{}");
	writeFileSync(path.join(workspace, ".npmrc"), "registry=http://127.0.0.1:9/\nfetch-retries=0\n");
	const { status, log } = await install({ VERSION: own.version, INTEGRITY: "" }, workspace);
	expect([status, log]).toEqual([0, ""]);
});

test.each(["latest", "^0.1.0", "1", "file:evil.tgz"])("refuses a version that may be any: %s", async (version) => {
	expect(await install({ VERSION: version, INTEGRITY: "" })).toEqual({
		status: 1,
		log: `::error::version is "${version}"; it has to be a whole one, such as ${own.version}\n`,
		output: "",
	});
});

test("says what the registry has not", async () => {
	const { status, log } = await install({ VERSION: "99.0.0", INTEGRITY: "" });
	expect(status).toBe(1);
	expect(log).toMatch(/^::error::npm pack fails: .*ETARGET/s);
});
