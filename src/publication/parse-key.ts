import type { PublishedScope } from "./layout.js";

/** What a key of the layout means: a ring's pointer, or a file of a revision. */
export type ParsedKey =
	| { readonly scope: PublishedScope; readonly ring: string }
	| { readonly scope: PublishedScope; readonly revision: string; readonly path: string };

/** Names have the forms that a deployment holds them to, so that nothing else is taken for ours. */
const form =
	/^(?:perimeter|groups\/(?<group>[a-z][a-z0-9-]{0,30}))\/(?:rings\/(?<ring>[a-z][a-z0-9-]{0,30})\/current\.json|revisions\/(?<revision>[0-9a-f]{64})\/(?<path>.+))$/s;

/** What a key of a deployment means; undefined for the page, and for what somebody else has put there. */
export function parseKey(deployment: string, key: string): ParsedKey | undefined {
	if (!key.startsWith(`${deployment}/`)) return undefined;
	const parts = form.exec(key.slice(deployment.length + 1))?.groups;
	if (!parts) return undefined;
	const { group, ring, revision, path } = parts;
	const scope = { deployment, ...(group !== undefined && { group }) };
	if (ring !== undefined) return { scope, ring };
	return revision !== undefined && path !== undefined ? { scope, revision, path } : undefined;
}
