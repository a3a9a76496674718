import { type ObjectReader, type ReaderRequest, StoreFault } from "../object-store/object-reader.js";
import { openStore } from "../object-store/open-store.js";
import { error, type Problem, warning } from "../problem.js";
import { findReferences } from "../reference/walk.js";
import { checkPublished, checkRegion, type PlannedScope } from "./check-published.js";
import { scopeRequests } from "./planned-scopes.js";
import type { PublishedDeployment } from "./published.js";
import { readPublished } from "./read-published.js";
import type { RevisionSigners } from "./signers.js";

export interface LookUpRequest extends ReaderRequest {
	/** Blocks of the stores that keep revisions, by word; of a form that was checked. */
	readonly blocks: Readonly<Record<string, object>>;
	readonly scopes: readonly PlannedScope[];
	/** Who publishes. @default - owners are not compared */
	readonly owner?: string;
	/** Keys of which one has to have signed each revision. @default - signatures are not verified */
	readonly signers?: RevisionSigners;
	readonly now: Date;
}

export interface LookedUp {
	/** By the store's word; those that could not be looked at are absent. */
	readonly published: Readonly<Record<string, PublishedDeployment>>;
	/** At the places of the deployment. */
	readonly problems: readonly Problem[];
}

/** Says that a run goes on without looking at what is published. */
export const skipVariable = "PULUMI_COWORK_SKIP_LOOK_UP";

/** What stands in each store of a deployment, and what of it does not fit what the deployment says. */
export async function lookUp(request: LookUpRequest): Promise<LookedUp> {
	const looked = await Promise.all(
		Object.entries(request.blocks).map(async ([word, block]) => [word, await lookAt(word, block, request)] as const),
	);
	return {
		published: Object.fromEntries(looked.flatMap(([word, { found }]) => (found ? [[word, found] as const] : []))),
		problems: looked.flatMap(([, { problems }]) => problems),
	};
}

async function lookAt(
	word: string,
	block: object,
	{ scopes, owner, signers, now, ...surroundings }: LookUpRequest,
): Promise<{ readonly found?: PublishedDeployment; readonly problems: readonly Problem[] }> {
	const [late] = findReferences(block);
	if (late) return { problems: [unseen(word, "its block holds an output of the program")] };
	try {
		const opened = await openStore(word, block, surroundings);
		if (!opened) return { problems: [unseen(word, "this package reads no such store")] };
		const found = await readPublished(opened, scopeRequests(scopes), signers && { signers });
		const { title } = opened.general;
		const planned = { store: word, title, scopes, now, ...(opened.region !== undefined && { region: opened.region }) };
		const problems = checkPublished({ ...planned, ...(owner !== undefined && { owner }) }, found);
		return { found: found.published, problems: [...problems, ...(await regionOfSecrets(planned, opened.sensitive))] };
	} catch (fault) {
		if (!(fault instanceof StoreFault)) throw fault;
		const message = `cannot be looked at: ${fault.message}; ${skipVariable}=1 goes on without looking`;
		return { problems: [error(fault.code, ["publish", word], message)] };
	}
}

/** What carries a secret is where the rest is. */
async function regionOfSecrets(
	planned: Parameters<typeof checkRegion>[0],
	sensitive: ObjectReader | undefined,
): Promise<readonly Problem[]> {
	if (!sensitive || planned.region === undefined) return [];
	const { region } = await sensitive.place();
	return checkRegion({ ...planned, title: sensitive.title }, region);
}

function unseen(word: string, why: string): Problem {
	return warning("not-looked-up", ["publish", word], `${why}, so that ${unverified}`);
}

/** That a run was told to look at nothing, and what nobody knows therefore. */
export function skipped(words: readonly string[]): readonly Problem[] {
	return words.map((word) => unseen(word, `${skipVariable} is set`));
}

const unverified =
	"nobody has verified what is published there, who else publishes there and in which region it is, and pointers do not say what they replace";
