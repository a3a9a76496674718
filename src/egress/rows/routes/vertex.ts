import {
	googleSignInHosts,
	googleTokenExchange,
	isGoogleInferenceHost,
	vertexHost,
} from "../../../inference/google-hosts.js";
import type { EgressContext } from "../../context.js";
import { exact, ofUrl } from "../../destination.js";
import { oidcRows } from "../../oidc.js";
import type { RouteEgress } from "../../route-egress.js";
import { page } from "../../row.js";
import { noAnswers } from "./inference.js";

const signIn = { feature: "sign-in", operator: "inference", source: page("telemetry") } as const;
const tokenExchange = exact(googleTokenExchange);
const otherSignIn = googleSignInHosts.map((host) => exact(host));
const workforce = (context: EgressContext) => context.signsInBy("workforce");
/** The first version with workforce identity. */
const workforceSince = "1.10628.0";

export const vertexEgress: RouteEgress = {
	rows: [
		{
			...noAnswers,
			key: "inferenceVertexRegion",
			because: "model inference",
			when: (context) => context.isUnset("inferenceVertexBaseUrl"),
			hosts: (context) => {
				const location = context.text("inferenceVertexRegion");
				return location === undefined ? [] : [exact(vertexHost(location))];
			},
		},
		{
			...noAnswers,
			key: "inferenceVertexBaseUrl",
			because: "model inference at the deployment's own endpoint",
			hosts: (context) => ofUrl(context.value("inferenceVertexBaseUrl")),
		},
		{
			...signIn,
			key: "inferenceProvider",
			because: "Google sign-in and token exchange",
			ifDenied: "No Google credentials: every session fails.",
			requirement: "required",
			when: (context) => context.signsInOtherwise("helper-script", "workforce"),
			hosts: [tokenExchange, ...otherSignIn],
		},
		{
			...signIn,
			key: "inferenceVertexWorkforceAudience",
			because: "token exchange of workforce identity federation",
			ifDenied: "Users cannot sign in.",
			requirement: "required",
			since: workforceSince,
			when: workforce,
			hosts: [tokenExchange],
		},
		{
			...signIn,
			key: "inferenceProvider",
			because: "Google hosts that the page lists for every Vertex deployment",
			ifDenied: "Probably nothing: the app's own list does not have them for workforce identity.",
			requirement: "optional",
			since: workforceSince,
			when: workforce,
			hosts: otherSignIn,
		},
		{
			...signIn,
			key: "inferenceProvider",
			because: "Google hosts that the page lists for every Vertex deployment",
			ifDenied: "Only a credential helper that calls Google itself stops working.",
			requirement: "optional",
			when: (context) => context.signsInBy("helper-script"),
			hosts: [tokenExchange, ...otherSignIn],
		},
		...oidcRows({ key: "inferenceVertexWorkforceOidc", since: workforceSince, when: workforce }),
	],
	ownEndpoint: { key: "inferenceVertexBaseUrl", isProvider: isGoogleInferenceHost },
};
