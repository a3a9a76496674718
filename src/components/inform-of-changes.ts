import * as pulumi from "@pulumi/pulumi";
import { compare, type ReviewSide } from "../review/compare.js";
import { text } from "../review/formats/text.js";
import type { ReviewedDeployment } from "../review/reviewed-deployment.js";

/** Says what a deployment changes in meaning for people, devices, hosts and permissions, as a review does. */
export function informOfChanges(standing: ReviewSide, reviewed: ReviewedDeployment, resource: pulumi.Resource): void {
	const review = compare(standing, { name: "this program", deployments: [reviewed] });
	void pulumi.log.info(text.render(review).trimEnd(), resource);
}
