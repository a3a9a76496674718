import { formatAddress } from "../../egress/plan.js";
import { canonicalJson, type JsonValue } from "../../json.js";
import { oncePer } from "../../once-per.js";
import type { DeploymentPair, GroupPair } from "../pair.js";
import type { ReviewedDeployment, ReviewedGroup, ReviewedHost } from "../reviewed-deployment.js";
import { listed } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Hosts that devices of groups must reach, and so what the perimeter opens. */
export const hosts: Subject = {
	title: "Hosts",
	rules: {
		"anthropic-host-opened": {
			grade: "widens",
			title: "Devices reach a further host that Anthropic runs.",
			because: "data goes to Anthropic that did not",
		},
		"host-opened": {
			grade: "widens",
			title: "Devices reach a further host.",
			because: "whatever runs on these devices reaches what it did not",
		},
		"host-closed": {
			grade: "informs",
			title: "Devices need a host no longer.",
			because: "it is only closed once the settings that needed it are gone from devices",
		},
		"host-run-by-others": {
			grade: "widens",
			title: "A host counts as somebody else's.",
			because: "whoever runs it receives what goes there",
		},
		"host-needed-otherwise": {
			grade: "informs",
			title: "A host is open for other reasons.",
			because: "it was open before",
		},
	},
	compare(pair: DeploymentPair): Difference[] {
		const perimeter = {
			before: new Set(pair.before.egress.hosts.map(formatAddress)),
			after: new Set(pair.after.egress.hosts.map(formatAddress)),
		};
		return pair.groups.flatMap((group) => compareGroup(group, pair, perimeter));
	},
};

type Perimeter = Readonly<Record<"before" | "after", ReadonlySet<string>>>;

function compareGroup({ name, before, after }: GroupPair, pair: DeploymentPair, perimeter: Perimeter): Difference[] {
	const [from, to] = [byAddress(before), byAddress(after)];
	const opened = [...to].flatMap(([address, host]): Difference[] => {
		if (from.has(address)) return [];
		const rule = host.operator === "anthropic" ? "anthropic-host-opened" : "host-opened";
		const also = perimeter.before.has(address) ? "; the perimeter has it open for other groups" : inRules(pair.after);
		const says = `is opened: ${described(host)}${also}`;
		return [{ rule, groups: [name], subject: address, change: "added", after: factsOf(host), says }];
	});
	const closed = [...from].flatMap(([address, host]): Difference[] => {
		if (to.has(address)) return [];
		const also = perimeter.after.has(address) ? "; the perimeter keeps it open for other groups" : inRules(pair.before);
		const says = `is closed, which was ${described(host)}${also}`;
		return [{ rule: "host-closed", groups: [name], subject: address, change: "removed", before: factsOf(host), says }];
	});
	const changed = [...to].flatMap(([address, host]): Difference[] => {
		const old = from.get(address);
		if (!old || textOf(old) === textOf(host)) return [];
		const rule = old.operator === host.operator ? "host-needed-otherwise" : "host-run-by-others";
		const values = { before: factsOf(old), after: factsOf(host) };
		const says = `stays open, now ${described(host)}`;
		return [{ rule, groups: [name], subject: address, change: "changed", ...values, says }];
	});
	return [...opened, ...closed, ...changed];
}

const operators: Readonly<Record<ReviewedHost["operator"], string>> = {
	anthropic: "run by Anthropic",
	inference: "run by the inference provider",
	organization: "named by the deployment",
	"third-party": "run by somebody else",
};

const described = oncePer((host: ReviewedHost): string => {
	const reasons = host.reasons.map(({ feature, key, requirement, since, until }) => {
		const versions = [...(since ? [`from ${since}`] : []), ...(until ? [`before ${until}`] : [])];
		const details = [requirement, ...(key === null ? [] : [key]), ...versions];
		return `${feature} (${details.join(", ")})`;
	});
	return `${operators[host.operator]}, for ${listed([...new Set(reasons)])}`;
});

/** Which rule sets carry what is opened or closed for all. */
function inRules({ firewall }: ReviewedDeployment): string {
	const words = Object.keys(firewall);
	return words.length === 0 ? "" : `; in the rules of ${listed(words)}`;
}

/** What tells a host apart from what it was: nothing that sentences are only about. */
const factsOf = oncePer((host: ReviewedHost): JsonValue => {
	return {
		operator: host.operator,
		reasons: host.reasons.map(({ feature, key, requirement, since, until }) => ({
			feature,
			key,
			requirement,
			...(since && { since }),
			...(until && { until }),
		})),
	};
});

const textOf = oncePer((host: ReviewedHost) => canonicalJson(factsOf(host)));

function byAddress(group: ReviewedGroup | undefined): ReadonlyMap<string, ReviewedHost> {
	return new Map((group?.egress.hosts ?? []).map((host) => [formatAddress(host), host]));
}
