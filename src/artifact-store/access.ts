import { compareText, isJsonObject, type JsonObject, type JsonValue } from "../json.js";

/** What somebody whom a store's block names may do with what is put there. */
export interface StoreAccess {
	/** `reach`: from where; nobody from elsewhere comes as far as to be asked who they are. */
	readonly may: "read" | "write" | "reach";
	/** Whether it is of the place for what carries a secret alone. */
	readonly sensitive: boolean;
	/** A principal as its cloud names it, or a network. */
	readonly who: string;
}

/** Whoever comes from anywhere. */
export const everywhere = "everywhere";

/** Nobody who does not come by a way of the cloud's own. */
export const nowhere = "nowhere";

/** Members of a block, and of its `sensitive` place, that say who reads, who writes and from where. */
const members = ["readers", "writers", "network"];

/**
 * Whom a store's block lets read, write or reach what is put there, as every store spells it: lists `readers` and
 * `writers` of principals, and a `network` without which everywhere is let. Of the block as anybody may have written it.
 */
export function accessOf(block: JsonObject): readonly StoreAccess[] {
	const { sensitive } = block;
	return [...accessTo(block, false), ...(isJsonObject(sensitive) ? accessTo(sensitive, true) : [])];
}

/** What a block says besides. */
export function withoutAccess(block: JsonObject): JsonObject {
	const rest = Object.entries(block).filter(([name]) => !members.includes(name));
	return Object.fromEntries(
		rest.map(([name, value]) => [name, name === "sensitive" && isJsonObject(value) ? withoutAccess(value) : value]),
	);
}

function accessTo({ readers, writers, network }: JsonObject, sensitive: boolean): readonly StoreAccess[] {
	const named = (may: StoreAccess["may"], list: readonly JsonValue[]) =>
		[...new Set(list.map(principal))].sort(compareText).map((who) => ({ may, sensitive, who }));
	return [
		...named("read", itemsOf(readers)),
		...named("write", itemsOf(writers)),
		...named("reach", isJsonObject(network) ? networksOf(network) : [everywhere]),
	];
}

function networksOf({ addresses, subnets, trustedServices }: JsonObject): readonly JsonValue[] {
	const services = trustedServices === true ? ["the cloud's own trusted services"] : [];
	const from = [...itemsOf(addresses), ...itemsOf(subnets), ...services];
	return from.length > 0 ? from : [nowhere];
}

/** `user 0f1e...` of a directory, or the text that a cloud names it by; of what comes later what it is called. */
function principal(value: JsonValue): string {
	if (typeof value === "string") return value;
	if (!isJsonObject(value)) return JSON.stringify(value);
	const { type, objectId, late } = value;
	if (typeof type === "string" && typeof objectId === "string") return `${type} ${objectId.toLowerCase()}`;
	return typeof late === "string" ? `${late} of the cloud` : JSON.stringify(value);
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
	return Array.isArray(value) ? value : [];
}
