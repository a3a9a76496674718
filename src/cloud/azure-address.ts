import ipaddr from "ipaddr.js";
import { isWithin } from "../network.js";
import { error } from "../problem.js";
import { text } from "../shape/build.js";
import type { Rule, TextShape } from "../shape/shape.js";

const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks */
const checkAddress: Rule<string> = (value) => {
	const wrong = (message: string) => [error("azure-address", [], message)];
	const expected = "expected a public IPv4 address or range, such as 203.0.113.7 or 203.0.113.0/24";
	const range = value.includes("/") ? value : `${value}/32`;
	// A leading zero makes an octal number to some.
	if (!ipaddr.IPv4.isValidCIDR(range) || !/^\d+(?:\.\d+){3}(?:\/\d+)?$/.test(value) || /(?:^|[./])0\d/.test(value)) {
		return wrong(`is no IPv4 address or range; ${expected}`);
	}
	const [address, length] = ipaddr.IPv4.parseCIDR(range);
	if (length === 0) return wrong(`is every address there is; ${expected}`);
	if (address.range() !== "unicast" && address.range() !== "reserved") {
		return wrong(`is not public, and Azure refuses it; ${expected}, or a private endpoint`);
	}
	const within = privateRanges.filter((each) => isWithin(each, [range]));
	if (within.length > 0) return wrong(`holds ${within.join(", ")}, which are not public; ${expected}`);
	if (value.includes("/") && length > 30) return wrong("is a range of one or two addresses; write each by itself");
	const first = ipaddr.IPv4.networkAddressFromCIDR(range).toString();
	return first === address.toString() ? [] : wrong(`does not begin where its mask says; expected ${first}/${length}`);
};

/** A public address or range that the firewall of an account in Azure takes. */
export const azureAddress: TextShape = text(checkAddress);
