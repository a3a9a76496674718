import { isObject } from "../../../json.js";
import { error, type Problem } from "../../../problem.js";
import { tokensIn } from "../../../reference/token.js";
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
		...checkReserved(options),
		...(sound("projectId", "models", "allowedModels", "dataSharing", "settled") ? checkModels(options) : []),
		...(sound("allowedModels") ? checkAllowedModels(options) : []),
		...(sound("audit", "settled") ? checkAudit(options) : []),
		...(sound("workforce", "settled") ? checkWorkforcePool(options) : []),
		...(sound("perimeter") ? checkPerimeter(options) : []),
	];
}

/** In what is planned such a text stands for what is known only later. */
function checkReserved(options: unknown): Problem[] {
	if (!isObject(options)) return [];
	return Object.entries(options).flatMap(([member, value]) => {
		const [name] = tokensIn(value);
		if (name === undefined) return [];
		return [
			error(
				"reserved-text",
				[member],
				"holds <late: and a name in angle brackets, which plans read as their own; write it in another way",
			),
		];
	});
}
