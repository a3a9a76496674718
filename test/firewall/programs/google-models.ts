import * as google from "../../support/google-models.js";

export const whyNoGoogleModels = google.whyNoGoogleModels(
	"google.cloud.compute_v1",
	"google.cloud.network_security_v1",
	"google.cloud.network_services_v1",
);

const script = `
import json, sys
from google.protobuf import json_format
from google.cloud import compute_v1, network_security_v1, network_services_v1

kinds = {
    "compute.googleapis.com/FirewallPolicy": compute_v1.FirewallPolicy,
    "compute.googleapis.com/FirewallPolicy.Rule": compute_v1.FirewallPolicyRule,
    "compute.googleapis.com/FirewallPolicy.Association": compute_v1.FirewallPolicyAssociation,
    "networksecurity.googleapis.com/UrlList": network_security_v1.UrlList,
    "networksecurity.googleapis.com/GatewaySecurityPolicy": network_security_v1.GatewaySecurityPolicy,
    "networksecurity.googleapis.com/GatewaySecurityPolicyRule": network_security_v1.GatewaySecurityPolicyRule,
    "networkservices.googleapis.com/Gateway": network_services_v1.Gateway,
}
# What stands in the address of a call, or is an affair of the SDK alone.
elsewhere = ["project", "location", "deleteSwgAutogenRouterOnDestroy"]
parents = {
    "compute.googleapis.com/FirewallPolicy.Rule": "firewallPolicy",
    "compute.googleapis.com/FirewallPolicy.Association": "firewallPolicy",
    "networksecurity.googleapis.com/GatewaySecurityPolicyRule": "gatewaySecurityPolicy",
}

def read(resource):
    kind = kinds[resource["type"]]
    apart = elsewhere + [parents.get(resource["type"])]
    members = {name: value for name, value in resource["properties"].items() if name not in apart}
    try:
        json_format.ParseDict(members, kind.pb(kind()))
    except json_format.ParseError as fault:
        return str(fault)

json.dump([read(each) for each in json.load(sys.stdin)], sys.stdout)
`;

/** What Google's models find wrong with each planned resource: another member, or another type; null for nothing. */
export function readWithGoogleModels(resources: readonly object[]): readonly (string | null)[] {
	return google.readWithGoogleModels(script, resources);
}
