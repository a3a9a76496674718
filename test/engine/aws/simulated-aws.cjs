// A stand-in for the AWS provider plugin. What it did is in `operations.jsonl` beside it, and what it was asked in
// `calls.jsonl`; it refuses one resource whose URN ends in what `refuse-once` holds, and knows the inference profiles of
// `inference-profiles.json`, each with the regions that answer for it.
const { randomUUID } = require("node:crypto");
const { appendFileSync, existsSync, readFileSync, rmSync } = require("node:fs");
const path = require("node:path");
const { main } = require("@pulumi/pulumi/provider");

const beside = (name) => path.join(__dirname, name);
const typeOf = (urn) => urn.split("::")[2].split("$").at(-1);

/** Inputs that AWS takes only when the resource is made. */
const replacing = {
	"aws:bedrock/inferenceProfile:InferenceProfile": ["name", "modelSource"],
	"aws:bedrockfoundation/modelAgreement:ModelAgreement": ["modelId", "offerToken"],
	"aws:organizations/policyAttachment:PolicyAttachment": ["policyId", "targetId"],
	"aws:ssoadmin/permissionSet:PermissionSet": ["name", "instanceArn"],
};

/** What AWS adds to what it was given. */
const added = {
	"aws:cloudwatch/logGroup:LogGroup": ({ region, namePrefix }) => ({
		arn: `arn:aws:logs:${region}:123456789012:log-group:${namePrefix}0123`,
	}),
	"aws:ec2/vpcEndpoint:VpcEndpoint": ({ serviceName }) => {
		const [, , region, service] = serviceName.split(".");
		const names = ["vpce-0123-abc-eu-central-1a", "vpce-0123-abc"];
		return { dnsEntries: names.map((name) => ({ dnsName: `${name}.${service}.${region}.vpce.amazonaws.com` })) };
	},
	"aws:iam/role:Role": (_, name) => ({ name: `${name}-0123` }),
	"aws:iam/serviceSpecificCredential:ServiceSpecificCredential": ({ credentialAgeDays: days }, name) => ({
		expirationDate: days === undefined ? "" : new Date(Date.now() + days * 86_400_000).toISOString(),
		serviceCredentialSecret: `ABSK-${name}`,
		servicePassword: "",
	}),
	"aws:s3/bucket:Bucket": (_, name) => ({ bucket: `${name}-0123` }),
};

const answers = {
	"aws:bedrock/getInferenceProfile:getInferenceProfile": ({ inferenceProfileId: id }) => {
		const known = existsSync(beside("inference-profiles.json"))
			? JSON.parse(readFileSync(beside("inference-profiles.json"), "utf8"))
			: {};
		if (!known[id]) throw new Error("AccessDeniedException: the simulated AWS tells nothing of this profile");
		const model = id.slice(id.indexOf(".") + 1);
		return {
			models: known[id].map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/${model}` })),
		};
	},
	// The same offer has another token every time.
	"aws:bedrockfoundation/getModelAgreementOffers:getModelAgreementOffers": () => ({
		offers: [{ offerId: "offer", offerToken: randomUUID() }],
	}),
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
	return { arn: `arn:aws:simulated:::${name}`, ...added[typeOf(urn)]?.(inputs, name), ...inputs };
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
			appendFileSync(beside("calls.jsonl"), `${JSON.stringify({ token, inputs })}\n`);
			return { outputs: answers[token](inputs) };
		},
	},
	process.argv.slice(2),
);
