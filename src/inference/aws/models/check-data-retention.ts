import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { modelsNeedingDataSharing } from "../../content-claim.js";
import { dataRetentionCommand, type FrontDoor } from "./data-retention-command.js";

/**
 * Refuses models that demand that AWS may keep content, while nobody has acknowledged that. Copies of models stand in `models` as what they copy;
 * `member` is where the options acknowledge it.
 */
export function checkDataRetention(
	door: FrontDoor,
	region: string,
	models: unknown,
	acknowledged: boolean,
	at: Path,
	member = "provision.dataRetention",
): Problem[] {
	const needing = modelsNeedingDataSharing(models);
	if (acknowledged || needing.length === 0) return [];
	const message = `${needing.join(", ")} answers only where AWS may keep and review content; run ${dataRetentionCommand(door, region)} and say ${member}: aws_review, or leave it out`;
	return [error("data-retention", at, message)];
}
