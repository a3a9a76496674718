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
import { Project, type Stack } from "../support/engine.js";

/** What the stand-in for a cloud was told to do. */
export interface CloudOperation {
	/** `abandon`: it stays in the cloud, and leaves the stack. */
	readonly operation: "create" | "update" | "delete" | "abandon";
	/** Logical name. */
	readonly name: string;
}

/** What the stand-in for a cloud was asked. */
export interface CloudCall {
	readonly token: string;
	readonly inputs: Readonly<Record<string, unknown>>;
}

export interface CloudRun {
	/** Sorted by name. */
	readonly operations: readonly CloudOperation[];
	readonly calls: readonly CloudCall[];
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
export function each(operation: CloudOperation["operation"], names: readonly string[]): CloudOperation[] {
	return [...names].sort().map((name) => ({ operation, name }));
}

/** A cloud of which a stand-in is known. */
export interface SimulatedCloud {
	/** Name of the provider, such as `aws`. */
	readonly name: string;
	/** Names of others that it has, which the same stand-in plays. @default - none */
	readonly others?: readonly string[];
	/** What the stand-in knows of the cloud, as `simulated-provider.cjs` reads it. */
	readonly knowledge: string;
	/** Packages that the program imports. */
	readonly packages: readonly string[];
}

/** A project with a program on the shipped package, whose provider of a cloud is a stand-in. */
export class CloudProject {
	readonly #project: Project;

	/**
	 * Without a text the program is a file that exists. `files` is a folder that becomes the project's, with its
	 * `Pulumi.yaml`; `backend` is another project's, whose stacks this one's can then refer to.
	 */
	constructor(
		cloud: SimulatedCloud,
		parent: string,
		name: string,
		program: string,
		main = "main.mjs",
		{ files, backend }: { readonly files?: string; readonly backend?: string } = {},
	) {
		for (const name of cloud.packages) {
			const sdk = path.join(parent, "node_modules", name);
			mkdirSync(path.dirname(sdk), { recursive: true });
			if (!existsSync(sdk)) symlinkSync(path.resolve("node_modules", name), sdk);
		}
		this.#project = new Project(parent, name, backend);
		this.#project.write(main, program);
		if (files !== undefined) cpSync(files, this.#project.folder, { recursive: true });
		const providers = [cloud.name, ...(cloud.others ?? [])];
		const plugins = providers.map((provider) => `    - name: ${provider}\n      path: ./plugin\n`);
		appendFileSync(this.#project.inside("Pulumi.yaml"), `plugins:\n  providers:\n${plugins.join("")}`);
		mkdirSync(this.#project.inside("plugin"));
		cpSync("test/engine/simulated-provider.cjs", this.#project.inside("plugin/simulated-provider.cjs"));
		cpSync(cloud.knowledge, this.#project.inside("plugin/cloud.cjs"));
		for (const provider of providers) {
			const start = this.#project.inside(`plugin/pulumi-resource-${provider}`);
			writeFileSync(start, `#!/bin/sh\nexec "${process.execPath}" "$(dirname "$0")/simulated-provider.cjs" "$@"\n`);
			chmodSync(start, 0o755);
		}
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

	/** Gives the stand-in a file of its own. */
	tell(name: string, content: unknown): void {
		writeFileSync(this.#project.inside("plugin", name), JSON.stringify(content));
	}

	/** What the stand-in keeps in a file of its own. */
	told(name: string): unknown {
		return JSON.parse(readFileSync(this.#project.inside("plugin", name), "utf8"));
	}

	/** The lines of JSON that the stand-in has written to a file of its own. */
	lines(name: string): readonly unknown[] {
		const text = readFileSync(this.#project.inside("plugin", name), "utf8");
		return text
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
	}

	/** Lets the creation of the resource with this logical name fail once. */
	refuseOnce(name: string): void {
		writeFileSync(this.#project.inside("plugin/refuse-once"), `::${name}`);
	}

	up(name?: string): Promise<CloudRun> {
		// The preview that an `up` starts with is left out by a member that the types do not have.
		return this.#run(name, (stack, said) => stack.inner.up({ ...said, skipPreview: true } as typeof said));
	}

	preview(name?: string): Promise<CloudRun> {
		return this.#run(name, (stack, said) => stack.inner.preview(said));
	}

	destroy(name?: string): Promise<CloudRun> {
		return this.#run(name, (stack, said) => stack.inner.destroy(said));
	}

	/** What an `up` that must fail did before, and what it says. */
	async failedUp(name?: string): Promise<Pick<CloudRun, "operations" | "calls"> & { readonly message: string }> {
		const stack = await this.#project.stack(name);
		const message = await stack.failure("up");
		return { ...this.#taken(), message };
	}

	/** The same of a `destroy`. */
	async failedDestroy(name?: string): Promise<Pick<CloudRun, "operations" | "calls"> & { readonly message: string }> {
		const message = await (await this.#project.stack(name)).failure("destroy");
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
	): Promise<CloudRun> {
		const stack = await this.#project.stack(name);
		let text = "";
		const say = (piece: string) => {
			text += piece;
		};
		const result = await operate(stack, { onOutput: say, onError: say, color: "never" });
		const outputs = "outputs" in result ? (result.outputs as OutputMap) : {};
		return { ...this.#taken(), outputs, text };
	}

	#taken(): Pick<CloudRun, "operations" | "calls"> {
		const operations = this.#take<CloudOperation>("operations.jsonl");
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
