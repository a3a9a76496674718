import type { EgressContext } from "../../context.js";
import { ofUrl } from "../../destination.js";
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

export function publicEndpoint(context: EgressContext): Windows {
	return context.isUnset("inferenceBedrockBaseUrl");
}
