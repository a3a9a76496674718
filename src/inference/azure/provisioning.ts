import type { RouteProvisioning } from "../route.js";
import { planFoundry } from "./plan-foundry.js";
import { foundryProvisionShape } from "./provision-shape.js";
import { foundryRequest } from "./request.js";

export const foundryProvisioning: RouteProvisioning = {
	cloud: "azure",
	shape: foundryProvisionShape,
	tellsFamilies: true,
	plan: (request) => planFoundry(foundryRequest(request)),
};
