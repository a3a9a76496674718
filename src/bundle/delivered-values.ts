import { isDeliveredBy } from "../configuration/delivered-by.js";
import type { JsonValue } from "../json.js";
import type { Delivery } from "../profiles/format.js";
import type { GroupPart } from "./part.js";

/** The values that reach a group's devices one way, by name: all of them where no server brings the others. */
export function deliveredValues({ settings, delivery }: GroupPart, way: Delivery): [name: string, value: JsonValue][] {
	const delivered = Object.entries(settings).filter(([name]) => delivery === undefined || isDeliveredBy(way, name));
	return delivered.map(([name, { value }]) => [name, value]);
}
