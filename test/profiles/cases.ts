import type { JsonObject } from "../../src/json.js";
import type { Outcome } from "../../src/outcome.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import { nativeSettings } from "../../src/profiles/carried.js";
import { encodeValue } from "../../src/profiles/encoding.js";
import type {
	Profile,
	ProfileFile,
	ProfileFormat,
	ProfileIdentity,
	ReadableProfileFormat,
} from "../../src/profiles/format.js";
import { type EncodedSetting, encodeSettings } from "../../src/profiles/settings.js";

export const identity: ProfileIdentity = {
	organization: "Example & Söhne <Ltd>",
	identifierPrefix: "com.example.cowork",
	deployment: "eu",
	group: "pilot",
};

/** A profile of these settings for a format's first platform. */
export function profileOf({ platforms: [platform] }: ProfileFormat, settings: JsonObject): Profile {
	return { identity, platform, preset: "Standard", revision: "0a1b2c3d", settings: encoded(settings) };
}

/** Settings as formats get them. Throws where no format can carry one. */
export function encoded(settings: JsonObject): readonly EncodedSetting[] {
	const { value, problems } = encodeSettings(settings);
	if (!value) throw new DeploymentError(problems);
	return value;
}

/** Settings as the strings that a policy store holds. */
export function textsOf(settings: JsonObject): Record<string, string> {
	return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, encodeValue(value)]));
}

/** The block that shows the plainest use of a format. */
export function firstExample({ examples }: { readonly examples: Readonly<Record<string, object>> }): object {
	const [example] = Object.values(examples);
	if (!example) throw new Error("the format has no example");
	return example;
}

/** The files that a format's plainest example makes of settings. Throws where it refuses. */
export async function render(
	format: ProfileFormat,
	settings: JsonObject,
	example = firstExample(format),
): Promise<readonly ProfileFile[]> {
	const { value, problems } = await format.render(profileOf(format, settings), example);
	if (!value) throw new DeploymentError(problems);
	return value;
}

/** The bytes of the first file that a format makes. */
export async function bytesOf(format: ProfileFormat, settings: JsonObject): Promise<Uint8Array> {
	const [file] = await render(format, settings);
	if (!file) throw new Error(`${format.title} makes no file`);
	return file.content;
}

/** The settings of the one place that bytes set. Throws where they set several. */
export async function nativeOf(format: ReadableProfileFormat, bytes: Uint8Array): Promise<Outcome<JsonObject>> {
	const { value, problems } = await format.decode(bytes);
	if (!value) return { problems };
	const [carried, another] = value;
	if (!carried || another) throw new Error(`settings of ${value.length} places; expected one`);
	return nativeSettings(carried);
}

/** What a format reads in bytes. Throws with its problems, those of a setting at its name. */
export async function settingsOf(format: ReadableProfileFormat, bytes: Uint8Array): Promise<JsonObject> {
	const { value, problems } = await nativeOf(format, bytes);
	if (value) return value;
	throw new Error(problems.map((each) => (each.path.length > 0 ? formatProblem(each) : each.message)).join("\n"));
}

export interface ProfileCase {
	readonly settings: JsonObject;
	/** The same as the strings that a policy store holds. */
	readonly texts: Readonly<Record<string, string>>;
}

/** Shared by every format; the names are those of the golden folders. */
export const profileCases = {
	empty: { settings: {}, texts: {} },

	"one-of-each-type": {
		settings: {
			inferenceProvider: "gateway",
			inferenceGatewayBaseUrl: "https://llm.example.com/v1?a=1&b=2",
			disableAutoUpdates: true,
			modelDiscoveryEnabled: false,
			autoUpdaterEnforcementHours: 24,
			inferenceModelPricingMultiplier: 0.85,
			inferenceModels: [{ name: "claude-sonnet-5", supports1m: true }, { name: "claude-haiku-5" }],
			allowedWorkspaceFolders: ["~/Projects", "%OneDrive%\\Work"],
			disabledBuiltinTools: [],
			managedMcpServers: [{ name: "wiki", url: "https://wiki.example.com/mcp", headers: {} }],
			otlpHeaders: { authorization: 'Bearer "x\\y"', "x-tenant": "eu" },
			unknownToTheCatalogue: "kept",
		},
		texts: {
			inferenceProvider: "gateway",
			inferenceGatewayBaseUrl: "https://llm.example.com/v1?a=1&b=2",
			disableAutoUpdates: "true",
			modelDiscoveryEnabled: "false",
			autoUpdaterEnforcementHours: "24",
			inferenceModelPricingMultiplier: "0.85",
			inferenceModels: '[{"name":"claude-sonnet-5","supports1m":true},{"name":"claude-haiku-5"}]',
			allowedWorkspaceFolders: '["~/Projects","%OneDrive%\\\\Work"]',
			disabledBuiltinTools: "[]",
			managedMcpServers: '[{"name":"wiki","url":"https://wiki.example.com/mcp","headers":{}}]',
			otlpHeaders: '{"authorization":"Bearer \\"x\\\\y\\"","x-tenant":"eu"}',
			unknownToTheCatalogue: "kept",
		},
	},

	"awkward-text": {
		settings: {
			backslashes: "\\\\server\\share\\",
			breaks: "first\r\nsecond\rthird\nfourth\tend",
			emoji: "😀 日本語 naïve",
			emptyText: "",
			injectedLine: 'x"\r\n"evil"="1',
			injectedMarkup: "</string><key>evil</key><string>1",
			markup: "<&> ]]> &amp; <![CDATA[",
			percent: "%PATH% %% %x",
			quotes: "\"double\" 'single'",
			separators: "\u0085\u2028\u2029\u007f\ufeff",
			spaces: "  both ends  ",
		},
		texts: {
			backslashes: "\\\\server\\share\\",
			breaks: "first\r\nsecond\rthird\nfourth\tend",
			emoji: "😀 日本語 naïve",
			emptyText: "",
			injectedLine: 'x"\r\n"evil"="1',
			injectedMarkup: "</string><key>evil</key><string>1",
			markup: "<&> ]]> &amp; <![CDATA[",
			percent: "%PATH% %% %x",
			quotes: "\"double\" 'single'",
			separators: "\u0085\u2028\u2029\u007f\ufeff",
			spaces: "  both ends  ",
		},
	},
} satisfies Record<string, ProfileCase>;
