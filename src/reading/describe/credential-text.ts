import type { JsonValue } from "../../json.js";
import { beginsAsCredential, containsCredential, looksLikeCredential, namelessly } from "../../pasted-credential.js";
import type { Path } from "../../path.js";
import { parseJson } from "../../profiles/parse-json.js";
import { type PlacedText, textsOf } from "./texts.js";

/**
 * Whether a text of a file is to be taken for a credential: by where it stands, by what its name says, or by how it reads.
 * What is taken in vain is set once more by hand; what is not taken is read by everybody who reads the deployment.
 */
export function isCredentialText(placed: PlacedText): boolean {
	return standsAmongCredentials(placed.at) || isNamedCredential(placed) || readsAsCredential(placed.text);
}

/** Headers and the environment of a program may hold anything, so all of them are taken for confidential. */
function standsAmongCredentials(at: Path): boolean {
	return at.slice(0, -1).some((step) => step === "env" || (typeof step === "string" && /headers$/i.test(step)));
}

const credentialName = /token|secret|passw|passphrase|pwd|api[-_]?key|private[-_]?key|access[-_]?key|bearer|cookie/i;
/** Names that say so by their end alone: others begin so, and say of what kind a credential is or where it comes from. */
const nameOfCredential =
	/(?:token|secret|password|passwd|passphrase|pwd|api[-_]?key|private[-_]?key|access[-_]?key|bearer|authorization|cookie|credential)s?$/i;

function isNamedCredential({ text, at, before }: PlacedText): boolean {
	const name = at.findLast((step) => typeof step === "string") ?? "";
	if (nameOfCredential.test(name)) return true;
	if (typeof at.at(-1) !== "number") return false;
	if (before !== undefined && isOption(before) && credentialName.test(before) && !text.startsWith("-")) return true;
	// `--token=...`, `TOKEN=...` or a header as `Name: value`.
	const [, option = "", value = ""] = /^([^=:]*)(?:=|: )(.*)$/s.exec(text) ?? [];
	return value !== "" && /^[-\w]+$/.test(option) && (credentialName.test(option) || /^authorization$/i.test(option));
}

/** A name of a file as it may be shown and compared: words in the place of one that reads as a credential. */
export function shownName(name: string): string {
	return readsAsCredential(name) || looksLikeCredential(name) ? namelessly : name;
}

/** Whether a member of a value, at any depth, has a credential for its name, as where name and value were swapped. */
export function isNamedByCredential(value: JsonValue): boolean {
	if (typeof value !== "object" || value === null) return false;
	const isList = Array.isArray(value);
	return Object.entries<JsonValue>(value).some(
		([name, member]) => (!isList && readsAsCredential(name)) || isNamedByCredential(member),
	);
}

function isOption(text: string): boolean {
	return /^-[-\w]*$/.test(text);
}

const authorization = /\b(?:bearer|basic) +[A-Za-z0-9._~+/=-]{12}/i;
/** Shorter ones, and prose, begin so by chance. */
const shortest = 16;

function readsAsCredential(text: string): boolean {
	if (authorization.test(text) || isConfidentialAddress(text) || containsCredential(text)) return true;
	if (text.length >= shortest && !/\s/.test(text)) return beginsAsCredential(text);
	return false;
}

/** Whether text that holds JSON, as an older writer leaves it, holds a credential. */
export function holdsCredential(text: string, at: Path): boolean {
	if (!/^\s*[[{]/.test(text)) return false;
	const { value } = parseJson(text);
	return value !== undefined && (isNamedByCredential(value) || textsOf(value, at).some(isCredentialText));
}

const confidentialParameter = /token|key|secret|sig|passw|pwd|auth|credential|code/i;

/** An address with a user, or with a parameter that is named as a credential. */
function isConfidentialAddress(text: string): boolean {
	if (!/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text) || !URL.canParse(text)) return false;
	const { username, password, protocol, searchParams, hash } = new URL(text);
	if (password !== "" || (username !== "" && protocol.startsWith("http"))) return true;
	const names = [...searchParams.keys(), ...new URLSearchParams(hash.slice(1)).keys()];
	return names.some((name) => confidentialParameter.test(name));
}
