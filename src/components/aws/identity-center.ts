import * as pulumi from "@pulumi/pulumi";
import { isIdentityCenterGroupId } from "../../inference/aws/identity/identity-center-group.js";
import type { PermissionSetPlan } from "../../inference/aws/plan.js";
import { runError } from "../run-error.js";
import { type LateValue, textOf } from "./late-values.js";
import type { Placing } from "./placing.js";
import { awsModule } from "./sdk.js";

type SetPlan = PermissionSetPlan<LateValue>;

const arnName = "identityCenter.instanceArn";
const storeName = "identityCenter.identityStoreId";

/** ARN of the instance: as given, otherwise the one that the credentials see. */
export function instanceArnOf(set: SetPlan, placing: Placing): pulumi.Output<string> {
	const { values } = placing;
	return values.define(arnName, () => {
		if (set.instanceArn !== undefined) return set.instanceArn;
		const found = lookUp(set, placing);
		values.define(storeName, () => set.identityStoreId ?? found.apply(({ identityStoreId }) => identityStoreId));
		return found.apply(({ arn }) => arn);
	});
}

/** Id of a group by its display name; nothing is looked up for one that is given by id. */
export function groupIdOf(group: string, set: SetPlan, placing: Placing): pulumi.Output<string> {
	if (isIdentityCenterGroupId(group)) return pulumi.output(group);
	const { getGroupOutput } = awsModule("identitystore/index.js");
	const identityStoreId = placing.values.define(
		storeName,
		() => set.identityStoreId ?? lookUp(set, placing).apply((found) => found.identityStoreId),
	);
	const alternateIdentifier = { uniqueAttribute: { attributePath: "DisplayName", attributeValue: group } };
	return getGroupOutput({ identityStoreId, alternateIdentifier, region: set.region }, placing.identityCenter).groupId;
}

interface Instance {
	readonly arn: string;
	readonly identityStoreId: string;
}

/** The instance of the given ARN among those that the credentials see, or the only one. */
function lookUp({ instanceArn, region }: SetPlan, { identityCenter }: Placing): pulumi.Output<Instance> {
	const { getInstancesOutput } = awsModule("ssoadmin/index.js");
	const given = instanceArn === undefined ? pulumi.output("") : textOf(instanceArn);
	return pulumi
		.all([getInstancesOutput({ region }, identityCenter), given])
		.apply(([{ arns, identityStoreIds }, wanted]) => {
			const at = wanted === "" ? 0 : arns.indexOf(wanted);
			const [arn, identityStoreId] = [arns[at], identityStoreIds[at]];
			if (arn !== undefined && identityStoreId !== undefined) return { arn, identityStoreId };
			throw runError(
				"no instance of IAM Identity Center is in sight of these credentials; give instanceArn and identityStoreId in provision.permissionSet, or the provider of its account",
			);
		});
}
