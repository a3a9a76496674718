import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks.js";
import { checkTakeover, takeoverUnknown } from "../../inference/aws/foundation/check-takeover.js";
import { formatProblems, isError, type Problem } from "../../problem.js";
import { logWarnings, runError } from "../run-error.js";

/**
 * Refuses to create the account's one setting for records of calls over another's. Runs before it is created, in a preview
 * too, and never when it changes: then it is the foundation's own.
 */
export function refuseTakeover(name: string, region: string): pulumi.ResourceHookBinding {
	// Mocks say that they take hooks, and wait for ever for an engine to be told of one.
	if (pulumi.runtime.getMonitor() instanceof MockMonitor) return {};
	const profile = new pulumi.Config("aws").get("profile");
	const hook = new pulumi.ResourceHook(
		`${name}-takeover`,
		async () => {
			const problems = await checkRecordsInPlace(region, profile);
			logWarnings(problems.filter((problem) => !isError(problem)));
			const errors = problems.filter(isError);
			if (errors.length > 0) throw runError(formatProblems(errors).join("\n"));
		},
		{ onDryRun: true },
	);
	return { beforeCreate: [hook] };
}

/** What is wrong with where records go today; the credentials are those of the environment. */
async function checkRecordsInPlace(region: string, profile: string | undefined): Promise<Problem[]> {
	const sdk = await import("@aws-sdk/client-bedrock").catch(() => undefined);
	if (!sdk) {
		return [takeoverUnknown(region, "what asks AWS is not installed; run npm install @aws-sdk/client-bedrock")];
	}
	const { BedrockClient, GetModelInvocationLoggingConfigurationCommand } = sdk;
	const client = new BedrockClient({ region, maxAttempts: 2, ...(profile !== undefined && { profile }) });
	try {
		const { loggingConfig } = await client.send(new GetModelInvocationLoggingConfigurationCommand({}));
		const { cloudWatchConfig, s3Config } = loggingConfig ?? {};
		const destinations = [cloudWatchConfig?.logGroupName, s3Config?.bucketName].flatMap((each) => each ?? []);
		return checkTakeover(region, destinations);
	} catch (fault) {
		return [takeoverUnknown(region, fault instanceof Error ? fault.message : String(fault))];
	} finally {
		client.destroy();
	}
}
