import { below, error, type Problem, warning } from "../../../problem.js";
import { checkShape } from "../../../shape/check-shape.js";
import { onDemandForm } from "../models/bedrock-model.js";
import { checkDataRetention } from "../models/check-data-retention.js";
import { checkTableRegion } from "../models/check-region.js";
import { checkPartition } from "../region.js";
import { checkLogging } from "./check-logging.js";
import type { FoundationOptions } from "./options.js";
import { foundationShape } from "./options-shape.js";
import { planServiceControl, retentionAcknowledged } from "./plan-service-control.js";

/** What is wrong with options of any form, and what may be. */
export function checkFoundation(options: FoundationOptions): Problem[] {
	const faults = checkShape(foundationShape, options, { at: [] });
	const sound = (...members: (keyof FoundationOptions)[]) =>
		members.every((member) => !faults.some(({ path }) => path[0] === member));
	return [
		...faults,
		...(sound("region") ? checkRegion(options.region) : []),
		...(sound("region", "agreements") ? checkAgreements(options) : []),
		...(sound("region", "logging") ? checkLogging(options) : []),
		...(sound("region", "serviceControl") ? planServiceControl(options).problems : []),
		...(sound("attachTo") ? checkTargets(options) : []),
	];
}

/** Regions are named by an area and a direction in it, new ones too. */
const regionForm = /^(us-gov|[a-z]{2})-(central|(north|south)(east|west)?|east|west)-\d$/;

function checkRegion(region: string): Problem[] {
	const ofTable = checkTableRegion(region, regionForm.test(region) ? "warning" : "error");
	return [...checkPartition(region), ...ofTable].map((problem) => below(["region"], problem));
}

function checkAgreements(options: FoundationOptions): Problem[] {
	return Object.keys(options.agreements ?? {}).flatMap((modelId) => {
		const at = ["agreements", modelId];
		if (!onDemandForm.test(modelId)) {
			return [error("model-id", at, "is no id of a foundation model; expected one such as anthropic.claude-sonnet-5")];
		}
		return checkDataRetention(
			"bedrock",
			options.region,
			[modelId],
			retentionAcknowledged(options) !== undefined,
			at,
			"dataRetention",
		);
	});
}

function checkTargets({ attachTo, serviceControl }: FoundationOptions): Problem[] {
	if (attachTo === undefined) return [];
	if (serviceControl === undefined) {
		return [error("no-effect", ["attachTo"], "attaches nothing; give serviceControl, or leave it out")];
	}
	const targets = Object.entries(attachTo);
	const twice = targets.flatMap(([word, target], index) => {
		const [first] = targets.find(([, other]) => other === target) ?? [];
		const again = targets.findIndex(([, other]) => other === target) < index;
		return again ? [error("duplicate", ["attachTo", word], `is the target of ${first}, too; name each once`)] : [];
	});
	if (targets.length === 0) return twice;
	const message = `from then on the policies let nobody but ${serviceControl.platformRoleArn} change logging and data retention in those accounts; deploy as that role, or AWS refuses the next change of them`;
	return [...twice, warning("deployer-role", ["attachTo"], message)];
}
