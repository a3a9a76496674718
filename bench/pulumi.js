// What the package costs a Pulumi program, as rows for the table of `run.js`.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { deploymentOf } from "./groups.js";
import { isShort, median, root, rounds, run } from "./measure.js";

const groupsOfStack = isShort ? 3 : 100;

/** Processor time of a process that imports one or the other, in turns. */
export function importing() {
	const measure = `const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000));`;
	const time = (module) => Number(node(["--input-type=module", "-e", measure, module]));
	const pairs = rounds(15, () => {
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

export function registering() {
	const script = path.join(import.meta.dirname, "register.js");
	const time = (what) => JSON.parse(node([script, what, "10"])).taken;
	const pairs = rounds(9, () => {
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

/** `pulumi up` of many groups into a folder; nothing where the command is not installed. */
export function upIntoFolder() {
	return inProject(({ up, describe, command }) => {
		describe({ ...deploymentOf(groupsOfStack), publish: { local: { directory: "./published" } } });
		const first = up();
		const unchanged = up("--expect-no-changes");
		const { deployment } = JSON.parse(command("stack", "export"));
		const what = `state of ${groupsOfStack} groups`;
		return [
			{ what: `pulumi up of ${groupsOfStack} groups`, value: first, unit: "s" },
			{ what: `pulumi up of ${groupsOfStack} groups, nothing changed`, value: unchanged, unit: "s" },
			{ what, value: JSON.stringify(deployment).length / 1e6, unit: "MB" },
			{
				what: `${what}, to their parts and one list of files`,
				value: stateRatio(deployment),
				unit: "times",
				limit: 1.5,
			},
		];
	});
}

/** What state has of published parts, beside what a folder could not do without: what each is rendered from, and its files. */
function stateRatio({ resources }) {
	const parts = resources.filter(({ inputs }) => inputs?.part !== undefined);
	const least = parts.map(({ inputs, outputs }) => [inputs.part, outputs.files]);
	return JSON.stringify(parts).length / JSON.stringify(least).length;
}

/** Revisions of many groups in a bucket, whose provider is the stand-in of the tests: what is measured is all but the cloud. */
export function upIntoBucket() {
	return inProject(({ up, describe, command, folder }) => {
		makeStandIn(folder);
		const deployment = deploymentOf(groupsOfStack);
		const publish = { rings: ["canary", "broad"], s3: { bucket: "example-cowork", region: "eu-central-1" } };
		describe({ ...deployment, publish });
		const first = up();
		const state = command("stack", "export").length / 1e6;
		const operations = path.join(folder, "plugin/operations.jsonl");
		rmSync(operations);
		const { groups } = deployment;
		const [name, group] = Object.entries(groups)[0];
		const changed = { ...group, settings: { ...group.settings, deploymentDisplayName: "Another" } };
		describe({ ...deployment, groups: { ...groups, [name]: changed }, publish });
		const second = up();
		const lines = readFileSync(operations, "utf8").trim().split("\n");
		const touched = lines.map((line) => JSON.parse(line).name).filter((each) => each !== "bench-index-s3");
		const others = touched.filter((each) => !each.startsWith(`bench-group-${name}-s3-`));
		if (others.length > 0) throw new Error(`a change of ${name} touches ${others.join(", ")}`);
		return [
			{ what: `pulumi up of ${groupsOfStack} groups into a bucket`, value: first, unit: "s" },
			{ what: "one group of them changed", value: second, unit: "s" },
			{ what: "objects that this touches besides the index", value: touched.length, unit: "objects" },
			{ what: `state of ${groupsOfStack} groups in a bucket`, value: state, unit: "MB" },
		];
	});
}

function inProject(measure) {
	const pulumi = installedPulumi();
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
			PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
			PULUMI_COWORK_SKIP_LOOK_UP: "1",
		};
		const command = (...args) => run([...args, "--non-interactive"], { cwd: folder, env }, pulumi).stdout;
		command("stack", "init", "bench");
		const up = (...args) => {
			const start = performance.now();
			command("up", "--yes", "--skip-preview", "--suppress-outputs", ...args);
			return (performance.now() - start) / 1000;
		};
		const describe = (deployment) => {
			const config = { config: { "bench:deployment": deployment } };
			writeFileSync(path.join(folder, "Pulumi.bench.yaml"), JSON.stringify(config));
		};
		return measure({ up, describe, command, folder });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function installedPulumi() {
	return ["pulumi", path.join(homedir(), ".pulumi", "bin", "pulumi")].find(
		(command) => spawnSync(command, ["version"], { stdio: "ignore" }).status === 0,
	);
}

/** The provider of AWS that keeps digests of objects in a file. */
function makeStandIn(folder) {
	const plugin = path.join(folder, "plugin");
	mkdirSync(plugin);
	symlinkSync(path.join(root, "node_modules/@pulumi/aws"), path.join(folder, "node_modules/@pulumi/aws"), "junction");
	copyFileSync(path.join(root, "test/engine/simulated-provider.cjs"), path.join(plugin, "provider.cjs"));
	copyFileSync(path.join(root, "test/engine/simulated-objects.cjs"), path.join(plugin, "cloud.cjs"));
	const start = `#!/bin/sh\nexec "${process.execPath}" "$(dirname "$0")/provider.cjs" "$@"\n`;
	writeFileSync(path.join(plugin, "pulumi-resource-aws"), start, { mode: 0o755 });
	const project = JSON.parse(readFileSync(path.join(folder, "Pulumi.yaml"), "utf8"));
	const plugins = { providers: [{ name: "aws", path: "./plugin" }] };
	writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify({ ...project, plugins }));
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
	writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
	writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(project));
}

function node(args) {
	return run(args, { cwd: root }).stdout;
}
