import { awsServiceHost, isAwsInferenceHost } from "../../../inference/aws-hosts.js";
import type { RouteEgress } from "../../route-egress.js";
import { baseUrlRow, publicEndpoint, regional } from "./aws.js";
import { noAnswers } from "./inference.js";

export const mantleEgress: RouteEgress = {
	rows: [
		{
			...noAnswers,
			key: "inferenceBedrockRegion",
			because: "model inference",
			when: publicEndpoint,
			hosts: (context) => regional(context, (region) => [awsServiceHost("mantle", region)]),
		},
		baseUrlRow,
	],
	ownEndpoint: { key: "inferenceBedrockBaseUrl", isProvider: isAwsInferenceHost },
};
