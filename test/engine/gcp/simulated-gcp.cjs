// What a stand-in for Google Cloud knows. As Google does, it refuses a second rule of one priority in a policy.
const project = "projects/example-net";
const [policy, rule, association] = ["Policy", "PolicyRule", "PolicyAssociation"].map(
	(name) => `gcp:compute/networkFirewall${name}:NetworkFirewall${name}`,
);
const [list, gatewayPolicy, gatewayRule] = ["UrlList", "GatewaySecurityPolicy", "GatewaySecurityPolicyRule"].map(
	(name) => `gcp:networksecurity/${name[0].toLowerCase()}${name.slice(1)}:${name}`,
);
const gateway = "gcp:networkservices/gateway:Gateway";

/** Inputs that Google takes only when the resource is made. */
const replacing = {
	[policy]: ["name", "project"],
	[rule]: ["firewallPolicy", "priority", "project"],
	[association]: ["attachmentTarget", "firewallPolicy", "name", "project"],
	[list]: ["name", "location", "project"],
	[gatewayPolicy]: ["name", "location", "project"],
	[gatewayRule]: ["name", "location", "gatewaySecurityPolicy", "project"],
	[gateway]: [
		"name",
		"location",
		"type",
		"addresses",
		"ports",
		"network",
		"subnetwork",
		"gatewaySecurityPolicy",
		"project",
	],
};

const ids = {
	[policy]: ({ name }) => `${project}/global/firewallPolicies/${name}`,
	[rule]: ({ firewallPolicy, priority }) => `${project}/global/firewallPolicies/${firewallPolicy}/rules/${priority}`,
	[association]: ({ firewallPolicy, name }) =>
		`${project}/global/firewallPolicies/${firewallPolicy}/associations/${name}`,
	[list]: ({ location, name }) => `${project}/locations/${location}/urlLists/${name}`,
	[gatewayPolicy]: ({ location, name }) => `${project}/locations/${location}/gatewaySecurityPolicies/${name}`,
	[gatewayRule]: ({ location, gatewaySecurityPolicy, priority }) =>
		`${project}/locations/${location}/gatewaySecurityPolicies/${gatewaySecurityPolicy}/rules/${priority}`,
	[gateway]: ({ location, name }) => `${project}/locations/${location}/gateways/${name}`,
};

const made = new Set();

module.exports = {
	version: "9.37.0",
	title: "Google Cloud",
	replacing,
	added: {},
	answers: {},
	everywhere: () => ({}),
	idOf(type, inputs) {
		const id = ids[type](inputs);
		if (made.has(id)) throw new Error(`${id} is there already`);
		made.add(id);
		return id;
	},
};
