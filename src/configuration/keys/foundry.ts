import { choice, text } from "../managed-key.js";
import { azureResource } from "../values/identifier.js";
import { url } from "../values/url.js";

const foundry = {
	section: "Connection",
	group: "Foundry",
	providers: ["foundry"],
	alsoOn: ["configuration-changelog", "foundry"],
} as const;

/** Route `foundry`. */
export const foundryKeys = {
	inferenceFoundryResource: text(
		{
			...foundry,
			summary:
				"Azure AI Foundry resource, from which the endpoint's address is made; needed beside inferenceFoundryBaseUrl too.",
			since: "1.2581.0",
		},
		azureResource,
	),
	inferenceFoundryBaseUrl: text(
		{
			...foundry,
			summary: "Full address in place of the resource's endpoint; the app appends /v1/messages.",
			since: "2.110.0",
		},
		url({ http: "loopback", parts: "base", appended: ["/v1/messages"] }),
	),
	inferenceFoundryApiKey: text({
		...foundry,
		summary: "Key of the Foundry resource.",
		since: "1.2581.0",
		secret: true,
	}),
	inferenceFoundryTenantId: text({
		...foundry,
		summary: "Entra tenant that users sign in at.",
		since: "1.9255.0",
		neededToSignIn: true,
	}),
	inferenceFoundryClientId: text({
		...foundry,
		summary: "Entra application that users sign in to.",
		since: "1.9255.0",
	}),
	inferenceFoundryAuthFlow: choice(
		{ ...foundry, summary: "How sign-in at Entra runs.", since: "1.19367.0", default: "device-code" },
		["device-code", "browser", "broker"],
		{ since: { broker: "1.25927.0" } },
	),
};
