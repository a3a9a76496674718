// Rendered from the shapes beside it by test/inference/google/declarations.test.ts; `npx vitest run -u` writes it anew.

/**
 * An endpoint of Private Service Connect for Google's APIs. It carries inference alone: every other service keeps its
 * public name, which stays on the perimeter's list.
 */
export interface VertexPrivateEndpoint<Late = string> {
	/**
	 * Network that the endpoint is in. Required but with `existing` and no records to make.
	 * @default - none is needed
	 */
	readonly network?: Late;
	/**
	 * Project of the network, such as the host of a Shared VPC.
	 * @default - that of the network's name, or the deployment's where a program passes the network
	 */
	readonly projectId?: string;
	/**
	 * IPv4 address of the endpoint, of no subnet of the network. Required but with `existing` and no records to make.
	 * @default - none is needed
	 */
	readonly address?: Late;
	/** Name of the endpoint: 1 to 20 lower-case letters and digits. @default - `cowork` and the deployment's name */
	readonly name?: string;
	/** Bundle of Google's APIs that it leads to; `vpc-sc` to those alone that perimeters protect. @default all-apis */
	readonly apis?: "all-apis" | "vpc-sc";
	/** An endpoint that exists, by name: nothing of it changes. @default - one is created */
	readonly existing?: {
		/** Its name. */
		readonly name: string;
	};
	/**
	 * How the network resolves the public name of inference to the endpoint: by a rule of a response policy, by a
	 * private zone of that one name, by what it has already, or not at all.
	 * @default - `responsePolicy`, or `none` with `useEndpointName`
	 */
	readonly dns?: "responsePolicy" | "zone" | "existing" | "none";
	/** Name of the response policy that the network has already, of which it takes one. @default - one is created */
	readonly responsePolicy?: string;
	/**
	 * Whether profiles name the endpoint itself, as `aiplatform-<name>.p.googleapis.com`, which only its network
	 * resolves. `eu` and `us` have no such name.
	 * @default false
	 */
	readonly useEndpointName?: boolean;
}

/** What to create in Google Cloud for a deployment on Vertex AI; `{}` suits every way to sign in. */
export interface VertexProvision<Late = string> {
	/**
	 * The role that lets people call models. One that is created stays in the project when it leaves the deployment,
	 * bound to nobody; to take it up again, name it under `existing` or import it.
	 * @default - one from the deployment's name
	 */
	readonly role?: VertexRole;
	/**
	 * The workforce pool and provider that people come by, which exist: `VertexFoundation` makes such. The audience of
	 * `signIn.workforce` follows from them.
	 * @default - those of `signIn.workforce.audience`
	 */
	readonly workforce?: VertexWorkforce;
	/**
	 * A service account with a key, whose file `signIn.credentialsFile.path` names on devices. Discouraged: a key never
	 * ends by itself.
	 * @default - none: the file holds credentials of the people who are bound
	 */
	readonly serviceAccountKey?: VertexServiceAccountKey;
	/**
	 * Whether who may call is looked after elsewhere: then only the role is created, to be granted there.
	 * @default false
	 */
	readonly bringYourOwn?: boolean;
	/**
	 * When access ends by itself, in UTC, such as `2027-03-31T00:00:00Z`: every binding has this condition.
	 * @default - it lasts as long as the deployment
	 */
	readonly accessUntil?: string;
	/**
	 * Models that are enabled in the project, whose API is: `VertexFoundation` enables them, and so does a person in
	 * Model Garden.
	 * @default - none is known, with a warning
	 */
	readonly enabledModels?: readonly string[];
	/** Acknowledges that Anthropic has what is sent to the models that demand it. @default - such models are refused */
	readonly dataSharing?: "anthropic";
	/**
	 * Where calls may be answered: single regions, or `eu` or `us`, which stand for every region of theirs. A location
	 * beyond them is refused, and `global` always.
	 * @default - anywhere
	 */
	readonly residency?: readonly string[];
	/** Way to inference without the public internet, by Private Service Connect. @default - the public endpoint */
	readonly privateEndpoint?: VertexPrivateEndpoint<Late>;
	/**
	 * What has been seen to of all that the warnings ask for, so that it is told no more.
	 * @default - nothing, and each is told
	 */
	readonly settled?: readonly (
		| "oauthClient"
		| "serviceAccountKey"
		| "credentialsFile"
		| "roleGrant"
		| "modelLists"
		| "broadRole"
		| "privateMultiRegion"
	)[];
	/**
	 * What devices may lose of what they sign in with, in this update or a later one: identities by their names, as the
	 * summary prints them, or `all` of this deployment.
	 * @default - an update that would take one away is refused
	 */
	readonly retire?: "all" | readonly string[];
}

/** The role that lets people call models. */
export interface VertexRole {
	/**
	 * Id of the role, which that of a project that `userProject` names begins with. It keeps what the deployment is
	 * renamed to apart from the role: Google gives out the id of a deleted role only after weeks.
	 * @default - `cowork_` and the deployment's name
	 */
	readonly id?: string;
	/**
	 * A role that exists, by name: nothing of it changes. It has to permit `aiplatform.endpoints.predict`, and
	 * `serviceusage.services.use` where people come by a workforce pool and no other `userProject` pays.
	 * @default - one is created
	 */
	readonly existing?: string;
}

/**
 * Discouraged: a key never ends by itself, and whoever copies the file calls as everybody. To rotate, give a new
 * `current`, put the label before it under `previous`, and leave that out once every device has the new file.
 */
export interface VertexServiceAccountKey {
	/** Label of the key that devices are to have. A new label is a new key. @default current */
	readonly current?: string;
	/** Label of the key before, which lives on while devices change over. @default - none */
	readonly previous?: string;
	/** A service account that exists, by address: keys and the role are added to it. @default - one is created */
	readonly existing?: {
		/** Its address. */
		readonly email: string;
	};
}

/** The workforce pool and provider that people come by; `VertexFoundation` makes such. */
export interface VertexWorkforce {
	/** Id of the pool. */
	readonly poolId: string;
	/** Id of the pool's provider. */
	readonly providerId: string;
}
