import { isObject } from "../json.js";
import { bareModelId } from "./model-id.js";
import type { InferenceRoute } from "./route.js";

/**
 * A deployment as it is written, with each short name of a model in the route's block and in those of groups as the id
 * that it stands for. What is of another form stays as it is, for the check to tell.
 */
export function spellOutModels(
	written: Record<string, unknown>,
	routes: Readonly<Record<string, InferenceRoute>>,
): Record<string, unknown> {
	if (!isObject(written.inference)) return written;
	const [only, ...others] = Object.entries(written.inference);
	const [word = "", block] = only ?? [];
	const route = Object.hasOwn(routes, word) ? routes[word] : undefined;
	const spelled = route?.spelledOut;
	if (!spelled || others.length > 0 || !isObject(block)) return written;
	const id = (listed: string) => {
		const bare = bareModelId(listed);
		return `${spelled(bare, block)}${listed.slice(bare.length)}`;
	};
	return {
		...written,
		inference: { [word]: withModels(block, id) },
		...(isObject(written.groups) && {
			groups: mapMembers(written.groups, (group) =>
				isObject(group) && isObject(group.inference) ? { ...group, inference: withModels(group.inference, id) } : group,
			),
		}),
	};
}

function withModels(block: Readonly<Record<string, unknown>>, id: (listed: string) => string) {
	const { models } = block;
	if (!Array.isArray(models)) return block;
	return {
		...block,
		models: models.map((entry: unknown) => {
			if (typeof entry === "string") return id(entry);
			return isObject(entry) && typeof entry.name === "string" ? { ...entry, name: id(entry.name) } : entry;
		}),
	};
}

function mapMembers(members: Readonly<Record<string, unknown>>, change: (member: unknown) => unknown) {
	return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
}
