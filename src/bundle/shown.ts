import type { JsonValue } from "../json.js";

/** A value of a key as files show it; the value itself where nothing of it is to be hidden. */
export type Shown = (key: string, value: JsonValue) => JsonValue;

export const asItIs: Shown = (_, value) => value;
