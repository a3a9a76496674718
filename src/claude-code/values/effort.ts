import { map, textMatching, words } from "../../shape/build.js";

const levels = ["low", "medium", "high", "xhigh", "max"];

/** https://code.claude.com/docs/en/settings-reference#effortlevel */
export const effort = words(levels);

/** The same by model. */
export const effortByModel = map(
	textMatching(
		"unknown-value",
		new RegExp(`^(?:${levels.join("|")})$`),
		`is no effort; expected one of ${levels.join(", ")}`,
	),
);
