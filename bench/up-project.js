// A project of Pulumi in a new folder, on the engine that is installed.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { root, run } from "./measure.js";

const ourProgram = "node_modules/pulumi-cowork/dist/program/index.js";

/** Gives what is measured in a new project, whose stack deploys what it is told to describe. */
export function inProject(measure, { makeProgram = () => ourProgram, environment = {} } = {}) {
	const pulumi = installedPulumi();
	if (pulumi === undefined) {
		process.stderr.write("pulumi up is not measured: the pulumi command is not installed\n");
		return undefined;
	}
	const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-bench-"));
	try {
		makeProject(folder, makeProgram(folder));
		const env = {
			...process.env,
			PULUMI_BACKEND_URL: `file://${folder}/state`,
			PULUMI_HOME: path.join(folder, "home"),
			PULUMI_CONFIG_PASSPHRASE: "bench",
			PULUMI_SKIP_UPDATE_CHECK: "true",
			PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
			PULUMI_COWORK_SKIP_LOOK_UP: "1",
			...environment,
		};
		const command = (...args) => run([...args, "--non-interactive"], { cwd: folder, env }, pulumi).stdout;
		// A shell tells what all that it started took of the processor.
		const timed = (args) => run(["-c", '"$0" "$@" >&2 && times', pulumi, ...args], { cwd: folder, env }, "sh").stdout;
		command("stack", "init", "bench");
		const up = (...args) => {
			const start = performance.now();
			const answer = timed(["up", "--yes", "--skip-preview", "--suppress-outputs", "--non-interactive", ...args]);
			return { elapsed: (performance.now() - start) / 1000, taken: secondsOf(answer) };
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

/** Of the second line: minutes and seconds of children, in user and in system mode. */
function secondsOf(times) {
	const [, children] = times.trim().split("\n");
	const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
	return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function installedPulumi() {
	return ["pulumi", path.join(homedir(), ".pulumi", "bin", "pulumi")].find(
		(command) => spawnSync(command, ["version"], { stdio: "ignore" }).status === 0,
	);
}

/** The provider of AWS that keeps digests of objects in a file. */
export function makeStandIn(folder) {
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

function makeProject(folder, main) {
	mkdirSync(path.join(folder, "state"));
	mkdirSync(path.join(folder, "node_modules", "@pulumi"), { recursive: true });
	symlinkSync(root, path.join(folder, "node_modules", "pulumi-cowork"), "junction");
	const sdk = "node_modules/@pulumi/pulumi";
	symlinkSync(path.join(root, sdk), path.join(folder, sdk), "junction");
	const project = {
		name: "bench",
		runtime: { name: "nodejs", options: { typescript: false } },
		main,
	};
	writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
	writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify(project));
}
