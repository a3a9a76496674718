import type { Delivery } from "../profiles/format.js";
import { findKey } from "./catalogue.js";

/** The server's answer has to repeat it. https://claude.com/docs/third-party/claude-desktop/bootstrap */
const needsBoth = "deploymentOrganizationUuid";

/**
 * Whether a key of a group whose settings come from a server goes this way, by the availability column of the reference.
 * A server's answer loses keys that are not known, so that those stay with device management.
 */
export function isDeliveredBy(way: Delivery, name: string): boolean {
	const key = findKey(name);
	const isServed = key !== undefined && key.delivery !== "mdm";
	return way === "bootstrap" ? isServed : !isServed || name === needsBoth;
}
