import { managedKeys } from "../configuration/catalogue.js";
import type { ManagedKey } from "../configuration/managed-key.js";
import { codeDomain, managedFolders } from "../profiles/claude-code/code-format.js";
import { claudeDomain } from "../profiles/configuration-profile.js";
import type { Platform } from "../profiles/format.js";
import { settingsFolder, settingsPath } from "../profiles/managed-settings-place.js";
import { codePolicies, policyKey } from "../profiles/policy-key.js";
import { jsonFile } from "../profiles/text-file.js";
import type { DeviceRequest, DeviceWriter, ExpectedCode } from "./device.js";

/** A query of a pack, which answers with the whole state each time. */
interface Query {
	readonly description: string;
	readonly query: string;
}

const packOf: Readonly<Record<Platform, (request: DeviceRequest) => Readonly<Record<string, Query>>>> = {
	macos: (request) => ({
		claude_revision: revision(request, `managed_policies WHERE domain = '${claudeDomain}' AND username = ''`, "value"),
		claude_settings: {
			description: "Settings of Claude Desktop and whom they are for; credentials are withheld.",
			query: `SELECT name, ${withheld(request, "value")}, username FROM managed_policies WHERE domain = '${claudeDomain}'`,
		},
		claude_machine_beside_user: {
			description: "Settings for one user, which win key by key over those of the machine.",
			query: `SELECT name, username FROM managed_policies WHERE domain = '${claudeDomain}' AND username <> ''`,
		},
	}),
	windows: (request) => ({
		claude_revision: revision(request, `registry WHERE key = '${machineKey}'`, "data"),
		claude_settings: {
			description: "Settings of Claude Desktop of the machine; credentials are withheld.",
			query: `SELECT name, type, ${withheld(request, "data")} FROM registry WHERE key = '${machineKey}'`,
		},
		claude_wrong_hive: {
			description: "Settings of one user, which are ignored from 1.19367.0 on where the machine has any.",
			query: `SELECT key, name FROM registry WHERE key LIKE '${userKeys}'`,
		},
		claude_unreadable_types: {
			description: "Values of the machine that count as its policy and are not read.",
			query: `SELECT name, type FROM registry WHERE key = '${machineKey}' AND type NOT IN ('REG_SZ', 'REG_DWORD', 'subkey')`,
		},
	}),
	linux: ({ managedSettings, revision }) => ({
		...(managedSettings.length > 0 && {
			claude_revision: {
				description: `Which settings of Claude Desktop the machine has: ${revision} or other.`,
				query: `SELECT CASE WHEN sha256 IN (${managedSettings.map(quoted).join(", ")}) THEN ${quoted(revision)} ELSE 'other' END AS revision FROM hash WHERE path = '${settingsPath}'`,
			},
		}),
		claude_settings_file: {
			description: "Who owns the settings and may write them: root alone, and no symbolic link, or they are refused.",
			query: `SELECT path, uid, gid, mode, symlink FROM file WHERE path IN ('${settingsFolder}', '${settingsPath}')`,
		},
	}),
};

const codeQueries: Readonly<
	Record<Platform, (request: DeviceRequest, code: ExpectedCode) => Readonly<Record<string, Query>>>
> = {
	macos: (request, { file }) => ({
		...codeFile("macos", request, file),
		claude_code_policy: {
			description: "Names of the settings that a profile has for Claude Code, which then reads no file.",
			query: `SELECT DISTINCT key FROM plist WHERE path = '/Library/Managed Preferences/${codeDomain}.plist'`,
		},
	}),
	windows: (request, { text }) => ({
		claude_code_revision: {
			description: codeRevision(request),
			query: `SELECT CASE WHEN sha256(data) = ${quoted(text)} THEN ${quoted(request.revision)} ELSE 'other' END AS revision FROM registry WHERE key = 'HKEY_LOCAL_MACHINE\\${codePolicies.key}' AND name = 'Settings'`,
		},
	}),
	linux: (request, { file }) => codeFile("linux", request, file),
};

function codeFile(platform: Platform, request: DeviceRequest, digest: string): Readonly<Record<string, Query>> {
	const folder = managedFolders[platform];
	const select = `SELECT path, CASE WHEN sha256 = ${quoted(digest)} THEN ${quoted(request.revision)} ELSE 'other' END AS revision FROM hash`;
	// The table takes one path, or one pattern, at a time.
	const query = [
		`${select} WHERE path = '${folder}managed-settings.json'`,
		`${select} WHERE path LIKE '${folder}managed-settings.d/%.json'`,
	].join(" UNION ALL ");
	return { claude_code_revision: { description: codeRevision(request), query } };
}

function codeRevision({ revision }: DeviceRequest): string {
	return `Which settings of Claude Code the device has: ${revision} or other.`;
}

const machineKey = `HKEY_LOCAL_MACHINE\\${policyKey}`;
const userKeys = `HKEY_USERS\\%\\${policyKey}`;

/** A pack for osquery: https://osquery.readthedocs.io/en/stable/deployment/configuration/#query-packs */
export function osquery(platform: Platform): DeviceWriter {
	return (request) => {
		const all = { ...packOf[platform](request), ...(request.code && codeQueries[platform](request, request.code)) };
		const queries = Object.entries(all).map(([name, { query, description }]) => [
			name,
			{ query: `${query};`, interval: 3600, snapshot: true, description },
		]);
		const pack = { platform: systems[platform], queries: Object.fromEntries(queries) };
		return [jsonFile("osquery-pack.json", pack)];
	};
}

/** As osquery calls them. */
const systems: Readonly<Record<Platform, string>> = { macos: "darwin", windows: "windows", linux: "linux" };

/** One row: the group's revision where every setting is there with its value and none besides, or else `other`. */
function revision(request: DeviceRequest, from: string, column: string): Query {
	const wanted = request.expected.map(({ name, digest = "" }) => `(${quoted(name)}, ${quoted(digest)})`).join(", ");
	const query = [
		`WITH wanted(name, digest) AS (VALUES ${wanted}),`,
		`actual AS (SELECT name, ${column} AS value FROM ${from})`,
		`SELECT CASE WHEN EXISTS (SELECT 1 FROM wanted LEFT JOIN actual ON actual.name = wanted.name`,
		"WHERE actual.name IS NULL OR (wanted.digest <> '' AND sha256(actual.value) <> wanted.digest))",
		"OR EXISTS (SELECT 1 FROM actual WHERE name NOT IN (SELECT name FROM wanted))",
		`THEN 'other' ELSE ${quoted(request.revision)} END AS revision`,
	];
	return {
		description: `Which settings of Claude Desktop the device has: ${request.revision} or other.`,
		query: query.join(" "),
	};
}

const credentials = Object.entries<ManagedKey>(managedKeys)
	.filter(([, { secret }]) => secret === true)
	.map(([name]) => name);

/** A column without the values of keys that hold a credential. */
function withheld({ expected }: DeviceRequest, column: string): string {
	const names = [...credentials, ...expected.filter(({ digest }) => digest === undefined).map(({ name }) => name)];
	const list = [...new Set(names)].sort().map(quoted).join(", ");
	return `CASE WHEN name IN (${list}) THEN 'withheld' ELSE ${column} END AS ${column}`;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
