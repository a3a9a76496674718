import type { DeploymentPair } from "../pair.js";
import { shown } from "../shown.js";
import type { Difference, Subject } from "../subject.js";

/** Deployments that come and go, and what of one holds for all of its devices. */
export const deployments: Subject = {
	title: "Deployments",
	rules: {
		"deployment-added": {
			grade: "informs",
			title: "A deployment is new.",
			because: "nobody has anything of it yet",
		},
		"deployment-removed": {
			grade: "breaks",
			title: "A deployment is gone.",
			because: "devices keep what they have, and nobody looks after it any more",
		},
		"organization-renamed": {
			grade: "informs",
			title: "The name of the organisation on profiles is another.",
			because: "it is shown, and nothing is told by it",
		},
		"profile-identifier-changed": {
			grade: "breaks",
			title: "Profiles come under other identifiers.",
			because: "device management takes them for other profiles and leaves those of before on devices",
		},
		"fleet-changed": {
			grade: "informs",
			title: "The deployment is for other versions of Claude Desktop.",
			because: "what that opens or closes is told for itself",
		},
		"installer-changed": {
			grade: "informs",
			title: "The app is installed in another way.",
			because: "what that opens or closes is told for itself",
		},
	},
	compare({ name, only, before, after }: DeploymentPair): Difference[] {
		if (only === "after") {
			return [{ rule: "deployment-added", groups: [], subject: name, change: "added", says: "is a new deployment" }];
		}
		if (only === "before") {
			return [
				{ rule: "deployment-removed", groups: [], subject: name, change: "removed", says: "is no longer deployed" },
			];
		}
		return statements.flatMap(({ rule, subject, of, path }) => {
			const [from, to] = [of(before), of(after)];
			if (from === to) return [];
			const says = `is ${shown(to)} where it was ${shown(from)}`;
			const values = { ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) };
			return [{ rule, groups: [], subject, change: "changed" as const, ...values, says, path }];
		});
	},
};

interface Statement {
	readonly rule: string;
	readonly subject: string;
	readonly of: (deployment: DeploymentPair["before"]) => string | undefined;
	readonly path: string;
}

const statements: readonly Statement[] = [
	{
		rule: "organization-renamed",
		subject: "name of the organisation",
		of: ({ organization }) => organization.name,
		path: "organization.name",
	},
	{
		rule: "profile-identifier-changed",
		subject: "prefix of profile identifiers",
		of: ({ organization }) => organization.identifier,
		path: "organization.identifier",
	},
	{
		rule: "fleet-changed",
		subject: "oldest version of the app",
		of: ({ app }) => app.minimumVersion,
		path: "app.minimumVersion",
	},
	{
		rule: "fleet-changed",
		subject: "newest version of the app",
		of: ({ app }) => app.maximumVersion,
		path: "app.maximumVersion",
	},
	{ rule: "installer-changed", subject: "installer", of: ({ app }) => app.installer, path: "app.installer" },
];
