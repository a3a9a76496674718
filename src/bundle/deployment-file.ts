import type { BlockRules } from "../firewall/block-rules.js";
import { type JsonValue, prettyJson, sortMembers } from "../json.js";
import { type BundleFile, textFile } from "./bundle.js";
import { describeRules } from "./described-rules.js";
import type { PerimeterPart } from "./part.js";

/** `deployment.json`: what a deployment says that no other file does, and what its rule sets say otherwise than the plan. */
export function bundledDeployment({ identity, described }: PerimeterPart, rules: readonly BlockRules[]): BundleFile[] {
	// What several share is none.
	if (!described) return [];
	const made = describeRules(rules);
	const firewall = Object.entries(described.firewall).map(([word, options]) => {
		const { effects = [], left = [] } = made[word] ?? {};
		return [word, { options, effects, left }];
	});
	const document = {
		schemaVersion: 1,
		name: identity.deployment,
		...described,
		firewall: Object.fromEntries(firewall),
	};
	// A described deployment is plain data throughout.
	return [textFile("deployment.json", "application/json", prettyJson(sortMembers(document as unknown as JsonValue)))];
}
