import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { modelsNeedingDataSharing } from "../../content-claim.js";

/** The front doors of Bedrock, each with a switch of its own. */
const switches = {
	bedrock: (region: string) => ({
		service: "bedrock",
		url: `https://bedrock.${region}.amazonaws.com/data-retention`,
	}),
	mantle: (region: string) => ({
		service: "bedrock-mantle",
		url: `https://bedrock-mantle.${region}.api.aws/v1/data_retention`,
	}),
} as const;

/**
 * The command that lets AWS keep content up to 30 days and review it, which some models demand. It is a decision about
 * the whole account, so that no deployment takes it. Credentials go by a pipe: a program's arguments are everyone's to
 * read, and `printf` is part of the shell.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html
 */
export function dataRetentionCommand(door: keyof typeof switches, region: string): string {
	const { service, url } = switches[door](region);
	return [
		`printf '%s\\n' "user = \\"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\\""`,
		// curl signs an empty header and does not send it.
		`"\${AWS_SESSION_TOKEN:+header = \\"x-amz-security-token: $AWS_SESSION_TOKEN\\"}" |`,
		`curl --config - --fail-with-body --request PUT ${url}`,
		`--aws-sigv4 "aws:amz:${region}:${service}"`,
		`--header "content-type: application/json" --data '{"mode":"aws_review"}'`,
	].join(" ");
}

/**
 * Refuses models that demand it while nobody has acknowledged that. Copies of models stand in `models` as what they copy;
 * `member` is where the options acknowledge it.
 */
export function checkDataRetention(
	door: keyof typeof switches,
	region: string,
	models: unknown,
	acknowledged: boolean,
	at: Path,
	member = "provision.dataRetention",
): Problem[] {
	const needing = modelsNeedingDataSharing(models);
	if (acknowledged || needing.length === 0) return [];
	const message = `${needing.join(", ")} answers only where AWS may keep and review content; run ${dataRetentionCommand(door, region)} and say ${member}: aws_review, or leave it out`;
	return [error("data-retention", at, message)];
}
