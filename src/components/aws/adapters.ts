import * as pulumi from "@pulumi/pulumi";
import type { BedrockProvision, MantleProvision, PrivateEndpointsProvision } from "../../inference/aws/provision.js";
import type { BedrockOptions, MantleOptions } from "../../inference/block.js";
import type { InferenceAdapter, PlacedInference } from "../adapters.js";
import { BedrockInference, type BedrockPlacement } from "./bedrock-inference.js";

type Late = pulumi.Input<string>;

/** Private endpoints as a program gives them: subnets may be the output of a list. */
export interface ProgramEndpoints extends Omit<PrivateEndpointsProvision<Late>, "subnetIds"> {
	readonly subnetIds?: readonly Late[] | pulumi.Output<readonly string[]> | pulumi.Output<string[]>;
}

/** The `provision` block of a deployment file, with references to other resources of the program. */
export interface BedrockProgramProvision extends Omit<BedrockProvision<Late>, "privateEndpoints"> {
	readonly privateEndpoints?: ProgramEndpoints;
}

/** The `provision` block of a deployment file, with references to other resources of the program. */
export interface MantleProgramProvision extends Omit<MantleProvision<Late>, "privateEndpoints"> {
	readonly privateEndpoints?: ProgramEndpoints;
}

/** The block of a deployment file, with outputs where secrets and references stand. */
export interface BedrockAdapterOptions extends Omit<BedrockOptions<Late>, "provision"> {
	/** What to create in AWS for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: BedrockProgramProvision;
}

/** The block of a deployment file, with outputs where secrets and references stand. */
export interface MantleAdapterOptions extends Omit<MantleOptions<Late>, "provision"> {
	/** What to create in AWS for the way to sign in; `{}` suits every way. @default - nothing is created */
	readonly provision?: MantleProgramProvision;
}

/** Inference by Amazon Bedrock. Creates in AWS what `provision` asks for. */
export function bedrock(options: BedrockAdapterOptions, placement: BedrockPlacement = {}): Required<InferenceAdapter> {
	return { name: "bedrock", options: withSubnetList(options), place: placedBy(placement) };
}

/** Inference by Amazon Bedrock Mantle. Creates in AWS what `provision` asks for. */
export function mantle(options: MantleAdapterOptions, placement: BedrockPlacement = {}): Required<InferenceAdapter> {
	return { name: "mantle", options: withSubnetList(options), place: placedBy(placement) };
}

function placedBy(placement: BedrockPlacement): Required<InferenceAdapter>["place"] {
	return (name, request, opts): PlacedInference => {
		const { late, principals, keyExpiry, governance } = new BedrockInference(name, { ...request, ...placement }, opts);
		return { late, outputs: { principals, keyExpiry, governance } };
	};
}

/** An output of a list becomes an item of a list, so that what the plan looks at is a list. */
function withSubnetList(options: BedrockAdapterOptions | MantleAdapterOptions): object {
	const { provision } = options;
	const subnetIds = provision?.privateEndpoints?.subnetIds;
	if (!provision || !pulumi.Output.isInstance(subnetIds)) return options;
	const privateEndpoints = { ...provision.privateEndpoints, subnetIds: [subnetIds] };
	return { ...options, provision: { ...provision, privateEndpoints } };
}
