import { sha256 } from "../../bundle/bundle.js";
import type { CloudPart } from "../../bundle/cloud-files.js";
import { manifestPath, readManifest } from "../../bundle/manifest.js";
import { isInside } from "../../files/inside.js";
import { made, type Outcome, refused } from "../../outcome.js";
import { error, type Problem } from "../../problem.js";
import { readStoredJson } from "../../publication/stored-json.js";
import type { ObjectShape } from "../../shape/shape.js";
import { isSigned } from "../../signing/is-signed.js";
import { signedContent } from "../../signing/signed-content.js";
import type {
	ReviewedDeployment,
	ReviewedEgress,
	ReviewedFiles,
	ReviewedGroup,
	ReviewedHost,
	ReviewedSetting,
} from "../reviewed-deployment.js";
import {
	cloudShape,
	collectorShape,
	deploymentShape,
	egressShape,
	manifestShape,
	policyShape,
	settingsShape,
} from "./file-shapes.js";
import { knownMembers } from "./known-members.js";

/** Gives a file of a bundle by its path; undefined where none stands there. */
export type BundleReader = (path: string) => Promise<Uint8Array | undefined>;

/**
 * What the deployment of a bundle means. Refused where a file that its manifest lists is not there or is another, where
 * another version wrote it, and where it says nothing of what a review needs: no half of it is ever reviewed.
 */
export async function readBundle(read: BundleReader): Promise<Outcome<ReviewedDeployment>> {
	const manifest = await read(manifestPath);
	if (!manifest)
		return refused(error("no-bundle", [], "has no manifest.json; name the folder of a deployment's bundle"));
	const checked = readStoredJson(manifestShape, manifest);
	if (checked.value === undefined) return { problems: checked.problems.map((each) => inFile(manifestPath, each)) };
	const listed = readManifest(new TextDecoder().decode(manifest))?.filter(({ path }) => isInside(path));
	if (!listed) return refused(error("no-bundle", [manifestPath], "is no manifest of pulumi-cowork"));
	// Its form was checked against the shape, which says the same.
	const document = checked.value as ManifestDocument;
	const files = new Map<string, Uint8Array>();
	const altered: Problem[] = [];
	for (const { path, sha256: digest } of listed) {
		const content = await read(path);
		if (!content) altered.push(error("file-missing", [path], "is listed in manifest.json and is not there"));
		else if (sha256(content) !== digest)
			altered.push(error("file-altered", [path], "was altered since it was written: its digest is another"));
		else files.set(path, content);
	}
	if (altered.length > 0) return refused(...altered);
	const { value, problems } = readFiles(files);
	return value ? made({ ...value, files: await filesOf(document, files) }, problems) : { problems };
}

async function filesOf(
	{ generator, facts, files: listed, omitted = [] }: ManifestDocument,
	files: ReadonlyMap<string, Uint8Array>,
): Promise<ReviewedFiles> {
	const digests: [string, string][] = [];
	for (const [path, content] of files) digests.push([path, await digestOf(content)]);
	return {
		writtenBy: facts ? `${generator} (facts of ${facts.app}, ${facts.date})` : generator,
		digests: Object.fromEntries(digests),
		sensitive: listed.flatMap(({ path, sensitive }) => (sensitive ? [path] : [])),
		omitted: Object.fromEntries(omitted.map(({ path, because }) => [path, because])),
	};
}

/** Of a file that is signed by what it signs, because some signatures are others each time. */
async function digestOf(content: Uint8Array): Promise<string> {
	const signed = isSigned(content) ? (await signedContent(content)).value : undefined;
	return signed ? `signed ${sha256(signed)}` : sha256(content);
}

/** What files mean of which each is as it was written. */
export function readFiles(files: ReadonlyMap<string, Uint8Array>): Outcome<ReviewedDeployment> {
	const problems: Problem[] = [];
	const json = <Value>(path: string, shape: ObjectShape): Value | undefined => {
		const content = files.get(path);
		const { value, problems: wrong } = content ? readStoredJson(shape, content) : refused(missing(path));
		for (const each of wrong) problems.push(content ? inFile(path, each) : each);
		// Its form was checked against the shape, which says the same.
		return (value === undefined ? undefined : knownMembers(shape, value)) as Value | undefined;
	};
	const described = json<DeploymentDocument>("deployment.json", deploymentShape);
	const perimeter = json<EgressDocument>("egress.json", egressShape);
	const groups = Object.entries(described?.groups ?? {}).map(([name, group]): [string, ReviewedGroup] => {
		const document = json<SettingsDocument>(`groups/${name}/settings.json`, settingsShape);
		const { settings = {}, claudeCode } = document ?? {};
		const egress = json<EgressDocument>(`groups/${name}/egress.json`, egressShape);
		const { ruleSets } = egress ?? {};
		return [
			name,
			{
				...group,
				settings,
				...(claudeCode && { claudeCode }),
				egress: egressOf(egress),
				...(ruleSets && { ruleSets }),
			},
		];
	});
	const cloud = readPlanned<CloudPart>(files, json, "cloud", cloudShape);
	// Devices sign in to nothing of it.
	const collector = readPlanned<Omit<CloudPart, "identities" | "answers">>(
		files,
		json,
		"cloud/collector",
		collectorShape,
	);
	if (!described || !perimeter || problems.length > 0) return refused(...problems);
	const { schemaVersion: _, ...said } = described;
	return made({
		...said,
		groups: Object.fromEntries(groups),
		egress: egressOf(perimeter),
		...(cloud && { cloud }),
		...(collector && { collector: { ...collector, identities: [], answers: [] } }),
	});
}

type ReadJson = <Value>(path: string, shape: ObjectShape) => Value | undefined;

/** What a folder of a bundle plans; absent where it plans nothing. */
function readPlanned<Planned extends { readonly policies: CloudPart["policies"] }>(
	files: ReadonlyMap<string, Uint8Array>,
	json: ReadJson,
	folder: string,
	shape: ObjectShape,
): Planned | undefined {
	const resourcesFile = `${folder}/resources.json`;
	if (!files.has(resourcesFile)) return undefined;
	const before = `${folder}/policies/`;
	const policies = [...files.keys()].flatMap((path) => {
		if (!path.startsWith(before) || !path.endsWith(".json")) return [];
		const policy = json<CloudPart["policies"][string]>(path, policyShape);
		return policy ? [[path.slice(before.length, -".json".length), policy] as const] : [];
	});
	const resources = json<Planned & { readonly schemaVersion: number }>(resourcesFile, shape);
	if (!resources) return undefined;
	const { schemaVersion: _, ...planned } = resources;
	// Without that member it is what the shape says.
	return { ...planned, policies: Object.fromEntries(policies) } as unknown as Planned;
}

interface ManifestDocument {
	readonly generator: string;
	readonly facts?: { readonly app: string; readonly date: string };
	readonly files: readonly { readonly path: string; readonly sensitive?: boolean }[];
	readonly omitted?: readonly { readonly path: string; readonly because: string }[];
}

interface DeploymentDocument extends Omit<ReviewedDeployment, "groups" | "egress" | "cloud" | "collector" | "files"> {
	readonly schemaVersion: number;
	readonly groups: Readonly<Record<string, Omit<ReviewedGroup, "settings" | "claudeCode" | "egress" | "ruleSets">>>;
}

interface SettingsDocument extends Pick<ReviewedGroup, "claudeCode"> {
	readonly settings: Readonly<Record<string, ReviewedSetting>>;
}

interface EgressDocument extends Pick<ReviewedEgress, "sandbox" | "notes"> {
	readonly hosts: readonly ReviewedHost[];
	readonly ruleSets?: NonNullable<ReviewedGroup["ruleSets"]>;
	readonly summary: {
		readonly conversationContentStaysWithProvider: boolean;
		readonly contentAlsoReaches: ReviewedEgress["contentAlsoReaches"];
		readonly takesOverDevice: boolean;
	};
}

const nothing: ReviewedEgress = {
	hosts: [],
	contentStays: false,
	contentAlsoReaches: [],
	takesOverDevice: false,
	notes: [],
};

function egressOf(document: EgressDocument | undefined): ReviewedEgress {
	if (!document) return nothing;
	const { hosts, sandbox, summary, notes } = document;
	return {
		hosts,
		...(sandbox && { sandbox }),
		contentStays: summary.conversationContentStaysWithProvider,
		contentAlsoReaches: summary.contentAlsoReaches,
		takesOverDevice: summary.takesOverDevice,
		notes,
	};
}

function missing(path: string): Problem {
	return error(
		"file-missing",
		[path],
		"is not there, as in bundles of older versions; write the bundle anew with synth",
	);
}

function inFile(path: string, problem: Problem): Problem {
	return { ...problem, path: [path, ...problem.path] };
}
