import type { RouteProvisioning } from "../route.js";
import { planFoundry } from "./plan-foundry.js";
import { foundryProvisionShape } from "./provision-shape.js";
import { foundryRequest } from "./request.js";
import { manual } from "./settled.js";

export const foundryProvisioning: RouteProvisioning = {
	cloud: "azure",
	shape: foundryProvisionShape,
	tellsFamilies: true,
	manual,
	plan: (request) => planFoundry(foundryRequest(request)),
};
