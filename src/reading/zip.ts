import { made, type Outcome } from "../outcome.js";
import { unreadable } from "../profiles/read-text.js";
import type { NamedFile } from "./read-device-file.js";

/** Far more than exports of the app or of this package have. */
const limits = { files: 500, bytes: 32 * 1024 * 1024, bytesOfFile: 4 * 1024 * 1024 };

/** What macOS puts beside the files that somebody archives. */
const ofFinder = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$)/;

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** The files of an archive, in memory. Names that leave it, and what is larger than said or than anybody needs, are refused. */
export async function readZip(bytes: Uint8Array): Promise<Outcome<readonly NamedFile[]>> {
	const { fromBuffer } = (await import("yauzl")).default;
	return new Promise((resolve) => {
		const refuse = (what: string) => resolve(unreadable(`the archive ${what}`));
		fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (fault, archive) => {
			if (fault || !archive) {
				refuse("cannot be read; expected a zip file");
				return;
			}
			const files: NamedFile[] = [];
			let total = 0;
			let entries = 0;
			archive.on("error", () => refuse("cannot be read, or has a name that leaves it"));
			archive.on("end", () => resolve(made(files)));
			archive.on("entry", (entry) => {
				total += entry.uncompressedSize;
				const isNoFile = entry.fileName.endsWith("/") || ofFinder.test(entry.fileName);
				// Folders cost time as well.
				if (++entries > limits.files) refuse(`holds more than ${limits.files} files`);
				else if (entry.uncompressedSize > limits.bytesOfFile || total > limits.bytes) refuse("holds more than is read");
				else if (entry.isEncrypted()) refuse("is encrypted");
				else if (isNoFile) archive.readEntry();
				else {
					archive.openReadStream(entry, (opening, stream) => {
						if (opening || !stream) {
							refuse("cannot be read");
							return;
						}
						const chunks: Buffer[] = [];
						stream.on("data", (chunk: Buffer) => chunks.push(chunk));
						stream.on("error", () => refuse("cannot be read, or holds more than it says"));
						stream.on("end", () => {
							files.push({ name: entry.fileName, bytes: new Uint8Array(Buffer.concat(chunks)) });
							archive.readEntry();
						});
					});
				}
			});
			archive.readEntry();
		});
	});
}
