import type { VertexProvision } from "../../../src/inference/google/provision.js";
import type { VertexRequest } from "../../../src/inference/google/request.js";
import { workforceAudience } from "../../../src/inference/google/workforce-audience.js";

export const projectId = "example-cowork";
export const models = ["claude-opus-5", "claude-sonnet-5"];
export const pool = { poolId: "example-people", providerId: "example-okta" };
export const oidc = { clientId: "cowork", issuer: "https://login.example.com" };
export const members = {
	general: { googleGroup: "everyone@example.com", principalSet: "group/everyone" },
	pilot: { googleGroup: "pilots@example.com", principalSet: "attribute.ring/pilot" },
};

/** A way to sign in, and what its block and `provision` say. */
export interface SignInCase {
	readonly title: string;
	readonly signIn: VertexRequest["signIn"];
	readonly block: unknown;
	readonly provision: VertexProvision;
	/** What Google knows the people of each group as. */
	readonly known: Readonly<Record<keyof typeof members, string>>;
}

const groups = { general: "group:everyone@example.com", pilot: "group:pilots@example.com" };
const ofPool = "principalSet://iam.googleapis.com/locations/global/workforcePools/example-people";
const workforce = { general: `${ofPool}/group/everyone`, pilot: `${ofPool}/attribute.ring/pilot` };

export const signInCases: readonly SignInCase[] = [
	{
		title: "workforce by its audience",
		signIn: "workforce",
		block: { audience: workforceAudience(pool), oidc },
		provision: {},
		known: workforce,
	},
	{
		title: "workforce by its pool, and a project that pays",
		signIn: "workforce",
		block: { oidc, userProject: "example-quota" },
		provision: { workforce: pool },
		known: workforce,
	},
	{
		title: "google",
		signIn: "google",
		block: { clientId: "a.apps.googleusercontent.com", clientSecret: { fromEnv: "SECRET" } },
		provision: { settled: ["oauthClient"] },
		known: groups,
	},
	{
		title: "a service account's key",
		signIn: "credentialsFile",
		block: { path: "/etc/example/vertex.json" },
		provision: { serviceAccountKey: {} },
		known: {
			general: "serviceAccount:cowork-eu@example-cowork.iam.gserviceaccount.com",
			pilot: "serviceAccount:cowork-eu-pilot-66995851@example-cowork.iam.gserviceaccount.com",
		},
	},
	{
		title: "a file of people's credentials",
		signIn: "credentialsFile",
		block: { path: "/etc/example/vertex.json" },
		provision: {},
		known: groups,
	},
	{ title: "applicationDefault", signIn: "applicationDefault", block: {}, provision: {}, known: groups },
	{ title: "helper", signIn: "helper", block: { path: "/opt/example/token" }, provision: {}, known: groups },
];

/** A deployment with a group that lists both models, and one that lists the first; nothing is left to warn of but that. */
export function requestOf({ signIn, block, provision }: SignInCase, more: Partial<VertexRequest> = {}): VertexRequest {
	return {
		deployment: "eu",
		projectId,
		region: "global",
		signIn,
		signInBlock: block,
		models,
		groups: [
			{ name: "general", members: members.general },
			{ name: "pilot", members: members.pilot, models: models.slice(0, 1) },
		],
		at: { block: ["inference", "vertex"], groups: ["groups"] },
		...more,
		provision: { enabledModels: models, ...provision, ...more.provision },
	};
}

/** The case of a title. */
export function signInCase(title: string): SignInCase {
	const found = signInCases.find((each) => each.title === title);
	if (!found) throw new Error(`no case ${title}`);
	return found;
}
