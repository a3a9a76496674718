import { made } from "../../outcome.js";
import type { CarriedSettings } from "../../profiles/carried.js";
import type { Decoding } from "../../profiles/format.js";
import { managedSettings } from "../../profiles/managed-settings.js";

/** Managed settings that a script or a task puts where Linux has them. */
export async function linuxSettings(text: string): Promise<Decoding> {
	const { value, problems } = await managedSettings.decode(new TextEncoder().encode(text));
	if (!value) return { problems };
	const ofLinux = value.map((carried): CarriedSettings => ({ ...carried, platform: "linux" }));
	return made(ofLinux, problems);
}
