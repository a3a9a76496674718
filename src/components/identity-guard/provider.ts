/**
 * What the engine runs to look at an update before anything of it happens.
 *
 * State keeps the text that reaches this module, and `destroy` runs it years later: the module's address in the
 * package and the names of its functions never change, and old state may lack whatever was added since.
 *
 * @module
 */
import { checkRetirement } from "../../inference/check-retirement.js";
import type { IdentityLedger } from "../../inference/identity-ledger.js";
import { canonicalJson, type JsonValue } from "../../json.js";
import { formatProblem, isError } from "../../problem.js";

export interface GuardInputs {
	readonly deployments: IdentityLedger;
}

interface Failure {
	/** None: the engine would print its value before the reason. */
	readonly property: "";
	readonly reason: string;
}

/** Refuses, in the preview already, to take from devices what they sign in with. Without state it adopts what it finds. */
export async function check(
	olds: Partial<GuardInputs> | undefined,
	news: GuardInputs,
): Promise<{ inputs: GuardInputs; failures: Failure[] }> {
	const problems = checkRetirement(olds?.deployments ?? {}, news.deployments);
	// The engine shows what is printed here beside the resource.
	for (const warning of problems.filter((each) => !isError(each))) process.stdout.write(`${formatProblem(warning)}\n`);
	const errors = problems.filter(isError);
	return { inputs: news, failures: errors.map((each) => ({ property: "", reason: formatProblem(each) })) };
}

export async function diff(_id: string, olds: Partial<GuardInputs>, news: GuardInputs): Promise<{ changes: boolean }> {
	return { changes: textOf(olds) !== textOf(news) };
}

export async function create(news: GuardInputs): Promise<{ id: string; outs: GuardInputs }> {
	return { id: "identities", outs: news };
}

export async function read(id: string, props: object): Promise<{ id: string; props: object }> {
	return { id, props };
}

export async function update(_id: string, _olds: object, news: GuardInputs): Promise<{ outs: GuardInputs }> {
	return { outs: news };
}

/** Nothing is refused here: the engine deletes this last, and `pulumi destroy` is to take everything away. */
async function remove(): Promise<void> {}

export { remove as delete };

/** State keeps no order of members. */
function textOf({ deployments = {} }: Partial<GuardInputs>): string {
	// Nothing in it is undefined by the time the engine has it.
	return canonicalJson(deployments as unknown as JsonValue);
}
