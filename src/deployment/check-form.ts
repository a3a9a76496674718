import { checkScopes } from "../firewall/check-scopes.js";
import { isObject } from "../json.js";
import { knownAgents } from "../observability/agents/known.js";
import type { Path } from "../path.js";
import { error, type Problem, warning } from "../problem.js";
import type { Registries } from "../registries.js";
import { map } from "../shape/build.js";
import { checkShape } from "../shape/check-shape.js";
import type { ObjectShape, Shape } from "../shape/shape.js";
import { withShapes } from "../shape/with-shapes.js";
import { type AppVersion, compareVersions, factsEdition, oldestKnownVersion, versionOf } from "../version.js";
import { checkFirewallBlocks, checkProfileBlocks } from "./check-blocks.js";
import { checkPublish } from "./check-publish.js";
import { deploymentShape, groupShape } from "./deployment-shape.js";
import { nameShape } from "./name-shape.js";
import { notGiven } from "./not-given.js";

/** Everything about a deployment but inference and settings: members, names, versions, the blocks of each axis. */
export function checkForm(input: unknown, registries: Registries): Problem[] {
	return [
		...checkShape(shapeWith(registries), input, { at: [] }),
		...checkOtherAgents(input, registries),
		...checkGroups(input),
		...checkFleet(input),
		...checkBlocks(input, registries),
	];
}

/** With what `observability` may be, which is known where something is said of it. */
function shapeWith({ observability, collectorHosts }: Registries): ObjectShape {
	if (!observability) return deploymentShape;
	const group = withMembers(groupShape, { observability: observability.groupShape });
	return withMembers(deploymentShape, {
		groups: map(group, { names: nameShape }),
		observability: observability.shape(collectorHosts),
	});
}

/** An agent that nobody knows is told by the shape. */
function checkOtherAgents(input: unknown, { otherAgents }: Registries): Problem[] {
	const named: unknown = record(input).otherAgents;
	if (!Array.isArray(named)) return [];
	return named.flatMap((word: unknown, index) =>
		typeof word !== "string" || !Object.hasOwn(knownAgents, word) || Object.hasOwn(otherAgents, word)
			? []
			: [notGiven(["otherAgents", index], "unknown-value")],
	);
}

function withMembers(shape: ObjectShape, shapes: Readonly<Record<string, Shape>>): ObjectShape {
	return { ...shape, members: withShapes(shape.members, shapes) };
}

function checkGroups(input: unknown): Problem[] {
	const { groups } = record(input);
	if (!isObject(groups)) return [];
	if (Object.keys(groups).length > 0) return [];
	return [error("empty", ["groups"], "is empty; expected at least one group")];
}

function checkFleet(input: unknown): Problem[] {
	const app = record(record(input).app);
	const minimum = versionOf(app.minimumVersion);
	const maximum = versionOf(app.maximumVersion);
	const atMinimum = ["app", "minimumVersion"];
	const atMaximum = ["app", "maximumVersion"];
	const tooOld = `is older than every version that is known; expected ${oldestKnownVersion} or later`;
	const problems: Problem[] = [];
	if (minimum && compareVersions(minimum, oldestKnownVersion) < 0)
		problems.push(error("unknown-app-version", atMinimum, tooOld));
	if (maximum && compareVersions(maximum, oldestKnownVersion) < 0)
		problems.push(error("unknown-app-version", atMaximum, tooOld));
	if (maximum && minimum && compareVersions(minimum, maximum) > 0) {
		problems.push(error("version-range", atMinimum, `is newer than app.maximumVersion ${maximum}; swap the two`));
	}
	return [...problems, ...beyondFacts(minimum, atMinimum), ...beyondFacts(maximum, atMaximum)];
}

function beyondFacts(version: AppVersion | undefined, at: Path): Problem[] {
	const { app, date } = factsEdition;
	if (!version || compareVersions(version, app) <= 0) return [];
	const message = `is newer than ${app} of ${date}, where the facts end; keys, rules and hosts are those of that version`;
	return [warning("unknown-app-version", at, message)];
}

function checkBlocks(input: unknown, registries: Registries): Problem[] {
	const { groups, firewall, profiles, publish } = record(input);
	return [
		...checkFirewallBlocks(firewall, registries),
		...checkScopes(record(firewall), record(groups), registries.firewall),
		...checkProfileBlocks(profiles, registries),
		...checkPublish(publish, groups, registries),
	];
}

function record(value: unknown): Record<string, unknown> {
	return isObject(value) ? value : {};
}
