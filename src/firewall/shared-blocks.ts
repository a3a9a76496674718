import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";
import { made, type Outcome } from "../outcome.js";
import { type Path, valueAt } from "../path.js";
import { error, isError, type Locate, located, type Problem, warning } from "../problem.js";
import type { FirewallBackend } from "./backend.js";
import { blockShape } from "./block-shape.js";
import { scopeOf } from "./rule-set-options.js";

/** The firewall of one of several deployments. */
export interface FirewallOfDeployment {
	readonly name: string;
	readonly firewall: Readonly<Record<string, JsonObject>>;
	/** Tells where a value stands in the deployment's file. */
	readonly locate?: Locate | undefined;
}

/** What of their firewalls several deployments have in common. */
export interface SharedBlocks {
	/** By word; without clients, which each deployment has of its own. */
	readonly blocks: Readonly<Record<string, JsonObject>>;
	/** Which words have no rule set for all, each with why. */
	readonly notes: readonly string[];
}

/**
 * The blocks that every deployment has, with the same options. Rules for all would open at a product of one deployment
 * what others need, so a word that only some have is a warning and has none; options that differ are an error, since
 * neither would be the other's. Words are found in code-unit order.
 */
export function sharedBlocks(
	deployments: readonly FirewallOfDeployment[],
	backends: Readonly<Record<string, FirewallBackend>>,
): Outcome<SharedBlocks> {
	const blocks: Record<string, JsonObject> = {};
	const notes: string[] = [];
	const problems: Problem[] = [];
	const words = [...new Set(deployments.flatMap(({ firewall }) => Object.keys(firewall)))].sort();
	for (const word of words) {
		const having = deployments.filter(({ firewall }) => Object.hasOwn(firewall, word));
		const [first, ...others] = having;
		const backend = Object.hasOwn(backends, word) ? backends[word] : undefined;
		if (!first || !backend) continue;
		const defaults = defaultsOf(backend);
		for (const problem of others.flatMap((other) => differences(word, defaults, first, other))) problems.push(problem);
		const lacking = deployments.filter((each) => !having.includes(each));
		if (lacking.length > 0) {
			problems.push(...located([notInAll(word, lacking)], first.locate));
			notes.push(`${word}: has no rule set here, because ${namesOf(lacking)} has no such block`);
			continue;
		}
		const { clients: _, ...block } = first.firewall[word] ?? {};
		if (scopeOf(block) === "union") blocks[word] = block;
		else notes.push(`${word}: has no rule set here, because each group has its own (scope: perGroup)`);
	}
	return problems.some(isError) ? { problems } : made({ blocks, notes }, problems);
}

function notInAll(word: string, lacking: readonly FirewallOfDeployment[]): Problem {
	const message = `is not in ${namesOf(lacking)}, so that there is no rule set of it for all; say it in every file, or compile files apart that share no firewall`;
	return warning("block-not-shared", ["firewall", word], message);
}

/** Where two blocks of one word say different things, at the second. */
function differences(
	word: string,
	defaults: JsonObject,
	first: FirewallOfDeployment,
	other: FirewallOfDeployment,
): Problem[] {
	const at = ["firewall", word];
	const [a, b] = [first, other].map(({ firewall }) => optionsOf(firewall[word] ?? {}, defaults));
	return differingPaths(a, b).map((path) => {
		const place = [...at, ...path];
		const location = first.locate?.(place);
		const where = location ? `${location.file}:${location.line}:${location.column}` : `deployment ${first.name}`;
		const message = `${describe(valueAt(b, path))}, which ${describe(valueAt(a, path))} in ${where}; one rule set for both takes the same options, so say them alike, or compile the files apart`;
		return { ...error("options-differ", place, message), ...locationOf(other, place) };
	});
}

function locationOf({ locate }: FirewallOfDeployment, place: Path): Pick<Problem, "location"> {
	const location = locate?.(place);
	return location ? { location } : {};
}

/** With the defaults that a block may leave out, and without clients. */
function optionsOf({ clients: _, ...said }: JsonObject, defaults: JsonObject): JsonObject {
	return { ...defaults, ...said };
}

function defaultsOf(backend: FirewallBackend): JsonObject {
	const members = Object.entries(blockShape(backend).members);
	return Object.fromEntries(
		members.flatMap(([name, member]) => (member.default === undefined ? [] : [[name, member.default] as const])),
	);
}

function differingPaths(a: JsonValue | undefined, b: JsonValue | undefined, at: Path = []): Path[] {
	if (isJsonObject(a) && isJsonObject(b)) {
		const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
		return names.flatMap((name) => differingPaths(a[name], b[name], [...at, name]));
	}
	// Blocks come with the members of every object in one order.
	return JSON.stringify(a) === JSON.stringify(b) ? [] : [at];
}

const longestShown = 60;

function describe(value: unknown): string {
	if (value === undefined) return "is not set";
	const text = JSON.stringify(value);
	return `is ${text.length > longestShown ? `${text.slice(0, longestShown)}...` : text}`;
}

function namesOf(deployments: readonly FirewallOfDeployment[]): string {
	return deployments.map(({ name }) => name).join(", ");
}
