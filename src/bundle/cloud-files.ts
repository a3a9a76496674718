import type { CloudPlan, RequestedPlan } from "../inference/cloud-plan.js";
import { type JsonValue, prettyJson, sortMembers } from "../json.js";
import { formatPath } from "../path.js";
import type { StorePlans } from "../publication/plan-stores.js";
import { type BundleFile, textFile } from "./bundle.js";

/** What provisioning plans, as plain JSON with tokens for what is known only once it is placed. */
export interface CloudPart extends Omit<CloudPlan, "outputs" | "settings" | "privateHosts"> {
	/** What people must know of it. */
	readonly notes: readonly { readonly code: string; readonly path: string; readonly message: string }[];
}

export function cloudPart({ plan, problems }: RequestedPlan): CloudPart {
	const { lookUps, resources, policies, identities, late, answers, uses } = plan;
	const notes = problems.map(({ code, path, message }) => ({ code, path: formatPath(path), message }));
	return { lookUps, resources, policies, identities, late, answers, uses, notes };
}

/** `cloud/resources.json`, and each policy as a file of its own, with members in code-unit order. */
export function cloudFiles({ policies, ...planned }: CloudPart): BundleFile[] {
	return [
		jsonFile("cloud/resources.json", { schemaVersion: 1, ...planned }),
		...Object.entries(policies).map(([name, document]) => jsonFile(`cloud/policies/${name}.json`, document)),
	];
}

/** `cloud/stores/<word>.json`: what a store is to create, who may do what there, and where things go. */
export function storeFiles(stores: StorePlans): BundleFile[] {
	return Object.entries(stores).map(([word, plan]) =>
		jsonFile(`cloud/stores/${word}.json`, { schemaVersion: 1, ...plan }),
	);
}

export function jsonFile(path: string, content: object): BundleFile {
	// Plans are plain JSON.
	return textFile(path, "application/json", prettyJson(sortMembers(content as JsonValue)));
}
