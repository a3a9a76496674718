import type { GlobalAddressArgs, GlobalForwardingRuleArgs } from "@pulumi/gcp/compute/index.js";
import type {
	ManagedZoneArgs,
	RecordSetArgs,
	ResponsePolicyArgs,
	ResponsePolicyRuleArgs,
} from "@pulumi/gcp/dns/index.js";
import type { IAMCustomRoleArgs, IAMMemberArgs } from "@pulumi/gcp/projects/index.js";
import type { AccountArgs, KeyArgs } from "@pulumi/gcp/serviceaccount/index.js";
import { expectTypeOf, test } from "vitest";
import type { GoogleProperties } from "../../../src/inference/google/properties.js";

/** The class of the provider that each kind is placed with. */
interface Placed {
	"iam.googleapis.com/Role": IAMCustomRoleArgs;
	"cloudresourcemanager.googleapis.com/Project.IamMember": IAMMemberArgs;
	"iam.googleapis.com/ServiceAccount": AccountArgs;
	"iam.googleapis.com/ServiceAccountKey": KeyArgs;
	"compute.googleapis.com/GlobalAddress": GlobalAddressArgs;
	"compute.googleapis.com/GlobalForwardingRule": GlobalForwardingRuleArgs;
	"dns.googleapis.com/ResponsePolicy": ResponsePolicyArgs;
	"dns.googleapis.com/ResponsePolicyRule": ResponsePolicyRuleArgs;
	"dns.googleapis.com/ManagedZone": ManagedZoneArgs;
	"dns.googleapis.com/ResourceRecordSet": RecordSetArgs;
}

/** Names that the provider would not know, and types that it would not take. */
type Strangers = {
	[Kind in keyof GoogleProperties]:
		| Exclude<keyof GoogleProperties[Kind], keyof Placed[Kind]>
		| (GoogleProperties[Kind] extends Placed[Kind] ? never : Kind);
}[keyof GoogleProperties];

test("every kind has the arguments of a class of the provider", () => {
	expectTypeOf<keyof Placed>().toEqualTypeOf<keyof GoogleProperties>();
	expectTypeOf<Strangers>().toEqualTypeOf<never>();
});
