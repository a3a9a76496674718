import type { EgressContext } from "../../context.js";
import { exact, ofUrl } from "../../destination.js";
import type { RouteEgress } from "../../route-egress.js";
import { page } from "../../row.js";
import { allOf } from "../../windows.js";
import { noAnswers } from "./inference.js";

const entra = {
	feature: "sign-in",
	key: "inferenceFoundryTenantId",
	operator: "inference",
	hosts: [exact("login.microsoftonline.com")],
} as const;

const resources = "services.ai.azure.com";

export const foundryEgress: RouteEgress = {
	rows: [
		{
			...noAnswers,
			key: "inferenceFoundryResource",
			because: "model inference",
			when: (context) => context.isUnset("inferenceFoundryBaseUrl"),
			hosts: (context) => {
				const resource = context.text("inferenceFoundryResource");
				return resource === undefined ? [] : [exact(`${resource.toLowerCase()}.${resources}`)];
			},
		},
		{
			...noAnswers,
			key: "inferenceFoundryBaseUrl",
			because: "model inference at the deployment's own endpoint",
			since: "2.110.0",
			hosts: (context) => ofUrl(context.value("inferenceFoundryBaseUrl")),
		},
		{
			...entra,
			because: "Microsoft Entra sign-in",
			ifDenied: "Users cannot sign in.",
			requirement: "required",
			source: page("telemetry"),
			when: (context) => context.signsInBy("interactive"),
		},
		{
			...entra,
			because: "Microsoft Entra sign-in; listed by the app whenever a tenant id is set",
			ifDenied: null,
			requirement: "optional",
			since: "1.26832.0",
			source: page("in-app-configuration"),
			when: (context: EgressContext) =>
				allOf(context.isSet("inferenceFoundryTenantId"), context.signsInOtherwise("interactive")),
		},
	],
	ownEndpoint: { key: "inferenceFoundryBaseUrl", isProvider: (host) => host.endsWith(`.${resources}`) },
};
