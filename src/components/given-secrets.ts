import type * as pulumi from "@pulumi/pulumi";
import { suggestName } from "../nearest-name.js";
import { error, type Problem } from "../problem.js";
import type { SecretReference } from "../reference/reference.js";
import { findSecrets } from "../reference/walk.js";

/** Values of secrets by the name of an environment variable, or of a configuration key, that references say. */
export type GivenSecrets = Readonly<Record<string, pulumi.Input<string>>>;

/** An error for each name that no reference of the deployment says: a program that gives it means another. */
export function checkGivenSecrets(deployment: unknown, secrets: GivenSecrets): Problem[] {
	const named = new Set(findSecrets(deployment).map(({ reference }) => nameOfSecret(reference)));
	return Object.keys(secrets)
		.filter((name) => !named.has(name))
		.map((name) => {
			const cure = named.size > 0 ? suggestName(name, [...named]) : "it refers to none";
			return error("unknown-secret", ["secrets", name], `is referred to nowhere in the deployment; ${cure}`);
		});
}

/** What a reference says that its secret is called. */
export function nameOfSecret(reference: SecretReference): string {
	const [name = ""] = Object.values(reference);
	return name;
}
