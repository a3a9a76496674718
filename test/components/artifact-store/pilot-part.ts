import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { sha256 } from "../../../src/bundle/bundle.js";
import type { BundlePart, PartFile } from "../../../src/components/artifact-store/bundle-part.js";

/** A file of group pilot, by its path within the group. */
export function pilotFile(path: string, mediaType: string, content: Uint8Array | string, sensitive = false): PartFile {
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const of = { path: `groups/pilot/${path}`, mediaType, group: "pilot", sensitive };
	return {
		...of,
		content: (sensitive ? pulumi.secret(0) : pulumi.output(0)).apply(() => () => bytes),
		listed: pulumi.output({ ...of, sha256: sha256(bytes), bytes: bytes.length }),
	};
}

/** A part of a bundle for a store that takes nothing of it but rings and files, which are made where a program runs. */
export function pilotPart(rings: BundlePart["rings"], files: () => readonly PartFile[]): BundlePart {
	const made = { recipe: {} as never, values: {}, files: async () => files() };
	return { role: "group-pilot", group: "pilot", rings, ...made };
}

/** Where the file of an asset is. */
export async function pathOf(asset: unknown): Promise<string> {
	if (!(asset instanceof pulumi.asset.FileAsset)) throw new Error("this is no asset of a file");
	return asset.path;
}

export async function bytesOf(asset: unknown): Promise<Buffer> {
	return readFileSync(await pathOf(asset));
}
