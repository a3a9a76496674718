import { formatHostOrLate, type Sandbox } from "../../egress/plan.js";
import type { DeploymentPair, GroupPair } from "../pair.js";
import type { ReviewedGroup } from "../reviewed-deployment.js";
import { listed } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Keys that are told as what the sandbox reaches. */
export const sandboxKeys = ["coworkEgressAllowedHosts"] as const;

/** What the agent's own tools reach inside the sandbox, which is not the perimeter. */
export const sandbox: Subject = {
	title: "Sandbox",
	rules: {
		"sandbox-widened": {
			grade: "widens",
			title: "The sandbox filters less.",
			because: "the agent's tools and whatever they run reach more",
		},
		"sandbox-narrowed": {
			grade: "breaks",
			title: "The sandbox filters more.",
			because: "tools that people let the agent use are refused",
		},
		"sandbox-host-opened": {
			grade: "widens",
			title: "The agent's tools reach a further host.",
			because: "the agent's tools and whatever they run reach more",
		},
		"sandbox-host-closed": {
			grade: "breaks",
			title: "The agent's tools no longer reach a host.",
			because: "tools that people let the agent use are refused",
		},
		"sandbox-follows": {
			grade: "informs",
			title: "The app lets the agent's tools reach other hosts of its own.",
			because: "it adds and drops them with what needs them, which is told for itself",
		},
	},
	compare: ({ groups }: DeploymentPair) => groups.flatMap(compareGroup),
};

const modes: readonly Sandbox["mode"][] = ["none", "inference-only", "list", "off"];
const inWords: Readonly<Record<Sandbox["mode"], string>> = {
	none: "lets nothing through that is not the app's own",
	"inference-only": "lets inference through alone",
	list: "lets inference and listed hosts through",
	off: "lets everything through",
};

function compareGroup({ name, before, after }: GroupPair): Difference[] {
	const [from, to] = [before?.egress.sandbox, after?.egress.sandbox];
	const place = (after ?? before)?.settings.coworkEgressAllowedHosts?.at;
	const modesDiffer: Difference[] = [];
	if (from && to && from.mode !== to.mode) {
		modesDiffer.push({
			rule: modes.indexOf(to.mode) > modes.indexOf(from.mode) ? "sandbox-widened" : "sandbox-narrowed",
			groups: [name],
			subject: "sandbox",
			change: "changed",
			before: from.mode,
			after: to.mode,
			says: `${inWords[to.mode]}, where it ${withPast(inWords[from.mode])} before`,
			...place,
		});
	}
	// Of a group that is new or gone nothing else would tell it.
	const open = from ? !to && from.mode === "off" : to?.mode === "off";
	if (open) {
		modesDiffer.push({
			rule: to ? "sandbox-widened" : "sandbox-narrowed",
			groups: [name],
			subject: "sandbox",
			change: to ? "added" : "removed",
			...(to ? { after: to.mode } : { before: "off" }),
			says: to ? `${inWords.off}, in a group that is new` : `is gone with its group, which ${withPast(inWords.off)}`,
			...place,
		});
	}
	// One that lets everything through lists nothing.
	if (from?.mode === "off" || to?.mode === "off") return modesDiffer;
	const compared = { groups: [name], ...place };
	return [...modesDiffer, ...compareListed(compared, before, after), ...compareAutomatic(compared, before, after)];
}

type Compared = Pick<Difference, "groups" | "path" | "location">;

function compareListed(
	at: Compared,
	before: ReviewedGroup | undefined,
	after: ReviewedGroup | undefined,
): readonly Difference[] {
	const [from, to] = [before?.egress.sandbox?.hosts ?? [], after?.egress.sandbox?.hosts ?? []];
	const opened = to.filter((host) => !from.includes(host));
	const closed = from.filter((host) => !to.includes(host));
	return [
		...opened.map((subject): Difference => {
			const says = "can be reached by the agent's tools inside the sandbox";
			return { ...at, rule: "sandbox-host-opened", subject, change: "added", says };
		}),
		...closed.map((subject): Difference => {
			const says = "can no longer be reached by the agent's tools inside the sandbox";
			return { ...at, rule: "sandbox-host-closed", subject, change: "removed", says };
		}),
	];
}

/** Of a group that is new or gone, what the app adds is no news. */
function compareAutomatic(
	{ groups }: Compared,
	before: ReviewedGroup | undefined,
	after: ReviewedGroup | undefined,
): readonly Difference[] {
	if (!before || !after) return [];
	const [from, to] = [before, after].map(({ egress }) => egress.sandbox?.automatic.map(formatHostOrLate) ?? []);
	if (!from || !to || [...from].sort().join() === [...to].sort().join()) return [];
	return [
		{
			rule: "sandbox-follows",
			groups,
			subject: "sandbox",
			change: "changed",
			before: from,
			after: to,
			says: `has ${listed(to) || "nothing"} of the app's own, where it had ${listed(from) || "nothing"}`,
		},
	];
}

function withPast(words: string): string {
	return words.replace(/^lets/, "let");
}
