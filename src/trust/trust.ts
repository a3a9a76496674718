import type { DeploymentIdentity } from "../profiles/format.js";

/** A file for whoever makes devices trust the certificates of a proxy that opens TLS. */
export interface TrustFile {
	/** File name below `trust/<platform>/`. */
	readonly name: string;
	readonly mediaType: string;
	readonly content: string;
}

/** What the files of one platform are for. */
export interface TrustRequest {
	readonly identity: DeploymentIdentity;
	/** What of the deployment says that TLS may be opened, such as `settings name egressProxyUrl`; at least one. */
	readonly because: readonly string[];
}

/** Why devices may need it, as the head of a page. */
export function trustHead({ identity, because }: TrustRequest, system: string): string {
	return `# Trust a proxy that opens TLS: ${identity.deployment} on ${system}

Written because ${because.join(", and ")}. Where that proxy passes these hosts on unopened, nothing here is needed; the
rule sets of a product that inspects say which hosts those are.
`;
}
