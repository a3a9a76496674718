import * as google from "../../../support/google-models.js";

export const whyNoGoogleModels = google.whyNoGoogleModels(
	"google.cloud.compute_v1",
	"google.cloud.iam_admin_v1",
	"google.cloud.orgpolicy_v2",
	"google.cloud.logging_v2",
	"google.cloud.cloudquotas_v1",
	"google.iam.v1",
	"google.identity.accesscontextmanager.v1",
);

/** Kinds that Google publishes no model of in Python, or of which a call says nothing but a name. */
export const withoutModel = [
	"iam.googleapis.com/ServiceAccountKey",
	"dns.googleapis.com/ResponsePolicy",
	"dns.googleapis.com/ResponsePolicyRule",
	"dns.googleapis.com/ManagedZone",
	"dns.googleapis.com/ResourceRecordSet",
	"serviceusage.googleapis.com/Service",
	"enabled model",
	"iam.googleapis.com/WorkforcePool",
	"iam.googleapis.com/WorkforcePoolProvider",
	"accesscontextmanager.googleapis.com/ServicePerimeter.Resource",
	"accesscontextmanager.googleapis.com/ServicePerimeter.DryRunResource",
];

const script = `
import json, sys
from google.protobuf import json_format
from google.cloud import cloudquotas_v1, compute_v1, iam_admin_v1, orgpolicy_v2
from google.cloud.logging_v2 import types as logging
from google.iam.v1 import policy_pb2
from google.identity.accesscontextmanager.v1 import access_level_pb2, service_perimeter_pb2

# By kind: the model, and what the provider calls otherwise than Google does.
kinds = {
    "iam.googleapis.com/Role": (iam_admin_v1.Role, {"permissions": "includedPermissions"}),
    "cloudresourcemanager.googleapis.com/Project.IamMember": (policy_pb2.Binding, {"member": "members"}),
    "cloudresourcemanager.googleapis.com/Project.AuditConfig": (policy_pb2.AuditConfig, {}),
    "iam.googleapis.com/ServiceAccount": (iam_admin_v1.ServiceAccount, {}),
    "compute.googleapis.com/GlobalAddress": (compute_v1.Address, {}),
    "compute.googleapis.com/GlobalForwardingRule": (compute_v1.ForwardingRule, {"ipAddress": "IPAddress"}),
    "orgpolicy.googleapis.com/Policy": (orgpolicy_v2.Policy, {}),
    "logging.googleapis.com/LogBucket": (logging.LogBucket, {}),
    "logging.googleapis.com/LogSink": (logging.LogSink, {}),
    "accesscontextmanager.googleapis.com/AccessLevel": (access_level_pb2.AccessLevel, {}),
    "accesscontextmanager.googleapis.com/ServicePerimeter": (service_perimeter_pb2.ServicePerimeter, {}),
    "cloudquotas.googleapis.com/QuotaPreference": (cloudquotas_v1.QuotaPreference, {}),
}
# What stands in the address of a call or beside its body, or is an affair of the provider alone.
elsewhere = {
    "project", "parent", "location", "roleId", "accountId", "bucketId", "deletionPolicy", "uniqueWriterIdentity",
}

def read(resource):
    kind, renamed = kinds[resource["type"]]
    members = {renamed.get(name, name): value for name, value in resource["properties"].items() if name not in elsewhere}
    if "member" in renamed:
        members["members"] = [members["members"]]
    try:
        json_format.ParseDict(members, kind.pb(kind()) if hasattr(kind, "pb") else kind())
    except json_format.ParseError as fault:
        return str(fault)

json.dump([read(each) for each in json.load(sys.stdin)], sys.stdout)
`;

/** What Google's models find wrong with each planned resource: another member, or another type; null for nothing. */
export function readWithGoogleModels(resources: readonly object[]): readonly (string | null)[] {
	return google.readWithGoogleModels(script, resources);
}
