import { type CloudPart, cloudPart } from "../bundle/cloud-files.js";
import { type CollectorPart, collectorPart } from "../bundle/collector-files.js";
import type { Compilation } from "../bundle/compile-with.js";
import { type DescribedDeployment, describeDeployment } from "../bundle/described-deployment.js";
import { describeRules, ofGroupAlone } from "../bundle/described-rules.js";
import { markSecrets } from "../bundle/settings-file.js";
import type { CodeConfiguration } from "../claude-code/code-configuration.js";
import type { LayeredValue, ResolvedSetting } from "../configuration/managed-configuration.js";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { ifDenied } from "../egress/if-denied.js";
import type { EgressHost, EgressPlan } from "../egress/plan.js";
import { type BlockRules, ruleNotes } from "../firewall/block-rules.js";
import type { JsonValue } from "../json.js";
import { oncePer } from "../once-per.js";
import { formatPath } from "../path.js";
import type { Locate } from "../problem.js";
import type {
	ReviewedCode,
	ReviewedDeployment,
	ReviewedEgress,
	ReviewedGroup,
	ReviewedHost,
	ReviewedRules,
	ReviewedSetting,
} from "./reviewed-deployment.js";

/** What a deployment that was compiled means; no file need have been rendered for it. */
export function reviewDeployment(
	deployment: ParsedDeployment,
	{ plan, rules, groupRules }: Pick<Compilation, "plan" | "rules" | "groupRules">,
	locate?: Locate,
): ReviewedDeployment {
	const described = describeDeployment(deployment);
	const groups = [...plan.groups].map(([name, { configuration, egress }]): [string, ReviewedGroup] => {
		const { preset = "none", delivery = "mdm", ...group } = described.groups[name] ?? {};
		const alone = ofGroupAlone(groupRules.get(name) ?? [], deployment.firewall);
		return [
			name,
			{
				preset,
				delivery,
				...group,
				platforms: configuration.platforms,
				settings: reviewSettings(configuration.settings, locate),
				...(configuration.code && { claudeCode: reviewCode(configuration.code, locate) }),
				egress: reviewEgress(egress),
				...(alone.length > 0 && { ruleSets: describeRules(alone) }),
			},
		];
	});
	const egress = reviewEgress(plan.perimeter);
	return {
		...described,
		name: deployment.name,
		groups: Object.fromEntries(groups),
		egress: { ...egress, notes: [...egress.notes, ...ruleNotes(rules)] },
		...(plan.cloud && { cloud: markedCloud(cloudPart(plan.cloud)) }),
		...(plan.collector && { collector: markedCloud(reviewCollector(collectorPart(plan.collector))) }),
		firewall: reviewRules(described, rules),
	};
}

function reviewCode({ settings, mcpServers }: CodeConfiguration, locate: Locate | undefined): ReviewedCode {
	return {
		settings: reviewSettings(settings, locate),
		...(mcpServers && { mcpServers: reviewSettings(mcpServers, locate) }),
	};
}

function reviewSettings(
	settings: ReadonlyMap<string, ResolvedSetting>,
	locate: Locate | undefined,
): Record<string, ReviewedSetting> {
	return Object.fromEntries([...settings].map(([key, setting]) => [key, reviewSetting(setting, locate)]));
}

function reviewSetting(setting: ResolvedSetting, locate: Locate | undefined): ReviewedSetting {
	const location = locate?.(setting.path);
	return {
		...said(setting),
		...(setting.onWindows !== undefined && { onWindows: markSecrets(setting.onWindows) }),
		overrides: setting.overrides.map(said),
		at: { path: formatPath(setting.path), ...(location && { location }) },
	};
}

function said({ layer, value }: LayeredValue) {
	return { layer, value: markSecrets(value) };
}

function reviewEgress({ hosts, sandbox, summary, notes }: EgressPlan): ReviewedEgress {
	return {
		hosts: hosts.map(reviewHost),
		...(sandbox && { sandbox }),
		contentStays: summary.conversationContentStaysWithProvider,
		contentAlsoReaches: summary.contentAlsoReaches,
		takesOverDevice: summary.takesOverDevice,
		notes,
	};
}

/** Groups share most of their hosts, down to the objects. */
const reviewHost = oncePer((given: EgressHost): ReviewedHost => {
	const { host, match, port, protocol, operator, groups, reasons } = given;
	return {
		host,
		match,
		port,
		protocol,
		operator,
		...(groups && { groups }),
		ifDenied: ifDenied(given),
		reasons: reasons.map(({ feature, key, because, requirement, since, until, source }) => ({
			feature,
			key,
			because,
			requirement,
			...(since && { since }),
			...(until && { until }),
			source,
		})),
	};
});

/** Blocks with a rule set for each group alone have none for all. */
function reviewRules({ firewall }: DescribedDeployment, rules: readonly BlockRules[]): Record<string, ReviewedRules> {
	const made = describeRules(rules);
	const blocks = Object.entries(firewall).map(([backend, options]): [string, ReviewedRules] => {
		const { effects = [], left = [] } = made[backend] ?? {};
		return [backend, { options, effects, left }];
	});
	return Object.fromEntries(blocks);
}

/** Devices sign in to nothing of it, and its hosts are no device's. */
function reviewCollector({ egress: _, ...planned }: CollectorPart): CloudPart {
	return { ...planned, identities: [], answers: [] };
}

function markedCloud(cloud: CloudPart): CloudPart {
	// Of plain data, only references become something else.
	return markSecrets(cloud as unknown as JsonValue) as unknown as CloudPart;
}
