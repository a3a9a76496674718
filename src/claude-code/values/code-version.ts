import { textMatching } from "../../shape/build.js";

export const codeVersion = textMatching(
	"code-version",
	/^\d{1,9}\.\d{1,9}\.\d{1,9}$/,
	'is no version of Claude Code; expected three numbers such as "2.1.238"',
);
