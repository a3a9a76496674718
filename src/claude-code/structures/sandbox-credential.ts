import { object, text, words } from "../../shape/build.js";
import type { Member } from "../../shape/shape.js";

const mode: Member = {
	shape: words(["deny", "mask"]),
	summary: "Whether it is hidden, or stands for another value.",
	required: true,
};

/** https://code.claude.com/docs/en/settings-reference#sandbox-credentials-files */
export const credentialFile = object({
	path: { shape: text(), summary: "The file.", required: true },
	mode,
});

/** https://code.claude.com/docs/en/settings-reference#sandbox-credentials-envvars */
export const credentialVariable = object({
	name: { shape: text(), summary: "The variable.", required: true },
	mode,
});

/** https://code.claude.com/docs/en/settings-reference#sandbox-network-tlsterminate */
export const tlsTermination = object({
	caCertPath: { shape: text(), summary: "Certificate of the authority.", required: true },
	caKeyPath: { shape: text(), summary: "Its key.", required: true },
});
