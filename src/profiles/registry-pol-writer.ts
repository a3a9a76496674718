import { made, type Outcome } from "../outcome.js";
import { policyFileData, settingsOverLimit } from "./limits.js";
import type { PolicyHolder } from "./policy-key.js";
import { header, stringType } from "./registry-pol-reader.js";
import { writeRegistryText } from "./registry-text.js";
import type { EncodedSetting } from "./settings.js";

/** Registry policy file whose values, all REG_SZ, are then all that a program's key holds. */
export function writeRegistryPol(
	holder: PolicyHolder,
	values: readonly Pick<EncodedSetting, "name" | "text">[],
): Outcome<Uint8Array> {
	const problems = settingsOverLimit(values, (text) => writeRegistryText(text).length, policyFileData);
	if (problems.length > 0) return { problems };
	// The space is what Group Policy's own editor writes.
	const entries = [entry(holder, "**delvals.", " "), ...values.map(({ name, text }) => entry(holder, name, text))];
	return made(new Uint8Array(Buffer.concat([header, ...entries])));
}

/** `[key;value;type;size;data]`, of which key, value and data end with a null character. */
function entry({ key }: PolicyHolder, name: string, text: string): Buffer {
	const data = writeRegistryText(text);
	const separator = utf16(";");
	return Buffer.concat([
		utf16(`[${key}\0;${name}\0;`),
		unsigned(stringType),
		separator,
		unsigned(data.length),
		separator,
		data,
		utf16("]"),
	]);
}

function utf16(text: string): Buffer {
	return Buffer.from(text, "utf16le");
}

function unsigned(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
