import { error } from "../../problem.js";
import { text } from "../../shape/build.js";

/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencecredentialhelperargs */
export const helperArgument = text((argument) =>
	/["%\p{Cc}]/u.test(argument)
		? [error("helper-argument", [], "has a double quote, a percent sign or a control character, which the app refuses")]
		: [],
);
