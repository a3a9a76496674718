// What a stand-in for Azure AI Foundry and Entra ID knows. What stands in its Azure is in `azure.json` beside it. As Azure
// does, it keeps the name of a deleted account, takes one change of an account at a time, keeps what a stack held when the
// stack goes, and deletes no account that holds deployments; it refuses one deployment that `conflict-once` names.
const { existsSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const beside = (name) => path.join(__dirname, name);
const subscription = "0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11";
const account = "azure-native:cognitiveservices:Account";
const stack = "azure-native:resources:DeploymentStackAtResourceGroup";
const app = "azuread:index/applicationRegistration:ApplicationRegistration";
const principal = "azuread:index/servicePrincipal:ServicePrincipal";

/** Accounts and deleted ones with the names of their deployments, oldest first; and what each stack looks after. */
const nothing = { accounts: {}, deleted: {}, stacks: {} };

function azure() {
	return existsSync(beside("azure.json")) ? JSON.parse(readFileSync(beside("azure.json"), "utf8")) : nothing;
}

function changeAzure(change) {
	const world = azure();
	try {
		return change(world);
	} finally {
		// What was done before a refusal stays done.
		writeFileSync(beside("azure.json"), JSON.stringify(world));
	}
}

function createAccount({ accounts, deleted }, { accountName, properties }) {
	const before = deleted[accountName];
	if (before && !properties.restore) {
		throw new Error(
			`FlagMustBeSetForRestore: an existing resource ${accountName} has been soft-deleted; to restore it, restore must be true in the property`,
		);
	}
	if (!before && properties.restore) throw new Error(`CanNotRestoreANonExistingResource: ${accountName}`);
	delete deleted[accountName];
	accounts[accountName] = before ?? [];
}

function deleteAccount({ accounts, deleted }, { accountName }) {
	if (accounts[accountName]?.length > 0) {
		throw new Error(`CannotDeleteResource: cannot delete resource ${accountName} while nested resources exist`);
	}
	deleted[accountName] = accounts[accountName];
	delete accounts[accountName];
}

/** Runs a template, and deletes of what the stack looked after what stands in it no more. */
function putStack(world, { deploymentStackName: name, template, actionOnUnmanage }) {
	const wanted = template.resources.map((each) => each.name);
	const done = new Set();
	while (done.size < wanted.length) {
		const ready = template.resources.filter(
			(each) => !done.has(each.name) && each.dependsOn.every((id) => [...done].some((one) => id === idOf(one))),
		);
		if (ready.length !== 1) throw new Error(`RequestConflict: ${ready.length} changes of an account at a time`);
		const [{ name: full, properties }] = ready;
		const [accountName, deployment] = full.split("/");
		if (!properties.modelProviderData) throw new Error("InvalidModelProviderData");
		if (
			existsSync(beside("conflict-once")) &&
			JSON.parse(readFileSync(beside("conflict-once"), "utf8")) === deployment
		) {
			rmSync(beside("conflict-once"));
			throw new Error("RequestConflict: another operation is being performed on the parent resource");
		}
		const held = world.accounts[accountName];
		if (!held) throw new Error(`ParentResourceNotFound: ${accountName}`);
		if (!held.includes(deployment)) held.push(deployment);
		done.add(full);
	}
	const gone = (world.stacks[name] ?? []).filter((full) => !wanted.includes(full));
	if (actionOnUnmanage.resources === "delete") {
		for (const full of gone) {
			const [accountName, deployment] = full.split("/");
			world.accounts[accountName] = world.accounts[accountName].filter((each) => each !== deployment);
		}
	}
	world.stacks[name] = wanted;
}

function idOf(full) {
	const [accountName, deployment] = full.split("/");
	return `[resourceId('Microsoft.CognitiveServices/accounts/deployments', '${accountName}', '${deployment}')]`;
}

const changes = {
	[account]: { create: createAccount, update: () => {}, delete: deleteAccount },
	[stack]: {
		create: putStack,
		update: putStack,
		delete: ({ stacks }, { deploymentStackName }) => void delete stacks[deploymentStackName],
	},
};

/** What a key of the account is told from, and nothing else. */
const keys = { key1: "first-key-of-the-account", key2: "second-key-of-the-account" };

module.exports = {
	version: "3.28.0",
	title: "Azure",
	replacing: {
		[account]: ["accountName", "resourceGroupName", "location"],
		[stack]: ["deploymentStackName", "resourceGroupName"],
		"azure-native:authorization:RoleAssignment": ["principalId", "roleAssignmentName", "roleDefinitionId", "scope"],
	},
	added: {
		[account]: ({ accountName }) => ({ name: accountName }),
		"azure-native:network:PrivateEndpoint": ({ privateEndpointName }) => ({ name: privateEndpointName }),
		"azure-native:privatedns:PrivateZone": ({ privateZoneName }) => ({ name: privateZoneName }),
		[app]: (_, name) => ({ clientId: `client-id-of-${name}` }),
		[principal]: (_, name) => ({ objectId: `object-id-of-${name}` }),
	},
	answers: {
		"azure-native:authorization:getClientConfig": () => ({
			subscriptionId: existsSync(beside("subscription")) ? readSubscription() : subscription,
		}),
		"azure-native:cognitiveservices:listAccountKeys": () => keys,
		"azuread:index/getClientConfig:getClientConfig": () =>
			existsSync(beside("tenant")) ? { tenantId: JSON.parse(readFileSync(beside("tenant"), "utf8")) } : {},
		"azuread:index/getServicePrincipal:getServicePrincipal": ({ displayName }) => ({
			clientId: `client-id-of-${displayName}`,
			objectId: `object-id-of-${displayName}`,
			oauth2PermissionScopeIds: displayName === "Microsoft Cognitive Services" ? { user_impersonation: "scope" } : {},
		}),
	},
	everywhere: () => ({}),
	idOf: (type, _, name) => (type === app ? `/applications/${name}` : name),
	during(type, change, { operation, inputs }) {
		if (changes[type]) changeAzure((world) => changes[type][operation](world, inputs));
		return change();
	},
};

function readSubscription() {
	return JSON.parse(readFileSync(beside("subscription"), "utf8"));
}
