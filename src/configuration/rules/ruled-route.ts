/** An inference route, as far as rules between keys ask for it. */
export interface RuledRoute {
	readonly title: string;
	readonly signIn: Readonly<Record<string, RuledSignIn>>;
	/** Whether apps before 2.0 look into the names of its models for words of other vendors. @default false */
	readonly readsModelNames?: boolean;
	/** Whether it refuses requests of the app for tool search. @default false */
	readonly refusesToolSearch?: boolean;
}

export interface RuledSignIn {
	/** The value of `inferenceCredentialKind`. */
	readonly kind: string;
	readonly members?: Readonly<Record<string, { readonly key?: string }>>;
	/** What apps that do not know this way take instead; goes on after `use`. @default - any other way */
	readonly forOlderApps?: string;
}

/** By the word of the deployment file, which is also the value of `inferenceProvider`. */
export type RuledRoutes = Readonly<Record<string, RuledRoute>>;
