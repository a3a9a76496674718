import { prettyJson } from "../json.js";
import type { ProfileFile } from "./format.js";

/** The body of a call to Microsoft Graph that creates what a file is for. */
export function graphFile(name: string, body: object): ProfileFile {
	return { name, mediaType: "application/json", content: new TextEncoder().encode(prettyJson(body)) };
}

export function base64(content: Uint8Array): string {
	return Buffer.from(content).toString("base64");
}
