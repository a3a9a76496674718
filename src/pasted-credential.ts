/** How credentials begin that providers hand out. */
const prefixes =
	/^(?:[spr]k[-_]|gh[opsur]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|xapp-|ya29\.|eyJ|ABSK|AIza|GOCSPX-|AKIA|ASIA|ABIA|ACCA|npm_[A-Za-z0-9]{20}|hf_[A-Za-z0-9]{20}|pul-|hvs\.|hvb\.|tvly-|dop_v1_|lin_api_|whsec_|SG\.)/;

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

function isDrawn(text: string): boolean {
	if (/^[0-9a-f]{32,}$/i.test(text)) return true;
	const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+/g) ?? [];
	const numbers = pieces.filter((piece) => /^[0-9]/.test(piece));
	return numbers.length >= 3 || text.length / pieces.length < 3;
}
