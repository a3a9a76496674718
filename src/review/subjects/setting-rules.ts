import { type ManagedKeyName, managedKeys } from "../../configuration/catalogue.js";
import { isCredential, type ManagedKey } from "../../configuration/managed-key.js";
import { opens } from "../../configuration/restriction.js";
import type { InferenceRoute } from "../../inference/route.js";
import { inferenceRoutes } from "../../inference/routes/index.js";
import { isJsonObject, itemsOf, type JsonValue } from "../../json.js";

/** Which rule of settings a change of a key falls under, `undefined` being that it is not set. */
export function ruleOf(
	key: string,
	known: ManagedKey | undefined,
	before: JsonValue | undefined,
	after: JsonValue | undefined,
): string {
	if (!known) return "unknown-key-changed";
	const own = ownRules[key]?.(before, after);
	if (own !== undefined) return own;
	if (key === "inferenceProvider") return "provider-changed";
	if (key === "deploymentOrganizationUuid") return "organization-id-changed";
	if (isCredential(known) && before !== undefined && after !== undefined) return "credential-changed";
	if (signInKeys.has(key)) return "sign-in-changed";
	if (endpointKeys.has(key)) return "endpoint-changed";
	const exposes = exposures[key];
	if (exposes) return exposes(before, after) ? "data-leaves" : "setting-tightens";
	if (opens(known, before, after)) return "setting-loosens";
	if (!opens(known, after, before)) return "setting-changed";
	return quiet.includes(known.section) ? "setting-tightens" : "setting-takes-away";
}

/** Whether what a key names decides what devices do, so that it is told of a new group, too. */
export function isDecidedElsewhere(key: string): boolean {
	return decidedElsewhere.includes(key);
}

const decidedElsewhere: readonly string[] = [
	"bootstrapUrl",
	"bootstrapHeadersHelper",
	"otlpHeadersHelper",
	"sshClientPath",
	"userContentRendererUrl",
	"modelCatalogUrl",
	"organizationInstructions",
] satisfies readonly ManagedKeyName[];

/** What a route's block for signing in sets. */
const signInKeys = new Set<string>([
	"inferenceCredentialKind",
	"bootstrapOidc",
	...Object.values(inferenceRoutes).flatMap(keysOfSignIn),
]);

function keysOfSignIn({ signIn }: InferenceRoute): string[] {
	return Object.values(signIn).flatMap(({ key, members = {} }) => {
		const keys = [key, ...Object.values(members).map((member) => member.key)];
		return keys.flatMap((each) => each ?? []);
	});
}

/** What a route's block says besides where calls go. */
const notWhere = ["inferenceBedrockServiceTier", "inferenceCustomHeaders"];

/** What a route's block says of where calls go. */
const endpointKeys = new Set<string>(
	Object.values(inferenceRoutes)
		.flatMap(({ options }) => Object.values(options).flatMap(({ key }) => key ?? []))
		.filter((key) => !notWhere.includes(key)),
);

/** Whether a change lets more of people's work leave devices for a collector, or lets it go elsewhere. */
type Exposure = (before: JsonValue | undefined, after: JsonValue | undefined) => boolean;

const exposures: Readonly<Record<string, Exposure>> = {
	otlpEndpoint: (_, after) => after !== undefined,
	otlpContentCapture: (before, after) => itemsOf(after).some((kind) => !itemsOf(before).includes(kind)),
	otlpTracesEnabled: (_, after) => after === true,
	otlpDesktopLogLevel: (before, after) => logLevel(after) > logLevel(before),
	otlpAuthMode: (_, after) => after === "inference-credential",
	endUserAttribution: (before) => before === false,
};

/** From none of the app's log to all of it. */
const logLevels: readonly JsonValue[] = ["off", "error", "warn", "info", "debug"];

function logLevel(value: JsonValue | undefined): number {
	return logLevels.indexOf(value ?? managedKeys.otlpDesktopLogLevel.default ?? "off");
}

/** Sections of the reference with which nobody works. */
const quiet: readonly string[] = ["Telemetry & updates", "Appearance", "Source (bootstrap)"];

/** Rules of keys whose values no restriction orders; without one for a change, what holds for every key does. */
type OwnRule = (before: JsonValue | undefined, after: JsonValue | undefined) => string | undefined;

const proxy: OwnRule = () => "proxy-changed";
const whereSet =
	(rule: string): OwnRule =>
	(_, after) =>
		after === undefined ? undefined : rule;
const program = whereSet("program-changed");

const ownRules: Readonly<Record<string, OwnRule>> = {
	egressProxyUrl: proxy,
	egressProxyPacUrl: proxy,
	bootstrapUrl: whereSet("source-changed"),
	userContentRendererUrl: whereSet("content-source-changed"),
	modelCatalogUrl: whereSet("content-source-changed"),
	organizationInstructions: whereSet("instructions-changed"),
	bootstrapEnabled: (before) => (before === false ? "source-changed" : undefined),
	bootstrapHeadersHelper: program,
	otlpHeadersHelper: program,
	sshClientPath: program,
	// Without the question, nobody says that a page is unsafe before it is fetched.
	skipWebFetchPreflight(before, after) {
		if ((before === true) === (after === true)) return undefined;
		return after === true ? "setting-loosens" : "setting-tightens";
	},
	modelDiscoveryEnabled: (_, after) => (after === false ? "setting-takes-away" : undefined),
	sessionRetentionHold: (before) => (before === true ? "retention-hold-ended" : undefined),
	claudeAiImport(before, after) {
		const [from, to] = [switchesOf(before), switchesOf(after)];
		if (to.some((each) => !from.includes(each))) return "setting-loosens";
		return from.length > to.length ? "setting-takes-away" : undefined;
	},
	// The same tokens within fewer hours are more of them.
	inferenceTokenWindowHours(before, after) {
		if (before === undefined || after === undefined) return undefined;
		return Number(after) < Number(before) ? "setting-loosens" : "setting-takes-away";
	},
};

function switchesOf(value: JsonValue | undefined): readonly string[] {
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => (member === true ? [name] : []));
}
