import { textMatching } from "../shape/build.js";

/** Where an ARN says that something is; each part is empty where it says nothing of it. */
export interface ArnPlace {
	readonly partition: string;
	readonly region: string;
	/** Twelve digits. */
	readonly accountId: string;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function arnPlace(arn: string): ArnPlace | undefined {
	const [, partition, region, accountId] = /^arn:(aws[a-z-]*):[a-z0-9-]+:([a-z0-9-]*):(\d{12})?:./.exec(arn) ?? [];
	if (partition === undefined || region === undefined) return undefined;
	return { partition, region, accountId: accountId ?? "" };
}

/** A key itself: what an alias names may be another key tomorrow. */
export const keyArn = textMatching(
	"aws-arn",
	/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
	"is no ARN of a key; expected one such as arn:aws:kms:eu-central-1:111122223333:key/<id>",
);

/** Somebody in IAM, or a whole account, which then says itself who of it. */
export const principalArn = textMatching(
	"aws-arn",
	/^arn:aws[a-z-]*:iam::\d{12}:(?:root|(?:role|user)\/[\w+=,.@/-]+)$/,
	"is no ARN of a role, a user or an account; expected one such as arn:aws:iam::111122223333:role/device-management",
);
