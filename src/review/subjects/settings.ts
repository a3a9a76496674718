import { findKey } from "../../configuration/catalogue.js";
import type { ManagedKey } from "../../configuration/managed-key.js";
import { presets } from "../../configuration/presets.js";
import { opens } from "../../configuration/restriction.js";
import { groupBy } from "../../group-by.js";
import { canonicalJson, type JsonValue } from "../../json.js";
import { changeOf, memberOf } from "../both-sides.js";
import { type DeploymentPair, type GroupPair, onWindows } from "../pair.js";
import type { ReviewedGroup, ReviewedSetting } from "../reviewed-deployment.js";
import { changeText, isShort, listed, shown, shownWhole } from "../shown.js";
import type { Difference, Subject } from "../subject.js";
import { connectorKeys } from "./connectors.js";
import { modelKeys, regionKeys } from "./models.js";
import { sandboxKeys } from "./sandbox.js";
import { isDecidedElsewhere, ruleOf } from "./setting-rules.js";

/** Managed keys, but for those that other subjects read. */
export const settings: Subject = {
	title: "Settings",
	rules: {
		"provider-changed": {
			grade: "breaks",
			title: "Inference comes from elsewhere.",
			because: "people sign in anew, and nothing works for them before they can",
		},
		"endpoint-changed": {
			grade: "breaks",
			title: "Calls of models go to another address or account.",
			because: "nothing works for people where it, or the way to it, is not there yet",
		},
		"proxy-changed": {
			grade: "breaks",
			title: "The app's traffic goes by another proxy, or by none.",
			because: "nothing works for people where it, or the way without it, is not open yet",
		},
		"sign-in-changed": {
			grade: "breaks",
			title: "People or devices sign in otherwise.",
			because: "whoever is signed in has to sign in anew, and can only where the other side knows of it",
		},
		"credential-changed": {
			grade: "informs",
			title: "A credential is had from elsewhere.",
			because: "devices get it with their next profile, and the reference does not tell whether it is another",
		},
		"organization-id-changed": {
			grade: "breaks",
			title: "Devices belong to another organisation.",
			because: "the app keeps data by this id, and that of before is orphaned on devices",
		},
		"source-changed": {
			grade: "widens",
			title: "Settings come from another server, or from one at all.",
			because: "whoever answers there decides what device management leaves open",
		},
		"retention-hold-ended": {
			grade: "breaks",
			title: "Sessions that were kept from being deleted no longer are.",
			because: "those past their days are deleted, and nobody brings them back",
		},
		"program-changed": {
			grade: "widens",
			title: "The app runs another program of the device.",
			because: "whatever stands at that path runs as whoever works there",
		},
		"content-source-changed": {
			grade: "widens",
			title: "The app takes pages that it shows, or its list of models, from another server.",
			because: "whoever answers there decides what people see, and learns who asks",
		},
		"instructions-changed": {
			grade: "loosens",
			title: "Sessions start with other instructions.",
			because: "the agent follows them in every session, whatever they say",
		},
		"data-leaves": {
			grade: "widens",
			title: "More goes to the collector, or it goes elsewhere.",
			because: "data of people's work leaves devices that did not, or reaches somebody else",
		},
		"setting-loosens": {
			grade: "loosens",
			title: "A setting opens something on devices.",
			because: "the app lets people or programs do what it did not",
		},
		"unknown-key-changed": {
			grade: "loosens",
			title: "A key changes that the catalogue does not know.",
			because: "nothing is known of it, so that it is taken for one that opens something",
		},
		"setting-takes-away": {
			grade: "breaks",
			title: "A setting takes something from people.",
			because: "it closes what people may be working with",
		},
		"setting-tightens": {
			grade: "informs",
			title: "A setting closes something that nobody works with.",
			because: "nobody loses what they work with",
		},
		"setting-changed": {
			grade: "informs",
			title: "A setting is another.",
			because: "it neither opens nor closes anything that the catalogue knows of",
		},
	},
	compare: ({ groups }: DeploymentPair) => told(groups.flatMap(compareGroup)),
};

/** What a group has of a key before and after. */
interface Changed {
	readonly group: string;
	readonly key: string;
	readonly from?: ReviewedSetting;
	readonly to?: ReviewedSetting;
	/** Title of the group's preset, and what it says, where a layer above opens that. */
	readonly against?: { readonly preset: string; readonly value: JsonValue };
	/** The side that alone has the group, whose devices have what its preset says otherwise. */
	readonly only?: "before" | "after";
	/** Whether it is of devices with Windows, which get a value of their own. @default false */
	readonly onWindows?: true;
}

function compareGroup(pair: GroupPair): Changed[] {
	const { before, after } = pair;
	const keys = [...new Set([...Object.keys(before?.settings ?? {}), ...Object.keys(after?.settings ?? {})])];
	return keys.flatMap((key): Changed[] => {
		const [from, to] = [before && memberOf(before.settings, key), after && memberOf(after.settings, key)];
		const changed = compareValues(pair, key, from, to);
		const windows = before && after && onWindows(from, to);
		if (!windows) return changed;
		return [...changed, ...compareValues(pair, key, ...windows).map((each) => ({ ...each, onWindows: true as const }))];
	});
}

function compareValues(
	{ name: group, before, after }: GroupPair,
	key: string,
	from: ReviewedSetting | undefined,
	to: ReviewedSetting | undefined,
): Changed[] {
	if (elsewhere.has(key) || isSame(from?.value, to?.value)) return [];
	const loosened = after ? presetLoosened(key, to, after) : presetLoosened(key, from, before);
	const changed: Changed = { group, key, ...(from && { from }), ...(to && { to }), ...loosened };
	if (before && after) return [changed];
	// Of a group that is new or gone, only what loosens its preset, or may, is no news of the group itself.
	const isTold = loosened.against || !findKey(key) || isDecidedElsewhere(key);
	return isTold ? [{ ...changed, only: after ? "after" : "before" }] : [];
}

/** One difference for groups that have the same before and after, whichever presets they start from. */
function told(changes: readonly Changed[]): Difference[] {
	const same = groupBy(changes, ({ key, from, to, only, onWindows: windows }) =>
		[key, stateKey(from), stateKey(to), only, windows].join(" "),
	);
	return [...same.values()].flatMap((each) => {
		const [first] = each;
		return first ? [differenceOf(first, each)] : [];
	});
}

function differenceOf(changed: Changed, same: readonly Changed[]): Difference {
	const { key, from, to, only, against: first } = changed;
	const known = findKey(key);
	const presetsLoosened = new Map(same.flatMap(({ against }) => (against ? [[against.preset, against.value]] : [])));
	const against = [...presetsLoosened].map(([preset, value]) => `${preset}, which has ${shown(value)}`);
	return {
		rule: ruleOf(key, known, only === "after" ? first?.value : from?.value, to?.value),
		groups: same.map(({ group }) => group),
		subject: key,
		...changeOf(from?.value, to?.value),
		says: `${changed.onWindows ? "on Windows " : ""}${statesOf(changed, known)}${
			against.length === 0 ? "" : `; this is against preset ${listed(against)}`
		}. ${meaningOf(known)}`,
		...(to ?? from)?.at,
	};
}

function stateKey(setting: ReviewedSetting | undefined): string {
	return setting ? `${setting.layer} ${canonicalJson(setting.value)}` : "";
}

const elsewhere = new Set<string>([...modelKeys, ...regionKeys, ...sandboxKeys, ...connectorKeys]);

/** Of long values only what differs in them. */
function statesOf({ from, to, only }: Changed, key: ManagedKey | undefined): string {
	if (only) return only === "after" ? stateOf(to, key, "is") : stateOf(from, key, "was");
	if (from && to && !(isShort(from.value) && isShort(to.value)))
		return `${changeText(from.value, to.value)} (${to.layer}, and was by ${from.layer})`;
	return `${stateOf(to, key, "is")}, and ${stateOf(from, key, "was")}`;
}

function stateOf(setting: ReviewedSetting | undefined, key: ManagedKey | undefined, verb: "is" | "was"): string {
	if (setting) return `${verb} ${shownWhole(setting.value)} (${setting.layer})`;
	const unset = key?.default === undefined ? key?.defaultNote : shown(key.default);
	return `${verb} not set${unset === undefined ? "" : `, which stands for ${unset}`}`;
}

function meaningOf(key: ManagedKey | undefined): string {
	return key ? key.summary.replace(/\.$/, "") : "The catalogue does not know the key";
}

function presetLoosened(
	name: string,
	setting: ReviewedSetting | undefined,
	group: ReviewedGroup | undefined,
): Pick<Changed, "against"> {
	const key = findKey(name);
	const said = setting?.overrides.find(({ layer }) => layer === "preset");
	if (!setting || !group || !key || !said || !opens(key, said.value, setting.value)) return {};
	return { against: { preset: presets[group.preset].title, value: said.value } };
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
	if (a === undefined || b === undefined) return a === b;
	return a === b || canonicalJson(a) === canonicalJson(b);
}
