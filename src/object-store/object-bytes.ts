import { StoreFault } from "./object-reader.js";

/** That an object has more bytes than are read, by what its store says of it. */
export function tooLarge(place: string, bytes: number, limitBytes: number): StoreFault {
	return new StoreFault("object-too-large", `${place} has ${bytes} bytes, and ${limitBytes} at most are read`);
}

/**
 * The bytes of an object as they come. A server that sends more than it has said, or says nothing, is not followed.
 *
 * @param place in words for people
 * @throws {@link StoreFault} once there are more than the limit; what sends them is ended then
 */
export async function objectBytes(
	body: AsyncIterable<Uint8Array | string>,
	place: string,
	limitBytes: number,
): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of body) {
		const read = typeof piece === "string" ? Buffer.from(piece) : piece;
		bytes += read.length;
		if (bytes > limitBytes) {
			throw new StoreFault("object-too-large", `${place} has more than the ${limitBytes} bytes that are read at most`);
		}
		pieces.push(read);
	}
	return new Uint8Array(Buffer.concat(pieces));
}
