import type { Evidence } from "../evidence.js";
import type { Outcome } from "../outcome.js";
import type { Member } from "../shape/shape.js";
import type { CarriedSettings } from "./carried.js";
import type { EncodedSetting } from "./settings.js";

export const platforms = ["macos", "windows", "linux"] as const;
export type Platform = (typeof platforms)[number];

/** How settings come to devices: by device management, or from a server that it names. */
export const deliveries = ["mdm", "bootstrap"] as const satisfies readonly Delivery[];
export type Delivery = "mdm" | "bootstrap";

/** Whose files they are: what their identifiers are made of. */
export interface DeploymentIdentity {
	readonly organization: string;
	/** Reverse-DNS prefix, such as `com.example.cowork`. */
	readonly identifierPrefix: string;
	readonly deployment: string;
}

/** Whose profile it is. */
export interface ProfileIdentity extends DeploymentIdentity {
	readonly group: string;
}

/** What a profile is rendered from. */
export interface Profile {
	readonly identity: ProfileIdentity;
	readonly platform: Platform;
	/** Title of the preset that the group starts from. */
	readonly preset: string;
	/** Says which settings these are: the same for the same `settings.json`, eight hexadecimal digits. */
	readonly revision: string;
	/** By name in code-unit order, secrets already in place: the same for every format, and each fit for all of them. */
	readonly settings: readonly EncodedSetting[];
}

export interface ProfileFile {
	/** File name below the folder of the platform. */
	readonly name: string;
	readonly mediaType: string;
	readonly content: Uint8Array;
}

/**
 * What is known of a format without rendering anything. A library that only one format needs is imported by its
 * `render`, which may be asynchronous for that: programs load all formats, whichever they use.
 */
export interface FormatFacts<Options extends object> {
	readonly title: string;
	/** The page that defines the format. */
	readonly docs: string;
	readonly evidence: Evidence;
	/** Platforms whose devices or administrators read it; a file for each that is asked for. */
	readonly platforms: readonly [Platform, ...Platform[]];
	/** Whether it is written where a deployment says nothing of formats. */
	readonly byDefault: boolean;
	/** `bootstrap`: what a server answers groups with that get their settings from there; one file for all platforms. @default "mdm" */
	readonly delivery?: Delivery;
	/**
	 * Files, by the ends of their names, that have no place for a comment, and why: they say neither whose settings they
	 * are nor which. @default - every file that carries settings says both
	 */
	readonly unmarked?: Readonly<Record<string, string>>;
	/** What the block has in a deployment file. */
	readonly options: Readonly<Record<string, Member>>;
	/** Blocks that show what the options are for, the plainest first. */
	readonly examples: Readonly<Record<string, Options>>;
}

/** How a format's files come to devices. */
export function deliveryOfFormat({ delivery = "mdm" }: Pick<FormatFacts<object>, "delivery">): Delivery {
	return delivery;
}

/** How people who deliver files go about a format's. */
export interface Handling {
	/** What is done with the files, by the tool that does it. */
	readonly imports: readonly [HandlingStep, ...HandlingStep[]];
	/** How what they brought leaves a device again. */
	readonly removal: string;
}

export interface HandlingStep {
	readonly tool: string;
	readonly step: string;
}

/** What rendering may return at once or later. */
export type Rendering = Outcome<readonly ProfileFile[]> | Promise<Outcome<readonly ProfileFile[]>>;

/**
 * Files that carry a group's settings to its devices: one source file per format, one line in the registry.
 * Start from `managed-settings.ts`, the plainest one.
 */
export interface ProfileFormat<Options extends object = object> extends FormatFacts<Options> {
	readonly handling: Handling;
	/** Names of the files that {@link render} makes, known without any value. */
	fileNames(identity: ProfileIdentity): readonly string[];
	/** Deterministic. Paths of problems start at the settings. */
	render(profile: Profile, options: Options): Rendering;
	/** Whether settings that hold a credential are kept out of its files, which a warning then names. @default - they are not */
	withoutSecrets?(options: Options): boolean;
	/**
	 * Files that hold no value and take away what the others bring. Not written without those: alone in a folder that is
	 * delivered as a whole they would leave devices without any setting. @default - none
	 */
	removals?(identity: ProfileIdentity, options: Options): readonly ProfileFile[];
}

/** What decoding may return at once or later. */
export type Decoding = Outcome<readonly CarriedSettings[]>;

/** A format whose first file is read back. */
export interface ReadableProfileFormat<Options extends object = object> extends ProfileFormat<Options> {
	/** Whether bytes are of this format, whatever is wrong with them otherwise. */
	recognizes(bytes: Uint8Array): boolean;
	/**
	 * The settings that a file holds, once for each place that it sets; warnings name what else it holds. A library that
	 * reads the format is loaded here, and not with the format.
	 */
	decode(bytes: Uint8Array): Decoding | Promise<Decoding>;
}

export function isReadable(format: ProfileFormat): format is ReadableProfileFormat {
	return "decode" in format;
}

/**
 * Files without any value, such as policy definitions for administrators: one source file per template, one line in the
 * registry. Written once for the whole deployment, whatever is missing of its values.
 */
export interface ProfileTemplate<Options extends object = object> extends FormatFacts<Options> {
	/** Deterministic. */
	render(request: TemplateRequest, options: Options): Rendering;
}

export interface TemplateRequest {
	readonly identity: DeploymentIdentity;
	readonly platform: Platform;
}
