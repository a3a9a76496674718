import { formatAddress } from "../../egress/plan.js";
import { isObject } from "../../json.js";
import { matchesAny } from "../../pattern.js";
import { list, text } from "../../shape/build.js";
import { eachGroup, type PolicyGroup } from "../each-group.js";
import { parameters } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

/** Routes whose provider can be reached without the public internet; a gateway is the organisation's own to place. */
const routes = ["bedrock", "mantle", "vertex", "foundry"];

export const privateEndpoints = definePolicyRule<{ readonly hosts: readonly string[] }>({
	id: "private-endpoints",
	title: "models are called by private endpoints, and the public ones are closed",
	why: "On a public endpoint a stolen credential works from anywhere, and content crosses the internet.",
	fix: "Give the route provision.privateEndpoints (privateEndpoint on Google Cloud and Azure), or the baseUrl of a private endpoint that stands.",
	severity: "error",
	parameters: parameters({
		hosts: {
			shape: list(text()),
			summary: "Hosts of private endpoints. `*` stands for any text.",
			default: ["*.vpce.amazonaws.com", "*.p.googleapis.com"],
		},
	}),
	check: (deployment, { hosts }) => eachGroup(deployment, (group) => publicHosts(group, hosts)),
	checkResource: ({ name, properties }) => {
		// What Azure's provider puts into an object of its own.
		const inner = isObject(properties.properties) ? properties.properties : {};
		if (![properties, inner].some(isOpen)) return [];
		return [{ subject: name, says: `${name} answers on the public internet` }];
	},
});

function publicHosts(group: PolicyGroup, privateHosts: readonly string[]): PolicyFinding[] {
	const provider = group.value("inferenceProvider");
	if (!routes.some((route) => route === provider)) return [];
	return group.group.egress.hosts
		.filter(
			({ host, reasons }) => !matchesAny(privateHosts, host) && reasons.some(({ feature }) => feature === "inference"),
		)
		.map((host) => {
			const address = formatAddress(host);
			return group.finding(address, "inferenceProvider", `calls models at ${address}, a public endpoint`);
		});
}

/** https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks */
function isOpen({ publicNetworkAccess: access }: Readonly<Record<string, unknown>>): boolean {
	return typeof access === "string" && access.toLowerCase() === "enabled";
}
