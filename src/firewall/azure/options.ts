import { armId } from "../../cloud/arm-id.js";
import { flag, integer, late, list, textMatching, words } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";

/** Where the rules go in Azure, and whom they are for. */
export interface AzureFirewallOptions<Late = string> {
	/** Resource group of the firewall policy, and of what is created beside it. */
	readonly resourceGroup: Late;
	/**
	 * Name of the firewall policy that the rules go into.
	 * @default - a policy of their own, which a firewall is to be given
	 */
	readonly policy?: Late;
	/** Tier of a policy of their own, as its firewall has it. @default "Standard" */
	readonly tier?: "Standard" | "Premium";
	/** Resource id of the policy that a policy of their own inherits from. @default - none */
	readonly basePolicy?: Late;
	/** Region of what is created, such as `westeurope`. @default - that of the resource group */
	readonly location?: Late;
	/**
	 * Priority of the rule collection group in its policy; the lowest number is processed first. Rules of a group of users
	 * have one of their own in the thousand that follows. @default 1000
	 */
	readonly priority?: number;
	/**
	 * Resource ids of IP groups that devices come from, where a group of users does not say its own `clients`.
	 * @default - one is created of `clients`
	 */
	readonly ipGroups?: readonly Late[];
	/**
	 * Whether the rules hold for whatever network traffic comes from, as in a firewall of these devices alone, where a
	 * group of users does not say its own `clients`. @default false
	 */
	readonly everySource?: boolean;
	/**
	 * Whether devices ask the DNS proxy of the firewall, without which no rule can hold for a name on a port that shows
	 * none, such as that of SSH. A policy of their own turns the proxy on. @default false
	 */
	readonly dnsProxy?: boolean;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const resourceName = late(
	textMatching(
		"azure-name",
		/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$/,
		"is no name of a firewall policy; expected up to 80 letters, digits, underscores, dots and hyphens",
	),
);

/** {@link AzureFirewallOptions} as members of a block. */
export const azureFirewallOptions: Readonly<Record<keyof AzureFirewallOptions, Member>> = {
	resourceGroup: {
		shape: late(
			textMatching(
				"azure-name",
				/^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$/,
				"is no name of a resource group; expected up to 90 letters, digits, underscores, dots, hyphens and brackets",
			),
		),
		summary: "Resource group of the firewall policy, and of what is created beside it.",
		required: true,
	},
	policy: {
		shape: resourceName,
		summary: "Name of the firewall policy that the rules go into.",
		defaultNote: "a policy of their own, which a firewall is to be given",
	},
	tier: {
		shape: words(["Standard", "Premium"]),
		summary: "Tier of a policy of their own, as its firewall has it.",
		default: "Standard",
	},
	basePolicy: {
		shape: armId("Microsoft.Network/firewallPolicies"),
		summary: "Resource id of the policy that a policy of their own inherits from.",
		defaultNote: "none",
	},
	location: {
		shape: late(textMatching("azure-region", /^[a-z0-9]{2,40}$/, "is no region; expected such as westeurope")),
		summary: "Region of what is created.",
		defaultNote: "that of the resource group",
	},
	priority: {
		shape: integer({ min: 100, max: 64_000 }),
		summary: "Priority of the rule collection group in its policy; the lowest number is processed first.",
		default: 1000,
	},
	ipGroups: {
		shape: list(armId("Microsoft.Network/ipGroups"), { minItems: 1 }),
		summary: "Resource ids of IP groups that devices come from, where a group of users says no clients.",
		defaultNote: "one is created of clients",
	},
	everySource: {
		shape: flag,
		summary: "Whether the rules hold for whatever network traffic comes from, where a group of users says no clients.",
		default: false,
	},
	dnsProxy: {
		shape: flag,
		summary:
			"Whether devices ask the firewall's DNS proxy, which rules for SSH need; a policy of their own turns it on.",
		default: false,
	},
};
