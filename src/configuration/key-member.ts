import type { Member } from "../shape/shape.js";
import { isCredential, type ManagedKey, takesSecretsInside } from "./managed-key.js";

/** A managed key as a member of what holds it; a block of inference says when a key is there in words of its own. */
export function keyMember(key: ManagedKey): Member {
	const { deprecated } = key;
	return {
		...optionalMember(key),
		...(deprecated !== undefined && { deprecated }),
		...(isCredential(key) && { secret: true as const }),
		...(takesSecretsInside(key) && { secretsInside: true as const }),
	};
}

/** What may be left out, with what is so then. */
export function optionalMember({
	shape,
	summary,
	default: value,
	defaultNote,
}: Pick<Member, "shape" | "summary" | "default" | "defaultNote">): Member {
	return {
		shape,
		summary,
		...(value !== undefined && { default: value }),
		...(defaultNote !== undefined && { defaultNote }),
		...(value === undefined && defaultNote === undefined && { defaultNote: "not set" }),
	};
}
