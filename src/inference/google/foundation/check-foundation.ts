import type { Problem } from "../../../problem.js";
import { checkTokens } from "../../../reference/check-tokens.js";
import { checkShape } from "../../../shape/check-shape.js";
import { checkAllowedModels } from "./allowed-models.js";
import { checkAudit } from "./audit.js";
import { checkModels } from "./models.js";
import type { VertexFoundationOptions } from "./options.js";
import { foundationShape } from "./options-shape.js";
import { checkPerimeter } from "./perimeter.js";
import { checkWorkforcePool } from "./workforce-pool.js";

/** What is wrong with options of any form, and what may be. */
export function checkFoundation(options: VertexFoundationOptions): Problem[] {
	const faults = checkShape(foundationShape, options, { at: [] });
	const sound = (...members: (keyof VertexFoundationOptions)[]) =>
		members.every((member) => !faults.some(({ path }) => path[0] === member || path.length === 0));
	return [
		...faults,
		...checkTokens(options, []),
		...(sound("projectId", "models", "allowedModels", "dataSharing", "settled") ? checkModels(options) : []),
		...(sound("allowedModels") ? checkAllowedModels(options) : []),
		...(sound("audit", "settled") ? checkAudit(options) : []),
		...(sound("workforce", "settled") ? checkWorkforcePool(options) : []),
		...(sound("perimeter") ? checkPerimeter(options) : []),
	];
}
