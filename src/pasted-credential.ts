/** How credentials begin that providers hand out. */
const prefixes =
	/^(?:[spr]k[-_]|gh[opsur]_|github_pat_|gl(?:pat|oas|dt|rtr?|cbt|ptt|ft|imt|agent|wt|soat|ffct)-|xox[a-z]-|xapp-|ya29\.|eyJ|ABSK|AIza|GOCSPX-|AKIA|ASIA|ABIA|ACCA|npm_[A-Za-z0-9]{20}|hf_[A-Za-z0-9]{20}|pul-|hvs\.|hvb\.|tvly-|dop_v1_|lin_api_|whsec_|SG\.)/;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Letters and digits in a row from which words can be told from chance. */
const run = /[A-Za-z0-9]{20,}/g;

/**
 * Whether a text that should be a name looks like a credential instead: by how it begins, or because nobody names
 * things so. A name has words of some letters and seldom a digit; what a machine drew changes between capitals, small
 * letters and digits every second character.
 */
export function looksLikeCredential(name: string): boolean {
	return prefixes.test(name) || uuid.test(name) || (name.match(run) ?? []).some(isDrawn);
}

/** Whether a value says by its beginning that it is a credential, as an HTTP header or alone. */
export function beginsAsCredential(value: string): boolean {
	return /^(?:Bearer|Basic) +\S/i.test(value) || prefixes.test(value);
}

/** A credential that names itself somewhere in a text, such as a command, and is long; a long word of prose has no digit. */
const authorization = /\b(?:[Bb]earer|[Bb]asic|BEARER|BASIC) +[A-Za-z0-9._~+/=-]{16,}/g;
/** A credential as a parameter of an address, and no variable that holds one. */
const parameter =
	/([?&](?:access[-_]?token|api[-_]?key|client[-_]?secret|key|password|secret|sig|signature|token)=)[^$&#<{\s"'][^&#\s"']{7,}/gi;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** What quotes, blanks and signs divide a text into, without pieces that are too short. */
const piece = /[A-Za-z0-9_][A-Za-z0-9._-]{7,}/g;
const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/;
/** Nothing else begins so. */
const unmistakable = /^(?:sk-ant-|sk-proj-|github_pat_|gh[opsur]_|xox[a-z]-|glpat-|GOCSPX-)/;
/** Shorter pieces, words and names of hosts begin as others do by chance. */
const shortest = 16;

function isCredentialPiece(text: string): boolean {
	if (unmistakable.test(text)) return true;
	return text.length >= shortest && prefixes.test(text) && /[A-Z0-9]/.test(text) && !hostName.test(text);
}

/** Most text has none of these, and this is found out several times faster. */
const worthALook = new RegExp(`PRIVATE KEY|bearer |basic |[?&][a-z_-]{3,13}=|${prefixes.source.slice(1)}`, "i");

/** Whether a credential stands in a text, such as the words of a command, wherever in it. */
export function containsCredential(text: string): boolean {
	return hideCredentials(text) !== text;
}

/** The text with words in the place of every credential in it. */
export function hideCredentials(text: string): string {
	if (!worthALook.test(text)) return text;
	if (privateKey.test(text)) return namelessly;
	return text
		.replace(authorization, (found) => (/[0-9]/.test(found) ? namelessly : found))
		.replace(parameter, (_, named: string) => `${named}${namelessly}`)
		.replace(piece, (found) => (isCredentialPiece(found) ? namelessly : found));
}

/** What stands for a credential where people read. */
export const namelessly = "(a credential)";

function isDrawn(text: string): boolean {
	if (/^[0-9a-f]{32,}$/i.test(text)) return true;
	const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+/g) ?? [];
	const numbers = pieces.filter((piece) => /^[0-9]/.test(piece));
	return numbers.length >= 3 || text.length / pieces.length < 3;
}
