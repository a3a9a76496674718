/** The identifier of signed data, 1.2.840.113549.1.7.2, which a message names first. */
const signedData = Buffer.from("06092a864886f70d010702", "hex");

/** Whether bytes look like a CMS message that signs something, whatever is wrong with them otherwise. */
export function isSigned(bytes: Uint8Array): boolean {
	// Before the identifier stand a tag and a length of at most nine bytes.
	return bytes[0] === 0x30 && Buffer.from(bytes.subarray(0, 10 + signedData.length)).includes(signedData);
}
