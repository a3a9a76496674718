import type { EgressContext } from "../../context.js";
import { type Destination, exact, ofUrl } from "../../destination.js";
import type { EgressRow } from "../../row.js";
import type { Windows } from "../../windows.js";
import { noAnswers } from "./inference.js";

/** The address in place of AWS's own, which both routes of AWS take from one key. */
export const baseUrlRow: EgressRow = {
	...noAnswers,
	key: "inferenceBedrockBaseUrl",
	because: "model inference at the deployment's own endpoint",
	hosts: (context) => ofUrl(context.value("inferenceBedrockBaseUrl")),
};

/** Hosts of the region in which both routes call models; none where no region is set. */
export function regional(context: EgressContext, hosts: (region: string) => readonly string[]): Destination[] {
	const region = context.text("inferenceBedrockRegion");
	return region === undefined ? [] : hosts(region).map((host) => exact(host));
}

export function publicEndpoint(context: EgressContext): Windows {
	return context.isUnset("inferenceBedrockBaseUrl");
}
