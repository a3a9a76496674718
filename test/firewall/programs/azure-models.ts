import { existsSync } from "node:fs";
import { cached } from "../../support/cached.js";
import { program, run } from "../../support/programs.js";

const python = cached("azure-mgmt-network-33.1.0/bin/python");

export const whyNoAzureModels =
	existsSync(python) && program(python, ["-c", "import azure.mgmt.network.models"])
		? undefined
		: "azure-mgmt-network is not installed";

/** What Microsoft's models make of the resources of a template. */
export interface ReadByModels {
	/** Members that no model has. */
	readonly unknown: readonly string[];
	/** The model of each rule. */
	readonly rules: readonly string[];
}

const script = `
import json, sys
import azure.mgmt.network.models as models

kinds = {
    "Microsoft.Network/ipGroups": models.IpGroup,
    "Microsoft.Network/firewallPolicies": models.FirewallPolicy,
    "Microsoft.Network/firewallPolicies/ruleCollectionGroups": models.FirewallPolicyRuleCollectionGroup,
}
ofTemplates = ["apiVersion", "dependsOn"]

def look(model, unknown, rules):
    if isinstance(model, list):
        for each in model:
            look(each, unknown, rules)
    elif hasattr(model, "_attr_to_rest_field"):
        fields = model._attr_to_rest_field
        known = [field._rest_name for field in fields.values()]
        unknown.extend(name for name in model.keys() if name not in known)
        if type(model).__name__.endswith("Rule"):
            rules.append(type(model).__name__)
        for name in fields:
            look(getattr(model, name), unknown, rules)

def read(resources):
    unknown, rules = [], []
    for resource in resources:
        members = {name: value for name, value in resource.items() if name not in ofTemplates}
        look(kinds[resource["type"]](members), unknown, rules)
    return {"unknown": unknown, "rules": rules}

json.dump([read(each) for each in json.load(sys.stdin)], sys.stdout)
`;

export function readWithAzureModels(templates: readonly (readonly object[])[]): readonly ReadByModels[] {
	return JSON.parse(run(python, ["-c", script], {}, JSON.stringify(templates)));
}
