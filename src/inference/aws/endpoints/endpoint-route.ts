import type { AwsService } from "../../aws-hosts.js";

/** What a route's people call by way of private endpoints. */
export interface EndpointRoute {
	/** The one that carries inference, to which the base URL leads. */
	readonly service: AwsService;
	/** Every one that the app calls, besides the token service's. */
	readonly services: readonly AwsService[];
	/** What a base URL has after the host. */
	readonly suffix: "" | "/anthropic";
}

/** Bedrock's; an endpoint for the control plane is paid for, and of no use where no policy lets anybody call that. */
export function bedrockEndpoints(callsControl: boolean): EndpointRoute {
	return { service: "runtime", services: callsControl ? ["runtime", "control"] : ["runtime"], suffix: "" };
}

export const mantleEndpoints: EndpointRoute = { service: "mantle", services: ["mantle"], suffix: "/anthropic" };
