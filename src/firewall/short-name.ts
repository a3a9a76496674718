import { createHash } from "node:crypto";

/** A name within what a product takes, told apart from other long ones by the digest of the whole. */
export function shortName(whole: string, most: number): string {
	if (whole.length <= most) return whole;
	return `${whole.slice(0, most - 9)}_${createHash("sha256").update(whole).digest("hex").slice(0, 8)}`;
}
