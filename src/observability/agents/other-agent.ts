import type { Platform } from "../../profiles/format.js";

/** Another coding agent on the same devices: switches that stop traffic which nobody asked for. */
export interface OtherAgent {
	readonly title: string;
	/** What is deployed; every switch has a source that says it in so many words. */
	readonly switches: readonly AgentSwitch[];
	/** Switches that are known and written nowhere, each with why. */
	readonly notWritten: readonly { readonly name: string; readonly because: string }[];
	/** What has to stay reachable, in the vendor's words. */
	readonly mustStay: readonly string[];
	/** The files of a platform, of the switches above. */
	readonly files: (platform: Platform, request: AgentRequest) => readonly AgentFile[];
}

export interface AgentSwitch {
	readonly name: string;
	readonly value: string | boolean;
	readonly effect: string;
	/** Whether users cannot set it back. */
	readonly enforced: boolean;
	readonly source: string;
}

export interface AgentRequest {
	readonly organization: string;
	/** Reverse-DNS prefix of profile identifiers. */
	readonly identifierPrefix: string;
	readonly deployment: string;
}

export interface AgentFile {
	readonly name: string;
	/** Where it goes on a device. */
	readonly place: string;
	readonly mediaType: string;
	readonly content: string | Uint8Array;
}
