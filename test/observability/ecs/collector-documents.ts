import type { PolicyDocument } from "../../../src/cloud/iam-policy.js";
import { account, arn, existing, least, planOf } from "./ecs-deployment.js";

/** Every policy of a collector that is placed, with what only AWS knows filled in. */
export function collectorDocuments(): [name: string, document: PolicyDocument][] {
	const { policies } = planOf({
		...least,
		accountId: account,
		image: existing.image,
		secretKeyArns: [arn("kms", "key/0123-abcd")],
	});
	const known: Readonly<Record<string, string>> = {
		"bucket.arn": "arn:aws:s3:::cowork-collector-0123",
		"bucket.bucket": "cowork-collector-0123",
		"logs.arn": arn("logs", "log-group:cowork-eu-collector-0123"),
	};
	return Object.entries(policies).map(([word, document]) => [
		`collector-${word}`,
		JSON.parse(JSON.stringify(document).replace(/<late:([a-z.]+)>/g, (_, name: string) => known[name] ?? name)),
	]);
}
