import { isObject, type JsonValue } from "../json.js";
import type { Path } from "../path.js";
import type { AppVersion } from "../version.js";

/** A member or value inside a key that apps learned later than the key itself. */
interface GatedMember {
	readonly key: string;
	/** Where it stands in the key's value; `*` is every item of a list and every member of an object. */
	readonly at: readonly string[];
	readonly since: AppVersion;
	/** Which values, or names of members, older apps do not know. @default any */
	readonly when?: (value: unknown, name: string | number | undefined) => boolean;
	/** Whether an app that ignores it is too open. @default false */
	readonly restricts?: (value: unknown) => boolean;
}

export interface FoundMember {
	/** Inside the key's value. */
	readonly path: Path;
	readonly since: AppVersion;
	readonly restricts: boolean;
}

const is = (expected: unknown) => (value: unknown) => value === expected;
const always = () => true;
const scoped = (rule: unknown) => typeof rule === "string" && rule.includes("(");
const scopedName = (_: unknown, name: unknown) => scoped(name);
const noAddress = (resource: unknown) => typeof resource === "string" && !/^https:/i.test(resource);

const server = (member: string) => ({ key: "managedMcpServers", at: ["*", ...member.split(".")] });
const oidcKeys = ["inferenceGatewayOidc", "inferenceIdpOidc", "inferenceVertexWorkforceOidc", "bootstrapOidc"];

/** https://claude.com/docs/third-party/claude-desktop/configuration-changelog */
const gatedMembers: readonly GatedMember[] = [
	{ key: "allowedWorkspaceFolders", at: ["*", "mode"], since: "1.26832.0", restricts: is("ro") },
	{ key: "disabledBuiltinTools", at: ["*"], since: "1.37937.0", when: scoped, restricts: always },
	{ key: "builtinToolPolicy", at: ["*"], since: "1.37937.0", when: scopedName, restricts: is("ask") },
	{ key: "microsoftAuthBroker", at: [], since: "1.49585.0", when: is("required"), restricts: always },
	{ key: "claudeAiImport", at: ["enabled"], since: "1.28929.0", restricts: is(false) },
	{ key: "claudeAiImport", at: ["bannerBehavior"], since: "1.28929.0" },
	{ key: "claudeAiImport", at: ["exportEnabled"], since: "1.32352.0" },
	{ key: "claudeAiImport", at: ["automatic3pImport"], since: "1.44121.1" },
	{ key: "inferenceModels", at: ["*", "prefer1m"], since: "1.21459.0" },
	{ key: "inferenceModels", at: ["*", "maxEffort"], since: "2.110.0", restricts: always },
	{ key: "inferenceFoundryAuthFlow", at: [], since: "1.25927.0", when: is("broker") },
	{ key: "orgPluginSettings", at: [], since: "1.15200.0" },
	{ ...server("transport"), since: "2.110.0", when: is("policy-only"), restricts: always },
	{ ...server("server"), since: "1.15962.0", when: is("websearch") },
	{ ...server("server"), since: "1.25927.0", when: is("github") },
	{ ...server("headersHelperRefreshBufferSec"), since: "1.21459.0" },
	{ ...server("envHelperTtlSec"), since: "1.21459.0" },
	{ ...server("startupTimeoutSec"), since: "1.19367.0" },
	{ ...server("continuousAccessEvaluation"), since: "1.49585.0" },
	{ ...server("oauth.mode"), since: "1.32885.1" },
	{ ...server("oauth.authFlow"), since: "1.25927.0", when: is("broker") },
	{ key: "inferenceVertexWorkforceOidc", at: ["omitOfflineAccess"], since: "1.17377.1" },
	...oidcKeys.flatMap((key): GatedMember[] => [
		{ key, at: ["redirectHost"], since: "2.110.0" },
		{ key, at: ["resource"], since: "2.9939.2", when: noAddress },
	]),
];

/** What stands inside a key's value that apps learned later than the key. */
export function findGatedMembers(key: string, value: JsonValue): FoundMember[] {
	return gatedMembers
		.filter((member) => member.key === key)
		.flatMap(({ at, since, when = always, restricts }) =>
			placesOf(value, at)
				.filter((found) => when(found.value, found.path.at(-1)))
				.map(({ path, value: found }) => ({ path, since, restricts: restricts?.(found) ?? false })),
		);
}

function placesOf(value: unknown, at: readonly string[], path: Path = []): { path: Path; value: unknown }[] {
	const [step, ...rest] = at;
	if (step === undefined) return [{ path, value }];
	const inside: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
		? value.map((item: unknown, index) => [index, item])
		: Object.entries(isObject(value) ? value : {});
	return inside
		.filter(([name]) => step === "*" || step === name)
		.flatMap(([name, member]) => placesOf(member, rest, [...path, name]));
}
