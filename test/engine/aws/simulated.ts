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
import { Project, type Stack } from "../../support/engine.js";

/** What the stand-in for AWS was told to do. */
export interface AwsOperation {
	readonly operation: "create" | "update" | "delete";
	/** Logical name. */
	readonly name: string;
}

/** What the stand-in for AWS was asked. */
export interface AwsCall {
	readonly token: string;
	readonly inputs: Readonly<Record<string, unknown>>;
}

export interface AwsRun {
	/** Sorted by name. */
	readonly operations: readonly AwsOperation[];
	readonly calls: readonly AwsCall[];
	readonly outputs: OutputMap;
	/** Everything that was printed. */
	readonly text: string;
}

/** A resource as the backend keeps it. */
export interface StoredResource {
	readonly urn: string;
	readonly inputs?: Readonly<Record<string, unknown>>;
	/** URNs. */
	readonly dependencies?: readonly string[];
}

/** One operation for each logical name. */
export function each(operation: AwsOperation["operation"], names: readonly string[]): AwsOperation[] {
	return [...names].sort().map((name) => ({ operation, name }));
}

/** A project with a program on the shipped package, whose provider of AWS is a stand-in. */
export class SimulatedProject {
	readonly #project: Project;

	/**
	 * Without a text the program is a file that exists. `files` is a folder that becomes the project's, with its
	 * `Pulumi.yaml`; `backend` is another project's, whose stacks this one's can then refer to.
	 */
	constructor(
		parent: string,
		name: string,
		program: string,
		main = "main.mjs",
		{ files, backend }: { readonly files?: string; readonly backend?: string } = {},
	) {
		// What programs ask of AWS themselves reaches nobody, whatever credentials there are.
		process.env.AWS_EC2_METADATA_DISABLED ??= "true";
		process.env.AWS_ENDPOINT_URL_BEDROCK ??= "http://127.0.0.1:9";
		for (const name of ["@pulumi/aws", "@aws-sdk/client-bedrock"]) {
			const sdk = path.join(parent, "node_modules", name);
			mkdirSync(path.dirname(sdk), { recursive: true });
			if (!existsSync(sdk)) symlinkSync(path.resolve("node_modules", name), sdk);
		}
		this.#project = new Project(parent, name, backend);
		this.#project.write(main, program);
		if (files !== undefined) cpSync(files, this.#project.folder, { recursive: true });
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

	/** Where the stacks are. */
	get backend(): string {
		return this.#project.backend;
	}

	/** Gives the program the data that it reads from `input.json`. */
	describe(input: unknown): void {
		writeFileSync(this.#project.inside("input.json"), JSON.stringify(input));
	}

	/** Gives a stack its configuration, as YAML. */
	configure(config: string, stack = "test"): void {
		writeFileSync(this.#project.inside(`Pulumi.${stack}.yaml`), config);
	}

	/** Lets AWS know these inference profiles and no other, by the regions that answer for them. */
	knowProfiles(profiles: Readonly<Record<string, readonly string[]>>): void {
		writeFileSync(this.#project.inside("plugin/inference-profiles.json"), JSON.stringify(profiles));
	}

	/** Lets the creation of the resource with this logical name fail once. */
	refuseOnce(name: string): void {
		writeFileSync(this.#project.inside("plugin/refuse-once"), `::${name}`);
	}

	up(name?: string): Promise<AwsRun> {
		// The preview that an `up` starts with is left out by a member that the types do not have.
		return this.#run(name, (stack, said) => stack.inner.up({ ...said, skipPreview: true } as typeof said));
	}

	preview(name?: string): Promise<AwsRun> {
		return this.#run(name, (stack, said) => stack.inner.preview(said));
	}

	destroy(name?: string): Promise<AwsRun> {
		return this.#run(name, (stack, said) => stack.inner.destroy(said));
	}

	/** What an `up` that must fail did before, and what it says. */
	async failedUp(name?: string): Promise<Pick<AwsRun, "operations" | "calls"> & { readonly message: string }> {
		const stack = await this.#project.stack(name);
		const message = await stack.failure("up");
		return { ...this.#taken(), message };
	}

	/** What a preview that must fail says. */
	async failedPreview(name?: string): Promise<string> {
		return (await this.#project.stack(name)).failure("preview");
	}

	/** Takes the guard of identities out of state, as a build without one would have left it. */
	async withoutGuard(name?: string): Promise<void> {
		const { inner } = await this.#project.stack(name);
		const { version, deployment } = await inner.exportStack();
		const isGuard = (urn: string) => urn.includes("IdentityGuard");
		const resources = (deployment.resources as StoredResource[]).filter(({ urn }) => !isGuard(urn));
		const without = resources.map(({ dependencies = [], ...rest }) => ({
			...rest,
			dependencies: dependencies.filter((urn) => !isGuard(urn)),
		}));
		await inner.importStack({ version, deployment: { ...deployment, resources: without } });
	}

	/** As the backend keeps it, secrets encrypted. */
	async state(name?: string): Promise<string> {
		return (await this.#project.stack(name)).state();
	}

	/** Everything that a stack holds. */
	async resources(name?: string): Promise<readonly StoredResource[]> {
		return JSON.parse(await this.state(name)).checkpoint.latest?.resources ?? [];
	}

	/** What the backend keeps of the resource with this logical name. */
	async resource(name: string, stack?: string): Promise<Required<StoredResource>> {
		const found = (await this.resources(stack)).find(({ urn }) => urn.endsWith(`::${name}`));
		if (!found) throw new Error(`the stack has no resource ${name}`);
		return { inputs: {}, dependencies: [], ...found };
	}

	/** A file that the program published. */
	published(...steps: readonly string[]): string {
		return this.#project.inside("published", ...steps);
	}

	async #run(
		name: string | undefined,
		operate: (
			stack: Stack,
			said: { onOutput: (text: string) => void; onError: (text: string) => void; color: "never" },
		) => Promise<object>,
	): Promise<AwsRun> {
		const stack = await this.#project.stack(name);
		let text = "";
		const say = (piece: string) => {
			text += piece;
		};
		const result = await operate(stack, { onOutput: say, onError: say, color: "never" });
		const outputs = "outputs" in result ? (result.outputs as OutputMap) : {};
		return { ...this.#taken(), outputs, text };
	}

	#taken(): Pick<AwsRun, "operations" | "calls"> {
		const operations = this.#take<AwsOperation>("operations.jsonl");
		operations.sort((a, b) => (a.name < b.name ? -1 : 1));
		return { operations, calls: this.#take("calls.jsonl") };
	}

	/** What the stand-in noted since it was last asked. */
	#take<Note>(name: string): Note[] {
		const file = this.#project.inside("plugin", name);
		if (!existsSync(file)) return [];
		const lines = readFileSync(file, "utf8").trim().split("\n");
		rmSync(file);
		return lines.map((line): Note => JSON.parse(line));
	}
}
