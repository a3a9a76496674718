import { configured } from "../../deployment/configured.js";
import type { ParsedDeployment } from "../../deployment/deployment.js";
import { generator } from "../../generator.js";
import { type Outcome, refused } from "../../outcome.js";
import { error, isError } from "../../problem.js";
import { registries } from "../../registries.js";
import { reviewParsed } from "../../review/review-parsed.js";
import type { ReviewedDeployment } from "../../review/reviewed-deployment.js";

/** What a registered `CoworkDeployment` means, from its inputs alone; of another version of the package it may be refused. */
export function reviewRegistered(inputs: unknown): Outcome<ReviewedDeployment> {
	try {
		// The component has checked it before it registered anything.
		const { value } = configured(inputs as ParsedDeployment, registries);
		const made = reviewParsed(value, registries);
		return made.problems.some(isError) ? refused(...made.problems) : made;
	} catch (fault) {
		const why = fault instanceof Error ? fault.message : "it has another form";
		const message = `cannot be read by ${generator}, which this pack has (${why}); give pack and program the same version`;
		return refused(error("unread-deployment", [], message));
	}
}

/** What is known of the resources of one update: whose they are. */
export class RegisteredDeployments {
	readonly #ofUrn = new Map<string, Outcome<ReviewedDeployment>>();

	/** The deployment of a component, which is read once however many rules look at it. */
	take(urn: string, read: () => unknown): Outcome<ReviewedDeployment> {
		const known = this.#ofUrn.get(urn);
		if (known) return known;
		const made = reviewRegistered(read());
		this.#ofUrn.set(urn, made);
		return made;
	}

	/** The deployment that a resource is part of, by its parent, which was registered before it. */
	adopt(urn: string, parent: string | undefined): Outcome<ReviewedDeployment> | undefined {
		const owner = parent === undefined ? undefined : this.#ofUrn.get(parent);
		if (owner) this.#ofUrn.set(urn, owner);
		return owner;
	}
}
