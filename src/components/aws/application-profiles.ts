import type * as pulumi from "@pulumi/pulumi";
import type { Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

/**
 * Application inference profiles, whose ARNs become known to the rest of the plan.
 * They cannot be changed: another tag or name makes a new one with another ARN.
 */
export function placeApplicationProfiles({
	name,
	plan,
	values,
	child,
}: Placing): Record<string, pulumi.Output<string>> {
	const arns = plan.applicationProfiles.map((profile): [string, pulumi.Output<string>] => {
		const { InferenceProfile } = awsModule("bedrock/index.js");
		const { arn } = new InferenceProfile(
			`${name}-application-profile-${profile.group}.${profile.profileId}`,
			{
				name: profile.name,
				modelSource: { copyFrom: values.text(profile.copyFrom) },
				tags: profile.tags,
				region: plan.region,
			},
			child,
		);
		values.define(profile.late, () => arn);
		return [profile.late, arn];
	});
	return Object.fromEntries(arns);
}
