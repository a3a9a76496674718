import type { Platform } from "../profiles/format.js";
import { macosTrust } from "./macos.js";
import type { TrustFile, TrustRequest } from "./trust.js";
import { windowsTrust } from "./windows.js";

/** Platforms that the app's vendor says something about. */
const writers: Partial<Record<Platform, (request: TrustRequest) => readonly TrustFile[]>> = {
	macos: macosTrust,
	windows: windowsTrust,
};

/** The files of a platform; none where there is nothing to say. */
export function trustFiles(platform: Platform, request: TrustRequest): readonly TrustFile[] {
	return writers[platform]?.(request) ?? [];
}
