import { textMatching } from "../shape/build.js";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const logGroupDays: readonly number[] = [
	1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const logGroupArn = textMatching(
	"aws-arn",
	/^arn:(aws|aws-us-gov):logs:[a-z0-9-]+:\d{12}:log-group:[A-Za-z0-9_./#-]{1,512}(:\*)?$/,
	"is no ARN of a log group; expected one such as arn:aws:logs:eu-central-1:111122223333:log-group:<name>",
);
