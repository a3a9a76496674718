import type { JsonObject } from "../json.js";
import { type Delivery, deliveryOfFormat, type FormatFacts, type Platform, platforms } from "./format.js";

type Formats = Readonly<Record<string, FormatFacts<object>>>;

/**
 * The `profiles` blocks that hold for devices of these platforms: those chosen, and those written by default where nothing
 * is chosen of what comes by device management. A template carries no settings, and a server's answer comes to nobody who
 * does not know the server.
 */
export function chosenBlocks(
	chosen: Readonly<Record<string, JsonObject>>,
	formats: Formats,
	of: readonly Platform[],
	delivery: Delivery = "mdm",
): Record<string, JsonObject> {
	const words = Object.keys(chosen);
	const isOfDevices = (word: string) => formats[word] !== undefined && deliveryOfFormat(formats[word]) === "mdm";
	/** Whether nothing is chosen in place of what is written by default. */
	const isOpen: Readonly<Record<Delivery, boolean>> = {
		mdm: !words.some(isOfDevices),
		bootstrap: words.length === 0,
	};
	const fitting = Object.entries(formats).filter(([word, format]) => {
		const way = deliveryOfFormat(format);
		const isChosen = Object.hasOwn(chosen, word) || (format.byDefault && isOpen[way]);
		return (
			isChosen && (way === "mdm" || way === delivery) && format.platforms.some((platform) => of.includes(platform))
		);
	});
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
		const each = deliveryOfFormat(format) === "mdm" ? asked : asked.slice(0, 1);
		return each.map((platform) => ({ word, format, options, platform }));
	});
}
