// Shows what `pulumi up` does with the quickstart stack, on a backend in a temporary folder: once, once more, after a
// change to one group, and at the end. Nothing of it outlives the run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

const pulumi = ["pulumi", path.join(homedir(), ".pulumi", "bin", "pulumi")].find(
	(command) => spawnSync(command, ["version"], { stdio: "ignore" }).status === 0,
);
if (pulumi === undefined) {
	say(
		"the pulumi command is not installed, so there is nothing to show; get it from https://www.pulumi.com/docs/install/",
	);
	process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-up-"));
try {
	makeProject();
	run("init", "stack", "init", "quickstart");
	run("the first time: every file is written", "up", "--yes", "--skip-preview", "--suppress-outputs");
	run("again: nothing changes", "up", "--yes", "--skip-preview", "--suppress-outputs", "--expect-no-changes");
	changePilot();
	run("after a change to one group", "up", "--yes", "--skip-preview", "--suppress-outputs");
	run("at the end: what was published is removed", "destroy", "--yes", "--skip-preview", "--run-program");
	if (existsSync(path.join(folder, "published", "quickstart"))) throw new Error("destroy left files behind");
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** A project of its own with the root's program and configuration: the root's would get the scratch stack's salt. */
function makeProject() {
	mkdirSync(path.join(folder, "state"));
	mkdirSync(path.join(folder, "node_modules", "@pulumi"), { recursive: true });
	symlinkSync(process.cwd(), path.join(folder, "node_modules", "pulumi-cowork"), "junction");
	symlinkSync(
		path.resolve("node_modules/@pulumi/pulumi"),
		path.join(folder, "node_modules/@pulumi/pulumi"),
		"junction",
	);
	writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
	const project = readFileSync("Pulumi.yaml", "utf8");
	writeFileSync(path.join(folder, "Pulumi.yaml"), project.replace("main: ", "main: node_modules/pulumi-cowork/"));
	writeFileSync(path.join(folder, "Pulumi.quickstart.yaml"), readFileSync("Pulumi.quickstart.yaml"));
}

function changePilot() {
	const file = path.join(folder, "Pulumi.quickstart.yaml");
	const text = readFileSync(file, "utf8");
	const changed = text.replace("preset: standard\n", "$&        settings: { autoUpdaterEnforcementHours: 12 }\n");
	if (changed === text) throw new Error("Pulumi.quickstart.yaml has no group with the preset standard");
	writeFileSync(file, changed);
}

function run(what, ...args) {
	say(`\n== pulumi ${args[0]}: ${what}`);
	const { status } = spawnSync(pulumi, [...args, "--non-interactive", "--color", "never"], {
		cwd: folder,
		stdio: "inherit",
		env: {
			...process.env,
			PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
			PULUMI_HOME: path.join(folder, "home"),
			PULUMI_CONFIG_PASSPHRASE: "scratch",
			PULUMI_SKIP_UPDATE_CHECK: "true",
		},
	});
	if (status !== 0) throw new Error(`pulumi ${args[0]} exits with ${status}`);
}

function say(text) {
	process.stdout.write(`${text}\n`);
}
