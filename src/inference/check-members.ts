import { checkSetting } from "../configuration/check-setting.js";
import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { below, error, isError, type Problem } from "../problem.js";
import { object } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import { elsewhere } from "./chosen-member.js";
import type { RouteMember } from "./route.js";

export type RouteMembers = Readonly<Record<string, RouteMember>>;

/**
 * Whether a block has all its members and no other; `owner` is the word for it in messages.
 * What provisioning decides may be left out where a `provision` block stands.
 */
export function checkStructure(
	shape: RouteMembers,
	block: unknown,
	owner: string,
	at: Path,
	provisioning = false,
): Problem[] {
	const entries = Object.entries(shape);
	const missing = entries.flatMap(([name, member]) => {
		const waived = !member.required || (provisioning && member.provisioned);
		if (waived || !isObject(block) || memberOf(block, name) !== undefined) return [];
		const { provisioned, provisionedBy = "provision: {}" } = member;
		const cure = provisioned ? `, or ${provisionedBy} in the route's block, which decides it` : "";
		return [error("missing", [...at, name], `is missing; ${owner} needs it${cure}`)];
	});
	const members = Object.fromEntries(entries.map(([name]) => [name, elsewhere]));
	return [...missing, ...checkShape(object(members), block, { at })];
}

/** What is wrong with each member of a block that is given. */
export function checkValues(shape: RouteMembers, block: unknown, at: Path): Problem[] {
	return Object.entries(shape).flatMap(([name, member]) => checkValue(member, memberOf(block, name), [...at, name]));
}

/** A member that is the block's own and not inherited from every object; undefined where the block is no object. */
export function memberOf(block: unknown, name: string): unknown {
	return isObject(block) && Object.hasOwn(block, name) ? block[name] : undefined;
}

function checkValue(member: RouteMember, value: unknown, at: Path): Problem[] {
	if (value === undefined) return [];
	const { key, shape = { kind: "text" }, rule } = member;
	const problems = key === undefined ? checkShape(shape, value, { at }) : checkSetting(key, value, at);
	if (problems.some(isError) || typeof value !== "string") return problems;
	return [...problems, ...(rule?.(value) ?? []).map((problem) => below(at, problem))];
}
