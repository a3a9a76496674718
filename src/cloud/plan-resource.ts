import type { JsonObject } from "../json.js";
import { token } from "../reference/token.js";
import type { PlannedLookUp, PlannedResource } from "./planned-resource.js";

/** What of a resource is not its kind; its name in the cloud is its id, where nothing else is said. */
type Circumstances = Omit<PlannedResource, "id" | "type" | "properties" | "meter" | "name"> & {
	readonly name?: string;
};

/**
 * Makes resources of the kinds of which `Properties` says what they take and `meters` what is paid for them. Members that
 * are undefined do not count.
 */
export function resourcesOf<Properties extends { readonly [Type in keyof Properties]: object }>(
	meters: Readonly<Record<keyof Properties & string, string>>,
) {
	return <Type extends keyof Properties & string>(
		type: Type,
		id: string,
		properties: Properties[Type],
		{ name = id, ...circumstances }: Circumstances = {},
	): PlannedResource => {
		// Properties are plain data.
		const said = Object.entries(properties).filter(([, value]) => value !== undefined);
		const plain: JsonObject = Object.fromEntries(said);
		return { id, type, name, meter: meters[type], properties: plain, ...circumstances };
	};
}

/** Stands for what comes of a resource, or of the answer to a look-up. */
export function outputOf({ id }: Pick<PlannedResource | PlannedLookUp, "id">, output: string): string {
	return token(`${id}.${output}`);
}
