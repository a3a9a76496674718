import * as pulumi from "@pulumi/pulumi";
import type { AwsPlan } from "../../inference/aws/plan.js";
import { planBedrock } from "../../inference/aws/plan-bedrock.js";
import { planMantle } from "../../inference/aws/plan-mantle.js";
import type { BedrockProvision, MantleProvision, PrivateEndpointsProvision } from "../../inference/aws/provision.js";
import { bedrockRequest, mantleRequest } from "../../inference/aws/provisioning.js";
import type { BedrockOptions } from "../../inference/routes/bedrock.js";
import type { MantleOptions } from "../../inference/routes/mantle.js";
import type { InferenceAdapter, PlacedInference } from "../adapters.js";
import { BedrockInference, type BedrockPlacement } from "./bedrock-inference.js";
import type { LateValue } from "./late-values.js";

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
	const provision = withSubnetList(options.provision ?? {});
	return {
		name: "bedrock",
		options: options.provision === undefined ? options : { ...options, provision },
		// What stands in the request for a reference of the program is taken from the program's own block again.
		place: (name, request, opts) =>
			place(name, planBedrock<LateValue>({ ...bedrockRequest(request), provision }), placement, opts),
	};
}

/** Inference by Amazon Bedrock Mantle. Creates in AWS what `provision` asks for. */
export function mantle(options: MantleAdapterOptions, placement: BedrockPlacement = {}): Required<InferenceAdapter> {
	const provision = withSubnetList(options.provision ?? {});
	return {
		name: "mantle",
		options: options.provision === undefined ? options : { ...options, provision },
		place: (name, request, opts) =>
			place(name, planMantle<LateValue>({ ...mantleRequest(request), provision }), placement, opts),
	};
}

function place(
	name: string,
	plan: AwsPlan<LateValue>,
	placement: BedrockPlacement,
	opts: pulumi.ComponentResourceOptions,
): PlacedInference {
	const { late, secrets, principals, keyExpiry, governance } = new BedrockInference(name, { plan, ...placement }, opts);
	return { late, secrets, outputs: { principals, keyExpiry, governance } };
}

/** An output of a list becomes an item of a list, so that what the plan looks at is a list. */
function withSubnetList<Provision extends { readonly privateEndpoints?: ProgramEndpoints }>({
	privateEndpoints,
	...provision
}: Provision) {
	if (!privateEndpoints) return provision;
	const { subnetIds, ...endpoints } = privateEndpoints;
	if (subnetIds === undefined) return { ...provision, privateEndpoints: endpoints };
	const items: readonly LateValue[] = pulumi.Output.isInstance(subnetIds) ? [subnetIds] : subnetIds;
	return { ...provision, privateEndpoints: { ...endpoints, subnetIds: items } };
}
