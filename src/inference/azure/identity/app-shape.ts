import { lineProblems } from "../../../configuration/values/text.js";
import { flag, object, text } from "../../../shape/build.js";

/** Name of the service principal in every tenant whose scope the app asks for. */
export const foundryApi = "Microsoft Cognitive Services";

export const appShape = object(
	{
		displayName: {
			shape: text(lineProblems),
			summary: "What people see when they sign in.",
			defaultNote: "from the deployment's name",
		},
		apiName: {
			shape: text(lineProblems),
			summary: "Name of the service principal in the tenant whose scope `user_impersonation` people consent to.",
			default: foundryApi,
		},
		consent: {
			shape: flag,
			summary: "Whether the tenant's consent is given for everybody, which takes an administrator of applications.",
			default: false,
		},
	},
	{
		name: "FoundryApp",
		summary: "Registration of the app in Entra ID: of one tenant, without a secret. Needs `@pulumi/azuread`.",
	},
);
