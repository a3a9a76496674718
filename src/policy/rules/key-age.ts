import { integer } from "../../shape/build.js";
import { parameters } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

const amazonKey = /ServiceSpecificCredential$/i;
const googleKey = /serviceaccount\/key:Key$|ServiceAccountKey$/;

export const keyAge = definePolicyRule<{ readonly longestDays: number }>({
	id: "key-age",
	title: "keys of the cloud end by themselves",
	why: "A key without an end works for whoever has copied it, until somebody deletes it.",
	fix: "Give provision.bearerKey its ageDays; keys of service accounts on Google Cloud never end, so let people sign in instead.",
	severity: "error",
	parameters: parameters({
		longestDays: { shape: integer({ min: 1 }), summary: "How many days a key may work.", default: 90 },
	}),
	checkResource: ({ type, name, properties }, { longestDays }): PolicyFinding[] => {
		const found = (says: string) => [{ subject: name, says: `${name} is a key ${says}` }];
		if (googleKey.test(type)) return found("that never ends");
		if (!amazonKey.test(type)) return [];
		const { credentialAgeDays: days } = properties;
		if (typeof days !== "number") return found("that never ends");
		return days <= longestDays ? [] : found(`that ends after ${days} days, more than ${longestDays}`);
	},
});
