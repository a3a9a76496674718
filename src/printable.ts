/**
 * What a terminal obeys, or what hides or reorders the text around it: control and format characters, letters and marks
 * without a shape of their own, line separators, halves of characters.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Nearly every text is of these alone, which is found out without the tables of Unicode. */
const plain = /^[ -~]*$/;

/** Text from elsewhere on one line for people, with what they would not see as `\u001b`, which JSON reads the same. */
export function printable(text: string): string {
	if (plain.test(text)) return text;
	return text.replace(unprintable, (character) =>
		Array.from({ length: character.length }, (_, unit) => escapeUnit(character.charCodeAt(unit))).join(""),
	);
}

function escapeUnit(code: number): string {
	return `\\u${code.toString(16).padStart(4, "0")}`;
}
