import type { Member } from "../shape/shape.js";
import type { ManagedKey } from "./managed-key.js";

/** A managed key as a member of what holds it; a block of inference says when a key is there in words of its own. */
export function keyMember(key: ManagedKey): Member {
	const { type, shape, summary, default: value, defaultNote, deprecated, secret } = key;
	return {
		shape,
		summary,
		...(value !== undefined && { default: value }),
		...(defaultNote !== undefined && { defaultNote }),
		...(value === undefined && defaultNote === undefined && { defaultNote: "not set" }),
		...(deprecated !== undefined && { deprecated }),
		// A credential is a reference; other text of a plain key shapes what is open, and stands as it is.
		...(type === "string" && secret && { secret }),
		...(type.includes("object") && { secretsInside: true as const }),
	};
}
