/** Where a value stands in a deployment: member names and list indices from the root. */
export type Path = readonly (string | number)[];

/** `groups.general.settings.inferenceModels[0]`; names that are no identifiers stand in `["..."]`. */
export function formatPath(path: Path): string {
	let text = "";
	for (const step of path) {
		if (typeof step === "number") text += `[${step}]`;
		else if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(step)) text += `[${JSON.stringify(step)}]`;
		else text += text === "" ? step : `.${step}`;
	}
	return text === "" ? "deployment" : text;
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: Path): unknown {
	let value = root;
	for (const step of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
		value = (value as Record<string | number, unknown>)[step];
	}
	return value;
}

/** The path that {@link formatPath} writes so, but for that of the whole deployment. */
export function parsePath(text: string): Path {
	const steps = text.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_$][A-Za-z0-9_$]*)/g);
	return [...steps].map(([, index, quoted, name]) => {
		if (index !== undefined) return Number(index);
		return quoted === undefined ? (name ?? "") : String(JSON.parse(quoted));
	});
}
