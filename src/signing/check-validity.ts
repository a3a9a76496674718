import type { X509Certificate } from "node:crypto";
import { error, type Problem, warning } from "../problem.js";

const day = 24 * 60 * 60 * 1000;
/** Long enough for an order of a new certificate. */
const warnedBefore = 30 * day;

/** Whether a certificate holds now, and how long still. */
export function checkValidity({ validFrom, validTo }: X509Certificate, now: Date): readonly Problem[] {
	const until = new Date(validTo);
	const on = until.toISOString().slice(0, 10);
	if (until.getTime() <= now.getTime())
		return [error("signing-certificate-expired", [], `expired on ${on}; expected a certificate that holds`)];
	if (new Date(validFrom).getTime() > now.getTime())
		return [error("signing-certificate-expired", [], `does not hold before ${new Date(validFrom).toISOString()}`)];
	if (until.getTime() - now.getTime() > warnedBefore) return [];
	return [
		warning(
			"signing-certificate-expires",
			[],
			`expires on ${on}; renew it, and sign what stays in use with the new one`,
		),
	];
}
