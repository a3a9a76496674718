type List = readonly string[];

/** What every resource of a project may say; without one the project is that of the credentials that deploy. */
interface OfProject {
	readonly project?: string | undefined;
}

/** What a rule of a firewall policy matches; sources and destinations are of one family of addresses. */
export interface PolicyRuleMatch {
	readonly srcIpRanges?: List;
	readonly destIpRanges?: List;
	readonly destFqdns?: List;
	readonly layer4Configs: readonly { readonly ipProtocol: string; readonly ports?: List }[];
}

/**
 * What each kind of resource is created with, in Google's words and as its SDK takes it.
 * https://cloud.google.com/compute/docs/reference/rest/v1/networkFirewallPolicies
 * https://cloud.google.com/secure-web-proxy/docs/reference/network-security/rest
 */
export interface GcpFirewallProperties {
	readonly "compute.googleapis.com/FirewallPolicy": OfProject & {
		readonly name: string;
		readonly description: string;
	};
	readonly "compute.googleapis.com/FirewallPolicy.Rule": OfProject & {
		readonly firewallPolicy: string;
		readonly priority: number;
		readonly ruleName: string;
		readonly description: string;
		readonly direction: "EGRESS";
		readonly action: "allow" | "deny";
		readonly enableLogging: boolean;
		readonly match: PolicyRuleMatch;
		readonly targetSecureTags?: readonly { readonly name: string }[] | undefined;
		readonly targetServiceAccounts?: List | undefined;
	};
	readonly "compute.googleapis.com/FirewallPolicy.Association": OfProject & {
		readonly name: string;
		readonly firewallPolicy: string;
		readonly attachmentTarget: string;
	};
	readonly "networksecurity.googleapis.com/UrlList": OfProject & {
		readonly location: string;
		readonly name: string;
		readonly description: string;
		readonly values: List;
	};
	readonly "networksecurity.googleapis.com/GatewaySecurityPolicy": OfProject & {
		readonly location: string;
		readonly name: string;
		readonly description: string;
	};
	readonly "networksecurity.googleapis.com/GatewaySecurityPolicyRule": OfProject & {
		readonly location: string;
		readonly gatewaySecurityPolicy: string;
		readonly name: string;
		readonly description: string;
		readonly priority: number;
		readonly enabled: boolean;
		readonly basicProfile: "ALLOW" | "DENY";
		readonly sessionMatcher: string;
	};
	readonly "networkservices.googleapis.com/Gateway": OfProject & {
		readonly location: string;
		readonly name: string;
		readonly description: string;
		readonly type: "SECURE_WEB_GATEWAY";
		readonly routingMode: "EXPLICIT_ROUTING_MODE";
		readonly network: string;
		readonly subnetwork: string;
		readonly addresses?: List | undefined;
		readonly ports: readonly number[];
		readonly certificateUrls?: List | undefined;
		readonly gatewaySecurityPolicy: string;
		readonly deleteSwgAutogenRouterOnDestroy: boolean;
	};
}
