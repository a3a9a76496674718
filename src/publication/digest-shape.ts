import { textMatching } from "../shape/build.js";

/** SHA-256 in hexadecimal digits. */
export const digestForm = /^[0-9a-f]{64}$/;

/** A SHA-256, as a revision is named by that of its manifest. */
export const digestShape = textMatching(
	"not-a-digest",
	digestForm,
	"is no digest; expected 64 hexadecimal digits in lower case",
);
