import type { Decoding } from "../../profiles/format.js";

/** A file with settings that somebody else may have made, or this package in a form of another tool. */
export interface DeviceFileReader {
	/** What the file is, for people. */
	readonly title: string;
	/** Whether bytes are of this form, whatever is wrong with them otherwise; of two readers at most one says so. */
	recognizes(bytes: Uint8Array): boolean;
	/** The settings that a file holds, once for each place that it sets; warnings name what else it holds. */
	decode(bytes: Uint8Array): Decoding | Promise<Decoding>;
}
