import { listedModels } from "../../inference/models.js";
import { matchesAny } from "../../pattern.js";
import type { ReviewedDeployment } from "../../review/reviewed-deployment.js";
import { eachGroup, type PolicyGroup } from "../each-group.js";
import { neededPatterns, parameters } from "../parameters.js";
import { definePolicyRule, type PolicyFinding } from "../policy-rule.js";

const regionKeys = ["inferenceBedrockRegion", "inferenceVertexRegion"];

/**
 * Where inference profiles of Amazon Bedrock route calls to, as regions begin.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const geographies: Readonly<Record<string, string>> = {
	us: "us-",
	"us-gov": "us-gov-",
	eu: "eu-",
	apac: "ap-",
	jp: "ap-northeast-",
	au: "ap-southeast-",
};

export const residency = definePolicyRule<{ readonly regions: readonly string[] }>({
	id: "residency",
	title: "models are called and answered in the regions that are allowed, and nowhere else",
	why: "Prompts and answers are processed where a model answers; a call from an allowed region may still be answered in another.",
	fix: "Call models in an allowed region, through profiles and deployments that stay there, and let provision say where they are answered.",
	severity: "error",
	parameters: parameters({
		regions: neededPatterns(
			"Regions and locations of the cloud, such as `eu-*` of AWS and `eu`, `europe-*` of Google.",
		),
	}),
	check: (deployment, { regions }) => [
		...eachGroup(deployment, (group) => calledIn(group, regions)),
		...answeredIn(deployment, regions),
		...(deployment.cloud?.answers.length ? [] : eachGroup(deployment, (group) => untold(group, regions))),
	],
});

function calledIn(group: PolicyGroup, regions: readonly string[]): PolicyFinding[] {
	return regionKeys.flatMap((key) => {
		const region = group.value(key);
		if (typeof region !== "string" || matchesAny(regions, region)) return [];
		return [group.finding(region, key, `calls models in ${region}, which is not allowed`)];
	});
}

function answeredIn({ cloud }: ReviewedDeployment, allowed: readonly string[]): PolicyFinding[] {
	return (cloud?.answers ?? []).flatMap(({ model, regions }): PolicyFinding[] => {
		if (regions === "anywhere") return [{ subject: model, says: `${model} may be answered anywhere` }];
		const others = regions.filter((region) => !matchesAny(allowed, region));
		if (others.length === 0) return [];
		return [{ subject: model, says: `${model} may be answered in ${others.join(", ")}, which is not allowed` }];
	});
}

/** Where nothing is provisioned, the route and the ids of its models tell as much as there is to know. */
function untold(group: PolicyGroup, regions: readonly string[]): PolicyFinding[] {
	const provider = group.value("inferenceProvider");
	if (provider === "vertex") return [];
	if (provider !== "bedrock" && provider !== "mantle") {
		const says = `models are called by route ${String(provider)}, of which nothing here tells where they are answered`;
		return [group.finding(String(provider), "inferenceProvider", says)];
	}
	return listedModels(group.value("inferenceModels")).flatMap(({ id }) => {
		const [, prefix] = /^([a-z-]+)\.anthropic\./.exec(id) ?? [];
		if (prefix === undefined || stays(prefix, regions)) return [];
		const says = `${id} may be answered ${prefix === "global" ? "anywhere" : `in any region of ${prefix}`}`;
		return [group.finding(id, "inferenceModels", says)];
	});
}

/** Whether every region of a geography is allowed: one pattern takes them all in. */
function stays(prefix: string, regions: readonly string[]): boolean {
	const beginning = geographies[prefix];
	return beginning !== undefined && matchesAny(regions, beginning);
}
