import type { JsonObject } from "../../src/json.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import type { Profile, ProfileFile, ProfileFormat, ProfileIdentity } from "../../src/profiles/format.js";

export const identity: ProfileIdentity = {
	organization: "Example & Söhne <Ltd>",
	identifierPrefix: "com.example.cowork",
	deployment: "eu",
	group: "pilot",
};

/** A profile of these settings for a format's first platform. */
export function profileOf({ platforms: [platform] }: ProfileFormat, settings: JsonObject): Profile {
	return { identity, platform, preset: "Standard", revision: "0a1b2c3d", settings };
}

/** The files that a format's example makes of settings. Throws where it refuses. */
export async function render(format: ProfileFormat, settings: JsonObject): Promise<readonly ProfileFile[]> {
	const { value, problems } = await format.render(profileOf(format, settings), format.example);
	if (!value) throw new DeploymentError(problems);
	return value;
}

/** The bytes of the one file that a format makes. */
export async function bytesOf(format: ProfileFormat, settings: JsonObject): Promise<Uint8Array> {
	const [file, ...others] = await render(format, settings);
	if (!file || others.length > 0) throw new Error(`${format.title} makes ${others.length + 1} files`);
	return file.content;
}

/** What a format reads in bytes. Throws with its problems, those of a setting at its name. */
export function settingsOf(format: ProfileFormat, bytes: Uint8Array): JsonObject {
	const { value, problems } = format.decode(bytes);
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
