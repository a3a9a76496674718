import { textMap } from "../values/text-map.js";

/** OpenTelemetry attributes by name; those of the app itself stay as they are. */
export const resourceAttributes = textMap({
	entry: "attribute",
	example: '"deployment.environment"',
	nameProblem: (name) => {
		if (name === "service.name") return "is an attribute that the app sets itself; remove it";
		return /^[^\s,=]+$/.test(name)
			? undefined
			: "is no attribute name; expected text without spaces, commas and equals signs";
	},
});
