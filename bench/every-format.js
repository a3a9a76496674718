import { registries } from "../dist/entries/core.js";

/** A `profiles` block that asks for every format and every template. */
export const everyFormat = Object.fromEntries(
	[...Object.keys(registries.profiles), ...Object.keys(registries.templates)].map((word) => [word, {}]),
);
