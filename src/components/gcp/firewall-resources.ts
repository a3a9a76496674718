import type * as pulumi from "@pulumi/pulumi";
import type { GcpFirewallProperties } from "../../firewall/gcp/properties.js";
import type { GcpFirewallType } from "../../firewall/gcp/resource.js";
import type { PlacedResource } from "../place-plan.js";
import { gcpSdk } from "./sdk.js";

/** Plain data as the SDK's types have it, which mark no list as one that is only read. */
type Data<Value> = Value extends readonly (infer Item)[]
	? Data<Item>[]
	: Value extends object
		? { [Name in keyof Value]: Data<Value[Name]> }
		: Value;

/** Properties with their tokens filled. */
type Filled<Properties> = { [Name in keyof Properties]: pulumi.Input<Data<Properties[Name]>> };

type Placer<Properties> = (
	name: string,
	properties: Filled<Properties>,
	opts: pulumi.CustomResourceOptions,
) => PlacedResource;

/** How each kind of resource is created, and what of it others refer to. */
export const gcpFirewallResources: { readonly [Type in GcpFirewallType]: Placer<GcpFirewallProperties[Type]> } = {
	"compute.googleapis.com/FirewallPolicy": (name, properties, opts) =>
		named(new (gcpSdk.module("compute/index.js").NetworkFirewallPolicy)(name, properties, opts)),
	"compute.googleapis.com/FirewallPolicy.Rule": (name, properties, opts) =>
		alone(new (gcpSdk.module("compute/index.js").NetworkFirewallPolicyRule)(name, properties, opts)),
	"compute.googleapis.com/FirewallPolicy.Association": (name, properties, opts) =>
		alone(new (gcpSdk.module("compute/index.js").NetworkFirewallPolicyAssociation)(name, properties, opts)),
	"networksecurity.googleapis.com/UrlList": (name, properties, opts) =>
		named(new (gcpSdk.module("networksecurity/index.js").UrlList)(name, properties, opts)),
	"networksecurity.googleapis.com/GatewaySecurityPolicy": (name, properties, opts) =>
		named(new (gcpSdk.module("networksecurity/index.js").GatewaySecurityPolicy)(name, properties, opts)),
	"networksecurity.googleapis.com/GatewaySecurityPolicyRule": (name, properties, opts) =>
		alone(new (gcpSdk.module("networksecurity/index.js").GatewaySecurityPolicyRule)(name, properties, opts)),
	"networkservices.googleapis.com/Gateway": (name, properties, opts) =>
		named(new (gcpSdk.module("networkservices/index.js").Gateway)(name, properties, opts)),
};

/** What nothing else refers to. */
function alone(resource: pulumi.CustomResource): PlacedResource {
	return { resource, outputs: {} };
}

/** What others refer to by its path in Google's APIs, or by its name. */
function named(resource: pulumi.CustomResource & { readonly name: pulumi.Output<string> }): PlacedResource {
	return { resource, outputs: { id: resource.id, name: resource.name } };
}
