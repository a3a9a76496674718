import { error, type Problem } from "../problem.js";
import { unrenderable, unrenderableName } from "../profiles/renderable.js";
import type { ManagedConfiguration } from "./managed-configuration.js";

/** Names and values that some profile format cannot carry, such as control characters in XML. */
export function checkRenderable(configuration: ManagedConfiguration): Problem[] {
	return [...configuration.settings].flatMap(([name, setting]) => {
		const why = unrenderableName(name) ?? unrenderable(setting.value);
		return why === undefined ? [] : [error("not-renderable", setting.path, why)];
	});
}
