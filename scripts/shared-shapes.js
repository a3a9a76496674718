import { parseAst } from "rolldown/parseAst";

/**
 * Puts a spread of nothing first in objects such as `{ ...a, b }`. Objects of one kind share a description of their members
 * in V8; in that of Node 20 each object of this form gets a description of its own, unless something stands before what is
 * copied. A thousand groups take a tenth more time and memory by that. Later engines need none of this.
 */
export function sharedShapes(code) {
	const starts = [];
	const visit = (node) => {
		if (Array.isArray(node)) node.forEach(visit);
		else if (node !== null && typeof node === "object") {
			if (isCopyWithMore(node)) starts.push(node.start + 1);
			Object.values(node).forEach(visit);
		}
	};
	visit(parseAst(code));
	const pieces = [0, ...starts.sort((a, b) => a - b)].map((start, index, all) => code.slice(start, all[index + 1]));
	return pieces.join(" ...{},");
}

function isCopyWithMore({ type, properties }) {
	return type === "ObjectExpression" && properties.length > 1 && properties[0].type === "SpreadElement";
}
