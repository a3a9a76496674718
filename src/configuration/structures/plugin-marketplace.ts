import { z } from "zod";
import { isObject } from "../../json.js";
import { error, type Problem } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { chosenSchema } from "../chosen-schema.js";
import { type MemberRule, withRules } from "../member-rules.js";
import { executable } from "../values/file-path.js";
import { sha256 } from "../values/identifier.js";
import { line, textMatching, textWithout } from "../values/text.js";
import { url } from "../values/url.js";

interface AnyMarketplace<Secret> {
	/** @default - the source's default branch */
	readonly ref?: string | Secret;
	/** Folder of the marketplace inside its source. @default - the root */
	readonly path?: string | Secret;
	/** Name that the marketplace must give itself. @default - any */
	readonly expectedName?: string | Secret;
	/** @default available */
	readonly installationPreference?: "available" | "auto_install" | "required";
	/** How the app signs in at the source; `inferenceCredential` for `url` alone. @default anonymous */
	readonly credentialKind?: "anonymous" | "userGit" | "credentialHelper" | "inferenceCredential";
	/** Absolute path of a program that prints a token; with `credentialKind` `credentialHelper` alone. @default none */
	readonly credentialHelper?: string | Secret;
}

export interface GithubMarketplace<Secret = SecretReference> extends AnyMarketplace<Secret> {
	readonly source: "github";
	/** `owner/name`. */
	readonly repo: string | Secret;
}

export interface GitMarketplace<Secret = SecretReference> extends AnyMarketplace<Secret> {
	readonly source: "git";
	/** https address without credentials or query. With `auto_install` or `required`, `ref` must be a commit hash. */
	readonly url: string | Secret;
}

export interface UrlMarketplace<Secret = SecretReference> extends AnyMarketplace<Secret> {
	readonly source: "url";
	/** https address without credentials or query. */
	readonly url: string | Secret;
	/** SHA-256 of the manifest; needed with `auto_install` or `required`. @default none */
	readonly manifestSha256?: string | Secret;
}

/** A marketplace that users may add plugins from. */
export type PluginMarketplace<Secret = SecretReference> =
	| GithubMarketplace<Secret>
	| GitMarketplace<Secret>
	| UrlMarketplace<Secret>;

const reserved = ["unknown", "org", "org-provisioned"];

const marketplaceName = textWithout((text) => {
	if (reserved.includes(text)) return `is a reserved name; expected another than ${reserved.join(", ")}`;
	const valid = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(text);
	return valid
		? undefined
		: "is no marketplace name; expected at most 128 letters, digits, dots, underscores and hyphens";
});

const repository = textMatching(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, "is no repository; expected owner/name");
const location = url({ parts: "base" });

const any = {
	ref: line.optional(),
	path: line.optional(),
	expectedName: marketplaceName.optional(),
	installationPreference: z.enum(["available", "auto_install", "required"]).optional(),
	credentialKind: z.enum(["anonymous", "userGit", "credentialHelper", "inferenceCredential"]).optional(),
	credentialHelper: executable().optional(),
};

function installsItself(preference: unknown): boolean {
	return preference === "auto_install" || preference === "required";
}

const helperWithItsKind: MemberRule = ({ credentialKind, credentialHelper }): Problem[] => {
	if (credentialKind === "credentialHelper" && credentialHelper === undefined) {
		return [error("missing", ["credentialHelper"], "is missing; credentialKind credentialHelper needs it")];
	}
	if (credentialKind === "credentialHelper" || credentialHelper === undefined) return [];
	return [error("no-effect", ["credentialHelper"], "has no effect; it needs credentialKind: credentialHelper")];
};

const ownCredential: MemberRule = ({ credentialKind }) =>
	credentialKind === "inferenceCredential"
		? [
				error(
					"credential-kind",
					["credentialKind"],
					"inferenceCredential is for url sources alone; expected anonymous, userGit or credentialHelper",
				),
			]
		: [];

const pinnedCommit: MemberRule = ({ installationPreference, ref }) => {
	if (!installsItself(installationPreference) || (typeof ref === "string" && /^[0-9a-f]{40}$/i.test(ref))) return [];
	const wrong = ref === undefined ? "is missing" : "is no commit hash";
	return [
		error(
			"unpinned-marketplace",
			["ref"],
			`${wrong}; with installationPreference ${installationPreference} expected 40 hexadecimal digits`,
		),
	];
};

const pinnedManifest: MemberRule = ({ installationPreference, manifestSha256 }) =>
	installsItself(installationPreference) && manifestSha256 === undefined
		? [
				error(
					"unpinned-marketplace",
					["manifestSha256"],
					`is missing; installationPreference ${installationPreference} needs it`,
				),
			]
		: [];

const sources = {
	github: withRules(
		members({ source: z.literal("github"), repo: repository, ...any }),
		helperWithItsKind,
		ownCredential,
	),
	git: withRules(
		members({ source: z.literal("git"), url: location, ...any }),
		helperWithItsKind,
		ownCredential,
		pinnedCommit,
	),
	url: withRules(
		members({ source: z.literal("url"), url: location, manifestSha256: sha256.optional(), ...any }),
		helperWithItsKind,
		pinnedManifest,
	),
};
type Source = keyof typeof sources;

const marketplace = chosenSchema<z.input<(typeof sources)[Source]>>((value) => {
	const source = isObject(value) ? value.source : undefined;
	if (!isObject(value)) return [error("wrong-type", [], "is no marketplace; expected an object with a source")];
	if (source === undefined) return [error("missing", ["source"], "is missing; expected one of github, git, url")];
	// Object.hasOwn does not narrow the name.
	if (typeof source === "string" && Object.hasOwn(sources, source)) return sources[source as Source];
	return [error("unknown-value", ["source"], "is no kind of source; expected one of github, git, url")];
});

export const pluginMarketplaces = z.array(marketplace);
