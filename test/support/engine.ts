import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	watch,
	writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import * as automation from "@pulumi/pulumi/automation/index.js";
import { afterAll, beforeAll, describe } from "vitest";
import { program, run } from "./programs.js";

/** Where the `pulumi` command is installed, as a folder with a `bin`; undefined without one. */
const installed = [path.dirname(path.dirname(onPath() ?? "")), path.join(homedir(), ".pulumi")].find((root) =>
	existsSync(path.join(root, "bin", "pulumi")),
);

const isMissing = !installed || !program(path.join(installed, "bin", "pulumi"), ["version"]);

/** Tests against the real engine, skipped by name without it. An operation takes seconds, on a busy machine many. */
export function describeEngine(name: string, tests: () => void): void {
	describe.skipIf(isMissing)(`${name}: needs pulumi`, { timeout: 300_000 }, tests);
}

export const secretText = "correct-horse-battery-staple";

export interface Change {
	/** Logical name. */
	readonly name: string;
	readonly op: string;
}

/** What an operation did, and everything it said. */
export interface Outcome {
	/** What changed, without what stayed the same; the stack itself and the component are left out. */
	readonly changes: readonly Change[];
	readonly outputs: automation.OutputMap;
	readonly text: string;
}

/** A folder whose programs find the package as it is shipped, built from the sources under test. */
export function shippedPackage(): () => string {
	let folder = "";
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-engine-"));
		const home = path.join(folder, "node_modules", "pulumi-cowork");
		mkdirSync(home, { recursive: true });
		cpSync("package.json", path.join(home, "package.json"));
		run(process.execPath, ["scripts/bundle.js", "library", path.join(home, "dist")]);
		// With the SDKs of every cloud beside Pulumi, as in the repository: none may be asked for that is not used.
		symlinkSync(path.resolve("node_modules/@pulumi"), path.join(folder, "node_modules/@pulumi"));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return () => folder;
}

/** A project with a program of its own, and stacks on a backend of its own or on one that it shares. */
export class Project {
	readonly folder: string;
	readonly backend: string;
	private readonly environment: Record<string, string>;

	constructor(
		parent: string,
		readonly name: string,
		backend?: string,
	) {
		this.folder = path.join(parent, name);
		this.backend = backend ?? path.join(this.folder, "state");
		for (const folder of [this.folder, this.backend]) mkdirSync(folder, { recursive: true });
		this.environment = {
			PULUMI_BACKEND_URL: `file://${this.backend}`,
			PULUMI_HOME: path.join(this.folder, "home"),
			PULUMI_CONFIG_PASSPHRASE: "passphrase",
			PULUMI_SKIP_UPDATE_CHECK: "true",
			// Nothing may be fetched: what a program needs besides the package it must not need.
			PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
			// ts-node keeps what it compiled in the folder for temporary files, whatever has become of the types since.
			TS_NODE_CACHE: "false",
		};
		writeFileSync(path.join(this.folder, "package.json"), '{ "name": "program", "private": true }\n');
		this.write("main.mjs");
	}

	/** Gives the project a program, and says which file it is. */
	write(main: string, text = "", options = "typescript: false"): void {
		const yaml = `name: ${this.name}\nruntime:\n  name: nodejs\n  options:\n    ${options}\nmain: ${main}\n`;
		writeFileSync(path.join(this.folder, "Pulumi.yaml"), yaml);
		if (text !== "") writeFileSync(path.join(this.folder, main), text);
	}

	inside(...steps: readonly string[]): string {
		return path.join(this.folder, ...steps);
	}

	/** The command itself, for what the Automation API cannot do. */
	start(args: readonly string[]): ChildProcess {
		const command = path.join(installed ?? "", "bin", "pulumi");
		return spawn(command, args, { cwd: this.folder, env: { ...process.env, ...this.environment }, stdio: "ignore" });
	}

	async stack(name = "test"): Promise<Stack> {
		const pulumiCommand = await automation.PulumiCommand.get(installed === undefined ? {} : { root: installed });
		const stack = await automation.LocalWorkspace.createOrSelectStack(
			{ stackName: name, workDir: this.folder },
			{ pulumiCommand, envVars: this.environment },
		);
		return new Stack(stack, this);
	}
}

/** How a preview is made. */
export interface PreviewOptions {
	readonly diff?: boolean;
	/** Folders of policy packs. */
	readonly policyPacks?: string[];
}

type Operation = (options: {
	readonly onOutput: (text: string) => void;
	readonly onError: (text: string) => void;
	readonly onEvent: (event: automation.EngineEvent) => void;
	readonly color: "never";
}) => Promise<object>;

export class Stack {
	constructor(
		readonly inner: automation.Stack,
		private readonly project: Project,
	) {}

	up(): Promise<Outcome> {
		return this.perform((options) => this.inner.up(options));
	}

	preview(how: PreviewOptions = {}): Promise<Outcome> {
		return this.perform((options) => this.inner.preview({ ...options, ...how }));
	}

	refresh(): Promise<Outcome> {
		return this.perform((options) => this.inner.refresh(options));
	}

	destroy(how: { readonly runProgram?: boolean } = {}): Promise<Outcome> {
		return this.perform((options) => this.inner.destroy({ ...options, ...how }));
	}

	/** An update that is killed, with everything that it started, once something stands at a path in the project. */
	async killedUp(place: string): Promise<void> {
		const child = this.project.start([
			"up",
			"--yes",
			"--skip-preview",
			"--non-interactive",
			"--stack",
			this.inner.name,
		]);
		const kill = () => {
			if (!existsSync(this.project.inside(place))) return;
			for (const pid of descendants(child.pid)) process.kill(pid, "SIGKILL");
		};
		const watcher = watch(this.project.folder, { recursive: true }, kill);
		// Folders may be gone again before it has looked into them.
		watcher.on("error", () => undefined);
		const [, signal] = await once(child, "close");
		watcher.close();
		if (signal !== "SIGKILL") throw new Error(`the update ended before anything stood at ${place}`);
		// The engine moves its state into place whole, but writes the attributes beside it in place; it can do without.
		const attributes = `${this.stateFile()}.attrs`;
		if (existsSync(attributes) && !isJson(readFileSync(attributes, "utf8"))) rmSync(attributes);
		// What it has locked for itself stays locked.
		await this.inner.cancel();
	}

	/** What an operation that must fail says. */
	async failure(operation: "up" | "preview" | "destroy", how: PreviewOptions = {}): Promise<string> {
		try {
			if (operation === "preview") await this.preview(how);
			else await this[operation]();
		} catch (fault) {
			return fault instanceof Error ? fault.message : String(fault);
		}
		throw new Error(`${operation} succeeds, and should not`);
	}

	/** As the backend keeps it, secrets encrypted. */
	state(): string {
		return readFileSync(this.stateFile(), "utf8");
	}

	private stateFile(): string {
		const { backend, name } = this.project;
		return path.join(backend, ".pulumi/stacks", name, `${this.inner.name}.json`);
	}

	private async perform(operation: Operation): Promise<Outcome> {
		const changes: Change[] = [];
		let text = "";
		const say = (piece: string) => {
			text += piece;
		};
		const onEvent = ({ resourcePreEvent }: automation.EngineEvent) => {
			const { urn, op, type } = resourcePreEvent?.metadata ?? {};
			if (urn === undefined || op === undefined || op === "same" || !type?.includes("LocalFiles")) return;
			changes.push({ name: urn.slice(urn.lastIndexOf("::") + 2), op });
		};
		const result = await operation({ onOutput: say, onError: say, onEvent, color: "never" });
		changes.sort((a, b) => (a.name < b.name ? -1 : 1));
		const outputs = "outputs" in result ? (result.outputs as automation.OutputMap) : {};
		return { changes, outputs, text };
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** A process and all that it has started, which the engine puts in groups of their own. */
function descendants(pid: number | undefined): number[] {
	if (pid === undefined) return [];
	const pairs = run("ps", ["-eo", "pid=,ppid="])
		.trim()
		.split("\n")
		.map((line) => line.trim().split(/\s+/).map(Number));
	const below = (parent: number): number[] => [
		parent,
		...pairs.filter(([, each]) => each === parent).flatMap(([each = 0]) => below(each)),
	];
	return below(pid);
}

function onPath(): string | undefined {
	const found = spawnSync(process.platform === "win32" ? "where" : "which", ["pulumi"], { encoding: "utf8" });
	return found.status === 0 ? found.stdout.split("\n")[0]?.trim() : undefined;
}
