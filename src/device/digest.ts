import { hash } from "node:crypto";
import type { DeviceRequest } from "./device.js";

/** The names of the settings, each with the SHA-256 of its text, or with nothing where its presence is all there is to see. */
export function expectedDigests({ expected }: DeviceRequest): readonly (readonly [name: string, digest: string])[] {
	return expected.map(({ name, text }) => [name, text === undefined ? "" : hash("sha256", text)]);
}
