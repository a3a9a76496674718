import * as pulumi from "@pulumi/pulumi";
import { checkPublish } from "../deployment/check-publish.js";
import { publishOf } from "../deployment/defaults.js";
import { readSmallFile } from "../files/small-file.js";
import { isObject, type JsonObject } from "../json.js";
import { DeploymentError, isError, type Problem } from "../problem.js";
import { type LookUpRequest, lookUp, skipped, skipVariable } from "../publication/look-up.js";
import { plannedScopes } from "../publication/planned-scopes.js";
import type { HeldRings } from "../publication/publish-options.js";
import { storesWithRevisions } from "../publication/rings.js";
import { readSigners } from "../publication/signers.js";
import { readStandingSide, type StandingRequest } from "../review/sides/standing-side.js";
import { withStores } from "./adapter-blocks.js";
import { inProject } from "./in-project.js";
import { ProgramValues } from "./program-values.js";
import { type PublishArgs, publishBlock } from "./publish-args.js";
import { publisherOf } from "./publish-parts.js";
import { logWarnings, orRunError } from "./run-error.js";
import { takeAdapters } from "./take-adapters.js";

/** What of a component's arguments says what it publishes. */
export interface PublishingArgs {
	/** @default - the resource's name */
	readonly name?: string;
	readonly publish?: PublishArgs;
	/** @default - none, as of a perimeter */
	readonly groups?: Readonly<Record<string, { readonly rings?: HeldRings }>>;
	/** What a perimeter serves. @default - it is a deployment */
	readonly deployments?: readonly unknown[];
}

/**
 * The arguments of a `CoworkDeployment` or `CoworkPerimeter`, with what its stores hold already: awaited before the
 * component is constructed, it holds them to what the program says, so that a hold which was never published fails a
 * preview, lets pointers say what they replace, and lets a preview of a deployment say what it changes in meaning.
 * `PULUMI_COWORK_SKIP_LOOK_UP=1` goes on without, for runs that have no credentials, with a warning that says what nobody
 * has verified.
 *
 * @param name the resource's
 * @throws `pulumi.RunError` with every problem
 */
export async function lookUpPublished<Args extends PublishingArgs>(name: string, args: Args): Promise<Args> {
	const { publish, problems: ofAxes } = takeAdapters({ publish: args.publish });
	const requests = ofAxes.length > 0 || !args.publish ? undefined : requestsOf(name, args, publish);
	// What is wrong with the arguments is told by the component.
	if (!requests) return args;
	const { revisions, standing } = requests;
	const words = Object.keys(revisions.blocks);
	if (revisions.environment[skipVariable] === "1") {
		logWarnings(skipped(words));
		return args;
	}
	const { published, problems } = await lookUp(revisions);
	orRunError(() => throwErrors(problems));
	// An update does what its preview has said.
	const read = pulumi.runtime.isDryRun() && !args.deployments ? await readStandingSide(standing) : { problems: [] };
	logWarnings([...problems, ...read.problems]);
	const found = {
		...(words.length > 0 && { published: { ...publish.published, ...published } }),
		...(read.side && { standing: read.side }),
	};
	return Object.keys(found).length > 0 ? { ...args, publish: { ...publish, ...found } } : args;
}

function throwErrors(problems: readonly Problem[]): void {
	if (problems.some(isError)) throw new DeploymentError(problems);
}

interface Requests {
	/** Of the stores that keep revisions. */
	readonly revisions: LookUpRequest;
	readonly standing: StandingRequest;
}

function requestsOf(resource: string, args: PublishingArgs, publish: PublishArgs): Requests | undefined {
	const { name = resource, groups = {} } = args;
	const registries = withStores(publish.stores);
	const block = new ProgramValues().takeOutputs(publishBlock(publish));
	if (!isObject(block) || checkPublish(block, groups, registries).some(isError)) return undefined;
	// Its form was checked.
	const { publish: blocks, publication } = publishOf({ publish: block as JsonObject });
	const signers = readSigners(publication?.sign, (file) => readSmallFile(inProject(file)));
	if (signers.problems.length > 0) return undefined;
	const words = storesWithRevisions({ publish: blocks, ...(publication && { publication }) }, registries);
	const shared = {
		// As the stores' adapters resolve them.
		base: inProject(),
		environment: process.env,
		...(signers.value && { signers: signers.value }),
	};
	return {
		revisions: {
			...shared,
			// As each component names itself.
			...publisherOf(name, args.deployments ? `perimeter/${resource}` : resource),
			blocks: Object.fromEntries(words.map((word) => [word, blocks[word] ?? {}])),
			scopes: plannedScopes({ name, groups, ...(publication && { publication }) }),
			now: new Date(),
		},
		standing: {
			...shared,
			deployment: name,
			blocks,
			withRevisions: words,
			...(publication?.rings && { rings: publication.rings }),
			held: [publication?.perimeter ?? {}, ...Object.values(groups).map(({ rings = {} }) => rings)],
		},
	};
}
