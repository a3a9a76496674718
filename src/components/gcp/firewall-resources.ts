import type { GcpFirewallProperties } from "../../firewall/gcp/properties.js";
import type { GcpFirewallType } from "../../firewall/gcp/resource.js";
import { alone, type Placer, withIdAndName } from "../placer.js";
import type { Filled } from "./filled.js";
import { gcpSdk } from "./sdk.js";

/** How each kind of resource is created, and what of it others refer to. */
export const gcpFirewallResources: { readonly [Type in GcpFirewallType]: Placer<Filled<GcpFirewallProperties[Type]>> } =
	{
		"compute.googleapis.com/FirewallPolicy": (name, properties, opts) =>
			withIdAndName(new (gcpSdk.module("compute/index.js").NetworkFirewallPolicy)(name, properties, opts)),
		"compute.googleapis.com/FirewallPolicy.Rule": (name, properties, opts) =>
			alone(new (gcpSdk.module("compute/index.js").NetworkFirewallPolicyRule)(name, properties, opts)),
		"compute.googleapis.com/FirewallPolicy.Association": (name, properties, opts) =>
			alone(new (gcpSdk.module("compute/index.js").NetworkFirewallPolicyAssociation)(name, properties, opts)),
		"networksecurity.googleapis.com/UrlList": (name, properties, opts) =>
			withIdAndName(new (gcpSdk.module("networksecurity/index.js").UrlList)(name, properties, opts)),
		"networksecurity.googleapis.com/GatewaySecurityPolicy": (name, properties, opts) =>
			withIdAndName(new (gcpSdk.module("networksecurity/index.js").GatewaySecurityPolicy)(name, properties, opts)),
		"networksecurity.googleapis.com/GatewaySecurityPolicyRule": (name, properties, opts) =>
			alone(new (gcpSdk.module("networksecurity/index.js").GatewaySecurityPolicyRule)(name, properties, opts)),
		"networkservices.googleapis.com/Gateway": (name, properties, opts) =>
			withIdAndName(new (gcpSdk.module("networkservices/index.js").Gateway)(name, properties, opts)),
	};
