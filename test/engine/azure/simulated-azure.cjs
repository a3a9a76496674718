// What a stand-in for Azure knows. As Azure does, it refuses a change of a firewall policy while another one is under way.
const { setTimeout } = require("node:timers/promises");

const network =
	"/subscriptions/0f1e2d3c-4b5a-4968-8776-655443322110/resourceGroups/network/providers/Microsoft.Network";
const [ipGroup, policy, rules] = ["IpGroup", "FirewallPolicy", "FirewallPolicyRuleCollectionGroup"].map(
	(name) => `azure-native:network:${name}`,
);

/** Inputs that Azure takes only when the resource is made. */
const replacing = {
	[ipGroup]: ["resourceGroupName", "ipGroupsName", "location"],
	[policy]: ["resourceGroupName", "firewallPolicyName", "location"],
	[rules]: ["resourceGroupName", "firewallPolicyName", "ruleCollectionGroupName"],
};

const ids = {
	[ipGroup]: ({ ipGroupsName }) => `${network}/ipGroups/${ipGroupsName}`,
	[policy]: ({ firewallPolicyName }) => `${network}/firewallPolicies/${firewallPolicyName}`,
	[rules]: ({ firewallPolicyName, ruleCollectionGroupName }) =>
		`${network}/firewallPolicies/${firewallPolicyName}/ruleCollectionGroups/${ruleCollectionGroupName}`,
};

let isChanging = false;

/** A change takes as long as another one needs to come in between. */
async function during(type, change) {
	if (type !== rules) return change();
	if (isChanging) throw new Error("AnotherOperationInProgress: another change of the firewall policy is under way");
	isChanging = true;
	await setTimeout(300);
	isChanging = false;
	return change();
}

module.exports = {
	version: "3.28.0",
	title: "Azure",
	replacing,
	added: {},
	answers: {},
	everywhere: (name) => ({ name }),
	idOf: (type, inputs) => ids[type](inputs),
	during,
};
