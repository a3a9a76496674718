import type { JsonObject } from "../json.js";
import { type Delivery, type FormatFacts, type Platform, platforms } from "./format.js";

type Formats = Readonly<Record<string, FormatFacts<object>>>;

/** The `profiles` blocks that hold for devices of these platforms: those chosen, or else those written by default. */
export function chosenBlocks(
	chosen: Readonly<Record<string, JsonObject>>,
	formats: Formats,
	of: readonly Platform[],
	delivery: Delivery = "mdm",
): Record<string, JsonObject> {
	const isChosen = (word: string, format: FormatFacts<object>) =>
		Object.keys(chosen).length === 0 ? format.byDefault : Object.hasOwn(chosen, word);
	const fitting = Object.entries(formats).filter(
		([word, format]) =>
			isChosen(word, format) &&
			(format.delivery !== "bootstrap" || delivery === "bootstrap") &&
			format.platforms.some((platform) => of.includes(platform)),
	);
	return Object.fromEntries(fitting.map(([word]) => [word, chosen[word] ?? {}]));
}

/** Each format that blocks choose, once for each platform. */
export function eachPlatform<Format extends FormatFacts<object>>(
	blocks: Readonly<Record<string, JsonObject>>,
	formats: Readonly<Record<string, Format>>,
	of: readonly Platform[],
): { word: string; format: Format; options: JsonObject; platform: Platform }[] {
	return Object.entries(formats).flatMap(([word, format]) => {
		const options = blocks[word];
		if (!options) return [];
		const asked = platforms.filter((platform) => of.includes(platform) && format.platforms.includes(platform));
		const each = format.delivery === "bootstrap" ? asked.slice(0, 1) : asked;
		return each.map((platform) => ({ word, format, options, platform }));
	});
}
