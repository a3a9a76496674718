// What the package costs a Pulumi program, as rows for the table of `run.js`.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { deploymentOf } from "./groups.js";

const root = path.dirname(import.meta.dirname);

export function pulumiRows() {
	return [...importing(), ...registering(), ...deploying()];
}

/** Processor time of a process that imports one or the other, in turns. */
function importing() {
	const measure = `const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000));`;
	const time = (module) => Number(node(["--input-type=module", "-e", measure, module]));
	const pairs = Array.from({ length: 15 }, () => {
		const bare = time("@pulumi/pulumi");
		const ours = time(path.join(root, "dist/entries/index.js"));
		return { bare, ours, ratio: ours / bare };
	});
	return [
		{ what: "importing @pulumi/pulumi, processor time", value: median(pairs.map(({ bare }) => bare)), unit: "ms" },
		{ what: "importing pulumi-cowork", value: median(pairs.map(({ ours }) => ours)), unit: "ms" },
		{ what: "the one to the other", value: median(pairs.map(({ ratio }) => ratio)), unit: "times", limit: 1.2 },
	];
}

function registering() {
	const script = path.join(import.meta.dirname, "register.js");
	const time = (what) => JSON.parse(node([script, what, "10"])).taken;
	const pairs = Array.from({ length: 9 }, () => {
		const bare = time("bare");
		const ours = time("deployment");
		return { bare, ours, ratio: ours / bare };
	});
	const what = "registering 100 groups";
	return [
		{ what: `${what}, processor time`, value: median(pairs.map(({ ours }) => ours)), unit: "ms" },
		{ what: `${what} to the same bare`, value: median(pairs.map(({ ratio }) => ratio)), unit: "times", limit: 1.15 },
	];
}

/** `pulumi up` of 100 groups into a folder, and once more; nothing where the command is not installed. */
function deploying() {
	const pulumi = ["pulumi", path.join(homedir(), ".pulumi", "bin", "pulumi")].find(
		(command) => spawnSync(command, ["version"], { stdio: "ignore" }).status === 0,
	);
	if (pulumi === undefined) {
		process.stderr.write("pulumi up is not measured: the pulumi command is not installed\n");
		return [];
	}
	const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-bench-"));
	try {
		makeProject(folder);
		const env = {
			...process.env,
			PULUMI_BACKEND_URL: `file://${folder}/state`,
			PULUMI_HOME: path.join(folder, "home"),
			PULUMI_CONFIG_PASSPHRASE: "bench",
			PULUMI_SKIP_UPDATE_CHECK: "true",
		};
		const time = (...args) => {
			const start = performance.now();
			run(pulumi, [...args, "--non-interactive"], { cwd: folder, env });
			return (performance.now() - start) / 1000;
		};
		time("stack", "init", "bench");
		const up = ["up", "--yes", "--skip-preview", "--suppress-outputs"];
		return [
			{ what: "pulumi up of 100 groups", value: time(...up), unit: "s" },
			{ what: "pulumi up of 100 groups, nothing changed", value: time(...up, "--expect-no-changes"), unit: "s" },
			{
				what: "state of 100 groups",
				value: run(pulumi, ["stack", "export"], { cwd: folder, env }).length / 1e6,
				unit: "MB",
			},
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function makeProject(folder) {
	mkdirSync(path.join(folder, "state"));
	mkdirSync(path.join(folder, "node_modules", "@pulumi"), { recursive: true });
	symlinkSync(root, path.join(folder, "node_modules", "pulumi-cowork"), "junction");
	const sdk = "node_modules/@pulumi/pulumi";
	symlinkSync(path.join(root, sdk), path.join(folder, sdk), "junction");
	const project = {
		name: "bench",
		runtime: { name: "nodejs", options: { typescript: false } },
		main: "node_modules/pulumi-cowork/dist/program/index.js",
	};
	const deployment = { ...deploymentOf(100), publish: { local: { directory: "./published" } } };
	writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
	writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(project));
	writeFileSync(path.join(folder, "Pulumi.bench.yaml"), JSON.stringify({ config: { "bench:deployment": deployment } }));
}

function node(args) {
	return run(process.execPath, args, { cwd: root });
}

function run(command, args, options) {
	const result = spawnSync(command, args, { ...options, encoding: "utf8", maxBuffer: 1 << 28 });
	if (result.status !== 0) throw new Error(`${command} ${args[0]} exits with ${result.status}: ${result.stderr}`);
	return result.stdout;
}

function median(values) {
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
