import { z } from "zod";
import { error } from "../../problem.js";
import type { SecretReference } from "../../reference/reference.js";
import { members } from "../../schema.js";
import { withRules } from "../member-rules.js";
import { colour } from "../values/identifier.js";
import { line } from "../values/text.js";
import { httpsUrl } from "../values/url.js";

/** A banner across the window. */
export interface Banner<Secret = SecretReference> {
	/** @default false */
	readonly enabled?: boolean;
	/** One line of at most 200 characters; an enabled banner needs it. @default none */
	readonly text?: string | Secret;
	/** `#RRGGBB`. @default #F5F5F5 */
	readonly backgroundColor?: string | Secret;
	/** `#RRGGBB`. @default #000000 */
	readonly textColor?: string | Secret;
	/** https address that a click opens. @default none */
	readonly linkUrl?: string | Secret;
}

export const banner = withRules(
	members({
		enabled: z.boolean().optional(),
		text: line.max(200).optional(),
		backgroundColor: colour.optional(),
		textColor: colour.optional(),
		linkUrl: httpsUrl.optional(),
	}),
	({ enabled, text }) =>
		enabled === true && text === undefined
			? [error("missing", ["text"], "is missing; an enabled banner needs text")]
			: [],
);
