import { exact } from "../../destination.js";
import type { RouteEgress } from "../../route-egress.js";
import { page } from "../../row.js";
import { noAnswers } from "./inference.js";

/** The first version with this provider. */
const since = "1.8089.0";
const signIn = {
	feature: "sign-in",
	key: "inferenceCredentialKind",
	operator: "inference",
	since,
	source: page("telemetry"),
	hosts: [exact("platform.claude.com")],
} as const;

export const anthropicEgress: RouteEgress = {
	rows: [
		{
			...noAnswers,
			key: "inferenceProvider",
			because: "model inference; token exchange of the browser sign-in",
			since,
			hosts: [exact("api.anthropic.com")],
		},
		{
			...signIn,
			because: "sign-in page of the Claude platform, opened in the browser",
			ifDenied: "Users cannot sign in.",
			requirement: "required",
			when: (context) => context.signsInOtherwise("static", "helper-script"),
		},
		{
			...signIn,
			because:
				"sign-in page of the Claude platform; listed by the app for every deployment of this provider, not dialled with a key or a helper",
			ifDenied: null,
			requirement: "optional",
			when: (context) => context.signsInBy("static", "helper-script"),
		},
	],
};
