import { made } from "../../outcome.js";
import type { Decoding } from "../../profiles/format.js";
import { managedSettings } from "../../profiles/managed-settings.js";

/** Managed settings that a script or a task puts where Linux has them. */
export async function linuxSettings(text: string): Promise<Awaited<Decoding>> {
	const { value, problems } = await managedSettings.decode(new TextEncoder().encode(text));
	return value
		? made(
				value.map((carried) => ({ ...carried, platform: "linux" as const })),
				problems,
			)
		: { problems };
}
