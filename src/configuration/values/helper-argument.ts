import { textWithout } from "./text.js";

/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelperargs */
export const helperArgument = textWithout((text) =>
	/["%\p{Cc}]/u.test(text)
		? "has a double quote, a percent sign or a control character, which the app refuses"
		: undefined,
);
