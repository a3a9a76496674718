import { awsServiceHost, isAwsInferenceHost } from "../../../inference/aws-hosts.js";
import { exact } from "../../destination.js";
import type { RouteEgress } from "../../route-egress.js";
import { baseUrlRow, publicEndpoint } from "./aws-base-url.js";
import { noAnswers } from "./inference.js";

export const mantleEgress: RouteEgress = {
	rows: [
		{
			...noAnswers,
			key: "inferenceBedrockRegion",
			because: "model inference",
			when: publicEndpoint,
			hosts: (context) => {
				const region = context.text("inferenceBedrockRegion");
				return region === undefined ? [] : [exact(awsServiceHost("mantle", region))];
			},
		},
		baseUrlRow,
	],
	ownEndpoint: { key: "inferenceBedrockBaseUrl", isProvider: isAwsInferenceHost },
};
