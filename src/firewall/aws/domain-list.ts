import { isAddress } from "../../host.js";
import { compareText } from "../../json.js";
import { made, refused } from "../../outcome.js";
import type { CloudBackend } from "../backend.js";
import { titleOf } from "../comment.js";
import { dropNameless, showsName } from "../nameless-ports.js";
import { plannedNames } from "../port-hosts.js";
import { portlessEffects } from "../portless-effects.js";
import { awsRuleName } from "./names.js";
import { planRuleGroups } from "./plan-rule-groups.js";
import {
	checkCapacity,
	checkHomeNetworks,
	type RuleGroupOptions,
	ruleGroupOptions,
	ruleLimit,
	usualCapacity,
} from "./rule-group-options.js";
import type { RuleGroups } from "./rule-groups.js";

/** A list with nothing in it is none; no name ends so. https://datatracker.ietf.org/doc/html/rfc6761#section-6.4 */
const nothing = "nothing.invalid";

/** AWS makes of each name a rule for TLS and one for HTTP, and one of each that drops the rest. */
function rulesOf(domains: readonly string[]): number {
	return 2 * domains.length + 2;
}

/**
 * A list of domains for AWS Network Firewall, for teams that keep such lists. It is coarser than the rules of
 * `awsNetworkFirewall`: it tells no ports, and takes the name of a `*.` along.
 */
export const awsNetworkFirewallDomainList: CloudBackend<RuleGroupOptions> = {
	title: "AWS Network Firewall, a domain list",
	docs: "https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html",
	evidence: "read by AWS's cloudformation-validate and by cfn-lint, which do not look at traffic",
	names: "exact",
	subdomains: "includes the name itself",
	ports: false,
	clients: true,
	denies: true,
	deniesHosts: false,
	inspects: false,
	cloud: "aws",
	quic: "not seen",
	revisions: "the rule group is updated in place",
	limits: { rules: ruleLimit },
	options: ruleGroupOptions,
	examples: {
		plain: { homeNet: "policy" },
		clients: { clients: ["10.20.0.0/16"], policy: true },
	},
	render(request, options) {
		const { capacity = usualCapacity, homeNet = "clients" } = options;
		const told = request.hosts.filter((host) => showsName(host) && !isAddress(host.host));
		const all = plannedNames(told);
		const names = [...all.topmost.map((name) => `.${name}`), ...all.alone].sort(compareText);
		const domains = names.length > 0 ? names : [nothing];
		const problems = checkCapacity(rulesOf(domains), capacity);
		if (problems.length > 0) return refused(...problems);
		const homeNetworks = homeNet === "clients" ? request.clients : undefined;
		const groups: RuleGroups = {
			name: `${awsRuleName(request)}-Domains`,
			title: titleOf(request),
			capacity,
			// Never several: what one list does not have, it drops, whatever another behind it would pass.
			parts: [{ place: 0, source: { domains } }],
			...(homeNetworks && { homeNetworks }),
		};
		return made(
			{
				...planRuleGroups(groups, options),
				effects: [
					...dropNameless(request.hosts.filter((host) => !told.includes(host))),
					...portlessEffects(told, all, {
						itself: (name) => `also matches ${name}`,
						ports: "passes on every port where TLS or HTTP shows its name",
					}),
				],
				notes: [
					"every other name that its home networks ask for over TLS or HTTP is dropped, also where other rule groups behind it would pass it",
					"other protocols are left to the policy's default actions",
				],
			},
			checkHomeNetworks(request, homeNet),
		);
	},
};
