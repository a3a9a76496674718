import { formatHostOrLate } from "../../egress/plan.js";
import { namesOfBoth } from "../both-sides.js";
import type { DeploymentPair, GroupPair } from "../pair.js";
import type { ReviewedEgress } from "../reviewed-deployment.js";
import type { Difference, Subject } from "../subject.js";

/** Whom conversations reach, and whether devices stay their users' to configure. */
export const contentClaim: Subject = {
	title: "Conversations and devices",
	rules: {
		"content-claim-lost": {
			grade: "widens",
			title: "Nothing says any more that conversations stay with the inference provider.",
			because: "prompts and answers may reach somebody else",
		},
		"content-claim-gained": {
			grade: "informs",
			title: "Conversations stay with the inference provider.",
			because: "fewer receive them",
		},
		"content-reaches": {
			grade: "widens",
			title: "Conversations reach somebody besides the inference provider.",
			because: "prompts and answers reach somebody who did not get them",
		},
		"content-reaches-no-longer": {
			grade: "informs",
			title: "Conversations no longer reach somebody.",
			because: "fewer receive them",
		},
		"device-taken-over": {
			grade: "breaks",
			title: "Settings that people made on their devices become read-only.",
			because: "what people set for themselves no longer holds",
		},
		"device-given-back": {
			grade: "loosens",
			title: "People may set what the configuration set for them.",
			because: "local settings are no longer read-only",
		},
	},
	compare: ({ groups }: DeploymentPair) => groups.flatMap(compareGroup),
};

function compareGroup({ name, before, after }: GroupPair): Difference[] {
	const [from, to] = [before?.egress, after?.egress];
	return [
		...(from && to ? [...compareClaims(name, from, to), ...compareDevices(name, from, to)] : []),
		...compareRecipients(name, from, to),
	];
}

function compareClaims(name: string, before: ReviewedEgress, after: ReviewedEgress): Difference[] {
	if (before.contentStays === after.contentStays) return [];
	return [
		{
			rule: after.contentStays ? "content-claim-gained" : "content-claim-lost",
			groups: [name],
			subject: "conversation content",
			change: "changed",
			before: before.contentStays,
			after: after.contentStays,
			says: after.contentStays
				? "stays with the inference provider from now on"
				: "no longer stays with the inference provider by any statement",
		},
	];
}

function compareDevices(name: string, before: ReviewedEgress, after: ReviewedEgress): Difference[] {
	if (before.takesOverDevice === after.takesOverDevice) return [];
	return [
		{
			rule: after.takesOverDevice ? "device-taken-over" : "device-given-back",
			groups: [name],
			subject: "local settings",
			change: "changed",
			before: before.takesOverDevice ? "read-only" : "the user's",
			after: after.takesOverDevice ? "read-only" : "the user's",
			says: after.takesOverDevice ? "become read-only" : "are the user's to change again",
		},
	];
}

function compareRecipients(
	name: string,
	before: ReviewedEgress | undefined,
	after: ReviewedEgress | undefined,
): Difference[] {
	const [from, to] = [recipients(before), recipients(after)];
	const addresses = namesOfBoth(from.keys(), to.keys());
	return addresses.flatMap((subject): Difference[] => {
		const [old, now] = [from.get(subject), to.get(subject)];
		if (old !== undefined && now !== undefined) return [];
		const groups = [name];
		return now === undefined
			? [
					{
						rule: "content-reaches-no-longer",
						groups,
						subject,
						change: "removed",
						says: `no longer receives conversations: ${old}`,
					},
				]
			: [{ rule: "content-reaches", groups, subject, change: "added", says: `receives conversations too: ${now}` }];
	});
}

function recipients(egress: ReviewedEgress | undefined): ReadonlyMap<string, string> {
	return new Map(
		(egress?.contentAlsoReaches ?? []).map(({ host, key, because }) => [formatHostOrLate(host), `${because} (${key})`]),
	);
}
