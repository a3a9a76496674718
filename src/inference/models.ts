import { isObject, type JsonValue } from "../json.js";

/** An entry of `models`: the id it names, and the family it says the model is of. */
export interface ListedModel {
	readonly id: string;
	readonly tier?: string;
	/** Position in the list. */
	readonly index: number;
	/** Whether the entry is nothing but the id. */
	readonly plain: boolean;
}

/** The entries of a list that name a model; others are left out. */
export function listedModels(models: unknown): ListedModel[] {
	if (!Array.isArray(models)) return [];
	return models.flatMap((entry: unknown, index): ListedModel[] => {
		if (typeof entry === "string") return [{ id: entry, index, plain: true }];
		if (!isObject(entry) || typeof entry.name !== "string") return [];
		const tier = entry.anthropicFamilyTier;
		return [{ id: entry.name, index, plain: false, ...(typeof tier === "string" && { tier }) }];
	});
}

/** A list as `inferenceModels` takes it: all text, or all objects. */
export function uniformModels(models: readonly JsonValue[]): readonly JsonValue[] {
	if (!models.some(isObject)) return models;
	return models.map((entry) => (typeof entry === "string" ? { name: entry } : entry));
}
