import type { Problem } from "../../problem.js";
import { findSecrets } from "../../reference/walk.js";
import type { ConfigurationView, Rule } from "./rule.js";

/** Members that name hosts, wherever they stand. */
const addresses = new Set([
	"url",
	"issuer",
	"authorizationUrl",
	"tokenUrl",
	"authorizationServer",
	"customUrl",
	"host",
	"serverUrl",
	"tenantId",
]);

/** What opens a host cannot be secret: the plan would not name it and the firewall would block it. */
function plainAddresses(view: ConfigurationView): Problem[] {
	const structures = [...view.configuration.settings].filter(([, { value }]) => typeof value === "object");
	return structures.flatMap(([key, { value }]) =>
		findSecrets(value)
			.filter(({ path }) => path.some((step) => typeof step === "string" && addresses.has(step)))
			.map(({ path }) =>
				view.error(
					"secret-address",
					key,
					"decides which hosts are open, so it cannot be a secret; write the value",
					...path,
				),
			),
	);
}

/** https://claude.com/docs/third-party/claude-desktop/telemetry */
export const addressRules: readonly Rule[] = [plainAddresses];
