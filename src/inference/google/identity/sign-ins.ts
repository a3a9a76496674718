import type { VertexSignIns } from "../../block.js";
import type { RequestedPrincipal } from "../../requested-deployment.js";
import { type Directory, directoryOf } from "../access/people.js";
import type { VertexProvision } from "../provision.js";
import { userProjectOf, type VertexRequest } from "../request.js";
import type { IdentityKind } from "./identity.js";
import { people } from "./people.js";
import { roleOnly } from "./role-only.js";
import { serviceAccount } from "./service-account.js";

export type GoogleSignInName = keyof VertexSignIns;

/** Members of `provision` that are about one way to sign in or another. */
export const signInBlocks = ["workforce", "serviceAccountKey"] as const;

/** What a way to sign in needs in Google Cloud. */
interface GoogleSignIn {
	/** Members of `provision` that are about it. */
	readonly blocks: readonly (typeof signInBlocks)[number][];
	/** Where the people are known who sign in with it. */
	readonly directories: readonly Directory[];
}

/** Whoever the credentials on the device are of. */
const anybody = ["google", "workforce"] as const;

/** By the name of the sign-in block. */
export const googleSignIns: Readonly<Record<GoogleSignInName, GoogleSignIn>> = {
	workforce: {
		blocks: ["workforce"],
		directories: ["workforce"],
	},
	google: { blocks: [], directories: ["google"] },
	credentialsFile: {
		blocks: ["serviceAccountKey", "workforce"],
		directories: anybody,
	},
	applicationDefault: { blocks: ["workforce"], directories: anybody },
	helper: { blocks: ["workforce"], directories: anybody },
};

/** Whether a route's word for a way to sign in is one that Google knows. */
export function isGoogleSignIn(name: string): name is GoogleSignInName {
	return Object.hasOwn(googleSignIns, name);
}

/** What people sign in as. */
export function identityKindOf(signIn: GoogleSignInName, provision: VertexProvision): IdentityKind {
	if (provision.bringYourOwn) return roleOnly;
	return provision.serviceAccountKey ? serviceAccount : people(googleSignIns[signIn].directories);
}

/** Whether requests of some people name the deployment's own project as the one that pays. */
export function ownProjectPays(request: VertexRequest, principals: readonly RequestedPrincipal[]): boolean {
	return principals.some((each) => payingProjectOf(request, each) === request.projectId);
}

/** The project that pays for what people of a workforce pool call; undefined where a principal has none of them. */
export function payingProjectOf(request: VertexRequest, principal: RequestedPrincipal): string | undefined {
	const { signIn, provision } = request;
	if (provision.serviceAccountKey) return undefined;
	const { directories } = googleSignIns[signIn];
	// Whom others look after is of the one directory there is, whatever is said of them here.
	const [first, ...others] = directories;
	const only = others.length === 0 ? first : undefined;
	const isOfPool = principal.groups.some((group) => (directoryOf(group, directories) ?? only) === "workforce");
	return isOfPool ? userProjectOf(request, principal) : undefined;
}
