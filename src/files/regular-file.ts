import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from "node:fs";
import { hasCode } from "./fault.js";

/** A file that is not read although it is there; the message says why. */
export class RefusedFile extends Error {}

/** A file with more bytes than whoever reads it takes. */
export class OversizedFile extends RefusedFile {
	constructor(bytes: number, largest: number) {
		super(`it has ${bytes} bytes or more; expected at most ${largest}`);
	}
}

const pieceSize = 64 * 1024;

/**
 * The bytes of a regular file.
 *
 * @throws `RefusedFile` where it is of another kind or larger, and the system's own error where it cannot be read
 */
export function readRegularFile(file: string, largest: number): Buffer {
	if (file.includes("\0")) throw new RefusedFile("its name holds a NUL, which no name of a file does");
	// Opening a pipe would wait for whoever writes to it.
	const opened = opening(file, () => openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
	try {
		const status = fstatSync(opened);
		if (!status.isFile() && !status.isDirectory()) throw new RefusedFile("it is no regular file");
		if (status.size > largest) throw new OversizedFile(status.size, largest);
		const pieces: Buffer[] = [];
		// Of some files the system does not tell the size beforehand.
		for (let total = 0; ; ) {
			const piece = Buffer.allocUnsafe(pieceSize);
			const read = readSync(opened, piece);
			if (read === 0) return Buffer.concat(pieces);
			total += read;
			if (total > largest) throw new OversizedFile(total, largest);
			pieces.push(piece.subarray(0, read));
		}
	} finally {
		closeSync(opened);
	}
}

/** What finds a file; a link that leads to none is told as that. */
export function opening<Result>(file: string, open: () => Result): Result {
	try {
		return open();
	} catch (fault) {
		if (hasCode(fault, "ENOENT") && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
			throw new RefusedFile(`it is a link to ${readlinkSync(file)}, where nothing is`);
		}
		throw fault;
	}
}
