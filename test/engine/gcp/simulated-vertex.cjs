// What a stand-in for Google Cloud knows of access, endpoints and what a project has once. As Google does, it takes no
// second role of one id, not even when the first was left to itself in an earlier update.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const type = (module, name) => `gcp:${module}/${name[0].toLowerCase()}${name.slice(1)}:${name}`;
const role = type("projects", "IAMCustomRole");
const account = type("serviceaccount", "Account");
const key = type("serviceaccount", "Key");
const pool = type("iam", "WorkforcePool");
const bucket = type("logging", "ProjectBucketConfig");
const address = type("compute", "GlobalAddress");
const rule = type("compute", "GlobalForwardingRule");

/** Inputs that Google takes only when the resource is made. */
const replacing = {
	[role]: ["project", "roleId"],
	[type("projects", "IAMMember")]: ["project", "role", "member", "condition"],
	[type("projects", "Service")]: ["project", "service"],
	[account]: ["project", "accountId"],
	[key]: ["serviceAccountId", "keepers"],
	[address]: ["project", "name", "network", "address", "addressType", "purpose"],
	[rule]: ["project", "name", "network", "ipAddress", "loadBalancingScheme"],
	[type("dns", "ResponsePolicy")]: ["project", "responsePolicyName"],
	[type("dns", "ResponsePolicyRule")]: ["project", "responsePolicy", "ruleName"],
	[type("vertex", "AiModelGardenEnableModel")]: ["project", "publisherModelName"],
	[type("orgpolicy", "Policy")]: ["name", "parent"],
	[pool]: ["parent", "location", "workforcePoolId"],
	[type("iam", "WorkforcePoolProvider")]: ["location", "workforcePoolId", "providerId"],
	[bucket]: ["project", "location", "bucketId"],
};

const ids = {
	[role]: ({ project, roleId }) => `projects/${project}/roles/${roleId}`,
	[address]: ({ project, name }) => `projects/${project}/global/addresses/${name}`,
	[rule]: ({ project, name }) => `projects/${project}/global/forwardingRules/${name}`,
	[bucket]: ({ project, location, bucketId }) => `projects/${project}/locations/${location}/buckets/${bucketId}`,
};

const emailOf = ({ project, accountId }) => `${accountId}@${project}.iam.gserviceaccount.com`;

/** What Google adds to what it was given. */
const added = {
	[role]: (inputs) => ({ name: ids[role](inputs) }),
	[account]: (inputs) => ({
		name: `projects/${inputs.project}/serviceAccounts/${emailOf(inputs)}`,
		email: emailOf(inputs),
		member: `serviceAccount:${emailOf(inputs)}`,
	}),
	[key]: (_, name) => {
		const file = { type: "service_account", private_key: `PRIVATE KEY of ${name}` };
		return { privateKey: Buffer.from(JSON.stringify(file)).toString("base64") };
	},
	[type("logging", "ProjectSink")]: ({ name }) => ({ writerIdentity: `serviceAccount:${name}@example.com` }),
};

const taken = path.join(__dirname, "taken.json");
const takenIds = () => (existsSync(taken) ? JSON.parse(readFileSync(taken, "utf8")) : []);

module.exports = {
	version: "9.37.0",
	title: "Google Cloud",
	replacing,
	added,
	answers: {},
	everywhere: () => ({}),
	idOf(type, inputs, name) {
		const id = ids[type]?.(inputs) ?? name;
		if (type !== role) return id;
		if (takenIds().includes(id)) throw new Error(`Custom project role ${id} already exists and must be imported`);
		writeFileSync(taken, JSON.stringify([...takenIds(), id]));
		return id;
	},
	leaving(type, { deletionPolicy = "DELETE" }) {
		if (deletionPolicy === "PREVENT") throw new Error(`${type} has deletionPolicy PREVENT and cannot be destroyed`);
		return deletionPolicy === "ABANDON" ? "abandon" : "delete";
	},
};
