import { ofUrl } from "../../destination.js";
import { oidcRows } from "../../oidc.js";
import type { RouteEgress } from "../../route-egress.js";
import { noAnswers } from "./inference.js";

export const gatewayEgress: RouteEgress = {
	rows: [
		{
			...noAnswers,
			key: "inferenceGatewayBaseUrl",
			because: "model inference through the gateway",
			hosts: (context) => ofUrl(context.value("inferenceGatewayBaseUrl")),
		},
		...oidcRows({ key: "inferenceGatewayOidc", since: "1.6889.0" }),
	],
};
