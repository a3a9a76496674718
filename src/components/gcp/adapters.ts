import type * as pulumi from "@pulumi/pulumi";
import type { VertexOptions } from "../../inference/block.js";
import type { InferenceAdapter } from "../adapters.js";
import { VertexInference } from "./vertex-inference.js";

type Late = pulumi.Input<string>;

/** The block of a deployment file, with outputs where secrets and references stand. */
export interface VertexAdapterOptions extends VertexOptions<Late, Late> {}

/** Inference by Google Vertex AI. Creates in Google Cloud what `provision` asks for. */
export function vertex(options: VertexAdapterOptions): Required<InferenceAdapter> {
	return {
		name: "vertex",
		options,
		place(name, request, opts) {
			const { late, ...made } = new VertexInference(name, request, opts);
			const { principals, credentialsFiles, dataSharingCommands, governance } = made;
			return { late, outputs: { principals, credentialsFiles, dataSharingCommands, governance } };
		},
	};
}
