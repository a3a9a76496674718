import { isJsonObject, type JsonObject, type JsonValue } from "../../json.js";
import type { Path } from "../../path.js";
import { below, type Problem } from "../../problem.js";
import { checkRenderable, checkRenderableName, checkRenderableText } from "../check-renderable.js";

/** What keeps settings from standing in every form in their native types: names and texts at every level. */
export function checkNative(settings: JsonObject): readonly Problem[] {
	return Object.entries(settings).flatMap(([name, value]) => {
		const ofName = checkRenderableName(name);
		const ofValue = ofName.length > 0 ? [] : checkRenderable(value);
		const found = [...ofName, ...ofValue];
		return found.length > 0 ? found.map((each) => below([name], each)) : checkTexts(value, [name]);
	});
}

/** As text of JSON everything has an escape; in a property list it stands as it is. */
function checkTexts(value: JsonValue, at: Path): readonly Problem[] {
	if (typeof value === "string") return checkRenderableText(value).map((each) => below(at, each));
	if (value === null) return checkRenderable(value).map((each) => below(at, each));
	if (Array.isArray(value)) return value.flatMap((item: JsonValue, index) => checkTexts(item, [...at, index]));
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => [
		...checkRenderableText(name).map((each) => below([...at, name], each)),
		...checkTexts(inner, [...at, name]),
	]);
}
