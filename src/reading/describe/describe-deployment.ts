import { findKey } from "../../configuration/catalogue.js";
import type { ResolvedSetting } from "../../configuration/managed-configuration.js";
import { canonicalJson, type JsonObject, type JsonValue } from "../../json.js";
import { made, type Outcome } from "../../outcome.js";
import { below, error, isError, type Problem, warning } from "../../problem.js";
import { inPlainForm } from "../plain-form.js";
import type { ReadSettings } from "../read-device-file.js";
import { shownName } from "./credential-text.js";
import { checkCodeMeaning, withCode } from "./describe-code.js";
import { groupsOf, type ReadGroup } from "./groups.js";
import { ownIdentity } from "./own-identity.js";
import { besidePreset, presetOf } from "./preset-of.js";
import { type RecognizedRoute, routeOf } from "./route-of.js";
import { SecretNames, type TakenSecret, takeSecrets } from "./take-secrets.js";
import { type AcceptedDeployment, standInOrganization, withoutRefused } from "./without-refused.js";

/** A deployment that gives devices what files gave them. */
export interface DescribedDeployment {
	/** As a deployment file has it. */
	readonly deployment: JsonObject;
	/** By group, the files that it was read from. */
	readonly files: Readonly<Record<string, readonly string[]>>;
	/** What is to be set before it is compiled. */
	readonly secrets: readonly TakenSecret[];
}

export interface DescriptionRequest {
	/** Of the deployment. @default - what profiles of this package say, or else `cowork` */
	readonly name?: string;
	/** @default - what the first profile calls its organization, or else a name to be replaced */
	readonly organization?: string;
}

/** A key that the organization sets for itself. */
const uuidKey = "deploymentOrganizationUuid";

/**
 * Describes settings of devices as a deployment. What the description cannot keep is named by a warning and left out; what
 * is refused whole is an error. No text of a credential is in any of it.
 */
export function describeDeployment(
	all: readonly ReadSettings[],
	request: DescriptionRequest,
): Outcome<DescribedDeployment> {
	const ofCode = all.filter(({ carried }) => carried.code !== undefined);
	const read = all.filter(({ carried }) => carried.code === undefined);
	const { groups: found, warnings } = groupsOf(read);
	if (found.length === 0) {
		const message = ofCode.length > 0 ? withoutDesktop : "no file sets anything";
		return { problems: [...warnings, error("no-settings", [], message)] };
	}
	const names = new SecretNames();
	const taken = found.map((group) => ({ group, ...takeSecrets(group.settings, names) }));
	const groups = taken.map(({ group, settings }) => ({ ...group, settings }));
	const leftOut = taken.flatMap(({ group, warnings: ofGroup }) =>
		ofGroup.map((problem) => below([fileOf(group)], problem)),
	);
	const before = [...warnings, ...leftOut];
	const routes = groups.map((group) => ({ group, route: routeOf(group.settings) }));
	const faults = routes.flatMap(({ group, route }) => route.problems.map((problem) => below([fileOf(group)], problem)));
	if (faults.some(isError)) return { problems: [...before, ...faults] };
	const members = routes.flatMap(({ group, route }) => (route.value ? [{ group, route: route.value }] : []));
	const together = checkTogether(members);
	if (together.length > 0) return { problems: [...before, ...together] };
	const desktop = withoutRefused(write(members, read, request));
	if (!desktop.value) return { problems: [...before, ...desktop.problems] };
	const whole = ofCode.length > 0 ? withCode(desktop.value, ofCode) : made(desktop.value.deployment);
	if (!whole.value) return { problems: [...before, ...desktop.problems, ...whole.problems] };
	const { value: accepted, problems: ofWhole } = ofCode.length > 0 ? withoutRefused(whole.value) : desktop;
	const problems = [...desktop.problems, ...whole.problems, ...(ofCode.length > 0 ? ofWhole : [])];
	if (!accepted) return { problems: [...before, ...problems] };
	return made(
		{
			deployment: accepted.deployment,
			files: Object.fromEntries(groups.map(({ name, files }) => [name, files])),
			secrets: names.taken,
		},
		[...before, ...problems, ...checkMeaning(accepted, groups), ...checkCodeMeaning(accepted, ofCode)],
	);
}

const withoutDesktop =
	"no file has settings of Claude Desktop, whose inference a deployment begins with; give its file as well, beside that of Claude Code";

/** The first of the files that a group was read from. */
function fileOf({ files, name }: ReadGroup): string {
	return files[0] ?? name;
}

interface Member {
	readonly group: ReadGroup;
	readonly route: RecognizedRoute;
}

/** What groups of one deployment cannot differ in. */
function checkTogether(members: readonly Member[]): Problem[] {
	const [first, ...others] = members;
	if (!first) return [];
	const differing = (what: string, of: (member: Member) => JsonValue | undefined) =>
		others
			.filter((each) => canonicalJson(of(each) ?? null) !== canonicalJson(of(first) ?? null))
			.map((each) =>
				error(
					"not-one-deployment",
					[fileOf(each.group)],
					`has ${what} of its own, unlike ${fileOf(first.group)}; one deployment has one, so import them apart`,
				),
			);
	return [
		...differing("a route", ({ route }) => route.name),
		...differing("connection settings", ({ route: { block } }) => {
			const { models: _, signIn: __, ...options } = block;
			return options;
		}),
		...differing("a way to sign in", ({ route: { block } }) => Object.keys(block.signIn ?? {})),
		...differing("an organization", ({ group }) => group.settings[uuidKey]),
	];
}

function write(members: readonly Member[], read: readonly ReadSettings[], request: DescriptionRequest): JsonObject {
	const [first] = members;
	const rest = members.map(({ group, route }) => {
		const { [uuidKey]: _, ...settings } = group.settings;
		return { group, settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !route.keys.has(key))) };
	});
	const uuid = first?.group.settings[uuidKey];
	const chosen = rest.map(({ settings }) => presetOf(settings));
	const shared = sharedSettings(rest.map(({ settings }, index) => besidePreset(settings, chosen[index] ?? "none")));
	const organization = request.organization ?? organizationOf(read);
	const own = read.flatMap((each) => ownIdentity(each) ?? [])[0];
	return {
		name: request.name ?? own?.deployment ?? "cowork",
		organization: {
			name: organization,
			...(uuid !== undefined && { uuid }),
			...(own && { identifier: own.prefix }),
		},
		inference: { [first?.route.name ?? ""]: first?.route.block ?? {} },
		...split(shared),
		groups: Object.fromEntries(
			rest.map(({ group, settings }, index) => {
				const preset = chosen[index] ?? "none";
				const own = Object.entries(besidePreset(settings, preset)).filter(([key]) => !Object.hasOwn(shared, key));
				const anew = inferenceAnew(members[index]?.route.block, first?.route.block);
				return [
					group.name,
					{
						preset,
						platforms: [...group.platforms],
						...(Object.keys(anew).length > 0 && { inference: anew }),
						...split(Object.fromEntries(own)),
					},
				];
			}),
		),
	};
}

/** Settings that every group has with one value; of one group none, where they would stand a second time. */
function sharedSettings(all: readonly JsonObject[]): JsonObject {
	const [first = {}, ...others] = all;
	if (others.length === 0) return {};
	const same = Object.entries(first).filter(([key, value]) =>
		others.every((each) => each[key] !== undefined && canonicalJson(each[key]) === canonicalJson(value)),
	);
	return Object.fromEntries(same);
}

/** What the catalogue knows, and what is kept although it does not. */
function split(settings: JsonObject): JsonObject {
	const entries = Object.entries(settings);
	const known = entries.filter(([key]) => findKey(key));
	const others = entries.filter(([key]) => !findKey(key));
	return {
		...(known.length > 0 && { settings: Object.fromEntries(known) }),
		...(others.length > 0 && { extraSettings: Object.fromEntries(others) }),
	};
}

function inferenceAnew(block: JsonObject = {}, shared: JsonObject = {}): JsonObject {
	const differs = (member: string) => canonicalJson(block[member] ?? null) !== canonicalJson(shared[member] ?? null);
	return Object.fromEntries(
		["models", "signIn"].flatMap((member) => {
			const value = block[member];
			return value !== undefined && differs(member) ? [[member, value]] : [];
		}),
	);
}

function organizationOf(read: readonly ReadSettings[]): string {
	const named = read
		.map(({ carried }) => carried.profile?.organization)
		.find((name) => name !== undefined && name !== "" && shownName(name) === name);
	return named ?? standInOrganization;
}

/** A warning for each setting that the description gives devices otherwise than the files did. */
function checkMeaning({ configurations }: AcceptedDeployment, groups: readonly ReadGroup[]): Problem[] {
	return groups.flatMap(({ name, settings }) => {
		const given = configurations.get(name)?.settings ?? new Map<string, ResolvedSetting>();
		return [...given].flatMap(([key, { value, layer }]) => {
			const before = settings[key];
			const at = ["groups", name, key];
			if (before === undefined) {
				// The route says what the app took for it where nothing was said.
				return layer === "route" ? [] : [warning("added-setting", at, "is in no file, and the description sets it")];
			}
			if (canonicalJson(inPlainForm(key, before)) === canonicalJson(inPlainForm(key, value))) return [];
			return [warning("changed-setting", at, "is written otherwise than the file has it, with the same meaning")];
		});
	});
}
