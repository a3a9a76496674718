/** What stands behind a format: a real program that reads it in the tests, or what its vendor's page says alone. */
export type Evidence = `read by ${string}` | "the vendor's page alone";

/** What a product takes at most, with the page that says so. */
export interface Limit {
	readonly most: number;
	/** What is counted, in the plural: `hosts`, `characters in the name of an ACL`. */
	readonly of: string;
	readonly source: string;
}
