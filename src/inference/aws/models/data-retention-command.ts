import { awsServiceHostWithoutFips } from "../../aws-hosts.js";

/** The front doors of Bedrock, each with a switch of its own. */
const switches = {
	bedrock: { service: "bedrock", host: "control", path: "/data-retention" },
	mantle: { service: "bedrock-mantle", host: "mantle", path: "/v1/data_retention" },
} as const;

export type FrontDoor = keyof typeof switches;

/**
 * The command that lets AWS keep content up to 30 days and review it, which some models demand. It is a decision about
 * the whole account, so that no deployment takes it. Credentials go by a pipe: a program's arguments are everyone's to
 * read, and `printf` is part of the shell.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html
 */
export function dataRetentionCommand(door: FrontDoor, region: string): string {
	const { service, host, path } = switches[door];
	const url = `https://${awsServiceHostWithoutFips(host, region)}${path}`;
	return [
		`printf '%s\\n' "user = \\"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\\""`,
		// curl signs an empty header and does not send it.
		`"\${AWS_SESSION_TOKEN:+header = \\"x-amz-security-token: $AWS_SESSION_TOKEN\\"}" |`,
		`curl --config - --fail-with-body --request PUT ${url}`,
		`--aws-sigv4 "aws:amz:${region}:${service}"`,
		`--header "content-type: application/json" --data '{"mode":"aws_review"}'`,
	].join(" ");
}
