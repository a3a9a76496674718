import { late, textMatching } from "../shape/build.js";
import type { TextShape } from "../shape/shape.js";

/** Id of something of a type, as Azure Resource Manager writes it. */
export function armId(type: string): TextShape {
	const [namespace = "", ...kinds] = type.split("/");
	const path = kinds.map((kind) => `/${kind}/[^/\\s]+`).join("");
	const form = new RegExp(
		`^/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/\\s]+/providers/${namespace.replace(".", "\\.")}${path}$`,
		"i",
	);
	const example = `/subscriptions/<id>/resourceGroups/<group>/providers/${namespace}${kinds.map((kind) => `/${kind}/<name>`).join("")}`;
	return late(textMatching("azure-id", form, `is no id of the form ${example}`));
}

/** The subscription in an id; undefined where a program passes the id. */
export function subscriptionIn(id: string): string | undefined {
	return /^\/subscriptions\/([0-9a-f-]{36})\//i.exec(id)?.[1]?.toLowerCase();
}

/** What an id names, by its last part; undefined where a program passes the id. */
export function nameIn(id: string): string | undefined {
	return id.startsWith("/") ? id.slice(id.lastIndexOf("/") + 1) : undefined;
}
