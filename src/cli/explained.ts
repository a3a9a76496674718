import { markSecrets } from "../bundle/settings-file.js";
import {
	changedOnAll,
	type Layer,
	type LayeredValue,
	type ResolvedSetting,
} from "../configuration/managed-configuration.js";
import { type EgressPlan, formatAddress } from "../egress/plan.js";
import type { JsonValue } from "../json.js";
import { formatPath } from "../path.js";
import type { Locate } from "../problem.js";

/** What is said of one setting. */
export interface Answer {
	readonly key: string;
	readonly group: string;
	readonly value: JsonValue;
	/** What devices with Windows get in its place; absent where it is the same. */
	readonly onWindows?: JsonValue;
	readonly layer: Layer | null;
	readonly from: string | null;
	readonly overrides: readonly { readonly value: JsonValue; readonly layer: Layer; readonly from: string }[];
	readonly default: JsonValue;
	readonly summary: string;
	readonly hosts: readonly { readonly host: string; readonly because: readonly string[] }[];
	readonly versions: string | null;
	readonly documentation: string | null;
}

/** Where the value of a setting comes from, and what it won over. */
export function whatIsSaid(
	setting: ResolvedSetting | undefined,
	locate: Locate,
): Pick<Answer, "value" | "onWindows" | "layer" | "from" | "overrides"> {
	const said = ({ layer, path, ...values }: LayeredValue) => ({
		...changedOnAll(values, markSecrets),
		layer,
		from: placeOf(path, locate),
	});
	if (!setting) return { value: null, layer: null, from: null, overrides: [] };
	return { ...said(setting), overrides: setting.overrides.map(said) };
}

/** Hosts that a setting opens. */
export function hostsOf(egress: EgressPlan, name: string): Answer["hosts"] {
	return egress.hosts.flatMap((host) => {
		const because = host.reasons.filter((reason) => reason.key === name).map((reason) => reason.because);
		return because.length > 0 ? [{ host: formatAddress(host), because: [...new Set(because)] }] : [];
	});
}

function placeOf(path: LayeredValue["path"], locate: Locate): string {
	const location = locate(path);
	return `${formatPath(path)}${location ? ` (${location.file}:${location.line}:${location.column})` : ""}`;
}
