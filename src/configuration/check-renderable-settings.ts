import { below, type Problem } from "../problem.js";
import { checkRenderable, checkRenderableName } from "../profiles/check-renderable.js";
import type { ManagedConfiguration } from "./managed-configuration.js";

/** Names and values that some profile format cannot carry, such as control characters in XML. */
export function checkRenderableSettings(configuration: ManagedConfiguration): Problem[] {
	return [...configuration.settings].flatMap(([name, setting]) => {
		const ofName = checkRenderableName(name);
		const problems = ofName.length > 0 ? ofName : checkRenderable(setting.value);
		return problems.map((problem) => below(setting.path, problem));
	});
}
