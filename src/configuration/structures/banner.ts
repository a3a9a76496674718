import { error } from "../../problem.js";
import { flag, object } from "../../shape/build.js";
import { colour } from "../values/identifier.js";
import { line } from "../values/text.js";
import { httpsUrl } from "../values/url.js";

export const banner = object(
	{
		enabled: { shape: flag, summary: "Whether the banner is shown.", default: false },
		text: {
			shape: { ...line, maxLength: 200 },
			summary: "One line of at most 200 characters; an enabled banner needs it.",
			defaultNote: "none",
		},
		backgroundColor: { shape: colour, summary: "`#RRGGBB`.", default: "#F5F5F5" },
		textColor: { shape: colour, summary: "`#RRGGBB`.", default: "#000000" },
		linkUrl: { shape: httpsUrl, summary: "https address that a click opens.", defaultNote: "none" },
	},
	{
		name: "Banner",
		summary: "A banner across the window.",
		rules: [
			({ enabled, text }) =>
				enabled === true && text === undefined
					? [error("missing", ["text"], "is missing; an enabled banner needs text")]
					: [],
		],
	},
);
