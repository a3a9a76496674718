import { findMdmVariables, findPlaceholders } from "../configuration/check-placeholders.js";
import { namesCredential } from "../configuration/check-plain-secrets.js";
import { hasCredentials } from "../configuration/values/url.js";
import { isObject } from "../json.js";
import { nearestName } from "../nearest-name.js";
import { beginsAsCredential, containsCredential } from "../pasted-credential.js";
import { formatPath, type Path } from "../path.js";
import { error, isError, type Problem, warning } from "../problem.js";
import { isMeantAsReference } from "../reference/reference.js";
import { checkShape } from "../shape/check-shape.js";
import {
	codeLevels,
	codeSettings,
	findCodeVariable,
	isSecretVariable,
	isVariableName,
	nearestVariable,
} from "./catalogue.js";
import { claudeCodeShape } from "./claude-code-shape.js";
import { codeDocumentation, newestDescribedCode } from "./code-setting.js";

/** What is wrong with one `claudeCode` block as it is written. */
export function checkClaudeCode(block: unknown, at: Path): Problem[] {
	if (block === undefined) return [];
	const secrets = plainSecrets(block, at, "");
	const places = new Set(secrets.filter(isError).map(({ path }) => formatPath(path)));
	const rest = [
		...checkShape(claudeCodeShape, block, { at }).map((problem) => ofNewerVersion(problem, at)),
		...[...findPlaceholders(block, at), ...findMdmVariables(block, at)].filter(({ path }) => !takesVariables(path)),
		...(isObject(block) ? [...checkEnv(block.env, [...at, "env"]), ...checkExtra(block.extraSettings, at)] : []),
	];
	return [...secrets, ...rest.filter(({ path }) => !places.has(formatPath(path)))];
}

/** A setting that is like none of those that are known may be one of a newer version. */
function ofNewerVersion(problem: Problem, at: Path): Problem {
	const { code, path } = problem;
	const [member, name, ...deeper] = path.slice(at.length);
	if (code !== "unknown-member" || member !== "settings" || typeof name !== "string" || deeper.length > 0)
		return problem;
	if (nearestName(name, topLevel) !== undefined) return problem;
	return { ...problem, message: `${unknownSetting}; one of a newer version goes to extraSettings` };
}

const unknownSetting = `is a setting that the catalogue does not know, which holds those of Claude Code up to ${newestDescribedCode}`;

const topLevel = [...new Set(Object.keys(codeSettings).map((name) => name.split(".")[0] ?? ""))];

/** A header names variables of the device so, and arguments of a hook what its event holds. */
function takesVariables(path: Path): boolean {
	return path.includes("headers") || (path.includes("hooks") && path.includes("input"));
}

const inClear =
	"managed settings stand in clear on every device; let a program print it (apiKeyHelper, otelHeadersHelper, headersHelper), or name a variable of the device as $NAME";

/** Nothing in managed settings is a credential: neither a reference to one nor the text itself. */
function plainSecrets(value: unknown, at: Path, member: string): Problem[] {
	if (isMeantAsReference(value)) return [error("secret-in-clear", at, `is a secret; ${inClear}`)];
	if (typeof value === "string") {
		const isOne = beginsAsCredential(value) || hasCredentials(value);
		return containsCredential(value) || (isOne && !namesVariable(value))
			? [error("secret-in-clear", at, `is a credential; ${inClear}`)]
			: [];
	}
	if (Array.isArray(value)) return value.flatMap((item, index) => plainSecrets(item, [...at, index], ""));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const path = [...at, name];
		const isNamed = /headers$/i.test(member) && namesCredential(name);
		if (isNamed && typeof inner === "string" && !namesVariable(inner)) {
			return [error("secret-in-clear", path, `is a header with a credential; ${inClear}`)];
		}
		const isOfServer = member === "env" && at.at(-3) === "servers";
		if (isOfServer && namesSecret.test(name) && typeof inner === "string" && !namesVariable(inner)) {
			return [error("secret-in-clear", path, `is named as a credential; ${inClear}`)];
		}
		return plainSecrets(inner, path, name);
	});
}

/** Names of variables that hold a credential. */
const namesSecret = /(?:token|secret|password|passwd|api_?key|credential)s?$/i;

/** `$NAME` and `${NAME}` stand for what the device has. */
function namesVariable(text: string): boolean {
	return /\$(?:[A-Za-z_]|\{[A-Za-z_])/.test(text);
}

function checkEnv(env: unknown, at: Path): Problem[] {
	return Object.entries(isObject(env) ? env : {}).flatMap(([name, value]) => checkVariable(name, value, [...at, name]));
}

function checkVariable(name: string, value: unknown, path: Path): Problem[] {
	if (isSecretVariable(name) && !isProxy(name)) {
		return [error("secret-in-clear", path, `holds a credential; ${inClear}`)];
	}
	const known = findCodeVariable(name);
	if (known) return typeof value === "string" ? checkShape(known.shape, value, { at: path, quiet: isProxy(name) }) : [];
	if (name === "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST") return [];
	if (isVariableName(name)) return [];
	const near = nearestVariable(name);
	// A misspelt switch closes nothing.
	if (near !== undefined) return [error("unknown-variable", path, `unknown variable; did you mean "${near}"?`)];
	const message = "is no variable that Claude Code is known to read; what it starts gets it as it is";
	const unknown = warning("unknown-variable", path, message);
	if (!namesSecret.test(name)) return [unknown];
	return [error("secret-in-clear", path, `is named as a credential; ${inClear}`)];
}

/** The address of a proxy is a secret only where a user stands in it. */
function isProxy(name: string): boolean {
	return name === "HTTPS_PROXY" || name === "HTTP_PROXY";
}

const ownMembers = new Set([...Object.keys(codeSettings), ...codeLevels, "env", "hooks"]);

function checkExtra(settings: unknown, at: Path): Problem[] {
	return Object.keys(isObject(settings) ? settings : {}).map((name) => {
		const path = [...at, "extraSettings", name];
		if (ownMembers.has(name)) {
			return error("known-setting", path, "is a setting the catalogue knows; move it to settings, where it is checked");
		}
		const message = `${unknownSetting}; nothing of it is checked: read in ${codeDocumentation}settings what it opens or closes, and from which version on`;
		return warning("unknown-setting", path, message);
	});
}
