import * as pulumi from "@pulumi/pulumi";
import { mapLeaves } from "../deployment/plain-data.js";
import { formatPath, type Path } from "../path.js";
import type { SecretReference } from "../reference/reference.js";
import { type GivenSecrets, nameOfSecret } from "./given-secrets.js";
import type { LateInput } from "./token-values.js";

/** What stood in a program's deployment as an output or a credential, by the place it stood at. */
export class ProgramValues {
	readonly #passed = new Map<string, LateInput>();

	/** @param given values of secrets by the name that references say */
	constructor(private readonly given: GivenSecrets = {}) {}

	/** Takes each output out of a deployment; what stays in its place is a reference. */
	takeOutputs(deployment: unknown): unknown {
		return mapLeaves(deployment, (value, path) => (isLate(value) ? this.take(value, path) : value));
	}

	/** Keeps one value, and gives the reference that names its place. */
	take(value: LateInput, path: Path): SecretReference {
		const fromProgram = formatPath(path);
		this.#passed.set(fromProgram, value);
		return { fromProgram };
	}

	/** The value that the program gives for a reference, whatever place that stands at. */
	givenFor(reference: SecretReference): LateInput | undefined {
		const name = nameOfSecret(reference);
		return Object.hasOwn(this.given, name) ? this.given[name] : undefined;
	}

	get(place: string): LateInput | undefined {
		return this.#passed.get(place);
	}
}

/** What it resolves to is seen to be text once it is there. */
function isLate(value: unknown): value is pulumi.Output<string> | Promise<string> {
	return pulumi.Output.isInstance(value) || value instanceof Promise;
}
