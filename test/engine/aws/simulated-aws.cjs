// A stand-in for the AWS provider plugin. What it did is in `operations.jsonl` beside it; it refuses one resource whose
// URN ends in what `refuse-once` holds.
const { appendFileSync, existsSync, readFileSync, rmSync } = require("node:fs");
const path = require("node:path");
const { main } = require("@pulumi/pulumi/provider");

const beside = (name) => path.join(__dirname, name);
const typeOf = (urn) => urn.split("::")[2].split("$").at(-1);

/** Inputs that AWS takes only when the resource is made. */
const replacing = {
	"aws:bedrock/inferenceProfile:InferenceProfile": ["name", "modelSource"],
	"aws:ssoadmin/permissionSet:PermissionSet": ["name", "instanceArn"],
};

/** What AWS adds to what it was given. */
const added = {
	"aws:iam/serviceSpecificCredential:ServiceSpecificCredential": (_, name) => ({
		serviceCredentialSecret: `ABSK-${name}`,
		servicePassword: "",
	}),
};

const answers = {
	"aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
	"aws:ssoadmin/getInstances:getInstances": () => ({
		arns: ["arn:aws:sso:::instance/ssoins-0123456789abcdef"],
		identityStoreIds: ["d-0123456789"],
	}),
	"aws:identitystore/getGroup:getGroup": ({ alternateIdentifier }) => ({
		groupId: `id-of-${alternateIdentifier.uniqueAttribute.attributeValue}`,
	}),
};

function outs(urn, inputs) {
	const name = urn.split("::").at(-1);
	return { ...inputs, arn: `arn:aws:simulated:::${name}`, ...added[typeOf(urn)]?.(inputs, name) };
}

function record(operation, urn) {
	appendFileSync(beside("operations.jsonl"), `${JSON.stringify({ operation, name: urn.split("::").at(-1) })}\n`);
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

main(
	{
		version: "7.48.0",
		async check(_, __, news) {
			return { inputs: news };
		},
		async diff(_, urn, olds, news) {
			const changed = Object.keys(news).filter((key) => !key.startsWith("__") && !same(olds[key], news[key]));
			const replaces = changed.filter((key) => replacing[typeOf(urn)]?.includes(key));
			return { changes: changed.length > 0, replaces };
		},
		async create(urn, inputs) {
			const refused = existsSync(beside("refuse-once")) ? readFileSync(beside("refuse-once"), "utf8") : undefined;
			if (refused !== undefined && urn.endsWith(refused)) {
				rmSync(beside("refuse-once"));
				throw new Error("ThrottlingException: the simulated AWS refuses this once");
			}
			record("create", urn);
			return { id: urn.split("::").at(-1), outs: outs(urn, inputs) };
		},
		async update(_, urn, __, news) {
			record("update", urn);
			return { outs: outs(urn, news) };
		},
		async delete(_, urn) {
			record("delete", urn);
		},
		async invoke(token, inputs) {
			return { outputs: answers[token](inputs) };
		},
	},
	process.argv.slice(2),
);
