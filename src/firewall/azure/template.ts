import { prettyJson } from "../../json.js";
import { tokensIn } from "../../reference/token.js";
import type { RuleFile } from "../backend.js";
import { type Placement, policySettings } from "./plan.js";
import type { RuleCollection } from "./rule-collections.js";
import type { SourcesOfRule } from "./sources.js";

const apiVersion = "2024-05-01";

/**
 * `template.json`: the same for Azure Resource Manager, to review and to deploy into the resource group without Pulumi.
 * What only a program knows is a parameter without a default.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function templateFile(placement: Placement): RuleFile {
	const { name, priority, options, sources, collections } = placement;
	const { policy, basePolicy, location, ipGroups } = options;
	const { networks } = sources;
	const isOwn = policy === undefined;
	const usesIpGroups = !networks && "sourceIpGroups" in sources.of;
	const inPolicy = "parameters('policy')";
	const resources = [
		...(networks ? [{ ...head("ipGroups", name), properties: { ipAddresses: networks } }] : []),
		...(isOwn
			? [
					{
						...head("firewallPolicies", `[${inPolicy}]`),
						properties: {
							...(basePolicy !== undefined && { basePolicy: { id: "[parameters('basePolicy')]" } }),
							...policySettings(options),
						},
					},
				]
			: []),
		{
			type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
			apiVersion,
			name: `[format('{0}/{1}', ${inPolicy}, '${name}')]`,
			dependsOn: [
				...(networks ? [`[${idOf("ipGroups", `'${name}'`)}]`] : []),
				...(isOwn ? [`[${idOf("firewallPolicies", inPolicy)}]`] : []),
			],
			properties: {
				priority,
				ruleCollections: withSources(collections, templateSources(sources.of, networks && name)),
			},
		},
	];
	const isLocated = networks !== undefined || isOwn;
	const content = {
		$schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
		contentVersion: "1.0.0.0",
		parameters: {
			policy: parameter("string", policy ?? name),
			...(isLocated && { location: parameter("string", location ?? "[resourceGroup().location]") }),
			...(basePolicy !== undefined && isOwn && { basePolicy: parameter("string", basePolicy) }),
			...(usesIpGroups && { ipGroups: parameter("array", ipGroups ?? []) }),
		},
		resources,
	};
	return { name: "template.json", mediaType: "application/json", content: prettyJson(content) };
}

function head(kind: string, name: string) {
	return { type: `Microsoft.Network/${kind}`, apiVersion, name, location: "[parameters('location')]" };
}

function idOf(kind: string, name: string): string {
	return `resourceId('Microsoft.Network/${kind}', ${name})`;
}

function parameter(type: "string" | "array", value: string | readonly string[]) {
	return tokensIn(value).length > 0 ? { type } : { type, defaultValue: value };
}

function templateSources(of: SourcesOfRule, ownGroup: string | undefined): object {
	if (ownGroup !== undefined) return { sourceIpGroups: [`[${idOf("ipGroups", `'${ownGroup}'`)}]`] };
	return "sourceIpGroups" in of ? { sourceIpGroups: "[parameters('ipGroups')]" } : of;
}

/** The rules, with what a template calls their sources. */
function withSources(collections: readonly RuleCollection[], sources: object): object[] {
	return collections.map(({ rules, ...collection }) => ({
		...collection,
		rules: rules.map((rule) => ({ ...rule, ...sources })),
	}));
}
