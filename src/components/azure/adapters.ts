import type * as pulumi from "@pulumi/pulumi";
import type { FoundryOptions } from "../../inference/block.js";
import type { InferenceAdapter } from "../adapters.js";
import { FoundryInference } from "./foundry-inference.js";

/** The block of a deployment file, with outputs where secrets and references to other resources of the program stand. */
export interface FoundryAdapterOptions extends FoundryOptions<pulumi.Input<string>, pulumi.Input<string>> {}

/** Inference by Azure AI Foundry. Creates in Azure what `provision` asks for. */
export function foundry(options: FoundryAdapterOptions): Required<InferenceAdapter> {
	return {
		name: "foundry",
		options,
		place(name, { plan, passed }, opts) {
			const { late, principals, clientId, governance } = new FoundryInference(name, { plan, passed }, opts);
			return { late, outputs: { principals, governance, ...(clientId && { clientId }) } };
		},
	};
}
