import { resourcesOf } from "../../cloud/plan-resource.js";
import type { GoogleProperties } from "./properties.js";

export type GoogleResourceType = keyof GoogleProperties;

/** What Google meters of each kind. https://cloud.google.com/pricing/list */
const meters: Readonly<Record<GoogleResourceType, string>> = {
	"iam.googleapis.com/Role": "free",
	"cloudresourcemanager.googleapis.com/Project.IamMember": "free",
	"iam.googleapis.com/ServiceAccount": "free",
	"iam.googleapis.com/ServiceAccountKey": "free",
	"compute.googleapis.com/GlobalAddress": "free",
	"compute.googleapis.com/GlobalForwardingRule": "per hour, and per gigabyte",
	"dns.googleapis.com/ResponsePolicy": "free",
	"dns.googleapis.com/ResponsePolicyRule": "per query",
	"dns.googleapis.com/ManagedZone": "per zone and month, and per query",
	"dns.googleapis.com/ResourceRecordSet": "free",
	"serviceusage.googleapis.com/Service": "free",
	"enabled model": "free",
	"orgpolicy.googleapis.com/Policy": "free",
	"cloudresourcemanager.googleapis.com/Project.AuditConfig": "free",
	"logging.googleapis.com/LogBucket": "per gigabyte taken in and kept",
	"logging.googleapis.com/LogSink": "free",
	"iam.googleapis.com/WorkforcePool": "free",
	"iam.googleapis.com/WorkforcePoolProvider": "free",
	"accesscontextmanager.googleapis.com/AccessLevel": "free",
	"accesscontextmanager.googleapis.com/ServicePerimeter": "free",
	"accesscontextmanager.googleapis.com/ServicePerimeter.Resource": "free",
	"accesscontextmanager.googleapis.com/ServicePerimeter.DryRunResource": "free",
	"cloudquotas.googleapis.com/QuotaPreference": "free",
};

/** A resource to be; its type says which properties it takes. */
export const resource = resourcesOf<GoogleProperties>(meters);

/** What is paid for of what is used, and not created here. */
export function meterOf(type: GoogleResourceType): string {
	return meters[type];
}
