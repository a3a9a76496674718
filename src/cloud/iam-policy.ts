/** An IAM policy as data, always in its longest shape: actions and resources are lists. */
export type PolicyDocument = {
	readonly Version: "2012-10-17";
	readonly Statement: readonly PolicyStatement[];
};

export type PolicyStatement = {
	readonly Sid: string;
	readonly Effect: "Allow" | "Deny";
	readonly Principal?: "*" | Readonly<Record<string, readonly string[]>>;
	readonly Action: readonly string[];
	readonly Resource?: readonly string[];
	readonly NotResource?: readonly string[];
	readonly Condition?: PolicyCondition;
};

/** Values by key, by operator. */
export type PolicyCondition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export function policy(statements: readonly PolicyStatement[]): PolicyDocument {
	return { Version: "2012-10-17", Statement: statements };
}

export function allow(
	sid: string,
	actions: readonly string[],
	resources: readonly string[],
	condition?: PolicyCondition,
): PolicyStatement {
	return {
		Sid: sid,
		Effect: "Allow",
		Action: actions,
		Resource: resources,
		...(condition && { Condition: condition }),
	};
}
