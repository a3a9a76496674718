import { error, type Problem } from "../../problem.js";
import { flag, object } from "../../shape/build.js";
import type { Members, Rule } from "../../shape/shape.js";
import { colour } from "../values/identifier.js";
import { line } from "../values/text.js";
import { httpsUrl } from "../values/url.js";

/** Left out, `enabled` hides what somebody took the trouble to write; `false` says so. */
const shown: Rule<Members> = ({ enabled, text }): Problem[] => {
	if (enabled === undefined) {
		return [error("missing", ["enabled"], "is missing, and Claude Desktop shows the banner only where it is true")];
	}
	if (enabled !== true || text !== undefined) return [];
	return [error("missing", ["text"], "is missing; an enabled banner needs text")];
};

export const banner = object(
	{
		enabled: { shape: flag, summary: "Whether the banner is shown; one without it never is.", default: false },
		text: {
			shape: { ...line, maxLength: 200 },
			summary: "One line of at most 200 characters; an enabled banner needs it.",
			defaultNote: "none",
		},
		backgroundColor: { shape: colour, summary: "`#RRGGBB`.", default: "#F5F5F5" },
		textColor: { shape: colour, summary: "`#RRGGBB`.", default: "#000000" },
		linkUrl: { shape: httpsUrl, summary: "https address that a click opens.", defaultNote: "none" },
	},
	{ name: "Banner", summary: "A banner across the window.", otherwise: "shows no banner", rules: [shown] },
);
