import { isDeliveredBy } from "../configuration/delivered-by.js";
import { valueOn } from "../configuration/managed-configuration.js";
import type { JsonValue } from "../json.js";
import type { Delivery, Platform } from "../profiles/format.js";
import type { GroupPart } from "./part.js";

/** The values that reach a group's devices one way, by name: all of them where no server brings the others. */
export function deliveredValues(
	{ settings, delivery }: GroupPart,
	way: Delivery,
	/** A server's answer is of none. */
	platform?: Platform,
): [name: string, value: JsonValue][] {
	const delivered = Object.entries(settings).filter(([name]) => delivery === undefined || isDeliveredBy(way, name));
	return delivered.map(([name, setting]) => [name, valueOn(setting, platform)]);
}
