import { isVariableName } from "../claude-code/catalogue.js";
import { changedOnAll } from "../configuration/managed-configuration.js";
import { canonicalJson, type JsonObject } from "../json.js";
import { hideCredentials } from "../pasted-credential.js";
import { withoutSecrets } from "../reading/describe/take-secrets.js";
import { mapTexts } from "../reading/describe/texts.js";
import type { SecretLookup } from "../reference/reference.js";
import { describeReference } from "../reference/words.js";
import type { BundleFile, RenderedPart } from "./bundle.js";
import type { GroupPart, PartSetting, PerimeterPart } from "./part.js";
import type { Shown } from "./shown.js";

/** Words in the place of every secret: who reads a profile sees whose place it is, and nobody takes it for one. */
export const redactedSecret: SecretLookup = (reference) => `redacted: ${describeReference(reference)}`;

/**
 * With words in the place of what stands in plain text where credentials do, such as in a header whatever its name, and
 * of what reads as one.
 */
export const withoutPlainSecrets: Shown = (key, value) => {
	if (typeof value === "string" && isVariableOfOthers(key)) return plainText;
	const hidden = withoutSecrets(key, value, () => plainText);
	return canonicalJson(hidden) === canonicalJson(value) ? value : hidden;
};

const plainText = "redacted: plain text where a credential may stand";

/** Whether a setting of Claude Code is a variable that is none of its own: what it starts may take it for a credential. */
function isVariableOfOthers(key: string): boolean {
	const [, name] = /^env\.(.*)$/.exec(key) ?? [];
	return name !== undefined && !isVariableName(name);
}

/** What files that people read are written from, with words in the place of whatever may be a credential. */
export function redactedGroup(part: GroupPart): GroupPart {
	const { identity, settings, code, ...rest } = part;
	const shown = {
		...withoutCredentials(rest),
		identity: { ...identity, organization: hideCredentials(identity.organization) },
		settings: redactedSettings(settings),
		...(code && {
			code: {
				...code,
				settings: redactedSettings(code.settings),
				...(code.mcpServers && { mcpServers: redactedSettings(code.mcpServers) }),
			},
		}),
	};
	return shown;
}

export function redactedPerimeter({ identity, ...rest }: PerimeterPart): PerimeterPart {
	return {
		...withoutCredentials(rest),
		identity: { ...identity, organization: hideCredentials(identity.organization) },
	};
}

function redactedSettings(settings: Readonly<Record<string, PartSetting>>): Record<string, PartSetting> {
	const entries = Object.entries(settings).map(([key, { overrides, ...said }]): [string, PartSetting] => {
		const redacted = <Said extends Omit<PartSetting, "overrides">>(each: Said) => ({
			...each,
			...changedOnAll(each, (value) => withoutPlainSecrets(key, value)),
		});
		return [key, { ...redacted(said), overrides: overrides.map(redacted) }];
	});
	return Object.fromEntries(entries);
}

/** A part is plain data throughout, and stays what it was but for its texts. */
function withoutCredentials<Part extends object>(part: Part): Part {
	return mapTexts(part as JsonObject, [], ({ text }) => hideCredentials(text)) as Part;
}

/**
 * What was rendered with such words, for people who review it: no file is at the place, or has the name, of one that
 * devices take.
 */
export function redactedPart({ files, omitted }: RenderedPart): RenderedPart {
	const held = files.filter(({ sensitive }) => sensitive);
	const because = `carries a credential; beside it, as *${suffix}, is what the rest of it says, for review alone`;
	return {
		files: files.map((file) => (file.sensitive ? redactedFile(file) : file)),
		omitted: [...omitted, ...held.map(({ path }) => ({ path, because }))],
	};
}

const suffix = ".redacted";

/** Whether a path is that of such a file. */
export function standsIn(path: string): boolean {
	return path.endsWith(suffix);
}

function redactedFile(file: BundleFile): BundleFile {
	return { ...file, path: `${file.path}${suffix}`, sensitive: false };
}
