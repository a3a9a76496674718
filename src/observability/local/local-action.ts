/** What an event has to be: attributes of it, or of what sent it, by name. */
export type Expectation = Readonly<Record<string, string>>;

/** What is done on the test machine, and which events come of it. */
export interface LocalAction {
	readonly id: string;
	readonly title: string;
	/** How Claude Code does it. @default a person does it, in Claude Desktop */
	readonly session?: ActionSession;
	/** Each has to come. */
	readonly expects: readonly Expectation[];
	/** None may come. */
	readonly never: readonly Expectation[];
}

export interface ActionSession {
	readonly prompt: string;
	readonly flags: readonly string[];
	/**
	 * A file that has to be there, so that nothing but a refusal keeps it from being read: absolute, of the home folder,
	 * or of the folder that Claude Code runs in. @default none
	 */
	readonly file?: string;
}

/** What no action tries, and why. */
export interface NotTried {
	readonly what: string;
	readonly because: string;
}

/** A word that prompts and commands carry, so that it is seen wherever their text comes out. */
export const canary = "cowork-local-canary";
