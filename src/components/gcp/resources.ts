import * as pulumi from "@pulumi/pulumi";
import type { GoogleProperties } from "../../inference/google/properties.js";
import type { GoogleResourceType } from "../../inference/google/resource.js";
import { alone, type Placer, withId, withIdAndName } from "../placer.js";
import type { Filled } from "./filled.js";
import { gcpSdk } from "./sdk.js";

/** How each kind of resource is created, and what of it others refer to. */
export const googleResources: { readonly [Type in GoogleResourceType]: Placer<Filled<GoogleProperties[Type]>> } = {
	"iam.googleapis.com/Role": (name, properties, opts) =>
		withIdAndName(new (gcpSdk.module("projects/index.js").IAMCustomRole)(name, properties, opts)),
	"cloudresourcemanager.googleapis.com/Project.IamMember": (name, properties, opts) =>
		alone(new (gcpSdk.module("projects/index.js").IAMMember)(name, properties, opts)),

	"iam.googleapis.com/ServiceAccount": (name, properties, opts) => {
		const account = new (gcpSdk.module("serviceaccount/index.js").Account)(name, properties, opts);
		return { resource: account, outputs: { name: account.name, email: account.email, member: account.member } };
	},
	"iam.googleapis.com/ServiceAccountKey": (name, properties, opts) => {
		const key = new (gcpSdk.module("serviceaccount/index.js").Key)(name, properties, opts);
		return { resource: key, outputs: { credentials: pulumi.secret(key.privateKey.apply(credentialsFile)) } };
	},

	"compute.googleapis.com/GlobalAddress": (name, properties, opts) =>
		withId(new (gcpSdk.module("compute/index.js").GlobalAddress)(name, properties, opts)),
	"compute.googleapis.com/GlobalForwardingRule": (name, properties, opts) =>
		withId(new (gcpSdk.module("compute/index.js").GlobalForwardingRule)(name, properties, opts)),
	"dns.googleapis.com/ResponsePolicy": (name, properties, opts) => {
		const policy = new (gcpSdk.module("dns/index.js").ResponsePolicy)(name, properties, opts);
		return { resource: policy, outputs: { responsePolicyName: policy.responsePolicyName } };
	},
	"dns.googleapis.com/ResponsePolicyRule": (name, properties, opts) =>
		alone(new (gcpSdk.module("dns/index.js").ResponsePolicyRule)(name, properties, opts)),
	"dns.googleapis.com/ManagedZone": (name, properties, opts) =>
		withIdAndName(new (gcpSdk.module("dns/index.js").ManagedZone)(name, properties, opts)),
	"dns.googleapis.com/ResourceRecordSet": (name, properties, opts) =>
		alone(new (gcpSdk.module("dns/index.js").RecordSet)(name, properties, opts)),

	"serviceusage.googleapis.com/Service": (name, properties, opts) =>
		alone(new (gcpSdk.module("projects/index.js").Service)(name, properties, opts)),
	"enabled model": (name, properties, opts) =>
		alone(new (gcpSdk.module("vertex/index.js").AiModelGardenEnableModel)(name, properties, opts)),
	"orgpolicy.googleapis.com/Policy": (name, properties, opts) =>
		alone(new (gcpSdk.module("orgpolicy/index.js").Policy)(name, properties, opts)),
	"cloudquotas.googleapis.com/QuotaPreference": (name, properties, opts) =>
		alone(new (gcpSdk.module("cloudquota/index.js").SQuotaPreference)(name, properties, opts)),

	"cloudresourcemanager.googleapis.com/Project.AuditConfig": (name, properties, opts) =>
		alone(new (gcpSdk.module("projects/index.js").IAMAuditConfig)(name, properties, opts)),
	"logging.googleapis.com/LogBucket": (name, properties, opts) =>
		withId(new (gcpSdk.module("logging/index.js").ProjectBucketConfig)(name, properties, opts)),
	"logging.googleapis.com/LogSink": (name, properties, opts) => {
		const sink = new (gcpSdk.module("logging/index.js").ProjectSink)(name, properties, opts);
		return { resource: sink, outputs: { writerIdentity: sink.writerIdentity } };
	},

	"iam.googleapis.com/WorkforcePool": (name, properties, opts) => {
		const pool = new (gcpSdk.module("iam/index.js").WorkforcePool)(name, properties, opts);
		return { resource: pool, outputs: { workforcePoolId: pool.workforcePoolId } };
	},
	"iam.googleapis.com/WorkforcePoolProvider": (name, properties, opts) =>
		alone(new (gcpSdk.module("iam/index.js").WorkforcePoolProvider)(name, properties, opts)),

	"accesscontextmanager.googleapis.com/AccessLevel": (name, properties, opts) =>
		withIdAndName(new (gcpSdk.module("accesscontextmanager/index.js").AccessLevel)(name, properties, opts)),
	"accesscontextmanager.googleapis.com/ServicePerimeter": (name, properties, opts) =>
		alone(new (gcpSdk.module("accesscontextmanager/index.js").ServicePerimeter)(name, properties, opts)),
	"accesscontextmanager.googleapis.com/ServicePerimeter.Resource": (name, properties, opts) =>
		alone(new (gcpSdk.module("accesscontextmanager/index.js").ServicePerimeterResource)(name, properties, opts)),
	"accesscontextmanager.googleapis.com/ServicePerimeter.DryRunResource": (name, properties, opts) => {
		const { ServicePerimeterDryRunResource } = gcpSdk.module("accesscontextmanager/index.js");
		return alone(new ServicePerimeterDryRunResource(name, properties, opts));
	},
};

/** The JSON text of a credentials file, of which Google hands out base64; a stand-in for Google may hand out nothing. */
function credentialsFile(privateKey: string | undefined): string {
	return Buffer.from(privateKey ?? "", "base64").toString("utf8");
}
