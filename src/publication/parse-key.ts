import { nameForm } from "../deployment/name-shape.js";
import { digestForm } from "./digest-shape.js";
import { type PublishedScope, pathInDeployment, publishedScope } from "./layout.js";

/** What a key of the layout means: a ring's pointer, or a file of a revision. */
export type ParsedKey =
	| { readonly scope: PublishedScope; readonly ring: string }
	| { readonly scope: PublishedScope; readonly revision: string; readonly path: string };

const form =
	/^(?:perimeter|groups\/(?<group>[^/]+))\/(?:rings\/(?<ring>[^/]+)\/current\.json|revisions\/(?<revision>[^/]+)\/(?<path>.+))$/s;

/**
 * What a key of a deployment means; undefined for the page, and for what somebody else has put there: names have the
 * forms that a deployment holds them to.
 */
export function parseKey(deployment: string, key: string): ParsedKey | undefined {
	if (!key.startsWith(`${deployment}/`)) return undefined;
	const parts = form.exec(pathInDeployment(deployment, key))?.groups;
	if (!parts) return undefined;
	const { group, ring, revision, path } = parts;
	if (group !== undefined && !nameForm.test(group)) return undefined;
	const scope = publishedScope(deployment, group);
	if (ring !== undefined) return nameForm.test(ring) ? { scope, ring } : undefined;
	if (revision === undefined || path === undefined || !digestForm.test(revision)) return undefined;
	return { scope, revision, path };
}
