import { expect, test } from "vitest";
import { networksShape } from "../src/network.js";
import { formatProblem } from "../src/problem.js";
import { checkShape } from "../src/shape/check-shape.js";

const none = "is no network; expected CIDR notation such as 10.20.0.0/16 or 2001:db8::/32";
const every = "is every address there is; name the networks of the devices";

test.each<[string, string | undefined]>([
	["10.20.0.0/16", undefined],
	["192.0.2.7/32", undefined],
	["2001:db8::/32", undefined],
	["10.20.0.1/16", "is no network as it is written; write 10.20.0.0/16"],
	["2001:DB8::1/32", "is no network as it is written; write 2001:db8::/32"],
	["10.20.0.0", none],
	["10.20.0.0/33", none],
	["10.20.0.0/16 src all", none],
	["10.20.0.0/16\nhttp_access allow all", none],
	["pilot.example.com/16", none],
	["0.0.0.0/0", every],
	["::/0", every],
])("%j", (text, message) => {
	const problems = checkShape(networksShape, [text], { at: ["clients"] }).map(formatProblem);
	expect(problems).toEqual(message === undefined ? [] : [`clients[0]: ${message}`]);
});
