import { describe, expect, test } from "vitest";
import { checkInference } from "../../src/inference/check-inference.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { formatProblem } from "../../src/problem.js";

const key = { fromEnv: "KEY" };
const oidc = { clientId: "cowork", issuer: "https://login.example.com" };
const check = (block: unknown) => checkInference(block, [], inferenceRoutes).map(formatProblem);

const routes = {
	gateway: (models: unknown) => ({ gateway: { baseUrl: "https://llm.example.com", models, signIn: { apiKey: key } } }),
	anthropic: (models: unknown) => ({ anthropic: { models, signIn: { apiKey: key } } }),
	mantle: (models: unknown) => ({ mantle: { region: "us-east-1", models, signIn: { bearerToken: key } } }),
	vertex: (models: unknown) => ({
		vertex: { projectId: "example", region: "global", models, signIn: { applicationDefault: {} } },
	}),
	foundry: (models: unknown) => ({ foundry: { resource: "example", models, signIn: { apiKey: key } } }),
};

function bedrock(models: unknown, region = "eu-central-1", signIn: object = { bearerToken: key }) {
	return { bedrock: { region, models, signIn } };
}

const alias = "is an alias, which resolves only where the app asks the provider for its models; give the full model id";
const family = "does not tell the model's family; add anthropicFamilyTier, one of sonnet, opus, haiku, fable, mythos";
const notMantle =
	"is the id of another provider; expected one of the Mantle catalogue, such as anthropic.claude-sonnet-5";
const notPublisher = "is no publisher id; expected one such as claude-sonnet-5 or claude-sonnet-4@20250514";
const notApi = "is the id of a cloud provider; expected one of the Claude API, such as claude-sonnet-5";
const noModelOfAnthropic =
	"names no model of Anthropic, so the app refuses it; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id";
const notAnthropic =
	"does not look like an Anthropic model; expected claude, sonnet, opus, haiku, fable, mythos or anthropic in the id";

describe("ids that a route takes", () => {
	test.each([
		[
			"gateway",
			["claude-sonnet-5", "sonnet", "haiku-5", "vendor/opus-5", "my-fable", "us.anthropic.claude-opus-5", "mythos-2"],
		],
		["anthropic", ["claude-sonnet-5", "claude-sonnet-4-20250514", "opus", "claude-sonnet-5[1m]"]],
		["mantle", ["anthropic.claude-sonnet-5", "claude-haiku-5", "anthropic.claude-sonnet-5[1m]"]],
		[
			"vertex",
			["claude-sonnet-5", "claude-sonnet-4@20250514", "claude-opus-4-5@20251101[1m]", "claude-mythos-preview"],
		],
		["foundry", ["claude-sonnet-5", "Our Sonnet", "opus", "team/haiku_prod"]],
	] as const)("%s %j", (route, models) => {
		expect(check(routes[route](models))).toEqual([]);
	});
});

describe("ids that a route refuses", () => {
	test.each([
		["gateway", "gpt-5", notAnthropic],
		["gateway", "llama-4[1m]", notAnthropic],
		["anthropic", "anthropic.claude-sonnet-5", notApi],
		["anthropic", "eu.anthropic.claude-sonnet-5", notApi],
		["anthropic", "claude-sonnet-4@20250514", notApi],
		["mantle", "eu.anthropic.claude-sonnet-5", notMantle],
		["mantle", "us-gov.anthropic.claude-opus-4-8", notMantle],
		["mantle", "arn:aws:bedrock:us-east-1:012345678901:inference-profile/us.anthropic.claude-sonnet-5", notMantle],
		["mantle", "claude-sonnet-4@20250514", notMantle],
		["vertex", "anthropic.claude-sonnet-5", notPublisher],
		["vertex", "eu.anthropic.claude-sonnet-5", notPublisher],
		["vertex", "publishers/anthropic/models/claude-sonnet-5", notPublisher],
		["vertex", "claude-sonnet-4-20250514", "is dated as on the Claude API; expected claude-sonnet-4@20250514"],
		["vertex", "sonnet 5", notPublisher],
		["anthropic", "prod-large", noModelOfAnthropic],
		["mantle", "prod-large", noModelOfAnthropic],
	] as const)("%s %s", (route, id, message) => {
		expect(check(routes[route]([id]))).toEqual([`${route}.models[0]: ${message}`]);
	});
});

describe("ids that the app takes and somebody after it may not", () => {
	test.each([
		["mantle", "sonnet"],
		["vertex", "opus"],
		["vertex", "haiku[1m]"],
		["vertex", "mythos-2"],
	] as const)("%s %s", (route, id) => {
		expect(check(routes[route]([id]))).toEqual([`warning: ${route}.models[0]: ${alias}`]);
	});

	test("a name on a gateway whose family the entry alone tells", () => {
		const models = ["claude-sonnet-5", { name: "prod-large", anthropicFamilyTier: "opus" }];
		expect(check(routes.gateway(models))).toEqual([
			expect.stringMatching(
				/^warning: gateway\.models\[1\]\.name: .*refuses the whole configuration.*removes the model/,
			),
		]);
	});

	test("an id of Bedrock without a prefix, where no policy has to name its profile", () => {
		const onDemand = "anthropic.claude-sonnet-4-20250514-v1:0[1m]";
		expect(check(bedrock([onDemand]))).toEqual([
			expect.stringMatching(/^warning: bedrock\.models\[0\]: is an on-demand id/),
		]);
		const { bedrock: block } = bedrock([onDemand]);
		expect(check({ bedrock: { ...block, provision: {} } })).toEqual([
			"bedrock.models[0]: is an on-demand id; expected an inference profile such as eu.anthropic.claude-sonnet-4-20250514-v1:0, or an ARN",
		]);
	});
});

describe("bedrock profiles and regions", () => {
	// Regions from which AWS lets a profile with the prefix be called.
	const sources = {
		us: ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1"],
		eu: ["central-1", "central-2", "north-1", "south-1", "south-2", "west-1", "west-2", "west-3"].map(
			(one) => `eu-${one}`,
		),
		apac: [
			"northeast-1",
			"northeast-2",
			"northeast-3",
			"south-1",
			"south-2",
			"southeast-1",
			"southeast-2",
			"southeast-4",
		].map((one) => `ap-${one}`),
		jp: ["ap-northeast-1", "ap-northeast-3"],
		au: ["ap-southeast-2", "ap-southeast-4"],
		ca: ["ca-central-1", "ca-west-1"],
		"us-gov": ["us-gov-east-1", "us-gov-west-1"],
		global: ["eu-central-1", "us-east-1", "ap-east-2", "sa-east-1", "af-south-1", "me-central-1", "mx-central-1"],
	};
	const cases = Object.entries(sources).flatMap(([prefix, regions]) =>
		regions.map((region) => [prefix, region] as const),
	);

	test.each(cases)("%s. in %s", (prefix, region) => {
		expect(check(bedrock([`${prefix}.anthropic.claude-sonnet-5`], region))).toEqual([]);
	});

	test.each([
		["us", "eu-central-1", "us. serves regions us-* and ca-*, not eu-central-1; expected eu. or global."],
		["us", "us-gov-west-1", "us. serves regions us-* and ca-*, not us-gov-west-1; expected us-gov."],
		["eu", "us-east-1", "eu. serves regions eu-*, not us-east-1; expected us. or global."],
		["apac", "eu-west-1", "apac. serves regions ap-*, not eu-west-1; expected eu. or global."],
		[
			"jp",
			"ap-northeast-2",
			"jp. serves regions ap-northeast-1 and ap-northeast-3, not ap-northeast-2; expected apac. or global.",
		],
		[
			"au",
			"ap-northeast-1",
			"au. serves regions ap-southeast-2 and ap-southeast-4, not ap-northeast-1; expected apac. or jp. or global.",
		],
		["ca", "us-east-1", "ca. serves regions ca-*, not us-east-1; expected us. or global."],
		["us-gov", "us-east-1", "us-gov. serves regions us-gov-*, not us-east-1; expected us. or global."],
		["global", "us-gov-east-1", "global. serves regions outside us-gov, not us-gov-east-1; expected us-gov."],
		["eu", "sa-east-1", "eu. serves regions eu-*, not sa-east-1; expected global."],
	])("%s. not in %s", (prefix, region, message) => {
		expect(check(bedrock([`${prefix}.anthropic.claude-sonnet-5`], region))).toEqual([`bedrock.models[0]: ${message}`]);
	});

	const notProfile =
		"is no inference profile of an Anthropic model; expected <prefix>anthropic.<model> with a prefix of us. eu. apac. jp. au. ca. us-gov. global., or an ARN, or geography beside a bare name";
	test.each([
		["claude-sonnet-5", notProfile],
		["claude-sonnet-4@20250514", notProfile],
		["uk.anthropic.claude-sonnet-5", notProfile],
		["eu.amazon.nova-pro-v1:0", notProfile],
	])("%s", (id, message) => {
		expect(check(bedrock([id]))).toEqual([`bedrock.models[0]: ${message}`]);
	});

	test("a profile may ask for the variant with a larger context", () => {
		expect(check(bedrock(["eu.anthropic.claude-sonnet-4-5-20250929-v1:0[1m]"]))).toEqual([]);
	});

	test.each([
		[
			"identityCenter",
			{
				startUrl: "https://example.awsapps.com/start",
				region: "eu-west-1",
				accountId: "012345678901",
				roleName: "Cowork",
			},
		],
		["profile", { name: "cowork" }],
	])("no alias resolves with %s", (name, members) => {
		expect(check(bedrock(["sonnet"], "eu-central-1", { [name]: members }))).toEqual([
			`warning: bedrock.models[0]: ${alias}`,
		]);
	});

	test("no alias resolves with idp", () => {
		const block = {
			region: "eu-central-1",
			baseUrl: "https://bedrock.example.com",
			models: ["opus[1m]"],
			signIn: { idp: { oidc } },
		};
		expect(check({ bedrock: block })).toEqual([`warning: bedrock.models[0]: ${alias}`]);
	});

	test.each([[{ bearerToken: key }], [{ helper: { path: "/opt/token" } }]])("an alias resolves with %j", (signIn) => {
		expect(check(bedrock(["sonnet", "haiku"], "eu-central-1", signIn))).toEqual([]);
	});
});

describe("bedrock ARNs", () => {
	const arn = (rest: string) => `arn:aws:bedrock:eu-central-1:012345678901:${rest}`;
	const notArn =
		"is no ARN of a Bedrock profile; expected arn:<partition>:bedrock:<region>:<account>:<kind>/<id>, kind inference-profile, application-inference-profile, provisioned-model";

	test.each([
		[arn("inference-profile/eu.anthropic.claude-sonnet-5"), "eu-central-1"],
		[
			"arn:aws-us-gov:bedrock:us-gov-west-1:012345678901:inference-profile/us-gov.anthropic.claude-opus-4-8",
			"us-gov-west-1",
		],
	])("%s in %s", (id, region) => {
		expect(check(bedrock([id], region))).toEqual([]);
	});

	test.each([arn("application-inference-profile/a1b2c3d4e5f6"), arn("provisioned-model/a1b2c3d4e5f6")])(
		"%s needs the family in words",
		(id) => {
			expect(check(bedrock([id]))).toEqual([`warning: bedrock.models[0]: ${family}`]);
			expect(check(bedrock([{ name: id, anthropicFamilyTier: "opus" }]))).toEqual([]);
		},
	);

	test.each([
		[
			"arn:aws-cn:bedrock:cn-north-1:012345678901:application-inference-profile/a1",
			"eu-central-1",
			"is in partition aws-cn; expected aws or aws-us-gov",
		],
		[
			"arn:aws:bedrock:us-east-1:012345678901:application-inference-profile/a1",
			"us-gov-west-1",
			"is in partition aws; region us-gov-west-1 expects aws-us-gov",
		],
		[
			"arn:aws-us-gov:bedrock:us-gov-west-1:012345678901:application-inference-profile/a1",
			"us-east-1",
			"is in partition aws-us-gov; region us-east-1 expects aws",
		],
		[
			"arn:aws:bedrock:us-gov-west-1:012345678901:application-inference-profile/a1",
			"us-east-1",
			"says partition aws, to which us-gov-west-1 does not belong; expected the ARN as AWS gives it",
		],
		[
			"arn:aws:bedrock:us-east-1:012345678901:application-inference-profile/a1",
			"eu-central-1",
			"is in region us-east-1; expected one in eu-central-1",
		],
		[
			arn("inference-profile/us.anthropic.claude-sonnet-5"),
			"eu-central-1",
			"us. serves regions us-* and ca-*, not eu-central-1; expected eu. or global.",
		],
		["arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-5", "eu-central-1", notArn],
		["arn:aws:s3:::bucket", "eu-central-1", notArn],
		["arn:", "eu-central-1", notArn],
	])("%s in %s", (id, region, message) => {
		expect(check(bedrock([id], region))).toEqual([`bedrock.models[0]: ${message}`]);
	});
});

describe("the list", () => {
	test.each([
		["mantle", "mantle.models: is missing; the app cannot ask mantle for its models here"],
		["vertex", "vertex.models: is missing; the app cannot ask vertex for its models here"],
		["foundry", "foundry.models: is missing; the app cannot ask foundry for its models here"],
	] as const)("is required on %s", (route, problem) => {
		expect(check(routes[route](undefined))).toEqual([problem]);
	});

	test.each([
		["profile", { name: "cowork" }],
		[
			"identityCenter",
			{
				startUrl: "https://example.awsapps.com/start",
				region: "eu-west-1",
				accountId: "012345678901",
				roleName: "Cowork",
			},
		],
	])("is required on bedrock with %s", (name, members) => {
		expect(check(bedrock(undefined, "eu-central-1", { [name]: members }))).toEqual([
			"bedrock.models: is missing; the app cannot ask bedrock for its models here",
		]);
	});

	test("is optional on gateway, anthropic and bedrock with a token or a helper", () => {
		expect(check(routes.gateway(undefined))).toEqual([]);
		expect(check(routes.anthropic(undefined))).toEqual([]);
		expect(check(bedrock(undefined))).toEqual([]);
		expect(check(bedrock(undefined, "eu-central-1", { helper: { path: "/opt/token" } }))).toEqual([]);
	});

	test("is not held to be missing while it is open how to sign in", () => {
		expect(check(bedrock(undefined, "eu-central-1", {}))).toEqual([
			"bedrock.signIn: needs exactly one way to sign in of identityCenter, profile, bearerToken, helper, idp; has none",
		]);
	});

	test("needs an entry", () => {
		expect(check(routes.vertex([]))).toEqual(["vertex.models: is empty; expected at least one model"]);
	});

	test("reports an entry that is an object at its name", () => {
		const models = ["claude-sonnet-5", { name: "gpt-5", labelOverride: "Other" }];
		expect(check(routes.gateway(models))).toEqual([`gateway.models[1].name: ${notAnthropic}`]);
	});

	test("reports every entry", () => {
		expect(check(routes.gateway(["gpt-5", "claude-sonnet-5", "llama-4"]))).toEqual([
			`gateway.models[0]: ${notAnthropic}`,
			`gateway.models[2]: ${notAnthropic}`,
		]);
	});

	test.each([[null], [3], ["claude-sonnet-5"], [{}]])("of the kind of %j gets one problem", (models) => {
		const problems = checkInference(routes.gateway(models), [], inferenceRoutes);
		expect(problems.map(({ severity, path }) => [severity, path.join(".")])).toEqual([["error", "gateway.models"]]);
	});

	test.each([[null], [3], [[]], [""]])("with an entry such as %j gets one problem, at the entry", (entry) => {
		const problems = checkInference(routes.gateway(["claude-sonnet-5", entry]), [], inferenceRoutes);
		expect(problems.map(({ severity, path }) => [severity, path.join(".")])).toEqual([["error", "gateway.models.1"]]);
	});

	test("names an unknown member of an entry where it stands in a mixed list", () => {
		const problems = checkInference(
			routes.gateway(["claude-sonnet-5", { name: "claude-opus-5", lable: "x" }]),
			[],
			inferenceRoutes,
		);
		expect(problems.map(formatProblem)).toEqual([
			expect.stringMatching(/^gateway\.models\[1\]\.lable: unknown member; /),
		]);
	});

	test("a deployment name that does not tell the family is a warning", () => {
		expect(
			check(routes.foundry(["prod-large", { name: "prod-small", anthropicFamilyTier: "haiku" }, "claude-sonnet-5"])),
		).toEqual([`warning: foundry.models[0]: ${family}`]);
	});
});
