import type { KeyObject } from "node:crypto";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listFile } from "../../src/bundle/manifest.js";
import { local } from "../../src/object-store/local.js";
import type { ObjectReader } from "../../src/object-store/object-reader.js";
import { fileKey, manifestKey, type PublishedScope, pointerKey, signatureKey } from "../../src/publication/layout.js";
import { type PointerRequest, pointerContent, pointerOf } from "../../src/publication/pointer.js";
import { type Revision, revisionOf } from "../../src/publication/revision.js";
import { signRevision } from "../../src/publication/sign.js";

export const pilot: PublishedScope = { deployment: "eu", group: "pilot" };
export const perimeter: PublishedScope = { deployment: "eu" };
export const owner = "cowork/prod/eu";

/** A revision of a group's files by their paths within the group. */
export function revision(
	scope: PublishedScope,
	files: Readonly<Record<string, string>>,
	sensitive: readonly string[] = [],
): Revision & { readonly files: Readonly<Record<string, string>> } {
	const folder = scope.group === undefined ? "" : `groups/${scope.group}/`;
	const listed = Object.entries(files).map(([name, content]) =>
		listFile({
			path: `${folder}${name}`,
			mediaType: "text/plain",
			content: Buffer.from(content),
			sensitive: sensitive.includes(name),
		}),
	);
	return { ...revisionOf(scope, {}, listed), files };
}

/** What a store holds, written below a folder. */
export function tree(folder: string) {
	const put = (key: string, content: string | Uint8Array, modified?: Date) => {
		const file = path.join(folder, key);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
		if (modified) utimesSync(file, modified, modified);
	};
	return {
		put,
		putRevision(scope: PublishedScope, made: ReturnType<typeof revision>, modified?: Date) {
			for (const [name, content] of Object.entries(made.files))
				put(fileKey(scope, made.digest, name), content, modified);
			put(manifestKey(scope, made.digest), made.content, modified);
		},
		putSignature(scope: PublishedScope, { digest, content }: Pick<Revision, "digest" | "content">, key: KeyObject) {
			put(signatureKey(scope, digest), signRevision(content, key));
		},
		putPointer(request: Omit<PointerRequest, "owner" | "held"> & Partial<PointerRequest>, modified?: Date) {
			const pointer = pointerOf({ owner, held: false, ...request });
			put(pointerKey(request.scope, request.ring), pointerContent(pointer), modified);
			return pointer;
		},
		async reader(): Promise<ObjectReader> {
			const opened = await local({ directory: folder }, { deployment: "eu", base: folder, environment: {} });
			return opened.general;
		},
	};
}
