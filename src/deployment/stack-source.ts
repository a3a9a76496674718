import { isObject } from "../json.js";
import type { Path } from "../path.js";
import { error, located, type Problem, within } from "../problem.js";
import type { Source } from "./source.js";

const deploymentKey = /^[^:]+:deployment$/;
/** What no stack's file has. */
const ofDeployments = ["name", "extends", "organization", "inference", "groups"];

/**
 * The deployment in a stack's file, as if it stood in a file of its own; any other source is given back as it is.
 * What the file holds beside it is another program's.
 */
export function deploymentOfStackFile(source: Source): Source {
	const { value: file } = source;
	if (!isObject(file) || ofDeployments.some((name) => Object.hasOwn(file, name))) return source;
	const { config: configuration } = file;
	if (!isObject(configuration)) return source;
	const keys = Object.keys(configuration).filter((key) => deploymentKey.test(key));
	const [key] = keys;
	if (key === undefined || keys.length > 1) return without(source, keys);
	const at: Path = ["config", key];
	const value = configuration[key];
	return {
		file: source.file,
		value,
		at,
		problems: [
			...source.problems.flatMap((each) => (each.path.length === 0 ? [each] : within(at, each))),
			...located(encryptedValues(value).map(encrypted), (path) => source.find([...at, ...path]).location),
		],
		find(path) {
			const found = source.find([...at, ...path]);
			return { ...found, depth: Math.max(0, found.depth - at.length) };
		},
	};
}

function without(source: Source, keys: readonly string[]): Source {
	const message =
		keys.length === 0
			? "is the configuration of a stack without a deployment; expected one under <project>:deployment"
			: `holds ${keys.length} deployments (${keys.join(", ")}); keep one in each stack`;
	const problems = located([error("stack-deployment", ["config"], message)], (path) => source.find(path).location);
	return { ...source, value: undefined, problems: [...source.problems, ...problems] };
}

/** What `pulumi config set --secret --path` leaves inside of an object, which a program would get in clear. */
function encryptedValues(value: unknown, at: Path = []): Path[] {
	if (Array.isArray(value)) return value.flatMap((item, index) => encryptedValues(item, [...at, index]));
	if (!isObject(value)) return [];
	const members = Object.entries(value);
	if (members.length === 1 && typeof value.secure === "string") return [at];
	return members.flatMap(([name, member]) => encryptedValues(member, [...at, name]));
}

function encrypted(at: Path): Problem {
	const message =
		"holds a secure: value, which a program would get in clear; set the secret under a key of its own and refer to it as { fromConfig: key }";
	return error("secure-value", at, message);
}
