import { choice, text } from "../managed-key.js";
import { absolutePath, executable } from "../values/file-path.js";
import { awsAccountId, awsRegion } from "../values/identifier.js";
import { httpUrl, inferenceBaseUrl } from "../values/url.js";

const bedrockMantle = {
	section: "Connection",
	group: "Bedrock / Mantle",
	alsoOn: ["configuration-changelog", "bedrock"],
} as const;

/** Routes `bedrock` and `mantle`. */
export const bedrockKeys = {
	inferenceBedrockRegion: text(
		{
			...bedrockMantle,
			summary: "AWS region of the endpoint.",
			since: "1.2581.0",
			providers: ["bedrock", "mantle"],
			alsoOn: ["configuration-changelog", "bedrock", "mantle"],
		},
		awsRegion,
	),
	inferenceBedrockBaseUrl: text(
		{
			...bedrockMantle,
			summary: "Address in place of the public endpoint: an origin for Bedrock, the full address for Mantle.",
			since: "1.2581.0",
			providers: ["bedrock", "mantle"],
			alsoOn: ["configuration-changelog", "bedrock", "mantle"],
		},
		inferenceBaseUrl,
	),
	inferenceBedrockServiceTier: choice(
		{
			...bedrockMantle,
			summary: "Service tier asked for with each request; on demand where unset.",
			since: "1.5186.0",
			providers: ["bedrock"],
		},
		["flex", "priority"],
	),
	inferenceBedrockBearerToken: text({
		...bedrockMantle,
		summary: "Bedrock API key, sent as a bearer token.",
		since: "1.2581.0",
		secret: true,
		providers: ["bedrock", "mantle"],
		alsoOn: ["configuration-changelog", "bedrock", "mantle"],
	}),
	inferenceBedrockSsoStartUrl: text(
		{
			...bedrockMantle,
			summary: "Start page of AWS IAM Identity Center for sign-in in the app.",
			since: "1.6259.0",
			neededToSignIn: true,
			providers: ["bedrock"],
		},
		httpUrl,
	),
	inferenceBedrockSsoRegion: text(
		{ ...bedrockMantle, summary: "Region of AWS IAM Identity Center.", since: "1.6259.0", providers: ["bedrock"] },
		awsRegion,
	),
	inferenceBedrockSsoAccountId: text(
		{
			...bedrockMantle,
			summary: "Account in which signed-in users take a role: 12 digits.",
			since: "1.6259.0",
			providers: ["bedrock"],
		},
		awsAccountId,
	),
	inferenceBedrockSsoRoleName: text({
		...bedrockMantle,
		summary: "Permission set whose role signed-in users take.",
		since: "1.6259.0",
		providers: ["bedrock"],
	}),
	inferenceBedrockProfile: text({
		...bedrockMantle,
		summary: "Named profile of the user's AWS configuration.",
		since: "1.2581.0",
		providers: ["bedrock"],
	}),
	inferenceBedrockAwsDir: text(
		{
			...bedrockMantle,
			summary: "Absolute path of the folder with the AWS config and credentials files.",
			since: "1.2581.0",
			defaultNote: "the user's ~/.aws, where no bearer token is set",
			providers: ["bedrock"],
		},
		absolutePath,
	),
	inferenceBedrockAwsCliPath: text(
		{
			...bedrockMantle,
			summary: "Absolute path of the AWS command line that signs in to a profile.",
			since: "1.13576.0",
			providers: ["bedrock"],
		},
		executable(),
	),
};
