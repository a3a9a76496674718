import {
	appendFileSync,
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import type { OutputMap } from "@pulumi/pulumi/automation/index.js";
import { Project } from "../../support/engine.js";

/** What the stand-in for AWS was told to do. */
export interface AwsOperation {
	readonly operation: "create" | "update" | "delete";
	/** Logical name. */
	readonly name: string;
}

export interface AwsRun {
	/** Sorted by name. */
	readonly operations: readonly AwsOperation[];
	readonly outputs: OutputMap;
	/** Everything that was printed. */
	readonly text: string;
}

/** A project with a program on the shipped package, whose provider of AWS is a stand-in. */
export class SimulatedProject {
	readonly #project: Project;

	/** Without a text the program is a file that exists. */
	constructor(parent: string, name: string, program: string, main = "main.mjs") {
		const sdk = path.join(parent, "node_modules/@pulumi/aws");
		if (!existsSync(sdk)) symlinkSync(path.resolve("node_modules/@pulumi/aws"), sdk);
		this.#project = new Project(parent, name);
		this.#project.write(main, program);
		appendFileSync(
			this.#project.inside("Pulumi.yaml"),
			"plugins:\n  providers:\n    - name: aws\n      path: ./plugin\n",
		);
		mkdirSync(this.#project.inside("plugin"));
		cpSync("test/engine/aws/simulated-aws.cjs", this.#project.inside("plugin/simulated-aws.cjs"));
		const start = this.#project.inside("plugin/pulumi-resource-aws");
		writeFileSync(start, `#!/bin/sh\nexec "${process.execPath}" "$(dirname "$0")/simulated-aws.cjs" "$@"\n`);
		chmodSync(start, 0o755);
	}

	/** Gives the program the data that it reads from `input.json`. */
	describe(input: unknown): void {
		writeFileSync(this.#project.inside("input.json"), JSON.stringify(input));
	}

	/** Gives the stack its configuration, as YAML. */
	configure(config: string): void {
		writeFileSync(this.#project.inside("Pulumi.test.yaml"), config);
	}

	/** Lets the creation of the resource with this logical name fail once. */
	refuseOnce(name: string): void {
		writeFileSync(this.#project.inside("plugin/refuse-once"), `::${name}`);
	}

	async up(): Promise<AwsRun> {
		const stack = await this.#project.stack();
		let text = "";
		const say = (piece: string) => {
			text += piece;
		};
		// The preview that an `up` starts with is left out by a member that the types do not have.
		const options = { onOutput: say, onError: say, color: "never" as const, skipPreview: true };
		const { outputs } = await stack.inner.up(options);
		return { operations: this.#takeOperations(), outputs, text };
	}

	/** What an `up` that must fail did before, and what it says. */
	async failedUp(): Promise<{ readonly operations: readonly AwsOperation[]; readonly message: string }> {
		const stack = await this.#project.stack();
		const message = await stack.failure("up");
		return { operations: this.#takeOperations(), message };
	}

	/** As the backend keeps it, secrets encrypted. */
	async state(): Promise<string> {
		return (await this.#project.stack()).state();
	}

	/** A file that the program published. */
	published(...steps: readonly string[]): string {
		return this.#project.inside("published", ...steps);
	}

	#takeOperations(): AwsOperation[] {
		const file = this.#project.inside("plugin/operations.jsonl");
		if (!existsSync(file)) return [];
		const lines = readFileSync(file, "utf8").trim().split("\n");
		rmSync(file);
		const operations: AwsOperation[] = lines.map((line) => JSON.parse(line));
		return operations.sort((a, b) => (a.name < b.name ? -1 : 1));
	}
}
