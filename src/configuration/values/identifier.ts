import { textMatching, textWithout } from "./text.js";

export const uuid = textWithout((text) => {
	if (/^\{.*\}$/.test(text)) return "has braces; write the UUID without them";
	const valid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
	return valid ? undefined : "is no UUID; expected one such as 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11";
});

export const sha256 = textMatching(/^[0-9a-f]{64}$/i, "is no SHA-256 digest; expected 64 hexadecimal digits");

export const colour = textMatching(/^#[0-9a-f]{6}$/i, "is no colour; expected #RRGGBB");

export const awsRegion = textMatching(
	/^[a-z]{2,5}(?:-[a-z]+)+-\d{1,2}$/,
	"is no AWS region; expected one such as us-east-1",
);

export const awsAccountId = textMatching(/^\d{12}$/, "is no AWS account id; expected 12 digits");

/** https://claude.com/docs/third-party/claude-desktop/configuration#inferencevertexprojectid */
export const googleProject = textMatching(
	/^[a-z0-9][a-z0-9.:-]*$/,
	"is no Google Cloud project; expected lower-case letters, digits, dots, colons and hyphens",
);

export const vertexRegion = textMatching(
	/^(?:global|eu|us|[a-z]+(?:-[a-z]+)+\d{1,2})$/,
	"is no Vertex AI region; expected one such as us-east5, or eu, us or global",
);

/** Becomes the first label of the endpoint's host name. */
export const azureResource = textMatching(
	/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
	"is no resource name; expected letters, digits and inner hyphens",
);
