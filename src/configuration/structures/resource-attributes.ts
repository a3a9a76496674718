import { error } from "../../problem.js";
import { text } from "../../shape/build.js";
import { textMap } from "../values/text-map.js";

/** OpenTelemetry attributes by name; those of the app itself stay as they are. */
export const resourceAttributes = textMap({
	entry: "attribute",
	example: '"deployment.environment"',
	names: text((name) => {
		if (name === "service.name") {
			return [error("reserved-attribute", [], "is an attribute that the app sets itself; remove it")];
		}
		const message = "is no attribute name; expected text without spaces, commas and equals signs";
		return /^[^\s,=]+$/.test(name) ? [] : [error("attribute-name", [], message)];
	}),
});
