import { integer } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";
import { executable } from "../values/file-path.js";

/** How a server gets headers that change: from a program on the device. */
export const headerProgram = {
	headersHelper: {
		shape: executable(),
		summary: "Absolute path of a program that prints headers as flat JSON within 30 seconds.",
		defaultNote: "none",
	},
	headersHelperTtlSec: {
		shape: integer({ above: 0 }),
		summary: "How long its headers are kept, in seconds.",
		default: 300,
	},
	headersHelperRefreshBufferSec: {
		shape: integer({ above: 0 }),
		summary: "How long before that it runs again, in seconds.",
		since: "1.21459.0",
		default: 60,
	},
} as const satisfies Record<string, Member>;
