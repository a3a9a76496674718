import type { Platform } from "../profiles/format.js";

/** Platforms as their vendors write them. */
export const platformNames: Readonly<Record<Platform, string>> = {
	macos: "macOS",
	windows: "Windows",
	linux: "Linux",
};
