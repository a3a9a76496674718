import { presets } from "../configuration/presets.js";
import { uuid } from "../configuration/values/identifier.js";
import { line } from "../configuration/values/text.js";
import { networksShape } from "../network.js";
import { knownAgents } from "../observability/agents/known.js";
import { error, type Problem } from "../problem.js";
import { deliveries, platforms } from "../profiles/format.js";
import { list, map, object, text, words } from "../shape/build.js";
import type { AnyShape, Member, TextShape } from "../shape/shape.js";
import { isAppVersion, newestKnownVersion } from "../version.js";
import { defaultIdentifier } from "./defaults.js";
import { formOf, nameShape, notADevice } from "./name-shape.js";
import { heldRingsMember } from "./publish-shape.js";
import { sharedFolder } from "./shared-folder.js";

/** Name of a deployment, which is the name of its folder, too. */
export const deploymentNameShape: TextShape = {
	...nameShape,
	rules: [...(nameShape.rules ?? []), notShared],
};

function notShared(name: string): Problem[] {
	if (name !== sharedFolder) return [];
	const message =
		"is the folder of what several deployments need together; choose another name before devices have profiles of this one";
	return [error("reserved-name", [], message)];
}

const version = text((value) =>
	isAppVersion(value)
		? []
		: [error("app-version", [], `is no app version; expected three numbers such as "${newestKnownVersion}"`)],
);

/** Files are named by it, and Windows looks at what stands before the first dot. */
const identifier = formOf(
	"identifier",
	/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
	"is no reverse-DNS identifier; expected at least two labels of letters, digits and hyphens, such as com.example.cowork",
	(text) => notADevice(text.split(".")[0] ?? "", "begins with a name"),
);

/** Checked elsewhere, against the catalogue, a route or a variant of an axis. */
const elsewhere: AnyShape = { kind: "any" };
const anyText: TextShape = { kind: "text" };
const nonEmpty = text();

const settings: Member = {
	shape: map(elsewhere),
	summary: "Managed keys in their native types.",
	defaultNote: "none",
};
const extraSettings: Member = {
	shape: map(elsewhere),
	summary: "Keys the catalogue does not know, kept as they are, with a warning.",
	defaultNote: "none",
};

const members = object(
	{
		identityCenterGroup: {
			shape: nonEmpty,
			summary: "Group of IAM Identity Center, by display name or id.",
			defaultNote: "none",
		},
		googleGroup: { shape: nonEmpty, summary: "E-mail address of a Google group.", defaultNote: "none" },
		principalSet: {
			shape: line,
			summary:
				"People of a workforce pool of Google Cloud: `group/<value of google.groups>`, `attribute.<name>/<value>`, or the whole `principalSet://` of one of them.",
			defaultNote: "`group/<entraGroupId>`, where that is given",
		},
		entraGroupId: { shape: uuid, summary: "Object id of a group in Entra ID.", defaultNote: "none" },
	},
	{ name: "GroupMembers", summary: "Identity-provider groups whose members a group of users consists of." },
);

/** The same for a deployment and a group. */
const claudeCode: Member = {
	shape: elsewhere,
	summary: "Managed settings of Claude Code on the same devices.",
	defaultNote: "none is written",
};

export const groupShape = object(
	{
		preset: {
			shape: words(Object.keys(presets)),
			summary: "Security profile of the documentation that the group starts from.",
			required: true,
		},
		settings,
		extraSettings,
		claudeCode,
		platforms: {
			shape: list(words(platforms), { minItems: 1 }),
			summary: "Systems of the group's devices.",
			defaultNote: "all three",
		},
		delivery: {
			shape: words(deliveries),
			summary: "How the group's settings come to devices: by MDM, or from the server of `bootstrapUrl`.",
			defaultNote: "the deployment's",
		},
		clients: {
			shape: networksShape,
			summary: "Networks that the group's devices come from, in CIDR notation, for rule sets.",
			defaultNote: "nothing is known of them",
		},
		members: { shape: members, summary: "Who belongs to the group.", defaultNote: "nobody is told apart" },
		inference: {
			shape: elsewhere,
			summary: "`models` and `signIn` of this group, in place of the deployment's.",
			defaultNote: "the deployment's",
		},
		observability: {
			shape: elsewhere,
			summary: "What of the deployment's observability differs for the group.",
			defaultNote: "nothing",
		},
		rings: heldRingsMember("the group"),
	},
	{ name: "Group", summary: "A group of users: the unit that gets profiles of its own." },
);

/** It stands in profiles, on pages and in comments of rules, among other words. */
const organizationName: TextShape = { ...text(), maxLength: 200 };

export const organizationShape = object(
	{
		name: { shape: organizationName, summary: "Name shown on profiles.", required: true },
		uuid: {
			shape: elsewhere,
			summary: "Stable id of the deployment (`deploymentOrganizationUuid`); changing it orphans data on devices.",
			defaultNote: "devices share the app's built-in placeholder, with a warning",
		},
		identifier: {
			shape: identifier,
			summary: "Reverse-DNS prefix of profile identifiers, at least two labels.",
			default: defaultIdentifier,
		},
	},
	{ name: "Organization", summary: "Who deploys." },
);

const app = object(
	{
		minimumVersion: {
			shape: version,
			summary: "Oldest Claude Desktop in the fleet. Written, it gates keys that version does not know.",
			defaultNote: "the oldest known, and nothing is gated",
		},
		maximumVersion: { shape: version, summary: "Newest Claude Desktop in the fleet.", defaultNote: "the newest known" },
		installer: {
			shape: words(["online", "offline"]),
			summary: "`offline` is the installer for macOS and Windows that carries the VM bundle.",
			default: "online",
		},
	},
	{ name: "App", summary: "The Claude Desktop installations of the fleet." },
);

/** The deployment file as data; the blocks of each axis are described by their registries. */
export const deploymentShape = object(
	{
		$schema: { shape: anyText, summary: "Address of the JSON Schema, for editors; ignored.", defaultNote: "none" },
		name: { shape: deploymentNameShape, summary: "Name of the deployment and of its folder.", required: true },
		organization: { shape: organizationShape, summary: "Who deploys.", required: true },
		app: { shape: app, summary: "The Claude Desktop installations of the fleet.", defaultNote: "every known version" },
		// Its absence is told by the check of routes, which knows them.
		inference: { shape: elsewhere, summary: "Exactly one route." },
		settings,
		extraSettings,
		claudeCode,
		delivery: {
			shape: words(deliveries),
			summary: "How settings come to devices: by MDM, or from the server of `bootstrapUrl`.",
			default: "mdm",
		},
		groups: { shape: map(groupShape, { names: nameShape }), summary: "Groups of users, by name.", required: true },
		firewall: { shape: map(elsewhere), summary: "Rule sets to write, by backend.", defaultNote: "none" },
		profiles: {
			shape: map(elsewhere),
			summary: "Profile formats to write, by format.",
			defaultNote: "the usual ones of each group's platforms",
		},
		observability: {
			shape: elsewhere,
			summary: "What devices send to the organisation's collector, and who may read it.",
			defaultNote: "what `otlp` keys of `settings` say",
		},
		otherAgents: {
			shape: list(words(Object.keys(knownAgents)), { minItems: 1 }),
			summary: "Other coding agents on the same devices, whose telemetry is switched off.",
			defaultNote: "none",
		},
		publish: {
			shape: map(elsewhere),
			summary: "Places to publish to, by store, and who gets what is published first.",
			defaultNote: "nowhere",
		},
	},
	{ name: "Deployment" },
);
