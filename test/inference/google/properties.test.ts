import type {
	AccessLevelArgs,
	ServicePerimeterArgs,
	ServicePerimeterDryRunResourceArgs,
	ServicePerimeterResourceArgs,
} from "@pulumi/gcp/accesscontextmanager/index.js";
import type { SQuotaPreferenceArgs } from "@pulumi/gcp/cloudquota/index.js";
import type { GlobalAddressArgs, GlobalForwardingRuleArgs } from "@pulumi/gcp/compute/index.js";
import type {
	ManagedZoneArgs,
	RecordSetArgs,
	ResponsePolicyArgs,
	ResponsePolicyRuleArgs,
} from "@pulumi/gcp/dns/index.js";
import type { WorkforcePoolArgs, WorkforcePoolProviderArgs } from "@pulumi/gcp/iam/index.js";
import type { ProjectBucketConfigArgs, ProjectSinkArgs } from "@pulumi/gcp/logging/index.js";
import type { PolicyArgs } from "@pulumi/gcp/orgpolicy/index.js";
import type { IAMAuditConfigArgs, IAMCustomRoleArgs, IAMMemberArgs, ServiceArgs } from "@pulumi/gcp/projects/index.js";
import type { AccountArgs, KeyArgs } from "@pulumi/gcp/serviceaccount/index.js";
import type { AiModelGardenEnableModelArgs } from "@pulumi/gcp/vertex/index.js";
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
	"serviceusage.googleapis.com/Service": ServiceArgs;
	"enabled model": AiModelGardenEnableModelArgs;
	"orgpolicy.googleapis.com/Policy": PolicyArgs;
	"cloudresourcemanager.googleapis.com/Project.AuditConfig": IAMAuditConfigArgs;
	"logging.googleapis.com/LogBucket": ProjectBucketConfigArgs;
	"logging.googleapis.com/LogSink": ProjectSinkArgs;
	"iam.googleapis.com/WorkforcePool": WorkforcePoolArgs;
	"iam.googleapis.com/WorkforcePoolProvider": WorkforcePoolProviderArgs;
	"accesscontextmanager.googleapis.com/AccessLevel": AccessLevelArgs;
	"accesscontextmanager.googleapis.com/ServicePerimeter": ServicePerimeterArgs;
	"accesscontextmanager.googleapis.com/ServicePerimeter.Resource": ServicePerimeterResourceArgs;
	"accesscontextmanager.googleapis.com/ServicePerimeter.DryRunResource": ServicePerimeterDryRunResourceArgs;
	"cloudquotas.googleapis.com/QuotaPreference": SQuotaPreferenceArgs;
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
