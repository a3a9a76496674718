// What a stand-in for Azure knows of storage. Containers are those of the server that `server.json` names.
const { readFileSync } = require("node:fs");
const path = require("node:path");

const [account, service, container] = ["StorageAccount", "BlobServiceProperties", "BlobContainer"].map(
	(name) => `azure-native:storage:${name}`,
);
const role = "azure-native:authorization:RoleAssignment";

/** Inputs that Azure, or its provider, takes only when the resource is made. */
const replacing = {
	[account]: ["resourceGroupName", "accountName", "location"],
	[service]: ["resourceGroupName", "accountName"],
	[container]: ["resourceGroupName", "accountName", "containerName"],
	[role]: ["scope", "roleAssignmentName", "roleDefinitionId", "principalId", "principalType"],
};

const beside = (name) => path.join(__dirname, name);
const read = (name) => JSON.parse(readFileSync(beside(name), "utf8"));

async function ask(method, resource, more) {
	const { module, ...access } = read("server.json");
	const { url, headers } = require(module).blobRequest(access, method, resource, more);
	const answer = await fetch(url, { method, headers });
	if (answer.ok || (method === "DELETE" && answer.status === 404)) return;
	throw new Error(`${answer.status} ${answer.headers.get("x-ms-error-code")}: ${method} ${resource}`);
}

const work = {
	[container]: {
		create: ({ containerName }) => ask("PUT", containerName, { query: "restype=container" }),
		delete: ({ containerName }) => ask("DELETE", containerName, { query: "restype=container" }),
	},
};

module.exports = {
	version: "3.28.0",
	title: "Azure",
	replacing,
	added: {},
	answers: {
		"azure-native:authorization:getClientConfig": () => ({ subscriptionId: read("subscription") }),
	},
	everywhere: () => ({}),
	async during(type, change, { operation, inputs }) {
		await work[type]?.[operation]?.(inputs);
		change();
	},
};
