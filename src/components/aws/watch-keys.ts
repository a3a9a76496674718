import * as pulumi from "@pulumi/pulumi";
import { checkStandingKey } from "../../inference/aws/identity/check-standing-key.js";
import { saidKeyAges } from "../../inference/aws/identity/user.js";
import type { CloudPlan } from "../../inference/cloud-plan.js";
import type { Path } from "../../path.js";
import type { PlacedPlan } from "../place-plan.js";
import { logWarnings } from "../run-error.js";

/** Tells of keys whose end is near, and of those that keep another age than is said, in every preview and update. */
export function watchKeys(plan: CloudPlan, { outputs }: PlacedPlan, at: Path, resource: pulumi.Resource): void {
	const said = saidKeyAges(plan);
	for (const [name, expires] of Object.entries(outputs.keyExpiry ?? {})) {
		pulumi.all([expires, outputs.keyAge?.[name]]).apply(([expiry, age = "never"]) => {
			const key = { name, expiry, age, saidAge: said[name] ?? "never" };
			logWarnings(checkStandingKey(key, new Date(), [...at, "bearerKey"]), resource);
		});
	}
}
