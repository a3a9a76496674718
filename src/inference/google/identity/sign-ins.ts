import type { VertexSignIns } from "../../block.js";
import type { RequestedPrincipal } from "../../requested-deployment.js";
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
	/** Whether requests name a project that pays, which people have to be allowed. @default false */
	readonly usesProject?: boolean;
	kindOf(provision: VertexProvision): IdentityKind;
}

const googlePeople = people(["google"]);
const workforcePeople = people(["workforce"], true);
/** Whoever the credentials on the device are of. */
const anyPeople = people(["google", "workforce"]);

/** By the name of the sign-in block. */
export const googleSignIns: Readonly<Record<GoogleSignInName, GoogleSignIn>> = {
	workforce: {
		blocks: ["workforce"],
		usesProject: true,
		kindOf: () => workforcePeople,
	},
	google: { blocks: [], kindOf: () => googlePeople },
	credentialsFile: {
		blocks: ["serviceAccountKey", "workforce"],
		kindOf: ({ serviceAccountKey }) => (serviceAccountKey ? serviceAccount : anyPeople),
	},
	applicationDefault: { blocks: ["workforce"], kindOf: () => anyPeople },
	helper: { blocks: ["workforce"], kindOf: () => anyPeople },
};

/** Whether a route's word for a way to sign in is one that Google knows. */
export function isGoogleSignIn(name: string): name is GoogleSignInName {
	return Object.hasOwn(googleSignIns, name);
}

/** What people sign in as. */
export function identityKindOf(signIn: GoogleSignInName, provision: VertexProvision): IdentityKind {
	const { usesProject, kindOf } = googleSignIns[signIn];
	return provision.bringYourOwn ? roleOnly(usesProject) : kindOf(provision);
}

/** Whether requests of some people name the deployment's own project as the one that pays. */
export function ownProjectPays(request: VertexRequest, principals: readonly RequestedPrincipal[]): boolean {
	const { usesProject = false } = googleSignIns[request.signIn];
	return usesProject && principals.some((each) => userProjectOf(request, each) === request.projectId);
}
