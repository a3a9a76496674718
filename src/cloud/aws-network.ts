import { error } from "../problem.js";
import { late, text, textMatching } from "../shape/build.js";
import type { Rule, TextShape } from "../shape/shape.js";

/** Id of something in a VPC, such as `vpc-0123456789abcdef0`. */
export function awsId(prefix: string): TextShape {
	const form = new RegExp(`^${prefix}-[0-9a-z]+$`);
	return late(textMatching("aws-id", form, `is no id of the form ${prefix}-0123456789abcdef0`));
}

/** A range begins where its mask says: AWS takes two spellings of one range for one rule. */
const checkRange: Rule<string> = (value) => {
	const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(value)?.slice(1).map(Number) ?? [];
	const [bits, ...octets] = [numbers.pop() ?? 33, ...numbers];
	if (octets.some((octet) => octet > 255) || bits > 32) {
		return [error("no-network", [], "is no IPv4 range; expected one such as 10.0.0.0/16")];
	}
	const first = octets.map((octet, index) => octet & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * index))));
	const range = `${first.join(".")}/${bits}`;
	return range === value ? [] : [error("no-network", [], `is not how AWS writes a range; expected ${range}`)];
};

/** An IPv4 range in the spelling of AWS. */
export const awsRange: TextShape = text(checkRange);
